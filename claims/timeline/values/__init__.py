"""What a page, the REST interface or an export is given to show: frozen and ready for display.

Nothing here knows the database. Texts are the articles' own words, unescaped: whoever renders them escapes them.
"""

from claims.timeline.values.read import LeftOut, Mark, Note, Paragraph, Piece, Reading
from claims.timeline.values.said import (
    ACTS,
    ClaimLine,
    Evidence,
    Fragment,
    Role,
    Selector,
    SpeakerLine,
    StoryLine,
    VerdictLine,
    WithdrawnLine,
)
from claims.timeline.values.stories import (
    Day,
    FrontPage,
    Gist,
    ReportLine,
    SpeakerCount,
    StoryClaim,
    StoryCount,
    Timeline,
)

__all__ = [
    "ACTS",
    "ClaimLine",
    "Day",
    "Evidence",
    "Fragment",
    "FrontPage",
    "Gist",
    "LeftOut",
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
    "WithdrawnLine",
]
