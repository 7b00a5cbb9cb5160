"""Rows of the database folded into the lines that a page shows. No queries here: everything is handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import User

from articles.models import Article, Story
from claims.extraction.when import Precision
from claims.models import Attribution, Claim, Run, Speaker, Verdict, Withdrawal
from claims.timeline.headlines import choose_headline, trimmed
from claims.timeline.sentences import fragments, surroundings
from claims.timeline.values import (
    ClaimLine,
    Evidence,
    Fragment,
    ReportLine,
    Role,
    Selector,
    SpeakerLine,
    StoryLine,
    VerdictLine,
    WithdrawnLine,
)

CONTEXT = 32  # code points before and after a quote, as the annotation tools in use keep them
GAP = " […] "  # between the pieces of a split wording


def story_line(story: Story) -> StoryLine:
    return StoryLine(slug=story.slug, title=story.title, summary=story.summary)


def speaker_line(speaker: Speaker | None) -> SpeakerLine | None:
    return (
        SpeakerLine(slug=speaker.slug, name=speaker.name, kind=speaker.kind, id=speaker.pk)
        if speaker
        else None
    )


def verdict_line(verdict: Verdict) -> VerdictLine:
    return VerdictLine(
        about=verdict.about,
        status=verdict.status,
        note=verdict.note,
        editor=name_of(verdict.editor),
        given_at=verdict.created_at,
        id=verdict.pk,
        withdrawn=_withdrawn_line(verdict),
    )


def _withdrawn_line(verdict: Verdict) -> WithdrawnLine | None:
    found: Withdrawal | None = getattr(verdict, "withdrawal", None)
    return WithdrawnLine(name_of(found.editor), found.created_at, found.note) if found else None


def name_of(editor: User) -> str:
    return editor.get_full_name() or editor.get_username()


def latest_of_each(history: Sequence[VerdictLine]) -> tuple[VerdictLine, ...]:
    """The newest verdict on each question that nobody took back, of verdicts that stand newest first."""
    latest = {line.about: line for line in reversed(history) if line.withdrawn is None}
    return tuple(latest[about] for about in Verdict.About.values if about in latest)


def by_language(articles: Iterable[Article]) -> tuple[tuple[str, int], ...]:
    return counted(article.language for article in articles)


def counted(languages: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Each with how often it occurs, most first."""
    return tuple(sorted(Counter(languages).items(), key=lambda pair: (-pair[1], pair[0])))


def report_line(article: Article, *, last_read: str | None, claims: int) -> ReportLine:
    """One article of a story; `last_read` is the fingerprint of what its last run read."""
    return ReportLine(
        article_id=article.pk,
        title=article.title,
        outlet=outlet_of(article),
        language=article.language,
        published=article.published,
        url=article.url,
        is_supported=article.is_supported,
        is_read=Run.hash_of(article) == last_read,
        claims=claims,
    )


def outlet_of(article: Article) -> str:
    return article.outlet.name if article.outlet else ""


def via_of(row: Attribution) -> str:
    return row.via.name if row.via else row.via_name


def precision_of(row: Attribution | Claim) -> Precision | None:
    return row.when.precision if row.when else None


def exact_words(pieces: Iterable[dict[str, str]]) -> str:
    return GAP.join(words_of(pieces))


def words_of(pieces: Iterable[dict[str, str]]) -> tuple[str, ...]:
    return tuple(piece["exact"] for piece in pieces)


def evidence_of(row: Attribution, article: Article) -> Evidence:
    before, after, around = _surroundings(row, article.text)
    return Evidence(
        attribution_id=row.pk,
        article_id=article.pk,
        article_title=article.title,
        outlet=outlet_of(article),
        language=article.language,
        published=article.published,
        type=row.type,
        stance=row.stance,
        state=row.state,
        content=exact_words(row.content),
        source=exact_words(row.source),
        cue=exact_words(row.cue),
        before=before,
        after=after,
        fragments=around,
        content_pieces=_selectors(row, row.content, article.text),
        source_pieces=_selectors(row, row.source, article.text),
        cue_pieces=_selectors(row, row.cue, article.text),
        speaker_name=row.speaker_name,
        said_on=row.said_on,
        said_on_precision=precision_of(row),
        to=row.to,
        medium=row.medium,
        via=via_of(row),
        based_on=row.based_on,
        nested=row.nested,
        continuation=row.continuation,
        is_headline=row.is_headline,
        hedges=words_of(row.hedges),
        hedge_pieces=_selectors(row, row.hedges, article.text),
    )


def _selectors(row: Attribution, pieces: Iterable[Any], text: str) -> tuple[Selector, ...]:
    """The places of pieces; none for an orphan, whose places are those of a text that is gone."""
    if row.state == Attribution.State.ORPHANED:
        return ()
    return tuple(
        Selector(
            start=piece["start"],
            end=piece["end"],
            exact=piece["exact"],
            prefix=text[max(0, piece["start"] - CONTEXT) : piece["start"]],
            suffix=text[piece["end"] : piece["end"] + CONTEXT],
        )
        for piece in pieces
    )


def _surroundings(row: Attribution, text: str) -> tuple[str, str, tuple[Fragment, ...]]:
    """What stands before the content, after it, and the sentences in fragments; nothing for an orphan."""
    if row.state == Attribution.State.ORPHANED:
        return "", "", (Fragment(exact_words(row.content), "content"),)
    parts: list[tuple[Role, tuple[int, int]]] = [
        (role, (piece["start"], piece["end"]))
        for role in ("content", "cue", "source")
        for piece in getattr(row, role)
    ]
    content = [span for role, span in parts if role == "content"]
    start, end = surroundings(text, content, [span for role, span in parts if role != "content"])
    before, after = text[start : content[0][0]], text[max(end for _, end in content) : end]
    hedges = [(piece["start"], piece["end"]) for piece in row.hedges]
    return before, after, fragments(text, (start, end), parts, hedges)


def claim_line(
    claim: Claim,
    *,
    evidence: Sequence[Evidence],
    history: Sequence[VerdictLine],
    language: str,
) -> ClaimLine:
    """One claim with the evidence that is to be shown; a report that says it now counts once."""
    headline = choose_headline(evidence, language=language)
    languages = counted({one.article_id: one.language for one in evidence if one.state == "current"}.values())
    return ClaimLine(
        id=claim.pk,
        speaker=speaker_line(claim.speaker),
        stance=claim.stance,
        headline=trimmed(headline.content) if headline else "",
        headline_language=headline.language if headline else "",
        said_on=claim.said_on,
        said_on_precision=precision_of(claim),
        first_published=min((one.published for one in evidence if one.published), default=None),
        reports=sum(count for _, count in languages),
        languages=languages,
        verdicts=latest_of_each(history),
        history=tuple(history),
        evidence=tuple(sorted(evidence, key=lambda one: _reading_order(one, language))),
        retired=claim.retired_at is not None,
    )


def _reading_order(one: Evidence, language: str) -> tuple[object, ...]:
    published = one.published or date.max
    return one.state != "current", one.language != language, published, one.article_id, one.attribution_id
