"""A small story for the tests of pages and REST, in the project's own words: three reports, three claims, two speakers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User

from articles.models import Article, Outlet, Story
from claims.models import Attribution, Claim, Run, Speaker
from claims.services import EDITORS

NAMES = count(1)
READ_AT = datetime(2025, 3, 5, 8, 0, tzinfo=UTC)

ENGLISH = (
    "Anglers saw a film on the water on Monday.\n\nThe port authority said on Tuesday that a ship of the Nordlinie had let"
    " out waste oil twice. “Not a drop of it is ours,” said the line’s spokeswoman Ida Brandt."
)
GERMAN = (
    "Die Hafenbehörde teilte am Dienstag mit, ein Schiff der Nordlinie habe zweimal Altöl abgelassen."
    " „Kein Tropfen stammt von uns“, sagte Sprecherin Ida Brandt."
)
FRENCH = "Selon les autorités du port, un navire de la Nordlinie a rejeté deux fois de l’huile usée."


@dataclass(frozen=True)
class Told:
    story: Story
    allegation: Claim
    denial: Claim
    undated: Claim
    english: Article
    german: Article
    french: Article


def told_story(slug: str = "harbour") -> Told:
    story = Story.objects.create(
        slug=slug, title="Oil in the harbour", summary="A port blames a shipping line."
    )
    english = report(
        story, ENGLISH, "en", outlet="Port Gazette", title="Line denies spill", published=date(2025, 3, 5)
    )
    german = report(
        story, GERMAN, "de", outlet="Küstenblatt", title="Reederei weist zurück", published=date(2025, 3, 5)
    )
    french = report(story, FRENCH, "fr", outlet="Journal du port", published=date(2025, 3, 6))
    port = Speaker.objects.create(slug=f"{slug}-port", name="Port authority", kind="government")
    brandt = Speaker.objects.create(slug=f"{slug}-brandt", name="Ida Brandt", kind="person")
    tuesday = date(2025, 3, 4)
    day = {"said_on": tuesday, "said_on_precision": "day"}
    allegation = Claim.objects.create(story=story, speaker=port, stance="asserts", **day)
    denial = Claim.objects.create(story=story, speaker=brandt, stance="denies", **day)
    undated = Claim.objects.create(story=story, speaker=port, stance="asserts")
    say(
        english,
        allegation,
        "a ship of the Nordlinie had let out waste oil twice",
        cue="said",
        source="The port authority",
    )
    say(
        german,
        allegation,
        "ein Schiff der Nordlinie habe zweimal Altöl abgelassen",
        cue="teilte am Dienstag mit",
        source="Die Hafenbehörde",
    )
    say(
        english,
        denial,
        "Not a drop of it is ours",
        cue="said the",
        source="the line’s spokeswoman Ida Brandt",
        type="direct",
    )
    say(
        german,
        denial,
        "Kein Tropfen stammt von uns",
        cue="sagte",
        source="Sprecherin Ida Brandt",
        type="direct",
    )
    say(
        french,
        undated,
        "un navire de la Nordlinie a rejeté deux fois de l’huile usée",
        cue="Selon",
        source="les autorités du port",
    )
    return Told(story, allegation, denial, undated, english, german, french)


def report(
    story: Story | None,
    text: str,
    language: str,
    *,
    outlet: str = "",
    title: str = "",
    published: date | None = None,
    **fields: Any,
) -> Article:
    """An article that has been read, with nothing found in it yet."""
    article = Article.objects.create(
        story=story,
        outlet=Outlet.objects.get_or_create(name=outlet)[0] if outlet else None,
        title=title,
        language=language,
        published=published,
        source=text,
        text=text,
        runs=[[0, len(text)]],
        text_hash=hashlib.sha256(f"{next(NAMES)} {text}".encode()).hexdigest(),
        **fields,
    )
    Run.objects.create(article=article, version="test", input_hash=Run.hash_of(article), read_at=READ_AT)
    return article


def say(
    article: Article,
    claim: Claim | None,
    content: str,
    *,
    cue: str = "",
    source: str = "",
    type: str = "indirect",
    **fields: Any,
) -> Attribution:
    """Find these words in the article and record them as an attribution of the claim."""
    return Attribution.objects.create(
        article=article,
        run=article.runs_of_extraction.latest("read_at"),
        claim=claim,
        speaker=claim.speaker if claim else None,
        key=f"key {next(NAMES)}",
        content=pieces(article.text, content),
        cue=pieces(article.text, cue),
        source=pieces(article.text, source),
        type=type,
        stance=claim.stance if claim else "asserts",
        rule="test",
        confidence=1.0,
        **fields,
    )


def pieces(text: str, exact: str) -> list[dict[str, Any]]:
    if not exact:
        return []
    start = text.index(exact)
    return [{"start": start, "end": start + len(exact), "exact": exact}]


def editor(name: str = "petra") -> User:
    user = User.objects.create_user(name, password="a long password")
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return user
