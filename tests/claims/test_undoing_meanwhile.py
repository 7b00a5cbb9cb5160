"""What is undone after reports came in, or were corrected, since it was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from claims import services
from claims.errors import InvalidDecision
from claims.matching import linking
from claims.models import Attribution, Decision, Speaker
from tests.claims.linked import link_equal_words, say
from tests.claims.test_editing import told
from tests.claims.test_who_is_who import COAST, TANKER, tell
from tests.factories import make_editor, make_record, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def equal_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(linking, "link", link_equal_words)
    yield


@pytest.fixture
def editor() -> User:
    return make_editor()


def undo(editor: User, decision: Decision | None = None) -> None:
    services.undo(decision=decision or Decision.objects.order_by("-pk")[0], editor=editor)


def correct(article: Article, *words: str) -> None:
    """Put a line before an article's text, and read it again."""
    article.refresh_from_db()
    article.text = "A line that came in later.\n\n" + article.text
    article.save()
    found = [make_record(article.text, one) for one in words]
    services.record_attributions(article=article, version="later", attributions=found)


def standing(article: Article) -> Attribution:
    return article.attributions.get(state="current")


def test_a_wording_that_was_linked_only_with_the_decision_outlives_its_undoing(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    one, other = told(story, "The quay is flooded", "Water on the quay")
    waiting = say(story, "The quay is flooded")  # recorded, but not linked yet
    services.merge_claims(claim=other, into=one, editor=editor)
    undo(editor)
    assert waiting.attributions.get().claim == one


def test_a_wording_that_was_linked_only_with_a_new_name_outlives_its_undoing(editor: User) -> None:
    story = make_story()
    tell(story, "nordlinie", TANKER)
    services.link_story(story=story)
    firm = Speaker.objects.get(slug="nordlinie")
    waiting = tell(story, "nordlinie", COAST)
    services.rename_speaker(speaker=firm, name="The Shipping Line", editor=editor)
    undo(editor)
    waiting.refresh_from_db()
    assert waiting.speaker == firm


def test_a_wording_that_was_rejected_before_its_text_was_corrected_comes_back(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    (claim,) = told(story, "Water on the quay")
    row = claim.attributions.get()
    services.reject_wording(attribution=row, editor=editor)
    correct(row.article, "Water on the quay")
    undo(editor)
    heir = standing(row.article)
    assert heir != row
    assert (heir.claim, heir.claim_pinned) == (claim, False)
    claim.refresh_from_db()
    assert claim.retired_at is None


def test_a_merger_from_before_a_text_was_corrected_twice_is_undone_whole(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    one, other = told(story, "Water on the quay", "The quay is flooded")
    article = one.attributions.get().article
    services.merge_claims(claim=one, into=other, editor=editor)
    for _ in range(2):
        correct(article, "Water on the quay")
        services.link_story(story=story)
    undo(editor)
    one.refresh_from_db()
    heir = standing(article)
    assert (heir.claim, heir.claim_pinned, one.merged_into, one.retired_at) == (one, False, None, None)
    assert not Attribution.objects.filter(claim_pinned=True).exists()


def test_of_equal_wordings_in_a_corrected_text_each_goes_back_once(equal_words: None, editor: User) -> None:
    story = make_story()
    article = say(story, "Water on the quay", "Water on the quay")
    services.link_story(story=story)
    first, second = article.attributions.order_by("pk")
    second.content = [{"start": 19, "end": 36, "exact": "Water on the quay"}]
    second.save()
    for row in (first, second):
        services.reject_wording(attribution=row, editor=editor)
    article.refresh_from_db()
    article.text = "A line that came in later.\n\n" + article.text
    article.save()
    found = [make_record(article.text, "Water on the quay") for _ in range(2)]
    start = article.text.rindex("Water")
    found[1] = replace(found[1], content=((start, start + 17),))
    services.record_attributions(article=article, version="later", attributions=found)
    undo(editor)
    assert article.attributions.filter(state="current", claim_pinned=True).count() == 1
    undo(editor, Decision.objects.order_by("pk")[0])
    assert article.attributions.filter(state="current", claim=first.claim).count() == 2


def test_what_a_later_decision_put_elsewhere_in_a_corrected_text_is_undone_first(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    one, other, third = told(story, "Water on the quay", "The quay is flooded", "Ships wait")
    article = one.attributions.get().article
    services.merge_claims(claim=one, into=other, editor=editor)
    merger = Decision.objects.get()
    correct(article, "Water on the quay")
    services.link_story(story=story)
    services.move_wording(attribution=standing(article), to=third, editor=editor)
    with pytest.raises(InvalidDecision, match="Undo that one first"):
        undo(editor, merger)


def rewrite(article: Article) -> None:
    """Correct an article so that it has other words, and read it again."""
    article.refresh_from_db()
    article.text = "The harbour is open again."
    article.save()
    found = [make_record(article.text, "The harbour is open again")]
    services.record_attributions(article=article, version="later", attributions=found)
    assert article.story is not None
    services.link_story(story=article.story)


@pytest.mark.parametrize("verb", ["reject", "move", "merge", "headline"])
def test_an_undoing_says_which_words_no_report_has_any_more(
    equal_words: None, editor: User, verb: str
) -> None:
    story = make_story()
    claim, other = told(story, "Water on the quay", "The quay is flooded")
    row = claim.attributions.get()
    if verb == "reject":
        services.reject_wording(attribution=row, editor=editor)
    elif verb == "move":
        services.move_wording(attribution=row, to=other, editor=editor)
    elif verb == "merge":
        services.merge_claims(claim=claim, into=other, editor=editor)
    else:
        services.choose_headline(attribution=row, editor=editor)
    rewrite(row.article)
    undoing = services.undo(decision=Decision.objects.get(), editor=editor)
    assert undoing.details["gone"] == ["Water on the quay"]
    row.refresh_from_db()
    assert (row.state, row.claim, row.claim_pinned) == ("orphaned", claim, False)


def test_an_undoing_says_nothing_of_words_that_only_moved(equal_words: None, editor: User) -> None:
    story = make_story()
    (claim,) = told(story, "Water on the quay")
    row = claim.attributions.get()
    services.reject_wording(attribution=row, editor=editor)
    correct(row.article, "Water on the quay")
    undoing = services.undo(decision=Decision.objects.get(), editor=editor)
    assert undoing.details["gone"] == []
