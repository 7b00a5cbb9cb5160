"""What a browser need not fetch again, and what another site may frame."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.matching import linking
from claims.models import Attribution, Claim
from claims.services import give_verdict, merge_claims
from tests.claims.browsing import page
from tests.claims.desk import as_told
from tests.claims.telling import Told, editor, report

pytestmark = pytest.mark.django_db


def addresses(told: Told) -> list[str]:
    return [
        "/",
        "/s/harbour/",
        "/s/harbour/?stance=denies",
        f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/",
        "/s/harbour/compare/",
        "/speakers/",
        f"/speakers/{told.denial.speaker_id}-harbour-brandt/",
        f"/articles/{told.german.pk}/",
        "/embed/harbour/",
        f"/embed/harbour/claims/{told.denial.pk}/",
        "/about/",
    ]


def test_a_page_that_has_not_changed_is_answered_without_a_body(client: Client, told: Told) -> None:
    for address in addresses(told):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), address
        assert "public" in first["Cache-Control"]
        assert {"Cookie", "Accept-Language"} <= set(first["Vary"].split(", "))


@pytest.mark.django_db(transaction=True)  # a change is told by its transaction
def test_raw_changes_of_the_database_are_noticed_too(client: Client, told: Told) -> None:
    address = "/s/harbour/"
    first = client.get(address)["ETag"]
    Attribution.objects.filter(claim=told.undated).update(nested=True)
    second = client.get(address)["ETag"]
    Claim.objects.filter(pk=told.undated.pk).update(said_on="2025-03-03", said_on_precision="day")
    third = client.get(address)["ETag"]
    give_verdict(claim=told.denial, editor=editor(), about="content", status="verified")
    fourth = client.get(address)["ETag"]
    assert len({first, second, third, fourth}) == 4


def test_a_new_name_of_somebody_who_decided_is_noticed(
    client: Client, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "link", as_told(told.story))
    petra = editor()
    merge_claims(claim=told.undated, into=told.allegation, editor=petra)
    address = f"/s/harbour/claims/{told.allegation.pk}-harbour-port-says/"
    first = client.get(address)
    petra.first_name = "Paula"
    petra.save()
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "Paula" in again.content.decode()


def test_another_story_changes_nothing(client: Client, told: Told) -> None:
    first = client.get("/s/harbour/")["ETag"]
    report(None, "Elsewhere it rains.", "en")
    assert client.get("/s/harbour/")["ETag"] == first


def test_languages_and_readers_have_pages_of_their_own(client: Client, told: Told) -> None:
    tags = {client.get("/s/harbour/", headers={"accept-language": one})["ETag"] for one in ("de", "en", "fr")}
    client.force_login(editor())
    response = client.get("/s/harbour/")
    assert len({*tags, response["ETag"]}) == 4
    assert "private" in response["Cache-Control"]


def test_a_message_of_the_moment_is_never_kept(client: Client, told: Told) -> None:
    client.force_login(editor())
    address = f"/s/harbour/claims/{told.denial.pk}/verdict/"
    response = client.post(address, {"about": "content", "status": "verified"}, follow=True)
    assert "Your verdict is kept" in response.content.decode()
    assert "ETag" not in response


def test_only_the_embed_may_stand_in_a_frame(client: Client, told: Told) -> None:
    for address in addresses(told):
        response = client.get(address)
        policy = dict(one.strip().split(" ", 1) for one in response["Content-Security-Policy"].split(";"))
        is_embed = address.startswith("/embed/")
        assert policy["frame-ancestors"] == ("*" if is_embed else "'none'"), address
        assert ("X-Frame-Options" in response) is not is_embed


@pytest.mark.parametrize("words", ["navire", "Schiff", "ships", "Brandt"])
def test_the_front_page_finds_claims_of_all_stories(client: Client, told: Told, words: str) -> None:
    html = page(client, f"/?q={words}")
    claim = told.denial if words == "Brandt" else told.allegation
    assert f"/s/harbour/claims/{claim.pk}-" in html


def test_a_search_that_finds_nothing_says_what_to_do(client: Client, told: Told) -> None:
    assert "Look for other or fewer words" in page(client, "/?q=Zeppelin")
    assert "Look for other or fewer words" in page(client, "/?q=%00%25_")


def test_furniture_is_shown_grey_where_it_stood(client: Client, told: Told) -> None:
    article = told.german
    source = "Menü: Start, Sport\n\n" + article.text + "\n\nJetzt abonnieren"
    start = source.index(article.text)
    type(article).objects.filter(pk=article.pk).update(
        source=source, runs=[[start, start + len(article.text)]]
    )
    html = page(client, f"/articles/{article.pk}/")
    assert html.index("Menü: Start, Sport") < html.index("Die Hafenbehörde") < html.index("Jetzt abonnieren")
    assert html.count('<p class="furniture"') == 2
