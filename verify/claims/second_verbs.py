"""Clauses beside another that say nothing alone, or that nobody says have come about."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.supposed import to_be_done
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

# What nobody can have done to him or her, so that it is no passive.
NEVER_DONE_TO = frozenset(
    "die resign arrive happen occur appear disappear emerge immigrate emigrate migrate reside live"
    " dwell stay remain belong graduate escape flee debut compete participate collaborate".split()
)
LEFT_OUT = frozenset("none neither".split())


def says_little(tree: Tree, i: int, first: int) -> bool:
    """`A comes and goes`, `A was announced and then dropped`: the second verb has nothing behind
    it, and the first either does not, or is a passive that the second may go on with."""
    if tree.tags[first] == "MD" or _stranded(tree, i) or _of_which_it_may_be(tree, i, first):
        return True  # `can, and once did, order A`
    behind = [k for k in tree.kids[i] if k > i and tree.deps[k] not in ("punct", "cc", "conj")]
    own = any(tree.deps[k] in AUXILIARIES for k in tree.kids[i])
    if own or any(not _adverbial(tree, k) for k in behind):
        return False
    if tree.tokens[max(tree.begin(i) - 2, 0)].text == ",":
        return False  # `A was fined, and resigned`
    if tree.child(first, "auxpass") >= 0:
        return _may_be_passive(tree, i) and not behind
    bare = all(k < first or k >= i or tree.deps[k] in ("cc", "punct") for k in tree.kids[first])
    helped = any(tree.deps[k] in AUXILIARIES for k in tree.kids[first])
    return bare and not helped and tree.deps[i - 1] == "cc"


def _of_which_it_may_be(tree: Tree, i: int, first: int) -> bool:
    """`may be used at the inn, which has been sold, and will reopen`: the inn will, or what may."""
    return any(tree.deps[k] == "relcl" and second_behind(tree, k, first) == i
               for k in tree.subtree(first) if first < k < i)  # fmt: skip


def second_behind(tree: Tree, clause: int, verb: int) -> int:
    """The second verb of a main clause, where it may go on with a clause with `which` right before
    it: both have a verb that helps them, and a comma stands between; else -1."""
    which = tree.tokens[tree.begin(clause)].lower == "which" and tree.comma_before(clause)
    end = tree.edge(clause) + 1
    if not which or end + 1 >= len(tree.tokens) or tree.tokens[end].text != ",":
        return -1
    helped = all(any(tree.deps[m] in AUXILIARIES for m in tree.kids[k]) for k in (clause, verb))
    later = (k for k in tree.kids[verb] if tree.deps[k] == "conj" and tree.subject(k) < 0)
    return next(
        (k for k in later if helped and tree.deps[end + 1] == "cc" and tree.begin(k) == end + 2
         and any(tree.deps[m] in AUXILIARIES for m in tree.kids[k])), -1
    )  # fmt: skip


def _stranded(tree: Tree, i: int) -> bool:
    """`holds no data and does not wish to`: to what, the clause before says."""
    joined = {k for k in tree.kids[i] if tree.deps[k] in ("conj", "cc")}
    own = [k for k in tree.subtree(i, stop=joined) if re.search(r"\w", tree.tokens[k].text)]
    return own[-1] > i and tree.tokens[own[-1]].lower == "to"


def _adverbial(tree: Tree, k: int) -> bool:
    """`at once`, `by itself`: how something is done, and neither to what nor where."""
    thing = tree.child(k, "pobj")
    itself = thing >= 0 and tree.tokens[thing].lower.endswith(("self", "selves"))
    return tree.deps[k] == "advmod" or (tree.deps[k] == "prep" and itself)


def _may_be_passive(tree: Tree, i: int) -> bool:
    """Whether a form taken for a past tense may be a participle, too."""
    word = tree.tokens[i].lower
    forms = lx.FORMS.get(word, ("past", "part"))
    alike = tree.tags[i] == "VBD" and ("part" in forms or word.endswith("ed"))
    return alike and base_of(word) not in NEVER_DONE_TO


def bids_first(tree: Tree, i: int, first: int) -> bool:
    """`Close it and someone has to pay`: to bid is to suppose, where a clause follows on `and`."""
    bids = tree.tags[first] == "VB" and tree.subject(first) < 0
    helped = any(tree.deps[k] in (*AUXILIARIES, "mark") for k in tree.kids[first])
    joints = [k for k in tree.kids[first] if tree.deps[k] == "cc" and first < k < i]
    plain = bool(joints) and tree.tokens[joints[-1]].lower == "and"
    return bids and not helped and plain and tree.deps[first] == "ROOT"


def leaves_out(tree: Tree, i: int) -> bool:
    """`two found none`, `he turned out not to be`: of what, or what, the clause before says."""
    thing = tree.child(i, "dobj", "attr")
    if thing > i and tree.tokens[thing].lower in LEFT_OUT and not tree.kids[thing]:
        return True
    if thing > i and tree.deps[thing] == "attr" and tree.tokens[thing].lower == "others":
        return not tree.kids[thing]  # `and there are others`
    if _answers(tree, i):
        return True
    mark = tree.child(i, "mark")
    if mark >= 0 and tree.tokens[mark].lower == "as" and tree.tokens[i].lower in lx.DO | {"done"}:
        return thing < i or tree.entities[thing] == "DATE"  # `, as A has done for years`
    last = max((k for k in tree.subtree(i) if tree.tokens[k].text[:1].isalnum()), default=i)
    to = tree.tokens[last].lower == "to" and tree.deps[last] == "aux"
    to_be = tree.tokens[last].lower in ("be", "have") and tree.tokens[last - 1].lower == "to"
    return last > i and (to or to_be)


ANSWERING = frozenset("answer respond react reply agree refuse disagree oblige follow".split())


def _answers(tree: Tree, i: int) -> bool:
    """`A becomes law, and the streets answer`: what they answer, stands in the clause before."""
    behind = [k for k in tree.kids[i] if k > i and tree.deps[k] != "punct"]
    return base_of(tree.tokens[i].lower) in ANSWERING and not behind


BIDDING = frozenset("advise urge tell ask order instruct encourage invite remind".split())
VOICED = lx.SPEECH | frozenset("cite argue call describe accuse quote point note stress".split())


def bidden(tree: Tree, i: int, head: int) -> bool:
    """`advised both sides to read A, starting with B`: whoever reads is to start with B."""
    whom, bid = tree.child(head, "dobj"), tree.child(head, "xcomp")
    bids = base_of(tree.tokens[head].lower) in BIDDING and head < whom < bid < i
    return bids and tree.tags[i] == "VBG" and base_of(tree.tokens[i].lower) not in VOICED


def two_lack_it(tree: Tree, i: int) -> bool:
    """`a car, which all loved and nobody used`: what nobody used is the car, as well."""
    thing, second = tree.child(i, "dobj"), tree.child(i, "conj")
    relative = 0 <= thing < i < second and tree.tags[thing] in ("WDT", "WP")
    return relative and tree.subject(second) > i and tree.child(second, "dobj") < 0


def leans_back(tree: Tree, verb: int) -> bool:
    """`She is right: I haven't`: what he has not, stands in the clause before."""
    helping = tree.tokens[verb].lower in lx.BE | lx.HAVE | lx.DO or tree.tags[verb] == "MD"
    subject = tree.subject(verb)
    after = [k for k in tree.kids[verb] if k > verb and tree.deps[k] not in ("punct", "neg")]
    own = [k for k in tree.kids[verb] if tree.deps[k] in AUXILIARIES]
    bare = helping and not after and not own and 0 <= subject < verb
    return bare or leaves_out(tree, verb) or _corrects(tree, verb)


def _corrects(tree: Tree, verb: int) -> bool:
    """`One did not go to A; one went to B`: the first clause only leads up to the second."""
    first = next((k for k in tree.kids[verb] if tree.deps[k] == "ccomp" and k < verb), -1)
    if first < 0 or not tree.negated(first):
        return False
    one, two = tree.subject(first), tree.subject(verb)
    same = min(one, two) >= 0 and tree.tokens[one].lower == tree.tokens[two].lower
    return same and base_of(tree.tokens[first].lower) == base_of(tree.tokens[verb].lower)


def leans_on_first(tree: Tree, i: int, first: int) -> bool:
    """Whether a clause with a subject of its own says too little, or something else, without the
    clause before."""
    rules = (
        _of_so_many,
        _nobody_there,
        _helped_by_first,
        _absolute,
        _one_content,
        _one_condition,
        _how_it_was,
        _whose_it_may_be,
    )
    return any(rule(tree, i, first) for rule in rules)


def _how_it_was(tree: Tree, i: int, first: int) -> bool:
    """`spoke of her fame and how she was bullied`: a thing spoken of, and no second statement."""
    led = tree.tokens[tree.begin(i)].lower in ("how", "why", "whether")
    return led and tree.heads[tree.begin(i)] == i


def _whose_it_may_be(tree: Tree, i: int, first: int) -> bool:
    """`Ann's sister, Lea, is a vet and her son is a pilot`: Ann's son, or Lea's."""
    one, two = tree.subject(first), tree.subject(i)
    owner = tree.child(one, "poss") if one >= 0 else -1
    whose = tree.child(two, "poss") if two >= 0 else -1
    named = owner >= 0 and tree.entities[owner] != "" and tree.child(one, "appos") >= 0
    return named and whose >= 0 and tree.tokens[whose].lower in ("his", "her")


def _of_so_many(tree: Tree, i: int, first: int) -> bool:
    """`Of 40 wards, 12 were full and nine were empty`: nine of what, the frame says."""
    subject = tree.subject(i)
    bare = tree.tags[subject] == "CD" or tree.tokens[subject].lower in PARTIAL
    if not bare or any(tree.tokens[k].lower == "of" for k in tree.kids[subject]):
        return False
    while tree.deps[first] == "conj":
        first = tree.heads[first]
    return any(
        tree.deps[k] == "prep" and k < tree.subject(first) and tree.tokens[k].lower in FRAMING
        for k in tree.kids[first]
    )


PARTIAL = frozenset("few many some most others none all several half".split())
FRAMING = frozenset("of among".split())


def _nobody_there(tree: Tree, i: int, first: int) -> bool:
    """`The kiln blew up and nobody was hurt`: where that was so, the first clause says."""
    subject = tree.subject(i)
    begin = tree.tokens[tree.begin(subject)].lower
    behind = (tree.deps[k] for k in tree.kids[i] if k > i)
    bare = all(dep in ("punct", "advmod", "cc", "conj") for dep in behind)
    return bare and (tree.tokens[subject].lower in EVERYBODY or begin == "no")


EVERYBODY = frozenset("nobody nothing everybody everyone everything".split())


def _helped_by_first(tree: Tree, i: int, first: int) -> bool:
    """`A has been sacked and B warned`, `A is to be shut and its work moved to B`: `has been` and
    `is to be` may go for both, where the second has nothing to help it and no object."""
    word = tree.tokens[i].lower
    forms = set(lx.FORMS.get(word, ("past", "part") if word.endswith("ed") else ()))
    alike = tree.tags[i] in ("VBD", "VBN") and {"past", "part"} <= forms
    own = any(tree.deps[k] in (*AUXILIARIES, *OBJECTS) for k in tree.kids[i])
    if not alike or own or base_of(word) in NEVER_DONE_TO:
        return False
    if tree.tokens[first].lower in ("is", "are"):
        plan = tree.child(first, "xcomp")
        return plan > first and tree.child(plan, "auxpass") >= 0 and tree.subject(i) > plan
    helps = [k for k in tree.kids[first] if tree.deps[k] in AUXILIARIES and k < first]
    done = tree.child(first, "auxpass") >= 0
    if done and tree.tags[i] == "VBD" and base_of(word) in lx.SPEECH | DONE_TO:
        return True  # `A was sacked and B warned`: whoever warns warns somebody
    perfect = any(tree.tokens[k].lower in ("has", "have", "is", "are") for k in helps)
    return done and perfect


def _one_content(tree: Tree, i: int, first: int) -> bool:
    """`A moved, and B seconded, that it be closed`: both said so."""
    what = tree.child(i, "ccomp", "dobj")
    behind = [k for k in tree.kids[first] if first < k < i]
    bare = all(tree.deps[k] in ("punct", "cc", "advmod") for k in behind)
    return what > i and bare and tree.tokens[tree.begin(what) - 1].text == ","


def _one_condition(tree: Tree, i: int, first: int) -> bool:
    """`No ship may sail, and no crew may land, without a permit`: neither may without it."""
    return any(
        k > i and tree.comma_before(k) and tree.tokens[tree.begin(k)].lower in ("without", "unless")
        for k in tree.kids[i]
    )


# What nobody does without somebody or something that it is done to.
DONE_TO = frozenset(
    "sack fine jail arrest sentence injure wound dismiss suspend evacuate convict acquit kill ban"
    " destroy damage appoint elect seize wreck rescue detain deport evict demolish repair torture"
    " imprison intern execute behead murder assassinate exile canonise canonize beatify"
    " interrogate question kidnap abduct flog".split()
)
OBJECTS = ("dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "prt", "dative")


def _absolute(tree: Tree, i: int, first: int) -> bool:
    """`fined for taking £9,000, most of it raised at a fair`, `only A and the rain coming in`: no
    clause without a finite verb."""
    subject = tree.subject(i)
    if tree.tags[i] == "VBG" and tree.child(i, *AUXILIARIES) < 0:
        return True
    of = next((k for k in tree.kids[subject] if tree.tokens[k].lower == "of"), -1)
    whole = tree.child(of, "pobj") if of >= 0 else -1
    if whole < 0 or tree.tags[whole] not in ("PRP", "WDT", "WP"):
        return False
    comma = tree.begin(subject) > 0 and tree.tokens[tree.begin(subject) - 1].text == ","
    own = any(tree.deps[k] in (*AUXILIARIES, *OBJECTS) for k in tree.kids[i])
    return comma and not own and tree.tags[i] in ("VBD", "VBN")


STAGES = frozenset(
    "child boy girl teenager baby toddler infant student schoolboy schoolgirl young little small"
    " kid youth adolescent".split()
)
AGED = frozenset("years months weeks days".split())


def dates(tree: Tree, i: int) -> bool:
    """`since she was sixteen`, `when he was a child`: that tells when, and no more."""
    what, who = tree.child(i, "attr", "acomp"), tree.subject(i)
    if what < i or tree.tokens[i].lower not in lx.BE or tree.tags[who] != "PRP":
        return False
    aged = tree.tokens[what].lower in AGED or tree.child(what, "npadvmod") >= 0
    return tree.tags[what] == "CD" or aged or tree.tokens[what].lower in STAGES


def yet_to_come(tree: Tree, i: int, head: int, joiner: str) -> bool:
    """`could be freed after the court has heard him`: it need not have heard him yet."""
    has = any(tree.tokens[k].lower in ("has", "have") for k in tree.kids[i])
    return joiner in ("after", "when", "once") and has and to_be_done(tree, head)
