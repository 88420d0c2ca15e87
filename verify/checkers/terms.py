"""The office terms as a table of people: who is who, who held what, and how surely."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from verify.checkers import names
from verify.checkers.offices_persons import Person, people_of
from verify.checkers.offices_posts import Post, answers, kind_of, may_answer
from verify.checkers.offices_records import BLIND, FOREVER, Record, record_of, settled
from verify.types import OfficeTerm, PartialDate

__all__ = ["BLIND", "FOREVER", "GRACE", "OfficeTable", "Person", "Record"]

_ANY = PartialDate("2000")
# How long after a source was last read its absences still count (never its presences).
GRACE = timedelta(days=240)
ACTING = re.compile(r"(?:acting|interim|caretaker)\b", re.I)
OVERLAP = timedelta(days=90)  # two holders for longer than this: a post that several share


class OfficeTable:
    """Office terms from any number of sources. Conflicting terms stay side by side.

    It fills `ports.OfficeTerms`, and tells the checkers how sure each term is.
    """

    def __init__(self, terms: Sequence[OfficeTerm]) -> None:
        """`terms` from every source, in any order; duplicates do no harm."""
        self.terms = tuple(dict.fromkeys(terms))
        last: dict[str, date] = {}
        for term in self.terms:
            last[term.source] = max(last.get(term.source, date.min), term.until.first)
        records = [record_of(term, last[term.source]) for term in self.terms]
        self.people = tuple(people_of(settled(records)))
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_skeleton: dict[str, set[int]] = defaultdict(set)
        self._records: dict[str, list[Record]] = defaultdict(list)
        self._index()
        self._full: dict[str, tuple[Person, ...]] = {}
        self._surname: dict[str, tuple[Person, ...]] = {}
        self._post: dict[tuple[Post, bool], tuple[Record, ...]] = {}
        self._shared: dict[Post, bool] = {}

    def _index(self) -> None:
        for person in self.people:
            for form in person.forms:
                name = names.parse(form)
                words = {*name.words, *name.nicknames, *(w for a in name.aliases for w in a)}
                for word in words:
                    self._by_word[word].add(person.number)
                    self._by_skeleton[names.skeleton(word)].add(person.number)
            for record in person.records:
                for family in record.kind.sure | record.kind.maybe:
                    self._records[family].append(record)

    def of(self, name: str) -> Sequence[OfficeTerm]:
        """Terms of everyone the name can mean, full names first; [] for a stranger."""
        people = self.named(name) or self.surnamed(name)
        return [r.term for person in people for r in person.records]

    def holders(self, office: str, jurisdiction: str, on: date) -> Sequence[OfficeTerm]:
        """Terms of that office and jurisdiction that may have been running on a day."""
        wanted = kind_of(OfficeTerm("", office, jurisdiction, _ANY, _ANY, None))
        found = (
            r
            for person in self.people
            for r in person.records
            if r.kind.place == wanted.place
            and r.kind.committee == wanted.committee
            and (r.term.office == office or (wanted.sure and wanted.sure <= r.kind.sure))
            and r.possibly(on, on)
        )
        return [r.term for r in sorted(found, key=lambda r: r.sure_from)]

    def named(self, name: str) -> tuple[Person, ...]:
        """Everyone whose full name this strictly is (two words or more)."""
        if name not in self._full:
            words = names.parse(name).words
            self._full[name] = tuple(
                p
                for p in self._near(words)
                if any(names.is_full_name_of(name, form) for form in p.forms)
            )
        return self._full[name]

    def surnamed(self, name: str) -> tuple[Person, ...]:
        """Everyone whom newspapers call so on second mention."""
        if name not in self._surname:
            words = names.parse(name).words
            self._surname[name] = tuple(
                p
                for p in self._near(words)
                if any(
                    names.is_surname_of(name, form, family_first=p.family_first) for form in p.forms
                )
            )
        return self._surname[name]

    def enthroned(self, name: str) -> tuple[Person, ...]:
        """Monarchs by their first name: King Salman, Emir Tamim."""
        asked = names.parse(name)
        return tuple(
            p
            for p in self._near(asked.words[:1])
            if any("monarch" in r.kind.sure for r in p.records)
            and any(names.is_regnal_name_of(asked, names.parse(form)) for form in p.forms)
        )

    def _near(self, words: tuple[str, ...]) -> list[Person]:
        # The last word of a name, or in family-first order the first, is never an initial.
        found: set[int] = set()
        for word in {*words[-1:], *words[:1]}:
            if len(word) > 1:
                found |= self._by_word.get(word, set())
                found |= self._by_skeleton.get(names.skeleton(word), set())
        return [self.people[i] for i in sorted(found)]

    def records(self, post: Post, *, possibly: bool = False) -> tuple[Record, ...]:
        """Every term of a post; with `possibly`, also terms that only may be of it."""
        key = (post, possibly)
        if key not in self._post:
            fits = may_answer if possibly else answers
            found = [r for r in self._records.get(post.family, []) if fits(r.kind, post)]
            self._post[key] = tuple(sorted(found, key=lambda r: r.sure_from))
        return self._post[key]

    def sure_holders(self, post: Post, on: date) -> tuple[Record, ...]:
        """Who held the post on a day, for certain, or was last read to, within GRACE."""
        return tuple(
            r
            for r in self.records(post)
            if r.surely(on, on)
            or (
                r.may_until > r.last_read == r.sure_until
                and r.sure_until <= on <= r.last_read + GRACE
            )
        )

    def shared(self, post: Post) -> bool:
        """The post is known to have had several holders at a time."""
        if post not in self._shared:
            # Somebody acting for a head on leave does not make two heads.
            standing = [r for r in self.records(post) if not ACTING.match(r.term.title)]
            self._shared[post] = _several(standing)
        return self._shared[post]


def _several(records: Sequence[Record]) -> bool:
    latest: Record | None = None
    for record in records:
        # One term may stand under two namesakes whom the record does not tell apart.
        if latest and record.person != latest.person and record.term != latest.term:
            overlap = min(latest.sure_until, record.sure_until) - record.sure_from
            if overlap > OVERLAP:
                return True
        if latest is None or record.sure_until > latest.sure_until:
            latest = record
    return False


@lru_cache(maxsize=4)
def shared_table(terms: tuple[OfficeTerm, ...]) -> OfficeTable:
    """One table for all articles of a process that the same terms were brought for.

    Of its own, each held 9 MB for as long as a checker remembered a role read with it.
    """
    return OfficeTable(terms)
