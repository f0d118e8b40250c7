"""Data frames of pandas, polars and pyarrow as records and as tables.

They are known by what they can do, and none of the three is imported.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Protocol, Union

    from typing_extensions import TypeIs

    class _Frame(Protocol):
        """What the data frames of all three have."""

        @property
        def shape(self) -> tuple[int, int]: ...

    _Name = Union[str, int, tuple[object, ...]]

# So many rows of a frame are Python's objects at a time.
_ROWS = 4096


def is_frame(given: object) -> TypeIs[_Frame]:
    """Whether something is a data frame."""
    return any(hasattr(given, rows) for rows in ("itertuples", "iter_rows", "to_batches"))


def records(frame: _Frame) -> Iterator[dict[str, object]]:
    """Each row by the names of its columns."""
    names = [" ".join(_parts(name)) for name in _names(frame)]
    return (dict(zip(names, map(_cell, cells))) for cells in _cells(frame))


def table_rows(frame: _Frame) -> list[list[object]]:
    """The names of the columns as rows of headings, and below them the rows."""
    names = _names(frame)
    depth = max((len(name) if isinstance(name, tuple) else 1 for name in names), default=0)
    rows: list[list[object]] = []
    # A workbook read without its headings has the numbers of its columns for names.
    if names != list(range(len(names))):
        for level in range(depth):
            rows.append([_heading(name[level] if isinstance(name, tuple) else name) for name in names])
    rows.extend([_cell(cell) for cell in cells] for cells in _cells(frame))
    return rows


def _names(frame: Any) -> list[_Name]:
    return list(frame.column_names if hasattr(frame, "column_names") else frame.columns)


def _parts(name: _Name) -> Iterable[str]:
    parts = name if isinstance(name, tuple) else (name,)
    return [str(part) for part in parts if _heading(part) is not None]


def _heading(name: object) -> str | None:
    # What pandas calls a column without a heading.
    return None if str(name).startswith("Unnamed: ") else str(name)


def _cells(frame: Any) -> Iterator[Iterable[object]]:
    if hasattr(frame, "itertuples"):
        for start in range(0, len(frame), _ROWS):
            part = frame.iloc[start : start + _ROWS]
            yield from part.astype(object).where(part.notna(), None).itertuples(index=False, name=None)
    elif hasattr(frame, "iter_rows"):
        yield from frame.iter_rows()
    else:
        for batch in frame.to_batches(max_chunksize=_ROWS):
            columns = [column.to_pylist() for column in batch.columns]
            yield from zip(*columns)


def _cell(cell: object) -> object:
    if not isinstance(cell, float):
        return cell
    if cell != cell:
        return None
    # A column of whole numbers with a blank in it is a column of floats.
    return int(cell) if cell.is_integer() and abs(cell) < 2**53 else cell
