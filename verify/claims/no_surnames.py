"""Words that are no surname, and names of things in which one stands: they complete to nobody."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag, Token

# `the Charles River` is no Charles.
NO_SURNAMES = frozenset(
    "river street road avenue bridge islands county hospital airport station stadium prize award"
    " awards cup medal act tower highway boulevard drive lane square beach falls bay arena pavilion"
    " theatre theater centre center finals final championship league state herald tribune gazette"
    " productions pictures records reports corporation hotel school academy festival"
    " europe asia africa america oceania".split()
)
# `Stade Roe` is named for somebody and is nobody.
VENUES = frozenset(
    "estádio estadio stade stadion stadio teatro teatre théâtre museo musée plaza piazza".split()
)
# `Jane Roe OBE`: what is given to her stands behind her name.
LETTERS = frozenset(
    "AC AM AO OAM OM CH OBE CBE MBE KBE DBE MP MEP MSP QC KC SC FRS FBA PhD MD DSO DFC VC".split()
)
# `the Virginia Democrat` is nobody called Virginia.
PARTY_NOUNS = frozenset(
    "democrat republican independent conservative liberal socialist tory labourite green".split()
)
THING_NOUNS = frozenset(
    "library software company song film movie book novel app platform tool album band series"
    " programme program language framework brand product city town village river lake ship"
    " vaccine drug website newspaper magazine game genus species technique method system".split()
)
CAPTIONS = frozenset("ii iii iv vi vii viii jr sr".split())


def without_letters(names: Tokens) -> Tokens:
    """`Jane Roe OBE`: the name alone, which ends with the surname."""
    end = len(names)
    while end > 1 and names[end - 1].text in LETTERS:
        end -= 1
    return names[:end]


def no_surname(token: Token) -> bool:
    """`Nova E SUV`, `June`, `Friday`: no word to be completed to a name where it stands alone."""
    shouted = len(token.text) > 1 and token.text.isupper() and token.lower not in CAPTIONS
    dated = token.lower in lx.WEEKDAYS or token.entity in ("DATE", "TIME")
    return shouted or dated or any(c.isdigit() for c in token.text)


DATED = frozenset("in on since until by from last next this early late mid of during".split())


def in_a_date(tokens: Tokens, i: int) -> bool:
    """`June 9th`, `12 September`, `since May`: a month, though somebody may be called so."""
    word = tokens[i].lower
    if word in lx.WEEKDAYS:
        return True
    if word not in lx.MONTHS:
        return False
    beside = [*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2]]
    numbered = any(t.text[:1].isdigit() for t in beside)
    return numbered or tokens[i].entity == "DATE" or (i > 0 and tokens[i - 1].lower in DATED)


def unlike(title: str, gender: str) -> bool:
    """Whether a title is none of somebody of that gender: `Mrs` of a man."""
    women = title in lx.FEMALE_TITLES and gender == "m"
    return women or (title in lx.MALE_TITLES and gender == "f")


def names_a_thing(tokens: Tokens, end: int) -> bool:
    """`Roe's Kitchen, a show`, `the band Roe:On`: the name of a thing, in which no name of a person
    is completed."""
    after = tokens[end : end + 3]
    if len(after) > 1 and after[0].text == ":" and after[1].start == after[0].end:
        return tokens[end - 1].end == after[0].start
    owns = len(after) == 3 and after[0].lower in ("'s", "’s", "'", "’")
    capital = owns and after[1].text[:1].isupper() and not after[1].entity
    return capital and after[2].tag in (Tag.COMMA, Tag.STOP, Tag.FIN, Tag.PREP)
