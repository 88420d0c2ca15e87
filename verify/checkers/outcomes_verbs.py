"""Verbs by what they make of their subject: who does it, who gives, who takes, who loses."""

from __future__ import annotations

from collections.abc import Mapping

from verify.checkers.outcomes_words import forms

# Per kind of deed: verbs whose subject does it to their object; those whose subject gives to
# whom "to" or the object names; those whose subject has it "from" somebody. Any other verb is of
# its own kind.
DIRECT, GIVES, TAKES, LOSES, WINS, WITH = "direct", "gives", "takes", "loses", "wins", "with"
_VERBS = (
    ("suing", DIRECT, "sue prosecute"),
    ("accusing", DIRECT, "accuse report denounce blame criticise criticize charge sue"),
    ("rescuing", DIRECT, "rescue save pull drag free evacuate revive pluck haul"),
    (
        "recruiting",
        DIRECT,
        "recruit hire =drew =drawn =brought introduce lure persuade enlist entice employ",
    ),
    (
        "attacking",
        DIRECT,
        "attack shoot =shot kill stab invade bomb injure =bit =bitten assault wound punch =struck"
        " ram murder beat shell raid ambush",
    ),
    ("beating", DIRECT, "beat =beaten defeat thrash trounce overcome edge outplay eliminate oust"),
    ("following", DIRECT, "succeed replace"),
    (
        "telling",
        DIRECT,
        "alert warn inform notify brief =told =tells tell advise ring =rang =rung"
        " phone telephone call contact email =wrote_to text cable",
    ),
    ("approaching", DIRECT, "approach ring =rang =rung phone telephone call contact woo court"),
    ("ending", WITH, "cancel terminate end break =broke sever rescind =tore_up"),
    ("inviting", DIRECT, "invite summon"),
    ("arresting", DIRECT, "arrest detain"),
    ("appointing", DIRECT, "appoint nominate promote elect"),
    (
        "leading",
        DIRECT,
        "lead =led head chair run =ran direct oversee =oversaw =overseen manage command supervise"
        " coordinate captain",
    ),
    ("writing", DIRECT, "write =wrote =written author pen"),
    ("composing", DIRECT, "compose"),
    ("designing", DIRECT, "design"),
    ("inventing", DIRECT, "invent devise"),
    ("finding", DIRECT, "=found discover uncover unearth"),
    ("founding", DIRECT, "=founded establish"),
    ("scoring", DIRECT, "score"),
    ("teaching", DIRECT, "teach =taught train coach mentor"),
    (
        "owning",
        DIRECT,
        "own acquire =take_over =took_over =takes_over =taken_over buy =bought purchase",
    ),
    ("threatening", DIRECT, "threaten blackmail"),
    ("leaving", DIRECT, "divorce =left desert"),
    ("helping", DIRECT, "help assist support =backed endorse fund finance sponsor subsidise"),
    ("overtaking", DIRECT, "overtake overhaul =overtaken outsell"),
    ("firing", DIRECT, "=fired =sacked dismiss suspend"),
    ("influencing", DIRECT, "influence inspire =wrote_to criticise"),
    ("chasing", DIRECT, "chase pursue follow"),
    ("paying", GIVES, "pay =paid owe compensate reimburse refund"),
    ("paying", TAKES, "receive get =got collect"),
    ("selling", GIVES, "sell =sold"),
    ("selling", TAKES, "buy =bought purchase acquire"),
    ("lending", GIVES, "lend =lent loan"),
    ("lending", TAKES, "borrow"),
    ("letting", GIVES, "lease rent license licence hire sublet"),
    ("letting", TAKES, "lease rent license licence hire"),
    ("giving", GIVES, "give =gave =given donate hand transfer cede award present bequeath"),
    ("giving", TAKES, "receive =took =taken inherit accept"),
    ("supplying", GIVES, "supply deliver export provide send =sent ship"),
    ("supplying", TAKES, "import receive order obtain"),
    ("telling", GIVES, "report complain explain"),
    ("telling", TAKES, "hear =heard learn"),
    ("beating", LOSES, "lose =lost"),
    ("beating", WINS, "win =won prevail triumph"),
)


def _table() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, way, entries in _VERBS:
        for form in (f for entry in entries.split() for f in forms(entry)):
            found[form] = (*found.get(form, ()), (kind, way))
    return found


WAYS = _table()
# What may be a noun as it stands: "the coach", "a report".
BARE = frozenset(e for _, _, v in _VERBS for e in v.split() if e[0] != "=" and e != "beat")
