"""Newspaper sentences that give a person an office: templates for `benchmarks.offices`.

Kept apart from the checker's patterns. DEVELOPMENT forms, and what the checker missed
of them, were looked at while it was built. HELD_OUT forms were written afterwards; once
the checker is changed for one of them, it belongs to DEVELOPMENT.
"""

from __future__ import annotations

HEAD = "head"
SEAT = "seat"
PANEL = "panel"
TO_US = "to_us"
OF_US = "of_us"

# {full} {last} person · {Title}/{title} as printed · {country} {adj} · {State} {St} · {P} {Party}
# {Member} (Democrat where {Party} is Democratic) · {panel} committee · {rank} chairman/ranking
# member. A leading `~` marks a surname alone: the article names the person in full elsewhere.
DEVELOPMENT: dict[str, tuple[str, ...]] = {
    HEAD: (
        "{country}: {Title} {full} has sacked his army chief.",
        "{adj} {Title} {full} said on Tuesday that the talks would go on.",
        "{Title} {full} of {country} arrived for the summit late at night.",
        "{full}, the {title} of {country}, declined to comment on the ruling.",
        "The {title} of {country}, {full}, will chair the meeting next week.",
        "{country}'s {title}, {full}, told reporters that the plan was dead.",
        "{full} is the {title} of {country}.",
        "~{Title} {last} said the border would stay closed.",
        "~The bill was vetoed by {adj} {Title} {last} within hours.",
        "Speaking after the vote, {adj} {title} {full} warned of long delays.",
        "“We will not bend,” said {full}, {country}'s {title}, before boarding his plane.",
        "{full}, who serves as {title} of {country}, signed the accord in Geneva.",
        "Markets fell after {full} — {title} of {country} — spoke of new tariffs.",
        "As {title} of {country}, {full} has the last word on the budget.",
        "Only {country}'s {title} {full} stayed away.",
        "The meeting was hosted by {full}, {title} of {country}.",
        "~{adj} {Title} {last} Vows to Finish the Road",
        "~Ministers close to {Title} {last} spoke of a difficult week.",
        "~“It is time,” {Title} {last} told the chamber.",
        "Critics of {full}, {adj} {title}, marched through the centre.",
        "“Enough,” {Title} {full} told a packed hall in the south of the country.",
        "The {adj} {title} {full} will not travel to the summit.",
        "A spokesman for {country}'s {Title} {full} said the letter had arrived.",
        "It was {full}, {title} of {country}, who called first.",
        "{full} remains {title} of {country}, and the vote is two years away.",
        "The ceremony brought together farmers, pilots and {adj} {Title} {full}.",
        "~Doctors treating {Title} {last} gave no details.",
        "~{adj} {title} {last} has until Friday to answer.",
    ),
    SEAT: (
        "Sen. {full} ({P}-{St}) said the bill had no chance.",
        "{Chamber} {full} of {State} asked for a hearing.",
        "{Party} {Chamber} {full} called the vote a disgrace.",
        "{full}, a {Party} {chamber} from {State}, voted against it.",
        "US {Chamber} {full} met farmers on Monday.",
        "~{Chamber} {last} left the room without a word.",
        "{full}, {P}-{St}, said the bill was a gift to lobbyists.",
        "A letter signed by {State} {Chamber} {full} reached the agency.",
        "The amendment of {full}, the {Party} {chamber} for {State}, failed.",
        "{full} is a {chamber} from {State} and a critic of the deal.",
        "Among the guests was {Chamber} {full}, {P}-{St}, an old friend.",
        "~{State} {Chamber} {last} Slams Airline Merger",
        "~Aides to {Chamber} {last} would not confirm the trip.",
        "A bill introduced by {Chamber} {full} ({P}-{St}) would ban the practice.",
        "{State}'s {full}, a {Party} {chamber}, is undecided.",
        "“Not on my watch,” {State} {Chamber} {full} wrote.",
        "The office of U.S. {Chamber} {full}, {P}-{St}, confirmed the theft.",
        "{Party} {Chamber} {full} of {State} thinks otherwise.",
        "~Voters asked {Chamber} {last} about the bridge.",
    ),
    PANEL: (
        "{full}, the {rank} of the {panel}, asked for the documents.",
        "{panel} {Rank} {full} set the hearing for Thursday.",
        "The {rank} of the {panel}, {full}, said no.",
        "{full}, who serves as the {rank} of the {panel}, confirmed the report.",
        "“It stinks,” said {full}, {rank} of the {panel}.",
        "A subpoena came from {full}, who is {rank} of the {panel}.",
        "The {panel}'s {rank}, {full}, wrote to the secretary.",
        "As {rank} of the {panel}, {full} gets every briefing.",
        "Staff of {full}, the {panel} {rank}, took notes.",
        "“We want answers,” the {rank} of the {panel}, {full}, said in a statement.",
        "{full} is the {rank} of the {panel} and knows the file.",
        "The inquiry is led by {panel} {Rank} {full}.",
    ),
    TO_US: (
        "The {adj} ambassador to the US, {full}, attended the dinner.",
        "{full}, {country}'s ambassador to the United States, signed the letter.",
        "{adj} Ambassador to the United States {full} thanked his hosts.",
        "{full} is {country}'s ambassador in Washington.",
        "{country}'s ambassador in Washington, {full}, denied it.",
        "He met {full}, the ambassador of {country} to the United States, on Friday.",
        "{adj} ambassador to the U.S. {full} laid a wreath.",
        "“We are friends,” {full}, {country}'s ambassador to the US, told students.",
        "The speaker was {full}, {adj} ambassador in Washington.",
    ),
    OF_US: (
        "US Ambassador to {country} {full} visited the port.",
        "{full}, the U.S. ambassador to {country}, praised the accord.",
        "The US ambassador to {country}, {full}, was summoned on Friday.",
        "“A good day,” said {full}, Washington's ambassador to {country}.",
        "{full} serves as the United States ambassador to {country}.",
        "American ambassador to {country} {full} handed over the keys.",
        "{full}, US ambassador to {country}, cut the ribbon.",
        "The keynote was given by U.S. Ambassador to {country} {full}.",
        "America's ambassador to {country}, {full}, sent flowers.",
    ),
}
HELD_OUT: dict[str, tuple[str, ...]] = {
    HEAD: (
        "Neither {full}, the {adj} {title}, nor his ministers would say who had paid.",
        "Diplomats said {adj} {Title} {full} had been told in advance.",
        "The guest list ran from pop stars to {Title} {full} of {country}.",
        "“It is a good deal for both sides,” said {adj} {title} {full}.",
        "A telephone call with {country}'s {title} {full} lasted an hour.",
        "At the head of the table sat {full} ({title} of {country}).",
        "~Farmers want {Title} {last} to sign the bill.",
        "~{adj} {Title} {last} Heads to Geneva",
        "~An aide to {Title} {last}, who asked not to be named, confirmed the visit.",
    ),
    SEAT: (
        "Hours later {Chamber} {full}, a {State} {Member}, changed his mind.",
        "{Chamber} {full} of {State}, who sits on the panel, asked the first question.",
        "The sponsors are {Chamber} {full} ({P}-{St}) and a farmers' union.",
        "“Nobody read it,” said {Party} {Chamber} {full}.",
        "Lobbyists lined up outside the door of {State} {chamber} {full}.",
        "~{Chamber} {last} Calls for Probe of Ferry Contracts",
        "~“No comment,” an aide to {Chamber} {last} wrote.",
    ),
    PANEL: (
        "The letter is addressed to {full}, the {rank} of the {panel}.",
        "{panel} {rank} {full} and his staff were briefed.",
        "It fell to {full}, {rank} of the {panel}, to close the hearing.",
    ),
    TO_US: (
        "Among those who signed was {full}, {country}'s ambassador to Washington.",
        "The ambassador of {country} to the United States, {full}, paid the bill.",
        "{country}'s envoy to the US, {full}, called the tariffs a mistake.",
        "{adj} Ambassador to the US {full} hosted the choir.",
    ),
    OF_US: (
        "{full}, the American ambassador to {country}, was at the airport.",
        "Protesters threw eggs at the car of US Ambassador to {country} {full}.",
        "Washington's envoy to {country}, {full}, left by the back door.",
        "“A first step,” said {full}, US ambassador to {country}.",
    ),
}
FORMER_DEVELOPMENT: dict[str, tuple[str, ...]] = {
    HEAD: (
        "Former {adj} {title} {full} published his memoirs.",
        "{full}, a former {title} of {country}, gave evidence.",
        "~Former {title} {last} stayed silent.",
        "Also present was {country}'s former {title} {full}.",
        "The party of ex-{title} {full} lost two seats.",
        "~The house of former {adj} {title} {last} was searched.",
        "“A mistake,” said {full}, former {title} of {country}.",
        "The inquiry will hear former {title} {full} in May.",
        "~The trial of former {Title} {last} opens on Monday.",
    ),
    SEAT: (
        "Former {State} {Chamber} {full} joined the board.",
        "Former US {Chamber} {full} spoke.",
        "{full}, formerly a {chamber} from {State}, now works for a bank.",
        "The book is by former {Chamber} {full} ({P}-{St}).",
        "{full}, a former {Party} {chamber} from {State}, lobbied for the bill.",
        "Ex-{Chamber} {full} of {State} was there.",
    ),
    PANEL: (
        "{full}, a former {rank} of the {panel}, disagreed.",
        "The letter was drafted by {full}, former {rank} of the {panel}.",
        "A former {rank} of the {panel}, {full}, wrote the foreword.",
    ),
    TO_US: (
        "{full}, the former {adj} ambassador to the US, wrote the paper.",
        "{country}'s former ambassador to Washington, {full}, chaired the panel.",
        "The book is by {full}, a former {adj} ambassador to the United States.",
    ),
    OF_US: (
        "Former US ambassador to {country} {full} wrote the paper.",
        "{full}, once the US ambassador to {country} and a former envoy, retired.",
        "A former US ambassador to {country}, {full}, moderated.",
    ),
}
FORMER_HELD_OUT: dict[str, tuple[str, ...]] = {
    HEAD: (
        "{country}'s former {title}, {full}, chaired the inquiry.",
        "He shared the stage with ex-{title} {full} of {country}.",
        "~The bank hired former {adj} {Title} {last}.",
    ),
    SEAT: (
        "The firm's lobbyist is former {Chamber} {full}, a {State} {Member}.",
        "{full}, the former {State} {chamber}, teaches law.",
        "~Few remember former {Chamber} {last} with pleasure.",
    ),
    PANEL: ("{full}, who is a former {rank} of the {panel}, wrote the report.",),
    TO_US: ("{full}, formerly {country}'s ambassador in Washington, joined the board.",),
    OF_US: ("The prize went to {full}, a former US ambassador to {country}.",),
}
# Each takes the later holder as {full} and the earlier as {other}.
SUCCESSION_DEVELOPMENT = (
    "{other} was succeeded as {title} of {country} by {full}.",
    "{full} succeeded {other} as {title} of {country}.",
    "{full} took over from {other} as {title} of {country}.",
    "{other}, {title} of {country}, was succeeded by {full}.",
    "{full}, who replaced {other} as {adj} {title}, was greeted with cheers.",
    "{full} replaced {other} as {adj} {title} after the vote.",
    "{full}, the successor to {other} as {title} of {country}, moved in.",
    "{full} has succeeded {other} as {title} of {country}, ending weeks of doubt.",
)
SUCCESSION_HELD_OUT = (
    "In a short ceremony {full} took over from {other} as {adj} {title}.",
    "{full}, who succeeded {other} as {adj} {title}, promised calm.",
)
SECOND_MENTION = "{full} had been expected all week.\n\nThe hall was full.\n\n{sentence}"
