from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Story
from claims.models import Attribution, Claim, Verdict
from claims.timeline import article_reading, front_page, story_timeline
from tests.factories import (
    make_article,
    make_attribution,
    make_claim,
    make_editor,
    make_outlet,
    make_run,
    make_speaker,
    make_story,
)

pytestmark = pytest.mark.django_db


def say(claim: Claim, text: str, *, content: str = "", **fields: Any) -> Attribution:
    """A wording of a claim in an article of its own."""
    of_article = {
        name: fields.pop(name) for name in ("language", "published", "outlet", "title") if name in fields
    }
    article = make_article(text, story=claim.story, **of_article)
    return make_attribution(article, content=content, claim=claim, **fields)


def grow(story: Story, number: int) -> None:
    for index in range(number):
        claim = make_claim(story=story, speaker=make_speaker(), said_on=date(2025, 11, 1 + index % 9))
        for _ in range(2):
            say(claim, f"The port is closed, speaker {index} said.", outlet=make_outlet(), via=make_speaker())
        judge(claim)


def judge(claim: Claim, about: str = "content", status: str = "verified", **fields: Any) -> Verdict:
    return Verdict.objects.create(
        **{"claim": claim, "about": about, "status": status, "editor": make_editor()} | fields
    )


def queries_of(call: Any) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        call()
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_claims() -> None:
    small, large = make_story(), make_story()
    grow(small, 3)
    grow(large, 60)
    counts = [
        queries_of(lambda story=story: story_timeline(story, language="en")) for story in (small, large)
    ]
    assert counts[0] == counts[1] <= 9


def test_an_article_takes_the_same_queries_however_many_attributions() -> None:
    counts = []
    for number in (3, 60):
        story = make_story()
        text = "\n\n".join(f"Saying {index} is said." for index in range(number))
        article = make_article(text, story=story, outlet=make_outlet())
        for index in range(number):
            claim = make_claim(story=story, speaker=make_speaker())
            make_attribution(article, content=f"Saying {index} is", claim=claim, via=make_speaker())
            judge(claim)
        fresh = Article.objects.get(pk=article.pk)
        counts.append(queries_of(lambda fresh=fresh: article_reading(fresh)))
    assert counts[0] == counts[1] <= 9


def test_the_front_page_takes_the_same_queries_however_many_stories() -> None:
    grow(make_story(), 3)
    few = queries_of(lambda: front_page(language="en"))
    for _ in range(5):
        grow(make_story(), 4)
    assert queries_of(lambda: front_page(language="en")) == few


def test_days_come_in_order_and_the_unknown_one_last() -> None:
    story = make_story()
    for day in (15, None, 13):
        claim = make_claim(story=story, said_on=date(2025, 11, day) if day else None)
        say(claim, "The port is closed.", published=date(2025, 11, 16))
    timeline = story_timeline(story, language="en")
    assert [str(day.when) for day in timeline.days] == ["2025-11-13", "2025-11-15", "None"]
    assert timeline.days[-1].claims[0].first_published == date(2025, 11, 16)


def test_a_month_stands_before_its_days_and_is_none_of_them() -> None:
    story = make_story()
    for first, precision in ((1, "day"), (1, "month"), (3, "week"), (2, "day")):
        claim = make_claim(story=story, said_on=date(2025, 11, first), said_on_precision=precision)
        say(claim, "The port is closed.")
    timeline = story_timeline(story, language="en")
    assert [str(day.when) for day in timeline.days] == ["2025-11", "2025-11-01", "2025-11-02", "2025-W45"]
    assert timeline.days[0].claims[0].evidence[0].when is None
    (counted,) = front_page(language="en").stories
    assert (counted.first_said_on, counted.last_said_on) == (date(2025, 11, 1), date(2025, 11, 2))


def test_a_claim_counts_the_reports_and_languages_that_say_it_now() -> None:
    claim = make_claim()
    for language in ("fr", "de", "fr"):
        say(claim, "Port.", language=language)
    twice = say(claim, "Port, port.", language="en", content="Port")
    make_attribution(twice.article, content="port", claim=claim)
    gone = say(claim, "Closed.", language="es")
    gone.article.text = "Open."
    gone.article.save()
    line = story_timeline(claim.story, language="en").claims[0]
    assert (line.reports, line.languages) == (4, (("fr", 2), ("de", 1), ("en", 1)))
    assert [one.state for one in line.evidence] == ["current"] * 5 + ["orphaned"]
    assert line.evidence[0].language == "en", "the reader's own language comes first"


