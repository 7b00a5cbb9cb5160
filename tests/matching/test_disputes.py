"""Where reports disagree on who said it, when, or what."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.when import PRECISIONS, When
from claims.matching.disputes import Dispute, disputes
from newsclaims.places import ROOT
from tests.matching.reporting import DAY, FIRM, MAYOR, MINISTRY, PAPER, RIVAL, claim, of_gold, wording

REPORTS = ROOT.parent / "shared" / "reports" / "gold.jsonl"
SAMPLE = ROOT / "samples" / "gold.jsonl"
OIL = "the firm let out waste oil twice"
LATER = date(2025, 3, 5)


def kinds(*claims) -> list[str]:
    return [one.kind for one in disputes(claims)]


def test_reports_that_agree_have_no_conflict():
    assert kinds(claim(wording(OIL, PAPER, said_on=DAY), wording(OIL, PAPER, said_on=DAY))) == []


def test_a_report_that_credits_somebody_else_is_a_conflict_over_who_said_it():
    found = disputes(
        [claim(wording(OIL, PAPER), wording(OIL, PAPER), wording(OIL, RIVAL, key="odd"), key="c")]
    )
    assert [(one.kind, one.claim) for one in found] == [("who", "c")]
    assert [(side.value, len(side.wordings)) for side in found[0].sides] == [
        ("morgenblatt", 2),
        ("jan-petersen", 1),
    ]
    assert found[0].sides[1].wordings == ("odd",)


def test_a_spokesperson_and_their_body_are_no_conflict():
    body = wording(OIL, MINISTRY)
    assert kinds(claim(body, wording(OIL, MAYOR), wording(OIL, MINISTRY))) == []


@pytest.mark.parametrize(
    ("language", "content", "after"),
    [
        ("fr", "une « opération malveillante »", " selon les mots du FT"),
        ("fr", "une « opération malveillante », selon les termes du Financial Times", ""),
        ("en", "a “malicious operation”", ", in the words of the Financial Times"),
        ("de", "eine „böswillige Aktion“", ", in den Worten der Financial Times"),
    ],
)
def test_words_that_one_report_gives_to_somebody_else_are_a_conflict(language, content, after):
    paper = of_gold_speaker("financial-times")
    odd = wording(content, FIRM, language, after=after)
    rest = wording("a “malicious operation”", FIRM)
    other = claim(wording("Nordwind helps the army", paper), key="other")
    assert kinds(claim(odd, rest), other) == ["who"]


def of_gold_speaker(slug: str):
    return next(
        one.speaker
        for told in of_gold(SAMPLE)
        for one in told.wordings
        if one.speaker and one.speaker.slug == slug
    )


def test_words_further_on_in_the_sentence_are_those_of_another_saying():
    paper = of_gold_speaker("financial-times")
    odd = wording("that was false", FIRM, "fr", after=" et une « opération », selon les mots du FT")
    other = claim(wording("Nordwind helps the army", paper), key="other")
    assert kinds(claim(odd, wording("that was false", FIRM)), other) == []


def test_a_quotation_credited_to_two_speakers_in_two_claims_is_a_conflict():
    quote = "“we will never again let such a ship into our harbour at night”"
    one = claim(wording(quote, PAPER), key="a")
    other = claim(wording(quote, RIVAL), key="b")
    found = disputes([one, other])
    assert [(found.kind, found.claim, found.other) for found in found] == [("who", "a", "b")]


def test_two_speakers_who_say_the_same_in_their_own_words_are_no_conflict():
    one = claim(wording("the harbour must be closed to such ships at night", PAPER), key="a")
    other = claim(wording("the harbour must be closed to such ships at night", RIVAL), key="b")
    assert kinds(one, other) == []


def test_reports_that_give_different_days_are_a_conflict_over_when():
    found = disputes([claim(wording(OIL, PAPER, said_on=DAY), wording(OIL, PAPER, said_on=LATER))])
    assert [one.kind for one in found] == ["when"]
    assert [side.value for side in found[0].sides] == ["2025-03-04", "2025-03-05"]


def test_a_report_that_tells_of_both_days_agrees_with_either():
    both = [wording(OIL, PAPER, article="a", said_on=DAY), wording(OIL, PAPER, article="a", said_on=LATER)]
    assert kinds(claim(*both, wording(OIL, PAPER, said_on=LATER))) == []


def test_one_speakers_two_numbers_in_two_reports_are_a_conflict_over_what():
    one = claim(wording("the spill killed 40 birds in the harbour", MAYOR), key="a")
    other = claim(wording("the spill has killed 900 birds in the harbour", MAYOR), key="b")
    found = disputes([one, other])
    assert [(one.kind, one.claim, one.other, one.reason.key) for one in found] == [
        ("what", "a", "b", "what.number")
    ]
    assert [side.label for side in found[0].sides] == ["40 birds", "900 birds"]


def test_a_toll_that_rises_from_day_to_day_is_no_conflict():
    one = claim(wording("the spill killed 40 birds in the harbour", MAYOR, said_on=DAY), key="a")
    other = claim(wording("the spill killed 900 birds in the harbour", MAYOR, said_on=LATER), key="b")
    assert kinds(one, other) == []


def test_two_things_that_one_report_has_a_speaker_say_are_no_conflict():
    one = claim(wording("the spill killed 40 birds in the harbour", MAYOR, article="a"), key="a")
    other = claim(wording("the spill killed 900 birds in the harbour", MAYOR, article="a"), key="b")
    assert kinds(one, other) == []


def test_what_one_report_negates_is_a_conflict():
    one = claim(wording("the firm will pay for the damage in the harbour", MAYOR), key="a")
    other = claim(wording("the firm will not pay for the damage in the harbour", MAYOR), key="b")
    found = disputes([one, other])
    assert [one.reason.key for one in found] == ["what.negation"]


def test_conflicts_hang_on_no_order():
    claims = list(of_gold(SAMPLE))
    first = disputes(claims)
    for seed in range(3):
        random.Random(seed).shuffle(claims)
        assert disputes(claims) == first


def named_in(path: Path) -> set[str]:
    """The claims about which the gold says that the reports disagree."""
    return {
        row["claim"]
        for line in path.read_text(encoding="utf-8").splitlines()
        for row in json.loads(line)["attributions"]
        if row.get("conflict")
    }


def reported(found: tuple[Dispute, ...], kind: str) -> set[str]:
    return {one.claim for one in found if one.kind == kind}


def test_the_misattribution_in_the_sample_story_is_reported_with_little_else():
    found = disputes(of_gold(SAMPLE))
    assert named_in(SAMPLE) <= reported(found, "who")
    assert len(found) <= len(named_in(SAMPLE)) + 2


@pytest.mark.skipif(not REPORTS.exists(), reason="the five reports are not beside this clone")
def test_the_conflicts_of_the_five_reports_are_reported_with_at_most_two_more():
    found = disputes(of_gold(REPORTS))
    assert named_in(REPORTS) <= reported(found, "who")
    assert reported(found, "when") == {"anthropic-thwarted-campaign"}
    assert len(found) <= len(named_in(REPORTS)) + 2


def test_a_report_that_says_who_reports_it_agrees_on_who_said_it():
    relayed = wording("that the Morgenblatt has seen oil in the harbour", RIVAL)
    assert kinds(claim(wording(OIL, PAPER), wording(OIL, PAPER), relayed)) == []


def test_a_day_that_counts_from_another_saying_is_the_day_that_other_reports_give_for_it():
    """*On the same day* as the paper's report, says one article; only another one dates that report."""
    spans = {"first": ((0, 40),), "second": ((60, 90),)}
    paper = claim(
        wording(OIL, PAPER, article="odd", spans=spans["first"]),
        wording(OIL, PAPER, said_on=LATER),
        key="paper",
    )
    relative: dict[str, Any] = {
        "article": "odd",
        "spans": spans["second"],
        "days_from_last": 0,
        "key": "relative",
    }
    mayor = claim(
        wording("the harbour stays open", MAYOR, said_on=DAY),
        wording("the harbour stays open", MAYOR, **relative),
        key="mayor",
    )
    (found,) = disputes([paper, mayor])
    assert (found.kind, found.claim) == ("when", "mayor")
    assert [(side.value, side.wordings) for side in found.sides][1] == (LATER.isoformat(), ("relative",))
    agreeing = claim(
        *mayor.wordings[1:], wording("the harbour stays open", MAYOR, said_on=LATER), key="mayor"
    )
    assert kinds(paper, agreeing) == []


