"""Editors make links of their own, and remove those that a machine found. No later run undoes it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Claim, Decision, Link, Origin
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded


@transaction.atomic
def make_link(*, claim: Claim, target: Claim, kind: str, editor: Somebody, reason: str = "") -> Link:
    """Link a claim to another of its story; a machine's link, or a rejected one, becomes the editor's.

    Raises NotAnEditor; InvalidDecision for an unknown kind, a claim with itself, claims of two stories, or a claim
    that no report carries any more.
    """
    somebody, reason = editor_of(editor), clean_note(reason)
    if kind not in Link.Kind.values:
        raise InvalidDecision(_("There is no such link. Choose one from the list."))
    lock(claim.story_id)
    claim, target = (Claim.objects.get(pk=one.pk).successor for one in (claim, target))
    if claim.pk == target.pk:
        raise InvalidDecision(_("A claim cannot be linked to itself. Choose another one."))
    if claim.story_id != target.story_id:
        raise InvalidDecision(
            _("These claims belong to two stories. Only claims of one story can be linked.")
        )
    if claim.retired_at or target.retired_at:
        raise InvalidDecision(_("No report carries one of these claims any more. Open the story again."))
    ends = [claim.pk, target.pk]
    if kind in Link.SYMMETRIC:
        ends.sort()
    scope = Scope({claim.story_id}, set(ends))
    told = {"claim": ends[0], "target": ends[1], "kind": kind}
    with recorded(Decision.Verb.MAKE_LINK, scope, editor=somebody, note=reason, **told):
        link: Link = Link.objects.update_or_create(
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
        )[0]
    return link


@transaction.atomic
def confirm_link(*, link: Link, editor: Somebody, reason: str = "") -> Link:
    """Make a machine's link an editor's, which no later run changes. Why the machine found it stays to be read.

    Raises NotAnEditor; InvalidDecision for a link that an editor has decided about.
    """
    somebody, reason = editor_of(editor), clean_note(reason)
    link = _locked(link)
    if link.origin == Origin.EDITOR or link.rejected_at:
        raise InvalidDecision(_("An editor has decided about this link already. Open the claim again."))
    with _about(Decision.Verb.CONFIRM_LINK, link, editor=somebody, note=reason):
        link.origin, link.editor, link.score = Origin.EDITOR, somebody, 1.0
        link.save()
    return link


@transaction.atomic
def reject_link(*, link: Link, editor: Somebody, reason: str = "") -> Link:
    """Take a link out of every page, for good: no later run brings it back.

    Raises NotAnEditor; InvalidDecision for one that is out already.
    """
    somebody, reason = editor_of(editor), clean_note(reason)
    link = _locked(link)
    if link.rejected_at:
        raise InvalidDecision(_("This link was removed before. Open the claim again."))
    with _about(Decision.Verb.REJECT_LINK, link, editor=somebody, note=reason):
        link.editor, link.rejected_at = somebody, timezone.now()
        if reason:
            link.reason, link.reason_key, link.reason_words = reason, "", {}
        link.save()
    return link


def _locked(link: Link) -> Link:
    """The link as it is once nobody else decides about its story. Raises InvalidDecision when a machine took it back."""
    lock(link.claim.story_id)
    row = Link.objects.select_for_update(of=["self"]).select_related("claim").filter(pk=link.pk).first()
    if row is None:
        raise InvalidDecision(
            _("This link is gone: a newer linking no longer finds it. Open the claim again.")
        )
    return row


def _about(
    verb: Decision.Verb, link: Link, *, editor: User, note: str
) -> AbstractContextManager[dict[str, Any]]:
    scope = Scope({link.claim.story_id}, {link.claim_id, link.target_id})
    told = {"claim": link.claim_id, "target": link.target_id, "kind": link.kind}
    return recorded(verb, scope, editor=editor, note=note, **told)