def test_evidence_is_the_sentence_with_its_parts_told_apart() -> None:
    claim = make_claim()
    text = "Before. The port is closed, the mayor said on Friday. After."
    attribution = say(
        claim, text, content="The port is closed", title="Port", outlet=make_outlet(name="Gazette")
    )
    Attribution.objects.filter(pk=attribution.pk).update(
        source=[{"start": 28, "end": 37, "exact": "the mayor"}],
        cue=[{"start": 38, "end": 42, "exact": "said"}],
    )
    evidence = story_timeline(claim.story, language="en").claims[0].evidence[0]
    assert [(one.text, one.role) for one in evidence.fragments] == [
        ("The port is closed", "content"),
        (", ", ""),
        ("the mayor", "source"),
        (" ", ""),
        ("said", "cue"),
        (" on Friday.", ""),
    ]
    assert (evidence.before, evidence.content, evidence.after) == (
        "",
        "The port is closed",
        ", the mayor said on Friday.",
    )
    assert (evidence.source, evidence.cue, evidence.outlet) == ("the mayor", "said", "Gazette")


def test_orphaned_evidence_is_shown_as_what_it_was() -> None:
    claim = make_claim()
    row = say(claim, "The port is closed.", content="The port is closed")
    Article.objects.filter(pk=row.article_id).update(text="All is well.")
    line = story_timeline(claim.story, language="en").claims[0]
    assert (line.headline, line.reports, line.evidence[0].state) == ("The port is closed", 0, "orphaned")
    assert [(one.text, one.role) for one in line.evidence[0].fragments] == [("The port is closed", "content")]


def test_a_retired_wording_of_a_living_claim_is_not_shown() -> None:
    claim = make_claim()
    say(claim, "The port is closed.")
    say(claim, "The port may be closed.", state="retired")
    assert len(story_timeline(claim.story, language="en").claims[0].evidence) == 1


def test_a_retired_claim_is_shown_with_its_words_only_when_it_was_judged() -> None:
    story = make_story()
    for judged in (True, False):
        claim = make_claim(story=story, retired_at="2025-11-20T00:00:00Z", stance="denies")
        say(claim, f"The port is closed {judged}.", state="retired")
        if judged:
            judge(claim)
    timeline = story_timeline(story, language="en")
    assert [(line.retired, line.headline) for line in timeline.claims] == [(True, "The port is closed True.")]
    assert (timeline.claims_total, timeline.denials, timeline.verified) == (0, 0, 0)


def test_a_claim_without_any_wording_is_not_shown() -> None:
    claim = make_claim()
    assert story_timeline(claim.story, language="en").days == ()


def test_the_latest_verdict_on_each_question_counts_and_all_are_told() -> None:
    claim = make_claim()
    say(claim, "The port is closed.")
    editor = make_editor(first_name="Ada", last_name="Klein")
    judge(claim, "content", "verified")
    judge(claim, "attribution", "verified", note="Heard it.", editor=editor)
    judge(claim, "content", "unverified")
    timeline = story_timeline(claim.story, language="en")
    line = timeline.claims[0]
    assert {one.about: one.status for one in line.verdicts} == {
        "attribution": "verified",
        "content": "unverified",
    }
    assert line.verdict_on_attribution is not None
    assert (line.verdict_on_attribution.editor, line.verdict_on_attribution.note) == (
        "Ada Klein",
        "Heard it.",
    )
    assert [one.status for one in line.history] == ["unverified", "verified", "verified"]
    assert timeline.verified == 1


