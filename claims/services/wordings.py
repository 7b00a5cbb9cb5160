"""Editors put single wordings right: move one, reject one, choose one as headline. Later runs of machines leave it so."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Attribution, Claim, Decision
from claims.sayings import JOINT
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.settling import settle

LONGEST_TOLD = 300  # code points of a wording that a decision remembers; enough to know it by


@transaction.atomic
def move_wording(*, attribution: Attribution, to: Claim, editor: Somebody, note: str = "") -> None:
    """Put one wording into another claim of its story; it stays there.

    Raises NotAnEditor; InvalidDecision for another story's claim, one of another stance, or where it is already.
    """
    somebody, note = editor_of(editor), clean_note(note)
    if attribution.article.story_id is None or to.story_id != attribution.article.story_id:
        raise InvalidDecision(_("A wording can only go to a claim of its own article’s story."))
    lock(to.story_id)
    row, to = _fresh_wording(attribution), Claim.objects.get(pk=to.pk).successor
    if row.claim == to:
        raise InvalidDecision(_("This wording stands in that claim already. Choose another one."))
    if row.stance != to.stance:
        raise InvalidDecision(_("A wording that denies and a claim that asserts never belong together."))
    _put(row, to, Decision.Verb.MOVE_WORDING, editor=somebody, note=note)


@transaction.atomic
def reject_wording(*, attribution: Attribution, editor: Somebody, note: str = "") -> None:
    """Take out of every claim a wording that is no attribution; no later run puts it back, only an undoing does.

    Raises NotAnEditor; InvalidDecision for a wording that is in no claim.
    """
    somebody, note = editor_of(editor), clean_note(note)
    if attribution.article.story_id is None:
        raise InvalidDecision(_("This wording’s article belongs to no story, so it is in no claim."))
    lock(attribution.article.story_id)
    row = _fresh_wording(attribution)
    if row.claim is None:
        raise InvalidDecision(_("This wording is in no claim any more. Open the claim again."))
    _put(row, None, Decision.Verb.REJECT_WORDING, editor=somebody, note=note)


def _put(row: Attribution, to: Claim | None, verb: Decision.Verb, *, editor: User, note: str) -> None:
    claims = [one for one in (row.claim, to) if one is not None]
    scope = Scope({one.story_id for one in claims}, {one.pk for one in claims}, {row.pk})
    with recorded(
        verb,
        scope,
        editor=editor,
        note=note,
        attribution=row.pk,
        claim=row.claim_id,
        to=to.pk if to else None,
        words=exact_words(row),
    ):
        row.claim, row.claim_pinned, row.is_headline = to, True, False
        row.save(update_fields=["claim", "claim_pinned", "is_headline"])
        settle(*claims)


@transaction.atomic
def choose_headline(*, attribution: Attribution, editor: Somebody, note: str = "") -> None:
    """Let one wording stand for its claim wherever the reader's language is the wording's.

    Raises NotAnEditor; InvalidDecision for a wording that is in no claim, or stands for it already.
    """
    somebody, note = editor_of(editor), clean_note(note)
    row = _locked(attribution)
    if row.is_headline:
        raise InvalidDecision(_("This wording is the claim’s headline already."))
    with _about_headline(Decision.Verb.CHOOSE_HEADLINE, row, editor=somebody, note=note):
        Attribution.objects.filter(claim=row.claim, article__language=row.article.language).update(
            is_headline=False
        )
        Attribution.objects.filter(pk=row.pk).update(is_headline=True)


@transaction.atomic
def clear_headline(*, attribution: Attribution, editor: Somebody, note: str = "") -> None:
    """Leave the choice of the headline to the machine again.

    Raises NotAnEditor; InvalidDecision for a wording that no editor chose.
    """
    somebody, note = editor_of(editor), clean_note(note)
    row = _locked(attribution)
    if not row.is_headline:
        raise InvalidDecision(_("No editor has chosen this wording as headline. Open the claim again."))
    with _about_headline(Decision.Verb.CLEAR_HEADLINE, row, editor=somebody, note=note):
        Attribution.objects.filter(pk=row.pk).update(is_headline=False)


def _about_headline(
    verb: Decision.Verb, row: Attribution, *, editor: User, note: str
) -> AbstractContextManager[dict[str, Any]]:
    claim = cast(Claim, row.claim)
    scope = Scope({claim.story_id}, {claim.pk})
    return recorded(
        verb, scope, editor=editor, note=note, claim=claim.pk, attribution=row.pk, words=exact_words(row)
    )


def _locked(attribution: Attribution) -> Attribution:
    """The wording as it is once nobody else decides about its story. Raises InvalidDecision when it is in no claim."""
    if attribution.article.story_id is not None:
        lock(attribution.article.story_id)
    row = _fresh_wording(attribution)
    if row.claim is None:
        raise InvalidDecision(_("This wording is in no claim any more. Open the claim again."))
    return row


def exact_words(row: Attribution) -> str:
    return Truncator(JOINT.join(piece["exact"] for piece in row.content)).chars(LONGEST_TOLD)


def _fresh_wording(attribution: Attribution) -> Attribution:
    return (
        Attribution.objects.select_for_update(of=["self"])
        .select_related("claim__speaker", "article")
        .get(pk=attribution.pk)
    )
