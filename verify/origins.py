"""Which documents are the same story: copies, syndication, one publisher, the article itself.

Text is compared by shared runs of words (shingles; Broder, 1997): a copy that was cut,
reordered or given a new headline keeps most of them. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from verify.shingles import MIN_RUNS, runs, shared_runs
from verify.types import Article, Document

# Shares of the shorter text's shingles, from benchmarks/origins: copies that were cut to a
# third share .6 and more, two reports that quote the same statement stay under .2.
MIN_COPY = 0.4
MIN_CREDITED = 0.15  # with the same agency's credit, or a link from one to the other
MIN_MUTUAL = 0.3  # of the longer text; below, the shorter is an excerpt of it
MIN_EXCERPT = 0.7  # of an excerpt; below, both quote the same statement at length
MIN_ARTICLE = 0.5  # of either text, for a copy of the article under test
# Shingles of an article below which a page that has them all need not be a copy: a sentence or two
# stand alike in many pages. Of 7,549 claims of the development sets, each taken for an article, 389
# were found in their own evidence; from 60 shingles on, 7 (2026-11).
MIN_TELLING = 60

# Where many publishers write under one domain, the domain is no publisher.
PLATFORMS = frozenset(
    "archive.org archive.today archive.ph youtube.com facebook.com twitter.com x.com t.co"
    " medium.com reddit.com linkedin.com instagram.com tiktok.com telegram.org t.me google.com"
    " yahoo.com msn.com apple.news scribd.com issuu.com example.org example.com".split()
)
_AGENCY = re.compile(
    r"\b(Reuters|Associated Press|AP|Agence France-Presse|AFP|United Press International|UPI"
    r"|Bloomberg|Press Association|PA Media|Deutsche Presse-Agentur|dpa|Xinhua|TASS|Interfax|ANSA"
    r"|EFE|Kyodo|Yonhap|Press Trust of India|PTI|ANI|IANS|Anadolu|AAP|Canadian Press"
    r"|Europa Press)\b"
)
_SAME_AGENCY = {
    "Associated Press": "AP",
    "Agence France-Presse": "AFP",
    "United Press International": "UPI",
    "PA Media": "PA",
    "Press Association": "PA",
    "Press Trust of India": "PTI",
    "Deutsche Presse-Agentur": "dpa",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of one document: documents with one `id` are the same story.

    `circular`: the document goes back to the article under test. `why` says what
    joined it to the others, or made it circular; "" for a document that stands alone.
    """

    id: int
    circular: bool
    why: str


def origins(
    documents: Sequence[Document], article: Article, *, families: Mapping[str, str] | None = None
) -> tuple[Origin, ...]:
    """The origin of each document, in the documents' order; ids count from 0.

    `families` maps registrable domains to their owner ("example.net" → "Example Group").
    """
    if not documents:
        return ()
    groups = _Groups(len(documents))
    for one, two, why in _joined(documents, families or {}):
        groups.join(one, two, why)
    circular = _circular(documents, article)
    ids: dict[int, int] = {}
    return tuple(
        Origin(
            ids.setdefault(groups.root(i), len(ids)),
            i in circular,
            "; ".join(dict.fromkeys(w for w in (circular.get(i, ""), groups.why.get(i, "")) if w)),
        )
        for i in range(len(documents))
    )


class _Groups:
    """Union-find; remembers why each member was joined."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.why: dict[int, str] = {}

    def root(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, one: int, two: int, why: str) -> None:
        a, b = self.root(one), self.root(two)
        self.why.setdefault(two, why)
        self.why.setdefault(one, why)
        if a != b:
            self.parent[max(a, b)] = min(a, b)


def _joined(
    documents: Sequence[Document], families: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    yield from _same_key(documents, [_addresses(d) for d in documents], "the same address")
    publishers = [_family(d, families) for d in documents]
    yield from _same_key(documents, [[p] if p else [] for p in publishers], "one publisher")
    texts = [d.text for d in documents]
    yield from _copies(documents, texts)


def _same_key(
    documents: Sequence[Document], keys: Sequence[Iterable[str]], why: str
) -> Iterator[tuple[int, int, str]]:
    first: dict[str, int] = {}
    for index, names in enumerate(keys):
        for name in names:
            if name in first and first[name] != index:
                yield first[name], index, f"{why} ({name})"
            first.setdefault(name, index)


def _addresses(document: Document) -> list[str]:
    return [a for u in (document.url, document.canonical) if (a := address(u))]


_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|cmpid|smid|CMP|ocid|src|amp)(?:=|$)", re.I)


@lru_cache(maxsize=65536)
def address(url: str) -> str:
    """One spelling for one page: no scheme, www., tracking, fragment, /amp or last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", parts.netloc.lower().split("@")[-1])
    if not host:
        return ""
    query = "&".join(sorted(q for q in parts.query.split("&") if q and not _TRACKING.match(q)))
    path = re.sub(r"(?:/amp|\.amp)?/?$", "", parts.path)
    return f"{host}{path}" + (f"?{query}" if query else "")


