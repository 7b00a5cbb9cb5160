"""``manage.py ingest``: reports from files and folders into a story, each told of on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, ProgrammingError
from django.urls import reverse

from articles.addresses import is_address
from articles.errors import ArticleError
from articles.intake import Stored, take_in
from articles.models import Article, Story
from articles.reading import KINDS_NAMED, Found, Unread, read_reports
from articles.reports import Report, read_day, read_language, read_name, read_story
from claims.errors import ClaimsError
from claims.processing import process_article, process_story
from claims.services import suggest_stories


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one source: stored, updated, unchanged, skipped or failed."""

    outcome: str
    name: str
    note: str = ""

    def __str__(self) -> str:
        note = self.note if self.outcome in ("failed", "skipped") else f"({self.note})"
        return f"{self.outcome}: {self.name}{': ' if note == self.note else ' '}{note if self.note else ''}".rstrip()


class Command(BaseCommand):
    help = (
        f"Store reports, read what they say and join it with the rest of their story. A SOURCE is a file "
        f"({KINDS_NAMED}) or a folder of such files. What is given here wins over what a source says of itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sources", nargs="+", metavar="SOURCE")
        parser.add_argument(
            "--story",
            metavar="SLUG",
            help="the story they are about; made when it is new. A report that names none either is told which stories "
            "may be its own, and waits for an editor to choose",
        )
        parser.add_argument("--title", help="the title of a single report")
        parser.add_argument("--outlet", help="who published them")
        parser.add_argument("--published", metavar="YYYY-MM-DD", help="the day they were published")
        parser.add_argument("--lang", help="the language they are in, such as de, en or fr")

    def handle(self, *args: Any, **options: Any) -> None:
        sources: list[str] = options["sources"]
        if options.get("title") and not _is_one_report(sources):
            raise CommandError("--title fits one report: give one file, not a folder and no JSON lines.")
        try:
            failed = sum(map(self._tell, _ingest(sources, _given(options))))
        except ArticleError as error:
            raise CommandError(f"{error}.") from error
        except (OperationalError, ProgrammingError) as error:
            reason = str(error).strip().split("\n")[0]
            raise CommandError(
                f"The database refused ({reason}): run `python manage.py migrate`, and check that it has room."
            ) from error
        if failed:
            raise CommandError(f"{failed} could not be taken in; the lines that begin with “failed” say why.")

    def _tell(self, line: Line) -> bool:
        """Print one line, whatever the terminal can show, and say whether it tells of a failure."""
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        self.stdout.write(str(line).encode(encoding, "backslashreplace").decode(encoding))
        return line.outcome == "failed"


def _is_one_report(sources: Sequence[str]) -> bool:
    return len(sources) == 1 and not Path(sources[0]).is_dir() and not sources[0].lower().endswith(".jsonl")


def _given(options: dict[str, Any]) -> dict[str, Any]:
    """What the command line says of every report. Raises ``ArticleError``."""
    given = {
        "story": read_story(options.get("story") or ""),
        "title": read_name(options, "title"),
        "outlet": read_name(options, "outlet"),
        "published": read_day(options.get("published") or ""),
        "language": read_language(options.get("lang") or ""),
    }
    return {name: value for name, value in given.items() if value}


def _ingest(sources: Sequence[str], given: dict[str, Any]) -> Iterator[Line]:
    """Take in every source, then join each story that was touched, once."""
    stories: dict[int, Story] = {}
    for found in _found(sources):
        if isinstance(found, Unread):
            yield Line("skipped" if found.is_skipped else "failed", found.name, found.reason)
        else:
            yield _take_in(found, given, stories)
    for story in stories.values():
        try:
            process_story(story)
        except ClaimsError as error:
            yield Line("failed", f"story {story.slug}", str(error))


def _found(sources: Sequence[str]) -> Iterator[Found | Unread]:
    for source in sources:
        if is_address(source):
            yield Unread(source, "fetching addresses is not supported yet; save the page and give the file")
        else:
            yield from read_reports(Path(source))


def _take_in(found: Found, given: dict[str, Any], stories: dict[int, Story]) -> Line:
    """Store one report and read what it says; its story is added to those that were touched."""
    report = replace(found.report, **given)
    try:
        stored = take_in(report)
    except ArticleError as error:
        return Line("failed", found.name, str(error))
    article = stored.article
    try:
        processed = process_article(article)
    except ClaimsError as error:
        return Line("failed", found.name, f"{stored.outcome} as article {article.pk}, but {error}")
    finally:
        article.refresh_from_db(fields=["story"])  # an editor may have placed it while it was read
        if article.story:
            stories[article.story.pk] = article.story
    return Line(stored.outcome, found.name, _note(report, stored, is_read=processed.outcome != "unsupported"))


def _waiting(article: Article) -> str:
    """Which stories an article without one may belong to; an editor chooses."""
    found = [
        f"{one.story.slug} ({one.score:.2f}: {'; '.join(reason.in_english for reason in one.reasons)})"
        for one in suggest_stories(article=article)
    ]
    fitting = f"it may belong to {', or '.join(found)}" if found else "none fits"
    return f"article {article.pk} has no story; {fitting}; choose at {reverse('inbox')}"


def _note(report: Report, stored: Stored, *, is_read: bool) -> str:
    notes = [stored.note, "" if stored.article.story else _waiting(stored.article)]
    if report.replaced:
        notes.append(f"{report.replaced} damaged character{'s' * (report.replaced > 1)} became U+FFFD")
    if not is_read:
        language = stored.article.language
        notes.append(
            f"no claims: {f'language {language} is not read' if language else 'its language is unclear; give --lang'}"
        )
    return "; ".join(filter(None, notes))
