"""Many records at once."""

import json

import pytest

import gongkai

LICENSE = "administrative-license"
DAY = "2016-09-01"


def test_counts_add_up_and_nothing_is_dropped(engine, late):
    records = [late, "not json", json.dumps(late, ensure_ascii=False), {"a": {1, 2}}, {"a": "\ud800"}, late]
    report = engine.check_many(LICENSE, iter(records), DAY)
    assert (report.read, report.judged, report.refused) == (6, 3, 3)
    assert [(r.row, r.error.name) for r in report.refusals] == [
        (2, "record-syntax"),
        (4, "record-syntax"),
        (5, "record-encoding"),
    ]
    assert report.records.breached == 3
    assert {finding.row for finding in report.findings} == {1, 3, 6}
    assert report.groups[0].rows == (1, 3, 6)


def test_lines_and_records_give_the_same_bytes(engine, late):
    records = [dict(late, decision_number=f"甘农许〔2016〕{n}号") for n in range(3000)]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    reports = {
        engine.check_many(LICENSE, form, DAY).raw
        for form in (records, lines, lines.encode(), tuple(records), lines.split("\n"))
    }
    assert len(reports) == 1
    few = engine.check_many(LICENSE, lines.encode(), DAY, findings=2)
    assert len(few.findings) == 2 < few.findings_total


def test_exceptions_of_the_iterable_come_through(engine, late):
    def broken():
        yield late
        raise LookupError("disk gone")

    with pytest.raises(LookupError, match="disk gone"):
        engine.check_many(LICENSE, broken(), DAY)
    with pytest.raises(TypeError):
        engine.check_many(LICENSE, 7, DAY)
    with pytest.raises(gongkai.RequestError):
        engine.check_many("no-such-kind", [], DAY)


def test_records_of_several_kinds(engine, late):
    pairs = [("administrative-license", late), ("administrative-penalty", {}), ("no-such-kind", {}), ("administrative-license", {"a": object()})]
    report = engine.check_collection(pairs, "2016-09-01", findings=3)
    assert (report.read, report.judged, report.refused) == (4, 2, 2)
    assert report.kinds["administrative-license"].judged == 1
    assert [refusal.error.name for refusal in report.refusals] == ["unknown-kind", "record-syntax"]
    lines = '{"kind": "administrative-license", "record": {}}\n7\n'
    report = engine.check_collection(lines, "2016-09-01")
    assert (report.judged, report.refused) == (1, 1)
