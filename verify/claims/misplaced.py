"""Phrases and clauses that the parser hangs on the wrong word: on the clause above, on the noun
behind, on the verb before.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    FINITE,
    HELP,
    NAMES,
    SUBJECT,
    child,
    hangs_on,
    kids,
    root_of,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word


def which_and_which(text: str, words: list[Word]) -> list[Word]:
    """`tired of a hall that he never used and that lost money`: the hall did."""
    for n, w in enumerate(words):
        own = subject_of(words, n) if w.dep == "conj" else -1
        joint = own - 1
        if own < 2 or words[joint].tag != "CC" or not _relates(text, words, own, n):
            continue
        before = joint - 2 if said(text, words[joint - 1]) == "," else joint - 1
        above = _upwards(words, before)
        clause = next((k for k in above if words[k].dep in ("relcl", "ccomp")), -1)
        if clause < 0 or clause == w.head or not _opened_alike(text, words, clause, own):
            continue
        if words[clause].dep == "ccomp":  # `has a theatre that people like`
            noun = first_word(words, clause) - 1
            if words[noun + 1].tag != "WDT" or words[noun].tag[:2] != "NN":
                continue
            words[clause] = words[clause]._replace(head=noun, dep="relcl")
        words[n] = w._replace(head=clause)
        words[own] = words[own]._replace(tag="WP" if said(text, words[own]) == "who" else "WDT")
        words[joint] = words[joint]._replace(head=clause)
    return words


def _relates(text: str, words: list[Word], own: int, verb: int) -> bool:
    """Whether a subject is a relative pronoun; `that` is none in `and that was all`."""
    if words[own].tag in ("WDT", "WP"):
        return True
    done = own == verb - 1 and said(text, words[verb]).lower() not in lx.BE
    return words[own].tag == "DT" and said(text, words[own]) == "that" and done


def _opened_alike(text: str, words: list[Word], clause: int, own: int) -> bool:
    """Whether a relative clause begins with the same pronoun."""
    first = said(text, words[first_word(words, clause)]).lower()
    return first == said(text, words[own]).lower()


def _upwards(words: list[Word], n: int) -> list[int]:
    """A word, what it hangs on, and so on up to the root."""
    found = [n]
    while words[n].head != n:
        n = words[n].head
        found.append(n)
    return found


def time_first(text: str, words: list[Word]) -> list[Word]:
    """`at one point the mayor left`: a phrase before an article is none of the noun's."""
    for n, w in enumerate(words):
        thing = w.head
        if w.dep != "prep" or w.tag != "IN" or words[thing].dep not in ("nsubj", "nsubjpass"):
            continue
        article = child(words, thing, "det")
        beside = n < article == last_word(words, n) + 1
        if beside and words[words[thing].head].tag[:2] == "VB":
            words[n] = w._replace(head=words[thing].head)
    return words


def others_like(text: str, words: list[Word]) -> list[Word]:
    """`a crackle and others like it`: `like it` says which others."""
    for n, w in enumerate(words):
        like = n > 0 and w.dep == "prep" and said(text, w).lower() == "like" and w.head < n - 1
        if like and said(text, words[n - 1]).lower() == "others":
            words[n] = w._replace(head=n - 1)
    return words


