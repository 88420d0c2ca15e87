"""Whole phrases that the parser joins to the wrong word: lists, descriptions, what is said.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.ports import Word

# Tags and labels that the rules of mending share.
FINITE = ("VBD", "VBZ", "VBP")
HELP = ("aux", "auxpass")
NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS", "NNP", "NNPS")

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass")
ASKING = frozenset("demand urge condemn accuse criticise criticize deny praise call".split())
PERSONAL = ("he", "she", "they", "who", "i", "we")


def said(text: str, word: Word) -> str:
    """The word itself; "" for a full stop."""
    own = text[word.start : word.end]
    return "" if own in (".", "!", "…", "*") else own


def hangs_on(words: Sequence[Word], n: int, above: int) -> bool:
    """Whether `above` is on the way from `n` to the root."""
    while words[n].head != n:
        n = words[n].head
        if n == above:
            return True
    return False


def root_of(words: Sequence[Word]) -> int:
    """The word on which all others hang; −1 where there is none."""
    return next((n for n, w in enumerate(words) if w.head == n), -1)


def kids(words: Sequence[Word], n: int) -> list[int]:
    """What hangs directly on `n`."""
    return [k for k, v in enumerate(words) if v.head == n and k != n]


def child(words: Sequence[Word], n: int, *deps: str) -> int:
    """The first word that hangs on `n` in one of these ways; -1 where there is none."""
    return next((k for k in kids(words, n) if words[k].dep in deps), -1)


def with_that(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a clause is led by `that`."""
    marks = (k for k in kids(words, n) if words[k].dep == "mark")
    return any(said(text, words[k]).lower() == "that" for k in marks)


def subject_of(words: Sequence[Word], n: int) -> int:
    """The first subject that hangs on `n`; -1 where there is none."""
    return child(words, n, *SUBJECT)


def helps_of(words: Sequence[Word], n: int) -> list[int]:
    """The auxiliaries of a verb."""
    return [k for k in kids(words, n) if words[k].dep in HELP]


def rehung(
    words: list[Word],
    old: int,
    new: int,
    *,
    between: tuple[int, int],
    labels: Sequence[str] = ("cc",),
) -> None:
    """Move the `and` (or all of `labels`) between two places from one head to another."""
    for k in kids(words, old):
        if words[k].dep in labels and between[0] < k < between[1]:
            words[k] = words[k]._replace(head=new)


def parallel(text: str, words: list[Word]) -> list[Word]:
    """`A in B and C in D`: C is joined to A, not to B, for the same preposition follows it."""
    for n, w in enumerate(words[:-1]):
        first, after = w.head, words[n + 1]
        link = words[first].head
        joined = w.dep == "conj" and w.tag in ("NN", "NNS") and words[first].dep == "pobj"
        if not joined or after.dep != "prep" or not link < first < n:
            continue
        above = words[link].head
        thing = next((k for k in kids(words, n + 1) if words[k].dep == "pobj"), -1)
        alike = said(text, after).lower() == said(text, words[link]).lower()
        dated = thing >= 0 and words[thing].entity in ("DATE", "TIME")
        if not alike or dated or above >= link or not words[above].tag.startswith("NN"):
            continue
        words[n] = w._replace(head=above)
        words[n + 1] = after._replace(head=n)
        rehung(words, first, above, between=(first, n), labels=("cc", "punct"))
    return words


def one_name(text: str, words: list[Word]) -> list[Word]:
    """`The End Our Toll campaign said …`: two subjects in a row are one name."""
    for n, w in enumerate(words):
        first = next((k for k in kids(words, w.head) if words[k].dep == "nsubj" and k < n), -1)
        if (
            w.dep != "nsubj"
            or first < 0
            or w.head < n
            or not said(text, words[first])[:1].isupper()
        ):
            continue
        between = range(first + 1, n)
        if any(
            words[k].tag in (",", ":", "IN", "CC") or not hangs_on(words, k, n) for k in between
        ):
            continue
        _part_of_name(words, first, n)
    return words


def one_entity(text: str, words: list[Word]) -> list[Word]:
    """`The Save the Quay league said …`: what stands beside a name without a comma is its head."""
    for n, w in enumerate(words):
        first = w.head
        if w.dep != "appos" or first >= n or words[first].dep not in ("nsubj", "nsubjpass"):
            continue
        name = words[first].entity
        whole = all(words[k].entity == name for k in range(first, n + 1))
        if not name or not whole or any(words[k].tag in (",", ":") for k in range(first, n)):
            continue
        head, dep = words[first].head, words[first].dep
        _part_of_name(words, first, n)
        words[n] = w._replace(head=head, dep=dep)
    return words


def _part_of_name(words: list[Word], first: int, n: int) -> None:
    """Hang a word of a name on the name's head `n`, and what hung on the word with it."""
    for k in kids(words, first):
        words[k] = words[k]._replace(head=n)
    words[first] = words[first]._replace(head=n, dep="nmod")


def in_which(text: str, words: list[Word]) -> list[Word]:
    """`for “A”, in which he plays B`: a clause about the noun before the comma."""
    for n, w in enumerate(words):
        pronoun = next((k for k in range(n) if words[k].tag == "WDT" and hangs_on(words, k, n)), -1)
        opens = pronoun > 2 and words[pronoun].dep == "pobj" and words[pronoun].head == pronoun - 1
        if w.dep != "advcl" or not opens or w.head > pronoun:
            continue
        before = pronoun - 2
        while before > w.head and not said(text, words[before])[:1].isalnum():
            before -= 1
        comma = any(said(text, words[k]) == "," for k in range(before, pronoun))
        if comma and words[before].tag.startswith("NN"):
            words[n] = w._replace(head=before, dep="relcl")
    return words


