"""Read reports as JSON lines and write their attributions as JSON lines; no database is needed."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims import analysis
from claims.analysis import UNLINKED, LinkedStory, Names, OpenedReport, ReadReport
from claims.errors import ClaimsError
from claims.jsonlines import Line, id_of, read_lines, until_nobody_reads, write_line


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one line: a report that was read, or what is wrong with it."""

    line: Line
    read: ReadReport | None = None
    error: str = ""


class Command(BaseCommand):
    help = (
        "Reads reports as JSON lines (id, text; optional lang, published, outlet, story) on standard input and writes "
        "one JSON line for each, with its language and attributions. Reports of one story are linked."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--keep-complementizers",
            action="store_true",
            help="begin a content with the word before it that makes it one (that, whether, dass, ob, que, si): for "
            "corpora which count that word in, such as PARC and PolNeAR",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        keep = bool(options["keep_complementizers"])
        with until_nobody_reads():
            answers = _read_all(read_lines(sys.stdin.buffer))
            names, all_linked = _link_all(answers)
            for answer in answers:
                _write(answer, names.get(answer.line.number, UNLINKED), keep_complementizers=keep)
        if not all_linked or any(answer.error for answer in answers):
            sys.exit(1)


def _read_all(lines: Iterable[Line]) -> list[Answer]:
    """Read every line before any is answered: a report's claims depend on all reports of its story."""
    taken: set[str] = set()
    opened = [(line, _open(line, taken)) for line in lines]
    read = iter(analysis.read_reports([report for _, report in opened if isinstance(report, OpenedReport)]))
    answers = []
    for line, report in opened:
        outcome = next(read) if isinstance(report, OpenedReport) else report
        answers.append(
            Answer(line, read=outcome)
            if isinstance(outcome, ReadReport)
            else Answer(line, error=str(outcome))
        )
        _tell(answers[-1])
    return answers


def _open(line: Line, taken: set[str]) -> OpenedReport | str:
    """The report in a line, or what is wrong with it; `taken` are the names of those before, its own is added."""
    if line.error:
        return line.error
    try:
        report = analysis.report_from(line.fields)
    except ClaimsError as error:
        return str(error)
    name = report.id if report.id not in taken else f"{report.id} (line {line.number})"
    taken.add(name)
    return analysis.open_report(report, name=name)


def _tell(answer: Answer) -> None:
    """Say on standard error what a person should know of a line."""
    if answer.error:
        print(f"line {answer.line.number}: {answer.error}", file=sys.stderr)
    elif answer.read and not answer.read.is_supported:
        language = answer.read.language or "unknown"
        print(
            f"line {answer.line.number}: its language ({language}) is not read; no attributions",
            file=sys.stderr,
        )


def _link_all(answers: Sequence[Answer]) -> tuple[Mapping[int, Names], bool]:
    """The names in each line by its number, and whether all stories could be linked.

    A report without a story is linked by itself.
    """
    stories: dict[tuple[str, int], dict[int, ReadReport]] = defaultdict(dict)
    for answer in answers:
        if answer.read:
            story, number = answer.read.report.story, answer.line.number
            stories[story, 0 if story else number][number] = answer.read
    linked: dict[tuple[str, int], LinkedStory] = {}
    for place, reports in stories.items():
        try:
            linked[place] = analysis.link_reports(list(reports.values()))
        except Exception as error:  # the attributions are worth having without their claims
            lines = ", ".join(map(str, reports))
            print(f"lines {lines}: claims not joined ({type(error).__name__}: {error})", file=sys.stderr)
    names = dict(zip(linked, analysis.name_all(list(linked.values())), strict=True))
    return {number: names[place] for place in linked for number in stories[place]}, len(linked) == len(
        stories
    )


def _write(answer: Answer, names: Names, *, keep_complementizers: bool) -> None:
    if answer.read:
        line = analysis.answer(answer.read, names, keep_complementizers=keep_complementizers)
        write_line(sys.stdout.buffer, line)
    else:
        write_line(sys.stdout.buffer, id_of(answer.line.fields) | {"error": answer.error})
