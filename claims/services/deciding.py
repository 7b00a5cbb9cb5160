"""What all decisions of editors share: who may decide, which story waits, and the record of what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story
from claims.errors import InvalidDecision, NotAnEditor
from claims.models import Decision
from claims.services.changes import Scope, changes_between, state_of
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
        raise InvalidDecision(_("The text holds a character that cannot be kept. Type it again."))
    if len(note) > LONGEST_NOTE:
        raise InvalidDecision(
            _("The text has %(length)s characters; shorten it to at most %(most)s.")
            % {"length": len(note), "most": LONGEST_NOTE}
        )
    return note


@contextmanager
def recorded(
    verb: Decision.Verb, scope: Scope, *, editor: User, note: str, **told: Any
) -> Iterator[dict[str, Any]]:
    """Write a decision down together with all that the block changes within the scope.

    The block may add to the scope, and to what is ``told``, which this gives.
    """
    with transaction.atomic():
        before = state_of(scope)
        yield told
        scope.attributions |= {identity[0] for of, identity in before if of == "attribution"}
        changes = changes_between(before, state_of(scope))
        write_down(verb, scope, editor=editor, note=note, changes=changes, **told)


def write_down(verb: Decision.Verb, scope: Scope, *, editor: User, note: str, **told: Any) -> Decision:
    about = {
        "stories": sorted(scope.stories),
        "claims": sorted(scope.claims),
        "speakers": sorted(scope.speakers),
    }
    return Decision.objects.create(verb=verb, editor=editor, note=note, details={**about, **told})


def undone_ids(decisions: Iterable[int]) -> set[int]:
    """Those of some decisions, by id, that were undone."""
    undone = Decision.objects.filter(verb=Decision.Verb.UNDO, details__undone__in=list(decisions))
    return set(undone.values_list("details__undone", flat=True))
