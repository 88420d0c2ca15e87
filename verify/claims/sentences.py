"""Article → sentences with exact offsets, block by block (`blocks.py`).

Boundaries inside a block come from sentencex (Wikimedia's rule-based splitter,
about 240 languages); the tables here join what it parts wrongly in news prose:
titles, initials, "U.S.", "a.m.", and numbers of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import sentencex

from verify.claims.before_colons import label_end
from verify.claims.blocks import LOWER_START, Block, Span, blocks
from verify.claims.parting import asked_by, lettered, parted
from verify.claims.tables import is_row
from verify.claims.tokens import single_marks
from verify.types import Article, Part, Sentence

# Longer runs without a line break are cut here first, so that cost stays proportional to length.
LONGEST_BLOCK = 20_000
# Never the end of a sentence, whatever follows.
TITLE_END = re.compile(
    r"(?:^|[\s(\"“‘'\[])(?:Sens?|Reps?|Govs?|Gens?|Lt|Col|Maj|Brig|Adm|Capt|Cmdr|Cpl|Sgt|Pvt|Dr"
    r"|Drs|Mr|Mrs"
    r"|Ms|Mx|Prof|Hon|Rev|Fr|Amb|Pres|Supt|Insp|Det|St|Mt|Ft|Messrs|Mmes|Mlle|Mme|vs?|cf|al|viz"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e"
    r"|(?-i:[A-Z])|(?-i:[RDI]-[A-Z]))\.$"
)
# No end before a number: `No. 10`, `p. 12`; else a word like any other: `she said no.`
NUMBERING_END = re.compile(r"(?:^|[\s(\"“‘'\[])(?:Nos?|nos?|Art|Fig|pp?|ca?|approx)\.$")
# Letters with stops and no space between them are one word: `the Norland-U.S. accord`.
STOPPED_LETTER = re.compile(r"[A-Z]\.$")
NEXT_LETTER = re.compile(r"[A-Z]\.")
# `in Node.X and B`: a letter right behind a stop, with no space, is of the same name.
LONE_LETTER = re.compile(r"[B-HJ-Z](?![\w.])")
# `Mamma Mia! (2008) and …`: a year in brackets begins no sentence.
YEAR_BEHIND = re.compile(r"\((?:c\. ?)?\d{4}(?:[-–/]\d{2,4})?\)")
# May be the end: joined unless the next words can begin a sentence.
MAYBE_END = re.compile(
    r"(?:^|[\s(\"“‘'\[/:–-])(?:(?:[A-Z]\.){2,}|[ap]\.m\.|Inc\.|Ltd\.|Corp\.|Co\.|Jr\.|Sr\.|Bros\."
    r"|Ave\.|Blvd\."
    r"|Rd\.|Ph\.D\.|etc\.)$"
)
STARTER = re.compile(
    r"[\"“‘'(\[]*(?:The|A|An|This|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|Our"
    r"|My|In"
    r"|On|At|By|For|From|With|After|Before|As|But|And|Or|Yet|So|If|When|While|Since|Until|There"
    r"|Here"
    r"|However|Some|Many|Most|All|No|Not|One|Two|What|Who|Why|How|Where|Which|Under|During|Although"
    r"|Though|Despite|According|Meanwhile|Instead|Last|Both|Earlier|Later|Now|Then|Mr|Mrs|Ms)\b"
)
AFTER_HOUR = re.compile(
    r"[\"“(]?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|(?:Eastern|Pacific|Central)\b"
)
FILED = r"(?:\d{1,2}[ \t][A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?[ \t]\d{1,2})(?:,?[ \t]\d{4})?"
# `LISBON, Jan 14 (Wire) - `, `Lisbon, 14 January 2025 — `, `LISBON, 14 January 2025. `: where and
# when it was filed, no part of the first sentence.
DATELINE = re.compile(
    r"\s*(?=[^\n]{3,70}?[ \t][—–-]{1,2}[ \t])[A-Z][A-Z.'’ -]{2,30}(?:,[ \t][^—–\n]{2,40}?)?"
    r"(?:[ \t]\([^()\n]{2,30}\))?[ \t][—–-]{1,2}[ \t]+(?=\S)"
    r"|\s*[A-Z][A-Z'’ -]{2,30},[ \t](?:\d{1,2}[ \t][A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?[ \t]\d{1,2},)"
    r"[ \t]\d{4}\.[ \t]+(?=[A-Z“\"])"
    r"|\s*[A-Z][\w'’-]{1,20}(?:[ \t][A-Z][\w'’-]{1,20})?,[ \t][A-Z][a-z]{0,5}\.(?:[A-Z]\.)?"
    r"[ \t]—[ \t]+"
    rf"|\s*[A-Z][\w.'’-]{{1,20}}(?:[ \t][A-Z][\w.'’-]{{1,20}}){{0,3}},[ \t]{FILED}"
    r"(?:[ \t]\([^()\n]{2,30}\))?[ \t]?[—–:-]{1,2}[ \t]+(?=\S)"
    r"|\s*[A-Z]{3}[A-Z'’ -]{0,27}:[ \t]+(?=[A-Z“\"])"  # `NEW DELHI: `
    # `EASTHOLM, 3 March. `: without a year only where the place stands in capitals, or alone
    rf"|\s*[A-Z]{{2}}[A-Z.'’ -]{{1,28}},[ \t]{FILED}\.(?:[ \t]+(?=[A-Z“\"])|(?=\s*(?:\n|$)))"
    rf"|\s*[A-Z][\w.'’-]{{1,20}}(?:[ \t][A-Z][\w.'’-]{{1,20}}){{0,3}},[ \t]{FILED}\.?"
    r"(?=\s*(?:\n|$))"
)
# `Lisbon (Reuters) - Shares …`: a place and an agency, and no name with its short form.
WIRED = re.compile(
    r"\s*(?P<place>[A-Z][\w.'’-]{1,20}(?:[ \t][A-Z][\w.'’-]{1,20}){0,3})[ \t]"
    r"\((?P<by>[A-Z][\w.]{1,19}(?: [A-Z][\w.]{1,19})?)\)[ \t][—–-]{1,2}[ \t]+(?=[A-Z“\"])"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
# `May 15 (Northern Wire) - A bank …`, and once in an article `May 15 - A bank …`: the day alone.
DAY_FILED = re.compile(
    rf"^\s*(?:{_MONTH}[ \t]\d{{1,2}}|\d{{1,2}}[ \t]{_MONTH})(?:,?[ \t]\d{{4}})?"
    r"(?P<by>[ \t]\([^()\n]{2,30}\))?[ \t][—–-]{1,2}[ \t]+(?=[A-Z“\"])",
    re.MULTILINE,
)
LIST_NUMBER = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]$")
SURROGATE = re.compile("[\ud800-\udfff]")  # cannot be written as UTF-8
CUT = re.compile(r"[.!?。！？]\s|\s")


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The article's sentences in reading order; `article.text[s.start:s.end] == s.text`.

    Never raises, on any text in any language.
    """
    text = article.text
    found: list[Sentence] = []
    for block in blocks(article):
        for start, end in _split_block(text, block, article.language):
            found.append(Sentence(start, end, text[start:end], block.part))
    return tuple(found)


