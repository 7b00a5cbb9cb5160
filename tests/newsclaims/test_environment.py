"""Set-up on a fresh machine, with requirements that need no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsclaims import environment
from newsclaims.environment import SetupFailed
from newsclaims.places import ROOT
from tests.newsclaims.machine import as_root, mounted


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with empty requirements, as if it were the project's."""
    settle(monkeypatch, tmp_path)
    return tmp_path


def settle(monkeypatch, folder: Path) -> None:
    (folder / "requirements").mkdir()
    (folder / "requirements" / "base.txt").write_text("")
    monkeypatch.setattr(environment, "ROOT", folder)
    monkeypatch.setattr(environment, "VENV", folder / ".venv")
    monkeypatch.setattr(environment, "PYTHON", folder / ".venv" / "bin" / "python")
    monkeypatch.setattr(environment, "UNFINISHED", folder / ".venv" / "unfinished")
    monkeypatch.setattr(sys, "argv", ["environment", "base"])


def test_set_up_heals_an_interrupted_one_and_is_done_again_only_for_new_requirements(project, capsys):
    half = project / ".venv" / "half-a-package"
    half.parent.mkdir()
    half.touch()
    environment.UNFINISHED.touch()
    assert environment.main() == 0
    assert not half.exists() and not environment.UNFINISHED.exists()
    assert "installing requirements/base.txt" in capsys.readouterr().out
    assert environment.main() == 0
    assert capsys.readouterr().out == ""
    (project / "requirements" / "base.txt").write_text("# changed\n")
    assert environment.main() == 0
    assert "installing" in capsys.readouterr().out


def test_environment_whose_python_is_gone_is_made_anew(project, monkeypatch):
    environment.PYTHON.parent.mkdir(parents=True)
    environment.PYTHON.symlink_to("/nowhere/python")
    commands: list[list[str]] = []
    monkeypatch.setattr(environment, "_run", lambda command, what: commands.append(command))
    assert environment.main() == 0
    assert not environment.PYTHON.is_symlink()
    assert [command[2] for command in commands] == ["venv", "ensurepip", "pip"]


def test_requirement_that_cannot_be_had_is_one_sentence(project, capsys, monkeypatch):
    (project / ".venv").symlink_to(sys.prefix)  # pip finds nothing there, and changes nothing
    monkeypatch.setattr(environment, "UNFINISHED", project / "unfinished")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    (project / "requirements" / "base.txt").write_text(
        "newsclaims-no-such-package==1 --hash=sha256:" + "0" * 64
    )
    assert environment.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("The requirements cannot be installed") and said.count("\n") == 1
    assert environment.UNFINISHED.exists()


def test_missing_venv_is_one_sentence_with_the_apt_line(project, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert environment.main() == 1
    assert f"apt install python3.{sys.version_info.minor}-venv" in capsys.readouterr().err


@as_root
def test_full_disk_is_one_sentence(tmp_path, monkeypatch, capsys):
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as small:
        settle(monkeypatch, small)
        assert environment.main() == 1
        said = capsys.readouterr().err
    assert said.startswith("The disk that holds") and said.count("\n") == 1


@as_root
def test_read_only_folder_is_one_sentence(tmp_path, monkeypatch, capsys):
    with mounted(tmp_path / "closed", "-t", "tmpfs", "tmpfs") as closed:
        settle(monkeypatch, closed)
        subprocess.run(["mount", "-o", "remount,ro", closed], check=True)
        assert environment.main() == 1
        said = capsys.readouterr().err
    assert "Read-only file system" in said and said.count("\n") == 1


def test_missing_chromium_is_told_and_fails_only_in_continuous_integration(monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.delenv("CI", raising=False)
    environment.ensure_chromium()
    assert "Chromium is missing" in capsys.readouterr().out
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SetupFailed, match="apt install chromium"):
        environment.ensure_chromium()


def test_too_old_python_is_one_sentence(tmp_path):
    old = tmp_path / "python3.9"
    pretend = "import sys; sys.version_info = (3, 9, 2); exec(sys.argv[2])"
    old.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{pretend}" "$@"\n')
    old.chmod(0o755)
    said = subprocess.run(
        ["make", "run", f"PYTHON={old}"], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True
    )
    assert said.returncode != 0 and "Traceback" not in said.stderr
    assert f"newsclaims needs Python 3.11 or newer, and {old} is 3.9" in said.stderr


def test_missing_python_is_one_sentence():
    said = subprocess.run(["make", "run", "PYTHON=python0"], cwd=ROOT, capture_output=True, text=True)
    assert said.returncode != 0
    assert "newsclaims needs Python 3.11 or newer, and there is no python0." in said.stderr
