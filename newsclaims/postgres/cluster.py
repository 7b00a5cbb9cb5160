"""What a cluster is and where its parts lie."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

NAME = "newsclaims"  # of the database and of its owner
SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_LIMIT = 103  # bytes of a socket's path: macOS allows 103, Linux 107


class PostgresFailed(Exception):
    """There is no server to be had; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A PostgreSQL cluster below a ``var`` folder.

    ``is_durable=False`` is for tests: faster, and worthless after a power cut.
    """

    var: Path
    is_durable: bool = True

    @property
    def home(self) -> Path:
        """The folder of everything; a link leads elsewhere when ``var`` is closed to the server's account."""
        return (self.var / "postgres").resolve()

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def sockets(self) -> Path:
        """The private folder of the socket: the same for every program, whatever its environment."""
        near = self.home / "socket"
        if len(os.fsencode(near / SOCKET_NAME)) <= SOCKET_LIMIT:
            return near
        return Path("/tmp") / f"newsclaims-{hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]}"

    def url(self, database: str = NAME) -> str:
        """The ``DATABASE_URL`` of one of its databases."""
        return f"postgresql://{NAME}@/{database}?host={quote(str(self.sockets), safe='')}"
