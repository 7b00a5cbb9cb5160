"""Links, conflicts and drift of claims that are about to be shown: a fixed number of queries for any number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.db.models import Q

from articles.models import Story
from claims.extraction.when import When
from claims.models import Attribution, Claim, Conflict, Drift, Link
from claims.timeline.headlines import choose_headline, trimmed
from claims.timeline.lines import exact_words, name_of, outlet_of
from claims.timeline.standing import (
    ConflictLine,
    ConflictSide,
    DriftLine,
    LinkedHow,
    LinkLine,
    SideWording,
)
from claims.timeline.values import ClaimLine, Evidence

_BACK: dict[str, LinkedHow] = {
    "denies": "denied-by",
    "relies-on": "relied-on-by",
    "supports": "supports",
    "contradicts": "contradicts",
}
_ORDER = ("denies", "denied-by", "contradicts", "supports", "relies-on", "relied-on-by")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A claim as a link shows it."""

    story: str
    speaker: str
    stance: str
    headline: str
    headline_language: str
    reports: int
    when: When | None


def with_relations(
    lines: Sequence[ClaimLine], *, language: str, story: Story | None = None
) -> list[ClaimLine]:
    """The same lines with what stands between them and the other claims of their stories; `story`: they are all its."""
    ids = [line.id for line in lines]
    of_links = Q(claim__story=story) if story else Q(claim__in=ids) | Q(target__in=ids)
    of_conflicts = Q(claim__story=story) if story else Q(claim__in=ids) | Q(other__in=ids)
    of_drifts = Q(attribution__claim__story=story) if story else Q(attribution__claim__in=ids)
    links = list(
        Link.objects.filter(
            of_links,
            rejected_at=None,
            claim__retired_at=None,
            target__retired_at=None,
        ).order_by("-score", "pk")
    )
    conflicts = list(
        Conflict.objects.filter(of_conflicts, rejected_at=None, claim__retired_at=None)
        .select_related("editor")
        .order_by("kind", "pk")
    )
    drifts = list(Drift.objects.filter(of_drifts).order_by("pk"))
    wordings = _wordings(lines, conflicts)
    ends = {end for link in links for end in (link.claim_id, link.target_id)}
    shown = {line.id: _shown_line(line, story.slug) for line in lines if line.id in ends} if story else {}
    shown |= _shown(ends - shown.keys(), language)
    link_lines, conflict_lines = _link_lines(links, shown), _conflict_lines(conflicts, wordings)
    drift_lines = _drift_lines(drifts, lines)
    return [
        replace(
            line,
            links=tuple(link_lines[line.id]),
            conflicts=tuple(conflict_lines[line.id]),
            drifts=tuple(drift_lines[line.id]),
        )
        for line in lines
    ]


def _shown_line(line: ClaimLine, story: str) -> _Shown:
    return _Shown(
        story=story,
        speaker=line.speaker.name if line.speaker else "",
        stance=line.stance,
        headline=line.headline,
        headline_language=line.headline_language,
        reports=line.reports,
        when=line.when,
    )


def _shown(ids: Iterable[int], language: str) -> dict[int, _Shown]:
    claims = Claim.objects.filter(pk__in=set(ids)).select_related("speaker", "story")
    rows: dict[int, list[Attribution]] = defaultdict(list)
    for row in _rows(Q(claim__in=claims, state=Attribution.State.CURRENT)):
        rows[row.claim_id or 0].append(row)
    return {claim.pk: _shown_claim(claim, rows[claim.pk], language) for claim in claims}


def _rows(which: Q) -> Iterable[Attribution]:
    return (
        Attribution.objects.filter(which)
        .select_related("article__outlet")
        .defer("article__text", "article__source", "article__runs")
        .order_by("article_id", "pk")
    )


def _shown_claim(claim: Claim, rows: Sequence[Attribution], language: str) -> _Shown:
    headline = choose_headline([_brief(row) for row in rows], language=language)
    return _Shown(
        story=claim.story.slug,
        speaker=claim.speaker.name if claim.speaker else "",
        stance=claim.stance,
        headline=trimmed(headline.content) if headline else "",
        headline_language=headline.language if headline else "",
        reports=len({row.article_id for row in rows}),
        when=claim.when,
    )


