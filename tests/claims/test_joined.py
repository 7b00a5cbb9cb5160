"""A claim whose words a machine joined with another's: its address leads to where they stand now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Story
from claims import services
from claims.extraction import records
from claims.matching import linking
from claims.matching.linking import Group, Saying
from claims.models import Attribution, Claim
from claims.services import link_story, record_attributions
from claims.timeline import merged_into, successor_of, successors_of
from tests.claims.browsing import page
from tests.claims.linked import judge, link_equal_words
from tests.factories import make_article, make_editor, make_record, make_story

pytestmark = pytest.mark.django_db

TEXT = "The mayor said that the old port is closed and that ships wait outside the harbour."
CLOSED = make_record(TEXT, "the old port is closed", cue="said")
WAIT = make_record(TEXT, "ships wait outside the harbour", cue="said")
BOTH = make_record(TEXT, "the old port is closed and that ships wait outside the harbour", cue="said")


@pytest.fixture(autouse=True)
def _equal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link", link_equal_words)


def read(article: Article, version: str, *found: records.Attribution) -> None:
    record_attributions(article=article, version=version, attributions=found)
    link_again(article)


def link_again(article: Article) -> None:
    assert article.story is not None
    link_story(story=article.story)


def read_as_two() -> tuple[Article, Claim, Claim]:
    article = make_article(TEXT, story=make_story())
    read(article, "1", CLOSED, WAIT)
    return article, claim_of("the old port is closed"), claim_of("ships wait outside the harbour")


def claim_of(words: str) -> Claim:
    (row,) = [one for one in Attribution.objects.filter(state="current") if str(one) == words]
    assert row.claim is not None
    return row.claim


def address(claim: Claim) -> str:
    return f"/s/{claim.story.slug}/claims/{claim.pk}/"


def named(claim: Claim) -> str:
    return f"/s/{claim.story.slug}/claims/{claim.pk}-unnamed-says/"


def leads(client: Client, asked: str, **headers: str) -> tuple[int, str]:
    response = client.get(asked, headers=headers)
    return response.status_code, response.get("Location", "")


@contextmanager
def joined_as(monkeypatch: pytest.MonkeyPatch, names: Mapping[str, str]) -> Iterator[None]:
    """A linker that joins the sayings of one name, by the first word of what each says."""

    def link(sayings: Sequence[Saying], *_: Any) -> tuple[Group, ...]:
        named: dict[str, list[str]] = {}
        for saying in sayings:
            named.setdefault(names[saying.content.split()[0]], []).append(saying.key)
        return tuple(Group(speaker=None, sayings=tuple(sorted(keys))) for keys in named.values())

    with monkeypatch.context() as patched:
        patched.setattr(linking, "link", link)
        yield


def test_words_that_a_newer_reading_joined_with_others_are_found_under_their_old_address(
    client: Client,
) -> None:
    article, stays, gone = read_as_two()
    read(article, "2", BOTH)
    new = named(stays)
    for asked in (address(gone), named(gone)):
        assert leads(client, asked) == (301, new)
    assert leads(client, f"{address(gone)}wordings/", **{"HX-Request": "true"}) == (
        301,
        f"{address(stays)}wordings/",
    )
    assert leads(client, f"{address(gone)}picture.png") == (301, f"{address(stays)}picture.png")
    story = f"/s/{article.story.slug}/?stance=asserts&claim="
    assert leads(client, f"{story}{gone.pk}") == (301, f"{story}{stays.pk}")
    assert client.get(new).status_code == 200


def test_rest_tells_a_program_where_the_words_are_now(client: Client) -> None:
    article, stays, gone = read_as_two()
    read(article, "2", BOTH)
    response = client.get(f"/api/v1/claims/{gone.pk}/")
    assert response.status_code == 301
    assert response["Location"] == f"http://testserver/api/v1/claims/{stays.pk}/"
    assert response.json()["merged_into"] == stays.pk
    assert client.get(f"/api/v1/claims/{stays.pk}/").json()["merged"] == [gone.pk]


def test_no_browser_keeps_that_way_for_good_because_a_later_reading_may_part_them_again(
    client: Client,
) -> None:
    article, stays, gone = read_as_two()
    read(article, "2", BOTH)
    first = client.get(address(gone))
    assert "max-age=0" in first["Cache-Control"]
    read(article, "3", CLOSED, WAIT)
    assert {claim_of("the old port is closed"), claim_of("ships wait outside the harbour")} == {stays, gone}
    assert leads(client, address(gone))[0] == 302  # to its full name
    assert client.get(address(gone), follow=True).status_code == 200


def test_claims_that_linking_joins_lead_on(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    article, one, other = read_as_two()
    with joined_as(monkeypatch, {"the": "all", "ships": "all"}):
        link_again(article)
    stays, gone = (one, other) if Claim.objects.get(pk=one.pk).retired_at is None else (other, one)
    assert leads(client, address(gone)) == (301, named(stays))


def four_articles(story: Story) -> None:
    for text in ("Alpha is so.", "Beta is so.", "Gamma is so.", "Delta is so."):
        article = make_article(text, story=story)
        record_attributions(article=article, version="1", attributions=[make_record(text, text)])


def parted(monkeypatch: pytest.MonkeyPatch) -> tuple[Claim, list[Claim]]:
    """A claim of two wordings, one of which has gone to each of two other claims."""
    story = make_story()
    four_articles(story)
    with joined_as(monkeypatch, {"Alpha": "1", "Beta": "2", "Gamma": "2", "Delta": "3"}):
        link_story(story=story)
    gone, others = claim_of("Beta is so."), [claim_of("Alpha is so."), claim_of("Delta is so.")]
    for claim in others:  # so that neither group takes up the claim that is emptied
        judge(claim)
    with joined_as(monkeypatch, {"Alpha": "1", "Beta": "1", "Gamma": "3", "Delta": "3"}):
        link_story(story=story)
    return Claim.objects.get(pk=gone.pk), others


def test_words_that_went_to_several_claims_are_linked_from_the_old_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, others = parted(monkeypatch)
    assert gone.retired_at is not None
    html = client.get(address(gone), follow=True).content.decode()
    assert "Its words stand in other claims now" in html
    for claim in others:
        assert f'href="{address(claim)}"' in html
    told = client.get(f"/api/v1/claims/{gone.pk}/").json()
    assert told["retired"] is True
    assert told["joined_into"] == sorted(claim.pk for claim in others)
    assert client.get(f"/api/v1/claims/{others[0].pk}/").json()["merged"] == []


@pytest.mark.parametrize(
    ("language", "words"), [("de", "stehen jetzt in"), ("fr", "figurent désormais dans")]
)
def test_where_words_went_is_told_in_the_readers_language(
    client: Client, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    gone, _ = parted(monkeypatch)
    assert words in page(client, named(gone), language)


def test_a_way_of_several_steps_ends_where_the_words_stand(client: Client) -> None:
    article, stays, gone = read_as_two()
    read(article, "2", BOTH)
    rain = make_article("It rains.", story=article.story)
    read(rain, "1", make_record("It rains.", "It rains."))
    last = claim_of("It rains.")
    services.merge_claims(claim=stays, into=last, editor=make_editor())
    assert leads(client, address(gone)) == (301, named(last))


def test_words_that_nobody_finds_any_more_leave_a_page_that_says_so(client: Client) -> None:
    article, _, gone = read_as_two()
    read(article, "2", CLOSED)
    html = client.get(address(gone), follow=True).content.decode()
    assert "a newer reading no longer finds its words" in html
    assert client.get(f"/api/v1/claims/{gone.pk}/").json()["joined_into"] == []


def test_a_claim_that_somebody_judged_keeps_its_page(client: Client) -> None:
    article, _, gone = read_as_two()
    judge(gone)
    Attribution.objects.filter(claim=gone).update(state="retired")
    link_again(article)
    gone.refresh_from_db()
    assert gone.retired_at is not None
    assert client.get(address(gone), follow=True).status_code == 200


def test_words_of_another_stance_are_another_claim_and_nothing_leads_there(client: Client) -> None:
    article, _, gone = read_as_two()
    denied = make_record(TEXT, "ships wait outside the harbour", cue="said that", stance="denies")
    read(article, "2", CLOSED, denied)
    assert claim_of("ships wait outside the harbour") != gone
    assert "Location" not in client.get(address(gone), follow=True)
    assert client.get(f"/api/v1/claims/{gone.pk}/").status_code == 200


@given(st.lists(st.sets(st.integers(0, 2)), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_readings_every_way_ends_at_a_claim_that_has_words_or_at_its_own_beginning(
    versions: list[set[int]],
) -> None:
    article = make_article(TEXT, story=make_story())
    for number, chosen in enumerate(versions):
        read(article, str(number), *([CLOSED, WAIT, BOTH][index] for index in sorted(chosen)))
        claims = list(Claim.objects.filter(story=article.story))
        assert not any(claim.joined_into.exists() for claim in claims if claim.retired_at is None)
        for claim in claims:
            ends = successors_of(claim)
            assert ends == [claim] or all(end.retired_at is None for end in ends)
        merged = merged_into(claim.pk for claim in claims)
        led = {old: new for new, olds in merged.items() for old in olds}
        leading = {claim.pk: new.pk for claim in claims if (new := successor_of(claim))}
        assert led == leading
