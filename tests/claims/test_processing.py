from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from claims import processing
from claims.errors import ExtractionFailed, LinkingFailed
from claims.extraction import pipeline
from claims.extraction.records import Attribution
from claims.matching import linking, suggesting
from claims.models import Run
from claims.processing import process_article, process_story
from claims.services import Linked, Recorded
from tests.factories import make_article, make_attribution, make_record, make_run, make_story

pytestmark = pytest.mark.django_db

TEXT = "The port is closed, the mayor said."


class Extractor:
    """Finds the first three words of a text, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __call__(self, text: str, *, language: str, published: Any = None) -> Sequence[Attribution]:
        self.asked.append((text, language))
        if "!" in text:
            raise ZeroDivisionError("a rule tripped")
        return [make_record(text, " ".join(text.split()[:3]))]


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    extractor = Extractor()
    monkeypatch.setattr(pipeline, "extract", extractor)
    monkeypatch.setattr(pipeline, "VERSION", "1")
    return extractor


def test_an_article_is_read_and_recorded(extractor: Extractor) -> None:
    article = make_article(TEXT)
    assert process_article(article) == processing.Processed("read", Recorded(added=1))
    assert article.attributions.get().content[0]["exact"] == "The port is"
    assert extractor.asked == [(TEXT, "en")]


def test_the_same_version_does_not_read_the_same_text_twice(extractor: Extractor) -> None:
    article = make_article(TEXT)
    process_article(article)
    assert process_article(article).outcome == "unchanged"
    assert len(extractor.asked) == 1


@pytest.mark.parametrize("field", ["version", "text", "published", "language"])
def test_it_reads_again_when_something_it_depends_on_changed(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    article = make_article(TEXT)
    process_article(article)
    if field == "version":
        monkeypatch.setattr(pipeline, "VERSION", "2")
    else:
        changed = {"text": f" {TEXT}", "published": "2025-11-15", "language": "de"}
        setattr(article, field, changed[field])
        article.save()
        article.refresh_from_db()
    assert process_article(article).outcome == "read"
    assert len(extractor.asked) == 2


def test_a_text_that_was_changed_back_is_read_again() -> None:
    article = make_article(TEXT)
    for text in (TEXT, "Other words now.", TEXT):
        article.text = text
        article.save()
        assert process_article(article).outcome == "read"
    assert article.attributions.get(state="current").content[0]["exact"] == "The port is"
    assert Run.objects.count() == 2


@pytest.mark.parametrize("language", ["es", ""])
def test_an_unsupported_language_is_not_forced(extractor: Extractor, language: str) -> None:
    assert process_article(make_article(TEXT, language=language)).outcome == "unsupported"
    assert not extractor.asked


def test_what_was_read_under_a_wrong_language_is_withdrawn() -> None:
    article = make_article(TEXT)
    process_article(article)
    article.language = "es"
    article.save()
    assert process_article(article) == processing.Processed("unsupported", Recorded(retired=1))
    assert process_article(article) == processing.Processed("unsupported", Recorded())


def test_a_failing_rule_is_told_of_in_words_and_harms_nothing() -> None:
    article = make_article("Oh no! What now?", title="Panic")
    kept = make_attribution(article, run=make_run(article, version="0"))
    with pytest.raises(
        ExtractionFailed, match="“Panic” could not be read .ZeroDivisionError: a rule tripped"
    ):
        process_article(article)
    kept.refresh_from_db()
    assert kept.state == "current"


def test_a_text_whose_traits_cannot_be_read_is_told_of_in_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> None:
        raise ZeroDivisionError("a mark tripped")

    monkeypatch.setattr(suggesting, "traits_of", trip)
    with pytest.raises(ExtractionFailed, match="ZeroDivisionError: a mark tripped"):
        process_article(make_article(TEXT))


def test_a_story_with_an_article_that_could_not_be_read_is_still_linked() -> None:
    story = make_story()
    failing, fine = make_article("Oh no! What now?", story=story), make_article(TEXT, story=story)
    with pytest.raises(ExtractionFailed):
        process_article(failing)
    process_article(fine)
    assert process_story(story) == Linked(claims=1, created=1)
    assert fine.attributions.get().claim is not None


def test_a_failing_linker_is_told_of_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("a concept")

    monkeypatch.setattr(linking, "link", fail)
    with pytest.raises(LinkingFailed, match="could not be joined .KeyError"):
        process_story(make_story())
