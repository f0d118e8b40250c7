"""What the door costs: per record against Rust alone and against orjson with jsonschema_rs, in one run.

Run: python bench/measure.py FOLDER FLOOR WHEEL, where FOLDER holds the cases of `tests/evidence`,
FLOOR is the program of `bench/floor.rs`, WHEEL the wheel. Needs orjson and jsonschema_rs.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jsonschema_rs
import orjson

import gongkai

ROUNDS = 9
RECORDS = Path(__file__).resolve().parents[3] / "tests" / "bench" / "records"


def fastest(actions):
    """Nanoseconds of the fastest round of each action; they take turns, so that all meet the same machine."""
    rounds = [[action() for action in actions.values()] for _ in range(ROUNDS)]
    return dict(zip(actions, map(min, zip(*rounds))))


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


def import_time():
    """Milliseconds that the import adds to a bare interpreter, fastest of many."""

    def start(script):
        begin = time.perf_counter_ns()
        subprocess.run([sys.executable, "-c", script], check=True)
        return time.perf_counter_ns() - begin

    bare = min(start("pass") for _ in range(20))
    return (min(start("import gongkai") for _ in range(20)) - bare) / 1e6


def licenses(folder):
    """Cases of ordinary licenses, one in twenty faulty, in the form of the evidence."""
    clean, faulty = (
        json.dumps(json.loads((RECORDS / name).read_bytes()), ensure_ascii=False)
        for name in ("license-2018.json", "license-2018-faulty.json")
    )
    line = "0\tcheck_record\tadministrative-license\t2024-09-01\t{}\n"
    cases = (line.format(clean) * 19 + line.format(faulty)) * 500
    (folder / "engines.txt").write_text("{}\n", encoding="utf-8")
    (folder / "cases.tsv").write_text(cases, encoding="utf-8")
    return folder


def measured(title, folder, floor, schemas):
    """Prints what the cases of a folder cost each way; ``schemas`` gives the peer's validator of a kind."""
    cases = list(readable(folder))
    records = [json.loads(case[2]) for case in cases]
    text = [(e, k, p.decode(), d) for e, k, p, d in cases]
    mappings = [(e, k, r, d) for (e, k, _, d), r in zip(cases, records)]

    def alone():
        count, nanoseconds = map(int, subprocess.check_output([floor, folder]).split())
        assert count == len(cases)
        return nanoseconds

    def raw(engine, kind, record, day):
        return engine.check_record(kind, record, day)

    def report(engine, kind, record, day):
        return engine.check(kind, record, day)

    def read(engine, kind, record, day):
        return engine.check(kind, record, day).findings

    def peer(_engine, kind, record, _day):
        return list(schemas[kind].iter_errors(orjson.loads(record)))

    def valid(_engine, kind, record, _day):
        return schemas[kind].is_valid(orjson.loads(record))

    times = fastest(
        {
            "Rust, check_record": alone,
            "from bytes, canonical bytes": lambda: once(raw, cases),
            "from str, canonical bytes": lambda: once(raw, text),
            "from dict, canonical bytes": lambda: once(raw, mappings),
            "from bytes, Report": lambda: once(report, cases),
            "from bytes, Report with its findings read": lambda: once(read, cases),
            "orjson + jsonschema_rs is_valid": lambda: once(valid, cases),
            "orjson + jsonschema_rs iter_errors": lambda: once(peer, cases),
        }
    )
    mean = sum(len(case[2]) for case in cases) / len(cases)
    print(f"{title}: {len(cases)} records of {mean:.0f} bytes on average")
    for name, nanoseconds in times.items():
        ratio = nanoseconds / times["Rust, check_record"]
        print(f"  {name:45} {nanoseconds / len(cases) / 1000:8.2f} µs {ratio:6.2f} ×")


def main(folder, floor, wheel):
    own = jsonschema_rs.validator_for(json.loads((RECORDS / "schema.json").read_bytes()))
    with tempfile.TemporaryDirectory() as made:
        kind = "administrative-license"
        measured("ordinary licenses, 5 % faulty", licenses(Path(made)), floor, {kind: own})
    engine = gongkai.Engine()
    kinds = [kind.id for kind in engine.rules().kinds]
    schemas = {kind: jsonschema_rs.validator_for(engine.json_schema(kind)) for kind in kinds}
    measured("generated records of every degree of dirt", folder, floor, schemas)
    print(f"import {import_time():.1f} ms, wheel {wheel.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
