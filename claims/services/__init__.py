"""Every write of this app: one verb, one transaction each."""

from claims.errors import (
    ArticleChanged,
    BadExtraction,
    BadLinking,
    ClaimGone,
    ClaimsError,
    InvalidVerdict,
    NotAnEditor,
)
from claims.services.linking import Linked, link_story
from claims.services.recording import Recorded, record_attributions
from claims.services.verdicts import EDITORS, LONGEST_NOTE, give_verdict, is_editor

__all__ = [
    "EDITORS",
    "LONGEST_NOTE",
    "ArticleChanged",
    "BadExtraction",
    "BadLinking",
    "ClaimGone",
    "ClaimsError",
    "InvalidVerdict",
    "Linked",
    "NotAnEditor",
    "Recorded",
    "give_verdict",
    "is_editor",
    "link_story",
    "record_attributions",
]
