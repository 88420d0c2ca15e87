"""Article → blocks: headline, standfirst, headings, bullets and paragraphs, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verify.claims.parting import SCORE
from verify.claims.tables import is_head_row, is_row, is_rule
from verify.claims.turns import label_ends
from verify.types import Article, Part

Span = tuple[int, int]

LONGEST_HEADING = 90  # characters
LEAST_ITEMS = 3  # lines: of two, the second may begin with a name by chance
WRAPPED_LINE = (45, 100)  # a hard-wrapped line is at least, and its block at most, this long

BULLET = re.compile(r"[ \t]*(?:[•‣▪●◦∙·*+–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))[ \t]+(?=\S)")
MARKDOWN = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>[ \t]*)")
TERMINAL = re.compile(r"[.!?…。！？؟۔।:;][\"”’'»)\]*_]*$")
SPOKEN = re.compile(r"[.!?…][\"”]")  # `“A.” — NAME`
# Not `iPhone`, `my6sense`: names that are written so.
LOWER_START = re.compile(r"[\"“‘'(\[]*(?![a-z]{1,3}[A-Z0-9])[a-zß-öø-ÿ]")
# A paragraph that ends so is torn: `gives them an` ¶ `effective way to …`.
TORN = re.compile(
    r"\b(?:an?|the|of|to|in|on|at|for|with|from|by|and|or|but|that|which|who|than|as|its|their|his"
    r"|her)[ \t\r\n]*$"
)


_NAME = r"(?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|de|van|von|bin|al|der|la|le|du|da|di)){1,4}"
_NAMES = rf"{_NAME}(?:(?:, | and | & ){_NAME})*"
_PRESS = (
    r"(?:(?:editor|correspondent|reporter|writer|journalist|columnist|critic|photographer|producer"
    r"|bureau chief)s?|staff)"
)
_PLACE = r" in [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, [A-Z][\w.'’ -]*)?"
# `By NAME in CITY`, `By NAME, political editor`, `NAME, health correspondent`: who wrote it.
BYLINE = re.compile(
    rf"(?:(?:[Ww]ords |[Rr]eport(?:ing)? |[Ss]tory )?(?:By|BY|by|From) {_NAMES}(?:{_PLACE})?"
    rf"(?:,? (?:[\w’'&-]+ ){{0,5}}{_PRESS})?"
    rf"|{_NAMES},? (?:[\w’'&-]+ ){{0,5}}{_PRESS}(?:{_PLACE})?)"
)
# `— NAME (@handle) November 18, 2019`, `A post shared by NAME (@handle) on Nov 18, 2019 at 5:01pm`:
# whose post stands in the lines before.
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
POSTED = re.compile(
    rf"(?:[—–-]{{1,2}}\s*|A (?:post|photo|video) shared by )?(?P<name>[^\n()@]{{0,60}}?)\s*"
    rf"\((?P<handle>@[\w.]{{1,30}})\)[ ,·|]*(?:on )?(?P<when>{_DAY})(?: at [\w: ]{{3,14}})?"
)
# When an entry of a running report was made.
HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that sentences do not cross."""

    start: int
    end: int
    part: Part
    bullet: bool = False


def blocks(article: Article) -> Iterator[Block]:
    """Headline, standfirst, headings, bullets and paragraphs, with their spans."""
    text = article.text
    headline = _headline(article)
    if headline:
        yield headline
    body = headline.end if headline else 0
    labels = label_ends(text)
    for number, lines in enumerate(_whole_paragraphs(text, body)):
        found = list(_blocks_of(text, lines, labels))
        if headline and number == 0 and _is_standfirst(text, headline, found[0], len(found)):
            found[0] = Block(found[0].start, found[0].end, Part.STANDFIRST)
        yield from found


def _headline(article: Article) -> Block | None:
    """The headline: the line that is the title, else the first, where it reads as one."""
    text = article.text
    match = re.compile(r"\S").search(text, _title_line(article))
    if not match:
        return None
    start = match.start()
    end = _line_end(text, start)
    mark = MARKDOWN.match(text, start, end)
    start = mark.end() if mark else start
    line = text[start:end].strip()
    block = Block(start, end, Part.HEADLINE)
    if article.title and line[:300].casefold() == article.title.strip()[:300].casefold():
        return block
    following = text[end : end + 300].lstrip("\r\n")
    runs_on = not text[end : end + 300].lstrip("\r \t").startswith(("\n\n", "\n\r\n"))
    if not following.strip() or len(line) > 200 or TERMINAL.search(line):
        return None
    if LOWER_START.match(line) or (runs_on and LOWER_START.match(following)) or ". " in line[20:]:
        return None
    return block


def _title_line(article: Article) -> int:
    """Where the line begins that is the title; 0 for none. A date may stand above it."""
    title, place = article.title.strip().casefold(), 0
    for line in article.text[:1_000].split("\n")[:5]:
        if title and line.strip().casefold() == title:
            return place
        place += len(line) + 1
    return 0