def _brief(row: Attribution) -> Evidence:
    """A wording as far as the choice of a headline reads it."""
    return Evidence(
        attribution_id=row.pk,
        article_id=row.article_id,
        article_title=row.article.title,
        outlet=outlet_of(row.article),
        language=row.article.language,
        published=row.article.published,
        type=row.type,
        stance=row.stance,
        state=row.state,
        content=exact_words(row.content),
        source="",
        cue="",
        before="",
        after="",
        fragments=(),
        nested=row.nested,
        continuation=row.continuation,
        is_headline=row.is_headline,
    )


def _link_lines(links: Iterable[Link], shown: Mapping[int, _Shown]) -> dict[int, list[LinkLine]]:
    found: dict[int, list[LinkLine]] = defaultdict(list)
    for link in links:
        for own, other, how in (
            (link.claim_id, link.target_id, cast(LinkedHow, link.kind)),
            (link.target_id, link.claim_id, _BACK[link.kind]),
        ):
            found[own].append(_link_line(link, how, other, shown[other]))
    for own_lines in found.values():
        own_lines.sort(key=lambda one: _ORDER.index(one.how))
    return found


def _link_line(link: Link, how: LinkedHow, other: int, shown: _Shown) -> LinkLine:
    return LinkLine(
        how=how,
        claim_id=other,
        story=shown.story,
        speaker=shown.speaker,
        stance=shown.stance,
        headline=shown.headline,
        headline_language=shown.headline_language,
        reports=shown.reports,
        origin=link.origin,
        score=link.score,
        reason=link.reason,
        reason_key=link.reason_key,
        reason_words=link.reason_words,
        id=link.pk,
        when=shown.when,
    )


def _wordings(lines: Iterable[ClaimLine], conflicts: Iterable[Conflict]) -> dict[int, SideWording]:
    """The wordings on either side, by attribution; most stand in the lines already."""
    wanted = {pk for one in conflicts for side in one.sides for pk in side["attributions"]}
    known = {
        one.attribution_id: SideWording(
            one.attribution_id, one.article_id, one.outlet, one.language, one.content
        )
        for line in lines
        for one in line.evidence
        if one.attribution_id in wanted
    }
    for row in _rows(Q(pk__in=wanted - known.keys())):
        known[row.pk] = SideWording(
            row.pk, row.article_id, outlet_of(row.article), row.article.language, exact_words(row.content)
        )
    return known


def _conflict_lines(
    conflicts: Iterable[Conflict], wordings: Mapping[int, SideWording]
) -> dict[int, list[ConflictLine]]:
    found: dict[int, list[ConflictLine]] = defaultdict(list)
    for one in conflicts:
        sides = tuple(
            _side(side["value"], side["label"], side["attributions"], wordings) for side in one.sides
        )
        for own, other in ((one.claim_id, one.other_id), (one.other_id, one.claim_id)):
            if own is not None:
                found[own].append(
                    ConflictLine(
                        id=one.pk,
                        kind=one.kind,
                        sides=sides,
                        origin=one.origin,
                        score=one.score,
                        reason=one.reason,
                        reason_key=one.reason_key,
                        reason_words=one.reason_words,
                        other_claim_id=other,
                        settled_at=one.settled_at,
                        settled_by=name_of(one.editor) if one.editor and one.settled_at else "",
                        settlement=one.settlement,
                    )
                )
    return found


def _side(value: str, label: str, pks: Iterable[int], wordings: Mapping[int, SideWording]) -> ConflictSide:
    own = tuple(wordings[pk] for pk in pks if pk in wordings)
    return ConflictSide(value, label, len({one.article_id for one in own}), own)


def _drift_lines(drifts: Iterable[Drift], lines: Sequence[ClaimLine]) -> dict[int, list[DriftLine]]:
    drifts = list(drifts)
    wanted = {one.attribution_id for one in drifts}
    evidence = {
        one.attribution_id: (line.id, one)
        for line in lines
        for one in line.evidence
        if one.attribution_id in wanted
    }
    found: dict[int, list[DriftLine]] = defaultdict(list)
    for one in drifts:
        if one.attribution_id not in evidence:
            continue
        claim_id, wording = evidence[one.attribution_id]
        found[claim_id].append(
            DriftLine(
                attribution_id=one.attribution_id,
                reference_id=one.reference_id,
                kind=one.kind,
                outlet=wording.outlet,
                language=wording.language,
                pieces=tuple(piece["exact"] for piece in one.pieces),
                reference_pieces=tuple(piece["exact"] for piece in one.reference_pieces),
                reason=one.reason,
                reason_key=one.reason_key,
                reason_words=one.reason_words,
                places=tuple((piece["start"], piece["end"]) for piece in one.pieces),
            )
        )
    return found
