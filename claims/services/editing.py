"""Editors put claims right: merge two, split one, move a wording. Every later run of a machine leaves it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone

from claims.errors import InvalidDecision
from claims.models import Attribution, Claim, Conflict, Decision, Link, Origin
from claims.services.deciding import Somebody, clean_note, editor_of, lock, write_down
from claims.services.linking import day_most_reports_give
from claims.services.relating import relate_story


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
        raise InvalidDecision("A claim cannot be merged with itself. Choose another one.")
    _check_together(claim, into)
    moved = list(claim.attributions.values_list("pk", flat=True))
    if not moved or not into.attributions.exists():
        raise InvalidDecision("One of these claims has no wordings any more. Open the story again.")
    claim.attributions.update(claim=into, claim_pinned=True)
    into.attributions.update(claim_pinned=True)
    _take_decisions_along(claim, into)
    write_down(
        Decision.Verb.MERGE_CLAIMS,
        editor=somebody,
        note=note,
        claim=claim.pk,
        into=into.pk,
        attributions=moved,
    )
    _settle(claim, into)
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
            "Choose some wordings of this claim, not all of them, to make a claim of their own."
        )
    new = Claim.objects.create(story_id=claim.story_id, speaker=claim.speaker, stance=claim.stance)
    claim.attributions.update(claim_pinned=True)
    Attribution.objects.filter(pk__in=chosen).update(claim=new)
    write_down(
        Decision.Verb.SPLIT_CLAIM,
        editor=somebody,
        note=note,
        claim=claim.pk,
        new=new.pk,
        attributions=sorted(chosen),
    )
    _settle(claim, new)
    return new


@transaction.atomic
def move_wording(*, attribution: Attribution, to: Claim | None, editor: Somebody, note: str = "") -> None:
    """Put one wording into another claim of its story, or, with None, out of every claim; it stays there.

    Raises NotAnEditor; InvalidDecision for another story's claim, or one of another stance.
    """
    somebody, note = editor_of(editor), clean_note(note)
    story_id = attribution.article.story_id
    if story_id is None or (to is not None and to.story_id != story_id):
        raise InvalidDecision("A wording can only go to a claim of its own article’s story.")
    lock(story_id)
    row = Attribution.objects.select_for_update().get(pk=attribution.pk)
    before = row.claim
    if to is not None:
        to = _fresh(to)
        if row.stance != to.stance:
            raise InvalidDecision("A wording that denies and a claim that asserts never belong together.")
    row.claim, row.claim_pinned = to, True
    row.save(update_fields=["claim", "claim_pinned"])
    write_down(
        Decision.Verb.MOVE_WORDING,
        editor=somebody,
        note=note,
        attribution=row.pk,
        claim=before.pk if before else None,
        to=to.pk if to else None,
    )
    claims = [one for one in (before, to) if one is not None]
    if claims:
        _settle(*claims)


def _fresh(claim: Claim) -> Claim:
    return Claim.objects.select_related("speaker").get(pk=claim.pk)


def _check_together(claim: Claim, into: Claim) -> None:
    if claim.story_id != into.story_id:
        raise InvalidDecision("These claims belong to two stories. Only claims of one story can be merged.")
    if claim.stance != into.stance:
        raise InvalidDecision("A claim and its denial are never merged; link them instead.")


def _settle(*claims: Claim) -> None:
    """Bring claims up to the wordings that they now have, retire what has none, and relate the story anew."""
    for claim in claims:
        rows = list(claim.attributions.exclude(state=Attribution.State.RETIRED).select_related("speaker"))
        claim.retired_at = None if rows else claim.retired_at or timezone.now()
        if rows:
            claim.stance = _most([row.stance for row in rows])
            claim.said_on = day_most_reports_give(rows)
            speakers = {row.speaker.slug: row.speaker for row in rows if row.speaker}
            slugs = [row.speaker.slug for row in rows if row.speaker]
            claim.speaker = speakers[_most(slugs)] if slugs else None
        claim.save()
    relate_story(story=claims[0].story)


def _most(values: Sequence[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _take_decisions_along(claim: Claim, into: Claim) -> None:
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
    for conflict in Conflict.objects.filter(claim=claim, other=None, rejected_at__isnull=False):
        Conflict.objects.filter(claim=into, other=None, kind=conflict.kind, rejected_at=None).delete()
        if not Conflict.objects.filter(claim=into, other=None, kind=conflict.kind).exists():
            conflict.claim = into
            conflict.save(update_fields=["claim"])