def test_a_story_is_counted() -> None:
    story = make_story()
    mayor = make_speaker("Mayor")
    say(make_claim(story=story, stance="denies", speaker=mayor), "Never.", language="fr")
    say(make_claim(story=story, speaker=mayor), "Closed.", language="fr")
    say(make_claim(story=story), "Open.", language="de")
    unread = make_article("Nada.", story=story, language="es")
    timeline = story_timeline(story, language="en")
    assert (timeline.claims_total, timeline.denials) == (3, 1)
    assert timeline.languages == (("fr", 2), ("de", 1), ("es", 1))
    assert [(one.speaker.name, one.claims) for one in timeline.speakers] == [("Mayor", 2)]
    report = next(one for one in timeline.reports if one.article_id == unread.pk)
    assert (report.is_supported, report.is_read, report.claims) == (False, False, 0)
    assert [one.is_read for one in timeline.reports if one.is_supported] == [True] * 3


def test_a_report_whose_text_changed_since_it_was_read_counts_as_unread() -> None:
    story = make_story()
    article = make_article(story=story)
    make_run(article)
    assert article_reading(article).is_read
    article.text += " More."
    article.save()
    assert not article_reading(article).is_read
    assert not story_timeline(story, language="en").reports[0].is_read


def test_a_reading_marks_the_text_and_notes_each_attribution() -> None:
    story = make_story()
    claim = make_claim(story=story, speaker=make_speaker("Claire Roux"))
    article = make_article("Top.\n\nThe port is closed, the mayor said.", story=story)
    row = make_attribution(
        article,
        content="The port is closed",
        source="the mayor",
        cue="said",
        claim=claim,
        speaker_name="the mayor",
    )
    say(claim, "Port shut.", language="de")
    judge(claim)
    reading = article_reading(article)
    assert "".join(paragraph.text + paragraph.gap for paragraph in reading.paragraphs) == article.text
    marks = [(piece.text, mark.role) for piece in reading.paragraphs[1].pieces for mark in piece.marks]
    assert marks == [("The port is closed", "content"), ("the mayor", "source"), ("said", "cue")]
    (note,) = reading.notes
    assert (note.attribution_id, note.claim_id, note.paragraph, note.reports) == (row.pk, claim.pk, 1, 2)
    assert (note.speaker.name if note.speaker else "", note.speaker_name) == ("Claire Roux", "the mayor")
    assert (note.verdicts[0].status, note.languages) == ("verified", (("de", 1), ("en", 1)))


def test_a_cue_that_two_attributions_share_is_marked_once() -> None:
    article = make_article("She said A and B.")
    for content in ("A", "B"):
        make_attribution(article, content=content, cue="said", source="She")
    pieces = article_reading(article).paragraphs[0].pieces
    assert [len(piece.marks) for piece in pieces if piece.text in ("said", "She")] == [1, 1]


def test_a_reading_tells_which_words_no_longer_stand() -> None:
    claim = make_claim()
    row = say(claim, "The port is closed. It rains.", content="The port is closed")
    article = row.article
    article.text = "It rains."
    article.save()
    reading = article_reading(article)
    assert reading.notes == ()
    assert [(note.content, note.paragraph) for note in reading.orphaned] == [("The port is closed", None)]


def test_the_front_page_lists_stories_and_what_was_last_said() -> None:
    story, empty = make_story(title="Harbour"), make_story(title="Airport")
    denial = make_claim(story=story, stance="denies", said_on=date(2025, 11, 15))
    say(denial, "Le port n’est pas fermé.", language="fr")
    say(make_claim(story=story, said_on=date(2025, 11, 13)), "The port is closed.")
    front = front_page(language="fr")
    assert [(line.story.title, line.claims, line.denials, line.reports) for line in front.stories] == [
        ("Harbour", 2, 1, 2),
        ("Airport", 0, 0, 0),
    ]
    assert front.stories[0].languages == (("en", 1), ("fr", 1))
    assert (front.stories[0].first_said_on, front.stories[0].last_said_on) == (
        date(2025, 11, 13),
        date(2025, 11, 15),
    )
    assert [one.claim.id for one in front.latest_denials] == [denial.pk]
    assert len(front.latest_assertions) == 1
    assert front.stories[1].story.slug == empty.slug


def test_without_the_readers_language_the_headline_is_in_the_reports_own() -> None:
    claim = make_claim()
    say(claim, "Der Hafen ist geschlossen.", language="de")
    line = story_timeline(claim.story, language="fr-ca").claims[0]
    assert (line.headline, line.headline_language) == ("Der Hafen ist geschlossen.", "de")
