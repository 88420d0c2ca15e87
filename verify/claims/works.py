"""Titles in quotation marks (`"Fire and Rain"`), which the parser is given as one name each.

Read word by word, a title falls apart: `and` in it joins clauses, a verb in it heads one. In
its place the parser gets one made-up word of the same length, so that every other word
keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle, islice

from verify.claims import lexicon as lx
from verify.claims.regrouping import SUBJECT, kids, said, subject_of
from verify.claims.unmarked_titles import is_unmarked, unmarked
from verify.claims.verbs import base_of
from verify.ports import Word

QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{1,100})[\"”]")
# `Rio Grande do Sul`: of the, in Portuguese, and no verb; but not `when Kurds do Turks a favour`.
OF_THE = re.compile(r"(?<=\w )[A-ZÀ-Þ]\w+(?<!s) do [A-ZÀ-Þ]\w+")
WORD = re.compile(r"[^\W_][^\W_’']*")
LAST_WORD = re.compile(r"(\w+)\W*$")
SMALL = 4  # letters from which every word of a title has a capital
JOINING = frozenset("with from into over that upon under above after before than when".split())
LISTED = re.compile(r"[\"”],?\s*(?:and|or)?\s*$")  # right after another quotation
QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")
# `She wrote “Who Owns the Sea?”`, `He was in Where Did You Go?`: a title that is a question.
_ASKING = r"(?:Who|Whose|What|Where|When|Why|How|Is|Are|Do|Does|Did|Can|Will)"
ASKED_LAST = re.compile(
    r"(?<=\w)(?<!\basks)(?<!\basked)(?<!\basking) "
    rf"(?:[\"“](?P<quoted>\w[^\"“”\n?]* [^\"“”\n?]+)\?[\"”]|(?P<plain>{_ASKING} [^\"“”\n?]+)\?)\s*$"
)
ASKS_FIRST = re.compile(
    r"(?:who|whose|what|which|where|when|why|how|is|are|was|were|do|does|did|has|have|had|can|could"
    r"|will|would|should|may|might)\b",
    re.IGNORECASE,
)
FIRST_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def titles_as_words(text: str) -> str:
    """The sentence with each title in quotation marks as one word of the same length."""
    text = QUOTED.sub(lambda m: _one_word(m) if _is_title(text, m) else m.group(), text)
    text = unmarked(text)
    return OF_THE.sub(lambda m: _glued(m.group()), text)


def whole_titles(text: str, given: str, words: Sequence[Word]) -> Sequence[Word]:
    """The parser's words of `given`, in which titles of `text` stood as one word: as names."""
    if text == given:
        return words
    return [_as_name(text[w.start : w.end], w) for w in words]


def _as_name(whole: str, w: Word) -> Word:
    """A word that stood for several, as the name that it is."""
    if whole[0] in '"“' and len(whole) > 1:
        return w._replace(tag="NNP", entity="WORK_OF_ART")
    if is_unmarked(whole):
        return w._replace(tag="NNP", entity="WORK_OF_ART")
    return w._replace(tag="NNP") if " do " in whole else w


def _glued(name: str) -> str:
    """`Grande do Sul` → one word of the same length."""
    return name.replace(" do ", "od") + name[-1] * 2


def _is_title(text: str, found: re.Match[str]) -> bool:
    """Whether the words in quotation marks are a title and not what somebody said."""
    inner, before = found.group(1), text[: found.start()].rstrip()
    if not _capitalised(inner) or not before:
        return False
    last = LAST_WORD.search(before)
    spoken = last is not None and base_of(last.group(1).lower()) in lx.SPEECH
    listed = LISTED.search(before) is not None
    return listed or not (spoken or before.endswith(":"))


def _capitalised(inner: str) -> bool:
    """Whether words are written as those of a title."""
    words = WORD.findall(inner)
    named = [w for w in words if not w[0].islower() or len(w) < SMALL or w in JOINING]
    return bool(words) and len(named) == len(words)


