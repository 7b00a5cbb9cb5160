"""An attribution as the extractor's record and as a row of the database, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from claims.extraction import records
from claims.extraction.when import Precision
from claims.models import Attribution

Fields = dict[str, Any]


def fields_of(text: str, attribution: records.Attribution) -> Fields:
    """The fields of a row but for its article, run and key; `text` is what the spans count in."""
    return {
        "content": _pieces(text, attribution.content),
        "cue": _pieces(text, attribution.cue),
        "source": _pieces(text, attribution.source),
        "hedges": _pieces(text, attribution.hedges),
        "type": attribution.type,
        "stance": attribution.stance,
        "rule": attribution.rule,
        "confidence": attribution.confidence,
        "said_on": attribution.said_on,
        "said_on_precision": attribution.said_on_precision or "",
        "to": attribution.to,
        "medium": attribution.medium,
        "based_on": attribution.based_on,
        "nested": attribution.nested,
        "continuation": attribution.continuation,
        "state": Attribution.State.CURRENT,
        **_named("speaker", attribution.speaker),
        **_named("via", attribution.via),
    }


def _pieces(text: str, spans: records.Spans) -> list[Fields]:
    return [{"start": start, "end": end, "exact": text[start:end]} for start, end in spans]


def _named(role: str, speaker: records.Speaker | None) -> Fields:
    slug, name, kind = (speaker.slug, speaker.name, speaker.kind) if speaker else ("", "", "")
    return {f"{role}_slug": slug, f"{role}_name": name, f"{role}_kind": kind}


def record_of(row: Attribution) -> records.Attribution:
    """The record that a row was made from, so that linking reads the same with a database and without."""
    return records.Attribution(
        content=spans_of(row.content),
        cue=spans_of(row.cue),
        source=spans_of(row.source),
        hedges=spans_of(row.hedges),
        type=cast(records.Type, row.type),
        stance=cast(records.Stance, row.stance),
        rule=row.rule,
        confidence=row.confidence,
        speaker=_speaker(row.speaker_slug, row.speaker_name, row.speaker_kind),
        said_on=row.said_on,
        said_on_precision=cast(Precision, row.said_on_precision) if row.said_on_precision else None,
        to=row.to,
        medium=row.medium,
        via=_speaker(row.via_slug, row.via_name, row.via_kind),
        based_on=row.based_on,
        nested=row.nested,
        continuation=row.continuation,
    )


def spans_of(pieces: Iterable[Fields]) -> records.Spans:
    return tuple((piece["start"], piece["end"]) for piece in pieces)


def _speaker(slug: str, name: str, kind: str) -> records.Speaker | None:
    return records.Speaker(slug=slug, name=name, kind=cast(records.Kind, kind)) if slug else None
