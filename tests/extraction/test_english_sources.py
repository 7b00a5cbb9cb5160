"""English: who says it, with appositions, relative clauses and circumstances around the name."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "“It rains,” said Ann Lee, a professor of law who has worked here for years.",
            "Ann Lee, a professor of law who has worked here for years",
        ),
        ("“It rains,” Ann Lee, who runs the club, told the paper.", "Ann Lee"),
        ("Ann Lee, in a radio interview, said the bridge is safe.", "Ann Lee"),
        ("Ann Lee, speaking to a crowd, said the bridge is safe.", "Ann Lee"),
        ("Ann Lee, her Green opponent, said the bridge is safe.", "Ann Lee, her Green opponent"),
        ("“It rains,” said Will Doyle.", "Will Doyle"),
        ("The town trusts the groups that warn the bridge could fall.", "the groups"),
        ("In a radio interview Ann Lee said the bridge is safe.", "Ann Lee"),
        ("“It rains,” said a man who lives by the river.", "a man who lives by the river"),
        ("“It rains,” said Ann Lee, 52, a nurse.", "Ann Lee, 52, a nurse"),
        (
            "“It rains,” said Ann Lee, a dentist in Tampa, Fla., who was there.",
            "Ann Lee, a dentist in Tampa, Fla.",
        ),
        ("The union met on Friday and said the bridge is safe.", "The union"),
        ("The mayor asked why nobody knew the plan, implying the bridge is safe.", "The mayor"),
        ("The floods led engineers to suspect that the bridge is unsafe.", "engineers"),
        ("The mayor, citing the flood, closed the bridge.", "The mayor"),
        ("Some of his aides said the bridge is safe.", "Some of his aides"),
        ("Seven out of ten say the bridge is safe.", "Seven out of ten"),
        ("Towns that have opposed the plan say the bridge is safe.", "Towns that have opposed the plan"),
        ("The town closed the bridge after the mayor said it was old.", "the mayor"),
        (
            "Ann Lee, president of the club, which owns a boat, said the bridge is safe.",
            "Ann Lee, president of the club",
        ),
    ],
)
def test_the_source_is_the_whole_name_and_no_more(text: str, source: str) -> None:
    *_, one = extract(text, language="en")
    assert " … ".join(text[start:end] for start, end in one.source) == source
