from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from newsclaims import settings
from newsclaims.places import ROOT


def test_database_of_the_tests_is_new_enough(db):
    connection.ensure_connection()
    assert connection.connection.info.server_version >= 150000


def test_database_url_is_taken_apart(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://anna:p%40ss@db.example:5433/news?sslmode=require")
    found = settings.database()
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "anna",
        "p@ss",
        "db.example",
        "5433",
        "news",
    )
    assert found["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://host/name", "postgresql://host:5432/", "host=here dbname=news"]
)
def test_database_url_that_makes_no_sense_is_refused_loudly(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        settings.database()


def test_flag_that_is_neither_on_nor_off_is_refused_loudly(monkeypatch):
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 'maybe'"):
        settings.flag("DEBUG")


def test_list_is_parted_by_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", " news.example, ,10.0.0.1")
    assert settings.listed("ALLOWED_HOSTS") == ["news.example", "10.0.0.1"]


def test_secret_key_is_made_once_and_is_private(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    first, second = settings.secret_key(), settings.secret_key()
    assert first == second and len(first) > 50
    kept = tmp_path / "var" / "secret_key"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_secret_key_of_a_quicker_process_counts(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "VAR", tmp_path)
    (tmp_path / "secret_key").write_text("of the other process")
    assert settings._keep_new_key(tmp_path / "secret_key") == "of the other process"


def test_web_server_refuses_a_secret_key_that_is_not_kept(tmp_path):
    nowhere = tmp_path / "file"
    nowhere.touch()
    environment = {
        **os.environ,
        "NEWSCLAIMS_VAR": str(nowhere),
        "DJANGO_SETTINGS_MODULE": "newsclaims.settings",
    }
    environment.pop("SECRET_KEY", None)
    said = subprocess.run(
        [sys.executable, "-c", "import newsclaims.wsgi"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1 and "Set SECRET_KEY" in said.stderr


def test_every_answer_forbids_inline_script_and_framing(client, db):
    headers = client.get("/").headers
    assert "'unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_page_is_answered_in_the_readers_language(client, db, language):
    assert client.get("/", headers={"accept-language": language}).headers["Content-Language"] == language


def test_templates_hold_no_inline_script_or_style():
    pages = "\n".join(path.read_text() for path in Path(ROOT / "templates").rglob("*.html"))
    assert "style=" not in pages and "<style" not in pages and "onclick=" not in pages
