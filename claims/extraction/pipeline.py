"""Text in, attributions out: the table of contents of extraction.

quotations -> sentences -> units -> rules in each sentence -> sayings carried on -> stance, speaker, day
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.extraction.appositions import before_relative
from claims.extraction.confidence import confidence_of
from claims.extraction.dates import find_day
from claims.extraction.found import Found
from claims.extraction.hedges import TELLING, find_hedges
from claims.extraction.lexicon import LANGUAGES, Language, load_language
from claims.extraction.names import trust_names
from claims.extraction.periods import find_period
from claims.extraction.quotations import Quotation, find_quotations
from claims.extraction.quoting import find_type, join, last_quoting, resumed_half
from claims.extraction.reading import Outline, Sentence, Unit, read
from claims.extraction.records import Attribution, Spans
from claims.extraction.relays import find_based_on, find_later_basis, find_medium, find_recipient
from claims.extraction.sentences import first_copies, in_pieces, split_sentences
from claims.extraction.speakers import Speakers
from claims.extraction.stance import find_stance
from claims.extraction.tellers import own_subject
from claims.extraction.thread import Thread
from claims.extraction.turns import goes_on, lengthen, told_inside, turn_before
from claims.extraction.version import fingerprint
from claims.extraction.when import When

VERSION = f"1.{fingerprint()}"
# Rules whose findings repeat words of another attribution. An analysis has them, for whoever looks for verbatim
# words; what is recorded leaves them out, or a claim would stand twice.
REPEATING_RULES = frozenset({"verbatim"})
TOGETHER = 10_000  # characters; enough sentences to fill the batches of the encoder
# How far back, in characters, a day is looked for that *the same day* refers to: some ten sentences.
DAYS_BEFORE = 1500


class UnsupportedLanguage(ValueError):
    """The language is none of de, en, fr."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be read; ``published`` is the day that *on Friday* counts back from."""

    text: str
    published: date | None = None


def extract(text: str, *, language: str, published: date | None = None) -> tuple[Attribution, ...]:
    """Attributions of a text in the order of their contents; spans are code points of ``text``.

    Raises UnsupportedLanguage; never anything for a text, whatever it holds.
    """
    [found] = extract_each([Text(text, published)], language=language)
    return found


def extract_each(texts: Iterable[Text], *, language: str) -> Iterator[tuple[Attribution, ...]]:
    """As ``extract`` for many texts of one language; short ones are read about half as fast again as one by one."""
    if language not in LANGUAGES:
        raise UnsupportedLanguage(f"{language!r} is not supported; use one of {', '.join(LANGUAGES)}")
    data = load_language(language)
    for group in _together(texts):
        outlines = [_outline(one.text, data) for one in group]
        for one, outline, sentences in zip(group, outlines, read(outlines, data), strict=True):
            trust_names(sentences, data)
            yield tuple(_complete(one.text, sentences, outline.quotations, data, one.published))


