"""What stands beside a noun, between dashes or in an aside, where the parser ties it to the rest.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, child, hangs_on, kids, said
from verify.ports import Word

WITHIN = ("compound", "nmod", "nummod", "amod")  # of a noun phrase
LONGEST_NAME = 4  # words of what a thing is also called


def between_dashes(text: str, words: list[Word]) -> list[Word]:
    """`was told by NAME — B's chief — to go`: what follows the second dash hangs on nothing that
    stands between the two."""
    marks = [n for n, w in enumerate(words) if _dash(text, words, n)]
    if len(marks) != 2 or marks[1] - marks[0] < 2:
        return words
    inside = range(marks[0] + 1, marks[1])
    tops = [n for n in inside if words[n].head not in inside]
    if len(tops) != 1 or words[tops[0]].head == tops[0] or words[tops[0]].head > marks[1]:
        return words
    noun = words[tops[0]].head
    verb = noun
    while words[verb].tag[:2] not in ("VB", "MD") and words[verb].head != verb:
        verb = words[verb].head
    for n in range(marks[1], len(words)):
        w = words[n]
        if w.head not in inside:
            continue
        listed = w.dep in ("cc", "conj") and w.tag[:2] != "VB"
        purpose = w.tag == "VB" and w.dep in ("acl", "relcl")
        words[n] = w._replace(head=noun if listed else verb, dep="xcomp" if purpose else w.dep)
    return words


def _dash(text: str, words: Sequence[Word], n: int) -> bool:
    own = said(text, words[n])
    spaced = own in ("-", "--") and text[words[n].start - 1 : words[n].start] == " "
    return own in ("—", "–") or spaced


def another_name(text: str, words: list[Word]) -> list[Word]:
    """`the density of plasma, or ionized gas, in A`: the gas is another name of what stands right
    before it."""
    for n, w in enumerate(words[:-2]):
        near = n - 2
        if w.tag != "CC" or said(text, w).lower() != "or" or near < 0:
            continue
        if said(text, words[n - 1]) != "," or words[near].tag not in ("NN", "NNS", *NAMES):
            continue
        other = next((k for k in kids(words, w.head) if words[k].dep == "conj" and k > n), -1)
        above = w.head
        if other < 0 or above == near or not hangs_on(words, near, above):
            continue
        closed = other + 1 < len(words) and said(text, words[other + 1]) == ","
        bare = words[n + 1].tag not in ("DT", "PRP$", "CD")
        if words[other].entity == "PERSON" != words[near].entity:
            continue  # `like A, who plays for B, or C, who …`: nobody's name is that of a club
        if not closed or not bare or other - n > LONGEST_NAME or words[other].tag[:2] != "NN":
            continue
        words[other] = words[other]._replace(head=near)
        for k in (n - 1, n):
            words[k] = words[k]._replace(head=near)
    return words


def described_twice(text: str, words: list[Word]) -> list[Word]:
    """`NAME, a fellow at A, and co-author of B, said`: both tell what NAME is."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "appos" and w.tag == "NN" else -1
        if first < 3 or words[first - 1].tag != "CC" or said(text, words[first - 2]) != ",":
            continue
        before = [k for k in kids(words, w.head) if words[k].dep == "appos" and k < first]
        own = said(text, w).lower()
        person = own in HUMAN_NOUNS or own.rsplit("-", 1)[-1] in lx.ROLE_HEADS | {"author"}
        if not before or not person or last_word(words, before[-1]) < first - 3:
            continue
        words[n] = w._replace(head=before[-1], dep="conj")
        words[first - 1] = words[first - 1]._replace(head=before[-1])
        words[first - 2] = words[first - 2]._replace(head=before[-1])
    return words


