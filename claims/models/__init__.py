"""What was said, by whom, what disputes it, and what editors decided."""

from claims.models.disputed import Conflict, Decision, Drift, Link, Origin
from claims.models.judged import Verdict, Withdrawal
from claims.models.said import Attribution, Claim, Precision, Run, Stance
from claims.models.speakers import Affiliation, Alias, Speaker
from claims.models.suggested import ArticleTraits

__all__ = [
    "Affiliation",
    "Alias",
    "ArticleTraits",
    "Attribution",
    "Claim",
    "Conflict",
    "Decision",
    "Drift",
    "Link",
    "Origin",
    "Precision",
    "Run",
    "Speaker",
    "Stance",
    "Verdict",
    "Withdrawal",
]
