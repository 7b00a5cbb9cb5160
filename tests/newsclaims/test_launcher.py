"""`make run` for real, on a port and in a folder of its own, up to Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from newsclaims import database, postgres
from newsclaims.places import ROOT
from tests.newsclaims.machine import as_root, mounted, removed

STARTING = 180.0  # seconds; on a busy machine the sample story takes its time


@pytest.fixture(scope="module")
def var():
    folder = Path(tempfile.mkdtemp(prefix="newsclaims-run-"))
    folder.chmod(0o755)
    yield folder
    removed(folder)
    for output in folder.parent.glob(f"{folder.name}.output-*"):
        output.unlink()


def environment(var: Path, **more: str) -> dict[str, str]:
    ours = {"DATABASE_URL", "SECRET_KEY", "DEBUG", "HTTPS", "REPORTS", "PORT", "DJANGO_SETTINGS_MODULE"}
    rest = {name: value for name, value in os.environ.items() if name not in ours}
    return {**rest, "NEWSCLAIMS_VAR": str(var), "PYTHONUNBUFFERED": "1", **more}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Running:
    """A launcher in a session of its own, as in a terminal; its output goes to a file."""

    def __init__(self, var: Path, **more: str) -> None:
        self.port = int(more.get("PORT") or free_port())
        self.output = var.with_name(f"{var.name}.output-{self.port}")
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "newsclaims.launcher"],
                cwd=ROOT,
                env=environment(var, **{**more, "PORT": str(self.port)}),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self) -> Running:
        deadline = time.monotonic() + STARTING
        while "newsclaims runs at" not in self.said():
            assert self.process.poll() is None and time.monotonic() < deadline, self.said()
            time.sleep(0.1)
        return self

    def __exit__(self, *error: object) -> None:
        if self.process.poll() is None:
            self.press_ctrl_c()

    def press_ctrl_c(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(30)

    def said(self) -> str:
        return self.output.read_text()

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return answer.read().decode()

    def left_over(self) -> list[str]:
        """What still runs in the launcher's session."""
        rows = subprocess.run(
            ["ps", "-e", "-o", "sid=,stat=,args="], capture_output=True, text=True
        ).stdout.splitlines()
        return [row for row in rows if row.split()[0] == str(self.process.pid) and "Z" not in row.split()[1]]


@pytest.fixture(scope="module")
def first_run(var):
    """What the first run said, and its pages, after Ctrl-C ended it."""
    with Running(var) as running:
        pages = {path: running.page(path) for path in ("/", "/s/alibaba-sample/", "/api/v1/claims/")}
        sheet = re.search(r'href="(/static/[^"]+\.css)"', pages["/"])
        pages["css"] = running.page(sheet[1]) if sheet else ""
        is_signed_in = sign_in(running)
        status = running.press_ctrl_c()
        left_over = running.left_over()
    return {"said": running.said(), "pages": pages, "in": is_signed_in, "status": status, "left": left_over}


def sign_in(running: Running) -> bool:
    """Sign in with the words that the launcher gave."""
    name, password = re.search(r"Sign in as (\S+) with the password (\S+)", running.said()).groups()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar := CookieJar()))
    address = f"http://127.0.0.1:{running.port}/sign-in/"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.open(address).read().decode())[1]
    fields = urlencode({"username": name, "password": password, "csrfmiddlewaretoken": token}).encode()
    browser.open(urllib.request.Request(address, fields, headers={"Referer": address}))
    return any(cookie.name == "sessionid" for cookie in jar)


@pytest.mark.slow
def test_first_run_shows_the_sample_story(first_run):
    assert "/s/alibaba-sample/" in first_run["pages"]["/"]
    assert "claim-" in first_run["pages"]["/s/alibaba-sample/"]
    assert '"results"' in first_run["pages"]["/api/v1/claims/"]


@pytest.mark.slow
def test_first_run_serves_static_files(first_run):
    assert "{" in first_run["pages"]["css"]


@pytest.mark.slow
def test_demo_editor_signs_in_with_the_password_that_was_told(first_run):
    assert first_run["in"]


@pytest.mark.slow
def test_ctrl_c_stops_everything_it_started(first_run, var):
    assert first_run["status"] == 0
    assert first_run["left"] == []
    assert not postgres.is_running(postgres.Cluster(var))


