"""What all decisions of editors share: who may decide, which story waits, and the record of what was done."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from articles.models import Story
from claims.errors import InvalidDecision, NotAnEditor
from claims.models import Decision
from claims.services.verdicts import LONGEST_NOTE, is_editor

Somebody = AbstractBaseUser | AnonymousUser


def editor_of(user: Somebody) -> User:
    """The user as an editor. Raises NotAnEditor."""
    if not isinstance(user, User) or not is_editor(user):
        raise NotAnEditor("Only members of the group Editors decide this. Ask an administrator to add you.")
    return user


def lock(*story_ids: int) -> None:
    """Wait for any linking of these stories, always in one order, so that two decisions never block each other."""
    list(Story.objects.select_for_update(no_key=True).filter(pk__in=story_ids).order_by("pk"))


def clean_note(note: str) -> str:
    """A note without outer blanks. Raises InvalidDecision."""
    note = note.replace("\r\n", "\n").strip()
    if "\0" in note:
        raise InvalidDecision("The note holds a character that cannot be kept (NUL). Take it out.")
    if len(note) > LONGEST_NOTE:
        raise InvalidDecision(f"The note has {len(note)} characters; shorten it to at most {LONGEST_NOTE}.")
    return note


def write_down(verb: Decision.Verb, *, editor: User, note: str, **details: Any) -> Decision:
    return Decision.objects.create(verb=verb, editor=editor, note=note, details=details)
