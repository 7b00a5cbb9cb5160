"""A verdict is taken back: it counts no more, and what was there before counts again; nothing of it is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.test import Client

from claims import services
from claims.errors import InvalidVerdict, NotAnEditor
from claims.models import Verdict, Withdrawal
from tests.claims.browsing import page
from tests.claims.telling import Told, editor
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def verdict(told: Told, petra: User) -> Verdict:
    return give(told, petra, note="Saw the log.")


def give(told: Told, somebody: User, status: str = "verified", **given: Any) -> Verdict:
    return services.give_verdict(
        claim=told.denial, editor=somebody, **{"about": "content", "status": status} | given
    )


def own(told: Told) -> str:
    return f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/"


def back(verdict: Verdict) -> str:
    return f"/s/harbour/claims/{verdict.claim_id}/verdict/{verdict.pk}/take-back/"


def claim_in_rest(client: Client, told: Told) -> Any:
    return client.get(f"/api/v1/claims/{told.denial.pk}/").json()


def test_a_verdict_that_was_taken_back_is_kept_with_who_and_why(verdict: Verdict, petra: User) -> None:
    services.withdraw_verdict(verdict=verdict, editor=petra, note=" The wrong\r\nclaim. ")
    kept = Withdrawal.objects.get()
    assert (kept.verdict, kept.editor, kept.note) == (verdict, petra, "The wrong\nclaim.")
    assert Verdict.objects.get().status == "verified"


def test_what_was_found_before_counts_again(client: Client, told: Told, verdict: Verdict) -> None:
    quirin = editor("quirin")
    mistake = give(told, quirin, "unverified")
    services.withdraw_verdict(verdict=mistake, editor=quirin)
    found = claim_in_rest(client, told)
    assert found["verdicts"]["content"]["status"] == "verified"
    assert [one["status"] for one in found["history"]] == ["unverified", "verified"]


def test_nobody_takes_a_verdict_back_twice(verdict: Verdict, petra: User) -> None:
    services.withdraw_verdict(verdict=verdict, editor=petra)
    with pytest.raises(InvalidVerdict, match="petra has taken this verdict back"):
        services.withdraw_verdict(verdict=verdict, editor=editor("quirin"))


def test_only_editors_take_verdicts_back(verdict: Verdict) -> None:
    with pytest.raises(NotAnEditor, match="Editors"):
        services.withdraw_verdict(verdict=verdict, editor=make_user())
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("note", ["x" * (services.LONGEST_NOTE + 1), "a\0b"])
def test_a_reason_that_cannot_be_kept_is_refused(verdict: Verdict, petra: User, note: str) -> None:
    with pytest.raises(InvalidVerdict):
        services.withdraw_verdict(verdict=verdict, editor=petra, note=note)
    assert not Withdrawal.objects.exists()


def test_what_was_taken_back_stays_so(verdict: Verdict, petra: User) -> None:
    services.withdraw_verdict(verdict=verdict, editor=petra)
    for change in (Withdrawal.objects.all().delete, lambda: Withdrawal.objects.update(note="Never.")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert Withdrawal.objects.count() == 1


def test_a_verdict_on_a_claim_that_stands_empty_can_be_taken_back(
    told: Told, verdict: Verdict, petra: User
) -> None:
    told.denial.attributions.update(claim=told.allegation)
    services.withdraw_verdict(verdict=verdict, editor=petra)
    assert Withdrawal.objects.exists()


def test_an_editor_takes_it_back_at_the_claim_and_everybody_reads_why(
    client: Client, told: Told, verdict: Verdict, petra: User
) -> None:
    client.force_login(petra)
    assert back(verdict) in page(client, own(told))
    response = client.post(back(verdict), {"note": "That was about another ship."})
    assert (response.status_code, response["Location"]) == (302, f"{own(told)}#done")
    html = page(client, own(told))
    assert "The verdict is taken back" in html
    assert back(verdict) not in html
    client.logout()
    html = page(client, own(told))
    assert "Editors verified that" not in html
    assert "Unreviewed" in html
    assert "Saw the log." in html
    assert "Taken back" in html
    assert "That was about another ship." in html


def test_readers_have_no_button_for_it(client: Client, told: Told, verdict: Verdict) -> None:
    assert "take-back" not in page(client, own(told))


@pytest.mark.parametrize("where", ["/s/harbour/", "/speakers/{}-harbour-brandt/"])
def test_it_is_gone_from_the_other_pages_at_once(
    client: Client, told: Told, verdict: Verdict, petra: User, where: str
) -> None:
    address = where.format(told.denial.speaker_id)
    before = client.get(address)
    assert "Editors verified that" in before.content.decode()
    services.withdraw_verdict(verdict=verdict, editor=petra)
    after = client.get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Editors verified that" not in after.content.decode()


def test_programs_learn_that_it_was_taken_back(
    client: Client, told: Told, verdict: Verdict, petra: User
) -> None:
    services.withdraw_verdict(verdict=verdict, editor=petra, note="Another ship.")
    found = claim_in_rest(client, told)
    assert found["verdicts"] == {"attribution": None, "content": None}
    withdrawn = found["history"][0]["withdrawn"]
    assert (withdrawn["editor"], withdrawn["note"]) == ("petra", "Another ship.")
    for query, count in (("status=verified", 0), ("about=content", 0), ("status=unreviewed", 3)):
        assert client.get(f"/api/v1/claims/?{query}").json()["results"].__len__() == count, query


def test_it_is_no_review_any_more(client: Client, told: Told, verdict: Verdict, petra: User) -> None:
    assert "Saw the log." in client.get("/s/harbour/claimreview.json").content.decode()
    services.withdraw_verdict(verdict=verdict, editor=petra)
    assert "Saw the log." not in client.get("/s/harbour/claimreview.json").content.decode()


def test_a_second_click_is_told_what_the_first_has_done(
    client: Client, told: Told, verdict: Verdict, petra: User
) -> None:
    client.force_login(petra)
    client.post(back(verdict))
    response = client.post(back(verdict), follow=True)
    assert "petra has taken this verdict back" in response.content.decode()
    assert Withdrawal.objects.count() == 1


def test_a_reason_that_is_too_long_comes_back_to_be_shortened(
    client: Client, told: Told, verdict: Verdict, petra: User
) -> None:
    client.force_login(petra)
    response = client.post(back(verdict), {"note": "y" * 4001})
    html = response.content.decode()
    assert response.status_code == 400
    assert "4001 characters" in html
    assert "y" * 4001 in html
    assert not Withdrawal.objects.exists()


def test_who_is_no_editor_takes_nothing_back(client: Client, told: Told, verdict: Verdict) -> None:
    client.force_login(User.objects.create_user("reader"))
    assert client.post(back(verdict)).status_code == 403
    assert not Withdrawal.objects.exists()


def test_a_verdict_on_another_claim_is_a_404(
    client: Client, told: Told, verdict: Verdict, petra: User
) -> None:
    client.force_login(petra)
    other = f"/s/harbour/claims/{told.allegation.pk}/verdict/{verdict.pk}/take-back/"
    assert client.post(other).status_code == 404
    assert client.get(back(verdict))["Location"] == f"/s/harbour/claims/{told.denial.pk}/"


def test_the_same_verdict_sent_twice_is_kept_once(client: Client, told: Told, petra: User) -> None:
    client.force_login(petra)
    address = f"/s/harbour/claims/{told.denial.pk}/verdict/"
    for _ in range(2):
        client.post(address, {"about": "content", "status": "verified", "note": "Saw the log."})
    assert Verdict.objects.count() == 1
    client.post(address, {"about": "content", "status": "unverified", "note": "Saw the log."})
    client.post(address, {"about": "content", "status": "verified", "note": "Saw the log."})
    assert Verdict.objects.count() == 3
