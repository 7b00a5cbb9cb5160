"""What editors say of speakers decides which claims there are, whenever they say it and in whatever order reports come."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import User
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Story
from claims import services
from claims.extraction import records
from claims.models import Alias, Attribution, Claim, Conflict, Link, Speaker
from claims.services import Linked, link_story
from tests.claims.linked import judge, partition
from tests.factories import make_article, make_attribution, make_editor, make_speaker, make_story

pytestmark = pytest.mark.django_db

TANKER = "The oil came from an old tanker of the navy"
COAST = "A tanker of the navy lost oil near the coast"
WAITING = "Ships wait outside the port"
NAMES = {"nordlinie": "Nordlinie", "ostkontor": "Ostkontor"}


def tell(story: Story, slug: str, *words: str, **fields: str) -> Attribution:
    """A report in which a firm says something; gives its first wording."""
    name = fields.pop("name", NAMES.get(slug, slug.title()))
    article = make_article("\n\n".join(words), story=story)
    who = {"speaker_slug": slug, "speaker_name": name, "speaker_kind": "organisation"} | fields
    return [make_attribution(article, content=one, **who) for one in words][0]


def claims_of(*rows: Attribution) -> list[Claim | None]:
    for row in rows:
        row.refresh_from_db()
    return [row.claim for row in rows]


@pytest.fixture
def editor() -> User:
    return make_editor()


@pytest.fixture
def firms() -> tuple[Speaker, Speaker]:
    return make_speaker("Nordlinie", kind="organisation"), make_speaker("Ostkontor", kind="organisation")


def test_merging_speakers_joins_what_both_say(editor: User, firms: tuple[Speaker, Speaker]) -> None:
    story = make_story()
    one, other = tell(story, "nordlinie", TANKER), tell(story, "ostkontor", COAST)
    assert link_story(story=story) == Linked(claims=2, created=2)
    services.merge_speakers(speaker=firms[1], into=firms[0], editor=editor)
    first, second = claims_of(one, other)
    assert first == second
    assert first is not None and first.speaker == firms[0]
    assert link_story(story=story) == Linked(claims=1)


def test_an_undone_merger_parts_what_was_joined(editor: User, firms: tuple[Speaker, Speaker]) -> None:
    story = make_story()
    one, other = tell(story, "nordlinie", TANKER), tell(story, "ostkontor", COAST)
    link_story(story=story)
    services.merge_speakers(speaker=firms[1], into=firms[0], editor=editor)
    services.undo(decision=editor.decisions.get(), editor=editor)
    first, second = claims_of(one, other)
    assert first != second
    assert [claim.speaker for claim in (first, second) if claim] == list(firms)


def test_judged_claims_of_merged_speakers_stay_two(editor: User, firms: tuple[Speaker, Speaker]) -> None:
    story = make_story()
    rows = tell(story, "nordlinie", TANKER), tell(story, "ostkontor", COAST)
    link_story(story=story)
    before = claims_of(*rows)
    for claim in before:
        assert claim is not None
        judge(claim)
    services.merge_speakers(speaker=firms[1], into=firms[0], editor=editor)
    assert claims_of(*rows) == before


def test_splitting_a_speaker_parts_what_was_joined(editor: User, firms: tuple[Speaker, Speaker]) -> None:
    story = make_story()
    one, other = tell(story, "nordlinie", TANKER), tell(story, "nordlinie", COAST, name="Nordlinie AG")
    link_story(story=story)
    assert len(set(claims_of(one, other))) == 1
    new = services.split_speaker(
        speaker=firms[0], names=[("Nordlinie AG", "en")], name="Nordlinie Holding", editor=editor
    )
    first, second = claims_of(one, other)
    assert first != second
    assert [claim.speaker for claim in (first, second) if claim] == [firms[0], new]


def test_a_new_name_outlives_a_fuller_one_in_a_later_report(editor: User) -> None:
    story = make_story()
    one = tell(story, "petersen", WAITING, name="Petersen", speaker_kind="person")
    link_story(story=story)
    one.refresh_from_db()
    assert one.speaker is not None
    services.rename_speaker(speaker=one.speaker, name="Captain Petersen", editor=editor)
    later = tell(story, "jan-petersen", TANKER, name="Jan Petersen", speaker_kind="person")
    link_story(story=story)
    later.refresh_from_db()
    assert later.speaker is not None and later.speaker.name == "Captain Petersen"


def test_a_renamed_speaker_is_still_known_to_whom_reports_name(editor: User) -> None:
    """*These accusations* mean what others say of the firm by the name that reports give it."""
    story = make_story()
    tell(story, "morgenblatt", "Nordlinie let out oil", speaker_kind="publication")
    denial = tell(story, "nordlinie", "these accusations", stance="denies")
    article = denial.article
    article.text += "\n\nThe oil came from Nordlinie"
    article.save()
    tell_more = {"speaker_slug": "morgenblatt", "speaker_name": "Morgenblatt", "speaker_kind": "publication"}
    make_attribution(article, content="The oil came from Nordlinie", **tell_more)
    link_story(story=story)
    assert Link.objects.filter(kind="denies").count() == 1
    denial.refresh_from_db()
    assert denial.speaker is not None
    services.rename_speaker(speaker=denial.speaker, name="The Shipping Line", editor=editor)
    assert "The Shipping Line" in Link.objects.get(kind="denies").reason


def test_merged_speakers_disagree_with_each_other_no_more(
    editor: User, firms: tuple[Speaker, Speaker]
) -> None:
    story = make_story()
    tell(story, "nordlinie", TANKER), tell(story, "nordlinie", TANKER), tell(story, "ostkontor", TANKER)
    link_story(story=story)
    assert [conflict.kind for conflict in Conflict.objects.all()] == ["who"]
    services.merge_speakers(speaker=firms[1], into=firms[0], editor=editor)
    assert not Conflict.objects.exists()


TOLD = [
    ("nordlinie", TANKER, "Nordlinie"),
    ("ostkontor", COAST, "Ostkontor"),
    ("nordlinie", COAST, "Nordlinie AG"),
    ("ostkontor", WAITING, "Ostkontor"),
    ("nordlinie", WAITING, "Nordlinie AG"),
]


@given(
    st.permutations(TOLD),
    st.permutations(TOLD),
    st.integers(0, len(TOLD)),
    st.integers(0, len(TOLD)),
    st.sampled_from(["merge", "split"]),
)
@settings(max_examples=12, deadline=None)
def test_whenever_an_editor_decides_and_whatever_comes_first_the_claims_are_the_same(
    one: Sequence[tuple[str, str, str]],
    other: Sequence[tuple[str, str, str]],
    sooner: int,
    later: int,
    decision: str,
) -> None:
    ends = [decided(order, at, decision) for order, at in ((one, sooner), (other, later))]
    assert ends[0] == ends[1]


def decided(order: Sequence[tuple[str, str, str]], at: int, decision: str) -> object:
    """What stands together, and who says it, when an editor decides after so many of the reports."""
    Attribution.objects.all().delete()
    Alias.objects.all().delete()
    Claim.objects.update(speaker=None)
    Speaker.objects.update(merged_into=None)
    firms = [
        services.speakers.remember_speakers([records.Speaker(slug, name, "organisation")])[slug]
        for slug, name in NAMES.items()
    ]
    story, editor = make_story(), make_editor()
    for number in range(len(order) + 1):
        if number == at and decision == "merge":
            services.merge_speakers(speaker=firms[1], into=firms[0], editor=editor)
        elif number == at:
            for name in NAMES["nordlinie"], "Nordlinie AG":
                Alias.objects.get_or_create(speaker=firms[0], name=name, language="en")
            services.split_speaker(
                speaker=firms[0],
                names=[("Nordlinie AG", "en")],
                name="Holding",
                editor=editor,
                insists=True,  # on one in each of the stories that are compared
            )
        if number < len(order):
            slug, words, name = order[number]
            tell(story, slug, words, name=name)
        link_story(story=story)
    before = partition(story)
    link_story(story=story)
    assert partition(story) == before
    rows = Attribution.objects.filter(article__story=story, claim__isnull=False)
    named = {(row.speaker_name, row.content[0]["exact"], row.speaker.name) for row in rows if row.speaker}
    return before, named
