"""Reports in, their attributions out, with no database: what `manage.py analyze` does. Django-free.

The same steps as `claims.processing`: clean, find the language, extract, link each story. Spans are handed out in
code points of the text as it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from articles.text import Cleaned, clean, detect_language, language_code, to_source
from claims.complementizers import with_complementizer
from claims.errors import ExtractionFailed
from claims.extraction import pipeline
from claims.extraction.lexicon import LANGUAGES
from claims.extraction.pipeline import Text
from claims.extraction.records import Attribution, Spans, Speaker
from claims.jsonlines import BadLine, Fields, scalar_values, text_field
from claims.matching import linking
from claims.matching.linking import Group, Saying
from claims.matching.reported import ReportedClaim
from claims.naming import claim_slugs
from claims.sayings import Keyed, canonical_speakers, sayings_of, words_at
from claims.wordings import Source, conflict_notes, drift_notes, wording_of


@dataclass(frozen=True, slots=True)
class Report:
    id: str
    text: str
    story: str = ""
    language: str = ""  # as declared
    published: date | None = None


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A report ready to be read; `language` is what it is written in, supported or not."""

    report: Report
    name: str
    language: str
    cleaned: Cleaned


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report that was read; `runs` lead from the clean text, which the spans of `keyed` count in, to the given one."""

    report: Report
    source: Source
    runs: Spans
    keyed: tuple[Keyed, ...]
    sayings: tuple[Saying, ...]

    @property
    def language(self) -> str:
        return self.source.language

    @property
    def is_supported(self) -> bool:
        return self.language in LANGUAGES


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """The groups of some reports' sayings. `canonical`: who an article's own slug of a speaker is across them.

    `conflicts` and `drifts` are notes on sayings, by their keys.
    """

    sayings: Mapping[str, Saying]
    groups: tuple[Group, ...]
    canonical: Mapping[str, Speaker]
    conflicts: Mapping[str, str]
    drifts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """The slugs that linking gave: of each saying's claim and speaker, and of whoever an article calls by a slug.

    `conflicts` and `drifts` are the notes of its story.
    """

    claims: Mapping[str, str]
    speakers: Mapping[str, str]
    canonical: Mapping[str, Speaker]
    conflicts: Mapping[str, str]
    drifts: Mapping[str, str]


UNLINKED = Names({}, {}, {}, {}, {})


def report_from(fields: Fields) -> Report:
    """Check one line's fields. Raises BadLine."""
    declared = text_field(fields, "lang")
    if declared and not language_code(declared):
        raise BadLine(f"'lang' is {declared!r}; it has to be a language code such as fr, de or en")
    text_field(fields, "outlet")
    return Report(
        id=text_field(fields, "id", required=True),
        text=scalar_values(text_field(fields, "text", required=True)),
        story=text_field(fields, "story"),
        language=declared,
        published=_day(text_field(fields, "published")),
    )


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError as error:
        raise BadLine(f"'published' is {text!r}; it has to be a day such as 2025-11-15") from error


def open_report(report: Report, *, name: str) -> OpenedReport:
    """Clean one report and find its language; `name` is unlike that of any other."""
    cleaned = clean(report.text)
    language = detect_language(cleaned.text, declared=report.language).language
    return OpenedReport(report, name, language, cleaned)


def read_reports(opened: Sequence[OpenedReport]) -> list[ReadReport | ExtractionFailed]:
    """What each report says, or why it could not be read; those of one language are read together."""
    found: dict[int, Sequence[Attribution] | ExtractionFailed] = {}
    for language in LANGUAGES:
        numbers = [number for number, report in enumerate(opened) if report.language == language]
        texts = [Text(opened[number].cleaned.text, opened[number].report.published) for number in numbers]
        found.update(zip(numbers, _extract(texts, language), strict=True))
    return [_read(report, found.get(number, ())) for number, report in enumerate(opened)]


def _extract(texts: Sequence[Text], language: str) -> Sequence[Sequence[Attribution] | ExtractionFailed]:
    try:
        return list(pipeline.extract_each(texts, language=language))
    except Exception as error:  # whatever a text does to a rule must not stop the other reports
        if len(texts) > 1:
            return [outcome for text in texts for outcome in _extract([text], language)]
        return [ExtractionFailed(f"it could not be read ({type(error).__name__}: {error})")]


