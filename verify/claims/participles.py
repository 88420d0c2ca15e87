"""What a participle says of a noun: `A, founded in 1999, …`, `Born in B, A …`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims import verbs
from verify.claims.antecedents import no_noun
from verify.claims.either import done_by_none, either_way, of_all, of_what_is_seen
from verify.claims.in_office import as_what, goes_on, is_over
from verify.claims.namings import name_of, named_anew, state_naming
from verify.claims.phrases import be, is_plural
from verify.claims.reading import Reading, agreeing, indefinite, proper, subject_like
from verify.claims.results import (
    brought_about,
    done_by_the_deed,
    of_absolute,
    of_the_object,
    outcome,
    state_outcome,
)
from verify.claims.speech import with_marks, within_quotation
from verify.claims.supposed import hedged, to_be_done, torn_off
from verify.claims.tellers import TURNING, afterthought, contents
from verify.claims.together import not_alone
from verify.claims.tokens import Tag, Token
from verify.claims.told_of_another import THEN, of_its_part, of_something_else, whose_image
from verify.claims.trees import Tree

LIKE_PREPOSITIONS = frozenset(
    "including according depending ranging regarding concerning compared based given following"
    " excluding".split()
)


def participle(reading: Reading, i: int) -> None:
    """`A, founded in 1999, …` → `A was founded in 1999`; `is a man known for B` → `is known …`."""
    tree = reading.tree
    noun = tree.anchor(i) if tree.comma_before(i) else tree.heads[i]
    if tree.tags[i] not in ("VBN", "VBG", "VBD") or tree.tokens[i].lower in LIKE_PREPOSITIONS:
        return
    if tree.subject(i) >= 0 or tree.child(i, "mark") >= 0:
        return  # `His novels, most of them set in A, …`: most were; `The bill, as amended, …`
    if no_noun(tree, noun):
        return
    loose = tree.comma_before(i)
    noun = whose_image(tree, i, noun) if loose else noun
    what = noun if loose else _first_of(tree, noun)  # `is a cellist and painter born in A`
    copula = tree.heads[what]
    shared = tree.deps[what] == "attr" and copula in reading.clauses and tree.tags[i] != "VBG"
    shared = shared and indefinite(tree, what) and tree.child(i, "prep", "agent") >= 0
    shared = shared and (what == noun or tree.tokens[copula].lower in ("is", "was"))
    shared = shared and not not_alone(tree, tree.subject(copula))  # `Each is a wire held upright`
    if not (loose or shared) or (loose and (_of_either(tree, noun) or of_all(tree, i, noun))):
        return
    if loose and of_its_part(tree, noun, i):
        return
    anew = loose and named_anew(tree, i, noun)
    if anew and name_of(tree, i, noun) < 0:
        return
    reading.clauses.add(i)
    # `A is a larger form of B, holding C`: A holds it, and no larger form
    # `A is held to be one of the best, known for B`
    told = loose and tree.deps[noun] in ("attr", "oprd") and copula in reading.clauses
    told = told and tree.tags[tree.subject(copula)].startswith("NN")

    def state() -> None:
        if anew:
            state_naming(reading, i, noun)
        else:
            core = reading.subject(copula) if shared or told else reading.noun(noun)
            state_participle(reading, i, core)

    reading.cut[i] = state


def _first_of(tree: Tree, noun: int) -> int:
    """The first of several things that one is, where `noun` is the last and has no article."""
    first = noun
    while tree.deps[first] == "conj" and tree.tags[first] == "NN":
        first = tree.heads[first]
    alone = tree.child(noun, "conj") < 0 and tree.child(noun, "det", "poss", "nummod") < 0
    return first if alone else noun


def _of_either(tree: Tree, noun: int) -> bool:
    """`a report by the office, published in May`, `the firm that runs the mine, founded in May`:
    what is published, or founded, may be either."""
    clause = next((a for a in tree.ancestors(noun) if tree.deps[a] == "relcl"), -1)
    if clause >= 0 and not tree.comma_before(clause) and not proper(tree, noun):
        return tree.tags[tree.heads[clause]] in ("NN", "NNS")
    before = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    if before < 0 or tree.tokens[before].lower == "of":
        return False
    above = tree.heads[before]
    # `is mounted at the rear, powered by A`: the rear is not
    passive = tree.child(above, "auxpass") >= 0 and not proper(tree, noun)
    return tree.deps[before] == "prep" and (tree.tags[above] in ("NN", "NNS") or passive)


def opening(reading: Reading, i: int) -> None:
    """`Born in A, NAME …` where the parser takes the participle for an adjective of the name."""
    tree, noun = reading.tree, reading.tree.heads[i]
    last = tree.edge(i)
    ends = last + 1 < len(tree.tokens) and "," in (
        tree.tokens[last].text,
        tree.tokens[last + 1].text,
    )
    opens = tree.begin(i) == i == 0 and len(tree.subtree(i)) > 1 and ends
    if not opens or tree.tags[i] != "VBN" or not subject_like(tree, noun):
        return
    if on_condition(tree, i, tree.heads[noun]):
        return
    reading.clauses.add(i)
    reading.cut[i] = lambda: state_participle(reading, i, reading.noun(noun))


REASONS = frozenset("due because owing thanks".split())
ENDING = frozenset("die leave quit resign stop cancel flee escape withdraw collapse".split())


def earlier(reading: Reading, i: int) -> None:
    """`After leaving A, she …`: she left A, as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    verb = tree.child(i, "pcomp")
    told = tree.tokens[i].lower in ("after", "since", "before", "upon") and verb >= 0
    if not told or tree.tags[verb] != "VBG" or head not in reading.clauses:
        return
    if not tree.past(head) or len(tree.subtree(verb)) < 3:
        return
    if tree.subject(head) >= 0 and tree.tokens[tree.subject(head)].lower == "it":
        return  # `It was his fourth miss since joining A`: who joined, the sentence does not say
    if tree.tokens[i].lower == "before" and verbs.base_of(tree.tokens[head].lower) in ENDING:
        return  # `died before finishing it`
    if to_be_done(tree, head):
        return  # `could be freed after serving A`: he need not have served it
    if any(tree.tokens[k].lower in REASONS for k in tree.kids[verb] if k > verb):
        return  # `freed after serving A due to B`: B may be why he was freed

    def state() -> None:
        if head in reading.said:
            reading.said[verb] = reading.said[head]
        state_participle(reading, verb, reading.subject(head))

    reading.later.append(state)


