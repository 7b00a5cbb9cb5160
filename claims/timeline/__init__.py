"""A story as one ordered, display-ready value, shared by pages, REST and exports.

Reads only, with a number of queries that does not grow with the story.
"""

from claims.timeline.chart import Arc, Chart, arcs_of, draw
from claims.timeline.chart.chain import Chain, chain_of
from claims.timeline.comparing import Matrix, comparable, compared, departures
from claims.timeline.decisions import (
    DecisionLine,
    DecisionPage,
    decisions_of_claim,
    decisions_of_speaker,
    decisions_of_story,
)
from claims.timeline.disputes import Entry, entries_of
from claims.timeline.filtering import Filters, Selection, select
from claims.timeline.finding import search_stories
from claims.timeline.freshness import article_version, site_version, story_version
from claims.timeline.front import front_page, story_counts
from claims.timeline.gist import gist_of
from claims.timeline.kept import kept_timeline
from claims.timeline.likely import likely
from claims.timeline.merged import merged_into, successor_of, successors_of
from claims.timeline.paging import Page, page_of
from claims.timeline.parallel import Parallel, parallel_of
from claims.timeline.reading import article_reading
from claims.timeline.speakers import SpeakerPage, all_speakers, speaker_page
from claims.timeline.standing import ConflictLine, ConflictSide, DriftLine, LinkLine, SideWording
from claims.timeline.story import claim_lines, shown_claims, story_timeline
from claims.timeline.values import (
    ClaimLine,
    Day,
    Evidence,
    Fragment,
    FrontPage,
    Gist,
    LeftOut,
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
    "Arc",
    "Chain",
    "Chart",
    "ClaimLine",
    "ConflictLine",
    "ConflictSide",
    "Day",
    "DecisionLine",
    "DecisionPage",
    "DriftLine",
    "Entry",
    "Evidence",
    "Filters",
    "Fragment",
    "FrontPage",
    "Gist",
    "LeftOut",
    "LinkLine",
    "Mark",
    "Matrix",
    "Note",
    "Page",
    "Paragraph",
    "Parallel",
    "Piece",
    "Reading",
    "ReportLine",
    "Role",
    "Selection",
    "Selector",
    "SideWording",
    "SpeakerCount",
    "SpeakerLine",
    "SpeakerPage",
    "StoryClaim",
    "StoryCount",
    "StoryLine",
    "Timeline",
    "VerdictLine",
    "all_speakers",
    "arcs_of",
    "article_reading",
    "article_version",
    "chain_of",
    "claim_lines",
    "comparable",
    "compared",
    "decisions_of_claim",
    "decisions_of_speaker",
    "decisions_of_story",
    "departures",
    "draw",
    "entries_of",
    "kept_timeline",
    "front_page",
    "gist_of",
    "likely",
    "merged_into",
    "page_of",
    "parallel_of",
    "search_stories",
    "select",
    "shown_claims",
    "site_version",
    "speaker_page",
    "story_counts",
    "story_timeline",
    "story_version",
    "successor_of",
    "successors_of",
]
