"""Verbs that the parser overlooks or takes for the wrong ones, as `regrouping` does for lists."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.regrouping import SUBJECT, child, hangs_on, kids, root_of, said, subject_of
from verify.claims.verbs import FORMS
from verify.ports import Word

TIMED = frozenset("after before since until".split())


def reduced(text: str, words: list[Word]) -> list[Word]:
    """`Footage posted by A and verified by B showed C`: a verb with no `and` before it is the main
    one, and those between it and the subject are participles."""
    for n, w in enumerate(words):
        top = w.head
        while words[top].dep == "conj" and words[top].head < top:
            top = words[top].head
        if w.dep != "conj" or w.tag not in ("VBD", "VBZ") or words[top].dep != "ROOT":
            continue
        subject = subject_of(words, top)
        last = max((k for k in range(top, n) if words[k].tag in ("VBD", "VBN")), default=-1)
        joined = any(
            words[k].dep == "cc" or said(text, words[k]) in (",", ";", ":", "—", "–")
            for k in range(last + 1, n)
        )
        helped = any(words[k].dep in ("aux", "auxpass", "dobj") for k in kids(words, top))
        own = any(words[k].dep in SUBJECT for k in kids(words, n))
        if joined or helped or own or not 0 <= subject == top - 1 or last < top:
            continue
        if words[top].tag not in ("VBD", "VBN"):
            continue
        return _raised(words, n, top, subject)
    return words


def _raised(words: list[Word], n: int, top: int, subject: int) -> list[Word]:
    """The verb `n` as the root, with the subject of `top`, which becomes a participle."""
    for k in kids(words, top):
        if words[k].dep == "punct" and k > n:
            words[k] = words[k]._replace(head=n)
    words[n] = words[n]._replace(head=n, dep="ROOT")
    words[subject] = words[subject]._replace(head=n, dep="nsubj")
    words[top] = words[top]._replace(head=subject, dep="acl", tag="VBN")
    return words


def verb_found(text: str, words: list[Word]) -> list[Word]:
    """`NAME, a lawyer, defeated B` and `A lost captain B` where a name is taken for the root.

    A participle with an object of its own is a past tense; a past tense is no adjective.
    """
    root = root_of(words)
    if root < 0 or not words[root].tag.startswith("NN"):
        return _with_an_object(text, words, root)
    for n, w in enumerate(words):
        if n < root and _behind_a_name(text, words, n, root):
            return _headed(words, n, root, n - 1)
        if n == root + 1 and (whom := _married(text, words, n)) > n:
            words = _headed(words, n, root, root)
            words[whom] = words[whom]._replace(head=n, dep="dobj")
            for k in (k for k in kids(words, root) if words[k].dep in ("prep", "punct")):
                words[k] = words[k]._replace(head=n)
            return words
        if w.dep == "amod" and w.tag == "VBD" and n < root and hangs_on(words, n, root):
            own = [k for k in (*kids(words, n), *kids(words, root)) if words[k].dep in SUBJECT]
            if own and own[0] < n:
                return _headed(words, n, root, own[0])
        participle = w.head == root and w.dep == "acl" and w.tag in ("VBN", "VBD") and n > root
        named = any(words[k].dep == "appos" and k < n for k in kids(words, root))
        tells = named and (w.tag == "VBD" or _tells_that(text, words, n))
        does = participle and (any(words[k].dep == "dobj" for k in kids(words, n)) or tells)
        if does and _enclosed(text, words, n):
            return _headed(words, n, root, root)
        if w.head == root and _opens_on(text, words, n):  # `The games open on 4 May`
            words = _headed(words, n, root, root)
            words[n] = words[n]._replace(tag="VBP")
            return words
        plain = w.head == root and w.dep == "acl" and w.tag in ("VB", "VBP") and n > root
        marked = any(said(text, words[k]).lower() == "to" for k in kids(words, n))
        if plain and words[root].tag == "NNS" and not marked and _enclosed(text, words, n):
            words = _headed(words, n, root, root)  # `Her canvases, some of them wide, hang in A`
            words[n] = words[n]._replace(tag="VBP")
            return words
    return words


def _behind_a_name(text: str, words: Sequence[Word], n: int, root: int) -> bool:
    """`Roe married actor NAME in 1990`: no adjective stands behind a name and before another that
    the parser takes for the whole."""
    w = words[n]
    past = w.tag in ("JJ", "VBN", "VBD") and "past" in FORMS.get(said(text, w), ())
    name = n > 0 and words[n - 1].tag == "NNP" and words[n - 1].dep in (*SUBJECT, *BESIDE_A_NAME)
    if w.dep != "amod" or not past or not name or words[root].entity != "PERSON":
        return False
    inside = all(words[k].dep in ("compound", "nmod") for k in range(n + 1, root))
    role = n + 1 < root and words[n + 1].tag in ("NN", "NNS")
    return inside and role and hangs_on(words, n, root) and words[n - 1].head in (n, root)


def _married(text: str, words: Sequence[Word], n: int) -> int:
    """Whom `Roe married actor NAME` names, where the parser takes the second for what the first is
    called, with no comma between; −1 where it does not."""
    role, name = words[n].head, words[words[n].head].head
    past = words[n].tag in ("JJ", "VBN", "VBD") and "past" in FORMS.get(said(text, words[n]), ())
    described = words[n].dep == "amod" and words[role].tag == "NN" and words[role].dep == "compound"
    person = words[n - 1].tag == "NNP" and words[name].entity == "PERSON"
    beside = words[name].dep == "appos" and words[name].head == n - 1
    return name if past and role == n + 1 and described and person and beside else -1


BESIDE_A_NAME = ("compound", "nmod", "npadvmod")


def _with_an_object(text: str, words: list[Word], root: int) -> list[Word]:
    """`He soon after experienced losses`: no adjective has a subject and an object."""
    past = root >= 0 and words[root].tag == "JJ" and said(text, words[root]).endswith("ed")
    if past and 0 <= subject_of(words, root) < root < child(words, root, "dobj"):
        words[root] = words[root]._replace(tag="VBD")
    return words


def _tells_that(text: str, words: Sequence[Word], n: int) -> bool:
    """`NAME, 51, announced last week that A`: no participle has such a clause."""
    told = child(words, n, "ccomp")
    mark = child(words, told, "mark") if told > n else -1
    return mark > n and said(text, words[mark]).lower() == "that"


def _opens_on(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether `open` stands between several things and the day that they open on."""
    several = words[n - 1].tag in ("NNS", "NNPS") and words[n].head == n - 1
    link = (k for k in range(n + 1, len(words)) if words[k].dep == "prep")
    day = any(
        words[m].dep == "pobj" and words[m].entity == "DATE"
        for k in link
        if words[k].head == n
        for m in kids(words, k)
    )
    return said(text, words[n]) == "open" and words[n].tag == "JJ" and several and day


