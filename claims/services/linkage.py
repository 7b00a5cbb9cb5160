"""Editors make links of their own, and reject those and the conflicts that a machine found."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from claims.errors import InvalidDecision
from claims.models import Claim, Conflict, Link, Origin
from claims.services.deciding import Somebody, clean_note, editor_of, lock


@transaction.atomic
def make_link(*, claim: Claim, target: Claim, kind: str, editor: Somebody, reason: str = "") -> Link:
    """Link a claim to another of its story; a machine's link, or a rejected one, becomes the editor's.

    Raises NotAnEditor; InvalidDecision for an unknown kind, a claim with itself, or claims of two stories.
    """
    somebody, reason = editor_of(editor), clean_note(reason)
    if kind not in Link.Kind.values:
        raise InvalidDecision(f"A link is one of {', '.join(Link.Kind.values)}, not {kind!r}.")
    if claim.pk == target.pk:
        raise InvalidDecision("A claim cannot be linked to itself. Choose another one.")
    if claim.story_id != target.story_id:
        raise InvalidDecision("These claims belong to two stories. Only claims of one story can be linked.")
    lock(claim.story_id)
    ends = [claim.pk, target.pk]
    if kind in Link.SYMMETRIC:
        ends.sort()
    link, _ = Link.objects.update_or_create(
        claim_id=ends[0],
        target_id=ends[1],
        kind=kind,
        defaults={
            "origin": Origin.EDITOR,
            "score": 1.0,
            "reason": reason,
            "reason_key": "",
            "reason_words": {},
            "editor": somebody,
            "rejected_at": None,
        },
    )
    return link


@transaction.atomic
def reject_link(*, link: Link, editor: Somebody, reason: str = "") -> Link:
    """Take a link out of every page, for good: no later run brings it back. Raises NotAnEditor."""
    somebody, reason = editor_of(editor), clean_note(reason)
    lock(link.claim.story_id)
    link = Link.objects.select_for_update(of=["self"]).get(pk=link.pk)
    link.editor, link.rejected_at = somebody, timezone.now()
    if reason:
        link.reason, link.reason_key, link.reason_words = reason, "", {}
    link.save()
    return link


@transaction.atomic
def reject_conflict(*, conflict: Conflict, editor: Somebody, reason: str = "") -> Conflict:
    """Take a conflict out of every page, for good: no later run brings it back. Raises NotAnEditor."""
    somebody, reason = editor_of(editor), clean_note(reason)
    lock(conflict.claim.story_id)
    conflict = Conflict.objects.select_for_update(of=["self"]).get(pk=conflict.pk)
    conflict.editor, conflict.rejected_at = somebody, timezone.now()
    if reason:
        conflict.reason, conflict.reason_key, conflict.reason_words = reason, "", {}
    conflict.save()
    return conflict
