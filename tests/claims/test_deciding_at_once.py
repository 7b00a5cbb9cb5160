"""Two editors decide at the same time: one after the other, and never against what the other has just done."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from claims import services
from claims.matching import linking
from claims.models import Claim, Decision
from tests.claims.desk import as_told
from tests.claims.telling import editor, told_story

pytestmark = pytest.mark.django_db(transaction=True)


def outcome(decide: Callable[[], object]) -> str:
    try:
        decide()
    except services.InvalidDecision:
        return "refused"
    finally:
        connection.close()
    return "done"


def both(*deeds: Callable[[], object]) -> list[str]:
    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(outcome, deeds))


def test_two_claims_are_not_merged_into_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    told, petra = told_story(), editor()
    monkeypatch.setattr(linking, "link", as_told(told.story))
    one, other = told.allegation, told.undated
    assert both(
        lambda: services.merge_claims(claim=one, into=other, editor=petra),
        lambda: services.merge_claims(claim=other, into=one, editor=petra),
    ) == ["done", "refused"]
    assert Claim.objects.exclude(merged_into=None).count() == 1


def test_one_wording_is_taken_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told, petra = told_story(), editor()
    monkeypatch.setattr(linking, "link", as_told(told.story))
    row = told.denial.attributions.all()[0]
    assert both(*[lambda: services.reject_wording(attribution=row, editor=petra)] * 3) == [
        "done",
        "refused",
        "refused",
    ]


def test_a_decision_is_undone_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told, petra = told_story(), editor()
    monkeypatch.setattr(linking, "link", as_told(told.story))
    services.merge_claims(claim=told.undated, into=told.allegation, editor=petra)
    decision = Decision.objects.get()
    assert both(*[lambda: services.undo(decision=decision, editor=petra)] * 2) == ["done", "refused"]


def test_speakers_merge_while_the_story_is_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    told, petra = told_story(), editor()
    monkeypatch.setattr(linking, "link", as_told(told.story))
    one, other = told.allegation.speaker, told.denial.speaker
    assert one is not None
    assert other is not None
    assert both(
        lambda: services.merge_speakers(speaker=other, into=one, editor=petra),
        lambda: services.link_story(story=told.story),
        lambda: services.link_story(story=told.story),
    ) == ["done", "done", "done"]
    told.denial.refresh_from_db()
    assert told.denial.speaker == one
