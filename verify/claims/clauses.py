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
from verify.claims.asides import appositions, parentheses, titles
from verify.claims.examples import examples, finer
from verify.claims.lists import deal_out
from verify.claims.phrases import (
    Proposition,
    Tokens,
    be,
    is_plural,
    main_verb,
    noun_phrase_start,
    render,
    strip_edges,
    word,
)
from verify.claims.sayings import Reported, taken_apart
from verify.claims.tokens import Tag, Token, certain
from verify.claims.verbs import base_of, past_of

MOST = 40  # propositions of one sentence; a longer one is a table or a list of names
DEEPEST = 6
# Their clause is stated on its own; the others (if, when, until …) limit the main clause and stay.
STATED = frozenset("because although though while whereas since as".split())
CAUSAL = frozenset("because since as".split())
# A front that adds or stages and says nothing of its own.
BESIDES = ("in addition", "apart from", "aside from", "besides", "outside of", "along with", "as well as")
STAGING = frozenset("development move step sign shift twist statement announcement blow boost".split())
# After `was X and …`: a participle that goes on with `was`; `moved` does not.
PASSIVE = frozenset(
    "raised educated buried based known located named considered regarded elected nominated awarded"
    " held used described released produced published directed written sold built designed"
    " honored honoured recognized recognised inducted appointed arrested charged convicted"
    " sentenced killed injured wounded destroyed founded established created trained taken given made"
    " found set called cast featured presented broadcast adapted translated praised respected credited"
    " governed controlled formed followed replaced succeeded owned operated killed married".split()
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
    """Drop `However,`, `In addition,` … from the front."""
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
    tokens, relative = _relatives(tokens, depth)
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
    cut = _front_end(tokens)
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
        who = _bare(rest[:verb])
        passive = Proposition((*who, be(who, past=True), *front), "participle")
        return [], rest, [passive] if who else []
    return front, rest, []


def _bare(tokens: Tokens) -> list[Token]:
    """A subject without what stands between commas, and without adverbs at its end."""
    cut = next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), len(tokens))
    kept = strip_edges(tokens[:cut])
    while kept and kept[-1].tag is Tag.ADV:
        kept.pop()
    return kept


def _front_end(tokens: Tokens) -> int:
    """The comma after which the main clause begins; −1 where the front has none."""
    clause = tokens[0].tag is Tag.SUB
    for i, token in enumerate(tokens[:60]):
        if token.tag is not Tag.COMMA or i + 1 >= len(tokens):
            continue
        following = tokens[i + 1]
        if following.tag in (Tag.NUM, Tag.CONJ, Tag.PREP) and following.lower not in ("according",):
            continue
        if clause and main_verb(tokens[:i], 1) < 0:
            continue
        begins = following.tag in (
            Tag.DET,
            Tag.PRON,
            Tag.NAME,
            Tag.WORD,
            Tag.ADV,
            Tag.NUM,
            Tag.QUOTE,
        )
        verb = main_verb(tokens, i + 1)
        if begins and verb > i + 1 and not _place(tokens, i, verb):
            return i
    return -1


def _place(tokens: Tokens, comma: int, verb: int) -> bool:
    """`In Paris, France, he …`: a comma inside the phrase; there is another before the verb."""
    if tokens[comma + 1].tag is not Tag.NAME or tokens[comma - 1].tag is not Tag.NAME:
        return False
    end = comma + 1
    while end < verb and tokens[end].tag is Tag.NAME:
        end += 1
    return end < verb and tokens[end].tag is Tag.COMMA and end + 1 < verb


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
    past = _is_past(tokens[verb])
    i = verb + 1
    end = len(tokens)
    while i < end:
        cut = _cut(tokens, i, verb)
        if cut is None:
            i += 1
            continue
        how, resume = cut
        found.append((doer, [*aux, *strip_edges(tokens[start:i])], "main"))
        if tokens[i].lower == "because":
            found.append((doer, [*aux, *strip_edges(tokens[start:end])], "because"))
        if how == "verb":
            aux = _shared_aux(tokens, verb, resume)
            start, verb, i = resume, _verb_from(tokens, resume), _verb_from(tokens, resume) + 1
            past = past or _is_past(tokens[min(verb, end - 1)])
            continue
        rest = list(tokens[resume:])
        if how == "participle":
            stop = _participle_end(rest)
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


