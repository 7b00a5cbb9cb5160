"""Words that leave a saying open: told apart in its sentence, and what makes a cell of the comparison hedged."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from claims.timeline import story_timeline
from claims.timeline.comparing import compared
from claims.timeline.sentences import Span, fragments
from tests.claims.browsing import page
from tests.claims.telling import Told, pieces, report, say

TEXT = "The port said a ship had allegedly let out oil."
PLAIN = "The port said a ship had let out oil."


def spans(most: int) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, most), st.integers(0, most)).map(sorted).map(tuple)  # type: ignore[arg-type]


@given(st.data())
def test_fragments_joined_are_the_window_whatever_parts_and_hedges_cross(data: st.DataObject) -> None:
    window = data.draw(spans(len(TEXT)))
    parts = data.draw(
        st.lists(st.tuples(st.sampled_from(["content", "cue", "source"]), spans(len(TEXT))), max_size=4)
    )
    hedges = data.draw(st.lists(spans(len(TEXT)), max_size=3))
    cut = fragments(TEXT, window, parts, hedges)  # type: ignore[arg-type]
    assert "".join(one.text for one in cut) == TEXT[slice(*window)]
    at, marked = window[0], set()
    for one in cut:
        marked |= set(range(at, at + len(one.text))) if one.is_hedge else set()
        at += len(one.text)
    assert marked == {point for span in hedges for point in range(*span) if window[0] <= point < window[1]}


@pytest.fixture
def hedging(told: Told) -> Told:
    """One report hedges the claim that the two others state, in a word that a drift would name."""
    say(
        report(told.story, TEXT, "en", outlet="Echo"),
        told.undated,
        TEXT[14:-1],
        cue="said",
        hedges=pieces(TEXT, "allegedly"),
    )
    return told


def cells(told: Told) -> list[bool]:
    timeline = story_timeline(told.story, language="en", brief=True)
    matrix = compared(timeline, [one for one in timeline.claims if one.id == told.undated.pk])
    return [
        cell.is_hedged for block in matrix.blocks for row in block.rows for cell in row.cells if cell.wording
    ]


@pytest.mark.django_db
def test_a_cell_is_hedged_by_the_words_that_extraction_found(hedging: Told) -> None:
    assert sorted(cells(hedging)) == [False, True]


@pytest.mark.django_db
def test_where_every_report_hedges_no_cell_stands_out(hedging: Told) -> None:
    for row in hedging.undated.attributions.all():
        row.hedges = row.content
        row.save()
    assert cells(hedging) == [False, False]


@pytest.mark.django_db
def test_a_hedged_cell_names_its_words(client: Client, hedging: Told) -> None:
    html = page(client, "/s/harbour/compare/")
    assert "<b>hedged</b>" in html
    assert 'hedged: <q dir="auto" lang="en">allegedly</q>' in html


@pytest.mark.django_db
def test_the_margin_of_an_article_names_the_hedges(client: Client, hedging: Told) -> None:
    article = hedging.undated.attributions.get(article__outlet__name="Echo").article
    assert 'hedged: <q dir="auto" lang="en">allegedly</q>' in page(client, f"/articles/{article.pk}/")