def one_object(text: str, words: list[Word]) -> list[Word]:
    """`was chosen and was offered, but refused, A`: refused goes with offered."""
    for n, w in enumerate(words[:-1]):
        before = n - 3
        enclosed = said(text, words[n - 2]) == said(text, words[n + 1]) == "," if n > 3 else False
        verbs = w.dep == "conj" and w.tag in ("VBD", "VBN") and words[before].tag in ("VBD", "VBN")
        joined = words[n - 1].dep == "cc" and w.head < before and words[before].dep == "conj"
        if enclosed and verbs and joined and any(words[k].dep == "dobj" for k in kids(words, n)):
            words[n] = w._replace(head=before)
            words[n - 1] = words[n - 1]._replace(head=before)
    return words


def who_and_who(text: str, words: list[Word]) -> list[Word]:
    """`A, who led a trip to sail north and who painted`: a second `who` goes on with the first.

    A clause with `who` is no participle, whatever the parser calls it.
    """
    for n, w in enumerate(words):
        own = subject_of(words, n)
        if w.dep == "acl" and own >= 0 and words[own].tag in ("WP", "WDT"):
            words[n] = w = w._replace(dep="relcl")
        first = w.head
        relative = own >= 0 and said(text, words[own]).lower() in ("who", "which", "that")
        if w.dep != "conj" or not relative or words[own].tag not in ("WP", "WDT"):
            continue
        above = first
        while words[above].head != above and not _relative(text, words, above, words[own]):
            above = words[above].head
        if above != first and words[above].dep == "relcl":
            words[n] = w._replace(head=above)
            rehung(words, first, above, between=(first, n))
    return words


def _relative(text: str, words: Sequence[Word], n: int, pronoun: Word) -> bool:
    """Whether a clause is a relative one with the same pronoun as its subject."""
    own = [k for k in kids(words, n) if words[k].dep in SUBJECT]
    return words[n].dep == "relcl" and any(
        said(text, words[k]).lower() == said(text, pronoun).lower() for k in own
    )


def modifiers_joined(text: str, words: list[Word]) -> list[Word]:
    """`Drone and missile strikes`: two kinds of strikes, and no drone."""
    for n, w in enumerate(words):
        first = w.head
        listed = words[first].dep == "conj"
        if w.dep != "conj" or first + 3 != n or words[first].tag != "NN" or listed:
            continue
        joint, inner = words[first + 1], words[first + 2]
        bare = all(k > first for k in kids(words, first))
        kinds = said(text, joint).lower() == "and" and inner.tag == "NN" and inner.head == n
        if not (bare and kinds and inner.dep == "compound" and w.tag in ("NN", "NNS")):
            continue
        above = words[first].head
        words[n] = w._replace(head=above if above != first else n, dep=words[first].dep)
        words[first] = words[first]._replace(head=n, dep="compound")
        for k in kids(words, first):
            if k > n:
                words[k] = words[k]._replace(head=n)
    return words


def described_first(text: str, words: list[Word]) -> list[Word]:
    """`The son of a baker and a nurse, NAME was born …`: one comma, so NAME is the subject."""
    words = _two_subjects(text, words)
    comma = next((n for n, w in enumerate(words) if said(text, w) == ","), -1)
    opens = words and said(text, words[0]).lower() in ("the", "a", "an", "one")
    verbs_before = any(w.tag[:2] == "VB" or w.tag == "MD" for w in words[: max(comma, 0)])
    if comma < 2 or not opens or verbs_before:
        return words
    end = comma + 1
    while end < len(words) and words[end].entity == "PERSON":
        end += 1
    if end == comma + 1 or end >= len(words) or words[end].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return words
    told = words[0].head
    name = next((n for n in range(comma + 1, end) if not comma < words[n].head < end), end - 1)
    verb = end if words[end].dep not in ("aux", "auxpass") else words[end].head
    if told >= comma or not words[told].tag.startswith("NN") or hangs_on(words, verb, told):
        return words
    if words[told].head not in (verb, name) or verb < end or words[verb].tag[:2] != "VB":
        return words
    _two_parents(text, words, told)
    label = words[told].dep if words[told].dep in SUBJECT else "nsubj"
    words[name] = words[name]._replace(head=verb, dep=label)
    words[told] = words[told]._replace(head=name, dep="appos")
    return words


def _two_subjects(text: str, words: list[Word]) -> list[Word]:
    """`Born in 1934, the son of a miner, Roe left …`: the son is Roe, who left."""
    for n, w in enumerate(words):
        if w.dep not in ("nsubj", "nsubjpass") or w.tag not in ("NNP", "NNPS"):
            continue
        others = [k for k in kids(words, w.head) if words[k].dep == w.dep and k < n]
        told = others[-1] if others else -1
        held = told >= 0 and words[told].tag == "NN"
        if not held or not any(words[k].dep in ("det", "poss") for k in kids(words, told)):
            continue
        first = min((k for k in range(n) if k == n or hangs_on(words, k, n)), default=n)
        if said(text, words[first - 1]) == ",":
            words[told] = words[told]._replace(head=n, dep="appos")
    return words


def _two_parents(text: str, words: list[Word], told: int) -> None:
    """`the son of a baker and a nurse`: the son is no nurse; both are whose son he is."""
    of = next((k for k in kids(words, told) if said(text, words[k]).lower() == "of"), -1)
    parent = child(words, of, "pobj") if of >= 0 else -1
    other = child(words, told, "conj")
    if parent < 0 or other < 0 or said(text, words[0]).lower() != "the":
        return
    dets = [k for k in kids(words, other) if words[k].dep == "det"]
    if dets and said(text, words[dets[0]]).lower() in ("a", "an"):
        words[other] = words[other]._replace(head=parent)
        rehung(words, told, parent, between=(-1, len(words)))
