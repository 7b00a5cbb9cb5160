"""Links, conflicts and drift on the timeline, the page and over REST."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims import services
from claims.models import Claim, Conflict, Link, Speaker
from claims.timeline import ClaimLine, story_timeline
from tests.claims.browsing import page
from tests.claims.telling import Told, editor, report, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def related(told: Told) -> Told:
    """The harbour story with a denial linked, a report that dates the allegation otherwise, and one that hedges it."""
    Link.objects.create(
        claim=told.denial,
        target=told.allegation,
        kind="denies",
        score=0.9,
        reason="It denies what the other says: “a” against “b”",
        reason_key="denies.content",
        reason_words={"denial": "a", "claim": "b"},
    )
    rows = list(told.allegation.attributions.order_by("pk"))
    Conflict.objects.create(
        claim=told.allegation,
        kind="when",
        score=0.9,
        reason="Reports give different days: 2025-03-04 or 2025-03-05",
        reason_key="when",
        reason_words={"one": "2025-03-04", "other": "2025-03-05"},
        sides=[
            {"value": "2025-03-04", "label": "2025-03-04", "attributions": [rows[0].pk]},
            {"value": "2025-03-05", "label": "2025-03-05", "attributions": [rows[1].pk]},
        ],
    )
    rows[1].drifts.create(
        reference=rows[0],
        kind="modality",
        reason="Hedges: “habe”",
        reason_key="drift.hedged",
        reason_words={"words": "habe"},
        pieces=[{"start": 0, "end": 3, "exact": "Die"}],
    )
    return told


def line_of(told: Told, claim: Claim, language: str = "en") -> ClaimLine:
    return next(line for line in story_timeline(told.story, language=language).claims if line.id == claim.pk)


def test_a_denial_and_what_it_denies_know_of_each_other(related: Told) -> None:
    denial, allegation = line_of(related, related.denial), line_of(related, related.allegation)
    assert [(link.claim_id, link.speaker) for link in denial.denies] == [(allegation.id, "Port authority")]
    assert [(link.claim_id, link.headline) for link in allegation.denied_by] == [
        (denial.id, "Not a drop of it is ours")
    ]
    assert (denial.denied_by, allegation.denies) == ((), ())


def test_a_linked_claims_headline_stands_in_the_readers_language(related: Told) -> None:
    (link,) = line_of(related, related.allegation, "de").denied_by
    assert (link.headline, link.headline_language) == ("Kein Tropfen stammt von uns", "de")


def test_a_conflict_shows_both_sides_with_their_words(related: Told) -> None:
    (conflict,) = line_of(related, related.allegation).conflicts
    assert [(side.label, side.reports, side.wordings[0].outlet) for side in conflict.sides] == [
        ("2025-03-04", 1, "Port Gazette"),
        ("2025-03-05", 1, "Küstenblatt"),
    ]


def test_drift_stands_with_its_claim_and_names_the_words(related: Told) -> None:
    (drift,) = line_of(related, related.allegation).drifts
    assert (drift.kind, drift.outlet, drift.pieces) == ("modality", "Küstenblatt", ("Die",))


def test_what_an_editor_rejected_is_not_shown(related: Told) -> None:
    petra = editor()
    services.reject_link(link=Link.objects.get(), editor=petra)
    services.reject_conflict(conflict=Conflict.objects.get(), editor=petra)
    line = line_of(related, related.allegation)
    assert (line.links, line.conflicts) == ((), ())


def test_links_to_retired_claims_are_not_shown(related: Told) -> None:
    Claim.objects.filter(pk=related.denial.pk).update(retired_at="2025-03-06T00:00Z")
    assert line_of(related, related.allegation).links == ()


def queries(told: Told) -> int:
    with CaptureQueriesContext(connection) as captured:
        story_timeline(told.story, language="en")
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_links_and_conflicts(related: Told) -> None:
    few = queries(related)
    rival = Speaker.objects.create(slug="rival", name="Rival", kind="person")
    for number in range(4):
        claim = Claim.objects.create(story=related.story, speaker=rival, stance="denies")
        article = report(related.story, f"It is not so, {number}.", "en", published=date(2025, 3, 6))
        say(article, claim, "It is not so")
        Link.objects.create(claim=claim, target=related.allegation, kind="denies", score=0.5)
        row = claim.attributions.get()
        Conflict.objects.create(
            claim=claim, kind="who", score=0.5, sides=[{"value": "a", "label": "a", "attributions": [row.pk]}]
        )
    assert queries(related) == few


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Conflict: which day",
                "Drift: hedged",
                "Denied by",
                "Denies",
                "Hedges: “habe”",
                "No side is chosen.",
            ],
        ),
        (
            "de",
            ["Widerspruch: welcher Tag", "Abweichung: abgeschwächt", "Bestritten von", "Schwächt ab: „habe“"],
        ),
        ("fr", ["Désaccord : quel jour", "Écart : nuancé", "Démenti par", "Nuance : « habe »"]),
    ],
)
def test_the_story_page_says_it_in_the_readers_language(
    client: Client, related: Told, language, words
) -> None:
    html = page(client, f"/s/harbour/?claim={related.allegation.pk}", language)
    assert [one for one in words if one not in html] == []


def test_a_denial_leads_to_what_it_denies(client: Client, related: Told) -> None:
    html = page(client, "/s/harbour/", "en")
    assert f'class="answers">Denies <a href="/s/harbour/claims/{related.allegation.pk}/"' in html
    assert html.count('class="arc denies"') == 2  # in the wide chart and in the tall one


def test_conflicts_can_be_asked_for_alone(client: Client, related: Told) -> None:
    html = page(client, "/s/harbour/?conflicts=1")
    assert "<b>1</b> of 3 claims" in html
    assert "Conflicts only" in html


def test_the_claim_page_tells_drift_beside_the_wording_that_has_it(client: Client, related: Told) -> None:
    html = page(client, f"/s/harbour/claims/{related.allegation.pk}-harbour-port-says/")
    assert 'class="name drift"' in html
    assert f'id="conflicts-{related.allegation.pk}"' in html


def test_rest_tells_links_conflicts_and_drift(client: Client, related: Told) -> None:
    told = client.get(f"/api/v1/claims/{related.allegation.pk}/").json()
    (link,) = told["links"]
    assert (link["how"], link["claim"], link["origin"]) == ("denied-by", related.denial.pk, "machine")
    assert link["reason"].startswith("It denies")
    (conflict,) = told["conflicts"]
    assert (conflict["kind"], [side["label"] for side in conflict["sides"]]) == (
        "when",
        ["2025-03-04", "2025-03-05"],
    )
    assert [(drift["kind"], drift["pieces"]) for drift in told["drifts"]] == [("modality", ["Die"])]
