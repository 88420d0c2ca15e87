"""Words of somebody that run over several sentences: quotations whose marks stand in different
sentences or paragraphs, quotations alone, and posts with their author in the next line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verify.claims.blocks import posted_by
from verify.claims.tokens import single_marks
from verify.types import Part, Sentence

OPENING, CLOSING = "“«", "”»"
MARK = re.compile(f'[{OPENING}{CLOSING}"]')
LINK = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+))+\s*$")
LONGEST_POST = 450  # characters; what is longer before an author's line may be the article's own
SHARED = re.compile(r"\s*A (?:post|photo|video) shared by")  # under a caption, or under none
CAPTION = re.compile(r"[#@]\w")
RETOLD = re.compile(r"\b(?:tweeted|posted|captioned|wrote on)\b")  # by the article
BLANK = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences `first` to `last` are somebody's words, or begin and end with them."""

    first: int
    last: int
    closed: bool = True  # its closing mark was found
    author: str = ""  # of a post
    when: str = ""


@dataclass
class Spoken:
    """The runs of an article, and the sentences of which every word lies in one."""

    runs: list[Run] = field(default_factory=list)
    whole: dict[int, str] = field(default_factory=dict)  # sentence → its words, in marks
    doubtful: set[int] = field(default_factory=set)  # after a mark that nothing closes


def spoken(text: str, sentences: Sequence[Sentence]) -> Spoken:
    """Which sentences are somebody's words, as far as marks and authors' lines tell."""
    found = _Scan(text, sentences).read()
    posts = list(_posts(text, sentences))
    posted = {n for run in posts for n in range(run.first, run.last + 1)}
    own = [r for r in found.runs if not posted & {r.first, r.last}]
    found.runs = sorted([*own, *posts], key=lambda r: r.first)
    found.doubtful -= posted
    for n in posted:
        found.whole[n] = _in_marks(LINK.sub("", sentences[n].text), "“”")
    return found


def new_paragraph(text: str, sentences: Sequence[Sentence], n: int) -> bool:
    """Whether a line ends before sentence `n`."""
    return n == 0 or "\n" in text[sentences[n - 1].end : sentences[n].start]