def _verb_from(tokens: Tokens, begin: int) -> int:
    i = begin
    while i < len(tokens) - 1 and tokens[i].tag is Tag.ADV:
        i += 1
    return i


def _is_past(token: Token) -> bool:
    return (
        token.lower in ("was", "were", "had", "did")
        or token.tag is Tag.PART
        or ("past" in lx.FORMS.get(token.lower, frozenset()))
    )


def _cut(tokens: Tokens, i: int, verb: int) -> tuple[str, int] | None:
    """Whether a new predicate begins at `i`: (how, where it begins), or None."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return None
    if token.tag is Tag.SUB and token.lower in STATED and main_verb(tokens, i + 1) > i + 1:
        return "clause", i + 1
    if (token.lower == "where" or following.lower == "where") and token.tag in (Tag.REL, Tag.COMMA):
        begin = i + 1 if token.lower == "where" else i + 2
        return ("clause", begin) if main_verb(tokens, begin) > begin else None
    if token.lower in ("before", "after") and token.tag is Tag.PREP and following.tag is Tag.ING:
        return "participle", i + 1
    if token.tag is Tag.STOP and token.text in (";", "—", "–") and main_verb(tokens, i + 1) > i + 1:
        return "clause", i + 1
    listed = i + 2 < len(tokens) and tokens[i + 2].tag in (Tag.COMMA, Tag.CONJ)
    if token.tag is Tag.COMMA and following.tag is Tag.ING and not listed and following.lower not in (
        "including", "according", "depending", "ranging", "regarding", "concerning",
    ):  # fmt: skip
        return "participle", i + 1
    if token.tag is Tag.COMMA and following.tag is Tag.PART and _reduced(tokens, i + 1):
        return "reduced", i + 1
    if token.tag is Tag.COMMA and following.tag in (Tag.CONJ, Tag.SUB):
        return None  # decided at the conjunction itself
    if token.tag is Tag.CONJ or (token.tag is Tag.COMMA and _series(tokens, i, verb)):
        if token.tag is Tag.COMMA and following.lower in ("so",):
            return "clause", i + 2
        k = _verb_from(tokens, i + 1)
        if _parallel(tokens, k, verb) and token.lower not in ("or", "nor"):
            return "verb", i + 1
        if token.tag is Tag.CONJ and _own_subject(tokens, i + 1):
            return "clause", i + 1
    if token.tag is Tag.COMMA and following.lower == "so" and main_verb(tokens, i + 2) > i + 2:
        return "clause", i + 2
    return None


def _reduced(tokens: Tokens, at: int) -> bool:
    """`, born in …` at a sentence's end; not the next verb of a series."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return after in lx.PREPOSITIONS and (
        tokens[at].lower in PASSIVE or tokens[at].lower in ("born", "known")
    )


def _parallel(tokens: Tokens, k: int, verb: int) -> bool:
    """Whether the word at `k` carries the verb on: `founded A and led B`, `will meet and agree`."""
    if k >= len(tokens):
        return False
    token = tokens[k]
    if token.tag is Tag.FIN and (certain(token) or "s" not in lx.FORMS.get(token.lower, ())):
        return certain(token) or k + 1 < len(tokens)
    forms = lx.FORMS.get(token.lower, frozenset())
    group = tokens[verb].lower
    if token.tag is Tag.PART:
        return k + 1 < len(tokens) or True
    if "base" in forms and (group in lx.MODALS or group in lx.DO) and token.tag is not Tag.NAME:
        return True
    if (
        "s" in forms
        and token.tag in (Tag.WORD, Tag.FIN)
        and verbs.base_of(group) + "s" != token.lower
    ):
        present = "s" in lx.FORMS.get(group, frozenset()) or group in ("is", "has")
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        return (
            present
            and after is not None
            and (
                after.tag in (Tag.DET, Tag.NUM, Tag.PRON, Tag.REL)
                or (after.tag is Tag.PREP and tokens[k - 1].tag is Tag.ADV)
            )
        )
    if "base" in forms and token.tag is Tag.WORD:
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        plural = "base" in lx.FORMS.get(group, frozenset()) or group in ("are", "have")
        return plural and after is not None and after.tag in (Tag.DET, Tag.PRON)
    return False


