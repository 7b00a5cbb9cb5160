"""Where a text's paragraphs part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.timeline.sentences import paragraphs, surroundings

LONG = "A line so long that nobody wrapped it by hand, which is how the paragraphs of a web page come out of its markup."


def test_wrapped_lines_belong_to_one_paragraph() -> None:
    text = "The port said\nthat it stank.\n\nThe line\ndenied it."
    assert [text[start:end] for start, end, _ in paragraphs(text)] == [
        "The port said\nthat it stank.",
        "The line\ndenied it.",
    ]


def test_a_long_line_is_a_paragraph_by_itself() -> None:
    assert len(paragraphs(f"{LONG}\n{LONG}\n\nShort.")) == 3


def test_a_headline_without_a_full_stop_is_no_part_of_the_sentence_below_it() -> None:
    text = f"A headline\n{LONG}"
    start = text.index("nobody")
    assert surroundings(text, [(start, start + 6)]) == (len("A headline\n"), len(text))


@given(st.text(alphabet="ab \n", max_size=60).map(lambda text: text + LONG * (len(text) % 2)))
def test_paragraphs_and_what_parts_them_are_the_text(text: str) -> None:
    parts = paragraphs(text)
    assert "".join(text[start:end] + text[end:following] for start, end, following in parts) == text
