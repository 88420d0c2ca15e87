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
from verify.claims.verbs import base_of
from verify.ports import Word

QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{1,60})[\"”]")
WORD = re.compile(r"[^\W_][^\W_’']*")
LAST_WORD = re.compile(r"(\w+)\W*$")
SMALL = 4  # letters from which every word of a title has a capital
JOINING = frozenset("with from into over that upon under above after before than when".split())
LISTED = re.compile(r"[\"”],?\s*(?:and|or)?\s*$")  # right after another quotation
FIRST_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def titles_as_words(text: str) -> str:
    """The sentence with each title in quotation marks as one word of the same length."""
    return QUOTED.sub(lambda m: _one_word(m) if _is_title(text, m) else m.group(), text)


def whole_titles(text: str, given: str, words: Sequence[Word]) -> Sequence[Word]:
    """The parser's words of `given`, in which titles of `text` stood as one word: as names."""
    if text == given:
        return words
    return [
        w._replace(tag="NNP", entity="WORK_OF_ART")
        if text[w.start] in '"“' and w.end - w.start > 1
        else w
        for w in words
    ]


def _is_title(text: str, found: re.Match[str]) -> bool:
    """Whether the words in quotation marks are a title and not what somebody said."""
    inner, before = found.group(1), text[: found.start()].rstrip()
    words = WORD.findall(inner)
    named = [w for w in words if not w[0].islower() or len(w) < SMALL or w in JOINING]
    if not words or len(named) < len(words) or not before:
        return False
    last = LAST_WORD.search(before)
    spoken = last is not None and base_of(last.group(1).lower()) in lx.SPEECH
    listed = LISTED.search(before) is not None
    return listed or not (spoken or before.endswith(":"))


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
