"""What links, conflicts and drift are read from, and the notes that `analyze` gives of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.extraction.hedges import hedging_words
from claims.extraction.records import Speaker
from claims.matching.reported import ReportedClaim
from claims.sayings import Keyed
from claims.wordings import Source, conflict_notes, drift_notes, wording_of
from tests.factories import make_record, span

PAPER = Speaker("morgenblatt", "Morgenblatt", "publication")
RIVAL = Speaker("jan-petersen", "Jan Petersen", "person")
OIL = "the firm let out waste oil twice"


def told(text: str, content: str, *, name: str, cue: str = "said", language: str = "en", **fields):
    speaker = fields.pop("speaker", PAPER)
    hedges = hedging_words(text, language, span(text, content))
    record = make_record(text, content, cue=cue, speaker=speaker, hedges=hedges, **fields)
    source = Source(name, language, text, date(2025, 3, 6))
    return wording_of(Keyed(name, content, record), source, speaker=speaker, via=None)


def claim(*wordings) -> list[ReportedClaim]:
    return [ReportedClaim("c", wordings[0].speaker, "asserts", wordings)]


@pytest.mark.parametrize(
    ("language", "text", "cue", "days"),
    [
        ("en", "It rained. On the same day, the mayor said the port is open, and left.", "said", 0),
        ("en", "It rained on that same day. The mayor said the port is open.", "said", None),
        ("fr", "Le même jour, le maire a dit que the port is open.", "a dit", 0),
        ("de", "Der Bürgermeister sagte am nächsten Tag: the port is open.", "sagte", 1),
    ],
)
def test_a_wording_knows_how_many_days_after_what_was_told_last_it_was_said(language, text, cue, days):
    assert told(text, "the port is open", name="a", cue=cue, language=language).days_from_last == days


def test_a_wording_with_a_day_counts_from_nothing():
    one = told(f"On the same day it said {OIL}.", OIL, name="a", said_on=date(2025, 3, 4))
    assert one.days_from_last is None


def test_a_month_is_no_day_of_a_wording():
    month: dict[str, Any] = {"said_on": date(2025, 3, 1), "said_on_precision": "month"}
    one = told(f"In March it said {OIL}.", OIL, name="a", **month)
    assert (one.said_on, str(one.said_in)) == (None, "2025-03")


def test_what_follows_a_wording_ends_with_its_sentence():
    assert told(f"It said {OIL}, in short. And then.", OIL, name="a").after == ", in short"


def test_only_the_report_that_departs_is_noted_for_who_and_when():
    one, other = told(f"It said {OIL}.", OIL, name="a"), told(f"It said {OIL}!", OIL, name="b")
    odd = told(f"He said {OIL}.", OIL, name="odd", speaker=RIVAL)
    assert conflict_notes(claim(one, other, odd)) == {
        "odd": "Reports credit different speakers: Morgenblatt or Jan Petersen"
    }


def test_drift_that_changes_the_meaning_is_noted_and_what_is_fuller_is_not():
    plain = [told(f"It said {OIL}.", OIL, name=name) for name in "abc"]
    hedged = OIL.replace("let out", "allegedly let out")
    fuller = f"{OIL} near the old lighthouse and the fish market"
    wordings = [*plain, *(told(f"It said {one}.", one, name=one[:14]) for one in (hedged, fuller))]
    assert drift_notes(claim(*wordings)) == {hedged[:14]: "Hedges: “allegedly”"}
