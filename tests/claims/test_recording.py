from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Article
from claims.errors import ArticleChanged, BadExtraction
from claims.extraction import records
from claims.models import Attribution, Run
from claims.services import Recorded, record_attributions
from tests.factories import make_article, make_attribution, make_claim, make_record

pytestmark = pytest.mark.django_db

TEXT = "The port is closed, the mayor said on Friday. Ships wait outside, according to the pilots."
MAYOR = records.Speaker(slug="mayor", name="the mayor", kind="person")
CLOSED = make_record(TEXT, "The port is closed", cue="said", source="the mayor", speaker=MAYOR)
WAITING = make_record(TEXT, "Ships wait outside", cue="according to", source="the pilots")


def record(article: Article, *attributions: records.Attribution, version: str = "1") -> Recorded:
    return record_attributions(article=article, version=version, attributions=attributions)


def rows(article: Article) -> list[dict[str, Any]]:
    return [dict(row) for row in Attribution.objects.filter(article=article).order_by("pk").values()]


def test_an_attribution_is_kept_with_its_exact_words() -> None:
    article = make_article(TEXT)
    said = replace(
        CLOSED,
        said_on=date(2025, 11, 1),
        said_on_precision="month",
        to="AFP",
        medium="X",
        via=records.Speaker(slug="gazette", name="Gazette", kind="publication"),
        based_on="a note",
        hedges=((4, 8),),
    )
    assert record(article, said) == Recorded(added=1)
    row = article.attributions.get()
    assert row.content == [{"start": 0, "end": 18, "exact": "The port is closed"}]
    assert [piece["exact"] for piece in (*row.source, *row.cue)] == ["the mayor", "said"]
    assert row.hedges == [{"start": 4, "end": 8, "exact": "port"}]
    assert (row.speaker_slug, row.speaker_name, row.speaker_kind) == ("mayor", "the mayor", "person")
    assert (row.said_on_precision, str(row.when)) == ("month", "2025-11")
    assert (row.via_slug, row.said_on, row.to, row.medium, row.based_on) == (
        "gazette",
        date(2025, 11, 1),
        "AFP",
        "X",
        "a note",
    )


def test_recording_again_changes_no_row() -> None:
    article = make_article(TEXT)
    record(article, CLOSED, WAITING)
    before = rows(article)
    assert record(article, WAITING, CLOSED) == Recorded(unchanged=2)
    assert rows(article) == before
    assert Run.objects.count() == 1


def test_a_newer_version_keeps_the_rows_it_agrees_with() -> None:
    article = make_article(TEXT)
    record(article, CLOSED)
    before = article.attributions.get()
    assert record(article, CLOSED, version="2") == Recorded(unchanged=1)
    after = article.attributions.get()
    assert after.pk == before.pk
    assert after.run.version == "2"


def test_what_is_new_about_a_place_is_written_to_its_row() -> None:
    article = make_article(TEXT)
    record(article, CLOSED)
    before = article.attributions.get()
    assert record(article, replace(CLOSED, stance="denies", confidence=0.5)) == Recorded(altered=1)
    after = article.attributions.get()
    assert (after.pk, after.stance, after.confidence) == (before.pk, "denies", 0.5)


def test_hedges_that_a_newer_version_finds_are_written_to_the_same_row() -> None:
    article = make_article(TEXT)
    record(article, CLOSED)
    before = article.attributions.get()
    assert record(article, replace(CLOSED, hedges=((4, 8),)), version="2") == Recorded(altered=1)
    after = article.attributions.get()
    assert (after.pk, [piece["exact"] for piece in after.hedges]) == (before.pk, ["port"])


def test_what_a_reading_lacks_is_retired_and_what_comes_back_revived() -> None:
    article = make_article(TEXT)
    record(article, CLOSED, WAITING)
    closed = article.attributions.get(speaker_slug="mayor")
    assert record(article, WAITING) == Recorded(unchanged=1, retired=1)
    closed.refresh_from_db()
    assert closed.state == "retired"
    assert record(article, WAITING) == Recorded(unchanged=1)
    assert record(article, CLOSED, WAITING) == Recorded(unchanged=1, revived=1)
    closed.refresh_from_db()
    assert closed.state == "current"


def test_what_an_editor_pinned_is_not_retired() -> None:
    article = make_article(TEXT)
    row = make_attribution(article, claim=make_claim(), claim_pinned=True)
    assert record(article) == Recorded()
    row.refresh_from_db()
    assert row.state == "current"


