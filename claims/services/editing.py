"""Editors put claims right: merge two, split one. Every later run of a machine leaves it so."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Attribution, Claim, Decision
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.settling import settle
from claims.services.taking_along import take_conflicts_along, take_links_along


@transaction.atomic
def merge_claims(*, claim: Claim, into: Claim, editor: Somebody, note: str = "") -> Claim:
    """Put all wordings of a claim into another one, and keep both sets there; gives the claim that goes on.

    The emptied claim is retired; its verdicts stay with it, what editors decided about its links goes along.
    Raises NotAnEditor; InvalidDecision for two stories, a claim and its denial, or a claim with itself.
    """
    somebody, note = editor_of(editor), clean_note(note)
    lock(claim.story_id, into.story_id)
    claim, into = _fresh(claim), _fresh(into)
    if claim.pk == into.pk:
        raise InvalidDecision(_("A claim cannot be merged with itself. Choose another one."))
    _check_together(claim, into)
    moved = list(claim.attributions.values_list("pk", flat=True))
    if not moved or not into.attributions.exists():
        raise InvalidDecision(_("One of these claims has no wordings any more. Open the story again."))
    scope = Scope(stories={claim.story_id}, claims={claim.pk, into.pk})
    with recorded(
        Decision.Verb.MERGE_CLAIMS,
        scope,
        editor=somebody,
        note=note,
        claim=claim.pk,
        into=into.pk,
        attributions=moved,
    ):
        claim.attributions.update(claim=into, claim_pinned=True)
        into.attributions.update(claim_pinned=True)
        take_links_along(claim, into)
        take_conflicts_along(claim, into)
        claim.merged_into = into
        settle(claim, into)
    return into


@transaction.atomic
def split_claim(
    *, claim: Claim, attributions: Collection[Attribution], editor: Somebody, note: str = ""
) -> Claim:
    """Make a claim of its own of some of a claim's wordings, and keep all where they are; gives the new claim.

    Raises NotAnEditor; InvalidDecision when the wordings are not the claim's, or are all of them or none.
    """
    somebody, note = editor_of(editor), clean_note(note)
    lock(claim.story_id)
    claim = _fresh(claim)
    chosen = {attribution.pk for attribution in attributions}
    own = set(claim.attributions.values_list("pk", flat=True))
    if not chosen or not chosen < own:
        raise InvalidDecision(
            _("Choose some wordings of this claim, not all of them, to make a claim of their own.")
        )
    scope = Scope(stories={claim.story_id}, claims={claim.pk})
    with recorded(
        Decision.Verb.SPLIT_CLAIM,
        scope,
        editor=somebody,
        note=note,
        claim=claim.pk,
        attributions=sorted(chosen),
    ) as told:
        new = Claim.objects.create(story_id=claim.story_id, speaker=claim.speaker, stance=claim.stance)
        scope.claims.add(new.pk)
        told["new"] = new.pk
        claim.attributions.update(claim_pinned=True)
        Attribution.objects.filter(pk__in=chosen).update(claim=new)
        settle(claim, new)
    return new


def _fresh(claim: Claim) -> Claim:
    return Claim.objects.select_related("speaker").get(pk=claim.pk)


def _check_together(claim: Claim, into: Claim) -> None:
    if claim.story_id != into.story_id:
        raise InvalidDecision(
            _("These claims belong to two stories. Only claims of one story can be merged.")
        )
    if claim.stance != into.stance:
        raise InvalidDecision(_("A claim and its denial are never merged; link them instead."))
