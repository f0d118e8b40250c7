"""What the door costs: per record against Rust alone and against orjson with jsonschema_rs, in one run.

Run: python bench/measure.py FOLDER FLOOR WHEEL, where FOLDER holds the cases of `tests/evidence`,
FLOOR is the program of `tests/evidence/examples/floor.rs`, WHEEL the wheel. Needs orjson and jsonschema_rs.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import jsonschema_rs
import orjson

import gongkai

ROUNDS = 9
AT_A_TIME = 20
RECORDS = Path(__file__).resolve().parents[3] / "tests" / "bench" / "records"


def fastest(actions, length):
    """Nanoseconds of each action over its cases: the fastest of some times for a few of them, added up.

    They take turns, so that all meet the same machine.
    """
    sums = dict.fromkeys(actions, 0)
    for first in range(0, length, AT_A_TIME):
        part = slice(first, first + AT_A_TIME)
        rounds = [[once(action, cases[part]) for action, cases in actions.values()] for _ in range(ROUNDS)]
        for name, nanoseconds in zip(actions, map(min, zip(*rounds))):
            sums[name] += nanoseconds
    return sums


def once(action, cases):
    start = time.perf_counter_ns()
    for case in cases:
        action(*case)
    return time.perf_counter_ns() - start


def readable(folder):
    """The cases that are judged, each as (engine, kind, bytes, day)."""
    engines = [gongkai.Engine.of(line) for line in (folder / "engines.txt").read_bytes().splitlines()]
    for line in (folder / "cases.tsv").read_bytes().split(b"\n")[:-1]:
        engine, function, kind, as_of, payload = line.split(b"\t")
        if function == b"check_record":
            case = engines[int(engine)], kind.decode(), payload, as_of.decode()
            try:
                case[0].check_record(*case[1:])
            except gongkai.Error:
                continue
            yield case


def rust(floor, folder, count):
    """What Rust alone takes for the same cases, in a process of its own."""
    runs = [list(map(int, subprocess.check_output([floor, folder]).split())) for _ in range(3)]
    assert all(run[0] == count for run in runs)
    return min(run[1] for run in runs)


def import_time():
    """Milliseconds that the import adds to a bare interpreter, fastest of many."""

    def start(script):
        begin = time.perf_counter_ns()
        subprocess.run([sys.executable, "-c", script], check=True)
        return time.perf_counter_ns() - begin

    bare = min(start("pass") for _ in range(20))
    return (min(start("import gongkai") for _ in range(20)) - bare) / 1e6


def measured(title, folder, floor, schemas):
    """Prints what the cases of a folder cost each way; ``schemas`` gives the peer's validator of a kind."""
    cases = list(readable(folder))
    records = [json.loads(case[2]) for case in cases]
    text = [(e, k, p.decode(), d) for e, k, p, d in cases]
    mappings = [(e, k, r, d) for (e, k, _, d), r in zip(cases, records)]

    def raw(engine, kind, record, day):
        return engine.check_record(kind, record, day)

    def report(engine, kind, record, day):
        return engine.check(kind, record, day)

    def verdict(engine, kind, record, day):
        return engine.check(kind, record, day).verdict

    def findings(engine, kind, record, day):
        return [finding.message.zh for finding in engine.check(kind, record, day).findings]

    def peer(_engine, kind, record, _day):
        return list(schemas[kind].iter_errors(orjson.loads(record)))

    def valid(_engine, kind, record, _day):
        return schemas[kind].is_valid(orjson.loads(record))

    times = fastest(
        {
            "from bytes, canonical bytes": (raw, cases),
            "from str, canonical bytes": (raw, text),
            "from dict, canonical bytes": (raw, mappings),
            "from bytes, Report": (report, cases),
            "from bytes, Report, its verdict read": (verdict, cases),
            "from bytes, Report, its findings read": (findings, cases),
            "orjson + jsonschema_rs is_valid": (valid, cases),
            "orjson + jsonschema_rs iter_errors": (peer, cases),
        },
        len(cases),
    )
    alone = rust(floor, folder, len(cases))
    mean = sum(len(case[2]) for case in cases) / len(cases)
    print(f"{title}: {len(cases)} records of {mean:.0f} bytes on average")
    for name, nanoseconds in {"Rust, check_record": alone, **times}.items():
        print(f"  {name:45} {nanoseconds / len(cases) / 1000:8.2f} µs {nanoseconds / alone:6.2f} ×")


def main(folder, floor, wheel):
    own = jsonschema_rs.validator_for(json.loads((RECORDS / "schema.json").read_bytes()))
    measured("ordinary licenses, 5 % faulty", folder / "ordinary", floor, {"administrative-license": own})
    engine = gongkai.Engine()
    kinds = [kind.id for kind in engine.rules().kinds]
    schemas = {kind: jsonschema_rs.validator_for(engine.json_schema(kind)) for kind in kinds}
    measured("generated records of every degree of dirt", folder, floor, schemas)
    print(f"import {import_time():.1f} ms, wheel {wheel.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
