"""What one report's wording adds, leaves out or changes."""

from __future__ import annotations

import random

import pytest

from claims.matching.drift import departures, reference_of
from claims.matching.places import places_of
from claims.matching.reading import read
from newsclaims.places import ROOT
from tests.matching.reporting import FIRM, PAPER, claim, of_gold, wording

REPORTS = ROOT.parent / "shared" / "reports" / "gold.jsonl"
PLAIN = "the firm let out waste oil in the harbour"


def found(*others: str, first: str = PLAIN, language: str = "en") -> list[tuple[str, str]]:
    """Kind and words of all departures of some wordings from one that two reports have."""
    wordings = [wording(first, PAPER, key=f"r{n}") for n in range(3)]
    wordings += [wording(one, PAPER, language, key=f"x{n}") for n, one in enumerate(others)]
    return [(one.kind, dict(one.reason.words).get("words", "")) for one in departures(claim(*wordings))]


def test_one_report_alone_has_no_drift():
    assert departures(claim(wording(PLAIN, PAPER))) == ()


def test_equal_wordings_have_no_drift():
    assert found(PLAIN) == []


@pytest.mark.parametrize(
    ("language", "words", "hedge"),
    [
        ("en", "the firm allegedly let out waste oil in the harbour", "allegedly"),
        ("de", "die Firma soll Altöl in den Hafen abgelassen haben", "soll"),
        ("fr", "l’entreprise aurait déversé du pétrole dans le port", "aurait"),
    ],
)
def test_a_hedge_is_named_with_its_word(language: str, words: str, hedge: str):
    assert ("modality", hedge) in found(words, language=language)


def test_what_others_hedge_and_one_states_is_named():
    hedged = "the firm may have let out waste oil in the harbour"
    assert [kind for kind, _ in found(PLAIN, first=hedged)] == ["modality"]


def test_another_number_is_named():
    assert ("number", "9") in found("9 ships wait in the harbour", first="7 ships wait in the harbour")


def test_a_negation_is_named():
    assert "negation" in [kind for kind, _ in found("the firm did not let out waste oil in the harbour")]


def test_another_actor_is_named():
    one = "Nordwind let out waste oil in the harbour"
    assert ("actor", "Suedwind") in found("Suedwind let out waste oil in the harbour", first=one)


def test_what_is_left_out_is_named():
    long = "the firm let out waste oil in the harbour, killing birds and fish"
    assert [kind for kind, _ in found(PLAIN, first=long)] == ["omits"]


def test_what_is_added_is_named_and_marked():
    odd = wording(PLAIN + " and bribed three inspectors", PAPER, key="x")
    told = departures(claim(*(wording(PLAIN, PAPER, key=f"r{n}") for n in range(3)), odd))
    assert [one.kind for one in told] == ["adds"]
    ((start, end),) = told[0].pieces
    assert odd.content[start:end] == "bribed three inspectors"


def test_other_words_between_quotation_marks_are_named():
    one = "“the worst spill that our harbour has seen”"
    assert ("quote", "largest") in found("“the largest spill that our harbour has seen”", first=one)


def test_a_quotation_that_is_cut_short_is_quoted_no_otherwise():
    one = "“the worst spill that our harbour has seen”"
    assert "quote" not in [kind for kind, _ in found("“the worst spill”", first=one)]


def test_a_mistranslated_quotation_is_named():
    wordings = [
        wording("il n’était « pas familier » du dossier", FIRM, "fr", stance="declines-to-comment"),
        wording("er sei mit dem Fall „nicht vertraut“", FIRM, "de", stance="declines-to-comment"),
        wording("he had not “foreign” the file", FIRM, stance="declines-to-comment", key="odd"),
    ]
    told = departures(claim(*wordings, stance="declines-to-comment"))
    assert [(one.kind, one.wording) for one in told] == [("reworded", "odd")]


def test_a_hedge_beside_the_cue_is_named_and_no_piece_of_the_content():
    plain = [wording(PLAIN, PAPER, key=f"r{n}") for n in range(3)]
    odd = wording(PLAIN, PAPER, key="x", hedges=("reportedly",), hedge_pieces=())
    (told,) = departures(claim(*plain, odd))
    assert (told.kind, told.wording, told.reason.in_english) == ("modality", "x", "Hedges: “reportedly”")
    assert told.pieces == ()


def test_the_reference_is_a_whole_wording_in_the_language_of_most_reports():
    wordings = [
        wording("dumping oil", PAPER, nested=True),
        wording(PLAIN, PAPER, key="whole"),
        wording(PLAIN + " at night", PAPER, key="more"),
        wording("die Firma ließ Altöl ab", PAPER, "de"),
    ]
    assert reference_of(claim(*wordings)).language == "en"
    assert not reference_of(claim(*wordings)).nested


def test_drift_hangs_on_no_order():
    for one in of_gold(ROOT / "samples" / "gold.jsonl"):
        shuffled = list(one.wordings)
        random.Random(1).shuffle(shuffled)
        again = type(one)(one.key, one.speaker, one.stance, tuple(shuffled))
        assert departures(again) == departures(one)


def test_pieces_lie_in_their_wordings():
    for one in of_gold(ROOT / "samples" / "gold.jsonl"):
        contents = {w.key: w.content for w in one.wordings}
        for told in departures(one):
            for key, pieces in ((told.wording, told.pieces), (told.reference, told.reference_pieces)):
                assert all(0 <= start < end <= len(contents[key]) for start, end in pieces)


def test_units_stand_where_their_words_do():
    text = "Die Handelsabkommen-Gespräche der US-Regierung, l’accord: 1 200 Euro"
    units, places = read(text, "de").units, places_of(text, "de")
    assert len(units) == len(places)
    assert "1 200" in [text[start:end] for start, end in places]


@pytest.mark.skipif(not REPORTS.exists(), reason="the five reports are not beside this clone")
def test_the_drift_of_the_five_reports_is_found():
    told = {(one.wording[:3], claim.key, one.kind) for claim in of_gold(REPORTS) for one in departures(claim)}
    assert {
        ("002", "alibaba-helps-military", "modality"),
        ("002", "alibaba-hands-over-user-data", "modality"),
        ("001", "alibaba-hands-over-user-data", "omits"),
        ("002", "gtg-1002-state-backed", "modality"),
        ("004", "national-security-threat", "modality"),
        ("004", "lin-jian-not-familiar", "reworded"),
    } <= told
