"""One speaker across all stories, and the list of speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from claims.extraction.when import NEVER
from claims.models import Affiliation, Attribution, Speaker
from claims.timeline.chart import Chart, draw
from claims.timeline.disputes import one_by_one
from claims.timeline.lines import story_line
from claims.timeline.paging import Page, page_of
from claims.timeline.story import claim_lines, shown_claims
from claims.timeline.values import ClaimLine, StoryLine

MOST_SPEAKERS = 500  # a list longer than that is searched, not read


@dataclass(frozen=True, slots=True)
class SpokenFor:
    """Another speaker whom reports name between this one and them, with the number of wordings."""

    speaker: Speaker
    wordings: int


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """`stories` holds the story of each claim of the page, by the claim's id."""

    page: Page
    chart: Chart | None  # a lane a story; None where one claim is all there is
    lines: tuple[ClaimLine, ...]  # all of them, in the order of the list
    claims: int
    denials: int
    stories: dict[int, StoryLine]
    story_counts: tuple[tuple[StoryLine, int], ...]
    aliases: tuple[tuple[str, tuple[str, ...]], ...]  # language, names
    known_through: tuple[SpokenFor, ...]
    affiliations: tuple[Affiliation, ...]  # for whom it stands, as editors say
    affiliates: tuple[Affiliation, ...]  # who stands for it


def speaker_page(
    speaker: Speaker, page: int | None, *, language: str, holding: int | None = None
) -> SpeakerPage:
    """All that a speaker said, newest last; `language` is the reader's. A fixed number of queries.

    Without a `page` it is the one that holds the claim of this id.
    """
    rows = list(
        shown_claims()
        .filter(speaker=speaker, retired_at=None)
        .select_related("speaker", "story")
        .order_by("pk")
    )
    lines = claim_lines(rows, language=language, brief=True)
    lines.sort(key=lambda line: line.when or NEVER)
    stories = {row.pk: story_line(row.story) for row in rows}
    counts: dict[StoryLine, int] = defaultdict(int)
    for story in stories.values():
        counts[story] += 1
    return SpeakerPage(
        page=page_of(one_by_one(lines), page, holding=holding),
        chart=draw(lines, lane_of=lambda line: stories[line.id]) if len(lines) > 1 else None,
        lines=tuple(lines),
        claims=len(lines),
        denials=sum(line.stance == "denies" for line in lines),
        stories=stories,
        story_counts=tuple(sorted(counts.items(), key=lambda pair: -pair[1])),
        aliases=_aliases(speaker),
        known_through=_known_through(speaker),
        affiliations=tuple(speaker.affiliations.select_related("speaker", "of").order_by("role", "of__name")),
        affiliates=tuple(
            speaker.affiliates.select_related("speaker", "of").order_by("role", "speaker__name")
        ),
    )


def all_speakers() -> Sequence[Speaker]:
    """Those with a claim, most claims first, with `said` and `denied` counted."""
    living = Q(claims__retired_at=None)
    counted = Speaker.objects.annotate(
        said=Count("claims", filter=living),
        denied=Count("claims", filter=living & Q(claims__stance="denies")),
        told_in=Count("claims__story", filter=living, distinct=True),
    )
    return list(counted.filter(said__gt=0).order_by("-said", "name")[:MOST_SPEAKERS])


def _aliases(speaker: Speaker) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names: dict[str, list[str]] = defaultdict(list)
    for alias in sorted(speaker.aliases.all(), key=lambda one: one.name.casefold()):
        if not alias.is_hidden:
            names[alias.language].append(alias.name)
    return tuple((language, tuple(own)) for language, own in sorted(names.items()))


def _known_through(speaker: Speaker) -> tuple[SpokenFor, ...]:
    rows = (
        Attribution.objects.filter(claim__speaker=speaker, state="current", via__isnull=False)
        .exclude(via=speaker)
        .order_by()
        .values("via")
        .annotate(n=Count("pk"))
        .order_by("-n")[:10]
    )
    counts = {row["via"]: row["n"] for row in rows}
    found = Speaker.objects.in_bulk(counts)
    return tuple(SpokenFor(found[pk], n) for pk, n in counts.items())
