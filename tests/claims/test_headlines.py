"""Which wording stands for a claim. No database."""

from __future__ import annotations

from typing import Any

import pytest

from claims.timeline.headlines import choose_headline, trimmed
from claims.timeline.values import Evidence


def wording(content: str, language: str = "en", **fields: Any) -> Evidence:
    defaults: dict[str, Any] = {
        "attribution_id": 1,
        "article_id": 1,
        "article_title": "",
        "outlet": "",
        "published": None,
        "type": "indirect",
        "stance": "asserts",
        "state": "current",
        "source": "",
        "cue": "",
        "before": "",
        "after": "",
        "fragments": (),
    }
    return Evidence(content=content, language=language, **defaults | fields)


CLEAR = "The port authority will close the harbour on Monday"


@pytest.mark.parametrize(
    "worse",
    [
        wording("Le port autonome fermera le port de commerce lundi", "fr"),
        wording(CLEAR, nested=True),
        wording(CLEAR, continuation=True),
        wording(CLEAR, type="direct"),
        wording(CLEAR, state="orphaned"),
        wording("closed"),
        wording(f"{CLEAR}, {'and so on and so forth, ' * 9}"),
        wording("to close the harbour on Monday for a week"),
        wording("closing the harbour on Monday for a week"),
        wording("that the harbour be closed on Monday"),
        wording("it will close the harbour on Monday"),
        wording("The port authority […] will close the harbour"),
    ],
)
def test_the_clearest_wording_in_the_readers_language_is_the_headline(worse: Evidence) -> None:
    best = wording(CLEAR, attribution_id=2)
    assert choose_headline([worse, best], language="en") is best
    assert choose_headline([best, worse], language="en") is best


@pytest.mark.parametrize(
    ("language", "clause", "scrap"),
    [
        (
            "fr",
            "Le groupe aide l’armée chinoise depuis longtemps",
            "d’aider des opérations de l’armée chinoise",
        ),
        ("fr", "Le groupe aide l’armée chinoise depuis longtemps", "ne pas être en mesure de vérifier cela"),
        (
            "de",
            "Der Konzern helfe der chinesischen Armee seit Jahren",
            "der chinesischen Armee seit Jahren zu helfen",
        ),
        (
            "de",
            "Der Konzern helfe der chinesischen Armee seit Jahren",
            "Er helfe der chinesischen Armee seit Jahren",
        ),
    ],
)
def test_a_clause_is_clearer_than_an_infinitive_or_a_pronoun(language: str, clause: str, scrap: str) -> None:
    wordings = [wording(scrap, language), wording(clause, language)]
    headline = choose_headline(wordings, language=language)
    assert headline is not None
    assert headline.content == clause


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("We will not talk under pressure,", "We will not talk under pressure"),
        ("Nous ne cédons pas\u202f;", "Nous ne cédons pas"),
        ("Man warte ab: ", "Man warte ab"),
        ("Who let it out, and why?", "Who let it out, and why?"),
        (",", ""),
    ],
)
def test_a_headline_ends_without_the_comma_that_led_on(content: str, shown: str) -> None:
    assert trimmed(content) == shown
