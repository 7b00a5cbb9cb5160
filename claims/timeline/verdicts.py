"""What editors found of claims, each verdict with whether it was taken back."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Q

from claims.models import Verdict
from claims.timeline.lines import verdict_line
from claims.timeline.values import VerdictLine


def verdict_history(which: Q) -> dict[int, list[VerdictLine]]:
    """The verdicts that are asked for, by claim, newest first."""
    history: dict[int, list[VerdictLine]] = defaultdict(list)
    for verdict in Verdict.objects.filter(which).select_related("editor", "withdrawal__editor"):
        history[verdict.claim_id].append(verdict_line(verdict))
    return history
