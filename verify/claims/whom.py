"""Who or what a clause with `who` or `which` tells of, where two nouns stand before its comma."""

from __future__ import annotations

from verify.claims.callings import calling
from verify.claims.either import KIN, headed, number_told, word_before
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reading import proper, role
from verify.claims.trees import PAIRS, SUBJECTS, Tree
from verify.claims.verbs import base_of

# Between somebody and the firm, the body or the place that he or she is at.
AT = frozenset("of at for from in with on to behind near".split())
# Several people of whom `who` may be said as well as of one.
CROWDS = PAIRS | {"family", "public", "crowd", "crew", "squad", "staff", "jury", "police"}
# People of whom as a whole a clause with `who` may be told.
PEOPLE = frozenset("delegation faction opposition majority minority audience population".split())
# Only somebody does this, or a body of people.
THINKING = frozenset("believe think hope want wish fear suspect doubt intend know feel".split())
# What is written or said of something.
TEXTS = frozenset(
    "report study book film article story documentary paper inquiry enquiry investigation review"
    " debate talk discussion bill law vote ruling decision statement announcement consultation"
    " guidance advice warning update briefing letter speech lecture hearing survey dossier".split()
)
ABOUT = frozenset("on about into over regarding concerning".split())


def somebody_at(tree: Tree, i: int, noun: int) -> int:
    """`NAME at FIRM, who …`, `the head of the institute, who …`, `NAME, a partner in a firm in
    TOWN, who …`: the person; `noun` where nobody stands before it, or the number tells."""
    who = _person_above(tree, noun)
    if who < 0 or tree.tokens[noun].lower in PEOPLE:
        return noun
    if number_told(tree, i) == "many" and not _several(tree, who):
        return noun
    above = tree.heads[who] if tree.deps[who] == "appos" else who
    return above if tree.entities[above] == "PERSON" and proper(tree, above) else who


def who_of_two(tree: Tree, i: int) -> bool:
    """`the lawyer for the family, who lost a son`, `the leader of the Greens, who lost`: one person
    or several, and the verb does not tell."""
    noun = word_before(tree, i)
    crowd = tree.tags[noun] in ("NNS", "NNPS") or tree.tokens[noun].lower in CROWDS
    return crowd and not number_told(tree, i) and _person_above(tree, noun) >= 0


def _person_above(tree: Tree, noun: int) -> int:
    """The person who is named or called before something that is no person; −1."""
    while (headed(tree, noun) or not _human(tree, noun)) and tree.deps[noun] == "pobj":
        link = tree.heads[noun]
        noun = tree.heads[link]
        if tree.tokens[link].lower not in AT or tree.tags[noun][:2] != "NN":
            return -1
        beside = tree.deps[noun] == "appos" and tree.entities[tree.heads[noun]] == "PERSON"
        if _human(tree, noun) or beside:
            return noun
    return -1


def _human(tree: Tree, k: int) -> bool:
    own = tree.tokens[k].lower
    called = own in HUMAN_NOUNS | KIN or own.rstrip("s") in HUMAN_NOUNS | KIN or role(tree, k)
    return tree.entities[k] == "PERSON" or (called and not proper(tree, k))


def _several(tree: Tree, k: int) -> bool:
    return tree.tags[k] in ("NNS", "NNPS") or tree.child(k, "conj") >= 0


