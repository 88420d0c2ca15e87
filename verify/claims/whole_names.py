"""Names that the parser tears: in their middle, from their title, from the noun before them.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, child, hangs_on, kids, rehung, said
from verify.ports import Word

# Places of which the name is two names; neither half is the place.
TWOFOLD = frozenset(
    {
        ("jammu", "kashmir"), ("bosnia", "herzegovina"), ("trinidad", "tobago"),
        ("antigua", "barbuda"), ("kitts", "nevis"), ("vincent", "grenadines"),
        ("tomé", "príncipe"), ("tome", "principe"), ("turks", "caicos"), ("wallis", "futuna"),
        ("andaman", "nicobar"), ("serbia", "montenegro"), ("newfoundland", "labrador"),
        ("tyne", "wear"), ("brighton", "hove"), ("perth", "kinross"), ("argyll", "bute"),
        ("dumfries", "galloway"), ("hammersmith", "fulham"), ("kensington", "chelsea"),
        ("barking", "dagenham"), ("redcar", "cleveland"), ("telford", "wrekin"),
    }
)  # fmt: skip


def twofold_place(text: str, words: list[Word]) -> list[Word]:
    """`died in Jammu and Kashmir`: one place, which is no list."""
    for n, w in enumerate(words):
        first = w.head
        pair = (said(text, words[first]).lower(), said(text, w).lower())
        joint = first + 1
        if w.dep != "conj" or pair not in TWOFOLD or not joint < n <= first + 3:
            continue
        if said(text, words[joint]).lower() != "and" or first_word(words, n) != joint + 1:
            continue
        for k in kids(words, n):
            if k > n:  # what goes on behind the name
                words[k] = words[k]._replace(head=first)
        place = words[first].entity or "GPE"
        for k in range(joint, n + 1):
            words[k] = words[k]._replace(entity=place)
        words[joint] = words[joint]._replace(head=n, dep="nmod")
        words[n] = words[n]._replace(head=first, dep="nmod")
        words[first] = words[first]._replace(entity=place)
    return words


def name_goes_on(text: str, words: list[Word]) -> list[Word]:
    """`trained at the Institute of Nursing Florence Hale`: what stands right behind the first part
    of the name of a body is the rest of it."""
    for n, w in enumerate(words):
        if w.entity not in BODIES or w.tag not in NAMES or w.dep not in TORN or w.head > n:
            continue
        begin = first_word(words, n)
        before, inner = words[begin - 1], range(begin, n + 1)
        if begin < 2 or before.entity != w.entity or before.tag not in NAMES:
            continue
        one = all(words[k].entity == w.entity and words[k].tag not in ("DT", ",") for k in inner)
        if not one or before.dep != "pobj" or hangs_on(words, begin - 1, n) or w.head == begin - 1:
            continue
        words[n] = w._replace(head=begin - 1, dep="nmod")
        for k in kids(words, n):  # `Fuente Muñiz`, of which the second half is no description
            if k > n and words[k].dep == "appos" and words[k].entity == w.entity and k == n + 1:
                words[k] = words[k]._replace(dep="nmod")
    return words


def of_another_tongue(text: str, words: list[Word]) -> list[Word]:
    """`the Parco delle Cinque Torri`: `delle` is a part of the name, and what stands before it no
    title of somebody called by the rest."""
    for n in range(1, len(words) - 1):
        before, after = words[n - 1], words[n + 1]
        link = said(text, words[n]).lower() in LINKS and said(text, words[n]).islower()
        capital = all(said(text, v)[:1].isupper() for v in (before, after))
        if not (link and capital) or before.tag not in NAMES:
            continue
        words[n] = words[n]._replace(tag="NNP")
        if after.entity != "PERSON" or before.entity == "PERSON":
            continue
        for k in range(n + 1, len(words)):
            if words[k].entity != "PERSON":
                break
            words[k] = words[k]._replace(entity=before.entity)
    return words


# What stands inside a French, Italian, Spanish, Portuguese or German name of a thing.
LINKS = frozenset("del della delle degli dei dell des du das dos zum zur am der".split())

BODIES = ("ORG", "FAC")
TORN = ("npadvmod", "dobj", "appos", "attr", "dep", "oprd")


def blues_musician(text: str, words: list[Word]) -> list[Word]:
    """`the grandson of blues musician NAME and learned from him`: what stands between a noun and
    the name right behind it is the name's title, and the noun a part of that."""
    for n, w in enumerate(words):
        begin = first_word(words, n)
        title, noun = words[begin], words[begin - 1]
        loose = w.tag in NAMES and w.entity == "PERSON" and w.dep in (*TORN, "conj")
        if not loose or begin < 2 or begin == n or title.tag != "NN" or title.head != n:
            continue
        person = said(text, title).lower() in lx.ROLE_HEADS | HUMAN_NOUNS
        thing = noun.tag in ("NN", "NNS") and noun.dep in ("pobj", "dobj") and w.head < begin - 1
        if not (person and thing) or any(k >= begin for k in kids(words, begin - 1)):
            continue
        for k in kids(words, begin - 1):
            words[k] = words[k]._replace(head=begin)
        words[n] = w._replace(head=noun.head, dep=noun.dep)
        words[begin - 1] = noun._replace(head=begin, dep="compound")
    return words


