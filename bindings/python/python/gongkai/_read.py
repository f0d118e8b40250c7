"""Frozen dataclasses that read their fields from canonical JSON when they are asked for."""

from __future__ import annotations

import dataclasses
import datetime
import json

from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional

from ._native import member

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda cls: cls


Reader = Callable[[Any], Any]


class _Field(NamedTuple):
    """How one field is read: what it is called in JSON, whether it holds many, and what reads one."""

    key: str
    many: bool
    reader: Optional[Reader]

    def read(self, given: Any) -> Any:
        if given is None:
            return () if self.many else None
        if self.many:
            return tuple(given if self.reader is None else map(self.reader, given))
        return given if self.reader is None else self.reader(given)


_CLASSES: dict[str, type[Value]] = {}
_FIELDS: dict[type[Any], dict[str, _Field]] = {}
_PLAIN = ("str", "int", "bool", "dict[str, Any]", "dict[str, Verdict]", "Verdict", "Severity", "DueState")


class _Reading:
    """Reads each field when it is first asked for."""

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            # Reached only for what is not read yet: fields, and names that do not exist.
            field = _fields(type(self)).get(name)
            if field is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            value = self.__dict__[name] = field.read(self._member(field.key))
            return value


@dataclass_transform(frozen_default=True)
class Value(_Reading):
    """A part of a response."""

    def __init_subclass__(cls) -> None:
        _CLASSES[cls.__name__] = dataclasses.dataclass(frozen=True)(cls)

    @classmethod
    def _of(cls, given: Any) -> Self:
        value = cls.__new__(cls)
        value.__dict__["_given"] = given
        return value

    def _member(self, key: str) -> Any:
        return self.__dict__["_given"].get(key)


class Response(_Reading):
    """A whole response, and its canonical bytes."""

    raw: bytes

    @classmethod
    def of(cls, raw: bytes) -> Self:
        """The response these canonical bytes are; fields this version does not know stay in ``raw`` alone."""
        response = cls.__new__(cls)
        response.__dict__["raw"] = raw
        return response

    def _member(self, key: str) -> Any:
        given = member(self.raw, key)
        return json.loads(given) if isinstance(given, bytes) else given

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __reduce__(self) -> tuple[Callable[[bytes], Self], tuple[bytes]]:
        return type(self).of, (self.raw,)


def _fields(cls: type[Any]) -> dict[str, _Field]:
    if cls not in _FIELDS:
        _FIELDS[cls] = {field.name: _field(field) for field in dataclasses.fields(cls) if field.name != "raw"}
    return _FIELDS[cls]


def _field(field: dataclasses.Field[Any]) -> _Field:
    # A name that Python reserves ends in `_`.
    key = field.name.rstrip("_")
    kind = str(field.type).removesuffix(" | None")
    if kind.startswith("tuple["):
        return _Field(key, True, _reader(kind.removeprefix("tuple[").removesuffix(", ...]")))
    return _Field(key, False, _reader(kind))


def _reader(kind: str) -> Optional[Reader]:
    """What reads one of a type; nothing where it is as JSON has it."""
    if kind in _PLAIN:
        return None
    if kind == "date":
        return datetime.date.fromisoformat
    if kind.startswith("dict[str, "):
        one = _CLASSES[kind.removeprefix("dict[str, ").removesuffix("]")]._of
        return lambda given: {name: one(item) for name, item in given.items()}
    return _CLASSES[kind]._of
