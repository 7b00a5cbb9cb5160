"""What `make run` does once the requirements are there: database, first contents, and the web server.

One process is launcher and web server in one, so that whatever ends it, Ctrl-C or a signal, stops all of it;
its workers watch that it lives, and a database that a killed launcher left behind is taken over by the next.
"""

from __future__ import annotations

import errno
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any, cast

import django
import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from gunicorn.app.base import BaseApplication

from newsclaims.database import NoDatabase, available
from newsclaims.places import VAR, disk_is_full, in_plain_words

HOST = "127.0.0.1"
FREEING = 4.0  # seconds: the workers of a killed launcher let the port go after one or two
WORKERS, THREADS = 2, 4


class CannotRun(Exception):
    """The message is one sentence that says what to do."""


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclaims.settings")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        reports = _reports()
        port = _port()
        _listen(port).close()  # a taken port is told now, not after minutes of preparing
        _check_writable(VAR)
        with available():
            greeting = _prepare(reports)
            _serve(_listen(port), greeting)
    except (CannotRun, NoDatabase, ImproperlyConfigured) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(in_plain_words(error, VAR))
    except Error as error:
        return _fail(_database_error(error))
    except KeyboardInterrupt:
        return 130
    return 0


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _end(signum: int, frame: FrameType | None) -> None:
    sys.exit(128 + signum)


def _database_error(error: Error) -> str:
    if isinstance(error.__cause__, psycopg.errors.DiskFull):
        return disk_is_full(VAR)
    return f"The database refuses: {str(error).strip()}"


# ---------------------------------------------------------------- what was asked for


def _port() -> int:
    given = os.environ.get("PORT") or "8000"
    if not given.isdigit() or not 0 < int(given) < 65536:
        raise CannotRun(f"PORT is {given!r}: give a number from 1 to 65535, as in `make run PORT=8001`.")
    return int(given)


def _reports() -> Path | None:
    given = os.environ.get("REPORTS")
    if not given:
        return None
    path = Path(given).expanduser()
    if not path.exists():
        raise CannotRun(f"REPORTS names {path}, which is not there: give a file or a folder.")
    return path


def _listen(port: int) -> socket.socket:
    deadline = time.monotonic() + FREEING
    while True:
        try:
            return socket.create_server((HOST, port))
        except PermissionError:
            reason = f"Port {port} needs special rights"
        except OSError as error:
            reason = f"Port {port} is taken by another program"
            if error.errno == errno.EADDRINUSE and time.monotonic() < deadline:
                time.sleep(0.2)
                continue
        raise CannotRun(f"{reason}: choose another one, as in `make run PORT={_free_port()}`.")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        return int(probe.getsockname()[1])


def _check_writable(folder: Path) -> None:
    """Raise the ``OSError`` of a full disk or a read-only folder now rather than half-way."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f"probe-{os.getpid()}"
    try:
        probe.write_bytes(bytes(100_000))
    finally:
        probe.unlink(missing_ok=True)


# ---------------------------------------------------------------- preparing and serving


def _prepare(reports: Path | None) -> str:
    """Bring the database up to date and fill it; what to tell about signing in."""
    django.setup()
    from newsclaims import preparation  # needs the apps

    greeting = preparation.prepare(reports)
    # A pool's threads do not survive the fork into workers.
    _close_pool()
    return greeting


def _close_pool() -> None:
    connection = cast(DatabaseWrapper, connections["default"])
    connection.close()
    connection.close_pool()


def _end_worker(arbiter: Any, worker: Any) -> None:
    """End the process without the interpreter's own tidying up, which takes seconds and may hang on threads."""
    if worker.pid != os.getpid():
        return  # gunicorn calls this in its own process, too, for a worker that is gone
    reason = sys.exception()
    status = reason.code if isinstance(reason, SystemExit) else 0
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else 0)


def _leave_ctrl_c_to_the_launcher(worker: object) -> None:
    """Let the launcher end the worker: a second signal in the midst of ending deadlocks it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    def __init__(self, listener: socket.socket, greeting: str) -> None:
        self.port, self.greeting = listener.getsockname()[1], greeting
        self.listener = listener.detach()  # gunicorn closes it
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": f"fd://{self.listener}",
            "workers": WORKERS,
            "threads": THREADS,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "limit_request_line": 8000,
            "when_ready": self.greet,
            "post_worker_init": _leave_ctrl_c_to_the_launcher,
            "worker_exit": _end_worker,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from newsclaims.wsgi import application  # in the worker: the thread that it starts survives no fork

        return application

    def greet(self, arbiter: Any) -> None:
        # A closed terminal ends us; gunicorn would take it as a wish to load its settings again.
        signal.signal(signal.SIGHUP, lambda number, frame: os.kill(os.getpid(), signal.SIGTERM))
        print(f"\nnewsclaims runs at http://{HOST}:{self.port}/ (Ctrl-C stops it)")
        print(self.greeting, flush=True)


def _serve(listener: socket.socket, greeting: str) -> None:
    """Serve until a signal ends it."""
    with suppress(SystemExit):  # so gunicorn says that it is done
        _Server(listener, greeting).run()


if __name__ == "__main__":
    sys.exit(main())
