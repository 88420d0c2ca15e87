"""Pages that are no article: paywalls, consent walls, challenges, home pages, search pages.

They answer with status 200 and some words; taken for evidence they would mislead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from verify.types import Reason
from verify.web.metadata import is_article

TEASER = 300  # words; a page that says it is not free and has fewer shows only its opening
STUB = 150  # words; below this, a page that talks of subscribing or consent is the wall itself
NOTICE = 80  # words; an error or a challenge says no more
_PAY = re.compile(
    r"subscribe (?:now )?to (?:continue|read|unlock|access)|subscriber\? ?(?:log|sign) in"
    r"|to continue reading|this (?:article|content|story) is (?:only |exclusively )?(?:available )?"
    r"(?:for|to) (?:\w+ )?(?:subscribers|members)|for subscribers only|subscribers? only"
    r"|become a (?:subscriber|member) to|(?:create|register for) an? (?:free )?account to"
    r"|you(?:'|’)ve (?:reached|read) your|unlock this article|start your (?:free )?trial"
    r"|sign in to (?:continue|read)",
    re.I,
)
_CONSENT = re.compile(
    r"before you continue|we value your privacy|accept (?:all )?cookies"
    r"|cookie (?:consent|settings|policy)"
    r"|consent to (?:the use|cookies|processing)|(?:we|our partners) use cookies|manage (?:my )?"
    r"(?:choices|preferences|cookies)|your privacy choices|accept all|reject all",
    re.I,
)
_CHALLENGE = re.compile(
    r"just a moment\.\.\.|attention required|verif(?:y|ying) (?:that )?you are (?:a )?human"
    r"|are you a (?:human|robot)|not a robot|enable javascript and cookies to continue"
    r"|checking (?:if the site connection is secure|your browser)|unusual traffic from your"
    r"|pardon our interruption|access (?:to this page has been )?denied",
    re.I,
)
_MISSING = re.compile(r"\A(?:error\s*)?404\b|page (?:not|could not be|cannot be) found", re.I)
_CONSENT_HOST = re.compile(r"\A(?:consent|privacy-?gate|cmp|guce)\.|/consent(?:/|\Z|\?)", re.I)
_SEARCH_PATH = re.compile(r"/(?:search|suche|recherche|buscar|results?)(?:/|\.\w+)?\Z", re.I)
_SEARCH_TITLE = re.compile(r"\A(?:search(?: results?)?\b|you searched for|results for)", re.I)
_HOME = re.compile(r"/?(?:(?:index|home|default)(?:\.\w{2,5})?/?)?\Z", re.I)


@dataclass(frozen=True)
class Wall:
    """What a page is instead of an article, and how it was recognised."""

    reason: Reason
    detail: str


@dataclass(frozen=True)
class Look:
    """What the rules below look at."""

    url: str
    title: str
    text: str  # the main text
    visible: str  # all visible text, cut to a bound
    nodes: Sequence[Mapping[str, Any]]
    metas: Mapping[str, str]

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def says_article(self) -> bool:
        return any(map(is_article, self.nodes)) or self.metas.get("og:type", "") == "article"


def recognise(look: Look) -> Wall | None:
    """The first wall that a page is; None for an ordinary page."""
    for rule in (_consent, _challenge, _missing, _paywall, _search, _home):
        if wall := rule(look):
            return wall
    return None


def _consent(look: Look) -> Wall | None:
    parts = urlsplit(look.url)
    if _CONSENT_HOST.search(parts.hostname or "") or _CONSENT_HOST.search(parts.path):
        return Wall(Reason.CONSENT_WALL, "the address is a consent page")
    marks = {m.group(0).lower() for m in _CONSENT.finditer(f"{look.title}\n{look.visible}")}
    if look.words < STUB and len(marks) >= 2 and _outweighs(look, _CONSENT):
        return Wall(Reason.CONSENT_WALL, "the page only asks for consent to cookies")
    return None


def _outweighs(look: Look, marks: re.Pattern[str]) -> bool:
    """Whether most paragraphs of the main text are the wall's own words."""
    lines = [line for line in look.text.splitlines() if line.strip()]
    own = [line for line in lines if marks.search(line) or re.search(r"cookie|consent", line, re.I)]
    return 2 * len(own) >= len(lines)


def _challenge(look: Look) -> Wall | None:
    """What stands before a page for programs: it may answer with status 200."""
    said = _CHALLENGE.search(look.title) or _CHALLENGE.search(look.visible[:1500])
    if said and look.words < NOTICE and not look.says_article:
        return Wall(Reason.FORBIDDEN, "the page only asks whether a human is reading")
    return None


def _missing(look: Look) -> Wall | None:
    if _MISSING.search(look.title) and look.words < NOTICE and not look.says_article:
        return Wall(Reason.NOT_FOUND, "the page says that there is no such page, with status 200")
    return None


def _paywall(look: Look) -> Wall | None:
    if _not_free(look) and look.words < TEASER:
        return Wall(Reason.PAYWALL, "the page says that it is not free, and shows only its opening")
    if look.words < STUB and _PAY.search(f"{look.visible[-4000:]}\n{look.text}"):
        return Wall(Reason.PAYWALL, "a short opening and a call to subscribe")
    return None


def _not_free(look: Look) -> bool:
    flags = [str(n["isAccessibleForFree"]) for n in look.nodes if "isAccessibleForFree" in n]
    tier = look.metas.get("article:content_tier", "").lower()
    return any(f.lower() == "false" for f in flags) or tier in ("locked", "metered")


def _search(look: Look) -> Wall | None:
    if look.says_article:
        return None
    parts = urlsplit(look.url)
    asks = {"q", "query", "s", "search", "searchterm", "keyword"} & set(parse_qs(parts.query))
    by_path = bool(_SEARCH_PATH.search(parts.path)) and bool(asks or parts.query)
    if by_path or (asks and parts.path in ("", "/")) or _SEARCH_TITLE.match(look.title):
        return Wall(Reason.NOT_AN_ARTICLE, "a page of search results")
    return None


def _home(look: Look) -> Wall | None:
    parts = urlsplit(look.url)
    root = parts.scheme.startswith("http") and not parts.query and _HOME.fullmatch(parts.path)
    if root and not look.says_article:
        return Wall(Reason.NOT_AN_ARTICLE, "the home page of a site, not an article")
    return None
