"""A sentence's tokens → propositions: one for each thing that it states.

The shape of the work: asides leave first (`asides.py`), then relative clauses,
then the plain clause is cut at its coordinations (`and led`, `but it was`),
participial ends (`, making it …`), subordinate clauses (`because`, `while`), and
lists in its predicate are dealt out (`lists.py`).
"""

from __future__ import annotations

from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims import verbs
from verify.claims.asides import appositions, parentheses
from verify.claims.coordination import (
    STATED,
    cut_at,
    is_past,
    participle_end,
    shared_auxiliary,
    verb_from,
)
from verify.claims.examples import examples, finer
from verify.claims.fronts import front_end
from verify.claims.lists import deal_out
from verify.claims.phrases import (
    Proposition,
    Tokens,
    bare,
    be,
    is_plural,
    main_verb,
    render,
    strip_edges,
)
from verify.claims.relatives import relatives
from verify.claims.sayings import Reported, taken_apart
from verify.claims.titles import titles
from verify.claims.tokens import Tag, Token
from verify.claims.verbs import base_of, past_of

MOST = 40  # propositions of one sentence; a longer one is a table or a list of names
DEEPEST = 6
# A front that adds or stages and says nothing of its own.
BESIDES = (
    "in addition",
    "apart from",
    "aside from",
    "besides",
    "outside of",
    "along with",
    "as well as",
)
STAGING = frozenset(
    "development move step sign shift twist statement announcement blow boost".split()
)


def propositions(tokens: list[Token]) -> list[Proposition]:
    """Everything that a tagged sentence states, in reading order; [] where it has no verb."""
    tokens = strip_edges(tokens)
    tokens, asides = parentheses(tokens)
    tokens, roles = titles(tokens)
    tokens, found = appositions(tokens)
    equations = [
        replace(q, how="apposition") if q.how == "main" else q
        for p in found
        for q in _clause(list(p.tokens), None, 1)
    ]
    whole = _clause(_without_discourse(tokens), None, 0)
    dealt = [d for p in (*roles, *asides, *equations, *whole) for d in _dealt(p)]
    return _distinct(dealt)[:MOST]


def _dealt(proposition: Proposition) -> list[Proposition]:
    """What was said by somebody stays one; a list in anything else is dealt out."""
    if proposition.how in ("saying", "quotation", "because"):
        return [proposition]
    shown = examples(proposition)
    return [fine for one in shown for dealt in deal_out(one) for fine in finer(dealt)]


def _distinct(found: list[Proposition]) -> list[Proposition]:
    seen: set[str] = set()
    kept = []
    for proposition in found:
        key = render(proposition.tokens).casefold().rstrip(" .")
        if key and key not in seen:
            seen.add(key)
            kept.append(proposition)
    return kept


def _without_discourse(tokens: list[Token]) -> list[Token]:
    """Drop `However,`, `In addition,` … from the front, and `, however,` from within."""
    for i in range(len(tokens) - 3, 0, -1):
        aside = tokens[i + 1].lower in lx.DISCOURSE and tokens[i + 1].tag is Tag.ADV
        if aside and tokens[i].tag is Tag.COMMA and tokens[i + 2].tag is Tag.COMMA:
            tokens = [*tokens[:i], *tokens[i + 3 :]]
    for _ in range(2):
        tokens = strip_edges(tokens)
        for length in (4, 3, 2, 1):
            opening = " ".join(t.lower for t in tokens[:length])
            comma = len(tokens) > length and tokens[length].tag is Tag.COMMA
            if opening in lx.DISCOURSE and (comma or (length == 1 and tokens[0].tag is Tag.CONJ)):
                tokens = strip_edges(tokens[length:])
                break
    return tokens


def _clause(tokens: list[Token], subject: Tokens | None, depth: int) -> list[Proposition]:
    """The propositions of one clause. `subject` is used where it has none of its own."""
    tokens = strip_edges(tokens)
    if not tokens or depth > DEEPEST:
        return []
    reported = taken_apart(tokens)
    if reported is not None:
        return _reported(reported, depth)
    front, tokens, found = _fronted(tokens, depth)
    tokens, relative = relatives(tokens, lambda inner: _clause(inner, None, depth + 1))
    verb = main_verb(tokens)
    if verb < 0:
        return found + relative
    begin = verb
    while begin > 0 and tokens[begin - 1].tag is Tag.ADV:
        begin -= 1
    own, sides = _subject(tokens[:begin], depth)
    who = own or list(subject or ())
    if not who:
        return found + relative
    found += sides
    for number, (doer, predicate, how) in enumerate(_predicates(tokens, begin, verb, who, depth)):
        lead = (
            [*front, Token(",", tag=Tag.COMMA)] if front and (number == 0 or _timed(front)) else []
        )
        found.append(Proposition((*lead, *doer, *predicate), how))
    return found + relative


def _reported(reported: Reported, depth: int) -> list[Proposition]:
    """That it was said, and each thing that was said. Direct speech is parsed by its own words."""
    whole = Proposition(reported.whole, "quotation" if reported.direct else "saying")
    if reported.direct:
        return [
            Proposition(whole.tokens, whole.how, reported.said),
            *_after_quotation(reported, depth),
        ]
    inner = _clause(list(reported.content), None, depth + 1)
    found = [
        p if p.said or p.how in ("saying", "quotation") else replace(p, said=reported.said)
        for p in inner
    ]
    if not found:
        return [whole]
    return [whole, *found]


