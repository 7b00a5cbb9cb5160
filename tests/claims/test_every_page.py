"""What holds for every page: signing in and out, strangers' text, the policy, breakdowns."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils.functional import SimpleLazyObject
from django.views.defaults import server_error

from articles.models import Article, Story
from claims.models import Claim, Speaker
from claims.services import give_verdict
from tests.claims.browsing import page
from tests.claims.telling import Told, editor, report, say

pytestmark = pytest.mark.django_db


def test_signing_in_leads_back_to_the_claim(client: Client, told: Told) -> None:
    editor()
    target = f"/s/harbour/?claim={told.denial.pk}"
    response = client.post("/sign-in/", {"username": "petra", "password": "a long password", "next": target})
    assert response["Location"] == target


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "javascript:alert(1)",
        "/\\evil.example",
        "https:evil.example",
    ],
)
def test_signing_in_never_leads_to_another_site(client: Client, target: str) -> None:
    editor()
    response = client.post("/sign-in/", {"username": "petra", "password": "a long password", "next": target})
    assert response["Location"] == "/"


def test_a_wrong_password_is_refused_in_words(client: Client) -> None:
    response = client.post("/sign-in/", {"username": "petra", "password": "wrong"})
    assert "do not belong together" in response.content.decode()


def test_signing_out_takes_a_post(client: Client) -> None:
    client.force_login(editor())
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/")["Location"] == "/"
    assert "_auth_user_id" not in client.session


HOSTILE = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>{{ 7|add:7 }}{% now 'Y' %}"


def test_text_of_strangers_never_becomes_markup(client: Client) -> None:
    story = Story.objects.create(slug="hostile", title=HOSTILE, summary=HOSTILE)
    article = report(story, f"{HOSTILE} said: {HOSTILE} is so.", "en", outlet=HOSTILE, title=HOSTILE)
    speaker = Speaker.objects.create(slug="hostile", name=HOSTILE)
    claim = Claim.objects.create(story=story, speaker=speaker, stance="asserts")
    say(
        article,
        claim,
        f"{HOSTILE} is so",
        cue="said",
        via_name=HOSTILE,
        based_on=HOSTILE,
        to=HOSTILE,
        medium=HOSTILE,
        speaker_name=HOSTILE,
    )
    give_verdict(claim=claim, editor=editor(HOSTILE[:150]), about="content", status="verified", note=HOSTILE)
    name = f"{claim.pk}-hostile-says"
    for address in (
        "/",
        "/s/hostile/",
        f"/s/hostile/?claim={claim.pk}&q=<script>",
        f"/s/hostile/claims/{name}/",
        "/s/hostile/compare/",
        "/speakers/",
        f"/speakers/{speaker.pk}-hostile/",
        f"/articles/{article.pk}/",
    ):
        html = page(client, address)
        assert "<script" not in html.replace('<script src="/static/', "")
        assert "<img" not in html
        assert "&lt;script&gt;" in html
        assert "{{ 7|add:7 }}" in html


@pytest.mark.parametrize("address", ["/", "/s/harbour/", "/sign-in/", "/s/nothing/", "/api/v1/docs/"])
def test_no_page_needs_more_than_the_strict_policy_allows(client: Client, told: Told, address: str) -> None:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    html = response.content.decode()
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert "<script>" not in html


def test_a_broken_page_says_so_and_what_to_do(
    client: Client, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("claims.views.stories.kept_timeline", broken)
    client.raise_request_exception = False
    html = page(client, "/s/harbour/", status=500)
    assert "Something broke on our side" in html
    assert "Try again in a minute" in html


def test_the_page_for_breakdowns_needs_no_database(
    django_assert_num_queries: Any, rf: RequestFactory
) -> None:
    request = rf.get("/")
    request.user = SimpleLazyObject(editor)  # type: ignore[assignment]
    with django_assert_num_queries(0):
        assert server_error(request).status_code == 500


def test_a_page_tells_caches_what_it_depends_on(client: Client, told: Told) -> None:
    assert "Accept-Language" in client.get("/s/harbour/")["Vary"]


def test_every_article_of_the_story_is_in_its_table(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/")
    for article in Article.objects.all():
        assert f'href="/articles/{article.pk}/"' in html