class _Scan:
    """One walk over the marks of an article, sentence by sentence."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text, self.sentences = single_marks(text), sentences
        self.found = Spoken()
        self.opened = -1  # the sentence in which the open quotation begins; −1 where none is open
        self.phrase = False  # it begins with a small letter within a sentence

    def read(self) -> Spoken:
        for n, sentence in enumerate(self.sentences):
            if sentence.part is not Part.BODY:
                self._lost(n)
            else:
                self._sentence(n, sentence)
        self._lost(len(self.sentences))
        return self.found

    def _sentence(self, n: int, sentence: Sentence) -> None:
        marks = list(marks_of(self.text, sentence.start, sentence.end, inside=self.opened >= 0))
        began = self.opened >= 0
        if began and marks and marks[0][1]:
            # `“A. B.` ¶ `“C.”`: each paragraph of one quotation opens with a mark
            again = marks[0][0] == sentence.start and new_paragraph(self.text, self.sentences, n)
            if not again:
                self._lost(n)
            marks = marks[1:] if again else marks
        elif began and not marks and not self._closes_later(n):
            self._lost(n)
        began = self.opened >= 0
        outside = self._walk(n, sentence, marks)
        if not outside:
            self.found.whole[n] = _in_marks(sentence.text, '""' if '"' in sentence.text else "“”")
            if not began and self.opened < 0:
                self.found.runs.append(Run(n, n))

    def _walk(self, n: int, sentence: Sentence, marks: list[tuple[int, bool]]) -> bool:
        """Whether a sentence has words outside the marks; opens and closes runs on the way."""
        outside, at = False, sentence.start
        for place, opens in (*marks, (sentence.end, False)):
            if self.opened < 0 and _words(self.text[at:place]):
                outside = True
            at = place + 1
            if opens:
                self.opened = n
                self.phrase = place > sentence.start and self.text[place + 1 : place + 2].islower()
            elif place < sentence.end:
                if 0 <= self.opened < n:
                    self.found.runs.append(Run(self.opened, n))
                self.opened = -1
        return outside

    def _closes_later(self, n: int) -> bool:
        """Whether the next mark of a paragraph that begins without one is a closing one."""
        if not new_paragraph(self.text, self.sentences, n):
            return True
        for k in range(n, len(self.sentences)):
            if k > n and new_paragraph(self.text, self.sentences, k):
                return False
            sentence = self.sentences[k]
            for _, opens in marks_of(self.text, sentence.start, sentence.end, inside=True):
                return not opens
        return False

    def _lost(self, n: int) -> None:
        """A quotation that nothing closes before sentence `n`: how far it goes, nobody knows."""
        first, self.opened = self.opened, -1
        if first < 0:
            return
        within = range(first + 1, n)
        if self.phrase:
            for k in within:
                self.found.whole.pop(k, None)
            return
        self.found.runs.append(Run(first, n - 1, closed=False))
        self.found.doubtful.update(within)
        self.found.whole.update({k: self.sentences[k].text for k in within})


def marks_of(text: str, start: int, end: int, *, inside: bool) -> Iterator[tuple[int, bool]]:
    """The quotation marks of a sentence, with whether they open; a straight one by what stands
    beside it."""
    for found in MARK.finditer(text, start, end):
        n = found.start()
        if text[n] != '"':
            inside = text[n] in OPENING
            yield n, inside
            continue
        before = text[n - 1] if n else "\n"
        after = text[n + 1] if n + 1 < end else " "
        if before.isdigit() and not inside:
            continue  # inches
        left = not (before.isspace() or before in "([—–-‘'")
        right = not (after.isspace() or after in ".,;:!?)]—–")
        inside = (not inside or _begins_line(text, n)) if left == right else right
        yield n, inside


def _begins_line(text: str, n: int) -> bool:
    while n and text[n - 1] in " \t":
        n -= 1
    return not n or text[n - 1] == "\n"


def _words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _in_marks(text: str, pair: str) -> str:
    """A sentence with a quotation mark at either end."""
    text = " ".join(text.split())
    if text.startswith("‘‘") and text.rstrip(" ,.").endswith("’’"):
        return text
    opened, closed = text[:1] in OPENING + '"', text.rstrip(" ,.")[-1:] in CLOSING + '"'
    inner = text[1:].lstrip() if opened else text
    text = f"{text[0] if opened else pair[0]}{inner}"
    return text if closed and len(inner) > 1 else text + pair[1]


def _posts(text: str, sentences: Sequence[Sentence]) -> Iterator[Run]:
    """`I love it. pic.twitter.com/x` ¶ `— NAME (@handle) November 18, 2019`: NAME's words."""
    spaced = bool(BLANK.search(text))
    starts = [s.start for s in sentences]
    place = 0
    for line in text.splitlines(keepends=True):
        begin, place = place, place + len(line)
        post = posted_by(line) if "@" in line and len(line) < 200 else None
        if post is None:
            continue
        above = max(0, begin - 2 * LONGEST_POST)
        head = text[above:begin].rstrip()
        gaps = [m.end() for m in BLANK.finditer(head)] if spaced else [head.rfind("\n") + 1]
        own = head[gaps[-1] if gaps else 0 :]
        if len(own) > LONGEST_POST or RETOLD.search(own) or own.endswith(":"):
            continue
        if SHARED.match(line) and not CAPTION.search(own):
            continue
        end = above + len(head)
        first, last = bisect_left(starts, end - len(own)), bisect_left(starts, end) - 1
        body = [n for n in range(first, last + 1) if sentences[n].part is Part.BODY]
        if body and not any(posted_by(row) for row in own.split("\n")):
            yield Run(body[0], body[-1], True, *post)
