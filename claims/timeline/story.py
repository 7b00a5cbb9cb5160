"""A story as one ordered value, and any set of claims as lines: a fixed number of queries, then plain folding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article, Story
from claims.extraction.when import NEVER, When
from claims.models import Attribution, Claim, Run, Stance, Verdict
from claims.timeline.lines import (
    by_language,
    claim_line,
    evidence_of,
    report_line,
    story_line,
)
from claims.timeline.relations import with_relations
from claims.timeline.values import ClaimLine, Day, Evidence, ReportLine, SpeakerCount, Timeline
from claims.timeline.verdicts import verdict_history
from claims.timeline.wordings import brief_evidence, brief_rows, told_by

_UNKNOWN = date.max  # sorts behind every day


def story_timeline(story: Story, *, language: str, brief: bool = False) -> Timeline:
    """Everything there is to show of a story; `language` is the reader's, as in `fr` or `fr-ca`.

    `brief` leaves the sentences around each wording out, which is most of the work of a long story.
    """
    lines = claim_lines(shown_claims().filter(story=story), language=language, brief=brief, story=story)
    living = [line for line in lines if not line.retired]
    articles = list(_articles().filter(story=story))
    return Timeline(
        story=story_line(story),
        days=_days(lines),
        reports=_reports(articles, living),
        languages=by_language(articles),
        speakers=_speakers(living),
        claims_total=len(living),
        denials=sum(line.stance == Stance.DENIES for line in living),
        verified=sum(any(one.status == Verdict.Status.VERIFIED for one in line.verdicts) for line in living),
    )


def shown_claims() -> QuerySet[Claim]:
    """The claims that a reader gets to see: those with a wording that stands or stood, and all that were judged."""
    visible = (Attribution.State.CURRENT, Attribution.State.ORPHANED)
    has_wording = Exists(Attribution.objects.filter(claim=OuterRef("pk"), state__in=visible))
    is_judged = Exists(Verdict.objects.filter(claim=OuterRef("pk")))
    return Claim.objects.filter(Q(has_wording, retired_at=None) | Q(is_judged)).select_related("speaker")


def claim_lines(
    claims: Iterable[Claim],
    *,
    language: str,
    brief: bool = False,
    story: Story | None = None,
    alone: bool = False,
) -> list[ClaimLine]:
    """Claims as lines, in the order given. As many queries for any number of them, but none for what is not there.

    `story`: these are all that it shows, which is asked for in shorter words than by naming each. `alone` leaves out
    their links, conflicts and drift.
    """
    claims, language = list(claims), language[:2].lower()
    which = Q(claim__story=story) if story else Q(claim__in=claims)
    evidence = _brief_evidence(which) if brief else _evidence(which)
    history = verdict_history(which)
    lines = [
        claim_line(
            claim, evidence=_shown(evidence[claim.pk]), history=history.get(claim.pk, []), language=language
        )
        for claim in claims
    ]
    return lines if alone else with_relations(lines, language=language, story=story)


def _evidence(which: Q) -> dict[int, list[Evidence]]:
    """The wordings of each claim, with what stands around them."""
    found: dict[int, list[Evidence]] = defaultdict(list)
    rows = list(Attribution.objects.filter(which).select_related("via").order_by("article_id", "pk"))
    articles = _articles().in_bulk({row.article_id for row in rows})
    for row in rows:
        found[row.claim_id or 0].append(evidence_of(row, articles[row.article_id]))
    return found


def _brief_evidence(which: Q) -> dict[int, list[Evidence]]:
    """The wordings of each claim, in their words alone."""
    rows = brief_rows(which)
    ids = {row.article_id for own in rows.values() for row in own}
    articles = {pk: told_by(article) for pk, article in _articles().defer("text").in_bulk(ids).items()}
    found: dict[int, list[Evidence]] = defaultdict(list)
    for claim_id, own in rows.items():
        found[claim_id] = [brief_evidence(row, articles) for row in own]
    return found


def _shown(evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Retired wordings are shown only for want of others: they are all that a judged claim may have left."""
    return [one for one in evidence if one.state != Attribution.State.RETIRED] or evidence


def _articles() -> QuerySet[Article]:
    return Article.objects.select_related("outlet").defer("source", "runs")


def _days(lines: Iterable[ClaimLine]) -> tuple[Day, ...]:
    by_time: dict[When, list[ClaimLine]] = defaultdict(list)
    for line in lines:
        by_time[line.when or NEVER].append(line)
    return tuple(
        Day(when=None if when == NEVER else when, claims=tuple(sorted(own, key=_place_in_day)))
        for when, own in sorted(by_time.items(), key=lambda pair: pair[0])
    )


def _place_in_day(line: ClaimLine) -> tuple[object, ...]:
    """What most reports carry comes first, then what was reported first; under the unknown day the report's date leads."""
    published = line.first_published or _UNKNOWN
    weight = (-line.reports, published) if line.said_on else (published, -line.reports)
    return (line.retired, *weight, line.id)


def _reports(articles: Sequence[Article], living: Iterable[ClaimLine]) -> tuple[ReportLine, ...]:
    runs = Run.objects.filter(article__in=articles).order_by("read_at", "pk")
    last_read = dict(runs.values_list("article_id", "input_hash"))
    carried = Counter(
        article_id
        for line in living
        for article_id in {one.article_id for one in line.evidence if one.state == Attribution.State.CURRENT}
    )
    return tuple(
        report_line(article, last_read=last_read.get(article.pk), claims=carried[article.pk])
        for article in sorted(articles, key=lambda one: (one.published or _UNKNOWN, one.pk))
    )


def _speakers(living: Iterable[ClaimLine]) -> tuple[SpeakerCount, ...]:
    counts = Counter(line.speaker for line in living if line.speaker)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].name))
    return tuple(SpeakerCount(speaker=speaker, claims=count) for speaker, count in ordered)
