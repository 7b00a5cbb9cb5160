"""Every decision outlives a new version of the extractor that reads and links all articles again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.models import Story
from claims import services
from claims.extraction import pipeline
from claims.models import Affiliation, Alias, Attribution, Claim, Conflict, Decision, Link, Speaker
from claims.processing import process_article, process_story
from tests.factories import make_article, make_editor, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

REPORTS = {
    "en": "The harbour office said on Monday that the tanker had lost forty tonnes of oil. "
    "“Not one drop came from our ship,” said Ida Brandt, a spokeswoman for Nordlinie. "
    "The mayor said the beaches would stay closed.",
    "de": "Das Hafenamt teilte am Dienstag mit, der Tanker habe vierzig Tonnen Öl verloren. "
    "„Kein Tropfen kam von unserem Schiff“, sagte Ida Brandt, eine Sprecherin der Nordlinie.",
    "fr": "Le bureau du port a affirmé que le pétrolier avait perdu quarante tonnes de pétrole. "
    "Nordlinie dément que son navire ait perdu une seule goutte.",
}


@pytest.fixture
def story() -> Story:
    story = make_story()
    for language, text in REPORTS.items():
        process_article(make_article(text, story=story, language=language, published=date(2025, 3, 5)))
    process_story(story)
    return story


def claims(story: Story, stance: str = "asserts") -> list[Claim]:
    """The living claims of a stance, those of most wordings first."""
    living = story.claims.filter(retired_at=None, stance=stance)
    return sorted(living, key=lambda one: (-one.attributions.count(), one.pk))


def row_of(claim: Claim) -> Attribution:
    return claim.attributions.order_by("pk")[0]


def speaker_of(claim: Claim) -> Speaker:
    assert claim.speaker is not None
    return claim.speaker


def conflict_of(story: Story) -> Conflict:
    return Conflict.objects.create(claim=claims(story)[0], kind="what", score=0.5, reason="They differ.")


def merge(story: Story, editor: User) -> None:
    one, other = claims(story)[:2]
    services.merge_claims(claim=other, into=one, editor=editor)


def split(story: Story, editor: User) -> None:
    claim = claims(story)[0]
    services.split_claim(claim=claim, attributions=[row_of(claim)], editor=editor)


def move(story: Story, editor: User) -> None:
    one, other = claims(story)[:2]
    services.move_wording(attribution=row_of(one), to=other, editor=editor)


def reject(story: Story, editor: User) -> None:
    services.reject_wording(attribution=row_of(claims(story)[0]), editor=editor)


def headline(story: Story, editor: User) -> None:
    services.choose_headline(attribution=row_of(claims(story)[0]), editor=editor)


def link(story: Story, editor: User) -> None:
    one, other = claims(story)[:2]
    services.make_link(claim=one, target=other, kind="relies-on", editor=editor)


def unlink(story: Story, editor: User) -> None:
    link(story, editor)
    services.reject_link(link=Link.objects.get(origin="editor"), editor=editor)


def settle(story: Story, editor: User) -> None:
    services.settle_conflict(conflict=conflict_of(story), settlement="Forty it is.", editor=editor)


def no_conflict(story: Story, editor: User) -> None:
    services.reject_conflict(conflict=conflict_of(story), editor=editor)


def rename(story: Story, editor: User) -> None:
    services.rename_speaker(speaker=speaker_of(claims(story)[0]), name="Port of Petersen", editor=editor)


def describe(story: Story, editor: User) -> None:
    speaker = speaker_of(claims(story)[0])
    kind = "person" if speaker.kind != "person" else "group"
    services.set_kind(speaker=speaker, kind=kind, editor=editor)
    services.add_alias(speaker=speaker, name="The Port", language="en", editor=editor)
    shown = speaker.aliases.filter(is_hidden=False).order_by("pk")
    services.remove_alias(alias=shown[0], editor=editor)


def merge_speakers(story: Story, editor: User) -> None:
    speakers = list(Speaker.objects.filter(claims__in=claims(story)).distinct().order_by("pk"))
    services.merge_speakers(speaker=speakers[1], into=speakers[0], editor=editor)


def split_speaker(story: Story, editor: User) -> None:
    speaker = next(one for one in Speaker.objects.order_by("pk") if one.aliases.count() > 1)
    alias = speaker.aliases.order_by("pk")[0]
    services.split_speaker(
        speaker=speaker, names=[(alias.name, alias.language)], name="Somebody Else", editor=editor
    )


def affiliate(story: Story, editor: User) -> None:
    one, other = Speaker.objects.filter(claims__story=story).distinct().order_by("pk")[:2]
    services.affiliate(speaker=one, of=other, role="spokesperson-for", editor=editor)


DEEDS = [
    merge,
    split,
    move,
    reject,
    headline,
    link,
    unlink,
    settle,
    no_conflict,
    rename,
    describe,
    merge_speakers,
    split_speaker,
    affiliate,
]


def picture(story: Story) -> dict[str, Any]:
    """All that readers see of what editors decide about."""
    rows = Attribution.objects.filter(article__story=story).order_by("pk")
    living = story.claims.filter(retired_at=None).order_by("pk")
    return {
        "wordings": list(rows.values_list("pk", "claim", "claim_pinned", "is_headline", "speaker", "state")),
        "claims": list(living.values_list("pk", "speaker", "stance", "said_on")),
        "links": list(
            Link.objects.order_by("pk").values_list("claim", "target", "kind", "origin", "rejected_at")
        ),
        "conflicts": list(
            Conflict.objects.order_by("pk").values_list("claim", "kind", "rejected_at", "settlement")
        ),
        "speakers": list(Speaker.objects.order_by("pk").values_list("pk", "name", "kind", "merged_into")),
        "names": set(Alias.objects.values_list("speaker", "name", "language", "is_hidden", "split_from")),
        "affiliations": list(Affiliation.objects.values_list("speaker", "of", "role")),
    }


VERSIONS = count(1)


def reread(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "VERSION", f"a later version {next(VERSIONS)}")
    call_command("reread", story=story.slug)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_a_decision_outlives_a_new_reading_of_everything_and_so_does_its_undoing(
    story: Story, deed: Callable[[Story, User], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = make_editor()
    before = picture(story)
    deed(story, editor)
    decided = picture(story)
    assert decided != before
    reread(story, monkeypatch)
    assert picture(story) == decided
    for decision in Decision.objects.order_by("-pk"):
        services.undo(decision=decision, editor=editor)
    undone = picture(story)
    reread(story, monkeypatch)
    assert picture(story) == undone
    for what in ("wordings", "claims", "affiliations"):
        assert undone[what] == before[what], what
    known = {pk for pk, *_ in before["speakers"]}  # one whom linking met in between may have left a name
    assert {name for name in undone["names"] if name[0] in known} == before["names"]
