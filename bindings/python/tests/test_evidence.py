"""The same evidence as every door: canonical bytes compared with those of the core."""

import dataclasses
import json
import os
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

import gongkai

FOLDER = Path(os.environ.get("GONGKAI_EVIDENCE", ROOT / "target" / "evidence"))


def answer(engine: gongkai.Engine, function: str, kind: str, as_of: str, payload: str) -> bytes:
    try:
        if function == "check_record":
            return b"=" + engine.check_record(kind, payload.encode(), as_of)
        if function == "check_lines":
            return b"=" + engine.check_lines(kind, payload.replace("␤", "\n").encode(), as_of)
        if function == "check_collection_lines":
            return b"=" + engine.check_collection_lines(payload.replace("␤", "\n").encode(), as_of)
        return b"=" + engine.call(function, payload.encode())
    except gongkai.Error as error:
        return b"!" + error.raw


def lines(name: str) -> list[bytes]:
    return (FOLDER / name).read_bytes().split(b"\n")[:-1]


@pytest.fixture(scope="module")
def cases() -> list[tuple[gongkai.Engine, list[str], bytes]]:
    engines = [gongkai.Engine.of(options) for options in lines("engines.txt")]
    cells = [line.decode().split("\t") for line in lines("cases.tsv")]
    expected = lines("expected.txt")
    assert len(cells) == len(expected) > 10_000
    return [(engines[int(case[0])], case[1:], bytes_) for case, bytes_ in zip(cells, expected)]


def test_every_case_has_the_bytes_of_the_core(cases):
    for engine, case, expected in cases:
        assert answer(engine, *case) == expected, case


def test_text_and_mappings_have_the_bytes_of_json(cases):
    compared = 0
    for engine, (function, kind, as_of, payload), expected in cases:
        if function != "check_record" or not expected.startswith(b"="):
            continue
        assert b"=" + engine.check_record(kind, payload, as_of) == expected
        record = json.loads(payload)
        written = json.dumps(record, ensure_ascii=False)
        assert engine.check_record(kind, record, as_of) == engine.check_record(kind, written, as_of)
        compared += 1
    assert compared > 9_000


CLASSES = {
    "check": gongkai.Report,
    "check_budget": gongkai.BudgetReport,
    "check_collection": gongkai.CollectionReport,
    "check_collection_lines": gongkai.CollectionReport,
    "check_lines": gongkai.BatchReport,
    "check_many": gongkai.BatchReport,
    "check_record": gongkai.Report,
    "deadline": gongkai.Deadline,
    "explain": gongkai.ExplainedRule,
    "lint": gongkai.LintReport,
    "mask": gongkai.Masking,
    "rules": gongkai.Catalogue,
    "score": gongkai.ScoreReport,
    "screen": gongkai.Screening,
    "version": gongkai.Version,
}


def carried(given, value):
    """Whether a value has everything that the JSON it was read from has."""
    if isinstance(value, gongkai.Due):
        return given == value.state or all(carried(given[name], getattr(value, name)) for name in given)
    if isinstance(value, dict) and any(map(dataclasses.is_dataclass, value.values())):
        return given.keys() == value.keys() and all(carried(given[name], value[name]) for name in given)
    if isinstance(given, dict) and not isinstance(value, dict):
        return all(carried(given[name], getattr(value, name if hasattr(value, name) else name + "_")) for name in given)
    if isinstance(given, list) and not isinstance(value, list):
        return len(given) == len(value) and all(map(carried, given, value))
    return given == (value.isoformat() if isinstance(value, date) else value) or not given


def test_results_have_every_field_of_the_bytes(cases):
    compared = set()
    records = 0
    for _, (function, _, _, payload), expected in cases:
        records += function == "check_record"
        if function == "check_record" and records % 10:
            continue
        kind = gongkai.Form if function == "schema" and "fields" in payload else CLASSES.get(function)
        if kind and expected.startswith(b"="):
            raw = expected[1:]
            assert carried(json.loads(raw), kind.of(raw)), function
            compared.add(function)
    assert compared == {case[0] for _, case, expected in cases if expected.startswith(b"=")}