@pytest.mark.slow
def test_second_run_changes_nothing_and_heals_what_a_killed_one_left(first_run, var):
    before = {path: path.read_text() for path in (var / "secret_key", var / "editor_password")}
    with Running(var) as killed:
        assert "stored" not in killed.said()
        killed.process.kill()
        killed.process.wait()
    with Running(var, PORT=str(killed.port)) as second:
        assert second.page("/s/alibaba-sample/").count('id="claim-') == first_run["pages"][
            "/s/alibaba-sample/"
        ].count('id="claim-')
        assert f"with the password in {var / 'editor_password'}" in second.said()
    assert {path: path.read_text() for path in before} == before
    assert not postgres.is_running(postgres.Cluster(var))
    assert killed.left_over() == second.left_over() == []


@pytest.mark.slow
def test_signal_to_end_stops_everything_too(first_run, var):
    with Running(var) as running:
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(30) == 0
    assert not postgres.is_running(postgres.Cluster(var))
    assert running.left_over() == []


# ---------------------------------------------------------------- what cannot be


def complaint(var: Path, **more: str) -> str:
    """The one sentence with which the launcher gives up."""
    said = subprocess.run(
        [sys.executable, "-m", "newsclaims.launcher"],
        cwd=ROOT,
        env=environment(var, **{"PORT": str(free_port()), **more}),
        capture_output=True,
        text=True,
        timeout=STARTING,
    )
    assert said.returncode == 1 and said.stdout == ""
    assert said.stderr.count("\n") == 1, said.stderr
    return said.stderr


def test_taken_port_is_one_sentence_with_a_free_one(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert re.match(
            rf"Port {port} is taken .* `make run PORT=\d+`\.", complaint(tmp_path, PORT=str(port))
        )


@pytest.mark.parametrize("port", ["eight", "0", "70000", "-1"])
def test_port_that_is_none_is_one_sentence(tmp_path, port):
    assert f"PORT is {port!r}" in complaint(tmp_path, PORT=port)


def test_reports_that_are_not_there_are_one_sentence(tmp_path):
    assert "REPORTS names nowhere.jsonl, which is not there" in complaint(tmp_path, REPORTS="nowhere.jsonl")


def test_database_that_does_not_answer_is_one_sentence_without_its_password(tmp_path):
    said = complaint(tmp_path, DATABASE_URL="postgresql://anna:secret@127.0.0.1:1/news")
    assert said.startswith("The database of DATABASE_URL cannot be reached (") and "secret" not in said


def test_database_url_that_makes_no_sense_is_one_sentence(tmp_path):
    assert complaint(tmp_path, DATABASE_URL="nonsense").startswith("DATABASE_URL cannot be read")


def test_database_that_is_too_old_is_refused_with_its_version(monkeypatch):
    class Old:
        info = type("Info", (), {"server_version": 140009})

        def __enter__(self):
            return self

        def __exit__(self, *error: object) -> None:
            pass

    monkeypatch.setattr(psycopg, "connect", lambda *arguments, **more: Old())
    with pytest.raises(database.NoDatabase, match="PostgreSQL 14: use 15 or newer"):
        database.check("postgresql://old.example/news")


@as_root
def test_full_disk_is_one_sentence(var):
    with mounted(var / "small", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as small:
        assert re.match("The disk that holds .* is full: free some space", complaint(small))


@as_root
def test_read_only_folder_is_one_sentence(var):
    with mounted(var / "closed", "-t", "tmpfs", "-o", "ro", "tmpfs") as closed:
        assert "Read-only file system" in complaint(closed)


def test_folder_that_is_a_file_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    assert "cannot be used" in complaint(tmp_path / "file")


def test_command_without_its_database_is_one_sentence(tmp_path):
    said = subprocess.run(
        [sys.executable, "manage.py", "showmigrations"],
        cwd=ROOT,
        env=environment(tmp_path, DATABASE_URL="postgresql://127.0.0.1:1/news"),
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1
    assert said.stderr.startswith("manage.py: The database of DATABASE_URL cannot be reached")
    assert said.stderr.count("\n") == 1
