"""What stands before a colon: an editor's label, which is no part of the sentence, or the name of a
figure, which is all that is said of it."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# `Update, Jan. 30: Attendance was normal.` A closed list, for `Best guess:` or `One man:` is part
# of what is said.
LABEL = re.compile(
    r"[*_ \t]*(?:Updated?|Correction|Clarification|Editor['’]s note|Note|Guidance|Outlook"
    rf"|Background|Context|Summary|Analysis|Breaking|Exclusive|Latest)(?:,? {_DAY})?:"
    r"[*_]{0,3}[ \t]+(?=\S)"
)
# What a page is furnished with: `Reading time: 5 minutes`, `See also: 12 towns without water`.
FURNITURE = re.compile(
    r"(?:tel|phone|fax|call|contact|e-?mail|photo|picture|image|video|gallery|isbn|issn|updated?"
    r"|published|posted|reading|read|related|see|more|also|watch|listen|rating|verdict|score|quiz"
    r"|poll|comments|views|page|serves|ingredients)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"(?P<label>[A-Z0-9][^:?!“”\"\n]{2,90}?): (?P<told>[^:?!]*\d.*)", re.DOTALL)
# Near the colon, for `New: a lamp with two arms for $90` is no figure's name.
AMOUNT = re.compile(
    r"(?:[\w’'-]+ ){0,3}?(?:[$€£¥₹] ?\d|(?:EUR|USD|GBP|CHF) ?\d"
    r"|\d[\d.,]* ?(?:%|per ?cent\b)(?! off\b)|\d{1,3}(?:,\d{3})+\b)",
    re.IGNORECASE,
)
# `Last inspection: March 9, 2022`: a day with its year.
DATED = re.compile(rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? (?:19|20)\d\d\.?")
# `Seats (151): Union 52; Democrats 47; Front 14`: what each has.
SHARED_OUT = re.compile(r"(?:[^\d;:]{2,40} \d[\d.,]*%?; ){2,}[^\d;:]{2,40} \d[\d.,]*%?\.?")
# `41 now, 37 next year`, `up 12 points`; not `12 March`, nor `7 pm`, nor `2 cups`.
COUNTED = re.compile(
    r"(?:(?:up|down|about|nearly|some|an?) )?\d[\d.]* "
    r"(?!(?:am|pm|o['’]clock|off|tsp|tbsp|cups?)\b)[a-z]+"
)


def label_end(text: str, start: int, end: int) -> int:
    """Where an editor's label before a whole sentence ends; `start` where there is none."""
    found = LABEL.match(text, start, end)
    if found is None:
        return start
    after = re.findall(r"[\w’']+", text[found.end() : min(end, found.end() + 300)])[1:]
    helped = any(w.lower() in lx.FINITE_AUX | lx.MODALS for w in after)
    told = any(lx.FORMS.get(w.lower(), frozenset()) & {"s", "past"} for w in after)
    return found.end() if helped or told else start


def names_a_figure(text: str) -> bool:
    """`Net result: a loss of $212 million`, `Schools in use: 41 now, 37 in 2026`."""
    found = FIGURE.fullmatch(text)
    if found is None or FURNITURE.match(found["label"]):
        return False
    told = found["told"]
    counted = AMOUNT.match(told) or COUNTED.match(told)
    return bool(counted or DATED.fullmatch(told) or SHARED_OUT.fullmatch(told))
