"""The first contents of an installation: tables, static files, a demo editor, the sample story.

Every step looks first whether it has been done, so that a second run changes nothing.
"""

from __future__ import annotations

import hashlib
import secrets
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import transaction

from articles.models import Article
from newsclaims.places import ROOT, VAR

EDITOR = "editor"
PASSWORD_FILE = VAR / "editor_password"
SAMPLE_STORY = "alibaba-sample"


def prepare(reports: Path | None) -> str:
    """All of it; says how to sign in."""
    call_command("migrate", verbosity=0, interactive=False)
    collect_static_files()
    greeting = ensure_demo_editor()
    load_sample_story()
    if reports:
        _ingest([reports])
    return greeting


def load_sample_story() -> None:
    """Take in the sample story where there is nothing else and it is not there in full."""
    samples = sorted((ROOT / "samples").glob("[0-9]*.md"))
    own = Article.objects.exclude(story__slug=SAMPLE_STORY)
    if not own.exists() and Article.objects.count() < len(samples):
        _ingest(samples, "--story", SAMPLE_STORY)


def collect_static_files() -> None:
    """Collect, hash and compress the static files when one of them changed since the last time."""
    stamp = Path(settings.STATIC_ROOT) / "made-from"
    digest = hashlib.sha256("\n".join(_static_files()).encode()).hexdigest()
    if settings.DEBUG or (stamp.exists() and stamp.read_text() == digest):
        return
    call_command("collectstatic", interactive=False, clear=True, stdout=StringIO())
    stamp.write_text(digest)


def _static_files() -> Iterator[str]:
    """Each file's name, size and time of change."""
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            yield f"{name} {found.st_size} {found.st_mtime_ns}"


def ensure_demo_editor() -> str:
    """Make the demo editor where there is no user at all; how to sign in, in one line."""
    if not User.objects.exists():
        _make_demo_editor(secrets.token_urlsafe(9))
        return (
            f"Sign in as {EDITOR} with the password {PASSWORD_FILE.read_text()} (it stays in {PASSWORD_FILE})"
        )
    editor = User.objects.filter(username=EDITOR, is_active=True).first()
    if editor and PASSWORD_FILE.exists() and editor.check_password(PASSWORD_FILE.read_text()):
        return f"Sign in as {EDITOR} with the password in {PASSWORD_FILE}"
    return "Sign in with your own account"


@transaction.atomic
def _make_demo_editor(password: str) -> None:
    editor = User.objects.create_user(EDITOR, password=password)
    editor.groups.add(Group.objects.get_or_create(name="Editors")[0])
    PASSWORD_FILE.unlink(missing_ok=True)
    PASSWORD_FILE.touch(mode=0o600)
    PASSWORD_FILE.write_text(password)


def _ingest(sources: Sequence[Path], *options: str) -> None:
    """Take in reports; the command says a line for each, and one that fails does not keep us from serving."""
    try:
        call_command("ingest", *map(str, sources), *options)
    except CommandError as error:
        print(f"Not every report could be taken in: {error}", file=sys.stderr)
