"""The process in which samples run: it imports moto once, if one needs it, and forks for each sample.

Reads a request (see `runs.py`) as JSON from standard input and writes a list of results. Imports nothing of ours.
"""

import json
import os
import signal
import sys
import time
import traceback
import types

NAME = "<sample>"
# What a sample is to blame for in any case. All else may come from a resource that does not exist here.
BLAMED = (AttributeError, ImportError, NameError, TypeError)
# Names of audit events ("Audit events table" in Python's documentation), by the module that raises them.
FORBIDDEN = {
    "os": {"exec", "fork", "forkpty", "kill", "killpg", "posix_spawn", "spawn", "startfile", "system"},
    "pty": {"spawn"},
    "socket": {"bind", "connect", "getaddrinfo", "gethostbyaddr", "gethostbyname", "sendmsg", "sendto"},
    "subprocess": {"Popen"},
    "webbrowser": {"open"},
}
CHANGES_FILES = {
    "os": {"chmod", "chown", "link", "mkdir", "remove", "rename", "rmdir", "symlink", "truncate", "utime"},
    "shutil": {"chown", "copyfile", "move", "rmtree"},
}
WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Blocked(OSError):
    """The sample tried to leave its sandbox."""


class Guard:
    """An audit hook: no network, no processes, no changes to files outside a folder. It cannot be taken off."""

    def __init__(self, folder: str):
        self.folder = os.path.realpath(folder) + os.sep
        self.blocked = ""

    def __call__(self, event: str, arguments: tuple) -> None:
        module, _, name = event.partition(".")
        if name in FORBIDDEN.get(module, ()):
            self.block(event)
        if event == "open":
            path, _, flags = arguments
            if (flags or 0) & WRITE_FLAGS and not self.is_inside(path):
                self.block(f"writing to {path}")
        elif name in CHANGES_FILES.get(module, ()) and not all(map(self.is_inside, arguments)):
            self.block(event)

    def is_inside(self, path) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return True  # a descriptor, a mode or a flag
        path = os.fsdecode(path)
        return path == os.devnull or os.path.realpath(path).startswith(self.folder)

    def block(self, what: str) -> None:
        self.blocked = self.blocked or what
        raise Blocked(f"{what} is blocked in the sandbox")


class LambdaContext:
    """The context object of Lambda's Python runtime."""

    function_name = "orders"
    function_version = "$LATEST"
    invoked_function_arn = "arn:aws:lambda:us-east-1:111122223333:function:orders"
    memory_limit_in_mb = "256"
    aws_request_id = "11111111-2222-3333-4444-555555555555"
    log_group_name = "/aws/lambda/orders"
    log_stream_name = "2026/11/20/[$LATEST]0123456789abcdef"
    identity = None
    client_context = None

    def get_remaining_time_in_millis(self) -> int:
        return 30_000


def execute(job: dict, guard: Guard) -> dict:
    """Run one sample in this process and return what became of it."""
    setup = types.ModuleType("setup")
    module = types.ModuleType("sample" if job["handler"] else "__main__")
    module.__file__ = os.path.join(os.getcwd(), "sample.py")
    has_setup = job["setup"] is not None
    if job["uses_aws"]:
        import moto

        moto.mock_aws(config={"batch": {"use_docker": False}, "lambda": {"use_docker": False}}).start()
    returned = None
    try:
        if has_setup:
            exec(compile(job["setup"], "<setup>", "exec"), setup.__dict__)
        os.environ.update(job["environment"] | getattr(setup, "ENVIRONMENT", {}))
        sys.addaudithook(guard)
        if hasattr(setup, "set_up"):
            setup.set_up()
        sys.argv = ["sample.py"]
        sys.modules[module.__name__] = module
        exec(compile(job["source"], NAME, "exec"), module.__dict__)
        if job["handler"]:
            handler = module.__dict__[job["handler"]]
            returned = handler(getattr(setup, "EVENT", job["event"]), LambdaContext())
            returned = json.loads(json.dumps(returned))
        if hasattr(setup, "exercise"):
            setup.exercise(module)
    except BaseException as error:
        return judge(error, guard, has_setup)
    if guard.blocked:
        return {"ran": False, "why_not": f"{guard.blocked} is blocked"}
    return {"ran": True, "returned": returned}


