"""The last stories that were shown, kept as values in memory while nothing in them changes.

To filter, to leaf and to compare asks for the same story again and again; folding one of 2,000 claims takes a third
of a second. A kept timeline is frozen, so that all threads may read it, and holds nothing that depends on who reads.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from django.db import connection

from articles.models import Story
from claims.timeline.freshness import story_version
from claims.timeline.story import story_timeline
from claims.timeline.values import Timeline

MOST_KEPT = 6  # timelines of a process; one of 20,000 wordings takes some 15 MB

_kept: OrderedDict[tuple[int, str], tuple[str, Timeline]] = OrderedDict()
_one_at_a_time = Lock()


def kept_timeline(story: Story, *, language: str) -> Timeline:
    """The brief timeline of a story, folded anew only when its version is another than last time.

    Inside a transaction a row that changes twice keeps its version, so nothing is kept there.
    """
    version = None if connection.in_atomic_block else story_version(story.slug)
    if version is None:
        return story_timeline(story, language=language, brief=True)
    key = (story.pk, language)
    with _one_at_a_time:
        known, timeline = _kept.get(key, ("", None))
        if timeline is not None and known == version:
            _kept.move_to_end(key)
            return timeline
    timeline = story_timeline(story, language=language, brief=True)
    with _one_at_a_time:
        _kept[key] = (version, timeline)
        _kept.move_to_end(key)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return timeline
