"""Whose words a clause is, where the parser hangs it on the wrong verb.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.misread import SHOWN
from verify.claims.regrouping import (
    ASKING,
    FINITE,
    PERSONAL,
    SUBJECT,
    child,
    hangs_on,
    kids,
    rehung,
    root_of,
    said,
    subject_of,
    with_that,
)
from verify.claims.verbs import base_of
from verify.ports import Word

BACKSHIFTED = frozenset("would could might had was were did".split())


def warned(text: str, words: list[Word]) -> list[Word]:
    """`A said the site had flooded and warned that B`: who said warned; a site does not.

    `A said that B but that C`: C is said, too.
    """
    for n, w in enumerate(words):
        first = w.head
        own = kids(words, n)
        marked = any(words[k].dep == "mark" and said(text, words[k]).lower() == "that" for k in own)
        content = child(words, first, "ccomp")
        if w.dep == "conj" and marked and first < content < n and _speaks(text, words[first]):
            words[n] = w._replace(head=content)
            rehung(words, first, content, between=(content, n))
            continue
        speaker = words[first].head
        tells = any(words[k].dep == "ccomp" for k in own)
        if w.dep != "conj" or words[first].dep != "ccomp" or not speaker < first < n:
            continue
        and_ = said(text, words[n - 1]).lower() == "and" and said(text, words[n - 2]) == ","
        asks = and_ and base_of(said(text, w).lower()) in ASKING
        tells = (tells and _speaks(text, w)) or asks
        if not tells or base_of(said(text, words[speaker]).lower()) not in lx.SAYING:
            continue
        subject = subject_of(words, first)
        if (
            any(words[k].dep in SUBJECT for k in own)
            or subject < 0
            or words[subject].entity == "PERSON"
        ):
            continue
        if said(text, words[subject]).lower() in PERSONAL:
            continue
        words[n] = w._replace(head=speaker)
        rehung(words, first, speaker, between=(first, n))
    return words


def _speaks(text: str, word: Word) -> bool:
    return base_of(said(text, word).lower()) in lx.SPEECH


def resumed(text: str, words: list[Word]) -> list[Word]:
    """`“A,” she said, smiling, “to B”`: B was said, and is no part of how she smiled."""
    for n, w in enumerate(words):
        verb = w.head
        if w.tag != "VBG" or w.dep != "advcl" or not verb < n or not _speaks(text, words[verb]):
            continue
        opens = [k for k in range(n + 1, len(words)) if said(text, words[k]) in ('"', "“")]
        before = any(said(text, words[k]) in ('"', "”") for k in range(verb))
        if not opens or not before or said(text, words[opens[0] - 1]) != ",":
            continue
        for k in range(opens[0] - 1, len(words)):
            if words[k].head < opens[0] - 1 and hangs_on(words, k, n):
                words[k] = words[k]._replace(head=verb)
    return words


def spoken_last(text: str, words: list[Word]) -> list[Word]:
    """`Talks to resume, mayor says`: all before the last comma is what was said; of `A; B, say
    residents` only what stands behind the semicolon."""
    return _behind_semicolon(text, _inverted(text, _all_said(text, words)))


def _inverted(text: str, words: list[Word]) -> list[Word]:
    """`A skipped B, say workers`: no second verb of A's, but who says all that."""
    for n, w in enumerate(words):
        joined = w.dep == "conj" and words[w.head].head == w.head < n and w.tag in FINITE
        if not joined or not _speaks(text, w) or subject_of(words, n) <= n:
            continue
        own = {words[k].dep for k in kids(words, n)}
        if said(text, words[n - 1]) == "," and not own & {"cc", "dobj", "ccomp"}:
            words[w.head] = words[w.head]._replace(head=n, dep="ccomp")
            words[n] = w._replace(head=n, dep="ROOT")
    return words


def _behind_semicolon(text: str, words: list[Word]) -> list[Word]:
    root = root_of(words)
    subject = subject_of(words, root)
    if root < 0 or not _speaks(text, words[root]) or words[root].tag not in FINITE or subject < 0:
        return words
    first = min(k for k in range(len(words)) if k == subject or hangs_on(words, k, subject))
    comma = min(first, root) - 1
    parting = next((n for n in range(comma, 0, -1) if said(text, words[n]) == ";"), -1)
    quoted = any(said(text, w)[:1] in '“"«' for w in words[: max(comma, 0)])
    if parting < 0 or quoted or said(text, words[comma]) != ",":
        return words
    before = _top_clause(words, range(parting))
    behind = _top_clause(words, range(parting + 1, comma))
    if before < 0 or behind < 0:
        return words
    for span, top in ((range(parting), before), (range(parting + 1, comma), behind)):
        for n in span:
            if n == top:
                words[n] = words[n]._replace(head=root, dep="ccomp")
            elif words[n].head not in span:
                words[n] = words[n]._replace(head=top)
    words[parting] = words[parting]._replace(head=before)
    return words


