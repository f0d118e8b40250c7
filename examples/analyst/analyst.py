"""Real published licenses and penalties in a data frame: what is wrong with them, and how late they are.

Run: python examples/analyst/analyst.py [FILE.csv]
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pandas as pd

import gongkai

ROWS = Path(__file__).resolve().parents[1] / "data" / "licenses_and_penalties.csv"
KINDS = {"行政许可": "administrative-license", "行政处罚": "administrative-penalty"}


def record(row: dict[str, str]) -> dict[str, object]:
    """A row as a record: what is blank is left out, and the day belongs to the publisher's own site."""
    given = {name: cell for name, cell in row.items() if cell and name != "kind"}
    published = given.pop("published_raw", None)
    return {**given, "published": {"own-site": published}} if published else dict(given)


def findings(rows: pd.DataFrame, engine: gongkai.Engine, as_of: date) -> pd.DataFrame:
    """One line per finding, with the number of the row it is about."""
    lines = []
    for number, row in enumerate(rows.to_dict("records")):
        for finding in engine.check(KINDS[row["kind"]], record(row), as_of).findings:
            lines.append(
                {
                    "row": number,
                    "rule": finding.code,
                    "verdict": finding.verdict,
                    "path": finding.path,
                    "late": finding.off_by.amount if finding.off_by else None,
                    "unit": finding.off_by.unit if finding.off_by else None,
                    "message": finding.message.zh,
                }
            )
    return pd.DataFrame(lines)


def main(path: Path) -> None:
    """Prints the counts by rule, and the ten longest delays."""
    # Some notes, the last column, hold commas of their own.
    rows = pd.read_csv(path, dtype=str, keep_default_na=False, engine="python", on_bad_lines=lambda cells: cells[:11])
    found = findings(rows, gongkai.Engine(), date(2026, 7, 1))
    print(len(rows), "rows,", len(found), "findings")
    print(found.groupby(["rule", "verdict"]).size().unstack(fill_value=0))
    worst = found.dropna(subset=["late"]).nlargest(10, "late")
    print(worst.join(rows[["publisher"]], on="row")[["row", "publisher", "verdict", "late", "unit", "message"]].to_string())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