def _family(document: Document, families: Mapping[str, str]) -> str:
    """The publisher's family: the owner of the domain, the domain, or the publisher's name."""
    host = urlsplit(document.url).hostname if _is_url(document.url) else None
    domain = registrable(host) if host else ""
    if domain in families:
        return families[domain]
    if domain:
        return "" if domain in PLATFORMS else domain
    return families.get(document.publisher, document.publisher).strip().lower()


def _is_url(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False


@lru_cache(maxsize=65536)
def registrable(host: str) -> str:
    """The registrable domain of a host, from the public suffix list that tldextract ships."""
    return _extractor()(host).top_domain_under_public_suffix or host


@lru_cache(maxsize=1)
def _extractor():  # type: ignore[no-untyped-def]
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def agency(document: Document) -> str:
    """The news agency that a document credits, in its credit, its dateline or its last line."""
    for place in (document.credit, document.author, document.text[:160], document.text[-160:]):
        found = _AGENCY.search(place)
        if found and (
            place == document.credit or place == document.author or _marked(place, found)
        ):
            return _SAME_AGENCY.get(found[1], found[1])
    return ""


def _marked(place: str, found: re.Match[str]) -> bool:
    """Is the name set as a credit: "(Reuters) -", "— AP", "By … Associated Press"?"""
    before, after = place[: found.start()], place[found.end() :]
    dateline = before.rstrip().endswith("(") and bool(re.match(r"\)\s?[-–—:]", after))
    return dateline or bool(re.search(r"(?:^|\n|[-–—]\s?|\(c\)\s|©\s?(?:\d{4}\s)?|By\s)$", before))


def _copies(documents: Sequence[Document], texts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Pairs of copies, closest first; a digest of several stories joins only one of them."""
    hosts: dict[int, int] = {}
    pairs = sorted(shared_runs(texts), key=lambda s: (-s.larger, -s.smaller, s.one, s.two))
    for pair in pairs:
        needed = MIN_COPY
        if pair.smaller < MIN_COPY and _related(documents[pair.one], documents[pair.two]):
            needed = MIN_CREDITED
        if pair.smaller < needed:
            continue
        if pair.larger < MIN_MUTUAL:
            if needed == MIN_COPY and pair.smaller < MIN_EXCERPT:
                continue
            longer = max((pair.one, pair.two), key=lambda i: len(texts[i]))
            shorter = pair.one if longer == pair.two else pair.two
            if hosts.setdefault(longer, shorter) != shorter:
                continue
        other = documents[pair.one].title or documents[pair.one].url or "another document"
        yield pair.one, pair.two, f"the same text as “{other}” ({pair.smaller:.0%} of its wording)"


def _related(one: Document, two: Document) -> bool:
    """The same agency's credit, or a link from one to the other."""
    if agency(one) and agency(one) == agency(two):
        return True
    return address(two.url) in _cited(one) or address(one.url) in _cited(two)


def _cited(document: Document) -> set[str]:
    return {a for link in document.links if (a := address(link))}


def _circular(documents: Sequence[Document], article: Article) -> dict[int, str]:
    """Which documents go back to the article under test, and how that is known."""
    found: dict[int, str] = {}
    own = address(article.url or "")
    for index, document in enumerate(documents):
        if own and own in _addresses(document):
            found[index] = "the article itself"
        elif own and (own in _cited(document) or (article.url or "\0") in document.text):
            found[index] = "it cites the article"
    for index, share in _shares_with(documents, article.text):
        found.setdefault(index, f"a copy of the article ({share:.0%} of its wording)")
    return found


def _shares_with(documents: Sequence[Document], text: str) -> Iterator[tuple[int, float]]:
    ours = set(runs(text))
    if len(ours) < MIN_TELLING:
        return
    for index, document in enumerate(documents):
        theirs = set(runs(document.text))
        both = len(ours & theirs)
        share = both / min(len(ours), len(theirs)) if theirs else 0.0
        if both >= MIN_RUNS and share >= MIN_ARTICLE:
            yield index, share