def _top_clause(words: Sequence[Word], span: range) -> int:
    """The verb of a stretch that has a subject and hangs outside; −1 where it has none."""
    tops = (n for n in span if words[n].head not in span)
    return next((n for n in tops if words[n].tag[:2] == "VB" and subject_of(words, n) in span), -1)


def _all_said(text: str, words: list[Word]) -> list[Word]:
    last = _last_saying(text, words)
    comma = next((n for n in range(last, 0, -1) if said(text, words[n]) == ","), -1)
    spoken = last > comma + 1 > 1 and base_of(said(text, words[last]).lower()) in lx.SPEECH | SHOWN
    if not spoken or last - comma > 9 or said(text, words[0])[:1] in "“\"'‘«":
        return words
    if words[comma + 1].tag == "CC" and words[comma + 2].tag in ("WP", "WRB", "WDT"):
        return words  # `Roe goes, and what the letters say`: they say something else
    if words[last].tag not in ("VBZ", "VBD", "VBP") or words[last].dep not in (
        "ROOT",
        "ccomp",
        "conj",
    ):
        return words
    tops = [n for n in range(comma) if words[n].head >= comma or words[n].head == n]
    tops = [n for n in tops if said(text, words[n])[:1].isalnum()]
    if not tops:
        return words
    top = next((n for n in tops if words[n].tag[:2] == "VB"), tops[-1])
    for n, w in enumerate(words):
        if n == top:
            words[n] = w._replace(head=last, dep="ccomp")
        elif n in tops:
            words[n] = w._replace(head=top)
        elif n == last:
            words[n] = w._replace(head=n, dep="ROOT")
        elif n >= comma and (w.head < comma or w.head == n):
            words[n] = w._replace(head=last)
    return words


def _last_saying(text: str, words: Sequence[Word]) -> int:
    """The verb of saying that ends a sentence; one that the parser joins to the verb before a comma
    may have a time after it: `…, the office announced last week.`"""
    last = next((n for n in range(len(words) - 1, 0, -1) if said(text, words[n])), -1)
    late = next((n for n in range(last, 0, -1) if words[n].tag in FINITE), -1)
    joined = late > 0 and words[late].dep == "conj" and _speaks(text, words[late])
    if not joined or any(words[k].dep in ("cc", "dobj", "ccomp") for k in kids(words, late)):
        return last
    subject = subject_of(words, late)
    first = min((k for k in range(late) if subject in (k, _above(words, k, subject))), default=0)
    loose = subject > 0 and said(text, words[first - 1]) == ","
    return late if loose and words[words[late].head].tag[:2] == "VB" else last


def _above(words: Sequence[Word], n: int, above: int) -> int:
    return above if above >= 0 and hangs_on(words, n, above) else -1


def own_voice(text: str, words: list[Word]) -> list[Word]:
    """`A said B was over, and C has shut it`: what stands in another tense than what A said is told
    by the article; `A has said he will go but has ruled out B`: the same auxiliary goes on."""
    for n, w in enumerate(words):
        first, speaker = w.head, words[w.head].head
        content = w.dep == "conj" and words[first].dep == "ccomp" and speaker < first < n
        if not content or not _speaks(text, words[speaker]) or with_that(text, words, n):
            continue
        subject = subject_of(words, n)
        if subject < 0:
            own = _auxiliary(text, words, n)
            apart = own in HAVE and own == _auxiliary(text, words, speaker)
            apart = apart and own != _auxiliary(text, words, first)
            apart = apart or _acts(text, words, n)
        else:
            past = words[speaker].tag == "VBD" and _past(text, words, first)
            apart = past and not _past(text, words, n) and words[subject].tag.startswith("NN")
        if apart:
            words[n] = w._replace(head=speaker)
            rehung(words, first, speaker, between=(first, n), labels=("cc", "punct"))
    return words


HAVE = frozenset("has have had".split())
# What a thing does not do: `said it was late and left`.
ACTS = frozenset(
    "leave walk resign apologise apologize thank smile laugh weep hug wave nod".split()
)