def _read(
    opened: OpenedReport, found: Sequence[Attribution] | ExtractionFailed
) -> ReadReport | ExtractionFailed:
    if isinstance(found, ExtractionFailed):
        return found
    text = opened.cleaned.text
    keyed = tuple(
        Keyed(f"{opened.name}:{number:04}", words_at(text, one.content), one)
        for number, one in enumerate(sorted(found, key=lambda one: (one.content, one.cue)))
    )
    sayings = sayings_of(
        keyed, article=opened.name, language=opened.language, published=opened.report.published
    )
    source = Source(opened.name, opened.language, text, opened.report.published)
    return ReadReport(opened.report, source, opened.cleaned.runs, keyed, sayings)


def link_reports(reports: Sequence[ReadReport]) -> LinkedStory:
    """Join what the reports of one story say, in whatever order they stand."""
    sayings = {saying.key: saying for report in reports for saying in report.sayings}
    groups = linking.link(list(sayings.values()))
    own = {key: saying.speaker.slug for key, saying in sayings.items() if saying.speaker}
    canonical = canonical_speakers(groups, own)
    claims = (
        _claims(reports, groups, canonical) if len(reports) > 1 else []
    )  # one report disagrees with nobody
    return LinkedStory(sayings, groups, canonical, conflict_notes(claims), drift_notes(claims))


def _claims(
    reports: Iterable[ReadReport], groups: Iterable[Group], canonical: Mapping[str, Speaker]
) -> list[ReportedClaim]:
    """The groups as the reports tell them."""
    found = {keyed.key: (keyed, read.source) for read in reports for keyed in read.keyed}
    return [
        ReportedClaim(
            key=group.sayings[0],
            speaker=group.speaker,
            stance=found[group.sayings[0]][0].attribution.stance,
            wordings=tuple(
                wording_of(*found[key], speaker=own, via=_via(found[key][0], canonical))
                for key, own in group.credited()
            ),
        )
        for group in groups
    ]


def _via(keyed: Keyed, canonical: Mapping[str, Speaker]) -> Speaker | None:
    via = keyed.attribution.via
    return canonical.get(via.slug, via) if via else None


def name_all(stories: Sequence[LinkedStory]) -> list[Names]:
    """The names in each story; claims of different stories never share one."""
    claims = [(story, group) for story in stories for group in story.groups]
    slugs = claim_slugs(
        [(_slug(group), [story.sayings[key] for key in group.sayings]) for story, group in claims]
    )
    claim_of = {key: slug for (_, group), slug in zip(claims, slugs, strict=True) for key in group.sayings}
    return [
        Names(
            claims={key: claim_of[key] for key in story.sayings},
            speakers={
                key: speaker.slug if speaker else ""
                for group in story.groups
                for key, speaker in group.credited()
            },
            canonical=story.canonical,
            conflicts=story.conflicts,
            drifts=story.drifts,
        )
        for story in stories
    ]


def _slug(group: Group) -> str:
    return group.speaker.slug if group.speaker else ""


def answer(read: ReadReport, names: Names, *, keep_complementizers: bool = False) -> Fields:
    """One report's line, in the schema of the annotation guide; fields that say nothing are left out.

    `keep_complementizers` departs from the guide: contents begin with the *that* or *dass* before them.
    """
    attributions = []
    for keyed in read.keyed:
        content = keyed.attribution.content
        if keep_complementizers:
            content = with_complementizer(read.source.text, content, read.language)
        attributions.append(_attribution(keyed, content, read.runs, names))
    return {"id": read.report.id, "lang": read.language, "attributions": attributions}


def _attribution(keyed: Keyed, content: Spans, runs: Spans, names: Names) -> Fields:
    one = keyed.attribution
    always = {
        "content": _given(runs, content),
        "cue": _given(runs, one.cue),
        "source": _given(runs, one.source),
        "type": one.type,
        "stance": one.stance,
        "rule": one.rule,
        "confidence": one.confidence,
    }
    sometimes = {
        "speaker": names.speakers.get(keyed.key, one.speaker.slug if one.speaker else ""),
        "claim": names.claims.get(keyed.key, ""),
        "said_on": one.said_on.isoformat() if one.said_on else "",
        "said_on_precision": one.said_on_precision,
        "to": one.to,
        "medium": one.medium,
        "via": via.slug if (via := _via(keyed, names.canonical)) else "",
        "based_on": one.based_on,
        "hedges": _given(runs, one.hedges),
        "nested": one.nested,
        "continuation": one.continuation,
        "conflict": names.conflicts.get(keyed.key, ""),
        "drift": names.drifts.get(keyed.key, ""),
    }
    return always | {name: value for name, value in sometimes.items() if value}


def _given(runs: Spans, spans: Spans) -> list[list[int]]:
    """Spans of the clean text as pieces of the text as given."""
    return [list(piece) for start, end in spans for piece in to_source(runs, start, end)]
