"""The component under wasmtime: no imports, every case that all doors answer, and the example of each host."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from wasmtime import Trap, WasmtimeError

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples/component"
sys.path.insert(0, str(EXAMPLES))

from host import Failure, Judge, record  # noqa: E402


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


def opened(judge: Judge, options: dict[str, object]) -> object:
    lists = [
        record(list=each["list"], entries=[record(**entry) for entry in each["entries"]])
        for each in options.get("lists", [])
    ]
    packs = [record(name=pack["name"], text=pack["text"]) for pack in options.get("packs", [])]
    given = record(
        profile=options.get("profile"), known_at=options.get("known_at"), packs=packs, lists=lists, limits=None
    )
    return judge.call("[static]engine.open", given)


def answer(judge: Judge, engine: object, name: str, kind: str, as_of: str, payload: str) -> str:
    if name == "check_record":
        return judge.call("[method]engine.check-canonical", engine, kind, payload, as_of)
    if name == "check_lines":
        lines = payload.replace("␤", "\n").encode()
        return judge.call("[method]engine.check-lines-canonical", engine, kind, lines, as_of)
    if name == "check_collection_lines":
        lines = payload.replace("␤", "\n").encode()
        return judge.call("[method]engine.check-collection-lines-canonical", engine, lines, as_of)
    return judge.call("[method]engine.request-canonical", engine, name, payload.encode())


def lines(name: str) -> list[str]:
    return (ROOT / "target/evidence" / name).read_text(encoding="utf-8").split("\n")[:-1]


def test_nothing_is_imported(judge: Judge) -> None:
    assert list(judge.component.type.imports(judge.engine)) == []


def test_the_answers_are_those_of_the_core(judge: Judge) -> None:
    engines = [opened(judge, json.loads(line)) for line in lines("engines.txt")]
    cases, expected = lines("cases.tsv"), lines("expected.txt")
    assert len(cases) > 10_000
    for case, want in zip(cases, expected, strict=True):
        engine, *call = case.split("\t")
        try:
            got = "=" + answer(judge, engines[int(engine)], *call)
        except Failure as failed:
            given = {name: value for name, value in vars(failed.failure).items() if value is not None}
            got = "!" + json.dumps(given, ensure_ascii=False, separators=(",", ":"))
        assert got == want, case


def test_where_memory_runs_out_the_instance_is_lost_and_a_fresh_one_answers(judge: Judge) -> None:
    def answered(judge: Judge) -> str:
        return answer(judge, opened(judge, {}), "check_record", "administrative-license", "2016-09-01", "{}")

    small = Judge()
    small.store.set_limits(memory_size=32 << 20)
    sound = answered(small)
    engine = opened(small, {})
    with pytest.raises((Trap, WasmtimeError)):
        small.call("[method]engine.check-canonical", engine, "x" * (64 << 20), b"{}", "2016-09-01")
    with pytest.raises((Trap, WasmtimeError)):
        answered(small)
    assert answered(judge) == sound


def test_the_hosts_of_the_examples_say_the_same() -> None:
    python = subprocess.check_output([sys.executable, EXAMPLES / "host.py"], text=True)
    node = subprocess.check_output(["node", EXAMPLES / "host.mjs"], text=True)
    assert python == node
    assert "GA07-1 2016-08-02 2016-08-05" in python and "逾期3个工作日" in python


def test_the_readme_shows_what_they_say() -> None:
    shown = (ROOT / "wasm/component/README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert shown == subprocess.check_output([sys.executable, EXAMPLES / "host.py"], text=True)
