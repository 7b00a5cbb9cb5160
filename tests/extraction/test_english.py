"""English: the shapes of speech that news uses."""

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
    ("text", "content", "cue", "source"),
    [
        ("The mayor said that the bridge is safe.", "the bridge is safe", "said", "The mayor"),
        ("The mayor said the bridge is safe.", "the bridge is safe", "said", "The mayor"),
        ("The bridge is safe, said the mayor.", "The bridge is safe", "said", "the mayor"),
        ("“The bridge is safe,” Ann Lee said.", "The bridge is safe,", "said", "Ann Lee"),
        ("“Is the bridge safe?” Ann Lee asked.", "Is the bridge safe?", "asked", "Ann Lee"),
        ('"The word “safe” is new here," he said.', "The word “safe” is new here,", "said", "he"),
        ("''The bridge is safe,'' said Luis Vega.", "The bridge is safe,", "said", "Luis Vega"),
        (
            "Lee said the rules used by others “do nothing to help the town.”",
            "the rules used by others “do nothing to help the town.”",
            "said",
            "Lee",
        ),
        (
            'Vega "is the only man that can keep the town safe," retired general Ann Lee said.',
            'Vega "is the only man that can keep the town safe,"',
            "said",
            "retired general Ann Lee",
        ),
        ("According to the mayor, the bridge is safe.", "the bridge is safe", "According to", "the mayor"),
        ("The town plans to build a bridge.", "to build a bridge", "plans", "The town"),
        (
            "Maria Lopez called on the council to stop the works.",
            "the council to stop the works",
            "called on",
            "Maria Lopez",
        ),
        (
            "Ken Blair called for more money in a statement on Thursday.",
            "more money",
            "called for",
            "Ken Blair",
        ),
        ("“It rains.” ― Ana Pérez", "It rains.", "―", "Ana Pérez"),
        ("The mayor denied that the bridge is safe.", "the bridge is safe", "denied", "The mayor"),
        ("(On Monday he said he would close the bridge.)", "he would close the bridge", "said", "he"),
    ],
)
def test_it_reads(text: str, content: str, cue: str, source: str) -> None:
    assert (content, cue, source) in told(text)


def test_two_halves_of_a_quotation_are_one_attribution() -> None:
    found = told("“We wait,” she said. “We hope for rain.”")
    assert found == [("We wait, … We hope for rain.", "said", "she")]


def test_an_insert_leaves_both_halves_of_its_clause() -> None:
    found = told("The plant was a giant, Ann Lee said, until it closed in 1999.")
    assert found[0][0] == "The plant was a giant … until it closed in 1999"


def test_a_raised_subject_belongs_to_the_content() -> None:
    assert told("Ann Lee is expected to resign.")[0][0] == "Ann Lee … to resign"


def test_a_main_clause_behind_the_telling_is_the_reporters() -> None:
    found = told("While the mayor said the bridge is safe, the council closed it.")
    assert found[0][0] == "the bridge is safe"


def test_a_relative_clause_is_no_complement() -> None:
    found = told("The firm agreed to clean the land that had been spoilt.")
    assert all(content != "had been spoilt" for content, _, _ in found)


def test_the_inner_telling_of_a_chain_keeps_the_outer_source_as_via() -> None:
    text = "According to the Gazette, the White House considers this to be a threat."
    (found,) = extract(text, language="en")
    assert found.speaker is not None and found.speaker.slug == "white-house"
    assert found.via is not None and found.via.slug == "gazette"


def test_a_document_speaks_for_whoever_wrote_it() -> None:
    text = (
        "Reporters saw a memo from the White House. "
        "The same document states, according to the Gazette, that the firm sent data abroad."
    )
    found = extract(text, language="en")[-1]
    assert [text[start:end] for start, end in found.content] == ["the firm sent data abroad"]
    assert found.speaker is not None and found.speaker.slug == "white-house"
    assert found.via is not None and found.via.slug == "gazette"


def test_the_recipient_is_no_part_of_what_is_disputed() -> None:
    text = "The firm took issue with AFP over an article in the Gazette accusing it of helping spies."
    found = told(text)
    assert ("helping spies", "accusing", "an article in the Gazette") in found
    assert any(content.startswith("an article in the Gazette") for content, _, _ in found)


def test_what_somebody_likes_inside_a_telling_is_no_saying_of_its_own() -> None:
    found = told("Ann Lee said she opposes the deal.")
    assert [content for content, _, _ in found] == ["she opposes the deal"]
