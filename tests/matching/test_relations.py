"""Which claims of a story deny, support, contradict or rely on one another."""

from __future__ import annotations

import random

import pytest

from claims.extraction.records import Speaker
from claims.matching.reasons import SENTENCES
from claims.matching.relations import ClaimLink, link_claims
from newsclaims.places import ROOT
from tests.matching.reporting import FIRM, MAYOR, MINISTRY, PAPER, RIVAL, claim, denial, of_gold, wording

REPORTS = ROOT.parent / "shared" / "reports" / "gold.jsonl"
ALLEGATION = "Nordwind dumped waste oil in the harbour"


def allegation(content: str = ALLEGATION, speaker: Speaker = PAPER, **fields: str):
    return claim(wording(content, speaker, **fields), key="allegation")


def told(*claims) -> set[tuple[str, str, str]]:
    return {(link.kind, link.source, link.target) for link in link_claims(claims)}


DENIES = ("denies", "denial", "allegation")


def test_no_claims_have_no_links():
    assert link_claims([]) == ()


def test_a_denial_denies_what_it_repeats():
    outer = wording(
        "a report that accuses it of dumping oil", FIRM, stance="denies", article="a", spans=((10, 50),)
    )
    inner = wording("dumping oil", PAPER, article="a", spans=((39, 50),), nested=True)
    links = link_claims([claim(outer, key="denial", stance="denies"), claim(inner, key="allegation")])
    assert [(link.kind, link.source, link.target) for link in links] == [DENIES]
    assert links[0].reason.in_english == "The denial itself repeats what it denies: “dumping oil”"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "we have never dumped oil in any harbour"),
        ("de", "man habe nie Öl in den Hafen abgelassen"),
        ("fr", "le pétrole déversé dans le port"),
    ],
)
def test_a_denial_denies_what_is_about_the_same_things_in_any_language(language: str, words: str):
    assert DENIES in told(denial(words, language=language), allegation())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The claims in the article are completely false"),
        ("en", "these accusations"),
        ("de", "einen Bericht des Morgenblatts"),
        ("de", "Die Vorwürfe sind falsch"),
        ("fr", "ces accusations"),
        ("fr", "Les affirmations dans l’article sont totalement fausses"),
    ],
)
def test_a_denial_that_only_points_means_what_its_own_report_has_others_say_about_the_denier(language, words):
    assert DENIES in told(denial(words, language=language, article="a"), allegation(article="a"))


def test_a_denial_that_only_points_does_not_reach_into_reports_that_have_no_such_denial():
    assert told(denial("these accusations", article="a"), allegation(article="b")) == set()


def test_a_denial_that_only_points_means_nothing_that_is_said_about_others():
    other = allegation("Suedwind dumped waste oil in the harbour", article="a")
    assert told(denial("these accusations", article="a"), other) == set()


def test_a_denial_that_names_a_paper_means_what_that_paper_says():
    paper = Speaker("financial-times", "Financial Times", "publication")
    reports = [
        denial("the accusations attributed to the Financial Times", article="a"),
        claim(wording(ALLEGATION, paper, article="a"), key="theirs"),
        claim(wording("Nordwind bribed two inspectors", MAYOR, article="a"), key="the mayor’s"),
    ]
    assert told(*reports) == {("denies", "denial", "theirs")}


def test_a_denial_whose_wordings_tell_what_is_denied_points_at_nothing_else():
    reports = [
        denial("it dumped waste oil", "these accusations", article="a"),
        allegation(article="a"),
        claim(wording("Nordwind bribed two inspectors", PAPER, article="a"), key="bribes"),
    ]
    assert told(*reports) == {DENIES}


def test_nobody_denies_what_they_say_themselves():
    assert told(denial("these accusations", article="a"), allegation(speaker=FIRM, article="a")) == set()


def test_who_declines_to_comment_denies_nothing():
    silent = claim(
        wording("the claims in the article", FIRM, stance="declines-to-comment", article="a"),
        key="silent",
        stance="declines-to-comment",
    )
    assert told(silent, allegation(article="a")) == set()


