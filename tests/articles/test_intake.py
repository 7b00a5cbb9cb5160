"""A report is stored exactly once, by its address and by its words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from articles.errors import ArticleError
from articles.intake import find_or_open_story, store_report, take_in
from articles.models import Article, Outlet, Story
from articles.reports import Report
from tests.factories import make_story

TEXT = "Le port est fermé, a dit le maire du village lundi soir."
OTHER = "Le port reste ouvert, a dit le maire du village mardi matin."
URL = "https://phare.example/port"

pytestmark = pytest.mark.django_db


def test_a_report_is_stored_as_found_and_as_read() -> None:
    story = make_story()
    source = f"Vues:\n\n{TEXT}\nPARTAGER:\n"
    stored = store_report(
        Report(source, "a.txt", title="Port", outlet="Le Phare", published=date(2025, 11, 17), url=URL),
        story=story,
    )
    article = Article.objects.get()
    assert (stored.article, stored.outcome, stored.note) == (article, "stored", "")
    assert (article.source, article.text) == (source, TEXT)
    assert "".join(source[start:end] for start, end in article.runs) == TEXT
    assert (article.title, article.published, article.source_name) == ("Port", date(2025, 11, 17), "a.txt")
    assert article.outlet == Outlet.objects.get(name="Le Phare")
    assert (article.url, article.canonical_url, article.story) == (URL, URL, story)
    assert (article.language, article.language_declared) == ("fr", False)
    assert article.language_probability is not None


def test_a_declared_language_is_kept_even_when_no_one_reads_it() -> None:
    article = store_report(Report(TEXT, language="sv"), story=None).article
    assert (article.language, article.language_declared, article.language_probability) == ("sv", True, None)
    assert not article.is_supported


def test_a_report_without_a_title_is_called_by_its_first_line() -> None:
    assert store_report(Report(f"{TEXT}\n{OTHER}"), story=None).article.title == TEXT
    title = store_report(Report("viele Wörter " * 20), story=None).article.title
    assert title.endswith("Wörter viele…")
    assert len(title) < 92


def test_the_same_report_again_changes_nothing() -> None:
    report = Report(TEXT, title="Port", outlet="Le Phare", url=URL)
    story = make_story()
    first = store_report(report, story=story).article
    again = store_report(report, story=story)
    assert (again.article, again.outcome, again.note) == (first, "unchanged", "")
    assert Article.objects.get().updated_at == first.updated_at


def test_the_same_words_in_other_blanks_case_and_marks_are_the_same_report() -> None:
    first = store_report(Report(TEXT), story=None).article
    other = Report(TEXT.upper().replace(" ", "\n ").replace(",", " –"))
    assert store_report(other, story=None).article == first


def test_the_same_words_elsewhere_change_nothing_and_say_where_they_are() -> None:
    kept = make_story(slug="port")
    first = store_report(Report(TEXT, title="Port fermé", outlet="Le Phare"), story=kept).article
    report = Report(TEXT, title="Autre titre", outlet="La Vigie", url=URL)
    again = store_report(report, story=make_story())
    assert (again.article, again.outcome) == (first, "unchanged")
    assert again.note == f"it is article {first.pk}, “Port fermé”, Le Phare, in story port"
    assert Outlet.objects.count() == 1


def test_other_words_under_the_same_address_update_the_article() -> None:
    first = store_report(Report(TEXT, title="Port", outlet="Le Phare", url=f"{URL}#top"), story=None).article
    changed = store_report(Report(OTHER, outlet="La Vigie", url=f"{URL}?utm_source=mail"), story=None)
    article = Article.objects.get()
    assert (changed.article, changed.outcome) == (first, "updated")
    assert (article.text, article.source, article.runs) == (OTHER, OTHER, [[0, len(OTHER)]])
    assert article.text_hash != first.text_hash
    assert (article.title, article.outlet and article.outlet.name) == ("Port", "La Vigie")


def test_an_address_that_now_brings_the_words_of_another_article_changes_nothing() -> None:
    store_report(Report(TEXT, url=URL), story=None)
    other = store_report(Report(OTHER), story=None).article
    again = store_report(Report(OTHER, url=URL), story=None)
    assert (again.article, again.outcome) == (other, "unchanged")
    assert set(Article.objects.values_list("text", flat=True)) == {TEXT, OTHER}


@pytest.mark.parametrize("source", ["Vues:\n\nPARTAGER:", "", "  ", "!?"])
def test_a_report_without_words_is_refused(source: str) -> None:
    with pytest.raises(ArticleError, match="give its text"):
        store_report(Report(source), story=None)


def test_what_postgres_refuses_is_replaced() -> None:
    article = store_report(Report("Le\0port \ud800 est fermé."), story=None).article
    assert article.source == "Le\ufffdport \ufffd est fermé."


def test_a_new_story_takes_its_title_from_the_report_or_its_slug() -> None:
    assert find_or_open_story(slug="port-2", title="Le port")[0].title == "Le port"
    assert find_or_open_story(slug="port-2", title="Autre")[0].title == "Le port"
    assert find_or_open_story(slug="harbour_papers")[0].title == "Harbour papers"
    assert find_or_open_story(slug="---")[0].title == "---"


@pytest.mark.parametrize("slug", ["Le port", "é", "a" * 51, "a/b"])
def test_a_bad_name_of_a_story_is_refused(slug: str) -> None:
    with pytest.raises(ArticleError, match="name"):
        take_in(Report(TEXT, story=slug))
    assert not Story.objects.exists()


def test_a_report_that_names_no_story_waits_for_one() -> None:
    waiting = take_in(Report(TEXT))
    assert (waiting.outcome, waiting.article.story) == ("stored", None)
    assert take_in(Report(TEXT)).outcome == "unchanged"
    named = take_in(Report(TEXT, story="port"))
    assert (named.outcome, named.article.pk) == ("updated", waiting.article.pk)
    assert named.article.story == Story.objects.get(slug="port")
    assert take_in(Report(TEXT)).article.story is not None


def test_no_story_is_opened_for_a_report_that_is_not_stored_in_it() -> None:
    take_in(Report(TEXT, story="port"))
    again = take_in(Report(TEXT, story="phare"))
    with pytest.raises(ArticleError):
        take_in(Report("PARTAGER:", story="quai"))
    assert again.note.endswith("in story port")
    assert [story.slug for story in Story.objects.all()] == ["port"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "reports",
    [
        [Report(TEXT, outlet="Le Phare", story="port")] * 6,
        [Report(f"{TEXT} {n}", url=URL, story="port") for n in range(6)],
    ],
    ids=["same words", "same address"],
)
def test_reports_that_arrive_at_once_are_one_article(reports: list[Report]) -> None:
    errors: list[Exception] = []
    barrier = threading.Barrier(len(reports))
    threads = [
        threading.Thread(target=_take_in_at_once, args=(report, barrier, errors.append)) for report in reports
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert Article.objects.count() == 1
    assert Story.objects.count() == 1


def _take_in_at_once(report: Report, barrier: threading.Barrier, tell: Callable[[Exception], None]) -> None:
    try:
        barrier.wait()
        take_in(report)
    except Exception as error:
        tell(error)
    finally:
        connection.close()
