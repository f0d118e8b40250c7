"""Hostile input: a coded error every time, and the engine goes on."""

import datetime
import gc
import pickle
import sys

import pytest

import gongkai

LICENSE = "administrative-license"
DAY = "2016-09-01"


def circle():
    record = {"decision_number": "1"}
    record["decision_number"] = record
    return record


def deep():
    value = []
    for _ in range(100_000):
        value = [value]
    return {"decision_number": value}


def wide():
    value = ["x" * 100]
    for _ in range(60):
        value = [value, value]
    return {"decision_number": value}


class Changing(datetime.date):
    """Changes the record while it is written."""

    def isoformat(self):
        RECORD.clear()
        return "2016-07-22"


RECORD = {}


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (b"", "record-syntax"),
        (b"\xff", "record-encoding"),
        (b'{"a": "\x00"}', "record-syntax"),
        (b'{"a": 1}\x00', "record-syntax"),
        ('{"a": "\ud800"}', "record-encoding"),
        ({"a": "\ud800"}, "record-encoding"),
        ({"\udfff": 1}, "record-encoding"),
        ({"a": float("nan")}, "record-not-a-number"),
        ({"a": float("-inf")}, "record-not-a-number"),
        ({"a": 10**5000}, "record-too-large"),
        ({"a": -(10**100_000)}, "record-too-large"),
        ({"a": "x" * 5_000_000}, "record-too-large"),
        (circle(), "record-too-large"),
        (deep(), "record-too-large"),
        (wide(), "record-too-large"),
        ({"a": object()}, "record-syntax"),
        ({"a": {"b": {1}}}, "record-syntax"),
        ({1: "a"}, "record-syntax"),
        (7, "record-syntax"),
        (None, "record-syntax"),
        ([], "record-syntax"),
        (object(), "record-syntax"),
    ],
)
def test_records_that_cannot_be_read(engine, late, record, name):
    with pytest.raises(gongkai.RecordError) as caught:
        engine.check(LICENSE, record, DAY)
    assert caught.value.name == name and 300 <= caught.value.code < 400
    assert caught.value.remedy and caught.value.raw and name in str(caught.value)
    assert engine.check(LICENSE, late, DAY).verdict == "breached"


def test_the_place_is_told_and_the_value_is_not(engine):
    with pytest.raises(gongkai.RecordError) as caught:
        engine.check(LICENSE, {"outer": {"inner": {"62010119900101001X"}}}, DAY)
    assert caught.value.place == "/outer/inner"
    assert "`set`" in caught.value.message and "62010119900101001X" not in str(caught.value)
    with pytest.raises(gongkai.RecordError) as caught:
        engine.check(LICENSE, '{"a": x}', DAY)
    assert caught.value.offset == 6


def test_a_record_that_changes_while_it_is_written(engine):
    RECORD.update({"decision_date": Changing(2016, 7, 22), **{f"f{n}": n for n in range(50)}})
    report = engine.check(LICENSE, RECORD, DAY)
    assert len(report.unknown) > 0 and RECORD == {}


@pytest.mark.parametrize(
    ("ask", "kind", "name"),
    [
        (lambda e: e.check("\ud800", {}, DAY), gongkai.RequestError, "unknown-kind"),
        (lambda e: e.check(LICENSE, {}, "1 September"), gongkai.RequestError, "request-syntax"),
        (lambda e: e.check(LICENSE, {}, "\ud800"), gongkai.RequestError, "request-syntax"),
        (lambda e: e.check(LICENSE, {}, None), gongkai.RequestError, "request-syntax"),
        (lambda e: e.check(LICENSE, {}, datetime.datetime(2016, 9, 1)), gongkai.RequestError, "request-syntax"),
        (lambda e: e.check(LICENSE + "\x00", {}, DAY), gongkai.RequestError, "unknown-kind"),
        (lambda e: e.check(LICENSE, {}, DAY + "\x00"), gongkai.RequestError, "request-syntax"),
        (lambda e: e.screen("\ud800", DAY), gongkai.RequestError, "request-syntax"),
        (lambda e: e.check_many("\udfff", [], DAY), gongkai.RequestError, "unknown-kind"),
        (lambda e: e.check_budget("department-budget", circle(), DAY), gongkai.RecordError, "record-too-large"),
        (lambda e: e.check_budget("department-budget", {}, DAY, tables=[circle()]), gongkai.RecordError, "record-too-large"),
        (lambda e: gongkai.Engine(limits={"bytes": 10**30}), gongkai.RequestError, "request-syntax"),
        (lambda e: e.call("open"), gongkai.RequestError, "request-syntax"),
        (lambda e: e.call("check", b"\xff"), gongkai.RequestError, "request-syntax"),
        (lambda e: e.explain("no-such-rule"), gongkai.RequestError, "unknown-rule"),
        (lambda e: e.form("no-such-kind"), gongkai.RequestError, "unknown-kind"),
        (lambda e: e.deadline("2016-02-30", "7 working days"), gongkai.RequestError, "request-syntax"),
        (lambda e: gongkai.Engine(profile="nowhere"), gongkai.RequestError, "unknown-profile"),
        (lambda e: gongkai.Engine(lists={"nowhere": []}), gongkai.RequestError, "unknown-list"),
        (lambda e: gongkai.Engine(limits={"bites": 1}), gongkai.RequestError, "request-syntax"),
        (lambda e: gongkai.Engine(packs=[("a.toml", "[pack", "toml")]), gongkai.PackError, "pack-syntax"),
        (lambda e: gongkai.Engine.of(b"\x00"), gongkai.RequestError, "request-syntax"),
    ],
)
def test_requests_that_cannot_be_answered(engine, ask, kind, name):
    with pytest.raises(kind) as caught:
        ask(engine)
    assert caught.value.name == name
    assert engine.check(LICENSE, {}, DAY).kind == LICENSE
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is kind and again.code == caught.value.code and str(again) == str(caught.value)


def test_wrong_arguments_are_python_errors(engine):
    with pytest.raises(TypeError):
        engine.check(7, {}, DAY)
    with pytest.raises(TypeError):
        engine.check(LICENSE, {})
    with pytest.raises(AttributeError):
        engine.profile = "other"


def test_limits_hold_for_mappings(late):
    engine = gongkai.Engine(limits={"bytes": 100})
    with pytest.raises(gongkai.RecordError, match="record-too-large"):
        engine.check(LICENSE, late, DAY)


def test_nothing_leaks(engine, late):
    def round_trip():
        engine.check(LICENSE, late, DAY).findings
        with pytest.raises(gongkai.RecordError):
            engine.check(LICENSE, circle(), DAY)

    round_trip()
    gc.collect()
    before = sys.getrefcount(late), sys.getrefcount(engine)
    for _ in range(50):
        round_trip()
    gc.collect()
    assert (sys.getrefcount(late), sys.getrefcount(engine)) == before
