"""Read pairs of wordings as JSON lines and write how they relate as JSON lines; no database is needed."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from articles.text import language_code
from claims.errors import ClaimsError
from claims.extraction.lexicon import LANGUAGES
from claims.jsonlines import (
    BadLine,
    Fields,
    Line,
    id_of,
    object_field,
    read_lines,
    scalar_values,
    text_field,
    until_nobody_reads,
    write_line,
)
from claims.matching.compare import Wording, compare


class Command(BaseCommand):
    help = (
        'Reads pairs as JSON lines {"id", "a": {"lang", "text"}, "b": {"lang", "text"}} on standard input and writes '
        '{"id", "relation": "same", "contradicts" or "different", "score": 0 to 1} for each.'
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        failed = False
        with until_nobody_reads():
            for line in read_lines(sys.stdin.buffer):
                answer = _answer(line)
                write_line(sys.stdout.buffer, answer)
                failed |= "error" in answer
        if failed:
            sys.exit(1)


def _answer(line: Line) -> Fields:
    try:
        return _compared(line)
    except ClaimsError as error:
        print(f"line {line.number}: {error}", file=sys.stderr)
        return id_of(line.fields) | {"error": str(error)}


def _compared(line: Line) -> Fields:
    if line.error:
        raise BadLine(line.error)
    name = text_field(line.fields, "id", required=True)
    a, b = _wording(line.fields, "a"), _wording(line.fields, "b")
    try:
        comparison = compare(a, b)
    except Exception as error:  # whatever a text does to a rule must not stop the other lines
        raise BadLine(f"these wordings could not be compared ({type(error).__name__}: {error})") from error
    return {"id": name, "relation": comparison.relation, "score": comparison.score}


def _wording(fields: Fields, side: str) -> Wording:
    wording = object_field(fields, side)
    try:
        language = language_code(text_field(wording, "lang", required=True))
        text = text_field(wording, "text", required=True)
    except BadLine as error:
        raise BadLine(f"in '{side}', {error}") from error
    if language not in LANGUAGES:
        raise BadLine(
            f"in '{side}', 'lang' is {wording['lang']!r}; it has to be one of {', '.join(LANGUAGES)}"
        )
    return Wording(language=language, text=scalar_values(text))