def sentences_of(text: str, language: str = "en") -> list[str]:
    """The sentences of a short text, such as a claim; the text itself where it is one."""
    spans = _trimmed(text, _join(text, _boundaries(text, 0, language)))
    return [text[start:end] for start, end in spans] or [text]


def _split_block(text: str, block: Block, language: str) -> Iterator[Span]:
    dateline = _dateline(text, block) if block.part is Part.BODY else None
    begin = dateline.end() if dateline else block.start
    if block.part is Part.BODY:
        begin = label_end(text, begin, block.end)
    for start, end in _pieces(text, begin, block.end):
        if block.part is Part.HEADLINE or is_row(text[start:end].strip()):
            yield from _trimmed(text, [(start, end)])
            continue
        yield from _trimmed(text, _join(text, _boundaries(text[start:end], start, language)))


def _dateline(text: str, block: Block) -> re.Match[str] | None:
    """Where and when it was filed, before a paragraph's first sentence."""
    wired = WIRED.match(text, block.start, block.end)
    if wired and not wired["by"].startswith("".join(w[0] for w in wired["place"].split())):
        return wired  # `Baltic Exchange (BE) - A`: its own short form
    day = DAY_FILED.match(text, block.start, block.end)
    if day and (day["by"] or len(DAY_FILED.findall(text)) == 1):  # several are a chronicle
        return day
    return DATELINE.match(text, block.start, block.end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A block in runs of bounded length, cut at a sentence's end, else at a space."""
    while end - start > LONGEST_BLOCK:
        window = text[start + LONGEST_BLOCK // 2 : start + LONGEST_BLOCK]
        gaps = [(m.end(), len(m.group())) for m in CUT.finditer(window)]
        stops = [end for end, length in gaps if length == 2] or [end for end, _ in gaps]
        cut = start + LONGEST_BLOCK // 2 + (stops[-1] if stops else LONGEST_BLOCK // 2)
        yield start, cut
        start = cut
    yield start, end


def _boundaries(text: str, offset: int, language: str) -> list[Span]:
    """sentencex's spans where they tile the text exactly; the whole text as one otherwise."""
    given = single_marks(SURROGATE.sub("\ufffd", text))
    found = sentencex.get_sentence_boundaries(language or "en", given)
    spans = [(b["start_index"], b["end_index"]) for b in found]
    edges = [0, *(end for _, end in spans)]
    exact = all(s == e for (s, _), e in zip(spans, edges, strict=False)) and edges[-1] == len(text)
    spans = spans if exact and spans else [(0, len(text))]
    parts = [part for span in spans for part in parted(text, span)]
    return [(start + offset, end + offset) for start, end in parts]


def _join(text: str, spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and _belongs_together(
            text[max(joined[-1][0], start - 40) : start], text[start : start + 40]
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _belongs_together(before: str, after: str) -> bool:
    """Whether a boundary parts what is one sentence."""
    if STOPPED_LETTER.search(before) and NEXT_LETTER.match(after):
        return True
    if before.endswith(".") and LONE_LETTER.match(after):
        return True
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or (TITLE_END.search(before) and not lettered(before, after)):
        return True
    if asked_by(before, after) or YEAR_BEHIND.match(after):
        return True
    if LIST_NUMBER.fullmatch(before) or (NUMBERING_END.search(before) and after[0].isdigit()):
        return True
    if MAYBE_END.search(before):
        hour = before.endswith(".m.")
        if hour:
            return bool(AFTER_HOUR.match(after) or LOWER_START.match(after))
        return not STARTER.match(after) and not after.startswith(("“", '"'))
    # "…," or an opening quotation carried on in lower case: `"Never!" he said.`
    return bool(LOWER_START.match(after)) and not after.startswith(("i.", "ii."))


def _unmarked(text: str, start: int, end: int) -> Span:
    """Without Markdown's emphasis marks at either end."""
    while start < end and text[start] in "*_" and text[start:end].count(text[start]) <= 4:
        start += 1
    while end > start and text[end - 1] in "*_":
        end -= 1
    return start, end


def _trimmed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for start, end in spans:
        start, end = _unmarked(text, start, end)
        while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b\x00"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b\x00"):
            end -= 1
        if any(c.isalnum() for c in text[start:end]):
            yield start, end
