"""The stories at a glance, and what was last said in any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article, Story
from claims.models import Attribution, Claim, Link, Precision, Stance
from claims.timeline.gist import gist_of
from claims.timeline.lines import story_line
from claims.timeline.story import claim_lines, shown_claims
from claims.timeline.values import FrontPage, Gist, StoryClaim, StoryCount

LATEST = 5  # of each stance; as many as stand beside the stories without scrolling


def front_page(*, language: str) -> FrontPage:
    """Every story with its counts, and the newest assertions and denials; `language` is the reader's."""
    stories = {story.pk: story for story in Story.objects.all()}
    gists = _gists([story for story in stories.values() if not story.summary], language=language)
    latest = {stance: _latest(stance) for stance in (Stance.ASSERTS, Stance.DENIES)}
    shown = [claim for claims in latest.values() for claim in claims]
    by_claim = {line.id: line for line in claim_lines(shown, language=language)}

    def told(claims: Iterable[Claim]) -> tuple[StoryClaim, ...]:
        return tuple(StoryClaim(story_line(stories[claim.story_id]), by_claim[claim.pk]) for claim in claims)

    return FrontPage(
        stories=tuple(
            replace(line, gist=gists.get(line.story.slug))
            for line in sorted(story_counts(stories.values()), key=_last_said_first)
        ),
        latest_assertions=told(latest[Stance.ASSERTS]),
        latest_denials=told(latest[Stance.DENIES]),
    )


def _gists(stories: Collection[Story], *, language: str) -> dict[str, Gist]:
    """What each story turns on, by its slug."""
    current = Attribution.objects.filter(claim=OuterRef("pk"), state=Attribution.State.CURRENT)
    denials = Link.objects.filter(
        target=OuterRef("pk"), kind=Link.Kind.DENIES, rejected_at=None, claim__retired_at=None
    )
    claims = list(
        _living()
        .filter(story__in=stories, stance=Stance.ASSERTS)
        .alias(denials=_number_of(denials, by="target", of="pk"))
        .alias(reports=_number_of(current, by="claim", of="article"))
        .order_by("story_id", "-denials", "-reports", "pk")
        .distinct("story_id")
        .select_related("story")
    )
    lines = claim_lines(claims, language=language, brief=True)
    gists = ((claim.story.slug, gist_of([line])) for claim, line in zip(claims, lines, strict=True))
    return {slug: gist for slug, gist in gists if gist}


def _number_of(rows: QuerySet[Any], *, by: str, of: str) -> Coalesce:
    """How many different values of a field the rows of a claim have; `by` is the field that names the claim."""
    counted = rows.order_by().values(by).annotate(n=Count(of, distinct=True)).values("n")
    return Coalesce(Subquery(counted), 0)


def story_counts(stories: Iterable[Story]) -> list[StoryCount]:
    """Stories with their counts, in the order given; two queries, however many."""
    stories = list(stories)
    counts = {row["story"]: row for row in _claim_counts(stories)}
    languages = _report_counts(stories)
    return [
        _story_count(story, counts.get(story.pk, {}), tuple(languages.get(story.pk, ()))) for story in stories
    ]


def _living() -> QuerySet[Claim]:
    return shown_claims().filter(retired_at=None)


def _claim_counts(stories: Collection[Story]) -> Iterable[Mapping[str, Any]]:
    to_the_day = Q(said_on_precision=Precision.DAY)
    return (
        _living()
        .filter(story__in=stories)
        .order_by()
        .values("story")
        .annotate(
            claims=Count("pk"),
            denials=Count("pk", filter=Q(stance=Stance.DENIES)),
            first=Min("said_on", filter=to_the_day),
            last=Max("said_on", filter=to_the_day),
        )
    )


def _report_counts(stories: Collection[Story]) -> dict[int | None, list[tuple[str, int]]]:
    """The number of reports in each language, most first, by story."""
    counts: dict[int | None, list[tuple[str, int]]] = defaultdict(list)
    rows = (
        Article.objects.filter(story__in=stories)
        .order_by()
        .values("story", "language")
        .annotate(n=Count("pk"))
    )
    for row in sorted(rows, key=lambda row: (-row["n"], row["language"])):
        counts[row["story"]].append((row["language"], row["n"]))
    return counts


def _story_count(
    story: Story, counts: Mapping[str, Any], languages: tuple[tuple[str, int], ...]
) -> StoryCount:
    return StoryCount(
        story=story_line(story),
        claims=counts.get("claims", 0),
        denials=counts.get("denials", 0),
        reports=sum(count for _, count in languages),
        languages=languages,
        first_said_on=counts.get("first"),
        last_said_on=counts.get("last"),
    )


def _last_said_first(line: StoryCount) -> tuple[int, str]:
    return -(line.last_said_on.toordinal() if line.last_said_on else 0), line.story.title


def _latest(stance: Stance) -> list[Claim]:
    return list(_living().filter(stance=stance, said_on__isnull=False).order_by("-said_on", "-pk")[:LATEST])
