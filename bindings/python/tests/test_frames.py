"""Data frames of each library judge as the records and tables that they hold."""

from __future__ import annotations

import json
from typing import Any, Callable

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import gongkai
from conftest import ROOT

DAY = "2026-07-01"
ROWS: list[dict[str, Any]] = [
    {"行政许可决定书文号": "甘农许〔2016〕3号", "许可决定日期": "2016-07-22", "行政许可编号": 7.0},
    {"行政许可决定书文号": None, "许可决定日期": "2016-07-25", "行政许可编号": float("nan")},
]
PLAIN = [{**ROWS[0], "行政许可编号": 7}, {**ROWS[1], "行政许可编号": None}]

FRAMES: list[Callable[[list[dict[str, Any]]], Any]] = [pd.DataFrame, pl.DataFrame, pa.Table.from_pylist]
each = pytest.mark.parametrize("frame", FRAMES, ids=["pandas", "polars", "pyarrow"])


@each
def test_a_frame_is_judged_as_its_rows(engine: gongkai.Engine, frame: Callable[..., Any]) -> None:
    judged = engine.check_many("administrative-license", frame(ROWS), DAY)
    assert judged.judged == 2
    assert judged.raw == engine.check_many("administrative-license", PLAIN, DAY).raw


@each
def test_an_empty_frame_has_no_records(engine: gongkai.Engine, frame: Callable[..., Any]) -> None:
    assert engine.check_many("administrative-license", frame([]), DAY).read == 0


def test_many_rows_go_in_their_order(engine: gongkai.Engine) -> None:
    rows = pd.DataFrame({"许可决定日期": ["2016-07-22", "no day"] * 5000})
    judged = engine.check_many("administrative-license", rows, DAY)
    assert judged.raw == engine.check_many("administrative-license", rows.to_dict("records"), DAY).raw
    assert judged.judged == 10_000


def budget() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A published account, whose tables have captions and headings of several rows."""
    given = json.loads((ROOT / "examples/data/budgets/finance-2024-final.json").read_text(encoding="utf-8"))
    tables = [{"caption": table.get("caption", []), "rows": table["rows"]} for table in given["tables"]]
    return {"publisher": "财政局"}, tables


def even(rows: list[list[Any]]) -> list[list[Any]]:
    width = max(map(len, rows))
    return [row + [None] * (width - len(row)) for row in rows]


def test_frames_may_be_the_rows_of_tables() -> None:
    engine = gongkai.Engine(profile="budget")
    record, tables = budget()
    tables = [{**table, "rows": even(table["rows"])} for table in tables if table["rows"]]
    frames = [{**table, "rows": pd.DataFrame(table["rows"])} for table in tables]
    judged = engine.check_budget("final-account", record, DAY, tables=frames)
    assert judged.sums > 100
    assert judged.raw == engine.check_budget("final-account", record, DAY, tables=tables).raw


@pytest.mark.parametrize(
    ("columns", "headings"),
    [
        (["科目编码", "金额"], [["科目编码", "金额"]]),
        (
            pd.MultiIndex.from_tuples([("功能科目", "编码"), ("合计", "Unnamed: 1_level_1")]),
            [["功能科目", "合计"], ["编码", None]],
        ),
        (None, []),
    ],
)
def test_names_of_columns_are_headings(columns: Any, headings: list[list[str]]) -> None:
    engine = gongkai.Engine(profile="budget")
    frame = pd.DataFrame([["201", 5.0], [None, float("nan")]], columns=columns)
    rows = [*headings, ["201", 5], [None, None]]
    for frames in ([frame], [{"rows": frame}]):
        judged = engine.check_budget("final-account", {}, DAY, tables=frames, earlier=[])
        assert judged.raw == engine.check_budget("final-account", {}, DAY, tables=[{"rows": rows}]).raw
    earlier = {"kind": "final-account", "record": {}}
    with_frame = engine.check_budget("final-account", {}, DAY, earlier=[{**earlier, "tables": [frame]}])
    assert with_frame.raw == engine.check_budget("final-account", {}, DAY, earlier=[{**earlier, "tables": [{"rows": rows}]}]).raw
