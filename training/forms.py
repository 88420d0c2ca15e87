"""The same facts in the forms that fact-checking evidence takes.

Encyclopaedia pairs are plain sentences. Desks read questions and answers, pages that
rebut a rumour, and transcripts. Each function takes labelled rows and says them again
in such a form, with the label that follows; none adds a fact. The wording is this
project's own, and every form comes with all labels, so that the form alone says nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from training.perturb import NEUTRAL, NOT_SUPPORTED, REFUTES, SUPPORTS

Made = tuple[str, str, tuple[int, ...]]  # passage, claim, allowed labels

INVERTED = re.compile(
    r"^((?:The |A |An )?[A-Z][\w.'’-]*(?: (?:of |the |de )?[A-Z][\w.'’-]*)*) "
    r"(is|was|are|were|has|have|had|will|can|could|would|did|does) (?!not\b|never\b)(.+)$"
)
ASKED = ("Is it true that {c}?", "Did it happen that {c}?", "Is there proof that {c}?",
         "Can it be shown that {c}?", "Is the statement right that {c}?")  # fmt: skip
YES = ("Yes", "Yes, it is", "Yes, that is correct", "That is right", "Yes, records confirm it",
       "Correct", "It is")  # fmt: skip
NO = ("No", "No, it is not", "No, that is wrong", "That is not so", "No, it did not happen",
      "No, there is no record of it", "Not true")  # fmt: skip
UNKNOWN = ("It is not known", "No answer could be found", "Sources do not say",
           "That could not be established", "Nobody has answered the question")  # fmt: skip
ABOUT_IT = ("Where was the claim published? A: It was shared on social media.",
            "Who made the claim? A: It was made in a post online.",
            "When was it said? A: It circulated for some days.")  # fmt: skip
DEBUNKED = (
    "A post saying that {c} is false.", "The report that {c} was made up.",
    "It was wrongly reported that {c}.", "Posts falsely claim that {c}.",
    "There is no truth in the rumour that {c}.", "Officials denied that {c}.",
    "The story that {c} comes from a satirical website.", "The claim that {c} has been debunked.",
    "Contrary to what was shared, it is not the case that {c}.",
    "The picture said to show that {c} was altered.",
    "Fact-checkers found the statement that {c} to be untrue.",
)  # fmt: skip
CONFIRMED = (
    "It has been confirmed that {c}.", "Records show that {c}.", "Officials confirmed that {c}.",
    "The report that {c} is accurate.", "Documents establish that {c}.",
    "Fact-checkers found the statement that {c} to be correct.", "It is a fact that {c}.",
    "Posts saying that {c} are right.",
)  # fmt: skip
OPEN = (
    "Some people ask whether {c}.", "It is disputed whether {c}.",
    "Nobody could say whether {c}.", "A rumour has it that {c}.", "It remains unclear whether {c}.",
    "Posts claim that {c}; no evidence for or against it was found.",
)  # fmt: skip
NAMES = ("Anna", "Mark", "Priya", "Tom", "Leila", "Jonas", "Grace", "Omar", "Yuki", "Pedro",
         "Speaker 1", "Speaker 2", "Host", "Guest", "Interviewer", "Minister")  # fmt: skip
SAYS = ("says", "said", "tells the others", "mentions", "explains", "points out")


def embedded(claim: str) -> str:
    """The claim as it stands after "that": no full stop, a small first letter for The, He …"""
    text = claim.strip().rstrip(".!?")
    first = text.split(" ", 1)[0]
    small = {"The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "There", "This", "His"}
    return text[0].lower() + text[1:] if first in small else text


def question(rng: random.Random, claim: str) -> str:
    """A yes-or-no question for the claim."""
    m = INVERTED.match(claim.strip().rstrip(".!?"))
    if m and rng.random() < 0.7:
        return f"{m[2].capitalize()} {embedded(m[1])} {m[3]}?"
    return rng.choice(ASKED).format(c=embedded(claim))


def answered(rng: random.Random, passage: str, claim: str, other: str, label: int) -> Made:
    """Questions and answers; `other` is a claim about something else."""
    short = {SUPPORTS: YES, REFUTES: NO, NEUTRAL: UNKNOWN}[label]
    draw = rng.random()
    if draw < 0.2:  # an answer to another question settles nothing
        asked = question(rng, other)
        return _qa(rng, [(asked, rng.choice(YES + NO))]), claim, (NEUTRAL,)
    if draw < 0.55:
        answer = rng.choice(short)
        if label != NEUTRAL and rng.random() < 0.4:
            answer += f". {passage}"
        pairs = [(question(rng, claim), answer)]
    else:
        pairs = [(question(rng, claim), passage)]
    if rng.random() < 0.3:
        pairs.append((question(rng, other), rng.choice(YES + NO)))
    rng.shuffle(pairs)
    text = _qa(rng, pairs)
    if rng.random() < 0.3:
        text = f"Q: {rng.choice(ABOUT_IT)} {text}"
    return text, claim, (label,)


def _qa(rng: random.Random, pairs: Sequence[tuple[str, str]]) -> str:
    marks = rng.choice((("Q: ", " A: "), ("Q: ", " A: "), ("", " "), ("Question: ", " Answer: ")))
    return " ".join(f"{marks[0]}{q}{marks[1]}{a.rstrip('.')}." for q, a in pairs)


def rebutted(rng: random.Random, passage: str, claim: str, other: str) -> Made:
    """A page that says what became of a rumour; the fact itself may stand beside it."""
    label = rng.choice((SUPPORTS, REFUTES, REFUTES, NEUTRAL))
    phrases = {SUPPORTS: CONFIRMED, REFUTES: DEBUNKED, NEUTRAL: OPEN}[label]
    if rng.random() < 0.2:  # a rebuttal of another rumour settles nothing
        phrases, told, label = DEBUNKED + CONFIRMED, other, NEUTRAL
    else:
        told = claim
    text = rng.choice(phrases).format(c=embedded(told))
    if rng.random() < 0.3:
        text = f"{text} {question(rng, other)} {rng.choice(UNKNOWN)}."
    return text, claim, (label,)


def spoken(rng: random.Random, parts: Sequence[str]) -> list[Made]:
    """A transcript of sentences, and who said which: rightly and wrongly attributed."""
    said = [s for s in parts if 25 <= len(s) <= 220][:6]
    if len(said) < 2:
        return []
    names = rng.sample(NAMES, 2)
    turns = [(names[i % 2], s) for i, s in enumerate(said)]
    text = " ".join(f"{name}: {s}" for name, s in turns)
    name, sentence = rng.choice(turns)
    wrong = names[1 - names.index(name)]
    verb = rng.choice(SAYS)
    right = f"{name} {verb} that {embedded(sentence)}."
    swapped = f"{wrong} {verb} that {embedded(sentence)}."
    return [(text, right, (SUPPORTS,)), (text, swapped, NOT_SUPPORTED)]


def retold(
    rng: random.Random, rows: Sequence[tuple[str, str, tuple[int, ...]]], quota: int
) -> Iterator[Made]:
    """`quota` rows as questions and answers or as rebuttals, in equal parts."""
    single = [r for r in rows if len(r[2]) == 1 and 20 <= len(r[1]) <= 220 and len(r[0]) < 900]
    for passage, claim, allowed in rng.sample(single, min(quota, len(single))):
        other = rng.choice(single)[1]
        if other == claim:
            continue
        if rng.random() < 0.5:
            yield answered(rng, passage, claim, other, allowed[0])
        else:
            yield rebutted(rng, passage, claim, other)
