"""A chart out of rows, and a chart out of layers: the two places where Altair's types are loose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from viz.language import DEFAULT, FIRST_SEPARATED, language
from viz.vega.compiled import HIDDEN

if TYPE_CHECKING:
    import altair

Row = Mapping[str, object]


def of(rows: Iterable[Row]) -> altair.Chart:
    """A chart of these rows, without a mark yet."""
    import altair as alt  # noqa: PLC0415 - slow to import

    return alt.Chart(alt.Data(values=list(rows)))  # type: ignore[no-untyped-call]


def layered(
    layers: Iterable[altair.Chart | altair.LayerChart], width: float, height: float, *params: altair.Parameter
) -> altair.LayerChart:
    """The layers over each other, in pixels."""
    import altair as alt  # noqa: PLC0415

    made = alt.layer(*layers).properties(width=width, height=height)
    return cast("altair.LayerChart", made.add_params(*params) if params else made)


def hidden() -> altair.Parameter:
    """The parameter that names the hidden groups."""
    import altair as alt  # noqa: PLC0415

    return alt.param(name=HIDDEN, value=[])


def seen(rows: Iterable[Row]) -> altair.Chart:
    """A chart of these rows less those of hidden groups."""
    return of(rows).transform_filter(f"indexof({HIDDEN}, datum.group) < 0")


def written(form: str = "") -> dict[str, Any]:
    """How an axis writes its values: by the format `form` of d3, or as pages write numbers."""
    if form:
        return {"format": form}
    plain = f"abs(datum.value) < {FIRST_SEPARATED} ? '.4~f' : ',.4~f'" if language() == DEFAULT else "',.4~f'"
    return {"labelExpr": f"format(datum.value, {plain})"}


def across(words: str) -> altair.XValue:
    """An x in pixels, as an expression."""
    import altair as alt  # noqa: PLC0415

    return alt.XValue(alt.ExprRef(words))  # type: ignore[no-untyped-call]


def until(words: str) -> altair.X2Value:
    """An x2 in pixels, as an expression."""
    import altair as alt  # noqa: PLC0415

    return alt.X2Value(alt.ExprRef(words))  # type: ignore[no-untyped-call]
