"""Stars with their times: all of them by GraphQL; by REST up to what GitHub shows, or sampled pages of that."""

from __future__ import annotations

from ingest.sources.github import queries
from ingest.sources.github.api import GitHub, Page, connection
from ingest.sources.github.models import Star, parse
from ingest.sources.github.reading import Reading, who
from ingest.sources.github.store import STARS, Row
from ingest.web.replies import Json, RefusedError

PART = "stars"
SHOWN_PAGES = 400
"""Pages of stars that REST shows; what is beyond is refused (422)."""
SAMPLED_PAGES = 20
"""Pages that are read where not all can be: spread evenly, the first and the last shown among them."""


def fetch_stars(reading: Reading) -> bool:
    """Bring the stars that are new since the last reading into the store; marks `sampled` where not all were read.

    False, and nothing is read, where all were read before and now a sample alone could be: it would take them back.
    """
    if reading.github.graphql:
        _by_graphql(reading)
    elif reading.facts.stars <= shown(reading.github) * queries.PAGE:
        _by_rest(reading)
    elif reading.cursor.of(PART).get("sampled") is False:
        reading.github.warn(f"{reading.facts.name}: its stars stay as they were read before; new ones need a token")
        return False
    else:
        _sampled(reading)
    return True


def shown(github: GitHub) -> int:
    """Pages that are read in full: all that GitHub shows with a token, a sample's worth without one."""
    return SHOWN_PAGES if github.client.has_token else SAMPLED_PAGES


def _by_graphql(reading: Reading) -> None:
    more = True
    while more:
        after = reading.cursor.text(PART, "after")
        page = _next(reading, after)
        _keep(reading, page)
        reading.cursor.put(PART, after=page.after or after, sampled=False)
        more = page.more


def _next(reading: Reading, after: str) -> Page:
    asked: dict[str, Json] = {**reading.variables, "after": after or None}
    data = reading.github.shrinking(
        PART, queries.PAGE, lambda size: reading.github.ask(queries.STARS_QUERY, {**asked, "first": size})
    )
    return connection(data, "repository", "stargazers", rows="edges")


def _by_rest(reading: Reading) -> None:
    """Go on at the last page seen: who took a star back moved later ones to earlier pages."""
    number, more = max(int(reading.cursor.text(PART, "page") or 1) - 1, 1), True
    while more:
        page = _page(reading, number)
        _keep(reading, page)
        reading.cursor.put(PART, page=str(number), sampled=False)
        more, number = page.more, number + 1


def _sampled(reading: Reading) -> None:
    done = set(reading.cursor.text(PART, "pages").split())
    for number in sample(min(-(-reading.facts.stars // queries.PAGE), SHOWN_PAGES)):
        if str(number) not in done:
            try:
                _keep(reading, _page(reading, number), first=(number - 1) * queries.PAGE + 1)
            except RefusedError:
                break
            done.add(str(number))
            reading.cursor.put(PART, pages=" ".join(sorted(done, key=int)), sampled=True)


def sample(pages: int) -> list[int]:
    """Up to `SAMPLED_PAGES` page numbers of `pages`, evenly spread from the first to the last."""
    if pages <= SAMPLED_PAGES:
        return list(range(1, pages + 1))
    return sorted({1 + round(step * (pages - 1) / (SAMPLED_PAGES - 1)) for step in range(SAMPLED_PAGES)})


def _page(reading: Reading, number: int) -> Page:
    return reading.github.page(reading.path(queries.STARGAZERS), {}, number, media=queries.STAR)


def _keep(reading: Reading, page: Page, first: int | None = None) -> None:
    found = parse(Star, page.rows, page.address, reading.refuse)
    reading.keep(STARS, [_row(one, None if first is None else first + place) for place, one in enumerate(found)])


def _row(one: Star, rank: int | None) -> Row:
    return {"starred_at": one.starred_at, "rank": rank, **who(one.user)}
