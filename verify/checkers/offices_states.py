"""The states of the United States as newspapers write them."""

from __future__ import annotations

import re
from functools import lru_cache

_STATES = """
AL Alabama Ala|AK Alaska|AZ Arizona Ariz|AR Arkansas Ark|CA California Calif|CO Colorado Colo
CT Connecticut Conn|DE Delaware Del|FL Florida Fla|GA Georgia Ga|HI Hawaii|ID Idaho|IL Illinois Ill
IN Indiana Ind|IA Iowa|KS Kansas Kan Kans|KY Kentucky Ky|LA Louisiana La|ME Maine|MD Maryland Md
MA Massachusetts Mass|MI Michigan Mich|MN Minnesota Minn|MS Mississippi Miss|MO Missouri Mo
MT Montana Mont|NE Nebraska Neb Nebr|NV Nevada Nev|NH New~Hampshire N.H|NJ New~Jersey N.J
NM New~Mexico N.M|NY New~York N.Y|NC North~Carolina N.C|ND North~Dakota N.D|OH Ohio
OK Oklahoma Okla|OR Oregon Ore|PA Pennsylvania Pa Penn|RI Rhode~Island R.I
SC South~Carolina S.C|SD South~Dakota S.D|TN Tennessee Tenn|TX Texas Tex|UT Utah|VT Vermont Vt
VA Virginia Va|WA Washington Wash|WV West~Virginia W.Va|WI Wisconsin Wis Wisc|WY Wyoming Wyo
DC District~of~Columbia D.C|PR Puerto~Rico P.R|GU Guam|AS American~Samoa|MP Northern~Marianas
VI Virgin~Islands
"""
STATE_ADJECTIVES = {
    "Texan": "TX",
    "Californian": "CA",
    "Floridian": "FL",
    "Georgian": "GA",
    "Vermonter": "VT",
    "Kentuckian": "KY",
    "New Yorker": "NY",
    "Louisianan": "LA",
    "Alaskan": "AK",
    "Hawaiian": "HI",
    "Virginian": "VA",
    "West Virginian": "WV",
    "Mainer": "ME",
    "Arizonan": "AZ",
    "Ohioan": "OH",
}


def _states() -> tuple[dict[str, str], dict[str, str]]:
    full: dict[str, str] = {}
    forms: dict[str, str] = {}
    for entry in _STATES.replace("\n", "|").split("|"):
        words = [w.replace("~", " ") for w in entry.split()]
        if not words:
            continue
        full[words[0]] = words[1]
        forms.update(dict.fromkeys(words, words[0]))
    return full, {**forms, **STATE_ADJECTIVES}


STATES, STATE_FORMS = _states()  # FL → Florida; "Fla", "Florida" → FL


@lru_cache(maxsize=4096)
def state_named(text: str) -> str:
    """The postal letters of a state's name or newspaper abbreviation; "" for none."""
    bare = re.sub(r"(?:['’]s|['’])$", "", text.strip()).rstrip(".")
    return STATE_FORMS.get(bare, "") or STATE_FORMS.get(bare.replace(". ", "."), "")
