"""The same evidence as every door: canonical bytes compared with those of the core."""

import json
import os
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
