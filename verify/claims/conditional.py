"""Conditions that the parser takes for clauses beside what they limit: `had it not been for A, B`.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import SUBJECT, kids, root_of, said, subject_of
from verify.claims.verbs import base_of
from verify.ports import Word

INVERTED = frozenset("had were should".split())


def conditions(text: str, words: list[Word]) -> list[Word]:
    """`had it not been for A, B would have gone`: a verb before its subject says `if`."""
    for n, w in enumerate(words):
        after = [k for k in kids(words, w.head) if words[k].dep == "ccomp" and k > n]
        if w.dep != "ccomp" or not after or w.head > n or not _opens_with_verb(text, words, n):
            continue
        if not any(said(text, words[k]) == "," for k in range(n, after[0])):
            continue
        for k in kids(words, n):
            if words[k].dep == "mark" and k < n:
                words[k] = words[k]._replace(head=after[0])
        words[n] = w._replace(head=after[0], dep="advcl")
    return words


def _opens_with_verb(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether `had`, `were` or `should` stands right before the subject of a clause."""
    inside = [n, *kids(words, n)]
    inside += [k for m in kids(words, n) if words[m].dep == "ccomp" for k in kids(words, m)]
    subject = next((k for k in inside if words[k].dep in SUBJECT), -1)
    first = said(text, words[subject - 1]).lower() if subject > 0 else ""
    return first in INVERTED and subject - 1 in inside


def opened_by_verb(text: str, words: list[Word]) -> list[Word]:
    """`Should it fail, A would close`: what would close is the main clause, wherever the parser
    hangs it."""
    if not words or said(text, words[0]).lower() not in INVERTED or text.rstrip().endswith("?"):
        return words
    verb = 0 if words[0].dep not in ("aux", "auxpass") else words[0].head
    subject = subject_of(words, verb)
    if subject < 0 or first_word(words, subject) != 1:
        return words
    above = words[verb].head
    if words[verb].dep == "ccomp" and above > verb and subject_of(words, above) > verb:
        words[verb] = words[verb]._replace(dep="advcl")
    if above != verb:
        return words
    main = next((k for k in kids(words, verb) if _main(text, words, verb, k)), -1)
    if main < 0:
        return words
    words[main] = words[main]._replace(head=main, dep="ROOT")
    words[verb] = words[verb]._replace(head=main, dep="advcl")
    for k in kids(words, verb):
        if words[k].dep == "punct" and k > verb:
            words[k] = words[k]._replace(head=main)
    return words


def _main(text: str, words: Sequence[Word], verb: int, k: int) -> bool:
    """Whether a clause after a comma, with its own subject and no `and`, follows on a condition."""
    own = subject_of(words, k)
    if words[k].dep not in ("conj", "ccomp") or not verb < own < k:
        return False
    joined = any(words[m].dep in ("cc", "mark") for m in (*kids(words, k), *kids(words, verb))
                 if verb < m < own)  # fmt: skip
    return not joined and said(text, words[first_word(words, own) - 1]) == ","


def said_under_condition(text: str, words: list[Word]) -> list[Word]:
    """`If it fails, the firm says, the hall will close`: what the firm says is the whole."""
    root = root_of(words)
    supposed = [k for k in kids(words, max(root, 0)) if _supposes(text, words, k, root)]
    told = [k for k in kids(words, max(root, 0)) if words[k].dep == "parataxis" and k < root]
    if len(supposed) != 1 or len(told) != 1 or not supposed[0] < told[0]:
        return words
    verb, subject = told[0], subject_of(words, told[0])
    begin, own = first_word(words, subject) if subject >= 0 else -1, subject_of(words, root)
    if (
        not _speaks(text, words, verb)
        or not supposed[0] < begin <= subject == verb - 1
        or verb > own
    ):
        return words
    if said(text, words[begin - 1]) != "," or said(text, words[verb + 1]) != ",":
        return words
    if words[subject].tag == "PRP" and said(text, words[subject]).lower() in ("you", "i"):
        return words  # `If it rains, you know, …`
    words[verb] = words[verb]._replace(head=verb, dep="ROOT")
    words[root] = words[root]._replace(head=verb, dep="ccomp")
    words[begin - 1] = words[begin - 1]._replace(head=root)  # it closes the condition
    if words[-1].dep == "punct":
        words[-1] = words[-1]._replace(head=verb)
    return words


def condition_of_what_is_said(text: str, words: list[Word]) -> list[Word]:
    """`If it fails, the firm said on Monday, the hall will close`, `…, says NAME, …`: what would
    come of it is what they say, and not when they say it."""
    verb = root_of(words)
    told = [k for k in kids(words, max(verb, 0)) if words[k].dep == "ccomp" and k > verb]
    supposed = [k for k in kids(words, max(verb, 0)) if _supposes(text, words, k, verb)]
    if len(told) != 1 or len(supposed) != 1 or not _speaks(text, words, verb):
        return words
    main = told[0]
    owns = [k for k in kids(words, main) if words[k].dep in SUBJECT and k < main]
    subject = subject_of(words, verb)
    if subject < 0 and len(owns) == 2 and first_word(words, owns[0]) == verb + 1:
        subject = owns.pop(0)  # `says NAME`
    begin = first_word(words, subject) if subject >= 0 else -1
    if len(owns) != 1 or not supposed[0] < begin:
        return words
    opens, closes = min(begin, verb) - 1, first_word(words, owns[0]) - 1
    enclosed = said(text, words[opens]) == said(text, words[closes]) == ","
    if not enclosed or any(said(text, words[k]) == "," for k in range(opens + 1, closes)):
        return words
    words[subject] = words[subject]._replace(head=verb, dep="nsubj")
    words[supposed[0]] = words[supposed[0]]._replace(head=main)
    words[opens] = words[opens]._replace(head=main)
    words[closes] = words[closes]._replace(head=verb)
    return words


def _speaks(text: str, words: Sequence[Word], verb: int) -> bool:
    return base_of(said(text, words[verb]).lower()) in lx.SAYING | lx.PLAIN_SAYING


def _supposes(text: str, words: Sequence[Word], k: int, root: int) -> bool:
    """Whether an adverbial clause opens the sentence with `if`, `unless` or an inverted verb."""
    opens = words[k].dep == "advcl" and k < root and first_word(words, k) == 0
    return opens and said(text, words[0]).lower() in INVERTED | {"if", "unless"}


CONDITIONAL = (conditions, opened_by_verb, said_under_condition, condition_of_what_is_said)
