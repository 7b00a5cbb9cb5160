"""Stories of any length, made up for measuring: ten wordings a claim, in three languages, over a month; one in five denies."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

from articles.models import Article, Outlet, Story
from claims.models import Attribution, Claim, Link, Run, Speaker

WORDINGS = 10  # a claim
SPEAKERS = 40
DAYS = 45
SAID = {
    "en": "company {n} has delivered {m} drones to the ministry of defence without a permit",
    "de": "Firma {n} habe dem Verteidigungsministerium {m} Drohnen ohne Genehmigung geliefert",
    "fr": "la société {n} aurait livré {m} drones au ministère de la Défense sans autorisation",
}
TOLD = {"en": "{who} said that {what}.", "de": "{who} sagte, {what}.", "fr": "{who} affirme que {what}."}
STANCES = ("asserts", "asserts", "asserts", "denies", "declines-to-comment")


def make_story(claims: int) -> Story:
    """A story of so many claims, each worded in ten of its reports."""
    story = Story.objects.create(slug=f"story-{claims}", title=f"A story of {claims} claims")
    speakers = [
        Speaker.objects.create(slug=f"s{claims}-{n}", name=f"Speaker {n}", kind="person")
        for n in range(min(SPEAKERS, claims // 2))
    ]
    reports = [_report(story, n) for n in range(max(WORDINGS, claims // 20))]
    told = Claim.objects.bulk_create(
        Claim(
            story=story,
            speaker=speakers[n % len(speakers)],
            stance=STANCES[n % len(STANCES)],
            said_on=date(2025, 11, 1) + timedelta(n % DAYS) if n % 7 else None,
            said_on_precision="day" if n % 7 else "",
        )
        for n in range(claims)
    )
    _tell(told, reports)
    Link.objects.bulk_create(
        Link(claim=denial, target=told[place - 1], kind=Link.Kind.DENIES, score=0.9)
        for place, denial in enumerate(told)
        if denial.stance == "denies"
    )
    return story


def _report(story: Story, number: int) -> tuple[Article, list[str]]:
    language = ("fr", "de", "en")[number % 3]
    outlet = Outlet.objects.get_or_create(name=f"Outlet {number}")[0]
    article = Article(
        story=story,
        outlet=outlet,
        title=f"Report {number} of {story.slug}",
        language=language,
        published=date(2025, 11, 2) + timedelta(number % DAYS),
    )
    return article, []


def _tell(claims: list[Claim], reports: list[tuple[Article, list[str]]]) -> None:
    places = []
    for number, claim in enumerate(claims):
        for turn in range(WORDINGS):
            index = (number + turn * 7) % len(reports)
            article, sentences = reports[index]
            what = SAID[article.language].format(n=number, m=number % 90 + 2)
            who = claim.speaker.name if claim.speaker else ""
            start = sum(len(one) + 2 for one in sentences)
            sentences.append(TOLD[article.language].format(who=who, what=what))
            places.append((claim, index, start + sentences[-1].index(what), what))
    runs = [_kept(article, "\n\n".join(sentences)) for article, sentences in reports]
    Attribution.objects.bulk_create(
        [
            Attribution(
                article=runs[index].article,
                run=runs[index],
                claim=claim,
                speaker=claim.speaker,
                key=f"{claim.pk} {place}",
                content=[{"start": start, "end": start + len(what), "exact": what}],
                type="indirect",
                stance=claim.stance,
                rule="benchmark",
                confidence=1.0,
            )
            for place, (claim, index, start, what) in enumerate(places)
        ],
        batch_size=2000,
    )


def _kept(article: Article, text: str) -> Run:
    article.source = article.text = text
    article.runs = [[0, len(text)]]
    article.text_hash = hashlib.sha256(f"{article.title} {text}".encode()).hexdigest()
    article.save()
    return Run.objects.create(
        article=article,
        version="benchmark",
        input_hash=Run.hash_of(article),
        read_at=datetime(2025, 12, 20, tzinfo=UTC),
    )
