"""A host in Python: `python examples/component/host.py`, after `make component`; needs the package wasmtime."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from wasmtime import Engine, Store
from wasmtime.component import Component, Linker, Record, Variant

COMPONENT = Path(__file__).parents[2] / "target/component/gongkai.wasm"


class Judge:
    """The interface `judge` of the component: functions by their names in the WIT file."""

    def __init__(self, path: Path = COMPONENT) -> None:
        self.engine = Engine()
        self.store = Store(self.engine)
        self.component = Component.from_file(self.engine, str(path))
        # Nothing is defined in the linker, because nothing is imported.
        self.instance = Linker(self.engine).instantiate(self.store, self.component)
        self.interface = self.instance.get_export_index(self.store, "gongkai:rules/judge@0.1.0")

    def function(self, name: str) -> Callable[..., Any]:
        """A function; what it gives is tagged `ok` or `err`, and a failure is raised."""
        index = self.instance.get_export_index(self.store, name, self.interface)
        function = self.instance.get_func(self.store, index)

        def call(*values: Any) -> Any:
            given = function(self.store, *values)
            failed = given if isinstance(given, Record) and hasattr(given, "remedy") else None
            if isinstance(given, Variant):
                failed, given = (given.payload, None) if given.tag == "err" else (None, given.payload)
            if failed is not None:
                raise Failure(failed)
            return given

        return call

    def call(self, name: str, *values: Any) -> Any:
        """Calls a function once."""
        return self.function(name)(*values)


class Failure(Exception):
    """Nothing could be judged."""

    def __init__(self, failure: Record) -> None:
        super().__init__(f"{failure.name} ({failure.code}): {failure.message}; {failure.remedy}")
        self.failure = failure


def record(**fields: Any) -> Record:
    """A record of the WIT file; `-` in its names is written `_`."""
    made = Record()
    for name, value in fields.items():
        setattr(made, name.replace("_", "-"), value)
    return made


def main() -> None:
    """Judges one license and prints what is late."""
    judge = Judge()
    options = record(profile="gansu-2016", known_at=None, packs=[], lists=[], limits=None)
    engine = judge.call("[static]engine.open", options)
    item = '{"decision_number": "甘农许〔2016〕3号", "decision_date": "2016-07-22", "published": {"credit-gansu": "2016-08-05"}}'
    report = judge.call("[method]engine.check", engine, "administrative-license", item, "2016-09-01")
    for finding in report.findings:
        if finding.due:
            print(finding.code, finding.due, finding.happened or "-", finding.message.zh)


if __name__ == "__main__":
    main()
