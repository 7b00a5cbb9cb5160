"""The words of many wordings, read as plain rows: to make models of twenty thousand takes longer than all else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, cast

from django.db.models import F, Func, Q, TextField

from articles.models import Article
from claims.extraction.when import Precision
from claims.models import Attribution
from claims.timeline.lines import GAP, outlet_of, words_of
from claims.timeline.values import Evidence

# As `exact_words` joins them, but in the database: what comes is one text instead of a list to be parsed.
_EXACT = Func(
    F("content"),
    template=f"(SELECT string_agg(piece ->> 'exact', '{GAP}' ORDER BY place)"
    " FROM jsonb_array_elements(%(expressions)s) WITH ORDINALITY AS pieces(piece, place))",
    output_field=TextField(),
)
_HEDGES = Func(F("hedges"), template="NULLIF(CAST(%(expressions)s AS text), '[]')", output_field=TextField())


class Told(NamedTuple):
    """What a wording's article tells of it."""

    title: str
    outlet: str
    language: str
    published: date | None


def told_by(article: Article) -> Told:
    return Told(article.title, outlet_of(article), article.language, article.published)


class Row(NamedTuple):
    """One attribution; ``hedges`` is JSON, None for none."""

    article_id: int
    pk: int
    claim_id: int
    exact: str | None
    hedges: str | None
    type: str
    stance: str
    state: str
    said_on: date | None
    precision: str | None
    nested: bool
    continuation: bool
    is_headline: bool


def brief_rows(which: Q) -> dict[int, list[Row]]:
    """The attributions of claims, by claim; in the order of articles, as a model would give them."""
    found = Attribution.objects.filter(which, claim__isnull=False).order_by("article_id", "pk")
    rows: dict[int, list[Row]] = defaultdict(list)
    for values in found.values_list(
        "article_id",
        "pk",
        "claim_id",
        _EXACT,
        _HEDGES,
        "type",
        "stance",
        "state",
        "said_on",
        "said_on_precision",
        "nested",
        "continuation",
        "is_headline",
    ):
        row = Row._make(values)
        rows[row.claim_id].append(row)
    return rows


def brief_evidence(row: Row, articles: Mapping[int, Told]) -> Evidence:
    """The words alone: no surroundings, no places."""
    told = articles[row.article_id]
    return Evidence(
        attribution_id=row.pk,
        article_id=row.article_id,
        article_title=told.title,
        outlet=told.outlet,
        language=told.language,
        published=told.published,
        type=row.type,
        stance=row.stance,
        state=row.state,
        content=row.exact or "",
        source="",
        cue="",
        before="",
        after="",
        fragments=(),
        said_on=row.said_on,
        said_on_precision=cast(Precision, row.precision) if row.said_on else None,
        is_headline=row.is_headline,
        nested=row.nested,
        continuation=row.continuation,
        hedges=words_of(json.loads(row.hedges)) if row.hedges else (),
    )
