"""The words of a wording that its report puts in quotation marks."""

from __future__ import annotations

import re

from claims.matching.reported import ReportedWording

MARKED = re.compile(r"[«“„»\"]\s*([^«»“”„\"]+?)\s*[»”“«\"]|[‚‘‹›]([^‚‘’‹›]+)[‘’›‹]")


def quoted(wording: ReportedWording) -> list[str]:
    """Each quotation; all of the content where the report quotes it whole."""
    return [wording.content[start:end] for start, end in quotations(wording)]


def quotations(wording: ReportedWording) -> list[tuple[int, int]]:
    """The places of the quotations in the content, without their marks."""
    if wording.type == "direct":
        return [(0, len(wording.content))]
    if wording.type == "indirect":
        return []
    return [match.span(1 if match.group(1) else 2) for match in MARKED.finditer(wording.content)]
