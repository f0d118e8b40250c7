"""The native half of the package; everything in it takes and gives bytes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from typing_extensions import Self, disjoint_base

__all__ = ["CONTRACT", "FUNCTIONS", "Engine", "lint", "member"]

CONTRACT: Final[int]
FUNCTIONS: Final[tuple[str, ...]]

@disjoint_base
class Engine:
    def __new__(cls, options: bytes, /) -> Self: ...
    @property
    def options(self) -> bytes: ...
    def call(self, name: str, request: bytes | None = None, /) -> bytes: ...
    def json(self, record: Mapping[str, object] | str | bytes, /) -> bytes: ...
    def check_record(
        self, kind: str, record: Mapping[str, object] | str | bytes, as_of: date | str, /
    ) -> bytes: ...
    def check_each(
        self,
        kind: str,
        records: Iterable[Mapping[str, object] | str | bytes],
        as_of: date | str,
        findings: int | None = None,
        /,
    ) -> bytes: ...
    def check_pairs(
        self,
        records: Iterable[tuple[str, Mapping[str, object] | str | bytes]],
        as_of: date | str,
        findings: int | None = None,
        /,
    ) -> bytes: ...
    def check_collection_lines(
        self, lines: bytes, as_of: date | str, findings: int | None = None, /
    ) -> bytes: ...
    def check_lines(
        self, kind: str, lines: bytes, as_of: date | str, findings: int | None = None, /
    ) -> bytes: ...

def lint(request: bytes, /) -> bytes: ...
def member(json: bytes, name: str, /) -> str | bytes | None: ...
