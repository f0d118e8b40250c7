"""Types a user relies on; checked by mypy, never run."""

from __future__ import annotations

import datetime

import pandas
import polars

import gongkai

engine = gongkai.Engine(profile="gansu-2016", packs=[("own.toml", "", "toml")], lists={"a": [("1", "b")]})
report: gongkai.Report = engine.check("administrative-license", {"decision_date": datetime.date(2016, 7, 22)}, "2016-09-01")
first: gongkai.Finding = report.findings[0]
due: datetime.date | None = first.due
off_by: gongkai.OffBy | None = first.off_by
text: str = first.message.zh
batch: gongkai.BatchReport = engine.check_many("administrative-license", [{}, "{}", b"{}"], datetime.date(2016, 9, 1))
frames: list[gongkai.BatchReport] = [engine.check_many("charge", frame, "2026-07-01") for frame in (pandas.DataFrame(), polars.DataFrame())]
rows: tuple[int, ...] = batch.groups[0].rows
day: datetime.date | None = engine.deadline("2016-07-22", "7 working days").due.on
hit: gongkai.Hit = engine.screen("", "2016-09-01", format="html").hits[0]
left: int = engine.mask("", datetime.date(2016, 9, 1)).left_total
report.verdict = "met"  # type: ignore[misc]
first.rule = "other"  # type: ignore[misc]
report.verdicts  # type: ignore[attr-defined]
engine.check("administrative-license", {}, 7)  # type: ignore[arg-type]
engine.check("administrative-license", 7, "2016-09-01")  # type: ignore[arg-type]
try:
    engine.rules()
except gongkai.RecordError as error:
    code: int = error.code