def films_named(text: str, words: list[Word]) -> list[Word]:
    """`known for roles in the films A and B`: with no comma, a name is that of the noun before it,
    and of none farther off."""
    for n, w in enumerate(words):
        begin = first_word(words, n)
        near = begin - 1
        loose = w.dep in ("appos", "npadvmod") and w.entity not in ("DATE", "TIME")
        if not loose or w.tag not in NAMES or not w.head < near:
            continue
        noun = words[near]
        several = noun.tag == "NNS" or child(words, n, "conj") < 0
        if noun.tag in ("NN", "NNS") and several and said(text, noun).islower():
            words[n] = w._replace(head=near, dep="appos")
    return words


def and_the_other(text: str, words: list[Word]) -> list[Word]:
    """`the Committee for Trade and the Transport Committee`: a second committee, and not what the
    first is for."""
    for n, w in enumerate(words):
        inner = w.head
        link = words[inner].head
        above = words[link].head
        named = w.tag in NAMES and words[inner].tag in NAMES and words[above].tag in NAMES
        if w.dep != "conj" or not named or words[inner].dep != "pobj" or not above < link < inner:
            continue
        own = [k for k in kids(words, n) if words[k].dep == "det"]
        the = any(said(text, words[k]).lower() == "the" for k in own)
        bare = not any(words[k].dep == "det" for k in kids(words, inner))
        again = said(text, w).lower() == said(text, words[above]).lower()
        body = again or (bare and said(text, w).lower() in lx.BODIES)
        if the and body and w.entity == words[above].entity == "ORG":
            words[n] = w._replace(head=above)
            rehung(words, inner, above, between=(inner, n), labels=("cc", "punct"))
    return words


def named_after_comma(text: str, words: list[Word]) -> list[Word]:
    """`the owner of the bakery, NAME, which has nine shops`: the name stands beside the bakery, and
    what follows is told of the name."""
    for n, w in enumerate(words[:-2]):
        name = w.head
        beside = w.dep == "nmod" and w.tag == "NN" and words[name].tag in NAMES and n + 1 < name
        if not beside or said(text, words[n + 1]) != "," or not said(text, w).islower():
            continue
        within = range(n + 2, name)
        led = child(words, name, "det", "poss")
        if any(words[k].head != name or words[k].tag not in NAMES for k in within) or not led < n:
            continue
        if led < 0:
            continue
        words[n] = w._replace(head=words[name].head, dep=words[name].dep)
        words[name] = words[name]._replace(head=n, dep="appos")
        for k in kids(words, name):
            if k < n:
                words[k] = words[k]._replace(head=n)
    return words


