"""The desk of a speaker: name, kind, names, for whom it stands, and who else it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims import services
from claims.models import Affiliation, Alias, Attribution, Decision, Speaker
from tests.claims.browsing import page
from tests.claims.desk import post
from tests.claims.telling import Told

pytestmark = pytest.mark.django_db


@pytest.fixture
def brandt(told: Told) -> Speaker:
    speaker = told.denial.speaker
    assert speaker is not None
    Alias.objects.create(speaker=speaker, name="Ida Brandt", language="en")
    Alias.objects.create(speaker=speaker, name="Sprecherin Brandt", language="de")
    return speaker


@pytest.fixture
def port(told: Told) -> Speaker:
    assert told.allegation.speaker is not None
    return told.allegation.speaker


def at(speaker: Speaker, *steps: object) -> str:
    return "/".join([f"/speakers/{speaker.pk}/edit", *map(str, steps), ""])


def alias(name: str) -> int:
    return Alias.objects.get(name=name).pk


def test_a_speaker_is_renamed_and_described_and_that_lasts(desk: Client, told: Told, brandt: Speaker) -> None:
    assert post(desk, at(brandt), do="rename", name=" Ida  M. Brandt ", note="Her full name.")[
        "Location"
    ] == at(brandt)
    post(desk, at(brandt), do="kind", kind="group")
    services.link_story(story=told.story)
    brandt.refresh_from_db()
    assert (brandt.name, brandt.kind) == ("Ida M. Brandt", "group")
    own = page(desk, f"/speakers/{brandt.pk}-harbour-brandt/")
    assert "Her full name." in own
    assert "Edit this speaker" in own
    assert "Ida M. Brandt" in page(desk, "/s/harbour/decisions/")


def test_a_name_that_another_speaker_bears_is_asked_about(
    desk: Client, brandt: Speaker, port: Speaker
) -> None:
    response = post(desk, at(brandt), do="rename", name="port  Authority", note="As signed.")
    html = response.content.decode()
    assert response.status_code == 400
    assert "There is a speaker of this name already" in html
    assert f'href="{at(brandt, "merge")}?other={port.pk}"' in html
    assert 'value="port  Authority"' in html
    assert "As signed.</textarea>" in html
    assert 'name="insists"' in html
    assert 'name="insists"' not in page(desk, at(brandt))
    post(desk, at(brandt), do="rename", name="port Authority", note="As signed.", insists="on")
    brandt.refresh_from_db()
    assert brandt.name == "port Authority"


def test_names_split_off_under_a_name_that_another_speaker_bears_are_asked_about(
    desk: Client, brandt: Speaker, port: Speaker
) -> None:
    chosen = {"do": "split", "alias": alias("Ida Brandt"), "kind": "person", "note": "As signed."}
    response = post(desk, at(brandt), name="port authority", **chosen)
    html = response.content.decode()
    assert response.status_code == 400
    assert "There is a speaker of this name already" in html
    assert f'name="into" value="{port.pk}"' in html
    assert 'name="insists"' in html
    assert "As signed.</textarea>" in html
    assert not Decision.objects.exists()
    post(desk, at(brandt), name="port authority", into=port.pk, **chosen)
    assert Alias.objects.get(name="Ida Brandt").speaker == port
    assert "Gave these names to the speaker" in page(desk, at(port))
    undo = Decision.objects.get()
    desk.post(f"/decisions/{undo.pk}/undo/")
    assert Alias.objects.get(name="Ida Brandt").speaker == brandt
    port.refresh_from_db()
    assert port.merged_into is None


def test_a_name_of_a_speaker_that_was_merged_is_free(desk: Client, brandt: Speaker, port: Speaker) -> None:
    Speaker.objects.create(slug="old-port", name="Old port", merged_into=port)
    assert post(desk, at(brandt), do="rename", name="Old port").status_code == 302


def test_names_are_added_and_taken_off_the_list(desk: Client, told: Told, brandt: Speaker) -> None:
    post(desk, at(brandt), do="add-name", name="Mme Brandt", language="fr")
    post(desk, at(brandt), do="remove-names", alias=alias("Sprecherin Brandt"))
    services.link_story(story=told.story)
    own = page(desk, f"/speakers/{brandt.pk}-harbour-brandt/")
    names = own[own.index('id="names"') : own.index("Editors’ decisions")]
    assert "Mme Brandt" in names
    assert "Sprecherin Brandt" not in names


def test_a_name_is_split_off_and_the_split_undone(desk: Client, told: Told, brandt: Speaker) -> None:
    Attribution.objects.filter(claim=told.denial, article=told.german).update(
        speaker_name="Sprecherin Brandt"
    )
    post(
        desk,
        at(brandt),
        do="split",
        alias=alias("Sprecherin Brandt"),
        name="Berta Brandt",
        kind="person",
        note="Her sister.",
    )
    sister = Speaker.objects.get(name="Berta Brandt")
    assert Attribution.objects.get(claim=told.denial, article=told.german).speaker == sister
    decision = Decision.objects.get()
    post(desk, f"/decisions/{decision.pk}/undo/", next=at(brandt))
    assert desk.get(f"/speakers/{sister.pk}/")["Location"] == f"/speakers/{brandt.pk}-harbour-brandt/"
    assert Attribution.objects.get(claim=told.denial, article=told.german).speaker == brandt


def test_a_speaker_is_merged_into_another_and_the_merger_undone(
    desk: Client, told: Told, brandt: Speaker, port: Speaker
) -> None:
    html = page(desk, at(brandt, "merge"))
    assert "Port authority" in html
    assert "All that Ida Brandt said becomes Port authority" in page(
        desk, f"{at(brandt, 'merge')}?other={port.pk}"
    )
    assert post(desk, at(brandt, "merge"), other=port.pk, note="One office.")["Location"] == at(port)
    told.denial.refresh_from_db()
    assert told.denial.speaker == port
    response = desk.get(f"/speakers/{brandt.pk}-harbour-brandt/")
    assert (response.status_code, response["Location"]) == (301, f"/speakers/{port.pk}-harbour-port/")
    assert desk.get(at(brandt))["Location"] == at(port)
    post(desk, f"/decisions/{Decision.objects.get().pk}/undo/", next=at(port))
    told.denial.refresh_from_db()
    assert told.denial.speaker == brandt
    assert desk.get(f"/speakers/{brandt.pk}-harbour-brandt/").status_code == 200


def test_who_stands_for_whom_is_noted_shown_at_both_and_taken_back(
    desk: Client, told: Told, brandt: Speaker, port: Speaker
) -> None:
    post(desk, at(brandt, "stands-for"), other=port.pk, role="spokesperson-for")
    assert "Spokesperson for" in page(desk, f"/speakers/{brandt.pk}-harbour-brandt/")
    assert "Spokesperson: " in page(desk, f"/speakers/{port.pk}-harbour-port/")
    post(desk, at(brandt, "stands-for", Affiliation.objects.get().pk))
    assert not Affiliation.objects.exists()
    assert "Took back of the speaker" in page(desk, at(brandt))


def test_other_speakers_are_found_by_a_part_of_any_name(desk: Client, brandt: Speaker, port: Speaker) -> None:
    Alias.objects.create(speaker=port, name="Hafenbehörde", language="de")
    assert "Port authority" in page(desk, f"{at(brandt, 'merge')}?q=hafenb")
    assert "No other speaker goes by this" in page(desk, f"{at(brandt, 'merge')}?q=Zeppelin")
    assert "No other speaker goes by this" in page(desk, f"{at(brandt, 'merge')}?q=%25")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({}, "Choose what is to be done"),
        ({"do": "burn"}, "Choose what is to be done"),
        ({"do": "rename", "name": "  "}, "This is empty"),
        ({"do": "rename", "name": "Ida Brandt"}, "name already"),
        ({"do": "rename", "name": "x" * 201}, "too long"),
        ({"do": "kind", "kind": "ship"}, "no such kind"),
        ({"do": "kind", "kind": "person"}, "of that kind already"),
        ({"do": "add-name", "name": "Ida Brandt", "language": "en"}, "that name in that language already"),
        ({"do": "add-name", "name": "Ida", "language": "xx"}, "German, English or French"),
        ({"do": "remove-names"}, "Choose at least one name"),
        ({"do": "remove-names", "alias": "999"}, "gone to another speaker meanwhile"),
        ({"do": "split", "name": "Berta", "kind": "person"}, "Choose at least one name"),
        ({"do": "split", "name": "", "kind": "person", "alias": "one"}, "This is empty"),
        ({"do": "split", "name": "Berta", "kind": "person", "alias": "all"}, "not all of them"),
    ],
)
def test_what_cannot_be_comes_back_with_what_to_do_and_what_was_typed(
    desk: Client, brandt: Speaker, data: dict[str, Any], complaint: str
) -> None:
    own = list(brandt.aliases.order_by("pk").values_list("pk", flat=True))
    sent = {"note": "My reason."} | data
    sent |= (
        {"alias": own}
        if data.get("alias") == "all"
        else {"alias": own[0]}
        if data.get("alias") == "one"
        else {}
    )
    response = post(desk, at(brandt), **sent)
    html = response.content.decode()
    assert response.status_code == 400
    assert complaint in html
    if data.get("do") not in (None, "burn"):
        assert "My reason.</textarea>" in html
    if len(data.get("name", "").strip()) in range(1, 200):
        assert f'value="{data["name"]}"' in html
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("purpose", "data", "complaint"),
    [
        ("merge", {}, "Choose the other speaker"),
        ("merge", {"other": "itself"}, "Choose the other speaker"),
        ("stands-for", {"other": "port"}, "Choose what the speaker is to the other one"),
        ("stands-for", {"other": "port", "role": "friend"}, "Choose what the speaker is to the other one"),
    ],
)
def test_a_choice_that_cannot_be_comes_back_in_words(
    desk: Client, brandt: Speaker, port: Speaker, purpose: str, data: dict[str, Any], complaint: str
) -> None:
    speakers = {"itself": brandt.pk, "port": port.pk}
    sent = {name: speakers.get(value, value) for name, value in data.items()}
    response = post(desk, at(brandt, purpose), note="My reason.", **sent)
    assert response.status_code == 400
    assert complaint in response.content.decode()


def test_what_is_not_there_is_a_404(desk: Client, brandt: Speaker) -> None:
    assert desk.get(at(brandt, "burn")).status_code == 404
    assert desk.get("/speakers/999999/edit/").status_code == 404
    assert desk.get(f"{at(brandt, 'merge')}?other=nonsense").status_code == 200
