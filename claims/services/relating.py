"""How a story's claims stand to one another, kept as rows: links, conflicts between reports, drift of wordings.

Computed from the attributions as they are linked. A machine's row stays while it is found again, changes when what
was found changed, and goes when it is found no more; what an editor made or rejected stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.db import models, transaction

from articles.models import Article, Story
from claims.errors import LinkingFailed
from claims.extraction import records
from claims.extraction.records import Spans
from claims.matching.departure import Departure
from claims.matching.disputes import Dispute, disputes
from claims.matching.drift import departures
from claims.matching.reasons import Reason
from claims.matching.relations import ClaimLink, link_claims
from claims.matching.reported import ReportedClaim, ReportedWording
from claims.models import Attribution, Claim, Conflict, Drift, Link, Origin
from claims.sayings import JOINT, Keyed
from claims.services.rows import Fields, record_of
from claims.services.speakers import speaker_records
from claims.wordings import Source, wording_of


@dataclass(frozen=True, slots=True)
class Related:
    """How many links, conflicts and departures a story has that no editor rejected."""

    links: int = 0
    conflicts: int = 0
    drifts: int = 0


@transaction.atomic
def relate_story(*, story: Story) -> Related:
    """Bring a story's links, conflicts and drift up to its claims; safe to repeat, one run at a time for a story.

    Raises LinkingFailed; nothing is changed then.
    """
    Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    told = _told(story)
    try:
        links, conflicts = link_claims(told.claims), disputes(told.claims)
        drifts = [one for claim in told.claims for one in departures(claim)]
    except Exception as error:  # whatever a wording does to a comparison, people get to know in words
        raise LinkingFailed(
            f"The claims of this story could not be compared ({type(error).__name__}: {error}). "
            "They stay as they were. Report this as a bug."
        ) from error
    _keep_links(story, [_link_fields(one, told) for one in links])
    _keep_conflicts(story, [_conflict_fields(one, told) for one in conflicts])
    _keep_drifts(story, [_drift_fields(one, told) for one in drifts])
    return Related(
        links=Link.objects.filter(claim__story=story, rejected_at=None).count(),
        conflicts=Conflict.objects.filter(claim__story=story, rejected_at=None).count(),
        drifts=len(drifts),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A story as matching reads it, and the rows behind its keys."""

    claims: tuple[ReportedClaim, ...]
    claim_ids: Mapping[str, int]
    rows: Mapping[str, Attribution]


def _told(story: Story) -> _Told:
    rows = (
        Attribution.objects.filter(
            article__story=story, state=Attribution.State.CURRENT, claim__story=story, claim__retired_at=None
        )
        .select_related("claim__speaker", "speaker", "via")
        .order_by("pk")
    )
    articles = Article.objects.filter(story=story).defer("source", "runs").in_bulk()
    keys = {row.pk: f"{articles[row.article_id].text_hash}:{row.key}" for row in rows}
    named = [one for row in rows for one in (row.speaker, row.via, cast(Claim, row.claim).speaker) if one]
    speakers = speaker_records(named)
    members: dict[int, list[Attribution]] = defaultdict(list)
    for row in rows:
        members[cast(int, row.claim_id)].append(row)
    claims, claim_ids = [], {}
    for claim_id, own in members.items():
        own.sort(key=lambda row: keys[row.pk])
        wordings = tuple(_wording(row, keys[row.pk], articles[row.article_id], speakers) for row in own)
        claim = cast(Claim, own[0].claim)
        speaker, stance = speakers.get(claim.speaker_id or 0), cast(records.Stance, claim.stance)
        claims.append(ReportedClaim(wordings[0].key, speaker, stance, wordings))
        claim_ids[wordings[0].key] = claim_id
    return _Told(tuple(claims), claim_ids, {keys[row.pk]: row for row in rows})


def _wording(
    row: Attribution, key: str, article: Article, speakers: Mapping[int, records.Speaker]
) -> ReportedWording:
    keyed = Keyed(key, JOINT.join(piece["exact"] for piece in row.content), record_of(row))
    source = Source(article.text_hash, article.language, article.text, article.published)
    speaker, via = speakers.get(row.speaker_id or 0), speakers.get(row.via_id or 0)
    return wording_of(keyed, source, speaker=speaker, via=via)


def _reason(reason: Reason) -> Fields:
    return {
        "reason": reason.in_english,
        "reason_key": reason.key,
        "reason_words": dict(reason.words),
    }


