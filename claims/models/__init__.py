"""What was said, by whom, what disputes it, and what editors decided."""

from claims.models.disputed import Conflict, Decision, Drift, Link, Origin
from claims.models.said import (
    Affiliation,
    Alias,
    Attribution,
    Claim,
    Precision,
    Run,
    Speaker,
    Stance,
    Verdict,
)
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
]
