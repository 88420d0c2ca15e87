"""Who speaks in quotations of whole sentences: named to their end, or said to be open.

In news, a quotation that stands alone goes on what was quoted right before; where nothing does so,
it is a quotation of which the article does not say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from verify.claims.drafts import Draft, last_speech
from verify.claims.kinds import Sort
from verify.claims.spoken import Run, Spoken, marks_of, new_paragraph
from verify.claims.turns import SPEAKER
from verify.claims.verbs import base_of
from verify.types import Attribution, Kind, Part, Sentence

POSTED = "posted"
PRONOUNS = frozenset("he she they it i we you who this that".split())
# `— Jane Roe, baker` under a quotation that stands alone.
SIGNED = re.compile(
    r"[—–-]?\s*(?P<who>[A-Z][\w.'’*-]*"
    r"(?: (?:[A-Z][\w.'’*-]*|de|van|von|bin|al|der|la|le)){0,4})(?=,|$)"
)
# `"Who did it?" Ann Bell asked the court.`, where the question was taken for a sentence.
ASKED = re.compile(
    r"(?P<who>(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|he|she|they|the [\w-]+(?: [\w-]+)?))"
    r"(?: [a-z]+ly)? (?P<verb>asked|asks|wondered|wonders|shouted|shouts|cried|cries|yelled|yells"
    r"|screamed|screams|exclaimed|demanded)\b"
)
DASHES = "—–-"
MOST_IN_NAME = 4  # words
LONGEST_NAME = 90  # characters of a signature
LEAST_RETOLD = 6  # words of a quotation that stands a second time, in a box of its own
MOST_BACK = 12  # sentences of a paragraph that are looked at for who spoke last
MOST_RETOLD = 500  # quotations that are looked through for it


def attributed(
    text: str,
    sentences: Sequence[Sentence],
    found: list[list[Draft]],
    words: Spoken,
    people: Container[str] = (),
) -> list[list[Draft]]:
    """The drafts of each sentence, those of quotations with their speaker. `people`: the names of
    persons."""
    return _Speakers(text, sentences, found, words, people).settled()


class _Speakers:
    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        found: list[list[Draft]],
        words: Spoken,
        people: Container[str],
    ) -> None:
        self.people = people
        self.text, self.sentences, self.found, self.words = text, sentences, found, words
        self.carried: set[int] = set()  # sentences that had their speaker from another paragraph
        self.posted: set[int] = set()

    def settled(self) -> list[list[Draft]]:
        retold = self._retold()
        for run in self.words.runs:
            inside = [n for n in range(run.first, run.last + 1) if n in self.words.whole]
            if not inside:
                continue
            speaker = self._of_run(run, retold)
            for n in inside:
                doubt = n in self.words.doubtful
                self.found[n] = [_spoken(d, None if doubt else speaker) for d in self.found[n]]
            if run.author:
                self.posted.update(inside)
        for n in range(len(self.sentences)):
            self._boxed(n, retold)
        return self.found

    def _of_run(self, run: Run, retold: dict[str, Attribution]) -> Attribution | None:
        if run.author:
            return Attribution(run.author, POSTED, run.when)
        for edge in (run.first, run.last):
            told = last_speech(self.found[edge]) if edge not in self.words.whole else None
            if told is not None:
                return told.attribution
        if run.first not in self.words.whole:
            return None
        asked, by = self._asked_after(run)
        if asked:
            return by
        again = _again(self.words.whole[run.first], retold) if run.first == run.last else None
        return self._signed(run.last) or again or self._carried(run)

    def _carried(self, run: Run) -> Attribution | None:
        """Who speaks in the quotation right before: in the paragraph, or at the end of the last."""
        n = run.first
        for k in range(n - 1, max(-1, n - 1 - MOST_BACK), -1):
            apart = new_paragraph(self.text, self.sentences, k + 1)
            told = None if k in self.posted else last_speech(self.found[k])
            if told is not None and told.attribution is not None:
                rest = self.text[told.end : self.sentences[n].start]
                adjacent = not any(c.isalnum() for c in rest)
                adjacent = adjacent or (k == n - 1 and _all_said(self.found[k]))
                if not (adjacent or told.sort.kind is Kind.QUOTATION):
                    return None
                if k < n - 1 and self._of_another(n - 1, told.attribution.speaker):
                    return None
                if apart:
                    if not self._goes_on(k, told.attribution) or self._heading(run):
                        return None
                    self.carried.update(range(run.first, run.last + 1))
                elif k in self.carried:
                    self.carried.update(range(run.first, run.last + 1))
                if k == n - 1 and _opens(told):
                    self.found[k] = [d for d in self.found[k] if d is not told]
                return told.attribution
            if apart or self.sentences[k].part is not Part.BODY:
                return None
        return None

    def _of_another(self, k: int, speaker: str) -> bool:
        """`“A,” says NAME. Ann Roe remembers silence. “C.”`: perhaps Ann Roe's words."""
        for draft in self.found[k]:
            words = draft.text.split()
            first = (" ".join(words[:n]).removesuffix("'s") for n in range(2, MOST_IN_NAME + 1))
            if any(name in self.people and name != speaker for name in first):
                return True
        return False

    def _goes_on(self, k: int, by: Attribution) -> bool:
        """Whether the next paragraph may go on what one speaker says at the end of sentence `k`:
        a question is answered by another, and after a quotation alone it may be anybody."""
        speakers = {d.attribution.speaker for d in self.found[k] if d.attribution}
        asked = self.sentences[k].text.rstrip('"”’ ').endswith("?")
        asked = asked or base_of(by.verb) in ("ask", "wonder")
        return speakers == {by.speaker} and not asked and k not in self.carried

    def _asked_after(self, run: Run) -> tuple[bool, Attribution | None]:
        """Whether the next sentence says who asked it, and who that is where it names somebody."""
        n = run.last + 1
        ends = self.sentences[run.last].text.rstrip('"”’» ')[-1:] in ("?", "!")
        if not ends or n >= len(self.sentences) or new_paragraph(self.text, self.sentences, n):
            return False, None
        found = ASKED.match(self.sentences[n].text)
        named = found is not None and found["who"][0].isupper()
        by = Attribution(found["who"], found["verb"]) if found and named else None
        return found is not None, by

    def _heading(self, run: Run) -> bool:
        """`“The harbour problem”` on a line of its own: no sentence ends in it."""
        bare = self.sentences[run.last].text.rstrip('"”’» ')
        return run.closed and bare[-1:] not in ",.!?…"

    def _signed(self, n: int) -> Attribution | None:
        """`“A.” — NAME, baker`, at the end of the paragraph or as one of its own."""
        if n + 1 >= len(self.sentences):
            return None
        after = self.sentences[n + 1]
        ends = n + 2 == len(self.sentences) or new_paragraph(self.text, self.sentences, n + 2)
        before = self.text[max(0, after.start - 3) : after.start].strip()[-1:]
        dash = any(c in DASHES for c in (before, after.text[0]) if c)
        found = SIGNED.match(after.text) if dash else None
        if not ends or found is None or len(after.text) >= LONGEST_NAME:
            return None
        self.found[n + 1] = []  # whose words these are, and no statement
        return Attribution(found["who"], "said")

    def _retold(self) -> dict[str, Attribution]:
        """The bare words of quotations within sentences → who says them."""
        told: dict[str, Attribution] = {}
        for n, sentence in enumerate(self.sentences):
            if n in self.words.whole or len(told) >= MOST_RETOLD:
                continue
            speech = last_speech(self.found[n])
            if speech is None or speech.attribution is None:
                continue
            opened = -1
            for at, opens in marks_of(self.text, sentence.start, sentence.end, inside=False):
                if not opens and opened >= 0:
                    told.setdefault(_bare(self.text[opened:at]), speech.attribution)
                opened = at if opens else -1
        return told

    def _boxed(self, n: int, retold: dict[str, Attribution]) -> None:
        """A paragraph that stands once more between quotation marks: somebody's words in a box."""
        last = n + 1 == len(self.sentences) or new_paragraph(self.text, self.sentences, n + 1)
        alone = last and new_paragraph(self.text, self.sentences, n)
        if n in self.words.whole or not alone or self.sentences[n].part is not Part.BODY:
            return
        sentence, bare = self.sentences[n], _bare(self.sentences[n].text)
        if bare in retold and len(bare.split()) >= LEAST_RETOLD:
            whole = Draft(
                f"“{sentence.text}”", sentence.start, sentence.end, Sort(Kind.QUOTATION), Part.BODY
            )
            self.found[n] = [_spoken(whole, retold[bare])]