def _link_fields(link: ClaimLink, told: _Told) -> Fields:
    source, target = told.claim_ids[link.source], told.claim_ids[link.target]
    if link.kind in Link.SYMMETRIC:
        source, target = sorted((source, target))
    return {
        "claim_id": source,
        "target_id": target,
        "kind": link.kind,
        "score": link.score,
        **_reason(link.reason),
    }


def _conflict_fields(dispute: Dispute, told: _Told) -> Fields:
    claim, other = told.claim_ids[dispute.claim], told.claim_ids.get(dispute.other)
    sides = [
        {
            "value": side.value,
            "label": side.label,
            "attributions": sorted(told.rows[key].pk for key in side.wordings),
        }
        for side in dispute.sides
    ]
    if other is not None and other < claim:
        claim, other, sides = other, claim, sides[::-1]
    return {
        "claim_id": claim,
        "other_id": other,
        "kind": dispute.kind,
        "sides": sides,
        "score": dispute.score,
        **_reason(dispute.reason),
    }


def _drift_fields(departure: Departure, told: _Told) -> Fields:
    row, reference = told.rows[departure.wording], told.rows[departure.reference]
    return {
        "attribution_id": row.pk,
        "reference_id": reference.pk,
        "kind": departure.kind,
        "pieces": evidence_at(row.content, departure.pieces),
        "reference_pieces": evidence_at(reference.content, departure.reference_pieces),
        **_reason(departure.reason),
    }


def evidence_at(content: Iterable[Fields], pieces: Spans) -> list[Fields]:
    """Stretches of a content, joined as one text, as pieces of its article; split where the content is."""
    found = []
    offset = 0
    for part in content:
        for start, end in pieces:
            first, last = max(start - offset, 0), min(end - offset, len(part["exact"]))
            if first < last:
                exact = part["exact"][first:last]
                found.append({"start": part["start"] + first, "end": part["start"] + last, "exact": exact})
        offset += len(part["exact"]) + len(JOINT)
    return found


Row = TypeVar("Row", Link, Conflict, Drift)


def _keep_links(story: Story, wanted: Sequence[Fields]) -> None:
    rows = Link.objects.filter(claim__story=story)
    _keep(Link, rows, wanted, lambda fields: (fields["claim_id"], fields["target_id"], fields["kind"]))


def _keep_conflicts(story: Story, wanted: Sequence[Fields]) -> None:
    rows = Conflict.objects.filter(claim__story=story)
    _keep(Conflict, rows, wanted, lambda fields: (fields["claim_id"], fields["other_id"], fields["kind"]))


def _keep_drifts(story: Story, wanted: Sequence[Fields]) -> None:
    rows = Drift.objects.filter(attribution__article__story=story)
    _keep(Drift, rows, wanted, lambda fields: (fields["attribution_id"], fields["kind"], fields["reason"]))


def _keep(
    model: type[Row],
    rows: Iterable[Row],
    wanted: Sequence[Fields],
    identity: Callable[[Mapping[str, Any]], Hashable],
) -> None:
    """Create, change and delete machine rows until they are the wanted ones; an editor's are left alone."""
    known: dict[Hashable, Row] = {}
    doubled: list[int] = []
    for row in rows:
        key = identity(vars(row))
        if key in known:
            doubled.append(row.pk)
        known.setdefault(key, row)
    by_identity = {identity(fields): fields for fields in wanted}
    manager: models.Manager[Row] = model._default_manager
    manager.bulk_create(
        [model(**fields) for key, fields in by_identity.items() if key not in known], batch_size=500
    )
    for key, row in known.items():
        if key in by_identity and not _is_settled(row):
            _alter(row, by_identity[key])
    gone: list[int] = [
        row.pk for key, row in known.items() if key not in by_identity and not _is_settled(row)
    ]
    manager.filter(pk__in=[*gone, *doubled]).delete()


def _is_settled(row: Link | Conflict | Drift) -> bool:
    """Whether an editor made, rejected or settled it."""
    if isinstance(row, Drift):
        return False
    if isinstance(row, Conflict) and row.settled_at is not None:
        return True
    return row.origin == Origin.EDITOR or row.rejected_at is not None


def _alter(row: Row, fields: Fields) -> None:
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, fields[name])
        row.save(update_fields=[name.removesuffix("_id") for name in changed])
