"""Every write of this app: one verb, one transaction each."""

from claims.errors import (
    ArticleChanged,
    BadExtraction,
    BadLinking,
    ClaimGone,
    ClaimsError,
    InvalidDecision,
    InvalidVerdict,
    NotAnEditor,
)
from claims.services.editing import merge_claims, move_wording, split_claim
from claims.services.linkage import make_link, reject_conflict, reject_link
from claims.services.linking import Linked, link_story
from claims.services.naming import merge_speakers, rename_speaker, split_speaker
from claims.services.recording import Recorded, record_attributions
from claims.services.relating import Related, relate_story
from claims.services.verdicts import EDITORS, LONGEST_NOTE, give_verdict, is_editor

__all__ = [
    "EDITORS",
    "LONGEST_NOTE",
    "ArticleChanged",
    "BadExtraction",
    "BadLinking",
    "ClaimGone",
    "ClaimsError",
    "InvalidDecision",
    "InvalidVerdict",
    "Linked",
    "NotAnEditor",
    "Recorded",
    "Related",
    "give_verdict",
    "is_editor",
    "link_story",
    "make_link",
    "merge_claims",
    "merge_speakers",
    "move_wording",
    "record_attributions",
    "reject_conflict",
    "reject_link",
    "relate_story",
    "rename_speaker",
    "split_claim",
    "split_speaker",
]
