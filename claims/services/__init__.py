"""Every write of this app: one verb, one transaction each."""

from claims.errors import (
    ArticleChanged,
    BadExtraction,
    BadLinking,
    ClaimGone,
    ClaimsError,
    InvalidDecision,
    InvalidVerdict,
    NameTaken,
    NotAnEditor,
)
from claims.services.conflicting import check_open, reject_conflict, reopen_conflict, settle_conflict
from claims.services.describing import LONGEST_SUMMARY, describe_story
from claims.services.editing import merge_claims, split_claim
from claims.services.identity import (
    LONGEST_NAME,
    add_alias,
    affiliate,
    disaffiliate,
    namesake_of,
    remove_alias,
)
from claims.services.linkage import confirm_link, make_link, reject_link
from claims.services.linking import Linked, link_story
from claims.services.naming import hand_over_names, merge_speakers, rename_speaker, set_kind, split_speaker
from claims.services.placing import LONGEST_TITLE, begin_story, place_article
from claims.services.recording import Recorded, record_attributions
from claims.services.relating import Related, relate_story
from claims.services.suggesting import StorySuggestion, note_traits, suggest_stories
from claims.services.undoing import undo
from claims.services.verdicts import EDITORS, LONGEST_NOTE, give_verdict, is_editor, withdraw_verdict
from claims.services.wordings import choose_headline, clear_headline, move_wording, reject_wording

__all__ = [
    "EDITORS",
    "LONGEST_NAME",
    "LONGEST_NOTE",
    "LONGEST_SUMMARY",
    "LONGEST_TITLE",
    "ArticleChanged",
    "BadExtraction",
    "BadLinking",
    "ClaimGone",
    "ClaimsError",
    "InvalidDecision",
    "InvalidVerdict",
    "Linked",
    "NameTaken",
    "NotAnEditor",
    "Recorded",
    "Related",
    "StorySuggestion",
    "add_alias",
    "affiliate",
    "begin_story",
    "check_open",
    "choose_headline",
    "clear_headline",
    "confirm_link",
    "describe_story",
    "disaffiliate",
    "give_verdict",
    "hand_over_names",
    "is_editor",
    "link_story",
    "make_link",
    "merge_claims",
    "merge_speakers",
    "move_wording",
    "namesake_of",
    "note_traits",
    "place_article",
    "record_attributions",
    "reject_conflict",
    "reject_link",
    "reject_wording",
    "relate_story",
    "remove_alias",
    "rename_speaker",
    "reopen_conflict",
    "set_kind",
    "settle_conflict",
    "split_claim",
    "split_speaker",
    "suggest_stories",
    "undo",
    "withdraw_verdict",
]