def _opens(told: Draft) -> bool:
    """`NAME said:` before a quotation in its own paragraph: without it, that is no statement."""
    return told.sort.kind is Kind.QUOTATION and not any(c in '“”"«»' for c in told.text)


def _all_said(drafts: list[Draft]) -> bool:
    """Whether a sentence states nothing but what somebody says, and that it is said."""
    return all(d.attribution or d.sort.kind is Kind.QUOTATION for d in drafts)


def _again(text: str, retold: dict[str, Attribution]) -> Attribution | None:
    """Who says it where the same words stand within a sentence further on."""
    bare = _bare(text)
    if len(bare.split()) < LEAST_RETOLD:
        return None
    return next((by for words, by in retold.items() if bare in words), None)


def _spoken(draft: Draft, by: Attribution | None) -> Draft:
    """A quotation with its speaker; where nobody is known to speak, it says so."""
    fragment = draft.sort.reason.startswith("a fragment")
    if by is not None:
        vague = by.speaker.lower() in PRONOUNS
        unresolved = (by.speaker, SPEAKER) if vague else ()
        scrap = fragment and by.verb == POSTED  # `Oh no`
        sort = draft.sort if scrap else Sort(Kind.QUOTATION)
        return replace(draft, sort=sort, attribution=by, unresolved=unresolved)
    if fragment:
        return draft
    if draft.sort.reason:  # nobody's word: then its own words must bear looking up
        return replace(draft, unresolved=(SPEAKER,))
    return replace(draft, sort=Sort(Kind.QUOTATION), unresolved=(SPEAKER,))


def _bare(text: str) -> str:
    """The words alone."""
    return " ".join(re.findall(r"\w+", text.lower()))