def _acts(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a verb joined to what somebody said of a thing is what that person did."""
    subject = child(words, words[n].head, *SUBJECT)
    thing = subject >= 0 and words[subject].entity != "PERSON"
    thing = thing and said(text, words[subject]).lower() == "it"
    bare = not _auxiliary(text, words, n) and words[n].tag == "VBD"
    return thing and bare and base_of(said(text, words[n]).lower()) in ACTS


def _auxiliary(text: str, words: Sequence[Word], n: int) -> str:
    """The first auxiliary of a verb; "" where it has none."""
    own = (k for k in kids(words, n) if words[k].dep in ("aux", "auxpass") and k < n)
    return next((said(text, words[k]).lower() for k in own), "")


def _past(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a verb stands as what was said stands: `was`, `had gone`, `would go`."""
    return (_auxiliary(text, words, n) or said(text, words[n]).lower()) in BACKSHIFTED or (
        words[n].tag == "VBD" and not _auxiliary(text, words, n)
    )


def said_when(text: str, words: list[Word]) -> list[Word]:
    """`said on Monday it would shut`: right after the verb stands when it was said."""
    for n, w in enumerate(words):
        content, speaker = w.head, words[w.head].head
        timed = w.dep in ("prep", "npadvmod") and words[content].dep == "ccomp"
        if not timed or not speaker < n < content or not _speaks(text, words[speaker]):
            continue
        under = [k for k in range(n, content) if k == n or hangs_on(words, k, n)]
        dated = any(words[k].entity in ("DATE", "TIME") for k in under)
        first = min(k for k in range(speaker + 1, content) if k == n or hangs_on(words, k, n))
        late = any(words[k].dep in SUBJECT and k > n for k in kids(words, content))
        if dated and late and first == speaker + 1:
            words[n] = w._replace(head=speaker)
    return words


def as_told(text: str, words: list[Word]) -> list[Word]:
    """`it is not clear whether he fled, as A alleged`: A alleged the clause right before."""
    for n, w in enumerate(words):
        own = kids(words, n)
        mark = next((k for k in own if words[k].dep == "mark"), -1)
        told = w.dep == "advcl" and w.head < n and base_of(said(text, w).lower()) in lx.SAYING
        if not told or mark < 2 or said(text, words[mark]).lower() != "as":
            continue
        if said(text, words[mark - 1]) != "," or any(words[k].dep == "ccomp" for k in own):
            continue
        at = mark - 2
        while words[at].head != at and not (words[at].tag[:2] == "VB" and _own_subject(words, at)):
            at = words[at].head
        if at < n and at != w.head and hangs_on(words, at, w.head):
            words[n] = w._replace(head=at)
    return words


def _own_subject(words: Sequence[Word], n: int) -> bool:
    return any(words[k].dep in SUBJECT for k in kids(words, n))


def would_go_on(text: str, words: list[Word]) -> list[Word]:
    """`A said she had not, but would do B`: that she would is part of what A said."""
    for n, w in enumerate(words):
        speaker = w.head
        content = child(words, speaker, "ccomp")
        shifted = _auxiliary(text, words, n) in ("would", "could", "might")
        if w.dep != "conj" or not shifted or _own_subject(words, n):
            continue
        if not speaker < content < n or not _speaks(text, words[speaker]):
            continue
        if words[speaker].tag == "VBD" and not _auxiliary(text, words, speaker):
            words[n] = w._replace(head=content)
            rehung(words, speaker, content, between=(content, n), labels=("cc", "punct"))
    return words


def said_first(text: str, words: list[Word]) -> list[Word]:
    """`"A," NAME says, doing B so that it seems C`: right after the quotation NAME says it, and a
    later verb belongs to what stands before it."""
    closed = [n for n, w in enumerate(words) if said(text, w) in ('"', "”")]
    if len(closed) < 2 - (said(text, words[0]) == "“"):
        return words
    close = closed[1] if said(text, words[0]) == '"' else closed[0]
    verb = next((n for n in range(close, len(words)) if words[n].dep == "parataxis"), -1)
    root = words[verb].head if verb > 0 else -1
    subject = subject_of(words, root)
    if not close < verb < subject < root or not _speaks(text, words[verb]):
        return words
    for k in kids(words, root):
        if k < subject or words[k].dep == "punct":
            words[k] = words[k]._replace(head=verb)
    words[verb] = words[verb]._replace(head=verb, dep="ROOT")
    nouns = (k for k in range(subject - 1, verb, -1) if words[k].tag.startswith("NN"))
    noun = next((k for k in nouns if not hangs_on(words, k, root)), verb)
    words[root] = words[root]._replace(head=noun, dep="ccomp")
    return words
