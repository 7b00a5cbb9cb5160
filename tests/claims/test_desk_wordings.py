"""The wordings of a claim at the desk: split off, taken out, put back, chosen as headline."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from claims.models import Attribution, Decision
from tests.claims.browsing import page
from tests.claims.desk import at, post, relink, rows
from tests.claims.telling import Told, report, say

pytestmark = pytest.mark.django_db


def test_wordings_are_split_off_into_a_claim_of_their_own(desk: Client, told: Told) -> None:
    first, second = rows(told.denial)
    response = post(desk, at(told.denial, "wordings"), do="split", wording=first, note="Another spill.")
    assert response["Location"] == at(told.denial)
    relink(told.story)
    assert rows(told.denial) == [second]
    html = page(desk, at(told.denial))
    assert "Your decision is kept" in html
    assert "Another spill." in html
    assert "petra" in html


def test_a_wording_that_is_no_statement_is_taken_out_and_put_back(desk: Client, told: Told) -> None:
    first, second = rows(told.denial)
    post(desk, at(told.denial, "wordings"), do="reject", wording=first)
    relink(told.story)
    assert rows(told.denial) == [second]
    html = page(desk, at(told.denial))
    assert "Taken out of this claim" in html
    article = Attribution.objects.get(pk=first).article
    assert f'id="a{first}"' not in page(desk, f"/articles/{article.pk}/")
    (undoing,) = set(re.findall(r"/decisions/\d+/undo/", html))
    response = post(desk, undoing, next=at(told.denial))
    assert response["Location"] == at(told.denial)
    relink(told.story)
    assert rows(told.denial) == [first, second]


def test_several_wordings_are_taken_out_at_once_or_not_at_all(desk: Client, told: Told) -> None:
    post(desk, at(told.denial, "wordings"), do="reject", wording=rows(told.denial))
    relink(told.story)
    assert rows(told.denial) == []
    assert "No report carries this claim any more" in page(desk, at(told.denial))


def test_an_editor_chooses_the_headline_of_a_language(desk: Client, told: Told) -> None:
    text = "The spokeswoman said they had not spilled one drop."
    other = say(report(told.story, text, "en"), told.denial, "they had not spilled one drop")
    post(desk, at(told.denial, "wordings"), do="headline", wording=other.pk)
    assert "they had not spilled one drop</h1>" in page(
        desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/"
    ).replace("</span>", "")
    german = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/", "de")
    assert "Kein Tropfen stammt von uns</h1>" in german.replace("</span>", "")
    post(desk, at(told.denial, "wordings"), do="clear", wording=other.pk)
    assert not Attribution.objects.filter(is_headline=True).exists()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"do": "split"}, "Choose at least one wording"),
        ({"wording": "all"}, "Choose what is to become of the wordings"),
        ({"do": "burn", "wording": "all"}, "Choose what is to become of the wordings"),
        ({"do": "split", "wording": "all"}, "not all of them"),
        ({"do": "headline", "wording": "all"}, "Choose one wording only"),
        ({"do": "clear", "wording": "first"}, "No editor has chosen this wording"),
        ({"do": "reject", "wording": "another's"}, "gone to another claim meanwhile"),
        ({"do": "reject", "wording": "nonsense"}, "Choose at least one wording"),
        ({"do": "reject", "wording": "first", "note": "x" * 4001}, "too long"),
        ({"do": "reject", "wording": "first", "note": "a\0b"}, "cannot be kept"),
    ],
)
def test_what_cannot_be_comes_back_with_what_to_do_and_what_was_typed(
    desk: Client, told: Told, data: dict[str, Any], complaint: str
) -> None:
    own = rows(told.denial)
    wanted = {"all": own, "first": own[0], "another's": rows(told.allegation)[0], "nonsense": "x"}
    sent = {"note": "My reason."} | data
    if "wording" in sent:
        sent["wording"] = wanted[sent["wording"]]
    response = post(desk, at(told.denial, "wordings"), **sent)
    html = response.content.decode()
    assert response.status_code == 400
    assert complaint in html
    assert sent["note"].replace("\0", "")[:40] in html.replace("\0", "")
    if sent.get("wording") == own[0]:
        assert f'value="{own[0]}" checked' in html
    assert not Decision.objects.exists()
