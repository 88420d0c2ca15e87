"""Names of the raw table, cleaned, for `training.import_offices`."""

from __future__ import annotations

import re

from training.import_offices_spellings import SPELLINGS

ROLE_WORDS = (
    r"acting|interim|caretaker|transitional|transition|president|prime minister|premier|"
    r"vice president|co-vice president|foreign minister|minister of interior|chairman|"
    r"administrator|governor|commissioner|consul general|consul|ambassador|appointed|"
    r"apostolic nuncio|chief executive|executive|head of government|taliban leader|leader|"
    r"lord of mann|king|queen|privy council|presidential council|sac chair|cnsp|gnu|"
    r"french coprince|mayor and chairman of the island council|"
    r"speaker of the house of representatives|supreme people's assembly|"
    r"state affairs commission|council of ministers"
)
HONOURS = (
    r"sir|dame|dr\.?|gen\.?|sr\. gen\.?|lt\. gen\.?|maj\. gen\.?|brig\. gen\.?|lt\. col\.?|"
    r"major general|air vice-marshall?|air vice marshall?|capt\.?|col\.?|cardinal|"
    r"lt\.?|maj\.?|dato'|tan sri|crown prince|ayatollah|haji"
)
OF_WHAT = (
    r"of the swiss confederation|of the council of ministers|of council of ministers|"
    r"of the cabinet of ministers|of the islamic republic of afghanistan|of french polynesia|"
    r"of the territorial assembly|of territorial council|of the government|of the republic|"
    r"of transitional government|of china|for foreign and political affairs|"
    r"or cap de govern|\(nonresident\)|\(ret\.\)|or|and|formerly"
)
LEAD = re.compile(rf"^[\s,]*\(?(?:{ROLE_WORDS}|{HONOURS}|{OF_WHAT})\)?(?=[\s,(])[\s,]*", re.I)
TAIL = re.compile(
    r"(?:\s+appointed acting prime minister|"
    r",\s*(?:dr\.?|brig\. gen\.?|head of representation)|\s+serv(?:es|ing) as \w+|"
    r"\s+elected \w+|\s+in caretaker status|\s+-\s+(?:previously|formerly) .*|"
    r"\s+of (?:Denmark|Norway|the Netherlands)$|"
    r"\s*\((?:col|ret|pl|kp)\.?\)|\s*\(.*\bpresident of\b.*\)|,\s*$)",
    re.I,
)
ALSO = re.compile(r"\s*[,(]\s*(?:also spelled|aka)\s+([^)]+)\)?", re.I)
NICKNAME = re.compile(r"\s*\(([A-Z][a-z]+)\)")
BRACKETS = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\])")
NOT_NICKNAMES = {"Conservative", "Labour", "Pl"}
ROMAN = re.compile(r"(?:[IVX]+)$", re.I)
SURNAME_FIRST = {"Taiwan", "Hong Kong", "South Korea", "North Korea", "China", "Macau"}


def clean_word(word: str, place: str) -> str:
    """One word of a name with ordinary capitals."""
    if ROMAN.fullmatch(word) and word.lower() not in {"xi", "vi"} and len(word) > 1:
        return word.upper()
    if word.isupper() and len(word.replace(".", "")) > 1 and "." not in word:
        word = word.capitalize()
    if re.match(r"Mc[A-Za-z]", word):
        word = "Mc" + word[2:].capitalize()
    if "-" in word and place not in SURNAME_FIRST:
        first, *rest = word.split("-")
        if first[:1].isupper() and first.lower() not in {"al", "el", "abd"}:
            word = "-".join([first, *(part[:1].upper() + part[1:] for part in rest)])
    parts = word.split("-")
    return "-".join(
        p.capitalize() if p.isupper() and len(p) > 2 and "." not in p else p for p in parts
    )


def clean_name(name: str, place: str) -> str:
    """A person's name without office, honorific, note or odd capitals.

    A second spelling and a nickname stay, in quotation marks.
    """
    name = re.sub(r"\s+", " ", name).strip()
    also = ALSO.search(name)
    if also:
        name = f'{name[: also.start()]} "{also.group(1).strip()}"' + name[also.end() :]
    while (bare := LEAD.sub("", name)) != name and bare:
        name = bare
    while (bare := TAIL.sub("", name)) != name:
        name = bare
    name = NICKNAME.sub(lambda m: "" if m[1] in NOT_NICKNAMES else f' "{m[1]}"', name)
    name = BRACKETS.sub("", name).replace("“", '"').replace("”", '"').strip(" ,")
    return " ".join(clean_word(w, place) for w in name.split(" "))


def as_printed(name: str, place: str) -> str:
    """The cleaned name with the forms that newspapers print, in quotation marks."""
    return " ".join([name, *(f'"{form}"' for form in SPELLINGS.get((place, name), ()))])