def _after_quotation(reported: Reported, depth: int) -> list[Proposition]:
    """`"…," she said, adding that S`: the second saying."""
    tokens = list(reported.whole)
    for i, token in enumerate(tokens[:-2]):
        following = tokens[i + 1]
        if (
            token.tag is Tag.COMMA
            and following.tag is Tag.ING
            and base_of(following.lower) in lx.SAYING
        ):
            verb = Token(past_of(following.lower), following.start, following.end, Tag.FIN)
            return _clause([*reported.said.speaker, verb, *tokens[i + 2 :]], None, depth + 1)
    return []


def _timed(front: Tokens) -> bool:
    """A date at the front counts for every part of the sentence."""
    return any(t.tag is Tag.NUM or t.lower in lx.MONTHS for t in front) and len(front) <= 6


def _fronted(tokens: list[Token], depth: int) -> tuple[list[Token], list[Token], list[Proposition]]:
    """A phrase or clause before the subject: (what stays in front, the rest, what it states)."""
    if tokens[0].tag not in (Tag.PREP, Tag.SUB, Tag.PART, Tag.ING, Tag.ADV):
        return [], tokens, []
    cut = front_end(tokens)
    if cut < 0:
        return [], tokens, []
    front, rest = tokens[:cut], tokens[cut + 1 :]
    if front[0].tag is Tag.SUB or front[0].lower in ("since", "as"):
        stated = front[0].lower in STATED and main_verb(front, 1) > 0
        return ([], rest, _clause(front[1:], None, depth + 1)) if stated else (front, rest, [])
    verb = main_verb(rest)
    opening = " ".join(t.lower for t in front[:3])
    if opening.startswith(BESIDES) or (front[-1].lower in STAGING and not _timed(front)):
        return [], rest, []
    if front[0].tag is Tag.PART and verb > 0:
        who = bare(rest[:verb])
        passive = Proposition((*who, be(who, past=True), *front), "participle")
        return [], rest, [passive] if who else []
    return front, rest, []


def _subject(tokens: Tokens, depth: int) -> tuple[list[Token], list[Proposition]]:
    """The bare subject and what is said of it between commas."""
    parts = _segments(tokens)
    if len(parts) < 2 or any(p and p[0].tag is Tag.CONJ for p in parts):
        return strip_edges(tokens), []
    core, sides = strip_edges(parts[0]), []
    for part in parts[1:]:
        if not part:
            continue
        if part[0].tag is Tag.ING and part[0].lower != "including":
            sides += _participial(core, part, past=True, depth=depth)
        elif part[0].tag is Tag.PART:
            sides.append(Proposition((*core, be(core, past=True), *part), "participle"))
        elif part[0].tag not in (Tag.SUB, Tag.PREP, Tag.ADV):
            return strip_edges(tokens), []
    return core, sides


def _segments(tokens: Tokens) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.tag is Tag.COMMA:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


Predicate = tuple[list[Token], list[Token], str]  # subject, the rest, how


def _predicates(
    tokens: Tokens, begin: int, verb: int, who: list[Token], depth: int
) -> list[Predicate]:
    """Cut the run from `begin` on into predicates, each with its subject."""
    found: list[Predicate] = []
    doer, start, aux = who, begin, list[Token]()
    past = is_past(tokens[verb])
    i = verb + 1
    end = len(tokens)
    while i < end:
        cut = cut_at(tokens, i, verb)
        if cut is None:
            i += 1
            continue
        how, resume = cut
        found.append((doer, [*aux, *strip_edges(tokens[start:i])], "main"))
        if tokens[i].lower == "because":
            found.append((doer, [*aux, *strip_edges(tokens[start:end])], "because"))
        if how == "verb":
            aux = shared_auxiliary(tokens, verb, resume)
            start, verb, i = resume, verb_from(tokens, resume), verb_from(tokens, resume) + 1
            past = past or is_past(tokens[min(verb, end - 1)])
            continue
        rest = list(tokens[resume:])
        if how == "participle":
            stop = participle_end(rest)
            found += _as_predicates(_participial(doer, rest[:stop], past=past, depth=depth))
            i = start = resume + stop
            if start >= end:
                return found
            tail = strip_edges(rest[stop:])
            found += _as_predicates(_clause(tail, doer, depth + 1))
            return found
        if how == "reduced":
            found.append((doer, [be(doer, past=True), *strip_edges(rest)], "participle"))
            return found
        return found + _as_predicates(_clause(rest, doer, depth + 1))
    found.append((doer, [*aux, *strip_edges(tokens[start:end])], "main"))
    return found


def _as_predicates(found: list[Proposition]) -> list[Predicate]:
    return [([], list(p.tokens), p.how) for p in found]


def _participial(core: Tokens, part: Tokens, *, past: bool, depth: int) -> list[Proposition]:
    """`, making it …` → `CORE made it …`; unknown verbs take `was …ing`."""
    for i, token in enumerate(part[:-1]):
        if (
            i
            and token.tag is Tag.CONJ
            and part[i + 1].tag is Tag.ING
            and part[i + 1].lower in lx.FORMS
        ):
            first = _participial(core, strip_edges(part[:i]), past=past, depth=depth)
            return first + _participial(core, part[i + 1 :], past=past, depth=depth)
    verb, rest = part[0], list(part[1:])
    form = (
        verbs.past_of(verb.lower) if past else verbs.present_of(verb.lower, plural=is_plural(core))
    )
    if verb.lower == "being":
        form = "was" if past else "is"
    finite = [Token(form, verb.start, verb.end, Tag.FIN)] if form else [be(core, past=past), verb]
    inner = _clause([*finite, *rest], core, depth + 1)
    return [replace(p, how="participle") if p.how == "main" else p for p in inner]
