"""A newer reading that marks the same saying a little differently, beside one that stands already.

What an editor pinned, chose as a headline or judged is evidence that somebody looked at: it stays as it was read then,
and the newer reading of its place is taken for it. What nobody decided about is replaced, and the claim goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from claims.extraction.records import Spans
from claims.models import Attribution, Verdict
from claims.services.rows import Fields, spans_of

# Share of the shorter content that both readings mark, from which they mark one saying. Readings of one place by
# different versions differ by a complementizer, a mark or a clause; two sayings in one sentence share no words.
ONE_PLACE = 0.5


def decided_on(rows: Iterable[Attribution]) -> set[int]:
    """The ids of those that an editor put where they are, chose, or judged the claim of."""
    rows = list(rows)
    judged = set(
        Verdict.objects.filter(claim__in={row.claim_id for row in rows if row.claim_id}).values_list(
            "claim", flat=True
        )
    )
    return {row.pk for row in rows if row.claim_pinned or row.is_headline or row.claim_id in judged}


def stand_in(
    rows: Mapping[str, Attribution], found: Mapping[str, Fields], decided: Collection[int]
) -> dict[str, Attribution]:
    """For each key that is not to be shown, the decided row at its place, which the reading lacks under its own key.

    What stood beside the decided row all along is another saying, however much of it they share.
    """
    standing = [
        row for key, row in rows.items() if key not in found and _is_current(row) and row.pk in decided
    ]
    covered = {}
    for key, fields in found.items():
        if key in rows and _is_current(rows[key]):
            continue
        at_its_place = [row for row in standing if is_one_place(row, fields)]
        if at_its_place:
            covered[key] = min(
                at_its_place, key=lambda row: (-_share(row.content, fields["content"]), row.pk)
            )
    return covered


def hand_on(gone: Iterable[Attribution], added: Sequence[Attribution]) -> None:
    """Let new rows go on with the claims of those that they replace: a claim's address outlives a better reading."""
    for old in sorted(gone, key=lambda row: row.pk):
        heirs = [
            new
            for new in added
            if new.claim_id is None and new.stance == old.stance and is_one_place(old, vars(new))
        ]
        if heirs and old.claim_id is not None:
            heir = max(heirs, key=lambda new: (_share(old.content, new.content), new.key))
            heir.claim_id = old.claim_id


def _is_current(row: Attribution) -> bool:
    return row.state == Attribution.State.CURRENT


def is_one_place(row: Attribution, fields: Mapping[str, object]) -> bool:
    """A saying that stands inside another one is not that other one."""
    return row.nested == fields["nested"] and _share(row.content, fields["content"]) >= ONE_PLACE


def _share(one: object, other: object) -> float:
    a, b = spans_of(one), spans_of(other)  # type: ignore[arg-type]
    common = sum(max(0, min(end, stop) - max(start, begin)) for start, end in a for begin, stop in b)
    return common / max(1, min(_length(a), _length(b)))


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
