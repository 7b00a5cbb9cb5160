"""Which lines of a page are furniture: the rules; what they look for in each language stands in ``furniture``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.text import furniture
from articles.text.plain import plain

Span = tuple[int, int]
Verdict = Literal["text", "beside", "furniture"]  # beside: furniture only where it touches furniture


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


LINES = _any_of(furniture.LINES)
SENTENCES = _any_of(furniture.SENTENCES)
BESIDE = _any_of(furniture.BESIDE)
HINTS = [[re.compile(part) for part in parts] for parts in furniture.HINTS]
PLACEHOLDER = re.compile(furniture.PLACEHOLDER)
LABEL = re.compile(rf"(?:{furniture.LABELS}) ?:")
ANY_LABEL = re.compile(r"\w+(?:[ '-]\w+){0,2} ?:")
NUMBER = r"\(?\d[\d., ]*\)? ?(?:k|m|mio\.?|tsd\.?)?\+?"
COUNTER = re.compile(
    rf"(?:{NUMBER} ?(?:{furniture.COUNTED})[ .,|·•]*)+|(?:{furniture.COUNTED}) ?[:(]? ?{NUMBER}\)?|(?:{furniture.COUNTED_ALONE})"
)
ANY_COUNTER = re.compile(rf"{NUMBER} ?([^\W\d_]+(?: [^\W\d_]+)?)")
WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"”»“’)\]]*(?=\s)|$)", re.DOTALL)
SHARE_ACTIONS = frozenset(furniture.SHARE_ACTIONS.split("|"))
SHARE_WORDS = SHARE_ACTIONS.union(furniture.SHARE_OTHERS.split("|"), re.split(r"[ |]", furniture.NETWORKS))

# Lengths are in characters of a line. The longest prompt seen on real pages (an announcement of cookies)
# has about 350; the longest sentence a pattern allows is below 300, so more need not be looked at.
LONGEST_LINE = 400
LONGEST_NOTICE = 2000
LONGEST_BAR = 160
# A counter whose label no list knows is believed when the page repeats it on lines of their own: two such
# lines occur in tables of results, three with the same word were furniture in every case seen.
REPEATS_OF_A_COUNTER = 3
WORDS_OF_A_SENTENCE = 12  # a line of so many words is text even without a full stop
SENTENCE_END = re.compile(r"[.!?…][\"”»“’)\]\s]*\Z")


@dataclass(slots=True)
class Line:
    """One line that is not blank: where it stands without outer blanks, and what it was judged to be."""

    start: int
    end: int
    text: str
    verdict: Verdict = "text"


def furniture_spans(text: str) -> list[Span]:
    """The places of page furniture in a text, in order, without overlaps; blanks around them are not included."""
    spans = [match.span() for match in PLACEHOLDER.finditer(text)]
    lines = list(_lines(PLACEHOLDER.sub(lambda match: " " * len(match[0]), text)))
    for line in lines:
        line.verdict = _judge(line.text)
    _judge_repeated_counters(lines)
    _spread(lines)
    _judge_tail(lines)
    for line in lines:
        if line.verdict == "furniture":
            spans.append((line.start, line.end))
        else:
            spans.extend(_notices_at_the_ends(line))
    return _merged(spans)


def is_byline(line: str) -> bool:
    return re.fullmatch(furniture.BYLINE, plain(line)) is not None and len(WORD.findall(line)) <= 8


def _lines(text: str) -> Iterable[Line]:
    offset = 0
    for whole in text.splitlines(keepends=True):
        kept = whole.strip()
        if kept:
            start = offset + len(whole) - len(whole.lstrip())
            yield Line(start, start + len(kept), kept)
        offset += len(whole)


def _judge(line: str) -> Verdict:
    if len(line) > LONGEST_LINE:
        return "text"
    spelled = plain(line)
    if not spelled:
        return "text"
    if (
        LINES.fullmatch(spelled)
        or LABEL.fullmatch(spelled)
        or COUNTER.fullmatch(spelled)
        or _is_share_bar(spelled)
    ):
        return "furniture"
    return "beside" if BESIDE.fullmatch(spelled) else "text"


def _is_share_bar(spelled: str) -> bool:
    if len(spelled) > LONGEST_BAR:
        return False
    found = WORD.findall(spelled)
    return not SHARE_ACTIONS.isdisjoint(found) and SHARE_WORDS.issuperset(found)


def _judge_repeated_counters(lines: Sequence[Line]) -> None:
    labels = [_label_of_counter(line.text) for line in lines]
    often = {label for label, count in Counter(labels).items() if label and count >= REPEATS_OF_A_COUNTER}
    for line, label in zip(lines, labels, strict=True):
        if label in often:
            line.verdict = "furniture"


def _label_of_counter(line: str) -> str:
    if len(line) > 40:
        return ""
    found = ANY_COUNTER.fullmatch(plain(line))
    return found[1] if found else ""


def _spread(lines: Sequence[Line]) -> None:
    """Lines that are furniture beside furniture: down the page, then up; so a run of them goes from either end."""
    for before, line in zip(lines, lines[1:], strict=False):
        if before.verdict == "furniture" and _goes_with_furniture(line):
            line.verdict = "furniture"
    for after, line in zip(lines[:0:-1], lines[-2::-1], strict=False):
        if after.verdict == "furniture" and (_goes_with_furniture(line) or _is_bare_label(line)):
            line.verdict = "furniture"


def _goes_with_furniture(line: Line) -> bool:
    return line.verdict == "beside" or _is_long_notice(line.text)


def _is_bare_label(line: Line) -> bool:
    """A name and a colon: with furniture below, nothing follows it."""
    return len(line.text) <= 40 and ANY_LABEL.fullmatch(plain(line.text)) is not None


def _is_long_notice(line: str) -> bool:
    """Several sentences of which at least half speak like a notice: on translation, on the editors, to the reader."""
    if len(line) > LONGEST_NOTICE:
        return False
    sentences = [plain(line[start:end]) for start, end in _sentences(line)]
    return sum(map(_speaks_like_a_notice, sentences)) * 2 >= len(sentences)


def _speaks_like_a_notice(spelled: str) -> bool:
    if len(spelled) <= LONGEST_LINE and SENTENCES.fullmatch(spelled):
        return True
    return any(all(part.search(spelled) for part in parts) for parts in HINTS)


def _judge_tail(lines: Sequence[Line]) -> None:
    """Below the last sentence of the text, what follows the first furniture (labels, names, link titles) is furniture."""
    tail = len(lines)
    while tail and not _is_sentence(lines[tail - 1]):
        tail -= 1
    if not tail:
        return
    below = False
    for line in lines[tail:]:
        below = below or line.verdict == "furniture"
        if below:
            line.verdict = "furniture"


def _is_sentence(line: Line) -> bool:
    if line.verdict == "furniture":
        return False
    return SENTENCE_END.search(line.text[-8:]) is not None or line.text.count(" ") >= WORDS_OF_A_SENTENCE - 1


def _notices_at_the_ends(line: Line) -> list[Span]:
    """Notices glued to the first or the last sentence of a paragraph."""
    sentences = list(_sentences(line.text))
    first, last = 0, len(sentences)
    while first < last and _is_notice(line.text, sentences[first]):
        first += 1
    while last > first and _is_notice(line.text, sentences[last - 1]):
        last -= 1
    cut = [*sentences[:first], *sentences[last:]]
    return [(line.start + start, line.start + end) for start, end in cut]


def _is_notice(line: str, sentence: Span) -> bool:
    start, end = sentence
    return end - start <= LONGEST_LINE and SENTENCES.fullmatch(plain(line[start:end])) is not None


def _sentences(line: str) -> Iterable[Span]:
    return (match.span() for match in SENTENCE.finditer(line))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
