"""Editors put an article that came without a story into one, or begin one with it; its claims are linked there."""

from __future__ import annotations

from contextlib import suppress

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.models import Article, Story
from claims.errors import InvalidDecision
from claims.models import Decision
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.linking import link_story

LONGEST_TITLE = 300  # code points, as of an article's title
LONGEST_SLUG = 50  # what the column takes
MOST_TRIES = 4  # for a slug that is free: each that fails was taken by somebody else within the same moment


@transaction.atomic
def place_article(*, article: Article, story: Story, editor: Somebody, note: str = "") -> Article:
    """Put an article that has no story into one, and link what it says there.

    Raises NotAnEditor; InvalidDecision for an article that has a story, or a story that is gone.
    """
    somebody, note = editor_of(editor), clean_note(note)
    lock(story.pk)
    if not Story.objects.filter(pk=story.pk).exists():  # undoing its beginning may have taken it away
        raise InvalidDecision(_("There is no such story any more. Choose another one."))
    return _place(_locked_waiting(article), story, editor=somebody, note=note)


@transaction.atomic
def begin_story(*, article: Article, title: str, editor: Somebody, note: str = "") -> Story:
    """Begin a story with an article that has none.

    Raises NotAnEditor; InvalidDecision for a title that is none, or an article that has a story.
    """
    somebody, note = editor_of(editor), clean_note(note)
    title = clean_title(title)
    # The article first, so that of two clicks on one button the second finds it placed, and begins nothing.
    article = _locked_waiting(article)
    story = _begun(title)
    _place(article, story, editor=somebody, note=note, begun=True)
    return story


def clean_title(title: str) -> str:
    """A title without needless blanks. Raises InvalidDecision for one that is none, or too long."""
    title = " ".join(title.split())
    if not title or "\0" in title or len(title) > LONGEST_TITLE:
        raise InvalidDecision(
            _("Give the story a title of 1 to %(most)s characters.") % {"most": LONGEST_TITLE}
        )
    return title


def take_back_story(decision: Decision) -> None:
    """Delete the story that an undone decision began, with the claims that stand empty now.

    It stays when anything else came to it: a report, a summary, a verdict, a wording, or another decision.
    """
    story = Story.objects.filter(pk=decision.details["story"], articles=None, summary="").first()
    others = Decision.objects.filter(details__contains={"stories": [decision.details["story"]]})
    if story is None or others.exclude(pk=decision.pk).exclude(details__undone=decision.pk).exists():
        return
    if not story.claims.exclude(attributions=None, verdicts=None).exists():
        story.claims.all().delete()
        story.delete()


def _locked_waiting(article: Article) -> Article:
    """The article as it is now, for this transaction alone. Raises InvalidDecision when it has a story."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.story_id is not None:
        raise InvalidDecision(_("Somebody has put this report into a story already."))
    return article


def _place(article: Article, story: Story, *, editor: User, note: str, begun: bool = False) -> Article:
    """`begun`: the story was made for this article; undoing the decision takes it away again."""
    scope = Scope(stories={story.pk}, articles={article.pk})
    told = {"article": article.pk, "title": str(article), "story": story.pk, "story_title": story.title}
    with recorded(Decision.Verb.PLACE_ARTICLE, scope, editor=editor, note=note, begun=begun, **told):
        article.story = story
        article.save(update_fields=["story", "updated_at"])
    link_story(story=story)
    return article


def _begun(title: str) -> Story:
    """A new story under a slug of its own, also when others take the same slug at this moment."""
    for _try in range(MOST_TRIES):
        with suppress(IntegrityError), transaction.atomic():
            return Story.objects.create(slug=_free_slug(title), title=title)
    return Story.objects.create(slug=_free_slug(title), title=title)


def _free_slug(title: str) -> str:
    slug = slugify(title)[: LONGEST_SLUG - 5].strip("-") or "story"
    taken = set(Story.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in numbered if one not in taken)
