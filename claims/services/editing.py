"""Editors put claims right: merge two, split one. Every later run of a machine leaves it so."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.errors import InvalidDecision
from claims.models import Attribution, Claim, Conflict, Decision, Link, Origin
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.settling import settle


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
        _take_links_along(claim, into)
        _take_conflicts_along(claim, into)
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


def _take_links_along(claim: Claim, into: Claim) -> None:
    """Links that an editor made or rejected go to the claim that goes on, unless it has one of that kind."""
    for link in Link.objects.filter(claim=claim) | Link.objects.filter(target=claim):
        if link.origin == Origin.MACHINE and link.rejected_at is None:
            continue
        ends = [into.pk if pk == claim.pk else pk for pk in (link.claim_id, link.target_id)]
        if link.kind in Link.SYMMETRIC:
            ends.sort()
        if ends[0] == ends[1]:
            link.delete()
            continue
        taken = Link.objects.filter(claim_id=ends[0], target_id=ends[1], kind=link.kind).first()
        if taken is not None:
            if taken.origin == Origin.EDITOR or taken.rejected_at is not None:
                link.delete()
                continue
            taken.delete()
        link.claim_id, link.target_id = ends
        link.save(update_fields=["claim", "target"])


def _take_conflicts_along(claim: Claim, into: Claim) -> None:
    """Conflicts that an editor settled or rejected go along, unless one is decided there; sides follow their ends."""
    decided = Q(rejected_at__isnull=False) | Q(settled_at__isnull=False)
    for conflict in Conflict.objects.filter(Q(claim=claim) | Q(other=claim), decided):
        one, other = (into.pk if pk == claim.pk else pk for pk in (conflict.claim_id, conflict.other_id))
        if one is not None and other is not None and one > other:
            one, other = other, one
            conflict.sides.reverse()
        there = Conflict.objects.filter(claim=one, other=other, kind=conflict.kind)
        if one == other or there.filter(decided).exists():
            conflict.delete()
            continue
        there.delete()
        conflict.claim_id, conflict.other_id = one, other  # type: ignore[assignment]  # the first is never None
        conflict.save(update_fields=["claim", "other", "sides"])