def _series(tokens: Tokens, comma: int, verb: int) -> bool:
    """`founded A, led B, and won C`: a verb right after the comma."""
    k = _verb_from(tokens, comma + 1)
    return tokens[k].tag is Tag.FIN or (tokens[k].tag is Tag.PART and not _reduced(tokens, k))


def _own_subject(tokens: Tokens, begin: int) -> bool:
    """Whether a clause with its own subject begins here: noun phrase, then a verb, no comma between."""
    verb = main_verb(tokens, begin)
    if verb <= begin:
        return False
    between = tokens[begin:verb]
    if any(t.lower == "between" for t in tokens[max(0, begin - 8) : begin]):
        return False
    contact = any(t.tag is Tag.PRON for t in between[1:]) and between[0].tag is not Tag.PRON
    if contact or any(t.tag in (Tag.REL, Tag.ING) for t in between):
        return False
    opens = between[0].tag in (Tag.DET, Tag.PRON, Tag.NAME, Tag.WORD, Tag.NUM, Tag.ADV, Tag.SUB)
    commas = [t for t in between if t.tag is Tag.COMMA]
    return (
        opens and not commas and not any(t.tag is Tag.CONJ for t in between) and len(between) <= 14
    )


def _shared_aux(tokens: Tokens, verb: int, resume: int) -> list[Token]:
    """`was born in A and raised in B`: the second verb takes the first one's auxiliary."""
    k = _verb_from(tokens, resume)
    token, group = tokens[k], tokens[verb]
    if token.tag in (Tag.PART,) and group.lower in lx.HAVE:
        return [Token(group.text, tag=Tag.FIN)]
    if token.tag is Tag.PART and group.lower in lx.BE and token.lower in PASSIVE:
        return [Token(group.text, tag=Tag.FIN)]
    if token.tag in (Tag.BASE, Tag.WORD) and group.lower in lx.MODALS | lx.DO:
        return [Token(group.text, tag=Tag.FIN)]
    return []


def _participle_end(rest: Tokens) -> int:
    """Where a participial phrase ends: at a conjunction that carries the main clause on."""
    for i, token in enumerate(rest):
        if i and token.tag is Tag.COMMA and i + 1 < len(rest) and rest[i + 1].tag is Tag.CONJ:
            k = _verb_from(rest, i + 2)
            if k < len(rest) and (rest[k].tag is Tag.FIN or _own_subject(rest, i + 2)):
                return i
    return len(rest)


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


def _relatives(tokens: list[Token], depth: int) -> tuple[list[Token], list[Proposition]]:
    """Cut out relative clauses after a comma, and those that describe a predicate noun."""
    found: list[Proposition] = []
    i = 1
    while i < len(tokens) - 1:
        token = tokens[i]
        if token.tag is Tag.PART and _describes_predicate(tokens, i):
            who = _bare(tokens[: main_verb(tokens)])
            passive = Proposition((*who, be(who, past=True), *tokens[i:]), "participle")
            return strip_edges(tokens[:i]), [*found, passive]
        if token.tag is Tag.REL and token.lower != "where" and i + 1 < len(tokens):
            cut = _relative(tokens, i, depth)
            if cut is not None:
                tokens, stated = cut
                found += stated
                continue
        i += 1
    return tokens, found


