"""REST, endpoint by endpoint; schemathesis goes through what the description promises in test_api_schema."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import Attribution, Claim, Speaker
from claims.services import give_verdict
from tests.claims.telling import Told, editor, pieces, report, say, told_story

pytestmark = pytest.mark.django_db

CLAIMS = "/api/v1/claims/"
STORIES = "/api/v1/stories/"


@pytest.fixture(autouse=True)
def unthrottled() -> None:
    cache.clear()


def get(client: Client, address: str, status: int = 200, language: str = "en") -> Any:
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == status, response.content
    return response.json()


def ids(client: Client, query: str = "") -> list[int]:
    return [claim["id"] for claim in get(client, f"{CLAIMS}{query}")["results"]]


# Shapes


def test_a_claim_carries_its_speaker_its_counts_and_its_headline(client: Client, told: Told) -> None:
    claim = get(client, f"{CLAIMS}{told.denial.pk}/")
    assert claim["speaker"] == {"slug": "harbour-brandt", "name": "Ida Brandt", "kind": "person"}
    assert (claim["story"], claim["stance"], claim["said_on"]) == ("harbour", "denies", "2025-03-04")
    assert (claim["headline"], claim["headline_language"]) == ("Not a drop of it is ours", "en")
    assert claim["languages"] == [{"language": "de", "reports": 1}, {"language": "en", "reports": 1}]
    address = f"http://testserver/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/"
    assert claim["address"] == address


@pytest.mark.parametrize(("query", "browser"), [("?lang=de", "en"), ("", "de")])
def test_the_headline_follows_the_readers_language(
    client: Client, told: Told, query: str, browser: str
) -> None:
    claim = get(client, f"{CLAIMS}{told.denial.pk}/{query}", language=browser)
    assert claim["headline"] == "Kein Tropfen stammt von uns"


def test_evidence_names_its_words_by_place_and_by_quote(client: Client, told: Told) -> None:
    evidence = get(client, f"{CLAIMS}{told.denial.pk}/?lang=de")["evidence"][0]
    (target,) = evidence["content"]
    position, quote = target["selector"]
    text = told.german.text
    assert target["source"] == f"http://testserver/articles/{told.german.pk}/"
    assert position["type"] == "TextPositionSelector"
    assert text[position["start"] : position["end"]] == quote["exact"] == "Kein Tropfen stammt von uns"
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    assert (len(quote["prefix"]), len(quote["suffix"])) == (32, 31)


def test_a_month_is_given_as_one(client: Client, told: Told) -> None:
    month = {"said_on": "2025-03-01", "said_on_precision": "month"}
    Claim.objects.filter(pk=told.denial.pk).update(**month)
    told.denial.attributions.update(**month)
    claim = get(client, f"{CLAIMS}{told.denial.pk}/")
    assert {(one["said_on"], one["said_on_precision"]) for one in (claim, *claim["evidence"])} == {
        ("2025-03-01", "month")
    }
    undated = get(client, f"{CLAIMS}{told.undated.pk}/")
    assert (undated["said_on"], undated["said_on_precision"]) == (None, None)


def test_hedges_are_named_by_place_and_by_quote(client: Client, told: Told) -> None:
    text = "The port said a ship had allegedly let out oil."
    article = report(told.story, text, "en")
    say(article, told.undated, text[14:-1], hedges=pieces(text, "allegedly"))
    own = [
        one for one in get(client, f"{CLAIMS}{told.undated.pk}/")["evidence"] if one["article"] == article.pk
    ]
    ((position, quote),) = [target["selector"] for target in own[0]["hedges"]]
    assert text[position["start"] : position["end"]] == quote["exact"] == "allegedly"


def test_orphaned_evidence_has_words_but_no_place(client: Client, told: Told) -> None:
    Attribution.objects.filter(article=told.french).update(state="orphaned")
    (evidence,) = get(client, f"{CLAIMS}{told.undated.pk}/")["evidence"]
    assert (evidence["state"], evidence["content"]) == ("orphaned", [])
    assert evidence["text"] == "un navire de la Nordlinie a rejeté deux fois de l’huile usée"


def test_a_claim_carries_the_latest_verdict_on_each_question_and_all_before(
    client: Client, told: Told
) -> None:
    petra = editor()
    give_verdict(claim=told.denial, editor=petra, about="attribution", status="unverified")
    give_verdict(claim=told.denial, editor=petra, about="attribution", status="verified", note="Heard it.")
    claim = get(client, f"{CLAIMS}{told.denial.pk}/")
    assert claim["verdicts"]["attribution"]["status"] == "verified"
    assert claim["verdicts"]["attribution"]["note"] == "Heard it."
    assert claim["verdicts"]["content"] is None
    assert [verdict["status"] for verdict in claim["history"]] == ["verified", "unverified"]


def test_a_story_carries_its_counts(client: Client, told: Told) -> None:
    story = get(client, f"{STORIES}harbour/")
    assert (story["claims"], story["denials"], story["reports"]) == (3, 1, 3)
    assert (story["first_said_on"], story["last_said_on"]) == ("2025-03-04", "2025-03-04")
    assert get(client, STORIES)["results"] == [story]


@pytest.mark.parametrize("address", [f"{CLAIMS}999999/", f"{CLAIMS}{'9' * 30}/", f"{STORIES}nothing/"])
def test_nothing_there_is_a_404_in_json(client: Client, address: str) -> None:
    assert "detail" in get(client, address, status=404)


def test_the_root_leads_to_the_description(client: Client) -> None:
    assert client.get("/api/v1/")["Location"] == "/api/v1/docs/"


def test_writing_is_refused(client: Client, told: Told) -> None:
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"{CLAIMS}{told.denial.pk}/").status_code == 405


# Filters


def test_claims_are_filtered_by_story_speaker_and_stance(client: Client, told: Told) -> None:
    told_story("other")
    allegation, denial, undated = told.allegation.pk, told.denial.pk, told.undated.pk
    assert ids(client, "?story=harbour") == [allegation, denial, undated]
    assert ids(client, "?speaker=harbour-port") == [allegation, undated]
    assert ids(client, "?story=harbour&stance=denies") == [denial]


def test_claims_are_filtered_by_the_language_of_a_report(client: Client, told: Told) -> None:
    assert ids(client, "?language=fr") == [told.undated.pk]
    assert ids(client, "?language=de") == [told.allegation.pk, told.denial.pk]


def test_claims_are_filtered_by_the_latest_verdict(client: Client, told: Told) -> None:
    petra = editor()
    give_verdict(claim=told.allegation, editor=petra, about="attribution", status="unverified")
    give_verdict(claim=told.allegation, editor=petra, about="attribution", status="verified")
    give_verdict(claim=told.denial, editor=petra, about="content", status="unverified")
    allegation, denial, undated = told.allegation.pk, told.denial.pk, told.undated.pk
    assert ids(client, "?status=verified") == [allegation]
    assert ids(client, "?status=unverified") == [denial]
    assert ids(client, "?status=unreviewed") == [undated]
    assert ids(client, "?status=verified&about=content") == []
    assert ids(client, "?status=verified&about=attribution") == [allegation]
    assert ids(client, "?status=unreviewed&about=content") == [allegation, undated]
    assert ids(client, "?about=content") == [denial]


def test_a_claim_that_is_verified_on_one_question_only_is_found_under_both_statuses(
    client: Client, told: Told
) -> None:
    petra = editor()
    give_verdict(claim=told.denial, editor=petra, about="attribution", status="verified")
    give_verdict(claim=told.denial, editor=petra, about="content", status="unverified")
    assert ids(client, "?status=verified") == ids(client, "?status=unverified") == [told.denial.pk]


def test_retired_claims_leave_the_list_and_keep_their_address(client: Client, told: Told) -> None:
    Claim.objects.filter(pk=told.undated.pk).update(retired_at="2025-03-07T00:00Z")
    assert told.undated.pk not in ids(client)
    assert get(client, f"{CLAIMS}{told.undated.pk}/")["retired"] is True


def test_stories_are_filtered_by_speaker_and_language(client: Client, told: Told) -> None:
    told_story("other")
    assert [story["slug"] for story in get(client, f"{STORIES}?speaker=other-port")["results"]] == ["other"]
    assert len(get(client, f"{STORIES}?language=fr")["results"]) == 2


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        (
            "?colour=red",
            "colour",
            "Allowed: about, after, lang, language, page_size, speaker, stance, status, story.",
        ),
        (
            "?stance=agrees",
            "stance",
            "“agrees” is not allowed. Allowed: asserts, denies, declines-to-comment, cannot-verify.",
        ),
        ("?status=true", "status", "Allowed: verified, unverified, unreviewed."),
        ("?about=both", "about", "Allowed: attribution, content."),
        ("?language=es", "language", "Allowed: de, en, fr."),
        ("?lang=es", "lang", "Allowed: de, en, fr."),
        ("?story=nothing", "story", "/api/v1/stories/"),
        ("?story=a%00b", "story", "Null characters"),
        ("?speaker=nobody", "speaker", "/api/v1/claims/"),
        ("?stance=", "stance", "Empty."),
        ("?stance=denies&stance=asserts", "stance", "more than once"),
        ("?after=-1", "after", "whole number"),
        ("?after=٣", "after", "whole number"),
        ("?after=9223372036854775808", "after", "whole number"),
        ("?page_size=0", "page_size", "from 1 to 200"),
        ("?page_size=201", "page_size", "from 1 to 200"),
        ("?format=json", "format", "no filter of this name"),
    ],
)
def test_what_is_not_understood_is_a_400_that_names_it(
    client: Client, told: Told, query: str, name: str, complaint: str
) -> None:
    problems = get(client, f"{CLAIMS}{query}", status=400)
    assert list(problems) == [name]
    assert complaint in problems[name][0]


@pytest.mark.parametrize("address", [f"{STORIES}harbour/?stance=denies", f"{STORIES}?stance=denies"])
def test_stories_too_refuse_what_they_do_not_know(client: Client, told: Told, address: str) -> None:
    assert list(get(client, address, status=400)) == ["stance"]


# Pages


def test_pages_lose_and_repeat_nothing_while_rows_are_added(client: Client, told: Told) -> None:
    before = ids(client)
    page = get(client, f"{CLAIMS}?page_size=1&story=harbour")
    seen = [claim["id"] for claim in page["results"]]
    added = Claim.objects.create(story=told.story, stance="asserts")
    say(told.french, added, "deux fois")
    while page["next"]:
        page = get(client, page["next"])
        seen += [claim["id"] for claim in page["results"]]
    assert seen == [*before, added.pk]


def test_the_last_page_has_no_next(client: Client, told: Told) -> None:
    assert get(client, f"{CLAIMS}?page_size=3")["next"] is None
    assert get(client, f"{CLAIMS}?after={told.undated.pk}") == {"next": None, "results": []}


@pytest.mark.parametrize("address", [CLAIMS, STORIES, f"{CLAIMS}?status=verified&language=en&story=harbour"])
def test_a_page_takes_as_many_queries_for_many_rows_as_for_few(
    client: Client, told: Told, address: str
) -> None:
    for claim in (told.allegation, told.denial):
        give_verdict(claim=claim, editor=editor(f"editor of {claim.pk}"), about="content", status="verified")
    few = _queries(client, address)
    for number in range(10):
        article = report(
            told.story, f"Report {number}: the mayor said that it stank.", "en", outlet=f"Outlet {number}"
        )
        speaker = Speaker.objects.create(slug=f"mayor-{number}", name=f"Mayor {number}")
        claim = Claim.objects.create(story=told.story, speaker=speaker, stance="asserts")
        say(article, claim, "it stank", cue="said", source="the mayor")
        give_verdict(claim=claim, editor=editor(f"editor {number}"), about="content", status="verified")
        told_story(f"another-{number}")
    assert _queries(client, address) == few


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        get(client, address)
    return len(captured)


def test_who_reads_too_fast_is_told_to_wait(
    client: Client, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.api.views.ReadThrottle.rate", "2/min")
    for _ in range(2):
        get(client, STORIES)
    response = client.get(STORIES)
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
