from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from claims.models import Alias, Claim, Decision, Verdict, Withdrawal
from claims.services import note_traits
from tests.factories import (
    make_article,
    make_attribution,
    make_claim,
    make_editor,
    make_run,
    make_speaker,
    make_story,
    make_user,
)

pytestmark = pytest.mark.django_db
MODELS = ["alias", "attribution", "claim", "decision", "run", "speaker", "verdict", "withdrawal"]


@pytest.fixture
def keeper(client: Client) -> Client:
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def withdrawn(claim: Claim) -> Withdrawal:
    verdict = Verdict.objects.create(claim=claim, editor=make_editor(), about="content", status="verified")
    return Withdrawal.objects.create(verdict=verdict, editor=verdict.editor)


def decided() -> Decision:
    return Decision.objects.create(verb="rename-speaker", details={}, editor=make_editor())


@pytest.mark.parametrize(
    "model", ["attribution", "claim", "decision", "run", "speaker", "verdict", "withdrawal"]
)
def test_the_admin_shows_every_kind_of_row(keeper: Client, model: str) -> None:
    speaker = make_speaker("Claire Roux")
    Alias.objects.create(speaker=speaker, name="la maire", language="fr")
    claim = make_claim(speaker=speaker)
    article = make_article(title="Port", story=claim.story)
    row = make_attribution(article, claim=claim)
    withdrawal = withdrawn(claim)
    rows = {"attribution": row, "claim": claim, "run": article.runs_of_extraction.get(), "speaker": speaker}
    rows["decision"] = decided()
    pk = (rows | {"verdict": withdrawal.verdict, "withdrawal": withdrawal})[model].pk
    assert keeper.get(reverse(f"admin:claims_{model}_changelist"), {"q": "x"}).status_code == 200
    assert keeper.get(reverse(f"admin:claims_{model}_changelist")).status_code == 200
    assert keeper.get(reverse(f"admin:claims_{model}_change", args=[pk])).status_code == 200


@pytest.mark.parametrize("model", ["attribution", "claim", "decision", "run", "verdict", "withdrawal"])
def test_what_has_a_service_cannot_be_changed_in_the_admin(keeper: Client, model: str) -> None:
    claim = make_claim()
    article = make_article(story=claim.story)
    rows = {
        "attribution": make_attribution(article, run=make_run(article), claim=claim),
        "claim": claim,
        "run": article.runs_of_extraction.get(),
        "decision": decided(),
        "verdict": withdrawn(claim).verdict,
        "withdrawal": withdrawn(claim),
    }
    assert keeper.get(reverse(f"admin:claims_{model}_add")).status_code == 403
    address = reverse(f"admin:claims_{model}_change", args=[rows[model].pk])
    assert keeper.post(address, {"stance": "denies"}).status_code == 403
    assert keeper.post(reverse(f"admin:claims_{model}_delete", args=[rows[model].pk])).status_code == 403


def test_a_speakers_name_can_be_put_right(keeper: Client) -> None:
    speaker = make_speaker("Roux")
    address = reverse("admin:claims_speaker_change", args=[speaker.pk])
    none = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    assert keeper.post(address, {"name": "Claire Roux", "kind": "person", **none}).status_code == 302
    speaker.refresh_from_db()
    assert (speaker.name, speaker.kind) == ("Claire Roux", "person")


def test_every_model_of_this_app_but_the_history_is_known() -> None:
    known = {model._meta.model_name for model in admin.site._registry if model._meta.app_label == "claims"}
    assert known == set(MODELS) - {"alias"}


def test_an_article_without_a_story_is_told_which_may_be_its_own_and_linked_where_it_is_put(
    keeper: Client,
) -> None:
    story = make_story(title="Oil in the port")
    for number, home in enumerate((story, story, None)):
        article = make_article(f"{number} Oil of the Nordlinie is in the port of Valmora.", story=home)
        make_attribution(article)
        note_traits(article=article)
    address = f"/admin/articles/article/{article.pk}/change/"
    html = keeper.get(address).content.decode()
    assert "Oil in the port (1.00): Both tell of: " in html
    fields = {"story": story.pk, "title": "x", "url": "", "language": "en", "_save": "1"}
    assert keeper.post(address, fields).status_code == 302
    assert article.attributions.get().claim.story == story
