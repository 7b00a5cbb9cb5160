"""Where the words of a claim went that a machine emptied, so that its address leads on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from claims.models import Attribution, Claim
from claims.services.rereading import is_one_place


def keep_where_words_went(emptied: Collection[Claim], moved: Iterable[tuple[int | None, int | None]]) -> None:
    """Keep with each emptied claim the claims that have its words now, in place of what was kept before.

    ``moved`` are pairs of the claim that a wording had and the one that it has. Words that a newer reading marks a
    little differently are found by their places.
    """
    if not emptied:
        return
    went: dict[int, set[int]] = defaultdict(set)
    for old, new in (*moved, *_read_anew(emptied)):
        if old is not None and new is not None and old != new:
            went[old].add(new)
    for claim in emptied:
        claim.joined_into.set(sorted(went[claim.pk]))


def forget_where_words_went(revived: Iterable[int]) -> None:
    """Claims that have wordings, by their ids, go on as themselves."""
    Claim.joined_into.through.objects.filter(from_claim__in=list(revived)).delete()


def _read_anew(emptied: Collection[Claim]) -> Iterable[tuple[int | None, int | None]]:
    """The claim of each wording that a newer reading lacks, with that of what it has at its place."""
    gone = list(Attribution.objects.filter(claim__in=emptied, state=Attribution.State.RETIRED))
    standing: dict[int, list[Attribution]] = defaultdict(list)
    rows = Attribution.objects.filter(
        article__in={row.article_id for row in gone}, state=Attribution.State.CURRENT, claim__isnull=False
    )
    for row in rows:
        standing[row.article_id].append(row)
    return (
        (old.claim_id, new.claim_id)
        for old in gone
        for new in standing[old.article_id]
        if old.stance == new.stance and is_one_place(old, vars(new))
    )
