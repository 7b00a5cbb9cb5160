"""English: cues beyond plain saying, and cues that a tagger mistakes."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def told(text: str) -> list[tuple[str, ...]]:
    """Content, cue and source of each attribution, pieces joined by " … "."""
    return [
        tuple(
            " … ".join(text[start:end] for start, end in spans)
            for spans in (one.content, one.cue, one.source)
        )
        for one in extract(text, language="en")
    ]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("She praised the crew, saying they were brave.", "they were brave", "She"),
        ("The clinic, which lost money, said it was full.", "it was full", "The clinic"),
        ("Ann Lee, who won the vote, told the Gazette she was glad.", "she was glad", "Ann Lee"),
        ("The board decided it would close the mill.", "it would close the mill", "The board"),
        ("The mayor promised to “rebuild” the old bridge.", "to “rebuild” the old bridge", "The mayor"),
        ('The crowd chanted "What bridge?" and went home.', "What bridge?", "The crowd"),
        ("Lee rejected the plan and called on the council to resign.", "the council to resign", "Lee"),
        ("Lee called for increased taxes on fuel.", "increased taxes on fuel", "Lee"),
        ("Lee called for $40 million for the port.", "$40 million for the port", "Lee"),
        ("The mayor spoke about what he had seen in the port.", "what he had seen in the port", "The mayor"),
        ("Lee accused the board, led by Vega, of hiding the bill.", "hiding the bill", "Lee"),
        (
            "In a Gazette poll, Lee leads Vega by five points.",
            "Lee leads Vega by five points",
            "a Gazette poll",
        ),
    ],
)
def test_it_reads(text: str, content: str, source: str) -> None:
    assert (content, source) in [(what, who) for what, _, who in told(text)]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor took a swipe at the press.", "took a swipe at", "the press"),
        ("The union sounded the alarm over the cuts.", "sounded the alarm over", "the cuts"),
        ("Critics poked holes in the budget.", "poked holes in", "the budget"),
        ("The minister doubled down on the tax.", "doubled down on", "the tax"),
        ("Lee decided against closing the mill.", "decided against", "closing the mill"),
        ("The minister was unapologetic about the cuts.", "was unapologetic about", "the cuts"),
        ("The farmers are outraged by the new tax.", "are outraged by", "the new tax"),
        ("The union is against the merger.", "is against", "the merger"),
        ("The union shared worries about the cuts.", "shared worries about", "the cuts"),
        ("Lee’s attacks on the press went on for weeks.", "attacks on", "the press"),
        ("The town lost money through their refusal to pay.", "refusal", "to pay"),
        ("Residents voiced fears that the dam would break.", "fears", "the dam would break"),
    ],
)
def test_cues_of_several_words_tell(text: str, cue: str, content: str) -> None:
    assert (content, cue) in [(what, how) for what, how, _ in told(text)]


def test_a_verb_that_a_noun_looks_like_is_known_by_its_clause() -> None:
    assert ("the bridge is safe", "states") in [
        (what, how)
        for what, how, _ in told("A document on the town's website states that the bridge is safe.")
    ]


def test_a_plural_has_a_base_form_for_its_verb() -> None:
    assert told("Data show that prices fell in May.")[0][0] == "prices fell in May"


def test_the_clause_of_a_leading_gerund_ends_before_the_main_clause() -> None:
    assert told("Claiming the vote was rigged, Lee left the hall.")[0][0] == "the vote was rigged"


def test_the_clause_of_a_leading_noun_ends_before_the_main_clause() -> None:
    found = told("Despite warnings that the dam is old, the council kept it.")
    assert found[0][0] == "the dam is old"


def test_an_object_is_no_clause() -> None:
    assert all(
        content != "them mail" for content, _, _ in told("The firm showed them mail from Lee, who left.")
    )


def test_what_was_judged_is_told_with_its_judgment() -> None:
    assert told("The port is widely seen as a rival.")[0][0] == "The port … a rival"


def test_who_is_asked_is_no_source() -> None:
    assert told("Lee was asked about the cost of the bridge.") == [
        ("the cost of the bridge", "was asked about", "")
    ]


def test_an_infinitive_that_is_carried_out_tells_its_object() -> None:
    assert "the crew" in [content for content, _, _ in told("The mayor went on to praise the crew.")]


def test_an_infinitive_that_is_only_possible_tells_nothing() -> None:
    assert told("It is hard to praise the crew.") == []


def test_a_thought_inside_a_telling_is_no_saying_of_its_own() -> None:
    assert [content for content, _, _ in told("Lee said he believes the mill will close.")] == [
        "he believes the mill will close"
    ]


def test_according_to_a_name_with_a_clause_behind_the_comma() -> None:
    found = told("According to local radio host Ann Lee, the move reeks of fear.")
    assert found[0][0] == "the move reeks of fear"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee supports raising the tax on fuel.", "raising the tax on fuel"),
        ("The mayor praised the crew for saving the ship.", "saving the ship"),
        ("The reporter asked the mayor about the bridge.", "the bridge"),
        ("Officials said 2016 has seen the best start in years.", "2016 has seen the best start in years"),
        ("The bridge is safe, he said after meeting the crew.", "The bridge is safe"),
        ("“We wait.” People like Ann Lee, he said.", "People like Ann Lee"),
    ],
)
def test_what_is_told_may_be_a_gerund_a_reason_or_a_fragment(text: str, content: str) -> None:
    assert content in [what for what, _, _ in told(text)]
