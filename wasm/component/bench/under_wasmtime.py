"""Prints the nanoseconds of the cases of a folder under wasmtime, as tests/evidence/examples/floor.rs asks.

Run: python under_wasmtime.py FOLDER, after `make component`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "examples/component"), str(ROOT / "wasm/component/test")]

from host import Judge  # noqa: E402
from test_wasmtime import opened  # noqa: E402

ROUNDS = 5
AT_A_TIME = 20

# A report in types is put together in Python and takes long: so many cases stand for all of them.
SAMPLE = 20


def lines(folder: Path, name: str) -> list[str]:
    return (folder / name).read_text(encoding="utf-8").split("\n")[:-1]


def fastest(judge: Judge, function: str, cases: list[tuple[Any, ...]], read: Callable[[Any], Any]) -> int:
    """The fastest of some times for a few cases, added up over all."""
    call = judge.function(f"[method]engine.{function}")

    def time_of(part: list[tuple[Any, ...]]) -> int:
        start = time.perf_counter_ns()
        for case in part:
            read(call(*case))
        return time.perf_counter_ns() - start

    parts = (cases[first : first + AT_A_TIME] for first in range(0, len(cases), AT_A_TIME))
    return sum(min(time_of(part) for _ in range(ROUNDS)) for part in parts)


def main(folder: Path) -> None:
    judge = Judge()
    engines = [opened(judge, json.loads(line)) for line in lines(folder, "engines.txt")]
    cases = []
    for line in lines(folder, "cases.tsv"):
        engine, _, kind, as_of, payload = line.split("\t")
        cases.append((engines[int(engine)], kind, payload, as_of))
    for name, function, sample, read in (
        ("wasmtime-py, text", "check-canonical", cases, str),
        ("wasmtime-py, text and json.loads", "check-canonical", cases, json.loads),
        ("wasmtime-py, in types", "check", cases[:SAMPLE], id),
    ):
        print(name, fastest(judge, function, sample, read) * len(cases) // len(sample), sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