def spent_so(text: str, words: list[Word]) -> list[Word]:
    """`left, and spent a year convinced that …`: with no `and` before it, this says how."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in ("VBN", "VBD") or first_word(words, n) != n:
            continue
        thing = next((k for k in _upwards(words, n - 1) if words[k].dep == "dobj"), -1)
        verb = words[thing].head
        if thing < 0 or last_word(words, thing) != n - 1 or words[verb].head != w.head:
            continue
        if base_of(said(text, words[verb]).lower()) in ("spend", "pass"):
            words[n] = w._replace(head=verb, dep="oprd")
    return words


def followed_by_words(text: str, words: list[Word]) -> list[Word]:
    """`came first, with 46 per cent, followed by “does not run”`: what was said follows."""
    for n, w in enumerate(words):
        if w.dep != "agent" or kids(words, n) or n + 2 >= len(words):
            continue
        if said(text, words[n + 1]) not in ("“", '"', "‘"):
            continue
        for verb in range(n + 2, len(words)):
            subject = subject_of(words, verb)
            mark = next((k for k in kids(words, verb) if words[k].dep == "mark" and k < n), -1)
            if not 0 <= mark < subject < n or words[mark].tag != "IN":
                continue
            words[mark] = words[mark]._replace(head=words[verb].head, dep="prep")
            words[subject] = words[subject]._replace(head=mark, dep="pobj")
            words[verb] = words[verb]._replace(head=n, dep="pcomp")
            break
    return words


def between_commas(text: str, words: list[Word]) -> list[Word]:
    """`The depot and the yard, closed since May, were sold`: no comma parts a subject from its
    verb, so that they were sold, and closed."""
    for n, w in enumerate(words):
        subject = subject_of(words, n)
        open_ = w.tag in ("VBD", "VBN") and 0 <= subject < n - 1 and said(text, words[n - 1]) == ","
        if not open_ or last_word(words, subject) not in (n - 1, n - 2):
            continue
        if any(words[k].dep in (*HELP, "cc", "dobj") for k in kids(words, n)):
            continue
        late = [k for k in kids(words, n) if words[k].dep == "conj" and k > n]
        verb = late[0] if len(late) == 1 else -1
        first = first_word(words, verb) if verb > 0 else 0
        if first < n + 2 or said(text, words[first - 1]) != "," or words[first].dep not in HELP:
            continue
        above = w.head if w.head != n else verb
        for k in kids(words, n):
            if k < n - 1 or k >= first - 1:
                words[k] = words[k]._replace(head=verb)
        words[verb] = words[verb]._replace(head=above, dep=w.dep)
        last = next((k for k in kids(words, subject) if words[k].dep == "conj"), subject)
        passive = any(words[k].dep == "auxpass" for k in kids(words, verb))
        words[subject] = words[subject]._replace(dep="nsubjpass" if passive else "nsubj")
        words[n] = w._replace(head=last, dep="acl", tag="VBN")
    return words


def costs_so_much(text: str, words: list[Word]) -> list[Word]:
    """`A single ticket costs £2.20`, taken for some costs: before a sum it is the verb."""
    root = root_of(words)
    if not 0 < root < len(words) - 1 or any(w.tag in FINITE for w in words):
        return words
    verb = words[root].tag == "NNS" and "s" in lx.FORMS.get(said(text, words[root]).lower(), ())
    sum_ = words[root + 1].tag in ("$", "CD")
    noun = root - 1
    if not verb or not sum_ or words[noun].tag not in ("NN", "NNP"):
        return words
    for k in kids(words, root):
        if k < noun:
            words[k] = words[k]._replace(head=noun)
        elif words[k].tag == "CD":
            words[k] = words[k]._replace(dep="dobj")
    words[noun] = words[noun]._replace(head=root, dep="nsubj")
    words[root] = words[root]._replace(tag="VBZ", dep="ROOT")
    return words


def month_and_year(text: str, words: list[Word]) -> list[Word]:
    """`between April 2021 and March this year`: the year is the month's, and no time of its own."""
    for n, w in enumerate(words):
        month = first_word(words, n) - 1
        if w.dep != "npadvmod" or w.entity != "DATE" or n == month + 1 or month < 1:
            continue
        pointing = said(text, words[month + 1]).lower() in ("this", "last", "next")
        named = said(text, words[month]).lower() in lx.MONTHS and words[month].tag in NAMES
        dated = words[month].dep in ("pobj", "conj") and hangs_on(words, month, w.head)
        if pointing and named and dated and said(text, w).lower() == "year":
            words[n] = w._replace(head=month)
    return words


