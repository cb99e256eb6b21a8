"""Organizations out of what people write as their company: known names, then those of a strong form, else unknown."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.aliases import Aliases
from ingest.company_text import inner, joined, parts, statements, without_asides
from ingest.folding import clean, fold, squash
from ingest.institution_names import needs_place
from ingest.organization_names import CLEANED, EXACT, Named, read_account, read_name
from ingest.place_names import is_place

_LONGEST_NAME = 60
_MOST_WORDS = 6
UNKNOWN = "not a known organization"
_EMPLOYERS = frozenset({"company", "university"})


@dataclass(frozen=True, slots=True)
class OrganizationMatch:
    """One organization: canonical name, kind, how sure (0..1), and the rule that found it."""

    name: str
    kind: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class OrganizationReading:
    """The organizations that a text names, in its order; `reason` says why there is none, and is empty otherwise."""

    matches: tuple[OrganizationMatch, ...]
    reason: str


def owner_of(aliases: Aliases, handle: str) -> OrganizationMatch | None:
    """The organization behind the account `handle` (with or without @), or None."""
    account = clean(handle).replace(" ", "").lstrip("@")
    known = aliases.owning(account)
    return OrganizationMatch(known.name, known.kind, EXACT, f"account: {account.lower()}") if known else None


def read_organizations(aliases: Aliases, text: str) -> OrganizationReading:
    """The organizations that the company field `text` names; none, with the reason, where it names none."""
    plain = clean(text)
    refused = _refused(aliases, plain)
    if refused:
        return OrganizationReading((), refused)
    short = without_asides(plain)
    if not fold(short):
        return OrganizationReading((), "former employers or addresses only")
    found = _employers_first(_read(aliases, short))
    matches = tuple(OrganizationMatch(one.name, one.kind, one.confidence, one.reason) for one in found)
    return OrganizationReading(matches, "" if matches else _why_none(aliases, short))


def _refused(aliases: Aliases, text: str) -> str:
    if not text:
        return "nothing written"
    if not fold(text):
        return "no letters"
    if text.startswith("(") and text.find(")") == len(text) - 1:
        return "a remark in parentheses"
    return "alias file: no organization" if fold(text) in aliases.lists["not_organizations"] else ""


def _read(aliases: Aliases, text: str) -> list[Named]:
    whole = read_account(aliases, text) if text.startswith("@") else read_name(aliases, text)
    if whole and whole.confidence == EXACT and not whole.by_account:
        return [whole]
    return [found for statement in statements(text) for found in _statement(aliases, statement)]


def _statement(aliases: Aliases, text: str) -> list[Named]:
    """The names in `text`, cut at `&` and the like only where that uncovers a name that is surer than the whole."""
    whole = _parts(aliases, text)
    names = joined(text)
    if len(names) == 1 or any(found.confidence == EXACT and squash(text) == squash(found.name) for found in whole):
        return whole
    pieces = [found for name in names for found in _parts(aliases, name)]
    best = max((found.confidence for found in whole), default=0.0)
    return pieces if pieces and max(found.confidence for found in pieces) > best else whole


def _parts(aliases: Aliases, text: str) -> list[Named]:
    if (whole := read_name(aliases, text)) and whole.confidence >= CLEANED:
        return [whole]
    cut = _rejoined(parts(text))
    read = [read_account(aliases, part) if part.startswith("@") else read_name(aliases, part) for part in cut]
    found = [one for one in read if one]
    if found:
        return found
    aside = (read_name(aliases, part) for part in inner(text))
    return [one for one in aside if one and one.confidence == EXACT]


def _rejoined(cut: list[str]) -> list[str]:
    """The parts, a shared name and its place as one: `National Institute of Technology, Rourkela`."""
    joined_up: list[str] = []
    for part in cut:
        if joined_up and needs_place(joined_up[-1]) and not part.startswith("@"):
            joined_up[-1] = f"{joined_up[-1]}, {part}"
        else:
            joined_up.append(part)
    return joined_up


def _why_none(aliases: Aliases, text: str) -> str:
    """Whether `text` holds what may be a name that nobody knows, or nothing that can be one."""
    can_be = any(_can_be_a_name(aliases, part) for statement in statements(text) for part in parts(statement))
    return UNKNOWN if can_be else "no organization's name in it"


def _can_be_a_name(aliases: Aliases, text: str) -> bool:
    words, lists = fold(text).split(), aliases.lists
    if not words or len(text) > _LONGEST_NAME or len(words) > _MOST_WORDS or fold(text) in lists["not_organizations"]:
        return False
    if words[0] in lists["opening_words"] or words[-1] in lists["roles"]:
        return False
    return not all(word in lists["role_words"] or word.isdigit() for word in words) and not is_place(aliases, text)


def _employers_first(found: list[Named]) -> list[Named]:
    """`found` without repetitions, and without projects beside an employer: `Alibaba @kubernetes` works for one."""
    once = {squash(one.name): one for one in reversed(found)}
    kept = list(dict.fromkeys(once[squash(one.name)] for one in found))
    if any(one.kind in _EMPLOYERS for one in kept):
        kept = [one for one in kept if one.kind != "community" and not (one.kind == "foundation" and one.by_account)]
    return kept
