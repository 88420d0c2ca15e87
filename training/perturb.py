"""Labelled pairs made from real sentences, without annotation.

A sentence of a real text is compressed into a claim that it supports; then
one fact of the claim is changed (a number, a date, a name, an office, a
direction, a negation), so that the same text refutes it; or the text loses
the sentence that carried the claim, so that it is silent. The perturbations
follow the families of FactCC (Kryscinski et al., 2020) and DocNLI
(Yin et al., 2021); the code and the word lists are this project's.

Every function takes a `random.Random` and returns `None` where it does not
apply, so that a caller can try the next one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

SUPPORTS, REFUTES, NEUTRAL = 0, 1, 2
# Passage, claim, the labels left open, and what of the claim the passage bears out (None: nothing
# is known of its words).
Made = tuple[str, str, tuple[int, ...], "str | None"]
NOT_SUPPORTED = (REFUTES, NEUTRAL)

MONTHS = (
    "January February March April May June July August September October November December".split()
)
SCALES = ("hundred", "thousand", "million", "billion", "trillion")
WORDS = "two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

# Pairs whose exchange reverses what a sentence reports. Both directions apply.
OPPOSITES = (
    ("rose", "fell"), ("rise", "fall"), ("rising", "falling"), ("risen", "fallen"),
    ("increase", "decrease"), ("increased", "decreased"), ("increases", "decreases"),
    ("gained", "lost"), ("won", "lost"), ("win", "lose"), ("wins", "loses"),
    ("more", "fewer"), ("higher", "lower"), ("largest", "smallest"), ("larger", "smaller"),
    ("highest", "lowest"), ("best", "worst"), ("better", "worse"), ("most", "least"),
    ("before", "after"), ("above", "below"), ("over", "under"), ("first", "last"),
    ("older", "younger"), ("oldest", "youngest"), ("early", "late"), ("earlier", "later"),
    ("north", "south"), ("northern", "southern"), ("east", "west"), ("eastern", "western"),
    ("approved", "rejected"), ("accepted", "refused"), ("supported", "opposed"),
    ("supports", "opposes"), ("support", "oppose"), ("agreed", "refused"),
    ("confirmed", "denied"), ("confirms", "denies"), ("allowed", "banned"),
    ("allows", "bans"), ("opened", "closed"), ("began", "ended"), ("begins", "ends"),
    ("start", "end"), ("started", "finished"), ("arrived", "left"), ("joined", "left"),
    ("entered", "left"), ("born", "died"), ("married", "divorced"), ("mother", "daughter"),
    ("father", "son"), ("husband", "brother"), ("wife", "sister"), ("bought", "sold"),
    ("buy", "sell"), ("lent", "borrowed"), ("succeeded", "preceded"), ("guilty", "innocent"),
    ("convicted", "acquitted"), ("arrested", "released"), ("hired", "dismissed"),
    ("appointed", "dismissed"), ("always", "never"), ("many", "few"), ("all", "none of the"),
    ("majority", "minority"), ("public", "private"), ("male", "female"), ("men", "women"),
    ("strong", "weak"), ("improved", "worsened"), ("success", "failure"),
    ("successful", "unsuccessful"), ("legal", "illegal"), ("safe", "dangerous"),
    ("surplus", "deficit"), ("profit", "loss"), ("exports", "imports"), ("attack", "retreat"),
    ("victory", "defeat"), ("defeated", "lost to"), ("increase in", "decrease in"),
    ("at least", "at most"), ("more than", "less than"), ("accelerated", "slowed"),
    ("strengthened", "weakened"), ("expanded", "shrank"), ("present", "absent"),
    ("alive", "dead"), ("deny", "confirm"), ("possible", "impossible"),
)  # fmt: skip
OFFICES = (
    "president", "prime minister", "chancellor", "senator", "governor", "mayor",
    "secretary of state", "foreign minister", "finance minister", "ambassador", "king",
    "chairman", "vice president", "speaker", "chief justice", "defence minister", "director",
    "chief executive", "captain", "coach", "professor", "general", "bishop", "judge",
)  # fmt: skip
HEDGES = (
    ("may have ", "has "), ("might have ", "has "), ("could have ", "has "),
    (" may be ", " is "), (" might be ", " is "), (" could be ", " is "),
    (" is expected to ", " will certainly "), (" is likely to ", " will certainly "),
    ("reportedly ", ""), ("allegedly ", ""), ("probably ", ""), ("possibly ", ""),
    (" planned to be ", " was "), (" offered to consider ", " agreed to "),
    (" proposed to ", " decided to "), (" considered ", " decided on "),
    (" suggested ", " proved "), (" is believed to be ", " is "), (" was said to be ", " was "),
    (" seeks to ", " managed to "), (" hopes to ", " will "), (" tried to ", " managed to "),
    ("some of the ", "all of the "), ("Some ", "All "), ("most ", "all "), ("often ", "always "),
    ("sometimes ", "always "), ("almost ", ""), ("nearly ", ""), (" after ", " because of "),
)  # fmt: skip
AUXILIARIES = (
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
    "did", "does", "do", "should", "must", "may", "might",
)  # fmt: skip

NUMBER = re.compile(r"(?<![\w.,])\$?\d[\d,]*(?:\.\d+)?(?![\w])")
YEAR = re.compile(r"\b(1[5-9]\d\d|20[0-4]\d)\b")
NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|of [A-Z][\w'’-]+))*")
ONE_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
ROLES = re.compile(rf"({ONE_NAME}) (\w+(?:ed|ew|on|ld|ot|id|ve)\b.*?) ({ONE_NAME})\b")
COMMON_WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
PARENTHESIS = re.compile(r"\s*\([^()]*\)|\s*-LRB-.*?-RRB-")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")

Change = Callable[[random.Random, str], "str | None"]


def sentences(text: str) -> list[str]:
    """Split `text` well enough for making training data (the product splits properly)."""
    return [s.strip() for s in SENTENCE_END.split(text) if s.strip()]


def _replace(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _other_number(rng: random.Random, token: str) -> str:
    dollar = "$" if token.startswith("$") else ""
    digits = token.lstrip("$").replace(",", "")
    if "." in digits:
        _, frac = digits.split(".", 1)
        value = float(digits) * rng.choice((0.1, 0.5, 1.4, 2.0, 10.0)) + rng.choice((0, 1, 3))
        return f"{dollar}{value:.{len(frac)}f}"
    value = int(digits)
    if value < 20:
        new = rng.choice([v for v in range(1, 25) if v != value])
    else:
        scale = rng.choice((0.1, 0.25, 0.5, 0.8, 1.25, 1.5, 2, 3, 10))
        new = max(1, round(value * scale))
        new += new == value
    return f"{dollar}{new:,}" if "," in token else f"{dollar}{new}"


def change_number(rng: random.Random, claim: str) -> str | None:
    found = [m for m in NUMBER.finditer(claim) if not YEAR.fullmatch(m.group())]
    if not found:
        return None
    m = rng.choice(found)
    return _replace(claim, m.start(), m.end(), _other_number(rng, m.group()))


def change_word_number(rng: random.Random, claim: str) -> str | None:
    for series in rng.sample((WORDS, ORDINALS, list(SCALES)), 3):
        for m in re.finditer(r"\b(" + "|".join(series) + r")\b", claim):
            others = [w for w in series if w != m.group()]
            return _replace(claim, m.start(), m.end(), rng.choice(others))
    return None


def change_date(rng: random.Random, claim: str) -> str | None:
    spots: list[tuple[int, int, str]] = []
    for m in YEAR.finditer(claim):
        year = int(m.group())
        spots.append((m.start(), m.end(), str(year + rng.choice((-20, -10, -3, -2, -1, 1, 2, 5)))))
    for m in re.finditer(r"\b(" + "|".join(MONTHS) + r")\b(?= \d| of|,)", claim):
        other = rng.choice([x for x in MONTHS if x != m.group()])
        spots.append((m.start(), m.end(), other))
    return _replace(claim, *rng.choice(spots)) if spots else None


def change_direction(rng: random.Random, claim: str) -> str | None:
    spots = []
    for a, b in OPPOSITES:
        for old, new in ((a, b), (b, a)):
            spots += [(m.start(), m.end(), new) for m in re.finditer(rf"\b{old}\b", claim)]
    return _replace(claim, *rng.choice(spots)) if spots else None


ANY_AUXILIARY = r"\b(" + "|".join(AUXILIARIES) + r")"


def change_negation(rng: random.Random, claim: str) -> str | None:
    for pattern in (
        ANY_AUXILIARY + r" not\b",
        r"\b(is|are|was|were|did|do|does|has|had)n['’]t\b",
    ):
        m = re.search(pattern, claim)
        if m:
            return _replace(claim, m.start(), m.end(), m.group(1))
    found = list(re.finditer(ANY_AUXILIARY + r"\b(?! not)", claim))
    if not found:
        return None
    m = found[0]
    word = rng.choice(
        (" not", " never", " not", " no longer")
        if m.group() in ("is", "are", "was", "were")
        else (" not", " never")
    )
    return _replace(claim, m.end(), m.end(), word)


# An auxiliary after one of these belongs to another clause than the claim's own.
SUBORDINATE = re.compile(r"\b(?:who|which|that|when|where|while|if|because|as|than)\b|[,;:]")
NEGATED = {SUPPORTS: REFUTES, REFUTES: SUPPORTS, NEUTRAL: NEUTRAL}


def negated(rng: random.Random, claim: str, label: int) -> tuple[str, int] | None:
    """The claim denied, or its denial taken away, and the label that follows from its own."""
    verb = re.search(ANY_AUXILIARY + r"(?:n['’]t)?\b", claim)
    if not verb or SUBORDINATE.search(claim, 0, verb.start()):
        return None
    changed = change_negation(rng, claim)
    return (changed, NEGATED[label]) if changed else None


def change_office(rng: random.Random, claim: str) -> str | None:
    low = claim.lower()
    for office in rng.sample(OFFICES, len(OFFICES)):
        at = low.find(" " + office)
        if at >= 0 and (
            at + 1 + len(office) == len(low) or not low[at + 1 + len(office)].isalpha()
        ):
            start = at + 1
            new = rng.choice([o for o in OFFICES if o != office])
            return _replace(
                claim, start, start + len(office), new.title() if claim[start].isupper() else new
            )
    m = re.search(r"\b(former|then|acting|deputy|vice) (?=[a-z])", claim)
    return _replace(claim, m.start(), m.end(), "") if m else None


def swap_roles(rng: random.Random, claim: str) -> str | None:
    """Exchange two names of one claim: who did what to whom."""
    m = ROLES.match(claim)
    if not m or m.group(1) == m.group(3):
        return None
    return f"{m.group(3)} {m.group(2)} {m.group(1)}{claim[m.end() :]}"


def change_name(rng: random.Random, claim: str, pool: Sequence[str]) -> str | None:
    found = [m for m in NAME.finditer(claim) if m.group() not in MONTHS]
    if not found or not pool:
        return None
    m = rng.choice(found)
    same_length = [n for n in pool if n.count(" ") == m.group().count(" ") and n != m.group()]
    if not same_length:
        return None
    return _replace(claim, m.start(), m.end(), rng.choice(same_length))


def change_word(
    rng: random.Random, claim: str, neighbours: Mapping[str, Sequence[str]]
) -> str | None:
    """Exchange a common word for one near it in meaning (`training.neighbours`)."""
    found = [m for m in COMMON_WORD.finditer(claim) if m.group() in neighbours]
    if not found:
        return None
    m = rng.choice(found)
    return _replace(claim, m.start(), m.end(), rng.choice(neighbours[m.group()]))


def strengthen(rng: random.Random, claim: str) -> str | None:
    """Drop a hedge or turn sequence into cause: more than the text says."""
    options = [(a, b) for a, b in HEDGES if a in claim]
    if not options:
        return None
    a, b = rng.choice(options)
    return claim.replace(a, b, 1)


def weaken(rng: random.Random, claim: str) -> str | None:
    """A weaker claim that the text still supports."""
    m = re.search(r" (\d[\d,]*\d{2,})(?= \w)", claim)
    if m and rng.random() < 0.6 and not YEAR.fullmatch(m.group(1)):
        value = int(m.group(1).replace(",", ""))
        size = 10 ** (len(str(value)) - 2)
        floor = value // size * size
        if floor < value:
            return _replace(
                claim,
                m.start(1),
                m.end(1),
                f"{rng.choice(('more than', 'over', 'at least'))} {floor:,}",
            )
        return None
    for a, b in ((" all ", " some "), ("always ", "often "), ("All ", "Some ")):
        if a in claim:
            return claim.replace(a, b, 1)
    return None


def compress(rng: random.Random, sentence: str) -> str:
    """A shorter claim that the sentence still supports."""
    claim = PARENTHESIS.sub("", sentence).strip()
    if rng.random() < 0.5:
        # Non-restrictive clauses between commas can go without touching the rest.
        claim = re.sub(r", (?:who|which|whose|where|a|an|the) [^,]{5,80}, ", " ", claim, count=1)
    if rng.random() < 0.4:
        claim = re.sub(
            r", (?:which|who|where|while|with|including|after|when) [^,;]{5,}(?=[.!?]?$)", "", claim
        )
    if rng.random() < 0.3:
        head = re.match(
            r"(?:In|On|At|After|Before|During|By|Following) [^,]{3,50}, (?=[A-Z])", claim
        )
        if head:
            claim = claim[head.end() :]
    if rng.random() < 0.3:
        both = re.match(r"(.{25,}?),? (?:and|but) (?:he|she|it|they) .+", claim)
        if both:
            claim = both.group(1) + "."
    return claim


# What a sentence can do without, and without which it says less.
DETAILS = (
    re.compile(r", (?:who|which|whose|where|a|an|the|including|with|while) [^,]{8,90},(?= )"),
    re.compile(r",? (?:which|who|whose|where|while|including|because|after|before|when|until|"
               r"so that|in order to) [^,;]{8,}(?=[.!?]?$)"),
    re.compile(r" (?:in|on|at|during|since|by|from|for|with|near|against|under|about|through) "
               r"(?:the |a |an |its |his |her |their )?[\w'’-]+(?: [\w'’-]+){0,3}"
               r"(?=[,.;!?](?:\s|$)|$)"),
    re.compile(r",? (?:and|but) (?:he|she|it|they|was|were|is|are|had|has|later|then) [^,;]{6,}"
               r"(?=[.!?]?$)"),
    re.compile(r", [\w'’ -]{3,40},? and [\w'’ -]{3,40}?(?=[.,;!?](?:\s|$)|$)"),
    re.compile(r"(?<=\w) and [\w'’-]+(?: [\w'’-]+){0,2}(?=[.,;!?](?:\s|$)|$)"),
    re.compile(r"\s*\([^()]{4,}\)"),
    re.compile(r"(?<= )(?:first|last|only|new|main|former|largest|national|official|young|"
               r"american|annual|major|second|third|three|two|several|most|many) ", re.IGNORECASE),
)  # fmt: skip


def said_less(rng: random.Random, sentence: str) -> str | None:
    """The sentence without one or two of its details: it leaves the whole sentence open."""
    said = sentence
    for _ in range(rng.choice((1, 1, 2))):
        found = [m for pattern in DETAILS for m in pattern.finditer(said)]
        if not found:
            break
        m = rng.choice(found)
        said = _replace(said, m.start(), m.end(), "")
    return said if said != sentence and len(said) >= 25 else None


REFUTING: tuple[tuple[Change, int], ...] = (
    (change_number, REFUTES), (change_word_number, REFUTES), (change_date, REFUTES),
    (change_direction, REFUTES), (change_negation, REFUTES), (change_office, -1),
    (swap_roles, -1), (strengthen, NEUTRAL),
)  # fmt: skip


def _changed(rng: random.Random, claim: str) -> tuple[str, tuple[int, ...]] | None:
    """The claim with one fact changed, and the labels that leaves open; None where none can be."""
    for change, label in rng.sample(REFUTING, len(REFUTING)):
        changed = change(rng, claim)
        if changed and changed != claim:
            return changed, NOT_SUPPORTED if label < 0 else (label,)
    return None


def variants(
    rng: random.Random,
    sentence: str,
    passage: str,
    rest: str,
    names: Sequence[str],
    neighbours: Mapping[str, Sequence[str]],
) -> list[Made]:
    """Pairs made from one sentence of a passage.

    `rest` is the passage without the sentence ("" where it has no other); `names` are names
    to exchange for those in the claim, `neighbours` words to exchange for its words.
    """
    claim = compress(rng, sentence)
    if not 25 <= len(claim) <= 300:
        return []
    made: list[Made] = []
    draw = rng.random()
    if draw < 0.18 and rest:
        made.append((rest, claim, (NEUTRAL,), None))
    elif draw < 0.34:
        renamed = change_name(rng, claim, names)
        if renamed:
            made.append((passage, renamed, NOT_SUPPORTED, claim))
    elif draw < 0.54:
        if less := said_less(rng, claim):
            made.append((passage.replace(sentence, less), claim, (NEUTRAL,), less))
    elif draw < 0.70 and (other := change_word(rng, claim, neighbours)):
        made.append((passage, other, NOT_SUPPORTED, claim))
    if not made and (wrong := _changed(rng, claim)):
        made.append((passage, *wrong, claim))
    weaker = weaken(rng, claim) if rng.random() < 0.3 else None
    made.append((passage, weaker or claim, (SUPPORTS,), None))
    return made


def altered(
    rng: random.Random, text: str, names: Sequence[str], neighbours: Mapping[str, Sequence[str]]
) -> str | None:
    """The text with one or two changes of any kind, whatever follows from them.

    Words are exchanged most often, as in the augmentation of TinyBERT (Jiao et al., 2020).
    """
    changes: list[Change] = [change for change, _ in REFUTING]
    changes += [said_less, lambda r, t: change_name(r, t, names)]
    changes += [lambda r, t: change_word(r, t, neighbours)] * len(changes)
    said = text
    for change in rng.sample(changes, len(changes))[: rng.choice((2, 3, 5))]:
        said = change(rng, said) or said
    return said if said != text else None


def two_parts(rng: random.Random, parts: Sequence[str]) -> Made | None:
    """A claim of two facts: supported by a text with both, and by none that lacks or changes one.

    `parts` are the sentences of a text; `None` where it has fewer than two that can be used.
    """
    if len(parts) < 2:
        return None
    first, second = sorted(rng.sample(range(len(parts)), 2))
    facts = [compress(rng, parts[first]), compress(rng, parts[second])]
    if max(map(len, facts)) > 170 or min(map(len, facts)) < 20:
        return None
    label: tuple[int, ...] = (SUPPORTS,)
    kept, draw, held = list(parts), rng.random(), list(facts)
    if draw < 0.35:  # the text says one half only
        half = rng.randrange(2)
        del kept[(first, second)[half]]
        label, held[half] = (NEUTRAL,), ""
    elif draw < 0.6:
        half = rng.randrange(2)
        if wrong := _changed(rng, facts[half]):
            facts[half], label = wrong
    together = rng.random() < 0.5
    return " ".join(kept), _joined(facts, together), label, _joined(held, together)


def _joined(facts: Sequence[str], together: bool) -> str:
    """Two facts as one sentence or as two; of the second alone it keeps the form it has there."""
    a, b = facts
    if b.startswith(("The ", "He ", "She ", "It ", "They ", "In ")):
        b = b[0].lower() + b[1:]
    return f"{a.rstrip('.')}, and {b}" if together else f"{a} {b}".strip()
