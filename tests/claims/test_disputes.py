"""The list of a story: a denial stands beside what it denies, whatever day either was said on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.extraction.when import When
from claims.timeline import ClaimLine, Entry, LinkLine, entries_of, page_of
from claims.timeline.disputes import MOST_TOGETHER, one_by_one
from claims.timeline.paging import PAGE
from tests.claims.lines import claim_of, link_of

MONDAY, FRIDAY = date(2025, 3, 3), date(2025, 3, 7)


def denying(pk: int, *targets: int, day: date | None = MONDAY, denied_by: Sequence[int] = ()) -> ClaimLine:
    links = [link_of("denies", target) for target in targets] + [
        link_of("denied-by", one) for one in denied_by
    ]
    return claim_of(pk, day=day, stance="denies" if targets else "asserts", links=links)


def denied(pk: int, *deniers: int, day: date | None = MONDAY) -> ClaimLine:
    return denying(pk, denied_by=deniers, day=day)


def ids(entry: Entry) -> tuple[list[int], list[int]]:
    return [claim.id for claim in entry.said], [claim.id for claim in entry.denials]


def links(lines: Sequence[LinkLine]) -> list[int]:
    return [line.claim_id for line in lines]


def test_a_denial_stands_beside_what_it_denies() -> None:
    (entry,) = entries_of([denying(1, 2), denied(2, 1)])
    assert (ids(entry), entry.is_dispute) == (([2], [1]), True)


def test_a_claim_without_a_dispute_stands_alone_after_the_disputes_of_its_day() -> None:
    entries = entries_of([claim_of(3, day=MONDAY), denied(2, 1), denying(1, 2)])
    assert [ids(entry) for entry in entries] == [([2], [1]), ([3], [])]
    assert not entries[1].is_dispute


def test_denials_that_share_what_they_deny_stand_in_one_dispute() -> None:
    (entry,) = entries_of([denied(1, 3), denied(2, 3, 4), denying(3, 1, 2), denying(4, 2)])
    assert ids(entry) == ([1, 2], [3, 4])


def test_those_of_different_days_stay_under_their_days_and_name_one_another() -> None:
    entries = entries_of([denied(1, 2, day=MONDAY), denying(2, 1, day=FRIDAY)])
    assert [(entry.when, ids(entry)) for entry in entries] == [
        (When(MONDAY), ([1], [])),
        (When(FRIDAY), ([], [2])),
    ]
    assert links(entries[0].denied_by_elsewhere) == [2]
    assert links(entries[1].denied_elsewhere) == [1]
    assert all(entry.is_dispute for entry in entries)


def test_a_claim_of_no_known_day_stands_with_the_dispute_it_belongs_to_however_far() -> None:
    entries = entries_of(
        [
            denied(1, 2, day=MONDAY),
            denying(2, 1, 3, day=None),
            denied(3, 2, 4, day=None),
            denying(4, 3, day=None),
        ]
    )
    assert [(entry.when, ids(entry)) for entry in entries] == [(When(MONDAY), ([1, 3], [2, 4]))]


def test_the_day_unknown_comes_last() -> None:
    entries = entries_of([claim_of(1), claim_of(2, day=MONDAY)])
    assert [entry.when for entry in entries] == [When(MONDAY), None]


def test_a_denial_of_a_month_stands_in_the_month_and_names_what_it_denies() -> None:
    november = replace(denying(2, 1, day=MONDAY.replace(day=1)), said_on_precision="month")
    entries = entries_of([denied(1, 2, day=MONDAY), november])
    assert [str(entry.when) for entry in entries] == [f"{MONDAY:%Y-%m}", str(MONDAY)]
    assert links(entries[0].denied_elsewhere) == [1]


def test_two_that_deny_one_another_stand_face_to_face() -> None:
    (entry,) = entries_of([denying(1, 2, denied_by=[2]), denying(2, 1, denied_by=[1])])
    assert ids(entry) == ([1], [2])


def test_a_denial_whose_target_was_filtered_out_still_has_it_in_a_line() -> None:
    (entry,) = entries_of([denying(1, 2)])
    assert (ids(entry), links(entry.denied_elsewhere)) == (([], [1]), [2])


def test_a_dispute_of_a_hundred_denials_comes_in_several_entries_with_no_claim_lost_or_doubled() -> None:
    many = range(2, 102)
    entries = entries_of([denied(1, *many), *(denying(pk, 1) for pk in many)])
    assert max(len(entry.claims) for entry in entries) == MOST_TOGETHER
    assert sorted(claim.id for entry in entries for claim in entry.claims) == list(range(1, 102))
    assert all(links(entry.denied_elsewhere) == [1] for entry in entries[1:])


def test_an_entry_is_never_torn_between_two_pages() -> None:
    alone = [claim_of(pk, day=MONDAY) for pk in range(100, 100 + PAGE - 1)]
    entries = [*one_by_one(alone), *entries_of([denied(1, 2, day=FRIDAY), denying(2, 1, day=FRIDAY)])]
    first, second = page_of(entries, 1), page_of(entries, None, holding=2)
    assert (first.last_claim, second.number, second.first_claim, second.last_claim) == (49, 2, 50, 51)
    assert page_of(entries, 99).number == 2
    assert page_of([], None).days == ()


def test_a_denial_of_all_that_it_stands_beside_needs_no_list_of_it() -> None:
    both, one, other = denying(3, 1, 2), denying(4, 2), denying(5, 1, 2, 9)
    (entry,) = entries_of([denied(1, 3, 5), denied(2, 3, 4, 5), both, one, other])
    assert [entry.denied_wholly_by(claim) for claim in entry.denials] == [0, 0, 3]
    (entry,) = entries_of([denied(1, 3), denied(2, 3, 4), both, one])
    assert [entry.denied_wholly_by(claim) for claim in entry.denials] == [2, 0]
    (entry,) = entries_of([denied(1, 2), denying(2, 1)])
    assert entry.denied_wholly_by(entry.denials[0]) == 0
