"""Engines: options, catalogue, deadlines, and sharing between threads and processes."""

import datetime
import json
import multiprocessing
import pickle
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import gongkai

LICENSE = "administrative-license"
DAY = "2016-09-01"
PACK = {
    "pack": {"id": "own", "version": "1.0.0", "title": {"zh": "本局规则", "en": "Own rules"}},
    "clause": [{"number": "1", "title": {"zh": "一", "en": "One"}, "duty": {"zh": "写明", "en": "Name it"}}],
    "rule": [
        {
            "id": "own-item-named",
            "code": "OWN-1",
            "title": {"zh": "写明项目名称", "en": "The item is named"},
            "applies_to": [LICENSE],
            "severity": "warning",
            "cite": {"clause": "1"},
            "fields": {"required": ["item_name"]},
        }
    ],
}


def judged(engine: gongkai.Engine, record: object) -> bytes:
    return engine.check(LICENSE, record, DAY).raw


def test_options_reach_the_engine(late):
    packs = [("own.json", json.dumps(PACK), "json")]
    engine = gongkai.Engine(profile="gansu-2016", known_at=datetime.date(2016, 12, 31), packs=packs)
    report = engine.check(LICENSE, late, DAY)
    assert report.known_at == datetime.date(2016, 12, 31)
    named = {rule for finding in report.findings for rule in (finding.rule, *finding.affects)}
    assert "own-item-named" in named and engine.explain("OWN-1").active
    assert gongkai.lint(packs).good
    assert not gongkai.lint([("own.json", "{", "json")]).good


def test_engines_travel_as_their_options(late):
    engine = gongkai.Engine(profile="gansu-2016", known_at="2016-12-31")
    again = pickle.loads(pickle.dumps(engine))
    assert again.options == engine.options and judged(again, late) == judged(engine, late)
    assert eval(repr(engine), {"Engine": gongkai.Engine}).options == engine.options


def test_the_catalogue_speaks(engine):
    catalogue = engine.rules()
    assert catalogue.profile == "gansu-2016"
    rule = engine.explain(next(rule for rule in catalogue.rules if rule.active).code)
    assert rule.duty.zh and rule.instrument.issuer.zh and rule.rule["id"] == rule.id
    form = engine.form(LICENSE)
    assert {"decision_date"} <= {field.id for field in form.fields}
    assert engine.json_schema(LICENSE)["type"] == "object"
    assert engine.version().contract == gongkai.CONTRACT


def test_due_days_in_every_state(engine):
    known = engine.deadline(datetime.date(2016, 7, 22), "7 working days", explain=True)
    assert known.due.state == "on" and known.due.on == datetime.date(2016, 8, 2)
    assert known.explanation is not None and known.explanation.days[0].day == datetime.date(2016, 7, 22)
    hours = engine.deadline(datetime.datetime(2016, 7, 22, 10), "24 hours")
    assert (hours.due.on, hours.due_time) == (datetime.date(2016, 7, 23), "10:00")
    forgetful = gongkai.Engine(known_at="2015-06-01")
    open_end = forgetful.deadline("2015-12-28", "7 working days")
    assert open_end.due.between is not None and open_end.due.between.year == 2016
    assert engine.deadline("1900-01-01", "7 working days").due.state == "out_of_range"


def test_every_function_of_the_contract_has_a_door(engine):
    doors = {"open": gongkai.Engine, "lint": gongkai.lint, "schema": engine.form}
    for name in gongkai.FUNCTIONS:
        assert callable(doors.get(name) or getattr(engine, name))


def test_threads_share_an_engine(engine, late):
    expected = judged(engine, late)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: judged(engine, late), range(400))) == {expected}


def test_other_threads_run_while_many_records_are_judged(engine, late):
    """With the lock held, the other thread could not go on between start and end."""
    lines = (json.dumps(late) + "\n").encode() * 60_000
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0)

    other = threading.Thread(target=tick)
    other.start()
    start = time.perf_counter()
    engine.check_lines(LICENSE, lines, DAY)
    end = time.perf_counter()
    done.set()
    other.join()
    assert sum(start < moment < end for moment in ticks) > 10


def test_processes_share_an_engine(engine, late):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        answers = list(pool.map(judged, [engine] * 4, [late] * 4))
        refused = pool.submit(judged, engine, b"{").exception()
    assert set(answers) == {judged(engine, late)}
    assert isinstance(refused, gongkai.RecordError) and refused.name == "record-syntax"
