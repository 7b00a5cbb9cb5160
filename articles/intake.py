"""Storing reports: each exactly once, by its address and by the words of its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal

from django.db import IntegrityError, transaction

from articles.addresses import canonical_url
from articles.errors import ArticleError
from articles.models import Article, Outlet, Story
from articles.reports import Report, read_story
from articles.text import clean, detect_language, headline, storable, words

Outcome = Literal["stored", "unchanged", "updated"]
TRIES = 3  # a race is lost once to each writer of the same report; a third in the same instant is not to be expected


@dataclass(frozen=True, slots=True)
class Stored:
    """The article that holds the report. ``note`` says where, when that is not where the report would have gone."""

    article: Article
    outcome: Outcome
    note: str = ""


def store_report(report: Report, *, story: Story | None) -> Stored:
    """Store a report once: the same address or the same words are the same article.

    An article whose address brings other words is updated; its claims are then for the caller to process. The
    same words under another address, story, outlet or title change nothing, but an article without a story takes the
    one that is named. Raises ``ArticleError``.
    """
    fields = _fields(report)
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                return _store(report, story, fields)
        except IntegrityError:  # somebody stored the same report in this moment: now it is found
            if attempt == TRIES:
                raise
    raise AssertionError("unreachable")


def take_in(report: Report) -> Stored:
    """Store a report in the story it names, or in none when it names none: then it waits for somebody to choose.

    Raises ``ArticleError``; then no new story is left behind.
    """
    if not report.story:
        return store_report(report, story=None)
    with transaction.atomic():
        story, is_new = find_or_open_story(slug=report.story, title=report.story_title)
        stored = store_report(report, story=story)
        if is_new and stored.article.story != story:
            story.delete()
    return stored


def find_or_open_story(*, slug: str, title: str = "") -> tuple[Story, bool]:
    """The story of that slug and whether it is new; then it takes the title, or one made from the slug."""
    made = _title_from(slug)
    return Story.objects.get_or_create(slug=slug, defaults={"title": title or made or slug})


def _title_from(slug: str) -> str:
    """*port-fire* -> *Port fire*; a short word without a vowel is an abbreviation: *alibaba-ft* -> *Alibaba FT*."""
    words = read_story(slug).replace("-", " ").replace("_", " ").split()
    spelt = [word.upper() if len(word) <= 3 and not set(word) & set("aeiouy") else word for word in words]
    made = " ".join(spelt)
    return made[:1].upper() + made[1:]


def _store(report: Report, story: Story | None, fields: dict[str, Any]) -> Stored:
    articles = Article.objects.select_related("story", "outlet").select_for_update(of=("self",))
    same_words = articles.filter(text_hash=fields["text_hash"]).first()
    if same_words and story and not same_words.story:
        same_words.story = story
        same_words.save(update_fields=["story", "updated_at"])
        return Stored(same_words, "updated", f"it is article {same_words.pk}, which had no story")
    if same_words:
        return Stored(same_words, "unchanged", _elsewhere(same_words, report, story))
    same_address = fields["canonical_url"] and articles.filter(canonical_url=fields["canonical_url"]).first()
    if same_address:
        return Stored(
            _renew(same_address, report, fields), "updated", _elsewhere(same_address, report, story)
        )
    article = Article.objects.create(
        story=story,
        outlet=_outlet(report),
        title=report.title or headline(fields["text"]),
        published=report.published,
        **fields,
    )
    return Stored(article, "stored")


def _fields(report: Report) -> dict[str, Any]:
    """What an article keeps of a report's text and address. Raises ``ArticleError`` when nothing is left to read."""
    source = storable(report.source)
    cleaned = clean(source)
    spelled = words(cleaned.text)
    if not spelled:
        raise ArticleError("holds no words of a report, at most page furniture; give its text")
    language = detect_language(
        cleaned.text, title=report.title, declared=report.language, hinted=report.language_hint
    )
    return {
        "url": report.url,
        "canonical_url": canonical_url(report.url) if report.url else None,
        "source": source,
        "source_name": report.source_name,
        "text": cleaned.text,
        "runs": [list(run) for run in cleaned.runs],
        "text_hash": hashlib.sha256(" ".join(spelled).encode()).hexdigest(),
        "language": language.language,
        "language_declared": language.declared,
        "language_probability": language.probability,
    }


def _renew(article: Article, report: Report, fields: dict[str, Any]) -> Article:
    """Give an article its new text, and whatever else the report says."""
    said = {"title": report.title, "published": report.published, "outlet": _outlet(report)}
    for name, value in (fields | {name: value for name, value in said.items() if value}).items():
        setattr(article, name, value)
    article.save()
    return article


def _outlet(report: Report) -> Outlet | None:
    return Outlet.objects.get_or_create(name=report.outlet)[0] if report.outlet else None


def _elsewhere(article: Article, report: Report, story: Story | None) -> str:
    """Where the article is, when its story, outlet or title is not the report's."""
    outlet = article.outlet.name if article.outlet else ""
    differs = (
        article.story != story
        or (report.outlet and report.outlet != outlet)
        or (report.title and report.title != article.title)
    )
    if not differs:
        return ""
    place = f"in story {article.story.slug}" if article.story else "without a story"
    return f"it is article {article.pk}, “{article.title}”{', ' + outlet if outlet else ''}, {place}"
