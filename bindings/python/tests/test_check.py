"""Records in every form, and the report on them."""

import dataclasses
import datetime
import json
import pickle
from decimal import Decimal
from types import MappingProxyType

import pytest

import gongkai

LICENSE = "administrative-license"
DAY = datetime.date(2016, 9, 1)


def test_a_late_license_is_found(engine, late):
    report = engine.check(LICENSE, late, DAY)
    finding = next(f for f in report.findings if f.path == "/published/credit-gansu")
    assert report.verdict == finding.verdict == "breached"
    assert finding.off_by == gongkai.OffBy(amount=3, unit="working_days")
    assert finding.happened == datetime.date(2016, 8, 5)
    assert finding.due is not None and finding.due < finding.happened
    assert finding.title.zh and finding.cite.instrument.zh
    assert isinstance(finding.evidence[0], gongkai.Evidence)
    assert report.as_of == DAY and report.known_at is None
    assert report.packs and all(len(pack.hash) == 64 for pack in report.packs)


def test_every_form_of_a_record_gives_the_same_bytes(engine, late):
    text = json.dumps(late, ensure_ascii=False)
    forms = [
        late,
        MappingProxyType(late),
        text,
        text.encode(),
        bytearray(text.encode()),
        {**late, "decision_date": datetime.date(2016, 7, 22)},
        json.dumps(late),
    ]
    assert len({engine.check(LICENSE, form, DAY).raw for form in forms}) == 1
    request = {"kind": LICENSE, "as_of": "2016-09-01", "record": late}
    assert engine.call("check", json.dumps(request).encode()) == engine.check(LICENSE, late, "2016-09-01").raw


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1E+3"),
        (0.1, "0.1"),
        (1e22, "1e22"),
        (-7, "-7"),
        (2**70, str(2**70)),
        (True, "true"),
        (None, "null"),
        ([1, ("a", {})], '[1,["a",{}]]'),
        ('a"\\\n\x00末', r'"a\"\\\n\u0000末"'),
        (datetime.datetime(2016, 7, 22, 10, 30), '"2016-07-22T10:30:00"'),
    ],
)
def test_values_are_written_as_json(engine, value, text):
    penalty = "administrative-penalty"
    for field in ("fine_amount", "case_name", "decision_date"):
        written = '{"decision_number": "1", "%s": %s}' % (field, text)
        given = {"decision_number": "1", field: value}
        assert engine.check(penalty, given, DAY).raw == engine.check(penalty, written, DAY).raw


def test_reports_are_frozen_equal_and_travel(engine, late):
    report = engine.check(LICENSE, late, DAY)
    again = pickle.loads(pickle.dumps(report))
    assert again == report and hash(again) == hash(report) and again.raw == report.raw
    assert again.findings == report.findings
    assert pickle.loads(pickle.dumps(report.findings)) == report.findings
    for thing, field in ((report, "verdict"), (report.findings[0], "rule")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(thing, field, "met")
    with pytest.raises(AttributeError, match="verdicts"):
        _ = report.verdicts
    assert "verdict='breached'" in repr(report)


def test_fields_of_later_versions_break_nothing(engine, late):
    fields = json.loads(engine.check(LICENSE, late, DAY).raw)
    fields["later"] = {"a": 1}
    fields["findings"][0]["later"] = 1
    report = gongkai.Report.of(json.dumps(fields).encode())
    assert report.verdict == "breached" and report.findings[0].rule


def test_every_field_of_every_response_is_typed(engine, late):
    """A field the contract has and the package lacks would go unseen."""
    requests = engine.deadline("2016-07-22", "7 working days", explain=True)
    batch = engine.check_many(LICENSE, [late, late, "not json"], DAY)
    own = {"from": "from_"}
    report = engine.check(LICENSE, late, DAY)
    for response in (report, batch, requests, engine.form(LICENSE), engine.rules(), engine.version(),
                     engine.explain("GA07-1"), gongkai.lint([("a.json", "{", "json")])):
        compare(json.loads(response.raw), response, own)


def compare(fields, typed, own):
    if isinstance(fields, list):
        assert len(fields) == len(typed)
        for one, other in zip(fields, typed):
            compare(one, other, own)
    elif isinstance(fields, dict) and not isinstance(typed, dict):
        for name, value in fields.items():
            compare(value, getattr(typed, own.get(name, name)), own)
    elif isinstance(typed, datetime.date):
        assert typed.isoformat() == fields
    else:
        assert fields == typed
