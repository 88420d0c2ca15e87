"""What a relative clause after a comma describes: `A, which …`, `A, who …`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.either import KIN, word_before
from verify.claims.for_all_said import for_all_said
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.phrases import is_plural
from verify.claims.reading import PLACES, Reading, indefinite, proper, role
from verify.claims.rivals import amount_of, off_a_place
from verify.claims.speech import within_quotation
from verify.claims.tokens import Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of
from verify.claims.whom import so_far_from, thinks, told_about

# `made it in a shed, which took years`: what took years is that they made it.
OF_ALL = frozenset("take mean prompt force enable allow".split())


def no_noun(tree: Tree, noun: int) -> bool:
    """Whether nothing can be told of what an aside hangs on: a finite verb, or a noun behind `that`
    which begins a clause (`dams that store waste, known as A`)."""
    first = tree.begin(noun)
    beside = first > 0 and tree.tags[first - 1] in ("NN", "NNS")
    shown = tree.tags[first] == "DT" and not beside  # `that firm, founded in May`
    clause = tree.tokens[first].lower in ("that", "which", "who") and not shown
    if tree.tags[noun] in ("VBD", "VBZ", "VBP"):
        return tree.deps[noun] == "ROOT"
    return clause and tree.tags[noun][:2] == "NN" and tree.deps[first] != "mark"


def unclear(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """Whether a clause with `which` may describe something else than the noun before it: an hour,
    or all that was said; a clause with `who` or `that`, something else than a thing before it."""
    if tree.tokens[pronoun].lower == "who" and _nobody(tree, _who_thinks(tree, noun)):
        return any(_named(tree, a) for a in _phrase_above(tree, noun))
    if tree.tokens[pronoun].lower == "that" and tree.comma_before(i):
        above = (a for a in tree.ancestors(noun) if tree.comma_before(a))  # `paid in 2019, that …`
        return any(tree.deps[a] == "appos" or tree.tags[a] == "VBN" for a in above)
    if tree.tokens[pronoun].lower != "which" or not tree.comma_before(i):
        return False
    counted = tree.tags[noun] not in ("NN", "NNS")  # `the season, which began in May`
    counted = counted or (tree.tags[noun] == "NNS" and tree.child(noun, "nummod") >= 0)
    if counted and tree.entities[noun] in ("DATE", "TIME", "CARDINAL", "QUANTITY", "PERCENT"):
        return True
    if tree.tokens[noun].lower in MOMENTS and tree.entities[noun] == "DATE":
        return True  # `stood at £5m at the end of May, which left A short`
    if _sums_up(tree, i) or _of_a_text(tree, i) or _for_which(tree, i, pronoun, noun):
        return True
    if off_a_place(tree, noun) or amount_of(tree, noun) or so_far_from(tree, i):
        return True
    told = told_about(tree, i, pronoun) or for_all_said(tree, i, pronoun, noun)
    if told or tree.tags[noun] == "PRP" or _nothing_named(tree, i, noun):
        return True  # `works with us, which is rare`, `before leaving, which is rare`
    subject = tree.deps[pronoun] == "nsubj"
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    if _what_is_new(tree, noun) != noun and tree.tokens[link].lower in ("in", "at", "with"):
        return True  # `a vote in the chamber, which is due to …`
    placed = link >= 0 and any(tree.verbal(a) for a in (tree.heads[link],))
    known = _what_is_new(tree, noun) == noun
    return known and subject and placed and base_of(tree.tokens[i].lower) in OF_ALL


def from_there(tree: Tree, noun: int) -> bool:
    """Whether a name says where somebody is from who is described behind a name."""
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    who = tree.heads[link] if link >= 0 else -1
    from_ = tree.tokens[link].lower == "from" and tree.deps[who] == "appos"
    return from_ and tree.entities[tree.heads[who]] == "PERSON" and proper(tree, noun)


MOMENTS = frozenset("end start beginning close middle".split())
COMING = frozenset("work amount equate translate average".split())  # out at, to
POINTS = frozenset("point reason idea problem trouble aim irony".split())


def _of_a_text(tree: Tree, i: int) -> bool:
    """`the report of the board, which runs to 46 pages`: no board does."""
    long = base_of(tree.tokens[i].lower) in ("run", "stretch", "extend")
    return long and any(
        tree.tokens[k].lower in ("pages", "words", "lines") for k in tree.subtree(i)
    )


def _for_which(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """`the move to buses, for which it bought A`: for the buses, or for the move."""
    link, own = tree.heads[pronoun], tree.heads[noun]
    inside = tree.deps[noun] == "pobj" and tree.tags[tree.heads[own]] in ("NN", "NNS")
    return tree.deps[pronoun] == "pobj" and tree.tokens[link].lower == "for" and inside


def _sums_up(tree: Tree, i: int) -> bool:
    """`5 fell ill and 10 of the others, which works out at 50 per cent`, `A lost, which is rather
    the point`: all that was said does, or is."""
    what = tree.child(i, "attr")
    the = tree.child(what, "det") if what >= 0 else -1
    point = the >= 0 and tree.tokens[the].lower == "the" and tree.tokens[what].lower in POINTS
    comes = base_of(tree.tokens[i].lower) in COMING and tree.child(i, "prep", "prt") > i
    return comes or point


def _nothing_named(tree: Tree, i: int, noun: int) -> bool:
    """`before leaving, which is rare`, `gives the town its night back, which is rare`: no noun ends
    there, so that all of it may be meant."""
    at = tree.subtree(i)[0] - 1
    while at > 0 and not any(c.isalnum() for c in tree.tokens[at].text):
        at -= 1
    bare = tree.tags[noun] == "NN" and tree.tokens[noun].lower.endswith("ing")
    bare = bare and tree.child(noun, "det", "poss", "amod", "compound", "nmod") < 0
    done = tree.deps[noun] == "pobj" and tree.tokens[tree.heads[noun]].lower in DOING
    if bare and noun == at and done:
        return True  # `before sailing`, taken for a noun
    if tree.verbal(noun) and not any(tree.tags[k][:2] == "NN" for k in range(noun, at + 1)):
        return True
    return tree.tags[at] in ("RB", "RP") and tree.tokens[at].lower in PARTICLES


DOING = ("before", "after", "by", "without", "since")

# What stands behind a verb and its object.
PARTICLES = frozenset("back off out up down away over on in apart together along through".split())


def antecedent(reading: Reading, noun: int, i: int, pronoun: int) -> list[Token]:
    """The noun phrase that a relative clause describes: one that stands right before it."""
    tree = reading.tree
    nearest = word_before(tree, i)
    # From the word before the comma up to the highest noun that ends there.
    best = noun
    # `from A, with which it has no ties`
    with_it = tree.tokens[tree.heads[pronoun]].lower == "with"
    place = tree.entities[noun] in PLACES and not with_it
    if place and tree.tokens[pronoun].lower in ("which", "whose"):
        # `its plant in A, which …`: a place seldom does things.
        for above in tree.ancestors(noun):
            if tree.verbal(above) or tree.deps[best] == "conj":
                break  # `evidence coming from A, which …`: A; `a car and a boat, which …`: no car
            best = above if tree.tags[above] in ("NN", "NNS") else best
    elif tree.tokens[pronoun].lower == "which":
        best = noun if thinks(tree, i, noun) else _what_is_new(tree, noun)
        best = best if best != noun else _no_person(tree, noun, nearest)
        if nearest in within_quotation(tree) or tree.entities[nearest] == "WORK_OF_ART":
            best = noun if tree.entities[noun] == "WORK_OF_ART" else nearest  # a title right before
    elif tree.tokens[pronoun].lower == "who":
        noun = _who_thinks(tree, noun)
        best = _one_of_two(tree, noun, nearest)
        if best != noun and tree.deps[best] == "conj":
            return reading.noun(best)  # `the B, who have`, though B has no plural
    plural_verb = tree.tags[i] == "VBP" or any(tree.tags[k] == "VBP" for k in tree.kids[i])
    if (
        pronoun >= 0
        and tree.deps[pronoun] in ("nsubj", "nsubjpass")
        and plural_verb != is_plural(reading.noun(best))
        and tree.tags[i] != "VBD"
    ):
        for candidate in (nearest, *tree.ancestors(nearest)):
            if candidate == i or not tree.tags[candidate].startswith("NN"):
                continue
            if tree.subtree(candidate)[0] <= nearest and plural_verb == is_plural(
                reading.noun(candidate)
            ):
                best = _whole_name(tree, candidate)
                break
        else:
            listed = tree.heads[best] if tree.deps[best] == "conj" else best
            if plural_verb and tree.child(listed, "conj") >= 0:
                return reading.line(listed, less=[i])  # `A and B, which keep …`: both
    return reading.noun(best)


def _who_thinks(tree: Tree, noun: int) -> int:
    """`two people aware of its deliberations, who …`: an abstract noun is nobody, nor is the
    firm where somebody with a name works (`NAME, an analyst at A, who …`)."""
    link = tree.heads[noun]
    works = tree.deps[noun] == "pobj" and tree.tokens[link].lower in ("at", "with")
    staff = tree.heads[link] if works and tree.entities[noun] not in ("PERSON", "NORP") else -1
    if staff >= 0 and tree.deps[staff] == "appos" and _somebody(tree, tree.heads[staff]):
        return tree.heads[staff]
    if not _nobody(tree, noun):
        return noun
    return next((a for a in _phrase_above(tree, noun) if _somebody(tree, a)), noun)


def _nobody(tree: Tree, noun: int) -> bool:
    """Whether the form of a noun shows that it means neither a person nor a body of them."""
    own = tree.tokens[noun].lower.rstrip("s")
    abstract = own.endswith(ABSTRACT) and tree.tags[noun] in ("NN", "NNS")
    body = own in lx.BODIES | MEMBERS or own.replace("ie", "y") in MEMBERS
    return abstract and not body and not _somebody(tree, noun)


def abstract(noun: str) -> bool:
    """Whether the form of a noun shows that it means neither anybody nor a body of people."""
    one = noun.lower()
    return one.endswith((*ABSTRACT, "ing")) and one not in MEMBERS | lx.BODIES


def _phrase_above(tree: Tree, noun: int) -> list[int]:
    """What a noun hangs on within its phrase: up to the next verb."""
    found: list[int] = []
    for above in tree.ancestors(noun):
        if tree.verbal(above):
            break
        found.append(above)
    return found


def _named(tree: Tree, k: int) -> bool:
    return tree.tags[k] in ("NN", "NNS", "NNP", "NNPS")


def _somebody(tree: Tree, k: int) -> bool:
    own = tree.tokens[k].lower
    return tree.entities[k] == "PERSON" or role(tree, k) or bool({own, own.rstrip("s")} & PEOPLE)


PEOPLE = HUMAN_NOUNS | KIN | {"people", "men", "women", "children"}


ABSTRACT = ("tion", "sion", "ment", "nes", "ity", "ance", "ence", "ism")
# Nouns of that form that mean people, or a body of them.
MEMBERS = frozenset(
    "government parliament administration delegation commission organisation organization faction"
    " management community university corporation coalition opposition generation population"
    " audience regiment establishment charity authority minority majority celebrity foundation"
    " institution nation relation companion champion".split()
)


def _one_of_two(tree: Tree, noun: int, nearest: int) -> int:
    """`talks between A and the B, who …`: the B, for talks are nobody."""
    two = tree.deps[nearest] == "conj" and any(
        tree.tokens[a].lower == "between" for a in tree.ancestors(nearest)
    )
    person = tree.entities[nearest] == "PERSON" and tree.tags[noun] in ("NN", "NNS")
    human = role(tree, noun) or tree.tokens[noun].lower.rstrip("s") in HUMAN_NOUNS | KIN
    inside = nearest in tree.subtree(noun)
    return nearest if inside and (two or (person and not human)) else noun


def _whole_name(tree: Tree, noun: int) -> int:
    """`the Hall of Fame's Class of 2020` for its `Fame's Class of 2020`."""
    above = tree.heads[tree.heads[noun]] if tree.deps[noun] == "pobj" else -1
    of = above >= 0 and tree.tokens[tree.heads[noun]].lower == "of"
    return above if of and proper(tree, noun) and proper(tree, above) else noun


def _what_is_new(tree: Tree, noun: int) -> int:
    """`a tram line to the port, which …`: the line, for the port is known already; of `a deal with
    the A Party, which …` it is the party that has a name."""
    if proper(tree, noun) and tree.entities[noun] in ("ORG", "NORP"):
        return noun
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    above = tree.heads[link] if link >= 0 else noun
    if tree.verbal(above):
        thing = tree.child(above, "dobj")
        above = thing if thing >= 0 and tree.edge(thing) == link - 1 else noun
    owner = tree.child(noun, "poss")  # `a loan on next month's wages, which …`
    dated = owner >= 0 and tree.entities[owner] == "DATE"
    known = dated or any(tree.tokens[k].lower == "the" for k in tree.kids[noun])
    fresh = tree.tags[above] in ("NN", "NNS") and indefinite(tree, above)
    return above if known and fresh else noun


def _no_person(tree: Tree, noun: int, nearest: int) -> int:
    """`a team led by NAME, which …`, `a part as a farmer in “A”, which …`: no person is `which`."""
    if not _person(tree, noun):
        return noun
    named = tree.tags[nearest] != "PRP"  # `Kelmar itself, which was fined`
    if nearest != noun and named and nearest in tree.subtree(noun) and not _person(tree, nearest):
        return nearest
    for above in tree.ancestors(noun):
        if tree.finite(above):
            break  # `The firm will buy NAME, which …`: what is `which`, is no person
        if _named(tree, above) and not _person(tree, above):
            return above
    return noun


def _person(tree: Tree, i: int) -> bool:
    return tree.entities[i] == "PERSON" or role(tree, i) or tree.tokens[i].lower in HUMAN_NOUNS


def placed_beside(tree: Tree, place: int) -> bool:
    """`in a workshop outside Leipzig, where …`: there, or in Leipzig."""
    link = tree.heads[place] if tree.deps[place] == "pobj" else -1
    above = tree.heads[link] if link >= 0 else -1
    if link < 0 or not tree.tags[above].startswith("NN"):
        return False
    miles = tree.tokens[link].lower == "from" and tree.child(above, "nummod") >= 0
    return miles or tree.tokens[link].lower in OUTSIDE


OUTSIDE = frozenset("outside near off beyond beside behind opposite above below past".split())
