"""Through whom a claim is known: the drawing's geometry."""

from __future__ import annotations

from claims.timeline.chart import wrapped
from claims.timeline.chart.chain import APART, MOST_REPORTS, Box, Chain, chain_of
from tests.claims.lines import claim_of, wording_of


def chain(*ways: tuple[str, str]) -> Chain:
    evidence = tuple(
        wording_of(pk, "it leaks", via=via, based_on=based_on) for pk, (via, based_on) in enumerate(ways, 1)
    )
    found = chain_of(claim_of(1, evidence=evidence))
    assert found
    return found


def roles(found: Chain) -> list[str]:
    return list(dict.fromkeys(box.role for box in found.boxes))


def test_a_claim_that_no_report_carries_has_no_chain() -> None:
    assert chain_of(claim_of(1)) is None


def test_reports_relays_speaker_and_document_stand_from_left_to_right() -> None:
    found = chain(("AFP", "a memo"), ("", ""))
    assert roles(found) == ["report", "via", "speaker", "based-on"]
    starts = [min(box.x for box in found.boxes if box.role == role) for role in roles(found)]
    assert starts == sorted(starts)


def test_who_relays_their_own_words_is_no_relay() -> None:
    assert roles(chain(("Port", ""), ("", ""))) == ["report", "speaker"]


def test_boxes_never_overlap_nor_leave_the_drawing() -> None:
    found = chain(*[(f"relay {n % 5}" if n % 3 else "", f"paper {n % 7}") for n in range(20)])
    boxes = [box for box in found.boxes if box.role != "report"]
    assert all(box.top >= 0 and box.top + APART <= found.height + 12 for box in boxes)
    assert all(
        abs(one.y - other.y) >= 58
        for one in boxes
        for other in boxes
        if one is not other and one.x == other.x
    )
    assert found.left_out == 20 - MOST_REPORTS


def test_a_line_that_passes_the_relays_passes_below_their_boxes() -> None:
    found = chain(("AFP", ""), ("", ""), ("AFP", ""))
    relay = next(box for box in found.boxes if box.role == "via")
    direct = [box for box in found.boxes if box.role == "report"][-1]
    assert direct.y > relay.top + 58


def test_a_name_takes_two_lines_before_it_is_cut() -> None:
    assert wrapped("a note of the White House", 14) == ("a note of the", "White House")
    assert wrapped("Donaudampfschifffahrtsgesellschaft", 10) == ("Donaudamp…",)
    assert wrapped("", 10) == ()


def test_an_unnamed_outlet_and_speaker_have_no_lines_for_the_template_to_fill() -> None:
    found = chain_of(claim_of(1, evidence=(wording_of(1, "it leaks", outlet=""),), speaker=""))
    assert found
    assert all(isinstance(box, Box) and box.lines == () for box in found.boxes)
