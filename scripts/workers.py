"""Work on all cores, in processes that end with the one that started them."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import TypeVar

T = TypeVar("T")


def in_processes(
    function: Callable[..., T], calls: Iterable[tuple], prepare: Callable[[], object] = bool
) -> Iterator[T]:
    """Call a function with each tuple of arguments; yield the results in their order.

    Each process first calls `prepare`, which like the function must be importable. Raises what the function raises,
    and OSError if no process can be started.
    """
    # Spawned, not forked: who calls may hold threads and child processes, which a fork would copy in an unusable state.
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _begin, (prepare,)) as pool:
        try:
            with _interruption_held_back():
                results = [pool.submit(function, *arguments) for arguments in calls]
            for result in results:
                yield result.result()
        except BaseException:  # nobody wants the rest any more, and the pool would wait for it
            for process in active_children():
                process.kill()
            raise


def in_background(function: Callable[..., T], *arguments) -> Future[T]:
    """Begin a call in a process of its own; return what will give its result, or raise what it raises.

    The function must be importable. Raises OSError if no process can be started.
    """
    pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (bool,))
    with _interruption_held_back():
        future = pool.submit(function, *arguments)
    pool.shutdown(wait=False)  # once this call is done
    return future


@contextmanager
def _interruption_held_back() -> Iterator[None]:
    """Start processes so that Ctrl+C reaches them only once they know what to do on it. They inherit the mask."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(prepare: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # on Ctrl+C, one process has something to say
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one. Who is killed tells nobody that there is no more work."""
    parent_process().join()
    os._exit(1)
