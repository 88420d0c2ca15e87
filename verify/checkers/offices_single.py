"""Posts of one holder at a time that newspapers name without a country: Speaker, whips, NATO."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITED_STATES = "United States"
US = r"(?:u\.?s\.? |united states |american )?"
THE_HOUSE = rf"the {US}house(?: of representatives)?"


@dataclass(frozen=True, slots=True)
class SinglePost:
    """One such post: its family, how the table and a finding name it, and newspapers' words."""

    family: str
    office: str  # as in the table
    place: str
    said: str  # a pattern, matched without regard to case


def _leader(chamber: str, side: str, rank: str) -> SinglePost:
    name = f"{chamber} {side} {rank}"
    the = THE_HOUSE if chamber == "House" else f"the {US}senate"
    said = rf"{US}{name.lower()}|{side.lower()} {rank.lower()} (?:of|in) {the}"
    return SinglePost(name.lower().replace(" ", "_"), name, UNITED_STATES, said)


POSTS = (
    SinglePost(
        "speaker",
        "Speaker of the House of Representatives",
        UNITED_STATES,
        rf"{US}house speaker|speaker of {THE_HOUSE}|speaker(?= [a-z])",
    ),
    *(
        _leader(chamber, side, rank)
        for chamber in ("House", "Senate")
        for side in ("Majority", "Minority")
        for rank in ("Leader", "Whip")
    ),
    SinglePost(
        "secretary_of_defense",
        "Secretary of Defense",
        UNITED_STATES,
        rf"(?:us|u\.s\.|american) defence secretary|{US}(?:defense secretary|secretary of defense)|"
        r"pentagon chief",
    ),
    SinglePost(
        "secretary_of_the_treasury",
        "Secretary of the Treasury",
        UNITED_STATES,
        rf"{US}(?:treasury secretary|secretary of the treasury)",
    ),
    SinglePost(
        "un_secretary_general",
        "Secretary-General of the United Nations",
        "United Nations",
        r"(?:u\.?n\.?|united nations) (?:secretary[- ]general|chief)|"
        r"secretary[- ]general of the (?:u\.?n\.?|united nations)",
    ),
    SinglePost(
        "nato_secretary_general",
        "Secretary General of NATO",
        "NATO",
        r"nato (?:secretary[- ]general|chief)|secretary[- ]general of nato",
    ),
    SinglePost(
        "commission_president",
        "President of the European Commission",
        "European Union",
        r"(?:european|e\.?u\.?) commission president|"
        r"president of the (?:european|e\.?u\.?) commission",
    ),
    SinglePost(
        "council_president",
        "President of the European Council",
        "European Union",
        r"european council president|president of the european council",
    ),
)
SINGLE = {post.family: post for post in POSTS}
BY_OFFICE = {post.office.lower(): post for post in POSTS}
# "Speaker" alone is somebody who speaks, unless it is a title: Speaker Pelosi.
BARE = re.compile(r"Speaker(?=\s+[A-Z])")