def planned_together(text: str, words: list[Word]) -> list[Word]:
    """`goes on with a plan to close A, cut B and save C`: what follows the infinitive of a noun
    in its own form goes on with it."""
    for n, w in enumerate(words):
        if w.dep != "conj" or subject_of(words, n) >= 0 or w.tag not in ("VB", "VBP", "VBD"):
            continue
        own = [k for k in kids(words, n) if words[k].dep in HELP or words[k].dep == "cc"]
        later = child(words, n, "conj")
        if any(words[k].dep in HELP for k in own) or later < n or words[later].tag != "VB":
            continue
        bare = base_of(said(text, w).lower()) == said(text, w).lower()
        comma = first_word(words, n) - 1
        plan = next((k for k in _upwards(words, comma - 1) if _to_do(text, words, k)), -1)
        if not bare or said(text, words[comma]) != "," or plan < 0:
            continue
        if last_word(words, plan) != comma - 1 or not hangs_on(words, plan, w.head):
            continue
        if any(words[k].dep in HELP or subject_of(words, k) >= 0 for k in kids(words, later)):
            continue
        words[n] = w._replace(head=plan, tag="VB")
        words[comma] = words[comma]._replace(head=plan)
    return words


def _to_do(text: str, words: list[Word], k: int) -> bool:
    """The infinitive that says what a noun is for: `a plan to close A`."""
    to = any(words[m].dep == "aux" and said(text, words[m]) == "to" for m in kids(words, k))
    return words[k].dep in ("acl", "relcl") and words[k].tag == "VB" and to


def whose_aside(text: str, words: list[Word]) -> list[Word]:
    """`NAME, 58, whose firm makes A, called B “C”`: NAME called it, and the firm is hers."""
    for n, w in enumerate(words):
        subjects = [k for k in kids(words, n) if words[k].dep in SUBJECT and k < n]
        if len(subjects) != 2 or w.tag not in FINITE or words[subjects[0]].tag not in NAMES:
            continue
        name, own = subjects
        whose = any(words[k].tag == "WP$" for k in kids(words, own))
        verb = w.head if w.dep == "ccomp" else -1
        if verb < n:
            later = (k for k in kids(words, n) if words[k].dep == "conj" and k > n)
            verb = next((k for k in later if words[k].tag in FINITE), -1)
        if not whose or verb < n or subject_of(words, verb) >= 0:
            continue
        if said(text, words[verb - 1]) != ",":
            continue
        if w.dep != "ccomp":
            words[verb] = words[verb]._replace(head=verb if w.head == n else w.head, dep=w.dep)
        for k in kids(words, n):
            if k >= verb - 1:
                words[k] = words[k]._replace(head=verb)
            elif k < first_word(words, own):
                words[k] = words[k]._replace(head=name)
        words[name] = words[name]._replace(head=verb)
        words[n] = w._replace(head=name, dep="relcl")
    return words


def reason_before_stop(text: str, words: list[Word]) -> list[Word]:
    """`A rose, but only because B fell; C sank`: a semicolon parts the reason from what follows."""
    for n, w in enumerate(words):
        stop = last_word(words, n) + 1
        if w.dep != "advcl" or not n < stop < w.head or said(text, words[stop]) != ";":
            continue
        before = words[w.head].head
        if before < first_word(words, n) and words[w.head].dep == "conj":
            words[n] = w._replace(head=before)
    return words


def noun_before_verb(text: str, words: list[Word]) -> list[Word]:
    """`The dispute centres on A`: a finite verb has a subject, and no noun for a part of it."""
    for n, w in enumerate(words):
        verb = w.head
        beside = w.dep == "compound" and w.tag in ("NN", "NNS", "NNP") and verb == n + 1
        if not beside or words[verb].tag not in FINITE or words[verb].dep != "ROOT":
            continue
        if subject_of(words, verb) < 0 and any(words[k].dep == "det" for k in kids(words, n)):
            words[n] = w._replace(dep="nsubj")
    return words


MISPLACED = (
    month_and_year,
    planned_together,
    whose_aside,
    reason_before_stop,
    noun_before_verb,
    between_commas,
    which_and_which,
    time_first,
    others_like,
    spent_so,
    followed_by_words,
    costs_so_much,
)
