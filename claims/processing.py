"""The journey of an article, stage by stage: read what it says, record that, join it with the rest of its story."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from django.db import DatabaseError

from articles.models import Article, Story
from claims.errors import ExtractionFailed
from claims.extraction import pipeline
from claims.models import Attribution, Run
from claims.services import Linked, Recorded, link_story, note_traits, record_attributions


@dataclass(frozen=True, slots=True)
class Processed:
    """What came of one article. `unchanged`: this version had read this text already."""

    outcome: Literal["read", "unchanged", "unsupported"]
    recorded: Recorded = Recorded()


def process_article(article: Article) -> Processed:
    """Read one article and record what it says. Safe to repeat, and nothing to do when nothing changed.

    An article in a language that extraction does not read is left without attributions.
    Raises ExtractionFailed when it cannot be read; what was recorded earlier stays.
    """
    with _failing_in_words(article):
        note_traits(article=article)
    if not article.is_supported:
        return Processed("unsupported", _forget(article))
    if _has_been_read(article):
        return Processed("unchanged")
    with _failing_in_words(article):
        found = pipeline.extract(article.text, language=article.language, published=article.published)
    kept = [one for one in found if one.rule not in pipeline.REPEATING_RULES]
    return Processed(
        "read", record_attributions(article=article, version=pipeline.VERSION, attributions=kept)
    )


@contextmanager
def _failing_in_words(article: Article) -> Iterator[None]:
    try:
        yield
    except DatabaseError:  # says nothing about the text, and the next article would meet it too
        raise
    except Exception as error:  # whatever a text does to a rule must not stop the other articles
        raise ExtractionFailed(
            f"“{article}” could not be read ({type(error).__name__}: {error}). "
            "Its earlier attributions stay as they were. Report this as a bug, with the text."
        ) from error


def process_story(story: Story) -> Linked:
    """Join the attributions of a story's articles into claims.

    Raises LinkingFailed or BadLinking; the claims then stay as they were.
    """
    return link_story(story=story)


def _has_been_read(article: Article) -> bool:
    """Whether the last reading of the article was by this version, of this text."""
    last = Run.objects.filter(article=article).order_by("-read_at", "-pk").first()
    return last is not None and (last.version, last.input_hash) == (pipeline.VERSION, Run.hash_of(article))


def _forget(article: Article) -> Recorded:
    """Retire what was read under another language, should the article's language have been corrected."""
    if not article.attributions.filter(state=Attribution.State.CURRENT).exists():
        return Recorded()
    return record_attributions(article=article, version=pipeline.VERSION, attributions=())