def one_work_of_two(text: str, words: list[Word]) -> list[Word]:
    """`released an album, The Ups and Downs`: what is one of its kind has one name."""
    for n, w in enumerate(words):
        noun, joint = w.head, first_word(words, n) - 1
        last = child(words, n, "conj")
        led = child(words, noun, "det")
        one = words[noun].tag == "NN" and noun < joint and said(text, words[joint]) == ","
        one = one and led >= 0 and said(text, words[led]).lower() in ("a", "an")
        closes = n < last and all(v.tag == "." for v in words[last + 1 :])
        if w.dep != "appos" or not (one and closes) or words[n].tag not in NAMES:
            continue
        inner = [k for k in range(n + 1, last) if words[k].head in (n, last)]
        joined = [said(text, words[k]) for k in inner if words[k].dep == "cc"]
        plain = all(words[k].dep in ("cc", "compound") for k in inner) and joined == ["and"]
        if not plain or words[last].tag not in NAMES or child(words, last, "conj") >= 0:
            continue
        for k in (*inner, *kids(words, n), n):
            words[k] = words[k]._replace(head=last, dep="compound", tag="NNP", entity="WORK_OF_ART")
        words[last] = words[last]._replace(head=noun, dep="appos", entity="WORK_OF_ART")
    return words


def for_inside_a_name(text: str, words: list[Word]) -> list[Word]:
    """`a lawyer and president of the Board of Control for Cricket`: not the lawyer's."""
    for n, w in enumerate(words[:-1]):
        loose = w.dep == "prep" and said(text, w) == "for" and w.head < n - 2
        if not loose or words[w.head].tag not in ("NN", "NNS"):
            continue
        before, inner = words[n - 1], child(words, n, "pobj")
        bare = inner == n + 1 and words[inner].tag in NAMES and words[inner].entity == before.entity
        of = before.head
        body = words[of].head
        named = before.dep == "pobj" and said(text, words[of]) == "of" and body < of
        if bare and named and before.tag in NAMES and words[body].tag in NAMES:
            words[n] = w._replace(head=body)
            place = n + 2
            if place < len(words) and words[place].head == w.head and words[place].tag == "IN":
                words[place] = words[place]._replace(head=body)
    return words


def starring(text: str, words: list[Word]) -> list[Word]:
    """`the film NAME starring actor NAME`: the film has that name, and the actor is in it."""
    for n, w in enumerate(words):
        role = w.head
        verb = w.tag == "VBG" and w.dep == "amod" and said(text, w).lower() in STARRING
        name = n - 1
        if not verb or role < n or name < 1 or words[name].head != role:
            continue
        if words[role].dep == "compound":  # `actor NAME`, with the name above
            role = words[role].head
        kind = words[role].head
        if words[role].dep != "appos" or kind != first_word(words, name) - 1:
            continue
        if words[name].tag not in NAMES:
            continue
        words[name] = words[name]._replace(head=kind, dep="appos", entity="WORK_OF_ART")
        words[n] = w._replace(head=name, dep="acl")
        words[role] = words[role]._replace(head=n, dep="dobj")
    return words


def films_and(text: str, words: list[Word]) -> list[Word]:
    """`in the films A (1998) and B (2007)`: the second is a film as the first is."""
    for n, w in enumerate(words):
        joint = first_word(words, n) - 1
        if w.dep != "conj" or w.tag not in NAMES or joint < 1 or words[joint].dep != "cc":
            continue
        one = joint - 1
        while one > 0 and words[one].dep != "appos" and words[one].head < one:
            one = words[one].head
        while one > 0 and words[words[one].head].dep == "appos":  # the year in brackets
            one = words[one].head
        noun = words[one].head
        apart = words[one].dep == "appos" and w.head < one and words[one].tag in NAMES
        near = noun == first_word(words, one) - 1 and last_word(words, one) == joint - 1
        if apart and near and words[noun].tag == "NNS" and child(words, one, "conj") < 0:
            words[n] = w._replace(head=one)
            words[joint] = words[joint]._replace(head=one)
    return words


STARRING = frozenset({"starring", "featuring"})

WHOLE_NAMES = (
    one_work_of_two,
    for_inside_a_name,
    starring,
    films_and,
    twofold_place,
    of_another_tongue,
    name_goes_on,
    blues_musician,
    films_named,
    and_the_other,
    named_after_comma,
)
