"""What is raised when something could not be judged. What is wrong with a record is a finding."""

from __future__ import annotations


class Error(Exception):
    """Something could not be judged: why, where, and what to do."""

    code: int
    """Stable number; the hundreds name the group."""
    name: str
    """Stable name, such as ``record-syntax``."""
    message: str
    """What is wrong, free of personal data."""
    remedy: str
    """What to do."""
    place: str
    """File, field or path; empty where there is none."""
    line: int | None
    """Line, from 1, in a text that has lines."""
    offset: int | None
    """Byte, from 0, in a record."""
    raw: bytes
    """The canonical bytes."""

    def __init__(self, raw: bytes, text: str) -> None:
        """An error from its canonical bytes and its text for a reader."""
        import json

        super().__init__(raw, text)
        fields = json.loads(raw)
        self.raw = raw
        self.code = fields["code"]
        self.name = fields["name"]
        self.message = fields["message"]
        self.remedy = fields["remedy"]
        self.place = fields.get("place", "")
        self.line = fields.get("line")
        self.offset = fields.get("offset")

    def __str__(self) -> str:
        return str(self.args[1])


class PackError(Error):
    """A pack cannot be used (101 to 199)."""


class CalendarError(Error):
    """A calendar file cannot be used (201 to 299)."""


class RecordError(Error):
    """A record cannot be read (301 to 399)."""


class RequestError(Error):
    """A request asks for what does not exist, or is not as described (401 to 499)."""


_GROUPS = {1: PackError, 2: CalendarError, 3: RecordError, 4: RequestError}


def of(raw: bytes, text: str) -> Error:
    """The exception for canonical bytes, of the class of its group."""
    error = Error(raw, text)
    return _GROUPS.get(error.code // 100, Error)(raw, text)