def of_last_or_all(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """`A and B, to which notice is given`: to B, or to both; `thanked her mother, her coach and her
    sister, who left`: the sister, or all, and never the mother alone."""
    if not tree.comma_before(i) or number_told(tree, i) == "many":
        return False
    at = word_before(tree, i)
    later = [k for k in tree.kids[noun] if noun < k <= at and _next_item(tree, noun, k)]
    if later and not _between(tree, noun):
        return True
    free = tree.deps[pronoun] in ("pobj", "dobj") and tree.tokens[pronoun].lower == "which"
    first = tree.heads[at]
    two = tree.deps[at] == "conj" and tree.deps[first] != "conj" and not tree.verbal(at)
    return free and two and tree.child(at, "conj") < 0 and not _between(tree, first)


def told_by_copula(tree: Tree, i: int, pronoun: int, noun: int) -> int:
    """`NAME is a cook, who lives in A`, `is a cook and poet, who …`: the first of what NAME is, for
    it is NAME who lives there; −1 where somebody else may."""
    if tree.tokens[pronoun].lower not in ("who", "whose") or not tree.comma_before(i):
        return -1
    items = tree.conjuncts(_first_item(tree, noun))
    link = tree.heads[items[0]]
    who = tree.subject(link) if tree.deps[items[0]] == "attr" else -1
    new = tree.child(items[0], "det")
    if who < 0 or new < 0 or tree.tokens[new].lower not in ("a", "an"):
        return -1
    somebody = tree.tokens[who].lower in ("he", "she") or proper(tree, who) or _called(tree, who)
    between = range(items[0] + 1, tree.begin(i))
    others = any(_called(tree, k) and k not in items and k not in tree.kids[items[-1]]
                 for k in between)  # fmt: skip
    alone = len(items) == 1 or word_before(tree, i) == items[-1]
    return items[0] if somebody and alone and not others and not tree.negated(link) else -1


def _called(tree: Tree, k: int) -> bool:
    """Whether a noun is what somebody is called."""
    return _human(tree, k) or (
        tree.tags[k] == "NN" and calling(tree.tokens[k].text, compound=False) != ""
    )


def _first_item(tree: Tree, noun: int) -> int:
    while tree.deps[noun] == "conj" and tree.tags[noun] == "NN":
        noun = tree.heads[noun]
    return noun


def _next_item(tree: Tree, noun: int, k: int) -> bool:
    """Whether `k` is the next of several after `noun`; `the cousins A and B` are told of as one."""
    beside = tree.deps[k] == "appos" and tree.child(k, "conj") >= 0 and tree.tags[noun] != "NNS"
    return beside or (tree.deps[k] == "conj" and not tree.verbal(k))


def clause_behind(tree: Tree, items: list[int], held: set[int]) -> bool:
    """`owes A and B, to which interest is due`: a clause that stays behind the last of several may
    be told of all, so that they stay together; where its verb is a plural, it is."""
    last = set(tree.subtree(items[-1]))
    return any(
        tree.deps[k] == "relcl"
        and k in held
        and k > items[-1]
        and tree.comma_before(k)
        and number_told(tree, k) != "many"
        and word_before(tree, k) in last - set(tree.subtree(k))
        for k in held
    )


def _between(tree: Tree, first: int) -> bool:
    return tree.deps[first] == "pobj" and tree.tokens[tree.heads[first]].lower == "between"


def thinks(tree: Tree, i: int, noun: int) -> bool:
    """`an estimate of the watchdog, which believes it`: no estimate believes anything."""
    body = tree.deps[noun] == "pobj" and tree.tokens[tree.heads[noun]].lower in ("of", "by", "from")
    return body and base_of(tree.tokens[i].lower) in THINKING


def told_about(tree: Tree, i: int, pronoun: int) -> bool:
    """`an update on the drug, which is used for A`: the drug is; `a report on the fire, which came
    out in May`: the report did."""
    at = word_before(tree, i) if tree.deps[pronoun] in SUBJECTS else i
    for k in (at, *tree.ancestors(at)):
        if tree.verbal(k):
            break
        link = tree.heads[k]
        text = tree.tokens[tree.heads[link]].lower if tree.deps[k] == "pobj" else ""
        if tree.tokens[link].lower in ABOUT and {text, text.rstrip("s")} & TEXTS:
            return True
    return False


def so_far_from(tree: Tree, i: int) -> bool:
    """`signed it in a village, two hours above A, which …`: A, the village, or all of it."""
    at = word_before(tree, i)
    for k in tree.ancestors(at):
        if tree.verbal(k):
            break
        measure = tree.entities[k] in ("TIME", "DATE", "QUANTITY")
        if measure and tree.deps[k] == "npadvmod" and tree.child(k, "nummod") >= 0:
            return True
    return False
