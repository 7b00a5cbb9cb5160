"""The embedded server, for real: each test has a cluster of its own."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from newsclaims import postgres
from newsclaims.places import ROOT
from newsclaims.postgres import Cluster, PostgresFailed, programs, server
from tests.newsclaims.machine import as_root, mounted, removed


@pytest.fixture
def var():
    """A folder that the server's account can enter, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="newsclaims-test-"))
    folder.chmod(0o755)
    yield folder
    removed(folder)


@pytest.fixture
def cluster(var):
    return Cluster(var, is_durable=False)


def ask(cluster: Cluster, question: str):
    with closing(psycopg.connect(cluster.url(), autocommit=True)) as connection:
        cursor = connection.execute(question)
        return cursor.fetchone()[0] if cursor.description else None


def pid_of(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def in_another_process(cluster: Cluster, code: str) -> subprocess.Popen[str]:
    """A program with ``cluster`` in it."""
    head = (
        "import sys, time; from pathlib import Path; from newsclaims import postgres;"
        f"cluster = postgres.Cluster(Path({str(cluster.var)!r}), is_durable=False)\n"
    )
    return subprocess.Popen([sys.executable, "-c", head + code], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_server_answers_while_in_use_and_is_stopped_afterwards(cluster):
    with postgres.in_use(cluster):
        assert ask(cluster, "SELECT current_database()") == "newsclaims"
        assert ask(cluster, "SHOW server_version_num") >= "180000"
        assert (
            ask(
                cluster,
                "SELECT concat(datlocprovider, datlocale) FROM pg_database WHERE datname = 'newsclaims'",
            )
            == "bC.UTF-8"
        )
        pid = pid_of(cluster)
    assert not postgres.is_running(cluster)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_server_is_reached_by_a_private_socket_only(cluster):
    with postgres.in_use(cluster):
        assert ask(cluster, "SHOW listen_addresses") == ""
        assert stat.S_IMODE(cluster.sockets.stat().st_mode) == 0o700
        assert stat.S_IMODE((cluster.sockets / ".s.PGSQL.5432").stat().st_mode) == 0o700
        assert stat.S_IMODE(cluster.data.stat().st_mode) == 0o700


def test_data_outlive_the_server(cluster):
    with postgres.in_use(cluster):
        ask(cluster, "CREATE TABLE kept (value text); INSERT INTO kept VALUES ('still here')")
    with postgres.in_use(cluster):
        assert ask(cluster, "SELECT value FROM kept") == "still here"


def test_server_stays_until_its_last_user_leaves(cluster):
    with postgres.in_use(cluster):
        with postgres.in_use(cluster):
            pid = pid_of(cluster)
        assert postgres.is_running(cluster)
        assert pid_of(cluster) == pid
    assert not postgres.is_running(cluster)


def test_two_first_starts_at_once_make_one_server(cluster):
    code = "with postgres.in_use(cluster):\n    print(postgres.server.birth(cluster), flush=True); sys.stdin.read()"
    head = "import sys; from pathlib import Path; from newsclaims import postgres\n"
    head += f"cluster = postgres.Cluster(Path({str(cluster.var)!r}), is_durable=False)\n"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", head + code],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    births = {process.stdout.readline() for process in both}
    for process in both:
        process.communicate()
    assert len(births) == 1 and "" not in births
    assert not postgres.is_running(cluster)


def test_crashed_server_is_started_again(var):
    cluster = Cluster(var)
    with postgres.in_use(cluster):
        ask(cluster, "CREATE TABLE kept (value text); INSERT INTO kept VALUES ('survived'); CHECKPOINT")
        os.kill(pid_of(cluster), signal.SIGKILL)
        with postgres.in_use(cluster):
            assert ask(cluster, "SELECT value FROM kept") == "survived"


def test_server_of_a_killed_program_is_taken_over_and_stopped(cluster):
    with in_another_process(
        cluster, "with postgres.in_use(cluster):\n    print('up', flush=True); time.sleep(60)"
    ) as other:
        assert other.stdout.readline() == "up\n"
        other.kill()
    assert postgres.is_running(cluster)
    pid = pid_of(cluster)
    with postgres.in_use(cluster):
        assert pid_of(cluster) == pid
    assert not postgres.is_running(cluster)


def test_server_started_by_hand_stays_until_it_is_stopped(cluster):
    postgres.start(cluster)
    with postgres.in_use(cluster):
        pass
    assert postgres.is_running(cluster)
    postgres.stop(cluster)
    assert not postgres.is_running(cluster)


def test_server_in_use_is_not_stopped_by_hand(cluster):
    with postgres.in_use(cluster):
        with pytest.raises(PostgresFailed, match="Another program uses the database"):
            postgres.stop(cluster)
        assert postgres.is_running(cluster)


def test_stopping_what_never_ran_is_no_error(cluster):
    postgres.stop(cluster)
    assert not cluster.home.exists()


def test_half_made_cluster_is_made_anew(cluster, monkeypatch):
    def fail(*arguments: object) -> None:
        raise PostgresFailed("interrupted")

    with monkeypatch.context() as patch:
        patch.setattr(server, "_check", fail)
        with pytest.raises(PostgresFailed), postgres.in_use(cluster):
            pass
    assert not cluster.data.exists()
    with postgres.in_use(cluster):
        assert ask(cluster, "SELECT 1") == 1
    assert not list(cluster.home.glob("making-*"))


def test_socket_of_a_deep_folder_lies_in_a_short_private_one(var):
    cluster = Cluster(var / ("deep" * 10) / ("deeper" * 10), is_durable=False)
    with postgres.in_use(cluster):
        assert len(bytes(cluster.sockets / ".s.PGSQL.5432")) < 104
        assert stat.S_IMODE(cluster.sockets.stat().st_mode) == 0o700
        assert ask(cluster, "SELECT 1") == 1


def test_socket_folder_that_is_open_to_others_is_refused(cluster):
    cluster.sockets.mkdir(parents=True)
    cluster.sockets.chmod(0o777)
    with pytest.raises(PostgresFailed, match="not a private folder"), postgres.in_use(cluster):
        pass


def test_data_of_a_version_that_is_not_installed_are_left_alone(cluster):
    cluster.data.mkdir(parents=True)
    (cluster.data / "PG_VERSION").write_text("12\n")
    if os.geteuid() == 0:
        shutil.chown(cluster.data, "nobody")
    with pytest.raises(PostgresFailed, match="made by PostgreSQL 12"), postgres.in_use(cluster):
        pass


def test_unexpected_end_at_the_start_is_explained_with_postgres_own_words(cluster, monkeypatch):
    monkeypatch.setattr(server, "PATIENCE", 0)
    monkeypatch.setitem(server.OPTIONS, "max_connections", "many")
    with pytest.raises(PostgresFailed, match="FATAL:.*max_connections"), postgres.in_use(cluster):
        pass


def test_folder_that_cannot_be_made_is_one_sentence(var):
    (var / "file").touch()
    with (
        pytest.raises(PostgresFailed, match="cannot be used"),
        postgres.in_use(Cluster(var / "file" / "var")),
    ):
        pass


@as_root
def test_full_disk_is_one_sentence(var):
    full = pytest.raises(PostgresFailed, match="The disk that holds .* is full")
    with (
        mounted(var / "small", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as small,
        full,
        postgres.in_use(Cluster(small)),
    ):
        pass


@as_root
def test_read_only_folder_is_one_sentence(var):
    refused = pytest.raises(PostgresFailed, match="Read-only.*NEWSCLAIMS_VAR")
    with (
        mounted(var / "closed", "-t", "tmpfs", "-o", "ro", "tmpfs") as closed,
        refused,
        postgres.in_use(Cluster(closed)),
    ):
        pass


@as_root
def test_root_hands_the_server_to_an_account_without_rights(cluster):
    with postgres.in_use(cluster):
        owner = (
            Path(f"/proc/{pid_of(cluster)}").stat().st_uid
            if Path("/proc").is_dir()
            else cluster.data.stat().st_uid
        )
        assert owner != 0


@as_root
def test_data_are_kept_elsewhere_when_the_account_cannot_enter_the_folder(var, monkeypatch, capsys):
    monkeypatch.setattr(postgres, "ELSEWHERE", var / "elsewhere")
    closed = var / "closed"
    closed.mkdir(mode=0o700)
    cluster = Cluster(closed / "var", is_durable=False)
    with postgres.in_use(cluster):
        assert ask(cluster, "SELECT 1") == 1
        assert (var / "elsewhere") in cluster.data.parents
    assert f"the database is kept in {cluster.home}" in capsys.readouterr().err
    with postgres.in_use(cluster):
        assert capsys.readouterr().err == ""


@as_root
def test_data_in_a_folder_that_was_closed_since_are_left_there_with_a_sentence(cluster):
    with postgres.in_use(cluster):
        pass
    cluster.var.chmod(0o700)
    with (
        pytest.raises(PostgresFailed, match="cannot enter .* where the database is"),
        postgres.in_use(cluster),
    ):
        pass
    cluster.var.chmod(0o755)
    assert cluster.data.is_dir()


@as_root
def test_programs_that_the_account_cannot_read_are_copied(cluster, var, monkeypatch):
    closed = var / "closed"
    closed.mkdir(mode=0o700)
    package = programs._package()
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.is_dir():
            shutil.copytree(folder, closed / folder.name, symlinks=True)
    monkeypatch.setattr(programs, "_package", lambda: closed / package.name)
    with postgres.in_use(cluster):
        assert ask(cluster, "SELECT 1") == 1
    assert cluster.home in programs.program(cluster, "postgres").parents


@as_root
def test_server_runs_as_an_ordinary_user_too(var):
    var.chmod(0o777)
    python = shutil.which("python3", path="/usr/bin:/bin") or ""
    code = (
        "from pathlib import Path; from newsclaims import postgres;"
        f"cluster = postgres.Cluster(Path({str(var / 'mine')!r}))\n"
        "with postgres.in_use(cluster): print(cluster.data.stat().st_uid)\n"
        "assert not postgres.is_running(cluster)"
    )
    path = f"{ROOT}:{programs._package().parent}"
    said = subprocess.run(
        [python, "-c", code], env={"PYTHONPATH": path}, cwd="/", user=65534, capture_output=True, text=True
    )
    if "No module named 'newsclaims'" in said.stderr:
        pytest.skip("the project lies where others cannot read it")
    assert said.stdout == "65534\n", said.stderr


@as_root
def test_data_of_another_user_are_refused_with_a_sentence(cluster):
    with postgres.in_use(cluster):
        pass
    python = shutil.which("python3", path="/usr/bin:/bin") or ""
    code = (
        "from pathlib import Path; from newsclaims import postgres\n"
        f"try: postgres.start(postgres.Cluster(Path({str(cluster.var)!r})))\n"
        "except postgres.PostgresFailed as error: print(error)"
    )
    path = f"{ROOT}:{programs._package().parent}"
    said = subprocess.run(
        [python, "-c", code], env={"PYTHONPATH": path}, cwd="/", user=1, capture_output=True, text=True
    )
    if "No module named 'newsclaims'" in said.stderr:
        pytest.skip("the project lies where others cannot read it")
    assert "belongs to another user" in said.stdout, said.stderr


def test_command_line_starts_tells_and_stops(var):
    def call(action: str) -> tuple[int, str]:
        said = subprocess.run(
            [sys.executable, "-m", "newsclaims.postgres", action],
            env={**os.environ, "NEWSCLAIMS_VAR": str(var)},
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        return said.returncode, said.stdout.strip()

    assert call("status") == (3, "stopped")
    assert call("start") == (0, Cluster(var).url())
    assert call("status") == (0, "running")
    assert call("url") == (0, Cluster(var).url())
    assert call("stop") == (0, "")
    deadline = time.monotonic() + 5
    while call("status") != (3, "stopped"):
        assert time.monotonic() < deadline
