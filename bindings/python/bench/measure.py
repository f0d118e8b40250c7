"""What the door costs: per record against Rust alone and against orjson with jsonschema_rs, in one run.

Run: python bench/measure.py FOLDER FLOOR WHEEL, where FOLDER holds the cases of `tests/evidence`,
FLOOR is the program of `bench/floor.rs`, WHEEL the wheel. Needs orjson and jsonschema_rs.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import jsonschema_rs
import orjson

import gongkai

ROUNDS = 15


def fastest(action, cases):
    """Microseconds per case of the fastest round."""
    best = min(once(action, cases) for _ in range(ROUNDS))
    return best / len(cases) / 1000


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


def main(folder, floor, wheel):
    cases = list(readable(folder))
    records = [json.loads(case[2]) for case in cases]
    text = [(e, k, p.decode(), d) for e, k, p, d in cases]
    mappings = [(e, k, r, d) for (e, k, _, d), r in zip(cases, records)]
    schemas = {k: jsonschema_rs.validator_for(cases[0][0].json_schema(k)) for k in {c[1] for c in cases}}
    count, nanoseconds = map(int, subprocess.check_output([floor, folder]).split())
    assert count == len(cases)
    rust = nanoseconds / count / 1000

    def raw(engine, kind, record, day):
        return engine.check_record(kind, record, day)

    def read(engine, kind, record, day):
        return engine.check(kind, record, day).findings

    def peer(_engine, kind, record, _day):
        return list(schemas[kind].iter_errors(orjson.loads(record)))

    def valid(_engine, kind, record, _day):
        return schemas[kind].is_valid(orjson.loads(record))

    first = cases[0]
    lines = b"\n".join(c[2] for c in cases if c[:2] == first[:2])
    many = [(lines,)]
    rows = {
        "Rust, check_record": rust,
        "from bytes, canonical bytes": fastest(raw, cases),
        "from str, canonical bytes": fastest(raw, text),
        "from dict, canonical bytes": fastest(raw, mappings),
        "from bytes, Report": fastest(lambda e, k, r, d: e.check(k, r, d), cases),
        "from bytes, Report with its findings read": fastest(read, cases),
        "lines, one call": fastest(lambda t: first[0].check_lines(first[1], t, first[3]), many)
        / (lines.count(b"\n") + 1),
        "orjson + jsonschema_rs is_valid": fastest(valid, cases),
        "orjson + jsonschema_rs iter_errors": fastest(peer, cases),
    }
    mean = sum(len(case[2]) for case in cases) / len(cases)
    print(f"{len(cases)} records of {mean:.0f} bytes on average")
    for name, each in rows.items():
        print(f"{name:45} {each:8.2f} µs {each / rust:6.2f} ×")
    print(f"import {import_time():.1f} ms, wheel {wheel.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
