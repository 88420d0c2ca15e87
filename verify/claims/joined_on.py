"""What `and` or `but` joins to the clause before, where the parser finds no subject or no verb.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import FINITE, HELP, SUBJECT, child, hangs_on, kids, said, subject_of
from verify.ports import Word

OBJECTS = ("dobj", "ccomp", "attr")


def finite_no_adjective(text: str, words: list[Word]) -> list[Word]:
    """`58 percent reported A and 13 percent reported B`: a tense is no adjective of B; 13 percent
    did."""
    for n, w in enumerate(words):
        thing = w.head
        who = child(words, n, "npadvmod", "nsubj")
        if w.dep != "amod" or w.tag not in FINITE or not 0 <= who < n < thing:
            continue
        first = words[thing].head
        joint = first_word(words, who) - 1
        joined = words[thing].dep == "conj" and words[joint].dep == "cc"
        main = words[first].head
        if not joined or not main < first < joint or words[main].tag[:2] != "VB":
            continue
        words[n] = w._replace(head=main, dep="conj")
        words[who] = words[who]._replace(dep="nsubj")
        words[thing] = words[thing]._replace(head=n, dep="dobj")
        words[joint] = words[joint]._replace(head=main)
    return words


def done_by_another(text: str, words: list[Word]) -> list[Word]:
    """`was made by A and seconded by B`: it was seconded, too."""
    for n, w in enumerate(words):
        passive = words[w.head].tag == "VBN" and any(
            words[k].dep == "auxpass" for k in kids(words, w.head)
        )
        if w.dep != "conj" or w.tag != "VBD" or not passive or w.head > n:
            continue
        own = {words[k].dep for k in kids(words, n)}
        if "agent" in own and not own & {*SUBJECT, *OBJECTS, "aux", "mark"}:
            words[n] = w._replace(tag="VBN")
    return words


def one_compound(text: str, words: list[Word]) -> list[Word]:
    """`filled one of the tanks, and A ran to a storm drain`: a noun right behind another is the
    head of both, and joined to nothing before."""
    for n, w in enumerate(words):
        near = words[n - 1]
        if w.dep != "conj" or w.tag not in ("NN", "NNS") or not 0 <= w.head < n - 1:
            continue
        if near.tag != "NN" or near.dep not in ("pobj", "dobj", "attr") or near.head == n:
            continue
        if hangs_on(words, n - 1, n) or hangs_on(words, w.head, n - 1):
            continue
        verb = next((k for k in range(n - 1, w.head, -1) if words[k].tag in FINITE), -1)
        joint = child(words, w.head, "cc")
        if verb < 0 or not w.head < joint < verb:
            continue
        for k in kids(words, n - 1):
            words[k] = words[k]._replace(head=n)
        words[joint] = words[joint]._replace(head=words[verb].head)
        words[n] = w._replace(head=near.head, dep=near.dep)
        words[n - 1] = near._replace(head=n, dep="compound")
        for k in kids(words, n):
            if words[k].dep == "ccomp" and k > n:
                words[k] = words[k]._replace(dep="relcl")
    return words


def two_lists(text: str, words: list[Word]) -> list[Word]:
    """`took A, B and C, and D was frozen`: the first `and` ends what was taken; D was frozen."""
    for n, w in enumerate(words):
        who = subject_of(words, n)
        main = w.head
        thing = child(words, main, "dobj", "attr")
        if w.dep != "conj" or not main < thing < who < n:
            continue
        items = [k for k in kids(words, who) if words[k].dep == "conj"]
        joints = [k for k in kids(words, who) if words[k].dep == "cc"]
        begin = first_word(words, who)
        between = any(words[k].dep == "cc" for k in range(thing, begin))
        if len(items) < 2 or len(joints) < 2 or said(text, words[begin - 1]) != "," or between:
            continue
        last, joint = items[-1], joints[-1]
        if not items[-2] < joint < last or said(text, words[joint - 1]) != ",":
            continue
        words[last] = words[last]._replace(head=n, dep=words[who].dep)
        words[who] = words[who]._replace(head=thing, dep="conj")
        words[joint] = words[joint]._replace(head=main)
        words[joint - 1] = words[joint - 1]._replace(head=main)
    return words


def plural_no_verb(text: str, words: list[Word]) -> list[Word]:
    """`and under A's ground rules no strike may start`: nobody rules; it is under rules."""
    for n, w in enumerate(words):
        link = first_word(words, n) if w.tag == "VBZ" else -1
        noun = child(words, link, "pobj")
        if link < 0 or words[link].dep != "prep" or words[link].head not in (n, noun):
            link = next((k for k in kids(words, n) if words[k].dep == "prep" and k < n), -1)
            noun = child(words, link, "pobj")
        clause = next((k for k in kids(words, n) if words[k].dep == "ccomp" and k > n), -1)
        if w.tag != "VBZ" or noun != n - 1 or clause < 0 or subject_of(words, n) >= 0:
            continue
        if first_word(words, subject_of(words, clause)) != n + 1 or w.head == n:
            continue
        for k in kids(words, n):
            if k not in (link, clause):
                words[k] = words[k]._replace(head=clause)
        for k in kids(words, noun):
            words[k] = words[k]._replace(head=n)
        words[clause] = words[clause]._replace(head=w.head, dep=w.dep)
        words[link] = words[link]._replace(head=clause)
        words[n] = w._replace(head=link, dep="pobj", tag="NNS")
        words[noun] = words[noun]._replace(head=n, dep="compound")
    return words


def particle(text: str, words: list[Word]) -> list[Word]:
    """`has taken over 31 routes, two garages and A`: it has taken over all of them."""
    for n, w in enumerate(words):
        verb = n - 1
        if w.tag != "RP" or w.dep != "quantmod" or verb < 0 or words[verb].tag[:2] != "VB":
            continue
        if words[verb].dep not in ("aux", "auxpass"):
            words[n] = w._replace(head=verb, dep="prt")
    return words


def only_after(text: str, words: list[Word]) -> list[Word]:
    """`approved A, but only after B was cut`: a clause behind `after` is no second main clause."""
    for n, w in enumerate(words):
        mark = next((k for k in kids(words, n) if words[k].dep == "mark" and k < n), -1)
        timed = mark > 1 and said(text, words[mark]).lower() in ("after", "before", "when", "once")
        if w.dep != "conj" or not timed or w.head > mark or words[w.head].tag[:2] != "VB":
            continue
        near = mark - 1 if words[mark - 1].tag != "RB" else mark - 2
        if words[near].dep == "cc" and words[near].head == w.head:
            words[n] = w._replace(dep="advcl")
            for k in range(near, mark):
                words[k] = words[k]._replace(head=n, dep="advmod")
    return words


def behind_a_colon(text: str, words: list[Word]) -> list[Word]:
    """`A was done, and a man put up a sign: For B only`: it belongs to what the colon ends."""
    for n, w in enumerate(words):
        mark = words[n - 1]
        before = n > 1 and said(text, mark) == ":" and w.head < mark.head < n - 1
        if before and w.dep in ("prep", "npadvmod", "dep") and not hangs_on(words, mark.head, n):
            words[n] = w._replace(head=mark.head)
    return words


def time_and_subject(text: str, words: list[Word]) -> list[Word]:
    """`was put off, and on Tuesday five deputies abstained`: with a time of its own and a subject
    it is no second participle of the passive."""
    for n, w in enumerate(words):
        who = subject_of(words, n) if w.dep == "conj" and w.tag == "VBN" else -1
        if not w.head < who < n or any(words[k].dep in HELP for k in kids(words, n)):
            continue
        if any(words[k].dep in ("prep", "npadvmod") and k < who for k in kids(words, n)):
            words[n] = w._replace(tag="VBD")
            words[who] = words[who]._replace(dep="nsubj")
    return words


def behind_the_speaker(text: str, words: list[Word]) -> list[Word]:
    """`said the coordinator, NAME, at a briefing`: it was said there."""
    for n, w in enumerate(words):
        who, verb = w.head, words[w.head].head
        if w.dep != "prep" or words[who].dep != "nsubj" or not verb < who < n:
            continue
        name = child(words, who, "appos")
        if who < name < n and said(text, words[n - 1]) == "," and last_word(words, name) < n:
            words[n] = w._replace(head=verb)
    return words


def given_a_sum(text: str, words: list[Word]) -> list[Word]:
    """`lent his partner, NAME, $300,000 to rent them`: a sum describes nobody; it is lent."""
    for n, w in enumerate(words):
        money = w.dep == "appos" and w.tag == "CD" and words[n - 1].tag == "$"
        above = w.head
        while money and words[above].dep == "appos":
            above = words[above].head
        verb = words[above].head
        if money and words[above].dep == "dobj" and verb < above < n:
            words[n] = w._replace(head=verb, dep="dobj")
            words[above] = words[above]._replace(dep="dative")
            if said(text, words[n - 2]) == ",":
                words[n - 2] = words[n - 2]._replace(head=above)
    return words


JOINED_ON = (
    time_and_subject,
    behind_the_speaker,
    given_a_sum,
    behind_a_colon,
    particle,
    finite_no_adjective,
    done_by_another,
    one_compound,
    two_lists,
    plural_no_verb,
    only_after,
)
