"""Contents that begin with *that* or *dass*, for corpora which count that word in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.complementizers import with_complementizer
from tests.claims.commands import shell


@pytest.mark.parametrize(
    ("language", "before", "content", "kept"),
    [
        ("en", "She said that ", "the bridge is safe", "that the bridge is safe"),
        ("en", "She asked WHETHER ", "it is safe", "WHETHER it is safe"),
        ("en", "She said that “", "the bridge” is safe", "that “the bridge” is safe"),
        ("en", "She said ", "the bridge is safe", "the bridge is safe"),
        ("en", "She asked ", "why it fell", "why it fell"),
        ("en", "She ate a carrot and thatif ", "it is safe", "it is safe"),
        ("de", "Sie sagte, dass ", "die Brücke sicher sei", "dass die Brücke sicher sei"),
        ("de", "Sie fragte, ob\n", "sie sicher sei", "ob\nsie sicher sei"),
        ("fr", "Elle affirme qu’", "il est sûr", "qu’il est sûr"),
        ("fr", "Elle affirme que ", "le pont est sûr", "que le pont est sûr"),
        ("xx", "Elle affirme que ", "le pont est sûr", "le pont est sûr"),
    ],
)
def test_the_word_before_a_told_clause_is_counted_in(
    language: str, before: str, content: str, kept: str
) -> None:
    text = before + content

    [(start, end)] = with_complementizer(text, ((len(before), len(text)),), language)

    assert text[start:end] == kept


@given(text=st.text(alphabet="that dasob “\n", max_size=40), data=st.data())
def test_a_content_only_grows_to_its_left(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))

    [(grown, end), other] = with_complementizer(text, ((start, len(text)), (50, 60)), "en")

    assert 0 <= grown <= start
    assert (end, other) == (len(text), (50, 60))


@pytest.mark.slow
def test_analyze_counts_the_word_in_only_when_asked() -> None:
    text = "The mayor said that the bridge is safe."
    line = json.dumps({"id": "a", "lang": "en", "text": text})

    def contents(command: str) -> list[str]:
        [one] = json.loads(shell(command, line).stdout)["attributions"]
        return [text[start:end] for start, end in one["content"]]

    assert contents("python manage.py analyze") == ["the bridge is safe"]
    assert contents("python manage.py analyze --keep-complementizers") == ["that the bridge is safe"]
