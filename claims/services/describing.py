"""Editors say what a story is about, in its title and in a sentence. No machine writes either."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story
from claims.errors import InvalidDecision
from claims.models import Decision
from claims.services.changes import Scope
from claims.services.deciding import Somebody, clean_note, editor_of, lock, recorded
from claims.services.placing import clean_title

LONGEST_SUMMARY = 400  # code points: a sentence or two above a story


@transaction.atomic
def describe_story(*, story: Story, title: str, summary: str, editor: Somebody, note: str = "") -> Story:
    """Give a story a title and the sentence under it; without one, pages say what most of its claims turn on.

    The address stays as it is. Raises NotAnEditor; InvalidDecision for a title that is none, a sentence that is too
    long, or both as they are already.
    """
    somebody, note = editor_of(editor), clean_note(note)
    title, summary = clean_title(title), " ".join(summary.split())
    if "\0" in summary or len(summary) > LONGEST_SUMMARY:
        raise InvalidDecision(
            _("The sentence has %(length)s characters; shorten it to at most %(most)s.")
            % {"length": len(summary), "most": LONGEST_SUMMARY}
        )
    lock(story.pk)
    found = Story.objects.filter(pk=story.pk).first()
    if found is None:  # undoing its beginning may have taken it away
        raise InvalidDecision(_("There is no such story any more. Choose another one."))
    story = found
    if (title, summary) == (story.title, story.summary):
        raise InvalidDecision(_("The story has this title and this sentence already. Change one of them."))
    told = {"title": title, "words": summary}
    with recorded(
        Decision.Verb.DESCRIBE_STORY, Scope(stories={story.pk}), editor=somebody, note=note, **told
    ):
        story.title, story.summary = title, summary
        story.save(update_fields=["title", "summary"])
    return story
