from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.extraction.records import Attribution, Speaker
from claims.matching.linking import Group, Saying
from claims.naming import claim_slugs
from claims.sayings import Keyed, canonical_speakers, sayings_of


def saying(content: str, **fields: Any) -> Saying:
    defaults: dict[str, Any] = {
        "key": content,
        "article": "a",
        "language": "en",
        "stance": "asserts",
        "type": "indirect",
        "speaker": None,
    }
    return Saying(**defaults | {"content": content} | fields)


@pytest.mark.parametrize(
    ("one", "slug"),
    [
        (saying("the port of Calais is closed for 3 days"), "mayor-says-port-calais-closed-3"),
        (saying("Straße über dem Fluß gesperrt", language="de"), "mayor-says-strasse-uber-fluss-gesperrt"),
        (saying("c’est l’œuvre d’un fou", language="fr", stance="denies"), "mayor-denies-oeuvre"),
        (saying("any of it", stance="declines-to-comment"), "mayor-declines-any-of-it"),
        (saying("это", stance="cannot-verify"), "mayor-cannot-verify"),
    ],
)
def test_a_slug_tells_who_does_what(one: Saying, slug: str) -> None:
    assert claim_slugs([("mayor", [one])]) == [slug]


def test_a_claim_without_a_speaker_has_a_slug_too() -> None:
    assert claim_slugs([("", [saying("The port is closed")])]) == ["unnamed-says-port-closed"]


def test_the_clearest_early_wording_names_the_claim() -> None:
    wordings = [
        saying("Port shut", nested=True),
        saying("Closed again", published=date(2025, 11, 16)),
        saying("Port closed", published=date(2025, 11, 15)),
        saying("Port fermé", language="fr", published=date(2025, 11, 1)),
    ]
    assert (
        claim_slugs([("mayor", wordings)])
        == claim_slugs([("mayor", wordings[::-1])])
        == ["mayor-says-port-closed"]
    )


def test_claims_that_would_share_a_slug_are_numbered_in_an_order_of_their_own() -> None:
    claims = [("mayor", [saying("Port closed", article=name, key=name)]) for name in "abc"]
    slugs = ["mayor-says-port-closed", "mayor-says-port-closed-2", "mayor-says-port-closed-3"]
    assert claim_slugs(claims) == slugs
    assert claim_slugs(claims[::-1]) == slugs[::-1]


def test_a_numbered_slug_is_not_one_that_stands_already() -> None:
    words = ["port closed 2", "port closed", "port closed"]
    claims = [("mayor", [saying(one, article=str(index))]) for index, one in enumerate(words)]
    assert len(set(claim_slugs(claims))) == 3


def keyed(key: str, start: int, **fields: Any) -> Keyed:
    defaults: dict[str, Any] = {
        "content": ((start, start + 5),),
        "cue": (),
        "source": (),
        "type": "indirect",
        "stance": "asserts",
        "rule": "",
        "confidence": 1.0,
    }
    return Keyed(key, "words", Attribution(**defaults | fields))


def continued(*attributions: Keyed) -> dict[str, str]:
    return {
        one.key: one.continues for one in sayings_of(attributions, article="a", language="de", published=None)
    }


def test_a_continuation_goes_on_from_the_nearest_saying_with_its_cue() -> None:
    cue = ((50, 54),)
    chain = [keyed("first", 0, cue=cue), keyed("other", 10), keyed("on", 20, cue=cue, continuation=True)]
    assert continued(*chain) == continued(*chain[::-1]) == {"first": "", "other": "", "on": "first"}


def test_a_continuation_without_a_cue_goes_on_from_the_same_speaker() -> None:
    mayor, pilot = Speaker("mayor", "the mayor"), Speaker("pilot", "the pilot")
    chain = [keyed("mayor", 0, speaker=mayor), keyed("pilot", 10, speaker=pilot)]
    assert continued(*chain, keyed("on", 20, speaker=mayor, continuation=True))["on"] == "mayor"
    assert continued(*chain, keyed("on", 20, continuation=True))["on"] == ""


def test_no_saying_goes_on_from_one_inside_another() -> None:
    cue = ((50, 54),)
    chain = [keyed("inner", 0, cue=cue, nested=True), keyed("on", 20, cue=cue, continuation=True)]
    assert continued(*chain)["on"] == ""


def test_a_name_means_whom_most_of_its_sayings_were_given() -> None:
    house, government = Speaker("white-house", "White House"), Speaker("us-government", "US government")
    groups = [Group(house, ("1", "2")), Group(government, ("3",)), Group(None, ("4",))]
    slugs = dict.fromkeys("1234", "maison-blanche")
    assert canonical_speakers(groups, slugs) == {"maison-blanche": house}