def _may_be_either(tree: Tree, i: int, head: int) -> bool:
    """`A seized B, seen as C`: whether A or B was seen so, the sentence does not say."""
    begin = tree.begin(i)
    beside = begin > 1 and tree.tags[begin - 2].startswith("NN")
    return tree.tags[i] == "VBN" and head < i and tree.comma_before(i) and beside


def loose(reading: Reading, i: int, head: int) -> None:
    """`A joined B, making it C`: a participle between commas, told of who does what `head` says."""
    tree = reading.tree
    if _may_be_either(tree, i, head):
        return
    first = tree.subtree(i)[0] == 0
    if first and (tree.tokens[i].lower, tree.tokens[min(i + 1, head)].lower) in TURNING:
        return
    if tree.tokens[i].lower in LIKE_PREPOSITIONS or not (first or tree.comma_before(i)):
        return
    if not tree.kids[i] or all(tree.deps[k] == "punct" for k in tree.kids[i]):
        return  # `Defending, NAME said …`: what was defended, it does not say
    if tree.tokens[i].lower in ("starring", "co-starring") and tree.child(i, "dobj") > i:
        return  # `made “A” in 1990, starring NAME`: the film stars NAME
    spoken = verbs.base_of(tree.tokens[i].lower) in lx.SPEECH and tree.tags[i] == "VBG"
    if spoken and head in reading.said and tree.heads[head] in reading.reporting:
        return  # `A said B had left, saying C`: either may have said it
    content = tree.child(head, "ccomp")
    if verbs.base_of(tree.tokens[head].lower) in SHOWING and 0 <= content < head < i:
        return  # `A rose, figures showed, making B`: what makes B is that A rose
    if of_something_else(tree, i, head):
        return
    if either_way(tree, i) or done_by_none(tree, i, head) or of_absolute(tree, i, head):
        return
    if not first and (of_what_is_seen(tree, i, head) or of_the_object(tree, i, head)):
        return
    by_deed = not first and done_by_the_deed(tree, i, head)
    what = outcome(tree, i, head) if by_deed else -1
    if what < 0 and (by_deed or (not first and brought_about(tree, i, head))):
        return
    told = next((a for a in (head, *tree.ancestors(head)) if a in reading.said), -1)
    if told >= 0 and 0 <= afterthought(tree, told) <= i:
        return  # `said that A had left, raising questions`
    subject, inside = tree.subject(head), within_quotation(tree)
    if i < subject and subject in inside and i not in inside:
        return  # `found that, using A, “B is C”`
    if (not first and hedged(tree, head)) or (first and torn_off(tree, i, head)):
        return
    if first and on_condition(tree, i, head):
        return
    if not first and (_planned(tree, i, head) or _of_another(tree, i, head)):
        return
    reading.clauses.add(i)
    if head in reading.said:
        reading.said[i] = reading.said[head]
    reading.subjects[i] = reading.subject(head)
    if what >= 0:
        reading.cut[i] = lambda: state_outcome(reading, i, head, what)
    else:
        reading.cut[i] = lambda: state_participle(reading, i, reading.subject(head))


SHOWING = frozenset("show suggest indicate find reveal".split())


