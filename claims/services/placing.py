"""Editors put an article that came without a story into one, or begin one with it; its claims are linked there."""

from __future__ import annotations

from django.db import transaction
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


@transaction.atomic
def place_article(*, article: Article, story: Story, editor: Somebody, note: str = "") -> Article:
    """Put an article that has no story into one, and link what it says there.

    Raises NotAnEditor; InvalidDecision for an article that has a story.
    """
    somebody, note = editor_of(editor), clean_note(note)
    lock(story.pk)
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.story_id is not None:
        raise InvalidDecision(_("Somebody has put this report into a story already."))
    scope = Scope(stories={story.pk}, articles={article.pk})
    told = {"article": article.pk, "title": str(article), "story": story.pk, "story_title": story.title}
    with recorded(Decision.Verb.PLACE_ARTICLE, scope, editor=somebody, note=note, **told):
        article.story = story
        article.save(update_fields=["story", "updated_at"])
    link_story(story=story)
    return article


@transaction.atomic
def begin_story(*, article: Article, title: str, editor: Somebody, note: str = "") -> Story:
    """Begin a story with an article that has none.

    Raises NotAnEditor; InvalidDecision for a title that is none, or an article that has a story.
    """
    editor_of(editor)
    title = " ".join(title.split())
    if not title or "\0" in title or len(title) > LONGEST_TITLE:
        raise InvalidDecision(
            _("Give the story a title of 1 to %(most)s characters.") % {"most": LONGEST_TITLE}
        )
    story = Story.objects.create(slug=_free_slug(title), title=title)
    place_article(article=article, story=story, editor=editor, note=note)
    return story


def _free_slug(title: str) -> str:
    slug = slugify(title)[: LONGEST_SLUG - 5].strip("-") or "story"
    taken = set(Story.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in numbered if one not in taken)