def judge(error: BaseException, guard: Guard, has_setup: bool) -> dict:
    """Return whether an exception is the sample's fault, and if so, the line of the sample and the message."""
    from botocore.exceptions import BotoCoreError, HTTPClientError, ParamValidationError

    if isinstance(error, SystemExit) and error.code in (None, 0):
        return {"ran": True}
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == NAME]
    through_moto = any(f"{os.sep}moto{os.sep}" in frame.filename for frame in frames)
    text = " ".join(str(error).split())
    message = f"fails when it runs: {type(error).__name__}: {text}"
    blamed = has_setup or (isinstance(error, (*BLAMED, BotoCoreError)) and not through_moto and "NoneType" not in text)
    if isinstance(error, ParamValidationError):
        blamed = True
    if isinstance(error, NotImplementedError | HTTPClientError | Blocked) or guard.blocked:
        blamed = False
    if not blamed:
        return {"ran": False, "why_not": message}
    return {"ran": False, "line": lines[-1] if lines else 1, "message": message}


def in_child(job: dict, folder: str, pipe: int) -> None:
    """Run a job in a process of its own; its result goes to a pipe. Does not return."""
    result = {"ran": False, "why_not": "ended early"}
    try:
        os.setsid()
        os.mkdir(folder)
        os.chdir(folder)
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        sleep = time.sleep
        time.sleep = lambda seconds: sleep(min(seconds, 0.001))
        result = execute(job, Guard(os.path.dirname(folder)))
    finally:
        with os.fdopen(pipe, "w") as stream:
            json.dump(result, stream)
        os._exit(0)


def run_all(request: dict) -> list[dict]:
    """Run the jobs, as many at a time as there are processors, and kill those that take too long."""
    late = {"ran": False, "why_not": "took too long"}
    results = [late] * len(request["jobs"])
    end = time.monotonic() + request["seconds"]
    waiting = list(enumerate(request["jobs"]))
    active: dict[int, tuple[int, int, float]] = {}
    while (waiting or active) and time.monotonic() < end:
        while waiting and len(active) < (os.cpu_count() or 1):
            index, job = waiting.pop(0)
            reader, writer = os.pipe()
            if (child := os.fork()) == 0:
                os.close(reader)
                in_child(job, os.path.join(request["folder"], str(index)), writer)
            os.close(writer)
            active[child] = (index, reader, time.monotonic() + request["seconds_for_one"])
        for child, (index, reader, limit) in list(active.items()):
            if os.waitpid(child, os.WNOHANG)[0]:
                with os.fdopen(reader) as stream:
                    results[index] = json.loads(stream.read() or json.dumps(late))
                del active[child]
            elif time.monotonic() > limit:
                stop(child, reader)
                del active[child]
        time.sleep(0.005)
    for child, (_, reader, _) in active.items():
        stop(child, reader)
    return results


def stop(child: int, reader: int) -> None:
    """End a child of ours that is still running."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)


def import_moto(services: set[str]) -> None:
    """Import once what the children would each import."""
    import boto3  # noqa: F401
    import moto  # noqa: F401
    from moto.backends import get_backend, list_of_moto_modules

    for service in sorted(services & set(list_of_moto_modules())):
        get_backend(service)


def main() -> None:
    request = json.load(sys.stdin)
    if any(job["uses_aws"] for job in request["jobs"]):
        import_moto({service for job in request["jobs"] for service in job["services"]})
    sys.stdout.write(json.dumps(run_all(request)))


if __name__ == "__main__":
    main()
