"""What every command of ours has in common: what goes wrong is one sentence and a status, never a traceback."""

import errno
import functools
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BROWSER_ENDED = "the browser ended before its work was done; run this again"
USAGE = 2  # as argparse has it: the command was used wrongly, or something is missing
INTERRUPTED = 128 + signal.SIGINT  # as shells have it
_DRIVER_IS_GONE = "Connection closed while reading from the driver"
_CUT_OFF = 128 + signal.SIGPIPE
_IN_THE_WAY = "something else is in the way: move it, or name another place"
_REMEDIES = {
    errno.EACCES: "change its permissions, or name another place",
    errno.EPERM: "change its permissions, or name another place",
    errno.EROFS: "name a place that can be written",
    errno.ENOSPC: "free some space there, and run this again",
    errno.EDQUOT: "free some space there, and run this again",
    errno.EFBIG: "raise the limit of file sizes (`ulimit -f`), and run this again",
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.ENOENT: "run this in the project's folder, or name another place",
    errno.EBUSY: "it cannot be replaced as a whole: name a folder in it",
    errno.EXDEV: "it cannot be replaced as a whole: name a folder in it",
}


class UsageError(Exception):
    """A command cannot be carried out as given; the message says why and what to do."""


def _quiet_interruption(kind, error, trace) -> None:
    """Leave out where a command was interrupted while it was still being loaded."""
    if issubclass(kind, KeyboardInterrupt):
        print("interrupted", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


def _is_news(record: logging.LogRecord) -> bool:
    """Return whether asyncio reports something other than the interruption, which the command itself reports.

    Ctrl+C ends the driver of the browser as well, which Playwright tells with an exception that has no type of its own.
    """
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, KeyboardInterrupt | SystemExit) or _DRIVER_IS_GONE in str(error))


def _quiet_remains(remains) -> None:
    """Leave out what asyncio says of pipes that outlive their loop, as they do when a command is interrupted."""
    if not (isinstance(remains.exc_value, RuntimeError) and str(remains.exc_value) == "Event loop is closed"):
        sys.__unraisablehook__(remains)


sys.excepthook = _quiet_interruption
sys.unraisablehook = _quiet_remains
logging.getLogger("asyncio").addFilter(_is_news)


def command(main: Callable[..., int]) -> Callable[..., int]:
    """Guard the `main` of a command: return its exit status, and one sentence for what is not its own mistake.

    UsageError and OSError become USAGE, Ctrl+C becomes INTERRUPTED. On SIGTERM the command cleans up as on Ctrl+C.
    """
    name = Path(main.__code__.co_filename).name

    @functools.wraps(main)
    def guarded(*arguments, **options) -> int:
        try:
            with _clean_end():
                status = main(*arguments, **options)
                sys.stdout.flush()  # here, because at the exit of Python nobody could answer for a full disk
                return status
        except KeyboardInterrupt:
            return _say(name, "interrupted", INTERRUPTED)
        except UsageError as error:
            return _say(name, str(error), USAGE)
        except BrokenPipeError:  # who reads the output, such as `head`, has read enough
            _drop_output()
            return _CUT_OFF
        except OSError as error:
            _drop_output()
            return _say(name, sentence(error), USAGE)
        except Exception as error:
            if _follows_an_interruption(error):
                return _say(name, "interrupted", INTERRUPTED)
            if _is_of_a_browser_that_ended(error):  # perhaps by the Ctrl+C that is on its way to us
                return _say(name, BROWSER_ENDED, USAGE)
            raise

    return guarded


def _follows_an_interruption(error: BaseException | None) -> bool:
    while error and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def _is_of_a_browser_that_ended(error: Exception) -> bool:
    is_playwrights = type(error).__module__.startswith("playwright.")
    return _DRIVER_IS_GONE in str(error) or (is_playwrights and "has been closed" in str(error))


def sentence(error: OSError) -> str:
    """Return what went wrong, where, and what to do about it."""
    place = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes | os.PathLike) else ""
    remedy = f"; {_REMEDIES[error.errno]}" if error.errno in _REMEDIES else ""
    return f"{place}{error.strerror or error}{remedy}"


def _say(name: str, what: str, status: int) -> int:
    print(f"{name}: {what}", file=sys.stderr)
    return status


@contextmanager
def _clean_end() -> Iterator[None]:
    """Let SIGTERM end the command as an exception does, so that what it has begun is cleared away."""
    if threading.current_thread() is not threading.main_thread():  # only that one may set handlers
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _drop_output() -> None:
    """Forget what could not be printed: Python would try again at its exit, and complain in its own words."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