def of_the_lions(text: str, words: list[Word]) -> list[Word]:
    """`after the Lions’ May 9 loss at A`: where no quotation was opened, the mark after a plural is
    that of an owner."""
    for n, w in enumerate(words[:-1]):
        if said(text, w) not in ("’", "'") or w.dep != "punct" or n < 1 or w.tag != "''":
            continue
        owner = n - 1
        opened = any(said(text, v) in ("‘", "'", "’") for v in words[:n])
        plural = words[owner].tag in ("NNS", "NNPS", "NNP") and words[owner].end == w.start
        if opened or not plural or not said(text, words[owner]).lower().endswith("s"):
            continue
        thing = n + 1
        while words[thing].head > thing and words[thing].dep in WITHIN:
            thing = words[thing].head
        loose = words[thing].head < owner and words[thing].tag in ("NN", "NNS")
        if not loose or first_word(words, thing) != n + 1:
            continue
        if hangs_on(words, words[thing].head, owner) or words[owner].head == thing:
            continue
        words[thing] = words[thing]._replace(head=words[owner].head, dep=words[owner].dep)
        words[owner] = words[owner]._replace(head=thing, dep="poss")
        words[n] = w._replace(head=owner, dep="case", tag="POS")
    return words


def a_fear_she_denied(text: str, words: list[Word]) -> list[Word]:
    """`spoke of A, a fear NAME denied`: `a fear` is no title of NAME, and what it is about was
    told before."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "nsubj" and w.tag in NAMES else -1
        noun = first + 1
        if first < 3 or said(text, words[first]).lower() not in ("a", "an") or not noun < n:
            continue
        own = said(text, words[noun]).lower()
        if words[noun].tag != "NN" or own in lx.ROLE_HEADS | HUMAN_NOUNS or words[noun].head != n:
            continue
        verb, comma = w.head, first - 1
        top = words[verb].head == verb
        main = words[verb].head if words[verb].dep == "ccomp" else -1
        if top:
            main = child(words, verb, "ccomp")
        if not 0 <= main < comma or said(text, words[comma]) != ",":
            continue
        if words[verb].tag != "VBD" or any(words[k].dep == "dobj" for k in kids(words, verb)):
            continue
        near = first - 2
        for k in kids(words, verb):
            if words[k].dep == "punct" and (k > verb or k == comma):
                words[k] = words[k]._replace(head=near if k == comma else main)
        if top:
            words[main] = words[main]._replace(head=main, dep="ROOT")
        words[noun] = words[noun]._replace(head=near, dep="appos")
        words[first] = words[first]._replace(head=noun)
        words[verb] = words[verb]._replace(head=noun, dep="relcl")
    return words


def inside_another(text: str, words: list[Word]) -> list[Word]:
    """`NAME, head of the institute, a body of 40, resigned`: the body is no person, so it is what
    was named last."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "appos" and w.tag == "NN" else -1
        near = first - 2
        named = words[w.head].tag in NAMES and words[w.head].entity != "ORG"
        if near < 2 or said(text, words[first - 1]) != "," or not named:
            continue
        before = [k for k in kids(words, w.head) if words[k].dep in ("appos", "relcl") and k < near]
        inside = bool(before) and hangs_on(words, near, before[-1])
        own = said(text, w).lower()
        thing = own in BODY_NOUNS and words[near].entity != "PERSON"
        if inside and thing and words[near].tag[:2] == "NN":
            joint = child(words, n, "cc")
            if joint > 0 and said(text, words[joint - 1]) == ",":  # `, and her deputy`
                for k in kids(words, n):
                    if words[k].dep in ("cc", "conj"):
                        words[k] = words[k]._replace(head=w.head)
            words[n] = w._replace(head=near)
            words[first - 1] = words[first - 1]._replace(head=near)
    return words


# What is never a person.
BODY_NOUNS = lx.BODIES | frozenset(
    "body group firm company party charity club band think-tank organisation organization school"
    " university hospital newspaper magazine website town city village country film book".split()
)


