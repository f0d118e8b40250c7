"""Reads canonical JSON into frozen dataclasses, by the annotations of their fields."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sys

from typing import TYPE_CHECKING, Any, Callable, Optional, TypeVar

T = TypeVar("T")
Reader = Callable[[Any], Any]

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform

    @dataclass_transform(frozen_default=True)
    def value(cls: type[T]) -> type[T]:
        """A frozen dataclass."""
        return cls

else:
    _SLOTS = {"slots": True} if sys.version_info >= (3, 10) else {}

    def value(cls):
        """A frozen dataclass that takes little room."""
        cls = dataclasses.dataclass(frozen=True, **_SLOTS)(cls)
        _CLASSES[cls.__name__] = cls
        return cls


_CLASSES: dict[str, type[Any]] = {}
_READERS: dict[type[Any], list[tuple[str, bool, Optional[Reader]]]] = {}
_PLAIN = ("str", "int", "bool", "dict[str, Any]", "dict[str, Verdict]", "Verdict", "Severity", "DueState")


class Response:
    """A whole response: its canonical bytes, read when the first field is asked for."""

    raw: bytes

    @classmethod
    def of(cls, raw: bytes) -> Self:
        """The response these canonical bytes are; fields this version does not know stay in ``raw`` alone."""
        response = cls.__new__(cls)
        object.__setattr__(response, "raw", raw)
        return response

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            # Reached only for what is not read yet: the fields, and names that do not exist.
            if name.startswith("_") or name == "raw":
                raise AttributeError(name)
            fields = self.__dict__
            if len(fields) == 1:
                fields.update(read_fields(type(self), json.loads(fields["raw"])))
            try:
                return fields[name]
            except KeyError:
                raise AttributeError(
                    f"{type(self).__name__!r} object has no attribute {name!r}"
                ) from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __reduce__(self) -> tuple[Callable[[bytes], Self], tuple[bytes]]:
        return type(self).of, (self.raw,)


def read_fields(cls: type[Any], fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a class, read from a JSON object."""
    if cls not in _READERS:
        _READERS[cls] = [_plan(field) for field in dataclasses.fields(cls) if field.name != "raw"]
    read = {}
    for name, many, reader in _READERS[cls]:
        given = fields.get(name.rstrip("_"))
        if given is None:
            read[name] = () if many else None
        elif many:
            read[name] = tuple(given if reader is None else map(reader, given))
        else:
            read[name] = given if reader is None else reader(given)
    return read


def _plan(field: dataclasses.Field[Any]) -> tuple[str, bool, Optional[Reader]]:
    """Name of a field, whether it holds many, and what reads one."""
    kind = str(field.type)
    if kind.endswith(" | None"):
        kind = kind[: -len(" | None")]
    if kind.startswith("dict[str, ") and kind not in _PLAIN:
        cls = _CLASSES[kind[len("dict[str, ") : -1]]
        return field.name, False, lambda given: {name: cls(**read_fields(cls, item)) for name, item in given.items()}
    many = kind.startswith("tuple[") and kind.endswith(", ...]")
    if many:
        kind = kind[len("tuple[") : -len(", ...]")]
    return field.name, many, _reader(kind)


def _reader(kind: str) -> Optional[Reader]:
    if kind in _PLAIN:
        return None
    if kind == "date":
        return datetime.date.fromisoformat
    cls = _CLASSES[kind]
    return getattr(cls, "_read", None) or (lambda fields: cls(**read_fields(cls, fields)))
