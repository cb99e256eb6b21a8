"""What can be asked of the API, each described once: what is sent, and as what its reply is read.

`Offered` has what `Client` and `AsyncClient` share; what an `Explorer` is asked without HTTP too is listed by
`AsyncClient` alone, for `Client` is an `Explorer`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from api import calls
from api.calls import below
from api.doors import Door, Filed, Followed, Paged, Reply, Told
from api.formats.reading import answer_of, answer_of_statement
from api.formats.views import FILES
from api.notebook.explorer import ROWS, form_of, listed
from api.notebook.network_answer import NetworkAnswer
from api.notebook.table_answer import TableAnswer
from graph.errors import BadInputError

Document = dict[str, Any]


def query(name: str, /, **values: object) -> Told[TableAnswer]:
    """The answer of the query `name` as a table; of a network its edges."""
    return Told(calls.question(name, values), _table)


def pages(name: str, /, *, page_size: int = ROWS, **values: object) -> Paged:
    """The answer of the query `name`, `page_size` rows at a time; OutdatedError where the data change meanwhile."""
    return Paged(calls.question(name, {**values, "page_size": page_size}))


def network(name: str, /, **values: object) -> Told[NetworkAnswer]:
    """The answer of the query `name`, which has to be one of networks."""
    return Told(calls.question(name, values), _network)


def cypher(statement: str, parameters: Mapping[str, object] | None = None, *, limit: int = ROWS) -> Told[TableAnswer]:
    """The rows of a Cypher statement that only reads, at most `limit` and what the server allows."""
    given = parameters or {}

    def rows(reply: Reply) -> TableAnswer:
        return TableAnswer(answer_of_statement(reply.document, given, limit), reply.seconds)

    return Told(calls.statement(statement, given, limit), rows)


def search(text: str, /, **values: object) -> Told[TableAnswer]:
    """Names that fit `text`: repositories, developers, organizations and more."""
    return query("search", text=text, **values)


def repository(name: str) -> Told[dict[str, object]]:
    """What is known of the repository `owner/name`; NotFoundError where nothing is."""
    return Told(calls.question("repository-profile", {"repository": name}), _row)


def developer(login: str) -> Told[dict[str, object]]:
    """What is known of a developer; NotFoundError where nothing is."""
    return Told(calls.question("developer-profile", {"developer": login}), _row)


def queries() -> Told[TableAnswer]:
    """All queries with their kinds, parameters and titles."""
    return Told(calls.LISTING, lambda reply: TableAnswer(listed(reply.document["queries"]), reply.seconds))


def export(kind: str, target: str | Path, *, fields: Sequence[str] = ()) -> Filed:
    """The file `target` with all nodes or all edges of a kind, once it is there whole; its ending tells the format.

    `kind` is as `kinds` lists it. One try: a file that breaks off is of data that changed meanwhile.
    """
    return Filed(calls.export(kind, form_of(Path(target)), fields), Path(target))


def kinds() -> Told[list[Document]]:
    """Every kind of node and of edge: name, what it is of, meaning, columns."""
    return Told(below("exports"), partial(_listed, "exports"))


def nodes(kind: str, /, *, page_size: int = ROWS, **equal: object) -> Paged:
    """All nodes of a kind, `page_size` at a time, in the order of their keys; `kind` is a plural such as `domains`.

    `equal` are values of properties that an index serves, such as `taxonomy`; and `fields`.
    """
    return Paged(below(kind, given={**equal, "page_size": page_size}))


def node(kind: str, name: str) -> Told[Document]:
    """One node of a kind, by its name or its key; NotFoundError where there is none."""
    return Told(below(kind, name), lambda reply: dict(reply.document["profile"]))


def series(repository: str, metric: str = "", **values: object) -> Told[TableAnswer]:
    """What is measured of a repository by month: one of its series, or without `metric` which it has."""
    return Told(below("repositories", repository, "series", *filter(None, [metric]), given=values), _table)


def coverage(**values: object) -> Told[TableAnswer]:
    """Which source tells of which months."""
    return Told(below("coverage", given=values), _table)


def snapshots(**values: object) -> Told[TableAnswer]:
    """What was loaded and measured, and when."""
    return Told(below("snapshots", given=values), _table)


def badge(repository: str, measure: str) -> Told[Document]:
    """A badge of a repository as shields.io takes it, such as `stars`; grey where the graph does not know."""
    return Told(below("badges", repository, measure), _whole)


def views() -> Told[list[Document]]:
    """Every picture: networks and charts, with parameters and addresses."""
    return Told(below("views"), partial(_listed, "views"))


def view(name: str, of: str = "", /, **values: object) -> Told[Document]:
    """What the page of a view draws, as it stands there; `of` is the repository or developer that it is about."""
    return Told(below("views", name, *(("github", of) if of else ()), given=values), _whole)


def view_file(name: str, target: str | Path, of: str = "", /, **values: object) -> Filed:
    """The file `target` with a view as picture or data, once it is there whole; its ending tells which."""
    file = Path(target)
    ending = next((each for each in FILES if file.name.endswith(f".{each}")), "")
    if not ending:
        raise BadInputError(f"{file} does not tell its format", hint=f"it may end in .{', .'.join(FILES)}")
    return Filed(calls.picture(name, of, ending, values), file)


def jobs() -> Told[list[Document]]:
    """All jobs that the server keeps, the newest first; this and what follows needs a token with the scope jobs."""
    return Told(below("jobs"), partial(_listed, "jobs"))


def start(command: str, *arguments: str) -> Told[Document]:
    """The job of a command as one types it, which waits or runs now: `start("measure", "openrank")`."""
    call = calls.Call(below("jobs").path, body={"command": command, "arguments": list(arguments)})
    return Told(call, _whole)


def job(key: str) -> Told[Document]:
    """How far the job with that id is: `state`, times, `exit_code`."""
    return Told(below("jobs", key), _whole)


def follow(key: str) -> Followed:
    """What a job says, as it says it, and each change of its state; it ends with the job.

    Where the connection breaks off, as when the server starts anew, it goes on behind the last line.
    """
    return Followed(below("jobs", key, "events"))


def cancel(key: str) -> Told[Document]:
    """The job, which ends soon, or at once where it waited; what was committed stays."""
    return Told(calls.Call(below("jobs", key).path, verb="DELETE"), _whole)


def correct(corrections: Sequence[Mapping[str, object]]) -> Told[Document]:
    """What is right where a source tells otherwise: an id, a source, and the job that loads it.

    Each has `developer`, `field` (`organization`, or a count such as `merged_prs in owner/name`), `value`, and may have
    `instead_of`, `reason`, `period`. This and what follows needs a token with the scope corrections.
    """
    call = calls.Call(below("corrections").path, body={"corrections": [dict(one) for one in corrections]})
    return Told(call, _whole)


def corrections() -> Told[list[Document]]:
    """All corrections that were given to the server, the newest first."""
    return Told(below("corrections"), partial(_listed, "corrections"))


def take_back(key: str) -> Told[Document]:
    """The job that takes the corrections with that id out of the graph."""
    return Told(calls.Call(below("corrections", key).path, verb="DELETE"), _whole)


class Offered:
    """The methods that both clients share."""

    kinds = Door(kinds)
    nodes = Door(nodes)
    node = Door(node)
    series = Door(series)
    coverage = Door(coverage)
    snapshots = Door(snapshots)
    badge = Door(badge)
    views = Door(views)
    view = Door(view)
    view_file = Door(view_file)
    jobs = Door(jobs)
    start = Door(start)
    job = Door(job)
    follow = Door(follow)
    cancel = Door(cancel)
    correct = Door(correct)
    corrections = Door(corrections)
    take_back = Door(take_back)


def _table(reply: Reply) -> TableAnswer:
    return TableAnswer(answer_of(reply.document), reply.seconds)


def _network(reply: Reply) -> NetworkAnswer:
    return NetworkAnswer(answer_of(reply.document), reply.seconds, reply.address)


def _row(reply: Reply) -> dict[str, object]:
    return answer_of(reply.document).row


def _whole(reply: Reply) -> Document:
    return dict(reply.document)


def _listed(name: str, reply: Reply) -> list[Document]:
    return list(reply.document[name])
