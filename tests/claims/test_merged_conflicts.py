"""What editors found of a conflict between two claims goes along when one of them is merged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User

from claims import services
from claims.matching import linking
from claims.models import Claim, Conflict, Decision
from tests.claims.linked import link_equal_words
from tests.claims.test_editing import told
from tests.factories import make_editor, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def equal_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(linking, "link", link_equal_words)
    yield


@pytest.fixture
def editor() -> User:
    return make_editor()


@pytest.fixture
def claims() -> list[Claim]:
    found = told(make_story(), "Water on the quay", "The quay is flooded", "Ships wait")
    return sorted(found, key=lambda claim: claim.pk)


def between(claim: Claim, other: Claim) -> Conflict:
    sides = [{"value": str(one.pk), "label": "", "attributions": []} for one in (claim, other)]
    return Conflict.objects.create(claim=claim, other=other, kind="what", score=0.5, sides=sides)


def ends(conflict: Conflict) -> tuple[int, int | None, list[str]]:
    return conflict.claim_id, conflict.other_id, [side["value"] for side in conflict.sides]


def test_a_rejected_conflict_goes_along_to_the_claim_that_goes_on(claims: list[Claim], editor: User) -> None:
    one, other, third = claims
    services.reject_conflict(conflict=between(one, other), editor=editor)
    services.merge_claims(claim=one, into=third, editor=editor)
    kept = Conflict.objects.get()
    # The lower id comes first, so the sides change places.
    assert ends(kept) == (other.pk, third.pk, [str(other.pk), str(one.pk)])
    assert kept.rejected_at is not None


def test_a_settled_conflict_goes_along_by_its_other_end_and_comes_back(
    claims: list[Claim], editor: User
) -> None:
    one, other, third = claims
    conflict = between(other, third)
    before = ends(conflict)
    services.settle_conflict(conflict=conflict, settlement="The office says so.", editor=editor)
    services.merge_claims(claim=third, into=one, editor=editor)
    assert ends(Conflict.objects.get()) == (one.pk, other.pk, [str(third.pk), str(other.pk)])
    services.undo(decision=Decision.objects.order_by("-pk")[0], editor=editor)
    kept = Conflict.objects.get()
    assert (ends(kept), kept.settlement) == (before, "The office says so.")


def test_a_rejected_conflict_ends_with_the_merger_of_its_two_claims(
    claims: list[Claim], editor: User
) -> None:
    one, other, _ = claims
    services.reject_conflict(conflict=between(one, other), editor=editor)
    services.merge_claims(claim=one, into=other, editor=editor)
    assert not Conflict.objects.exists()


def test_a_conflict_that_is_decided_already_at_the_claim_that_goes_on_stands(
    claims: list[Claim], editor: User
) -> None:
    one, other, third = claims
    services.reject_conflict(conflict=between(one, third), editor=editor)
    services.settle_conflict(conflict=between(other, third), settlement="Both hold.", editor=editor)
    services.merge_claims(claim=one, into=other, editor=editor)
    assert [conflict.settlement for conflict in Conflict.objects.all()] == ["Both hold."]


def test_a_rejected_conflict_within_a_claim_goes_along(claims: list[Claim], editor: User) -> None:
    one, other, _ = claims
    conflict = Conflict.objects.create(claim=one, kind="when", score=0.5)
    services.reject_conflict(conflict=conflict, editor=editor)
    services.merge_claims(claim=one, into=other, editor=editor)
    assert (Conflict.objects.get().claim, Conflict.objects.get().other) == (other, None)