def on_condition(tree: Tree, i: int, head: int) -> bool:
    """`Caught early, it is treatable`: if it is caught early; `Spread by gnats, it is common`: it
    is spread so whenever it is, and not that it once was."""
    bare = all(tree.deps[k] in ("advmod", "punct") or _by_a_kind(tree, k) for k in tree.kids[i])
    verb = (head, *(k for k in tree.kids[head] if tree.deps[k] in ("aux", "auxpass")))
    now = any(tree.tags[k] in ("VBZ", "VBP", "MD") for k in verb)
    return tree.tags[i] == "VBN" and bare and now


def _by_a_kind(tree: Tree, k: int) -> bool:
    """`by gnats`: by any of that kind."""
    who = tree.child(k, "pobj")
    kind = who >= 0 and tree.tags[who] == "NNS" and tree.deps[k] == "agent"
    return kind and tree.child(who, "det", "poss", "nummod", "relcl", "acl") < 0


def _of_another(tree: Tree, i: int, head: int) -> bool:
    """`A could win, making B`, which is no more than possible; `A fell when B came, citing C`,
    where it may be B who cited it; `was, in fact, working`, which is one verb."""
    modal = to_be_done(tree, head)
    last = tree.begin(i) - 2
    between = any(
        tree.deps[k] == "advcl" and tree.finite(k) and tree.subject(k) >= 0 and tree.edge(k) == last
        for k in tree.kids[head]
        if head < k < i
    )
    copula = tree.tokens[head].lower in lx.BE and not any(
        tree.deps[k] in ("attr", "acomp", "advmod") for k in tree.kids[head] if k > head
    )
    asides = [k for k in tree.kids[head] if head < k < i and tree.deps[k] == "prep"]
    return modal or between or (copula and all(tree.comma_before(k) for k in asides))


INTENDING = frozenset(
    "agree plan offer want seek hope intend promise vow decide propose threaten aim try attempt"
    " consider expect pledge vote refuse fail prepare need move bid".split()
)


def _planned(tree: Tree, i: int, head: int) -> bool:
    """`agreed to buy A, creating B`: B is part of the plan, unless it is said (`calling it …`)."""
    plan = tree.child(head, "xcomp")
    to = tree.child(plan, "aux") if plan >= 0 else -1
    intends = verbs.base_of(tree.tokens[head].lower) in INTENDING
    infinitive = intends and to >= 0 and tree.tokens[to].lower == "to" and head < plan < i
    base = verbs.base_of(tree.tokens[i].lower)
    return infinitive and base not in lx.SAYING | lx.SPEECH | {"cite"}


def state_participle(reading: Reading, i: int, core: list[Token]) -> None:
    """`CORE, making it …` → `CORE made it …`; unknown verbs take `was …ing`."""
    tree, verb = reading.tree, reading.tree.tokens[i]
    if not core or i in reading.reporting:
        return
    form = finite_form(tree, i, core)
    rest = reading.line(i)
    perfect = next((k for k in tree.kids[i] if tree.tokens[k].lower == "having" and k < i), -1)
    if perfect >= 0:  # `having been asked to` → `had been asked to`
        verb, form = tree.tokens[perfect], finite_form(tree, perfect, core)
    forms = {id(verb): form}
    joined = [k for k in tree.conjuncts(i)[1:] if tree.tags[k] == "VBG" and form]
    forms |= {id(tree.tokens[k]): finite_form(tree, k, core) for k in joined}
    if not all(forms.values()):
        form, forms = "", {}  # `was wiping out A and scrambling B`
    made = [Token(f, t.start, t.end, Tag.FIN) if (f := forms.get(id(t), "")) else t for t in rest]
    lead = [] if form else agreeing(tree, i, core)
    if form and (office := as_what(reading, i)):
        at = next((n for n, t in enumerate(made) if t.tag is Tag.FIN), len(made) - 1) + 1
        made = [*made[:at], *office, *made[at:]]
    reading.subjects[i] = core
    spoken = verbs.base_of(tree.tokens[i].lower) in lx.SPEECH
    content = contents(tree, i) or [k for k in tree.subtree(i) if k in within_quotation(tree)]
    how = "saying" if spoken and content else "participle"  # `said A, warning: “B.”`
    reading.say(with_marks(tree, [*core, *lead, *made]), how, reading.said.get(i))


def finite_form(tree: Tree, i: int, core: list[Token]) -> str:
    """`made` for `making`, in the tense of the clause above; "" where the verb is not known."""
    if tree.tags[i] != "VBG" or tree.tokens[i - 1].lower in THEN:
        return ""  # `then running for mayor`: was running then
    above = (a for a in tree.ancestors(i) if tree.verbal(a) and tree.finite(a))
    past = tree.past(next(above, tree.root)) or is_over(tree, i)
    verb = tree.tokens[i].lower
    base = verbs.base_of(verb)
    if not past and goes_on(tree, i) and base in verbs.PASTS:
        return f"{'have' if is_plural(core) else 'has'} {verbs.PASTS[base][1]}"
    if verb == "being":
        return be(core, past=past).text
    if verb == "having":
        return "had" if past else "has"
    return verbs.past_of(verb) if past else verbs.present_of(verb, plural=is_plural(core))