def test_of_two_attributions_at_one_place_the_more_confident_counts() -> None:
    article = make_article(TEXT)
    record(
        article, replace(CLOSED, rule="weak", confidence=0.2), replace(CLOSED, rule="strong", confidence=0.8)
    )
    assert article.attributions.get().rule == "strong"


def test_a_changed_text_orphans_what_moved_and_records_it_anew_in_the_same_claim() -> None:
    article, claim = make_article(TEXT), make_claim()
    record(article, CLOSED)
    old = article.attributions.get()
    Attribution.objects.filter(pk=old.pk).update(claim=claim, claim_pinned=True)
    article.text = f"Update. {TEXT}"
    article.save()
    moved = make_record(article.text, "The port is closed", cue="said", source="the mayor", speaker=MAYOR)
    assert record(article, moved) == Recorded(added=1)
    old.refresh_from_db()
    new = article.attributions.get(state="current")
    assert (old.state, old.claim, old.content[0]["start"]) == ("orphaned", None, 0)
    assert (new.claim, new.claim_pinned, new.content[0]["start"]) == (claim, True, 8)


def test_words_that_a_changed_text_lacks_stay_orphaned_in_their_claim() -> None:
    article, claim = make_article(TEXT), make_claim()
    record(article, CLOSED, WAITING)
    Attribution.objects.update(claim=claim)
    article.text = TEXT.replace("Ships wait", "Boats stay")
    article.save()
    assert record(article, CLOSED) == Recorded(unchanged=1)
    assert set(article.attributions.values_list("speaker_slug", "state", "claim_id")) == {
        ("mayor", "current", claim.pk),
        ("", "orphaned", claim.pk),
    }


def test_a_text_that_changed_while_it_was_read_is_not_recorded() -> None:
    article = make_article(TEXT)
    Article.objects.filter(pk=article.pk).update(text="Other.")
    with pytest.raises(ArticleChanged, match="Read it again"):
        record(article, CLOSED)
    assert not Run.objects.exists()


@pytest.mark.parametrize("content", [(), ((0, 0),), ((5, 2),), ((-3, 2),), ((0, len(TEXT) + 1),)])
def test_spans_outside_the_text_are_refused_whole(content: records.Spans) -> None:
    article = make_article(TEXT)
    with pytest.raises(BadExtraction, match="by hand"):
        record(article, WAITING, replace(CLOSED, content=content))
    with pytest.raises(BadExtraction, match="by hand"):
        record(article, WAITING, replace(CLOSED, hedges=content or ((0, 0),)))
    assert not article.attributions.exists()


WORDS = [make_record(TEXT, word) for word in ("port", "closed", "mayor", "Ships", "outside")]
READINGS = st.lists(
    st.tuples(
        st.sampled_from(["", "Late. ", "port closed Ships "]),  # what is put before the text
        st.lists(
            st.tuples(st.sampled_from(WORDS), st.sampled_from(["asserts", "denies"]), st.booleans()),
            max_size=7,
        ),
    ),
    min_size=1,
    max_size=6,
)


@given(READINGS)
@settings(max_examples=40, deadline=None)
def test_after_any_readings_the_rows_are_the_last_one_and_nothing_is_lost(readings: Any) -> None:
    article = make_article(TEXT)
    seen: dict[int, str] = {}
    for prefix, chosen in readings:
        article.text = prefix + TEXT
        article.save()
        found = [
            _read_again(article.text, TEXT[slice(*one.content[0])], stance, is_hedged)
            for one, stance, is_hedged in chosen
        ]
        record(article, *found)
        check(article, found, seen)
        before = rows(article)
        record(article, *found)
        assert rows(article) == before


def _read_again(text: str, words: str, stance: records.Stance, is_hedged: bool) -> records.Attribution:
    one = make_record(text, words, stance=stance)
    return replace(one, hedges=one.content) if is_hedged else one


def check(article: Article, found: list[records.Attribution], seen: dict[int, str]) -> None:
    current = {tuple(map(_span, row.content)) for row in article.attributions.filter(state="current")}
    assert current == {one.content for one in found}
    for row in article.attributions.all():
        seen.setdefault(row.pk, row.content[0]["exact"])
        assert row.content[0]["exact"] == seen[row.pk], "a row never changes its words"
        if row.state != "orphaned":
            evidence = [*row.content, *row.hedges]
            assert all(article.text[slice(*_span(one))] == one["exact"] for one in evidence)
    assert set(seen) == set(article.attributions.values_list("pk", flat=True)), "no row is ever deleted"


def _span(piece: dict[str, Any]) -> tuple[int, int]:
    return piece["start"], piece["end"]
