"""What a reading found in an article becomes rows, and stays the same rows when it is found again."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Story
from claims.errors import ArticleChanged, BadExtraction
from claims.extraction import records
from claims.models import Attribution, Run
from claims.services.rereading import decided_on, hand_on, stand_in
from claims.services.rows import Fields, fields_of

INHERITED = ("claim_id", "claim_pinned", "is_headline")  # what a row takes over when its text was only moved


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many attributions one recording added, brought back, altered, left as they were, and retired."""

    added: int = 0
    revived: int = 0
    altered: int = 0
    unchanged: int = 0
    retired: int = 0


@transaction.atomic
def record_attributions(
    *, article: Article, version: str, attributions: Iterable[records.Attribution]
) -> Recorded:
    """Make an article's attributions those of one reading; `article` must hold the text that was read.

    Safe to repeat. The same place (spans of content and cue) is the same row: it is written only when something
    about it changed. A row that the reading lacks is retired, unless an editor pinned it, and revived when a later
    reading finds it. Where the reading marks the place of what an editor decided about a little differently, that
    row stays in its stead. Of two attributions at one place the more confident one counts.

    Raises ArticleChanged when the article was changed since it was read, BadExtraction for spans outside the text.
    """
    # The story first, as linking does: two that write the same attributions in another order would block each other.
    # Its story as it is now: an editor may have placed the article while it was read.
    list(Story.objects.select_for_update(no_key=True, of=("self",)).filter(articles=article.pk))
    current = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    input_hash = Run.hash_of(article)
    if Run.hash_of(current) != input_hash:
        raise ArticleChanged(f"“{current}” was changed while it was read. Read it again.")
    found = _fields_by_key(current, attributions)
    run, _ = Run.objects.update_or_create(
        article=current,
        version=version,
        input_hash=input_hash,
        defaults={"attributions": len(found), "read_at": timezone.now()},
    )
    return _bring_up_to(found, article=current, run=run)


def _bring_up_to(found: Mapping[str, Fields], *, article: Article, run: Run) -> Recorded:
    rows = {row.key: row for row in article.attributions.exclude(state=Attribution.State.ORPHANED)}
    decided = decided_on(rows.values())
    covered = stand_in(rows, found, decided)
    standing = set(covered.values())
    found = {key: fields for key, fields in found.items() if key not in covered}
    gone = [row for key, row in rows.items() if key not in found and row not in standing and _may_retire(row)]
    added = [Attribution(article=article, run=run, key=key, **found[key]) for key in found if key not in rows]
    _inherit(added, article=article)
    hand_on(gone, added)
    Attribution.objects.filter(pk__in=[row.pk for row in gone]).update(state=Attribution.State.RETIRED)
    Attribution.objects.bulk_create(added)

    kept = [row for key, row in rows.items() if key in found]
    revived = [row for row in kept if row.state == Attribution.State.RETIRED]
    altered = _alter(kept, found, decided)
    again = [row.pk for row in (*kept, *standing)]
    Attribution.objects.filter(pk__in=again).exclude(run=run).update(run=run)
    return Recorded(
        added=len(added),
        revived=len(revived),
        altered=len(altered) - len(revived),
        unchanged=len(again) - len(altered),
        retired=len(gone),
    )


def _may_retire(row: Attribution) -> bool:
    return row.state == Attribution.State.CURRENT and not row.claim_pinned


def _alter(
    kept: Sequence[Attribution], found: Mapping[str, Fields], decided: Collection[int]
) -> list[Attribution]:
    """Write what is new about rows that are found again, and give those that were written.

    What an editor decided about keeps its stance: nothing that asserts is to deny all at once in the same claim.
    """
    altered: list[Attribution] = []
    names: set[str] = set()
    for row in kept:
        new = found[row.key] | ({"stance": row.stance} if row.pk in decided else {})
        changes = {name: value for name, value in new.items() if getattr(row, name) != value}
        for name, value in changes.items():
            setattr(row, name, value)
        if changes:
            altered.append(row)
            names.update(changes)
    if altered:
        Attribution.objects.bulk_update(altered, sorted(names))
    return altered


def _inherit(added: Sequence[Attribution], *, article: Article) -> None:
    """Let new rows take over the claim of orphaned ones with the very same words and stance.

    A text that was only moved keeps its claims, and what editors decided about its wordings, in this way. The orphan
    stays as it is, the record of what stood where, but belongs to no claim any more, so that nothing is shown or
    counted twice.
    """
    heirs: dict[tuple[str, ...], list[Attribution]] = defaultdict(list)
    for row in reversed(added):
        heirs[_wording(row)].append(row)
    decided = Q(claim__isnull=False) | Q(claim_pinned=True)
    orphans = article.attributions.filter(decided, state=Attribution.State.ORPHANED).order_by("pk")
    replaced = []
    for orphan in orphans:
        if waiting := heirs[_wording(orphan)]:
            heir = waiting.pop()
            for name in INHERITED:
                setattr(heir, name, getattr(orphan, name))
            replaced.append(orphan.pk)
    Attribution.objects.filter(pk__in=replaced).update(claim=None, claim_pinned=False, is_headline=False)


def heirs_of(ids: Collection[int]) -> dict[int, list[int]]:
    """The ids of rows that may have taken over from orphaned ones, by whose ids: those with their words that came later.

    Where a text has the same words twice they are told apart no more, so each may have taken over from either.
    """
    orphans = Attribution.objects.filter(pk__in=ids, state=Attribution.State.ORPHANED)
    found: dict[int, list[int]] = {}
    for orphan in orphans:
        later = Attribution.objects.filter(article=orphan.article_id, stance=orphan.stance, pk__gt=orphan.pk)
        same = (row for row in later.order_by("pk") if _wording(row) == _wording(orphan))
        found[orphan.pk] = [row.pk for row in same]
    return found


def _wording(row: Attribution) -> tuple[str, ...]:
    return (row.stance, *(piece["exact"] for piece in row.content))


def _fields_by_key(article: Article, attributions: Iterable[records.Attribution]) -> dict[str, Fields]:
    """Rows to be, by key, in the order of the text."""
    found: dict[str, Fields] = {}
    for attribution in sorted(attributions, key=lambda one: (one.content, one.cue, -one.confidence)):
        _check_spans(article, attribution)
        found.setdefault(_key_of(attribution), fields_of(article.text, attribution))
    return found


def _check_spans(article: Article, attribution: records.Attribution) -> None:
    spans = (*attribution.content, *attribution.cue, *attribution.source, *attribution.hedges)
    if not attribution.content or not all(0 <= start < end <= len(article.text) for start, end in spans):
        raise BadExtraction(
            f"Rule {attribution.rule!r} gave spans that do not lie in “{article}”; nothing was recorded. "
            "Report this as a bug."
        )


def _key_of(attribution: records.Attribution) -> str:
    places = json.dumps([attribution.content, attribution.cue])
    return hashlib.sha256(places.encode()).hexdigest()[:32]
