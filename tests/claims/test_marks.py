"""Sentences and marks: what of a text is shown where. No database."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.timeline.marks import Marked, cut
from claims.timeline.sentences import fragments, surroundings
from claims.timeline.values import Fragment, Mark, Paragraph, Role

Part = tuple[Role, tuple[int, int]]


def sentence_around(text: str, content: str, *others: str) -> str:
    def span(exact: str) -> tuple[int, int]:
        return text.index(exact), text.index(exact) + len(exact)

    start, end = surroundings(text, [span(content)], [span(other) for other in others])
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "content", "sentence"),
    [
        ("One. The port is closed. Three.", "port", "The port is closed."),
        ("The port is closed", "port", "The port is closed"),
        ("Head line\n\nThe port is closed.\n\nMore.", "port", "The port is closed."),
        ("« Non. Jamais », a-t-il dit. Puis rien.", "Jamais", "« Non. Jamais », a-t-il dit."),
        ("Il a dit : « Non.\u00a0» Puis rien.", "Non", "Il a dit : « Non.\u00a0»"),
        ("Er sagte: „Nein. Niemals.“ Dann ging er.", "Nein", "Er sagte: „Nein. Niemals.“"),
        ("»Nein. Niemals«, sagte er. Dann ging er.", "Nein", "»Nein. Niemals«, sagte er."),
        ("Am 15. November war z. B. Dr. Roth da. Er ging.", "Roth", "Am 15. November war z. B. Dr. Roth da."),
        ("Mr. J. Smith of the U.S. Navy spoke. He left.", "Smith", "Mr. J. Smith of the U.S. Navy spoke."),
        ("M. Roux a parlé en 2025. Elle est partie.", "Roux", "M. Roux a parlé en 2025."),
        ("Is it closed? “Yes!” she said. Fine.", "Yes", "“Yes!” she said."),
        ("„Nie geschlossen. Der Hafen ist zu. Ende.", "Hafen", "Der Hafen ist zu."),
        ("Er kam. Äpfel fehlten. Über alles.", "Äpfel", "Äpfel fehlten."),
    ],
)
def test_a_wording_is_shown_in_its_sentence(text: str, content: str, sentence: str) -> None:
    assert sentence_around(text, content) == sentence


def test_a_cue_in_the_next_sentence_is_shown_too() -> None:
    text = "Before. The port is closed. So the mayor said. After."
    assert sentence_around(text, "port", "mayor") == "The port is closed. So the mayor said."


def test_a_cue_in_another_paragraph_or_far_away_is_not() -> None:
    assert sentence_around("The mayor said:\n\nClosed. Now.", "Closed", "mayor") == "Closed."
    assert sentence_around(f"The mayor said. {'Filler. ' * 60}Closed.", "Closed", "mayor") == "Closed."


def test_a_sentence_is_cut_by_the_parts_its_words_play() -> None:
    text = "“Closed”, she said."
    parts: list[Part] = [("content", (1, 7)), ("source", (10, 13)), ("cue", (14, 18))]
    assert fragments(text, (0, len(text)), parts) == (
        Fragment("“"),
        Fragment("Closed", "content"),
        Fragment("”, "),
        Fragment("she", "source"),
        Fragment(" "),
        Fragment("said", "cue"),
        Fragment("."),
    )


def test_a_cue_inside_a_content_is_told_apart() -> None:
    parts: list[Part] = [("content", (0, 10)), ("cue", (4, 6))]
    assert [one.role for one in fragments("abcdefghij", (0, 10), parts)] == ["content", "cue", "content"]


PLAIN = st.text(st.sampled_from('aB .!?\n«»„“”"1é🙂'), max_size=80)


@given(PLAIN.filter(bool), st.data())
@settings(deadline=None)
def test_surroundings_hold_the_content_and_fragments_join_to_them(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(_spans(len(text)), min_size=1, max_size=4))
    content, others = spans[:1], spans[1:]
    start, end = surroundings(text, content, others)
    assert 0 <= start <= content[0][0] < content[0][1] <= end <= len(text)
    cut_up = fragments(text, (start, end), [("content", content[0]), *(("cue", span) for span in others)])
    assert "".join(one.text for one in cut_up) == text[start:end]
    assert all(one.text for one in cut_up)


def _spans(length: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(
        lambda span: span[0] < span[1]
    )


def marked(start: int, end: int, number: int = 1, role: str = "content") -> Marked:
    mark = Mark(number, role, "asserts", "direct", claim_id=None, nested=False, continuation=False)  # type: ignore[arg-type]
    return Marked(start, end, mark)


def html(paragraphs: tuple[Paragraph, ...]) -> str:
    """The way a template writes them."""
    return "".join(
        "".join(
            "".join(f"<{mark.role}-{mark.attribution_id}>" for mark in piece.opens)
            + piece.text
            + "".join(f"</{mark.role}-{mark.attribution_id}>" for mark in piece.closes)
            for piece in paragraph.pieces
        )
        + paragraph.gap
        for paragraph in paragraphs
    )


def test_marks_inside_one_another_are_nested() -> None:
    assert html(cut("abcdef", [marked(2, 4, 2, "cue"), marked(0, 6, 1)])) == (
        "<content-1>ab<cue-2>cd</cue-2>ef</content-1>"
    )


def test_a_crossing_mark_is_closed_and_opened_again() -> None:
    paragraphs = cut("abcdef", [marked(0, 4, 1), marked(2, 6, 2)])
    assert (
        html(paragraphs) == ("<content-1>ab</content-1><content-2><content-1>cd</content-1>ef</content-2>")
        or html(paragraphs) == "<content-1>ab<content-2>cd</content-2></content-1><content-2>ef</content-2>"
    )
    opened = [mark for piece in paragraphs[0].pieces for mark in piece.opens]
    assert [mark.is_first for mark in opened] == [True, True, False]


def test_a_mark_over_a_blank_line_ends_and_begins_with_its_paragraphs() -> None:
    paragraphs = cut("ab\n\n cd", [marked(0, 7)])
    assert html(paragraphs) == "<content-1>ab</content-1>\n\n <content-1>cd</content-1>"
    assert [piece.opens[0].is_first for paragraph in paragraphs for piece in paragraph.pieces] == [
        True,
        False,
    ]


def test_an_empty_text_has_no_paragraphs() -> None:
    assert cut("", []) == ()


@given(PLAIN, st.data())
@settings(deadline=None)
def test_any_marks_over_any_text_keep_every_character_and_nest(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(_spans(len(text)), max_size=6)) if text else []
    roles = data.draw(st.lists(st.sampled_from(["content", "cue", "source"]), min_size=6, max_size=6))
    marks = [
        marked(*span, number, role) for number, (span, role) in enumerate(zip(spans, roles, strict=False))
    ]
    paragraphs = cut(text, marks)
    assert "".join(paragraph.text + paragraph.gap for paragraph in paragraphs) == text
    checker = _Nesting()
    checker.feed(html(paragraphs).replace("&", ""))
    assert not checker.stack
    at = 0
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            for offset in range(len(piece.text)):
                under = {one.mark.attribution_id for one in marks if one.start <= at + offset < one.end}
                assert {mark.attribution_id for mark in piece.marks} == under
            at += len(piece.text)
        at += len(paragraph.gap)
    firsts = [
        mark.attribution_id for p in paragraphs for piece in p.pieces for mark in piece.opens if mark.is_first
    ]
    assert len(firsts) == len(set(firsts))


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag
