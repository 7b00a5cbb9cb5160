"""What editors decided, newest first, as lines that tell it and say whether it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from articles.models import Story
from claims.models import Claim, Decision, Speaker
from claims.timeline.lines import name_of

MOST = 50  # decisions a page


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """``told`` are the particulars of its verb; of an undoing, ``undoes`` is what it took back."""

    id: int
    verb: str
    told: Mapping[str, Any]
    note: str
    editor: str
    at: datetime
    is_undone: bool
    can_be_undone: bool
    undoes: DecisionLine | None = None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    lines: tuple[DecisionLine, ...]
    older: int | None  # the id that the next page begins before


def decisions_of_claim(claim: Claim) -> tuple[DecisionLine, ...]:
    return _lines(_about("claims", claim.pk))


def decisions_of_speaker(speaker: Speaker) -> tuple[DecisionLine, ...]:
    return _lines(_about("speakers", speaker.pk))


def decisions_of_story(story: Story, *, before: int | None = None) -> DecisionPage:
    """Those on the story's claims, and on the speakers of whom it tells; `before` is the id that they come before."""
    rows = _about("stories", story.pk)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    some = list(rows[: MOST + 1])
    return DecisionPage(_lines(some[:MOST]), some[MOST - 1].pk if len(some) > MOST else None)


def _about(what: str, pk: int) -> QuerySet[Decision]:
    return Decision.objects.filter(details__contains={what: [pk]}).select_related("editor").order_by("-pk")


def _lines(decisions: Sequence[Decision] | QuerySet[Decision]) -> tuple[DecisionLine, ...]:
    rows = list(decisions)
    undoings = Decision.objects.filter(verb=Decision.Verb.UNDO, details__undone__in=[row.pk for row in rows])
    undone = set(undoings.values_list("details__undone", flat=True)) if rows else set()
    wanted = [row.details["undone"] for row in rows if row.verb == Decision.Verb.UNDO]
    taken_back = Decision.objects.select_related("editor").in_bulk(wanted) if wanted else {}
    return tuple(_line(row, undone, taken_back.get(row.details.get("undone", 0))) for row in rows)


def _line(row: Decision, undone: set[int], undoes: Decision | None = None) -> DecisionLine:
    is_undone = row.pk in undone
    return DecisionLine(
        id=row.pk,
        verb=row.verb,
        told={name: value for name, value in row.details.items() if name != "changes"},
        note=row.note,
        editor=name_of(row.editor),
        at=row.created_at,
        is_undone=is_undone,
        can_be_undone=not is_undone and row.verb != Decision.Verb.UNDO and "changes" in row.details,
        undoes=_line(undoes, set()) if undoes else None,
    )