def test_a_day_that_counts_from_a_saying_without_one_is_unknown():
    paper = claim(wording(OIL, PAPER, article="odd", spans=((0, 9),)), key="paper")
    relative: dict[str, Any] = {"article": "odd", "spans": ((60, 90),), "days_from_last": 1}
    mayor = claim(wording(OIL, MAYOR, said_on=DAY), wording(OIL, MAYOR, **relative), key="mayor")
    assert kinds(paper, mayor) == []


NOVEMBER, OCTOBER = When(date(2025, 11, 1), "month"), When(date(2025, 10, 1), "month")


def test_a_month_that_leaves_room_for_the_day_is_no_conflict_and_another_one_is():
    day = wording(OIL, PAPER, said_on=date(2025, 11, 14), key="day")
    year = wording(OIL, PAPER, said_in=When(date(2025, 1, 1), "year"), key="year")
    month = wording(OIL, PAPER, said_in=NOVEMBER, key="month")
    other = wording(OIL, PAPER, said_in=OCTOBER, key="other")
    assert kinds(claim(day, month, year)) == []
    (found,) = disputes([claim(day, month, year, other)])
    assert found.kind == "when"
    assert {(side.value, side.wordings) for side in found.sides} == {
        ("2025-10", ("other",)),
        ("2025-11-14", ("day",)),
    }


@given(
    st.lists(
        st.builds(When.of, st.dates(date(2025, 1, 1), date(2025, 3, 31)), st.sampled_from(PRECISIONS)),
        min_size=1,
        max_size=6,
    )
)
def test_two_sides_of_a_day_are_named_whenever_reports_exclude_each_other(times: list[When]):
    told = [wording(OIL, PAPER, said_in=when, key=f"w{n}") for n, when in enumerate(times)]
    found = disputes([claim(*told)])
    assert bool(found) == any(not one.meets(other) for one in times for other in times)
    assert all(len(one.sides) > 1 for one in found)
