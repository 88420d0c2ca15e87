"""Whom a name in an article means: full names by the table, surnames by the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers import offices_lexicon as lx
from verify.checkers.names import fold, parse, plain
from verify.checkers.offices_places import place_named, state_named
from verify.checkers.offices_posts import Post
from verify.checkers.terms import OfficeTable, Person

GIVEN = r"[^\W\d_][\w’'.\-]*"


@dataclass(frozen=True, slots=True)
class Meant:
    """The people a name can mean. `settled`: by a full name, here or elsewhere in the article."""

    people: tuple[Person, ...]
    settled: bool
    written: str = ""  # the fullest form in which the article has the name


NOBODY = Meant((), False)


def is_known(table: OfficeTable, name: str, context: str) -> bool:
    """Whether a name found beside a title means anybody in the table.

    `context` is the capitalised word after it, or `<` and the one before it: a lone
    surname beside another capitalised word is most often part of somebody else's name.
    """
    if context in lx.NAMESAKES:
        return False
    if " " in name and table.named(name):
        return True
    if not table.surnamed(name) and not table.enthroned(name):
        return False
    if context.startswith("<"):
        return not context[1:] or not could_be_given(context[1:])
    return not context or context.lower() in lx.HEADLINE_VERBS


def could_be_given(word: str) -> bool:
    """A capitalised word that may be a first name: no title, weekday, country, state or party."""
    bare = word.rstrip(".")
    if bare.lower() in lx.NOT_GIVEN or lx.TITLE.fullmatch(word):
        return False
    return not (place_named(bare) or state_named(bare))


def meant(table: OfficeTable, name: str, post: Post, article: str) -> Meant:
    """Whom `name` means in this article, told the post it is given.

    A surname means whom the article names in full. Where it names nobody so, it may
    mean anyone of that surname who ever held such a post; that is not settled.
    """
    people = _named_in_full(table, name)
    if people:
        return Meant(_holding(people, post) or people, True, name)
    namesakes = table.enthroned(name) if post.family == "monarch" else table.surnamed(name)
    if not namesakes:
        return NOBODY
    full, strangers = named_in(article, name)
    known = tuple(dict.fromkeys(p for form in full for p in table.named(form)))
    known = tuple(p for p in known if p in namesakes)
    unknown = [form for form in full if not table.named(form)] or strangers
    if known:
        fit = _holding(known, post)
        if len(fit or known) != 1:
            return NOBODY
        written = next(f for f in full if (fit or known)[0] in table.named(f))
        return Meant(fit or known, not unknown, written)
    if unknown:
        return NOBODY
    return Meant(_holding(namesakes, post), False)


def _named_in_full(table: OfficeTable, name: str) -> tuple[Person, ...]:
    """Whose full name it is. A first name may look like a title: Raja Krishnamoorthi."""
    people = table.named(name) if " " in name else ()
    if len(parse(name).words) > 1:
        return people
    return tuple(p for p in people if any(fold(plain(f)) == fold(name) for f in p.forms))


def _holding(people: tuple[Person, ...], post: Post) -> tuple[Person, ...]:
    """Those who ever may have held the post, there or (if nobody) anywhere."""
    there = tuple(p for p in people if p.may_have_held(post))
    anywhere = Post(post.family, "", post.committee)
    return there or tuple(p for p in people if p.may_have_held(anywhere))


@lru_cache(maxsize=4096)
def named_in(article: str, surname: str) -> tuple[tuple[str, ...], bool]:
    """Every full name with that surname in the article, and whether one could not be read."""
    forms: dict[str, None] = {}
    pattern = rf"(?:\b{GIVEN}[^\S\n]+){{1,4}}(?<!\w){re.escape(surname)}(?!\w)"
    for match in re.finditer(pattern, article):
        words = match[0].split()
        size = len(surname.split())
        given: list[str] = []
        for word in reversed(words[:-size]):
            is_name = word[0].isupper() and could_be_given(word) and not word.endswith((",", ";"))
            if not (is_name or (given and word.lower() in lx.PARTICLES)):
                break
            given.insert(0, word)
        if given:
            forms[" ".join([*given, surname])] = None
    return tuple(_shortened(list(forms))), False


def _shortened(forms: list[str]) -> list[str]:
    """Without a form that is another with a sentence's first word before it."""
    return [f for f in forms if not any(f != g and f.endswith(" " + g) for g in forms)]
