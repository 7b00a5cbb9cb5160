"""A story as one ordered, display-ready value, shared by pages, REST and exports.

Reads only, with a number of queries that does not grow with the story.
"""

from claims.timeline.front import front_page, story_counts
from claims.timeline.reading import article_reading
from claims.timeline.story import claim_lines, shown_claims, story_timeline
from claims.timeline.values import (
    ClaimLine,
    Day,
    Evidence,
    Fragment,
    FrontPage,
    Mark,
    Note,
    Paragraph,
    Piece,
    Reading,
    ReportLine,
    Role,
    Selector,
    SpeakerCount,
    SpeakerLine,
    StoryClaim,
    StoryCount,
    StoryLine,
    Timeline,
    VerdictLine,
)

__all__ = [
    "ClaimLine",
    "Day",
    "Evidence",
    "Fragment",
    "FrontPage",
    "Mark",
    "Note",
    "Paragraph",
    "Piece",
    "Reading",
    "ReportLine",
    "Role",
    "Selector",
    "SpeakerCount",
    "SpeakerLine",
    "StoryClaim",
    "StoryCount",
    "StoryLine",
    "Timeline",
    "VerdictLine",
    "article_reading",
    "claim_lines",
    "front_page",
    "shown_claims",
    "story_counts",
    "story_timeline",
]