def _enclosed(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether only adverbs stand between a comma and the verb: the comma closes an aside."""
    at = n - 1
    while at > 0 and words[at].tag == "RB":
        at -= 1
    return said(text, words[at]) == "," and any(said(text, w) == "," for w in words[:at])


def _headed(words: list[Word], n: int, root: int, subject: int) -> list[Word]:
    """The verb `n` as the root in place of the noun `root`."""
    for k in kids(words, root):
        later = k > n and words[k].dep in ("prep", "punct", "advcl", "npadvmod", "cc", "conj")
        if later or (root != subject and k < n):
            words[k] = words[k]._replace(head=n)
        elif k > n and words[k].dep == "acl" and words[k].tag == "VBG":
            words[k] = words[k]._replace(head=n, dep="advcl")
    words[n] = words[n]._replace(head=n, dep="ROOT", tag="VBD")
    if root != subject:
        words[root] = words[root]._replace(head=n, dep="dobj")
    words[subject] = words[subject]._replace(head=n, dep="nsubj")
    return words


def after_aside(text: str, words: list[Word]) -> list[Word]:
    """`The judge, NAME, adjourned the case and left`: right after the comma that closes an aside
    stands the verb, and not an adjective of the case."""
    for n, w in enumerate(words):
        thing, role, root = w.head, words[w.head].head, words[words[w.head].head].head
        past = w.tag in ("VBN", "VBD") or (w.tag == "JJ" and said(text, w).endswith("ed"))
        aside = w.dep == "amod" and past and words[thing].dep == "appos"
        if not aside or not role < n < thing < root or words[role].dep not in SUBJECT:
            continue
        name = any(words[k].entity == "PERSON" for k in range(role + 2, n - 1))
        enclosed = said(text, words[n - 1]) == said(text, words[role + 1]) == ","
        joint = next((k for k in range(thing, root) if words[k].dep == "cc"), -1)
        if not (name and enclosed and joint > 0) or words[root].dep != "ROOT":
            continue
        if any(said(text, words[k]) == "," for k in range(n, joint)):
            continue
        return _first_of_two(words, n, thing, (role, joint, root))
    return words


def _first_of_two(
    words: list[Word], n: int, thing: int, others: tuple[int, int, int]
) -> list[Word]:
    """The verb `n` as the root, to which the old root is joined."""
    role, joint, root = others
    for k in kids(words, root):
        if words[k].dep == "punct" and k > root:
            words[k] = words[k]._replace(head=n)
    words[n] = words[n]._replace(head=n, dep="ROOT", tag="VBD")
    words[role] = words[role]._replace(head=n)
    words[thing] = words[thing]._replace(head=n, dep="dobj")
    words[joint] = words[joint]._replace(head=n)
    words[root] = words[root]._replace(head=n, dep="conj")
    return words


def after_clause(text: str, words: list[Word]) -> list[Word]:
    """`after a man, who asked to be alone, offered to pay`: what happened is that he offered."""
    for n, w in enumerate(words):
        thing, link = w.head, words[w.head].head
        timed = words[thing].dep == "pobj" and said(text, words[link]).lower() in TIMED
        if w.dep != "acl" or w.tag not in ("VBN", "VBD") or not (timed and link < thing < n):
            continue
        aside = any(words[k].dep == "relcl" and k < n for k in kids(words, thing))
        if not aside or said(text, words[n - 1]) != "," or words[words[link].head].tag[:2] != "VB":
            continue
        if not any(words[k].dep in ("dobj", "xcomp", "ccomp") for k in kids(words, n)):
            continue
        words[n] = w._replace(head=words[link].head, dep="advcl", tag="VBD")
        words[link] = words[link]._replace(head=n, dep="mark")
        words[thing] = words[thing]._replace(head=n, dep="nsubj")
    return words


def unclosed(text: str, words: list[Word]) -> list[Word]:
    """`A, made after B killed C, would do D`: killed belongs to the aside, which the next comma
    closes; A would do D."""
    root = root_of(words)
    subject = subject_of(words, root)
    aside = child(words, subject, "acl") if root > 0 else -1
    verb = child(words, root, "conj") if aside > 0 else -1
    if verb < root or not subject < aside < root or said(text, words[aside - 1]) != ",":
        return words
    link = child(words, aside, "prep")
    thing = child(words, link, "pobj") if link > 0 else -1
    open_ = not any(said(text, words[k]) == "," for k in range(aside, root))
    loose = not any(words[k].dep == "cc" for k in range(root, verb))
    timed = link > 0 and said(text, words[link]).lower() in ("after", "before", "since", "until")
    if thing < 0 or not (open_ and loose and timed):
        return words
    for k in kids(words, root):
        if words[k].dep == "punct" and k > verb:
            words[k] = words[k]._replace(head=verb)
    words[verb] = words[verb]._replace(head=verb, dep="ROOT")
    words[subject] = words[subject]._replace(head=verb)
    words[root] = words[root]._replace(head=aside, dep="advcl")
    words[link] = words[link]._replace(head=root, dep="mark")
    words[thing] = words[thing]._replace(head=root, dep="nsubj")
    return words


def two_adjectives(text: str, words: list[Word]) -> list[Word]:
    """`were momentous, groundbreaking steps`: what is no form of a known verb, between an
    adjective and a noun, is an adjective too."""
    for n, w in enumerate(words):
        thing = child(words, n, "dobj")
        if w.dep != "advcl" or w.tag != "VBG" or thing != n + 1 or words[thing].tag[:2] != "NN":
            continue
        be, first = w.head, n - 2
        known = "ing" in FORMS.get(said(text, w).lower(), ())
        equal = first > be and words[first].dep == "acomp" and words[first].head == be
        if known or not equal or said(text, words[n - 1]) != "," or words[first].tag != "JJ":
            continue
        for k in kids(words, n):
            if k != thing:
                words[k] = words[k]._replace(head=thing)
        words[thing] = words[thing]._replace(head=be, dep="attr")
        words[n] = w._replace(head=thing, dep="amod", tag="JJ")
        words[first] = words[first]._replace(head=thing, dep="amod")
        words[n - 1] = words[n - 1]._replace(head=thing)
    return words