def _together(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Groups of texts that are tagged in one go."""
    group: list[Text] = []
    for text in texts:
        group.append(text)
        if sum(len(one.text) for one in group) >= TOGETHER:
            yield group
            group = []
    if group:
        yield group


def _outline(text: str, language: Language) -> Outline:
    quotations = find_quotations(text)
    sentences = split_sentences(text, quotations, language.tellers)
    return Outline(text, quotations, in_pieces(text, first_copies(text, sentences), quotations))


def _complete(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    language: Language,
    published: date | None,
) -> list[Attribution]:
    speakers = Speakers(language)
    for sentence in sentences:
        speakers.note_sentence(sentence)
    thread = Thread(text, language)
    attributions: list[Attribution] = []
    made_for: dict[Found, Attribution] = {}
    last: Attribution | None = None
    for sentence in sentences:
        at = last_quoting(attributions, thread.previous, language)
        half = resumed_half(sentence, thread.previous, attributions[at]) if at is not None else None
        turn = turn_before(attributions, sentence, thread.previous)
        found, taken = thread.follow(sentence, is_half=(half or turn) is not None)
        if turn is not None and goes_on(found):
            attributions[turn] = lengthen(attributions[turn], sentence, text, language)
            found = told_inside(found, text, language)
        elif half and at is not None and not found:
            attributions[at] = join(attributions[at], half, text, quotations, language)
        if taken:
            attributions.remove(made_for[taken])
        is_open = not any(_leads(one, sentence, text, language) for one in found)
        if last and is_open and (basis := find_later_basis(sentence, text, last, language)):
            place = attributions.index(last)
            last = attributions[place] = replace(last, based_on=basis)
        for one in found:
            made = made_for[one] = _attribution(
                one, sentence, text, speakers, quotations, language, published, last
            )
            attributions.append(made)
            if one is thread.last:
                last = made
    return sorted(attributions, key=lambda made: made.content[0])


def _attribution(
    found: Found,
    sentence: Sentence,
    text: str,
    speakers: Speakers,
    quotations: Sequence[Quotation],
    language: Language,
    published: date | None,
    last: Attribution | None,
) -> Attribution:
    if found.inherits and last is not None and found.source:
        speaker = last.speaker
    else:
        entity = (
            speakers.resolve(_under(sentence, found.source, language), found.source[0][0])
            if found.source
            else None
        )
        speaker = entity.speaker if entity else None
    relay = speakers.resolve(_under(sentence, found.via, language), found.via[0][0]) if found.via else None
    type_, stance = find_type(text, found.content, quotations), find_stance(found, text, language)
    made = Attribution(
        content=found.content,
        cue=found.cue,
        source=found.source,
        type=type_,
        stance=stance,
        rule=found.rule,
        confidence=confidence_of(found.rule, language.code),
        speaker=speaker,
        via=relay.speaker if relay else None,
        nested=found.nested,
        continuation=found.continuation,
        hedges=find_hedges(found, text, sentence, language.code, is_quoted=type_ == "direct")
        if stance in TELLING
        else (),
    )
    if found.inherits or found.nested:  # when and to whom is said of the outer saying
        return made
    outside = _outside(text, sentence, found)
    time = _time(found, sentence, text, outside, language.code, published)
    return replace(
        made,
        said_on=time.first if time else None,
        said_on_precision=time.precision if time else None,
        to=find_recipient(outside, language),
        medium=find_medium(outside, language),
        based_on=find_based_on(outside, language) if _leads(found, sentence, text, language) else "",
    )


def _time(
    found: Found, sentence: Sentence, text: str, outside: str, code: str, published: date | None
) -> When | None:
    """The day of saying, else the week, month or year, as far as the sentence's words outside the content tell it."""
    before = text[max(0, sentence.start - DAYS_BEFORE) : sentence.start]
    day = find_day(outside, language=code, published=published, before=before)
    if day:
        return When(day)
    return find_period(
        text,
        (sentence.start, sentence.end),
        content=found.content,
        cue=found.cue,
        language=code,
        published=published,
    )


def _leads(found: Found, sentence: Sentence, text: str, language: Language) -> bool:
    """Whether the basis that the sentence names may be this source's: not where it stands before the source's clause."""
    if language.code != "fr" or not found.source:
        return True
    words = text[sentence.start : sentence.end].replace("’", "'")
    basis = find_based_on(words, language)
    return not basis or found.source[0][0] - sentence.start < words.find(basis)


def _under(sentence: Sentence, spans: Spans, language: Language) -> list:  # type: ignore[type-arg]
    """Units of the sentence under the spans; those of a quotation when the teller stands inside its marks."""
    words = [word for unit in sentence.units for word in (unit.inner or [unit])]
    under = [unit for unit in sentence.units if any(_stands_in(unit, start, end) for start, end in spans)]
    if language.code == "en":
        under = before_relative(under, language)
    if any(unit.lower.startswith("eigene") for unit in under) and (
        own := own_subject(sentence.units, language)
    ):
        return own  # nach eigenen Angaben
    return under or [unit for unit in words if any(_stands_in(unit, start, end) for start, end in spans)]


def _stands_in(unit: Unit, start: int, end: int) -> bool:
    """Whether the unit begins inside a span, or is a word that the span begins inside (*-t-il*)."""
    return start <= unit.start < end or unit.kind == "word" and unit.start < start < unit.end


def _outside(text: str, sentence: Sentence, found: Found) -> str:
    """The sentence without the contents: where the words stand that tell when, where and to whom."""
    pieces, at = [], sentence.start
    for start, end in sorted(found.content):
        if start >= sentence.start:
            pieces.append(text[at:start])
            at = max(at, end)
    pieces.append(text[at : sentence.end])
    return " ".join(pieces)