def _line_end(text: str, start: int) -> int:
    found = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]").search(text, start)
    return found.start() if found else len(text)


def _paragraphs(text: str, begin: int) -> Iterator[list[Span]]:
    """Lists of line spans from `begin` on, parted by blank lines."""
    lines: list[Span] = []
    place = begin
    for raw in text[place:].splitlines(keepends=True):
        if raw.strip("\ufeff\u200b\u200e\u200f \t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"):
            lines.append((place, place + len(raw)))
        elif lines:
            yield lines
            lines = []
        place += len(raw)
    if lines:
        yield lines


def _whole_paragraphs(text: str, begin: int) -> Iterator[list[Span]]:
    """As `_paragraphs`, but a sentence that a blank line tears is one."""
    held: list[Span] = []
    for lines in _paragraphs(text, begin):
        start, end = lines[0]
        if held and not (
            TORN.search(text[slice(*held[-1])]) and LOWER_START.match(text[start:end].lstrip())
        ):
            yield held
            held = []
        held = [*held, *lines]
    if held:
        yield held


def _listed(text: str, lines: list[Span]) -> bool:
    """Whether lines are items of a list: each begins with a capital, and none ends a sentence."""
    bare = [text[start:end].strip() for start, end in lines]
    return (
        len(lines) >= LEAST_ITEMS
        and all(line[0].isupper() or line[0].isdigit() for line in bare)
        and not any(
            TERMINAL.search(line) or TORN.search(line) or line.endswith((",", "-"))
            for line in bare[:-1]
        )
    )


def _blocks_of(text: str, lines: list[Span], labels: Mapping[int, int]) -> Iterator[Block]:
    """Join hard-wrapped lines; part bullets, headings and one-line paragraphs."""
    longest = max(end - start for start, end in lines)
    listed = _listed(text, lines)
    open_at: int | None = None
    for number, (start, end) in enumerate(lines):
        if open_at is None:
            open_at = start
        following = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        labelled = number + 1 < len(lines) and lines[number + 1][0] in labels
        apart = labelled or listed
        if following and not apart and _wraps(text[start:end].rstrip(), following, longest):
            continue
        begin = labels.get(open_at, open_at)
        yield _block(text, begin, end, alone=len(lines) == 1 and begin == open_at)
        open_at = None


def _wraps(line: str, following: str, longest: int) -> bool:
    """Whether a sentence may run on from one line into the next."""
    if BULLET.match(following) or MARKDOWN.match(following) or _of_the_paper(line.strip()):
        return False
    if is_row(line) or is_row(following.rstrip()):
        return False
    if POSTED.fullmatch(following.strip()):
        return False
    if LOWER_START.match(following.lstrip()):
        return True
    shortest, widest = WRAPPED_LINE
    return longest <= widest and len(line) >= shortest


def _block(text: str, start: int, end: int, *, alone: bool) -> Block:
    mark = MARKDOWN.match(text, start, end)
    bullet = BULLET.match(text, start, end)
    first = mark or bullet
    begin = first.end() if first else start
    line = text[begin:end].strip()
    heading = (
        bool(mark and "#" in mark.group())
        or _of_the_paper(line)
        or is_rule(line)
        or (is_row(line) and is_head_row(text, end - 1))
        or (
            not bullet
            and not is_row(line)
            and 0 < len(line) <= LONGEST_HEADING
            and not TERMINAL.search(line)
            and not SPOKEN.search(line)
            and not SCORE.fullmatch(line)
            and not LOWER_START.match(line)
            and "\n" not in line
            and len(line.split()) <= 14
            and (alone or line.istitle())
        )
    )
    return Block(begin, end, Part.HEADING if heading else Part.BODY, bullet=bool(bullet))


def _of_the_paper(line: str) -> bool:
    """Whether a line says who wrote what follows, or when: nothing that can be checked."""
    short = len(line) <= LONGEST_HEADING
    of_it = (BYLINE.fullmatch(line), HOUR.fullmatch(line), POSTED.fullmatch(line))
    return short and any(of_it)


def posted_by(line: str) -> tuple[str, str] | None:
    """The author and the day of the post that a line closes; None where it closes none."""
    found = POSTED.fullmatch(line.strip())
    if found is None:
        return None
    kept = "".join(c for c in found["name"] if c.isalnum() or c in " .'’&-")
    return " ".join(kept.split()) or found["handle"], found["when"]


def _is_standfirst(text: str, headline: Block, block: Block, lines: int) -> bool:
    """The block right under the headline: on the next line, or short and without full stop."""
    line = text[block.start : block.end].strip()
    rest = text[block.end :].strip()[:1]
    marked = "#" in text[headline.end : block.start]
    if block.bullet or marked or not rest or len(line) > 400 or _of_the_paper(line):
        return False
    if lines == 1 and text[headline.end : block.start].count("\n") == 1:
        return True
    return not TERMINAL.search(line) and len(line) <= 200 and lines == 1
