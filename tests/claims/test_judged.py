"""What editors found is told so that nobody takes a verified denial for a verified allegation, or the other way round."""

from __future__ import annotations

import json
from itertools import product

import pytest
from django.test import Client
from django.utils import translation

from claims.models import Stance, Verdict
from claims.services import give_verdict
from claims.templatetags.judging import found_words, judged_words
from claims.timeline import ClaimLine, VerdictLine
from tests.claims.browsing import page
from tests.claims.lines import claim_of
from tests.claims.telling import READ_AT, Told, editor


def verdict(about: str, status: str) -> VerdictLine:
    return VerdictLine(about, status, "", "petra", READ_AT)


def told_of(stance: str, about: str, status: str, language: str = "en") -> str:
    claim: ClaimLine = claim_of(1, stance=stance, verdicts=(verdict(about, status),))
    with translation.override(language):
        return judged_words(claim, about)


@pytest.mark.parametrize(
    ("stance", "about", "words"),
    [
        ("asserts", "attribution", "Editors verified that they said it"),
        ("asserts", "content", "Editors verified that what they say is true"),
        ("denies", "attribution", "Editors verified that they denied it"),
        ("denies", "content", "Editors verified that the denial is true"),
        ("declines-to-comment", "attribution", "Editors verified that they declined to comment"),
        ("cannot-verify", "attribution", "Editors verified that they said they could not verify it"),
    ],
)
def test_a_verified_claim_says_what_was_verified(stance: str, about: str, words: str) -> None:
    assert told_of(stance, about, "verified") == words


@pytest.mark.parametrize(
    ("language", "verified", "unverified"),
    [
        (
            "en",
            "Editors verified that the denial is true",
            "Unverified by editors: whether the denial is true",
        ),
        (
            "de",
            "Die Redaktion hat bestätigt, dass das Dementi zutrifft",
            "Für die Redaktion unbestätigt, ob das Dementi zutrifft",
        ),
        (
            "fr",
            "La rédaction a vérifié que le démenti est exact",
            "Non vérifié par la rédaction : si le démenti est exact",
        ),
    ],
)
def test_it_says_so_in_three_languages(language: str, verified: str, unverified: str) -> None:
    assert told_of("denies", "content", "verified", language) == verified
    assert told_of("denies", "content", "unverified", language) == unverified


def test_the_question_without_a_verdict_is_named_beside_the_other() -> None:
    judged = claim_of(1, stance="denies", verdicts=(verdict("attribution", "verified"),))
    assert judged_words(judged, "content") == "Unreviewed: whether the denial is true"


def test_a_single_verdict_is_told_without_the_editors_at_large() -> None:
    assert found_words(verdict("content", "verified"), "denies") == "Verified that the denial is true"
    assert (
        found_words(verdict("content", "unverified"), "asserts")
        == "Unverified: whether what they say is true"
    )


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_two_findings_read_alike(language: str) -> None:
    kinds = [*product(("asserts", "denies"), Verdict.About.values, Verdict.Status.values)]
    assert len({told_of(*kind, language=language) for kind in kinds}) == len(kinds)
    every = [*product(Stance.values, Verdict.About.values, Verdict.Status.values)]
    assert all(told_of(*kind, language=language) for kind in every)


@pytest.mark.django_db
def test_list_claim_page_embed_and_review_say_that_it_is_the_denial(client: Client, told: Told) -> None:
    give_verdict(claim=told.denial, editor=editor(), about="content", status="verified")
    words = "Editors verified that the denial is true"
    for address in (
        "/s/harbour/",
        f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/",
        "/embed/harbour/",
    ):
        assert words in page(client, address)
    (review,) = json.loads(page(client, "/s/harbour/claimreview.json"))["@graph"]
    assert review["reviewRating"]["alternateName"] == words
