"""Editors say what becomes of a conflict between reports: none, settled, or open again. No later run undoes it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Conflict, Decision
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.relating import relate_story


@transaction.atomic
def reject_conflict(*, conflict: Conflict, editor: Somebody, reason: str = "") -> Conflict:
    """Take a conflict that is none out of every page, for good: no later run brings it back.

    Raises NotAnEditor; InvalidDecision for one that is out already.
    """
    somebody, reason = editor_of(editor), clean_note(reason)
    conflict = _locked(conflict)
    if conflict.rejected_at:
        raise InvalidDecision(_("An editor has found before that this is no conflict. Open the claim again."))
    with _about(Decision.Verb.REJECT_CONFLICT, conflict, editor=somebody, note=reason):
        conflict.editor, conflict.rejected_at = somebody, timezone.now()
        conflict.settled_at, conflict.settlement = None, ""
        if reason:
            conflict.reason, conflict.reason_key, conflict.reason_words = reason, "", {}
        conflict.save()
    return conflict


@transaction.atomic
def settle_conflict(*, conflict: Conflict, settlement: str, editor: Somebody, note: str = "") -> Conflict:
    """Keep a conflict to be seen, with what settled it; it counts as open no more.

    Raises NotAnEditor; InvalidDecision without a word on what settled it, or for one that is not open any more.
    """
    somebody, note, settlement = editor_of(editor), clean_note(note), clean_note(settlement)
    if not settlement:
        raise InvalidDecision(_("Say what settled the conflict, in a sentence that a reader understands."))
    conflict = _locked(conflict)
    check_open(conflict)
    with _about(Decision.Verb.SETTLE_CONFLICT, conflict, editor=somebody, note=note, words=settlement):
        conflict.editor, conflict.settled_at, conflict.settlement = somebody, timezone.now(), settlement
        conflict.save()
    return conflict


def check_open(conflict: Conflict) -> None:
    """Raises InvalidDecision for a conflict that an editor decided about, with who it was, and how."""
    editor = conflict.editor
    who = (editor.get_full_name() or editor.get_username()) if editor else _("An editor")
    if conflict.settled_at:
        raise InvalidDecision(
            _(
                "%(editor)s settled this conflict meanwhile: “%(words)s” To settle it anew, open it again first."
            )
            % {"editor": who, "words": conflict.settlement}
        )
    if conflict.rejected_at:
        raise InvalidDecision(
            _("%(editor)s found meanwhile that this is no conflict. To settle it, open it again first.")
            % {"editor": who}
        )


@transaction.atomic
def reopen_conflict(*, conflict: Conflict, editor: Somebody, note: str = "") -> None:
    """Let a conflict that was settled, or found to be none, be one again, as far as the reports still give it.

    Raises NotAnEditor; InvalidDecision for one that is open.
    """
    somebody, note = editor_of(editor), clean_note(note)
    conflict = _locked(conflict)
    if not conflict.rejected_at and not conflict.settled_at:
        raise InvalidDecision(_("This conflict is open already. Open the claim again."))
    with _about(Decision.Verb.REOPEN_CONFLICT, conflict, editor=somebody, note=note):
        conflict.editor, conflict.rejected_at, conflict.settled_at = somebody, None, None
        conflict.settlement = ""
        conflict.save()
        relate_story(story=conflict.claim.story)  # the machine's again, with the machine's reason


def _locked(conflict: Conflict) -> Conflict:
    lock(conflict.claim.story_id)
    rows = Conflict.objects.select_for_update(of=["self"]).select_related("claim")
    row = rows.filter(pk=conflict.pk).first()
    if row is None:
        raise InvalidDecision(
            _("This conflict is gone: a newer linking no longer finds it. Open the claim again.")
        )
    return row


def _about(
    verb: Decision.Verb, conflict: Conflict, *, editor: User, note: str, **told: Any
) -> AbstractContextManager[dict[str, Any]]:
    claims = {pk for pk in (conflict.claim_id, conflict.other_id) if pk is not None}
    about = {"claim": conflict.claim_id, "conflict": conflict.kind}
    return recorded(verb, Scope({conflict.claim.story_id}, claims), editor=editor, note=note, **about, **told)
