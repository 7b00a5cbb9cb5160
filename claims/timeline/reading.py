"""An article's text with its attributions marked, and a note beside each."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.db.models import Q

from articles.models import Article
from claims.models import Attribution, Run
from claims.timeline.furniture import left_out
from claims.timeline.lines import (
    exact_words,
    latest_of_each,
    outlet_of,
    precision_of,
    speaker_line,
    story_line,
    via_of,
    words_of,
)
from claims.timeline.marks import Marked, cut
from claims.timeline.values import Mark, Note, Paragraph, Reading, Role, VerdictLine
from claims.timeline.verdicts import verdict_history


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known about the article's claims from elsewhere, by claim."""

    languages: Mapping[int, tuple[tuple[str, int], ...]]
    history: Mapping[int, list[VerdictLine]]


def article_reading(article: Article) -> Reading:
    """Everything there is to show of one article; at most six queries, whatever its length."""
    rows = list(
        article.attributions.exclude(state=Attribution.State.RETIRED)
        .exclude(claim_pinned=True, claim=None)  # an editor found it to be no attribution
        .select_related("claim__speaker", "speaker", "via")
    )
    current = sorted((row for row in rows if row.state == Attribution.State.CURRENT), key=_place)
    orphaned = [row for row in rows if row.state == Attribution.State.ORPHANED and row.claim_id]
    context = _context(rows)
    paragraphs = cut(article.text, _marked(current))
    return Reading(
        article_id=article.pk,
        title=article.title,
        outlet=outlet_of(article),
        language=article.language,
        published=article.published,
        url=article.url,
        story=story_line(article.story) if article.story else None,
        is_supported=article.is_supported,
        is_read=_last_read(article) == Run.hash_of(article),
        paragraphs=paragraphs,
        notes=tuple(_note(row, context, paragraph) for row, paragraph in _beside(current, paragraphs)),
        orphaned=tuple(_note(row, context, None) for row in orphaned),
        left_out=left_out(article.source, article.runs, paragraphs),
    )


def _last_read(article: Article) -> str | None:
    """The fingerprint of what the article's last run read."""
    runs = Run.objects.filter(article=article).order_by("-read_at", "-pk")
    return runs.values_list("input_hash", flat=True).first()


def _place(row: Attribution) -> tuple[int, int, int]:
    return row.content[0]["start"], -row.content[-1]["end"], row.pk


def _context(rows: Iterable[Attribution]) -> _Context:
    claims = {row.claim_id for row in rows if row.claim_id}
    articles = (
        Attribution.objects.filter(claim__in=claims, state=Attribution.State.CURRENT)
        .order_by()
        .values_list("claim_id", "article_id", "article__language")
        .distinct()
    )
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for claim_id, _, language in articles:
        counts[claim_id][language] += 1
    history = verdict_history(Q(claim__in=claims))
    ordered = {
        claim: tuple(sorted(own.items(), key=lambda pair: (-pair[1], pair[0])))
        for claim, own in counts.items()
    }
    return _Context(languages=ordered, history=history)


def _marked(rows: Sequence[Attribution]) -> list[Marked]:
    """The marks of all attributions. A cue or source that two of them share is marked once, for the first."""
    shared: set[tuple[str, int, int]] = set()
    marked = []
    for row in rows:
        for role in ("content", "source", "cue"):
            for piece in getattr(row, role):
                place = (role, piece["start"], piece["end"])
                if role == "content" or place not in shared:
                    marked.append(Marked(piece["start"], piece["end"], _mark(row, role)))
                shared.add(place)
    return marked


def _mark(row: Attribution, role: Role) -> Mark:
    return Mark(
        attribution_id=row.pk,
        role=role,
        stance=row.stance,
        type=row.type,
        claim_id=row.claim_id,
        nested=row.nested,
        continuation=row.continuation,
    )


def _beside(
    rows: Iterable[Attribution], paragraphs: Sequence[Paragraph]
) -> Iterable[tuple[Attribution, int]]:
    """Each row with the index of the paragraph that its content begins in."""
    starts = [0, *accumulate(len(paragraph.text) + len(paragraph.gap) for paragraph in paragraphs)]
    for row in rows:
        yield row, bisect_right(starts, row.content[0]["start"]) - 1


def _note(row: Attribution, context: _Context, paragraph: int | None) -> Note:
    languages = context.languages.get(row.claim_id or 0, ())
    speaker = row.claim.speaker if row.claim else row.speaker
    return Note(
        attribution_id=row.pk,
        claim_id=row.claim_id,
        paragraph=paragraph,
        speaker=speaker_line(speaker),
        speaker_name=row.speaker_name,
        stance=row.stance,
        type=row.type,
        content=exact_words(row.content),
        said_on=row.said_on,
        said_on_precision=precision_of(row),
        to=row.to,
        medium=row.medium,
        via=via_of(row),
        based_on=row.based_on,
        nested=row.nested,
        continuation=row.continuation,
        reports=sum(count for _, count in languages),
        languages=languages,
        verdicts=latest_of_each(context.history.get(row.claim_id or 0, [])),
        hedges=words_of(row.hedges),
    )