def comma_of_aside(text: str, words: list[Word]) -> list[Word]:
    """`the brother of the heir, NAME, said`: the comma goes with what it stands before."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "appos" else -1
        if first < 2 or said(text, words[first - 1]) != ",":
            continue
        comma = words[first - 1]
        if comma.dep == "punct" and comma.head not in (n, w.head) and w.head < first - 1:
            words[first - 1] = comma._replace(head=w.head)
    return words


def example_described(text: str, words: list[Word]) -> list[Word]:
    """`novels, including A, the first of B`: the first is A, the example that was named last."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "appos" else -1
        if first < 3 or said(text, words[first - 1]) != "," or w.tag not in ("NN", *NAMES):
            continue
        if w.tag in NAMES and any(v.tag == "CC" for v in words[n:]):
            continue  # `ports, including A, the B and C`: a list
        for k in kids(words, w.head):
            item = next((m for m in kids(words, k) if words[m].dep == "pobj"), -1)
            gives = words[k].dep == "prep" and said(text, words[k]).lower() in EXAMPLES
            if not gives or item < 0 or _end(text, words, k) != first - 2:
                continue
            while (after := _joined(words, item)) >= 0:
                item = after
            if words[item].tag in NAMES and words[n].entity != "PERSON":
                words[n] = w._replace(head=item)
                words[first - 1] = words[first - 1]._replace(head=item)
    return words


EXAMPLES = ("including", "as", "like")


def _end(text: str, words: Sequence[Word], n: int) -> int:
    """The last word that hangs on `n`, without a comma."""
    last = last_word(words, n)
    return last - 1 if said(text, words[last]) == "," else last


def _joined(words: Sequence[Word], n: int) -> int:
    return child(words, n, "conj")


def named_next(text: str, words: list[Word]) -> list[Word]:
    """`A, the ferry line, and B, a bank`: B is named beside A, and A is no B."""
    for n, w in enumerate(words):
        told = words[w.head]
        joint = first_word(words, n) - 1 if w.dep == "conj" and w.tag in NAMES else -1
        if joint < 2 or words[joint].tag != "CC" or said(text, words[joint - 1]) != ",":
            continue
        article = any(words[k].dep == "det" for k in kids(words, w.head))
        if told.dep == "appos" and told.tag == "NN" and article and words[told.head].tag in NAMES:
            words[n] = w._replace(head=told.head)
            words[joint] = words[joint]._replace(head=told.head)
    return words


def office_at(text: str, words: list[Word]) -> list[Word]:
    """`NAME, head and founder, FIRM`: the firm that NAME is head of."""
    for n, w in enumerate(words):
        last = all(not said(text, v) for v in words[n + 1 :])  # no list of people goes on
        firm = w.dep == "appos" and w.tag[:2] == "NN" and (last or w.entity != "PERSON")
        first = first_word(words, n)
        if not firm or first < 4 or said(text, words[first - 1]) != ",":
            continue
        if words[w.head].entity != "PERSON" or words[first].tag in ("DT", "PRP$", "CD", "JJ"):
            continue
        office = next((k for k in kids(words, w.head) if words[k].dep == "appos" and k < n), -1)
        if office < 0 or _end(text, words, office) != first - 2 or words[office].entity == "PERSON":
            continue
        if said(text, words[office]).lower() in lx.ROLE_HEADS and _bare(words, office):
            words[n] = w._replace(head=office, dep="nmod")
            words[first - 1] = words[first - 1]._replace(head=office)
    return words


def _bare(words: Sequence[Word], n: int) -> bool:
    return not any(words[k].dep in ("det", "poss", "relcl", "acl") for k in kids(words, n))


def bracket_closed(text: str, words: list[Word]) -> list[Word]:
    """`the Kent Party (KP) from 1990`: both brackets go with what stands between them."""
    for n, w in enumerate(words):
        if said(text, w) != ")" or w.dep != "punct":
            continue
        first = next((k for k in range(n - 1, -1, -1) if said(text, words[k]) in "()"), -1)
        if first < 0 or said(text, words[first]) != "(" or words[first].head == w.head:
            continue
        tops = [k for k in range(first + 1, n) if not first < words[k].head < n]
        if len(tops) == 1 and words[tops[0]].head < first:
            words[first] = words[first]._replace(head=tops[0])
            words[n] = w._replace(head=tops[0])
    return words


BESIDE = (
    bracket_closed,
    between_dashes,
    another_name,
    described_twice,
    of_the_lions,
    a_fear_she_denied,
    inside_another,
    example_described,
    named_next,
    office_at,
)