def test_two_speakers_who_say_the_same_support_each_other():
    links = told(
        claim(wording("the bridge must be closed for repairs", MAYOR), key="a"),
        claim(wording("The bridge has to be closed for repairs", RIVAL), key="b"),
    )
    assert links == {("supports", "a", "b")}


def test_a_relay_does_not_support_what_it_passes_on():
    links = told(
        claim(wording("the bridge must be closed for repairs", MINISTRY, via=PAPER), key="a"),
        claim(wording("The bridge has to be closed for repairs", PAPER), key="b"),
    )
    assert links == {("relies-on", "b", "a")}


def test_two_speakers_who_give_other_numbers_contradict_each_other():
    links = link_claims(
        [
            claim(wording("the spill killed 40 birds in the harbour", MAYOR), key="a"),
            claim(wording("the spill killed 900 birds in the harbour", RIVAL), key="b"),
        ]
    )
    assert [(link.kind, link.reason.key) for link in links] == [("contradicts", "contradicts.number")]


def test_who_goes_by_a_document_relies_on_its_author():
    paper = Speaker("financial-times", "Financial Times", "publication")
    house = Speaker("white-house", "White House", "government")
    links = told(
        claim(wording("Nordwind ships arms", paper, based_on="a White House memo"), key="report"),
        claim(wording("this is a danger", house, via=paper), key="memo"),
    )
    assert links == {("relies-on", "report", "memo")}


def test_links_hang_on_no_order():
    claims = list(of_gold(ROOT / "samples" / "gold.jsonl"))
    first = link_claims(claims)
    for seed in range(3):
        random.Random(seed).shuffle(claims)
        assert link_claims(claims) == first


def test_every_link_has_a_score_and_a_reason_in_words():
    for link in link_claims(of_gold(ROOT / "samples" / "gold.jsonl")):
        assert 0 < link.score <= 1
        assert link.reason.key in SENTENCES
        assert "%" not in link.reason.in_english


def denials(links: tuple[ClaimLink, ...]) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in links if link.kind == "denies"}


def test_the_sample_storys_denials_find_what_they_deny():
    links = link_claims(of_gold(ROOT / "samples" / "gold.jsonl"))
    assert denials(links) == {
        ("alibaba-denies-report", "alibaba-helps-military"),
        ("allegations-false", "alibaba-helps-military"),
        ("allegations-false", "alibaba-hands-over-user-data"),
        ("china-never-requires-data", "alibaba-hands-over-user-data"),
    }


@pytest.mark.skipif(not REPORTS.exists(), reason="the five reports are not beside this clone")
def test_the_five_reports_denials_find_what_they_deny():
    links = link_claims(of_gold(REPORTS))
    assert denials(links) == {
        ("alibaba-denies-report", "alibaba-helps-military"),
        ("allegations-false", "alibaba-helps-military"),
        ("allegations-false", "alibaba-hands-over-user-data"),
        ("china-never-requires-data", "alibaba-hands-over-user-data"),
    }
    assert {(link.source, link.target) for link in links if link.kind == "relies-on"} == {
        ("alibaba-helps-military", "national-security-threat"),
        ("alibaba-hands-over-user-data", "national-security-threat"),
    }
    assert not [link for link in links if link.kind in {"supports", "contradicts"}]


def test_who_says_that_their_own_body_never_did_it_does_not_deny_the_body():
    embassy = Speaker("chinese-embassy", "Chinese embassy", "government")
    words = "the embassy has never asked firms to hand over data"
    outer = wording(words, MAYOR, stance="denies", article="a", spans=((0, 50),))
    inner = wording("hand over data", embassy, article="a", spans=((36, 50),), nested=True)
    assert told(claim(outer, key="denial", stance="denies"), claim(inner, key="inner")) == set()


def test_who_could_not_verify_something_relies_on_nothing():
    paper = Speaker("financial-times", "Financial Times", "publication")
    house = Speaker("white-house", "White House", "government")
    unsure = wording("the document", paper, stance="cannot-verify", based_on="a White House memo")
    memo = claim(wording("this is a danger", house, via=paper), key="memo")
    assert told(claim(unsure, key="unsure", stance="cannot-verify"), memo) == set()
