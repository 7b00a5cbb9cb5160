"""Running a command that reads JSON lines, inside the test and as a user would."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]


class Run:
    """One run of a command over some lines; a line that is not bytes is written as JSON."""

    def __init__(self, command: str, lines: Sequence[Any], monkeypatch: pytest.MonkeyPatch) -> None:
        raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8"))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        try:
            call_command(command)
            self.status = 0
        except SystemExit as end:
            self.status = int(end.code or 0)
        self.raw = out.buffer.getvalue()
        self.lines = [json.loads(line) for line in self.raw.splitlines()]
        self.messages = err.getvalue()


def shell(command: str, given: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user would, where no database can be reached."""
    nowhere = os.environ | {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing", "PYTHONIOENCODING": ""}
    return subprocess.run(
        ["bash", "-c", command.replace("python", sys.executable, 1)],
        input=given, capture_output=True, text=True, env=nowhere, cwd=ROOT, check=False, timeout=120,
    )  # fmt: skip
