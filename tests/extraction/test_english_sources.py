"""English: who says it, with appositions, relative clauses and circumstances around the name."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "“It rains,” said Ann Lee, a professor of law who has worked here for years.",
            "Ann Lee, a professor of law",
        ),
        ("“It rains,” Ann Lee, who runs the club, told the paper.", "Ann Lee"),
        ("Ann Lee, in a radio interview, said the bridge is safe.", "Ann Lee"),
        ("Ann Lee, speaking to a crowd, said the bridge is safe.", "Ann Lee"),
        ("Ann Lee, her Green opponent, said the bridge is safe.", "Ann Lee, her Green opponent"),
        ("“It rains,” said Will Doyle.", "Will Doyle"),
        ("The town trusts the groups that warn the bridge could fall.", "the groups"),
        ("In a radio interview Ann Lee said the bridge is safe.", "Ann Lee"),
        ("Some of his aides said the bridge is safe.", "Some of his aides"),
        ("Seven out of ten say the bridge is safe.", "Seven out of ten"),
        ("Towns that have opposed the plan say the bridge is safe.", "Towns"),
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