def asks(text: str) -> bool:
    """Whether a sentence is a question, and does not only end with a title that is one."""
    found = ASKED_LAST.search(text)
    title = (found["quoted"] or found["plain"]) if found else ""
    named = _capitalised(title) and not ASKS_FIRST.match(text)
    return QUESTION.search(text) is not None and not named


def _one_word(found: re.Match[str]) -> str:
    """`"King of New York,"` → a word, the comma, and a space for the mark behind it.

    A full stop is the sentence's only at its end; elsewhere it is the title's.
    """
    whole = found.group()
    last = not found.string[found.end() :].strip()
    stop = whole[-2] if whole[-2] == "," or (last and whole[-2] == ".") else ""
    length = len(whole) - 2 if stop else len(whole)
    letters = [c for c in found.group(1).lower() if c in FIRST_LETTERS] or ["x"]
    word = "".join(islice(cycle(letters), length)).capitalize()
    return f"{word}{stop} " if stop else word


# What a whole title is where its first word, a participle, was taken for a verb.
AS_NOUN = {"csubj": "nsubj", "csubjpass": "nsubjpass", "xcomp": "dobj", "pcomp": "pobj"}
INNER = ("RP", "IN", "RB", "TO", "DT")


def title_of_a_work(text: str, words: list[Word]) -> list[Word]:
    """`Giving Up Winter, a novel about …`: a particle with a capital stands inside a title, so that
    what follows describes all of it."""
    for begin, w in enumerate(words):
        end = begin
        while end < len(words) and said(text, words[end])[:1].isupper():
            end += 1
        n = end - 1
        inside = range(begin, end)
        opens = w.tag in ("VBG", "VBN") and any(words[k].tag in INNER for k in range(begin + 1, n))
        after = [said(text, v) for v in words[end : end + 2]]
        described = after[:1] == [","] and after[1:] in (["a"], ["an"], ["the"])
        tops = [k for k in inside if words[k].head not in inside or words[k].head == k]
        if not (opens and described) or n < begin + 2 or tops != [begin]:
            continue
        if w.dep == "advcl":
            _subject_described(words, begin, n)
        elif w.dep in AS_NOUN:
            words[n] = words[n]._replace(head=w.head, dep=AS_NOUN[w.dep])
        if words[n].head in inside:
            continue
        for k in range(len(words)):
            if k in inside and k != n:
                words[k] = words[k]._replace(head=n, dep="compound", tag="NNP")
            elif k not in inside and words[k].head in inside:
                words[k] = words[k]._replace(head=n)
        words[n] = words[n]._replace(tag="NNP", entity="WORK_OF_ART")
    return words


def _subject_described(words: list[Word], begin: int, n: int) -> None:
    """`Looking Back Again, a novel about A, sold well`: the novel says what that is."""
    verb = words[begin].head
    noun = subject_of(words, verb)
    first = min([noun, *kids(words, noun)]) if noun > n else -1
    if first == n + 2 and noun < verb and words[noun].dep in SUBJECT:
        words[n] = words[n]._replace(head=verb, dep=words[noun].dep)
        words[noun] = words[noun]._replace(head=n, dep="appos")


def titles_in_a_row(text: str, words: list[Word]) -> list[Word]:
    """`wrote “A,” “B” and “C”`: one title is no description of the other before it."""
    for n, w in enumerate(words):
        first = w.head
        if w.dep != "appos" or not first < n or not _both_quoted(text, words[first], w):
            continue
        words[n] = w._replace(dep="conj")
        for k in kids(words, first):
            if k > n and words[k].dep in ("conj", "cc"):
                words[k] = words[k]._replace(head=n)
    return words


def _both_quoted(text: str, *titles: Word) -> bool:
    return all(w.end - w.start > 1 and text[w.start] in '"“' for w in titles)