def _describes_predicate(tokens: Tokens, at: int) -> bool:
    """`is a singer born in A`: a participle after an indefinite noun that the subject is."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag is not Tag.PREP:
        return False
    return tokens[at - 1].tag is Tag.WORD and _indefinite_predicate(tokens, main_verb(tokens), at)


def _indefinite_predicate(tokens: Tokens, verb: int, end: int) -> bool:
    """`X is a …` up to `end`, with nothing but the noun phrase between."""
    if verb < 1 or tokens[verb].lower not in lx.BE or verb + 2 >= end:
        return False
    subject = _bare(tokens[:verb])
    plain = bool(subject) and subject[0].lower not in ("there", "this", "it")
    allowed = (Tag.DET, Tag.NAME, Tag.WORD, Tag.COMMA, Tag.CONJ, Tag.ADV, Tag.NUM, Tag.ING)
    lead = [t for t in tokens[verb + 1 : end] if t.tag is not Tag.ADV][:1]
    indefinite = bool(lead) and lead[0].lower in ("a", "an", "one")
    return indefinite and plain and all(t.tag in allowed for t in tokens[verb + 1 : end])


def _relative(
    tokens: list[Token], at: int, depth: int
) -> tuple[list[Token], list[Proposition]] | None:
    """One relative clause: the tokens without it and what it states; None where it must stay."""
    token = tokens[at]
    after_comma = tokens[at - 1].tag is Tag.COMMA
    before = at - 1 if after_comma else at
    if token.lower == "that" and after_comma:
        return None
    end = _relative_end(tokens, at, after_comma)
    inner = tokens[at + 1 : end]
    verb = main_verb(inner)
    if verb < 0 or (
        token.lower not in ("whose", "where") and not all(t.tag is Tag.ADV for t in inner[:verb])
    ):
        return None
    antecedent = _antecedent(tokens, before, token, inner[verb], after_comma)
    if not antecedent:
        return None
    if token.lower == "whose":
        stated = _clause([*antecedent, word("'s", Tag.STOP), *inner], None, depth + 1)
    else:
        stated = _clause([*antecedent, *inner], None, depth + 1)
    kept = tokens[:before] + tokens[end + (1 if _closes(tokens, end, after_comma) else 0) :]
    return kept, [replace(p, how="relative") if p.how == "main" else p for p in stated]


def _closes(tokens: Tokens, end: int, after_comma: bool) -> bool:
    """Whether the comma at `end` belongs to the relative clause: `X, who …, did`."""
    if not after_comma or end >= len(tokens) or tokens[end].tag is not Tag.COMMA:
        return False
    return end + 1 < len(tokens) and tokens[end + 1].tag not in (Tag.CONJ, Tag.ING)


def _relative_end(tokens: Tokens, at: int, after_comma: bool) -> int:
    """Where a relative clause ends: at the comma after its verb, or before the main verb."""
    verb = main_verb(tokens, at + 1)
    if verb < 0:
        return len(tokens)
    for i in range(verb + 1, len(tokens)):
        if tokens[i].tag is Tag.COMMA and not _runs_on(tokens, i):
            return i
        if tokens[i].tag is Tag.STOP and tokens[i].text in ";:—–":
            return i
        main = main_verb(tokens[:at]) < 0 and tokens[i].tag is Tag.FIN and certain(tokens[i])
        if main and tokens[i - 1].tag not in (Tag.CONJ, Tag.REL, Tag.ADV, Tag.PRON):
            return i if not after_comma else len(tokens)
    return len(tokens)


def _runs_on(tokens: Tokens, comma: int) -> bool:
    """A comma inside the relative clause: before a year, in a place name, in a list."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if following is None:
        return False
    before = tokens[comma - 1]
    if following.tag is Tag.NUM or following.tag is Tag.ING:
        return following.tag is Tag.NUM
    if following.tag is Tag.PREP and before.tag in (Tag.NUM, Tag.NAME):
        return True
    upcoming = [t.tag for t in tokens[comma + 1 : comma + 9]]
    listed = Tag.CONJ in upcoming and Tag.FIN not in upcoming[: upcoming.index(Tag.CONJ) + 2]
    return listed or (before.tag is Tag.NAME and following.tag is Tag.NAME)


def _antecedent(
    tokens: Tokens, before: int, relative: Token, verb: Token, after_comma: bool
) -> list[Token]:
    """The noun phrase that a relative clause describes; [] where it must stay in place."""
    start = noun_phrase_start(tokens, before, through_of=after_comma)
    phrase = list(tokens[start:before])
    if not phrase:
        return []
    plural_verb = verb.lower in ("are", "were", "have")
    if after_comma:
        forms = lx.FORMS.get(verb.lower, frozenset())
        plural_verb = plural_verb or ("base" in forms and "past" not in forms)
        nearest = list(tokens[noun_phrase_start(tokens, before) : before])
        if plural_verb and not is_plural(phrase) and is_plural(nearest):
            return nearest
        singular = verb.lower in ("is", "was", "has") or "s" in lx.FORMS.get(
            verb.lower, frozenset()
        )
        clash = (plural_verb and not is_plural(phrase)) or (singular and is_plural(phrase))
        if clash:
            return list(phrase) if tokens[before - 1].tag is Tag.NAME else []
        return phrase
    copula = main_verb(tokens[:start])
    if copula > 0 and _indefinite_predicate(tokens, copula, before):
        return _bare(tokens[:copula])
    return []
