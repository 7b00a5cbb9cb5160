"""English: where a content begins and ends, and what is no content at all."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


def contents(text: str) -> list[str]:
    """The contents of a text, pieces joined by " … "."""
    return [" … ".join(text[start:end] for start, end in one.content) for one in extract(text, language="en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said she believes the bridge is safe.", ["she believes the bridge is safe"]),
        (
            "Lee said the engineers told her that the bridge is safe.",
            ["the engineers told her that the bridge is safe", "the bridge is safe"],
        ),
        (
            "The mayor said the bridge is safe, though he acknowledged it was old.",
            ["the bridge is safe", "it was old"],
        ),
        (
            "While the mayor said the bridge was safe, the council closed it.",
            ["the bridge was safe"],
        ),
        (
            "Two years after the mayor promised to mend the bridge, the council closed it.",
            ["to mend the bridge"],
        ),
        (
            "Lee, who says the bridge is safe, walks over it every day.",
            ["the bridge is safe"],
        ),
        (
            "The mayor said the bridge is safe, but engineers deny it.",
            ["the bridge is safe", "it"],
        ),
        (
            "The mayor said the bridge is safe, and the union said it will wait.",
            ["the bridge is safe", "it will wait"],
        ),
        (
            "The mayor said he would mend the bridge and make drivers pay.",
            ["he would mend the bridge and make drivers pay"],
        ),
        ("The mayor said the bridge is safe, compared with the tunnel.", ["the bridge is safe"]),
        (
            "The mayor said the bridge is safe before adding that it is old.",
            ["the bridge is safe", "it is old"],
        ),
        ("Asked whether the bridge is safe, the mayor gave a speech.", ["the bridge is safe"]),
        ("Asked on Friday why the bridge is shut, Lee left.", ["why the bridge is shut"]),
        ("The mayor’s claim that the bridge is safe was met with laughter.", ["the bridge is safe"]),
        ("The man who hopes to lead the town is late.", ["to lead the town"]),
        ("The town denounced Lee, Vega, and Doyle.", ["Lee, Vega, and Doyle"]),
        ("The mayor called for swift, honest repairs.", ["swift, honest repairs"]),
        (
            "The coast grew, while the hills shrank, according to the Gazette.",
            ["The coast grew, while the hills shrank"],
        ),
        ("Editor’s note: Ann Lee has said that the bridge is safe.", []),
        ("It was a plan that Lee said would fail.", ["that … would fail"]),
        ("The town took a decision they say saved the bridge.", ["a decision … saved the bridge"]),
        ("Lee said if it rained, the bridge would close.", ["if it rained, the bridge would close"]),
        ("Lee said nothing about the bridge.", ["the bridge"]),
        ("Lee said mending the bridge is hard.", ["mending the bridge is hard"]),
        ("Lee, who sings, praised the mayor’s plan in an interview.", ["the mayor’s plan"]),
        ("The union endorsed her early in the race.", ["her"]),
        ("The club backs Vega in the northern towns.", ["Vega"]),
        (
            "The years that followed, Lee said, brought a change.",
            ["The years that followed … brought a change"],
        ),
        (
            "“We are worried,” they wrote in a letter to the mayor, that the bridge is old.",
            ["We are worried, … that the bridge is old"],
        ),
        (
            "The bridge is safe, said an engineer who had walked over it.",
            ["The bridge is safe"],
        ),
        (
            "Lee asked the council to close the bridge because of the cracks.",
            ["the council to close the bridge"],
        ),
        (
            "The mayor proposed a new bridge, a plan nobody loved.",
            ["a new bridge"],
        ),
        (
            "Lee said the bridge was open. (The council had closed it for years.)",
            ["the bridge was open"],
        ),
        ("“We wait,” Lee said.\n\n“And we hope.”", ["We wait, … And we hope."]),
        ("Lee told the paper when he came home.", []),
        ("The union condemned Friday's vote as unfair.", ["Friday's vote as unfair"]),
        (
            "The town loves the bakery that his 40-year-old cousin runs.",
            ["the bakery that his 40-year-old cousin runs"],
        ),
        ("Lee called the plan “unwise,” saying it would fail.", ["the plan “unwise,”", "it would fail"]),
        (
            "After the leak of a report, which concluded that the bridge was old, the council closed it.",
            ["the bridge was old"],
        ),
        (
            "Lee explained why the bridge closed or why it was never mentioned again.",
            ["why the bridge closed or why it was never mentioned again"],
        ),
    ],
)
def test_a_content_ends_where_the_report_goes_on(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A self-described bridge lover, Lee walks a lot.",
        "The Lee-backing council met in the old town hall.",
        "His group, called the Friends of the River, owns the house.",
        "As he spoke in the lobby, there was no rain.",
        "WARNING: This page holds pictures of a flood.",
        "This is a pressing matter for the town.",
        "The bridge may fall this year.",
    ],
)
def test_what_only_looks_like_a_telling_is_none(text: str) -> None:
    assert contents(text) == []


TURNS = """LEE: The bridge is safe. I think we should wait. It will hold.
VEGA: Who says so? I do not.
Nevada: Ann Lee, Ben Vega, Tom Doyle.
Q: Is it safe?"""


def test_a_turn_lasts_until_the_next_name_and_lists_are_no_turns() -> None:
    assert contents(TURNS) == [
        "The bridge is safe. I think we should wait. It will hold",
        "Who says so? I do not",
    ]


def test_a_turn_goes_on_behind_many_tellings_of_others() -> None:
    told = " ".join(f"The mayor of Hill said bridge {number} is safe." for number in range(9))
    turn = f"LEE: It rains here all day. {told} It will hold."
    assert turn[5:-1] in contents(turn)
