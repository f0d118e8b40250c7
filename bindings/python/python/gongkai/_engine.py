"""The engine: options in, typed reports out."""

from __future__ import annotations

from . import _frames, _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime
    from typing import Any, Callable, Union

    from typing_extensions import Self

    from ._frames import _Frame
    from ._results import (
        BatchReport,
        BudgetReport,
        Catalogue,
        CollectionReport,
        Deadline,
        ExplainedRule,
        Form,
        LintReport,
        Masking,
        Report,
        ScoreReport,
        Screening,
        Version,
    )
    from ._values import RuleTally, Tally

    _Record = Union[Mapping[str, object], str, bytes]
    _PackFile = tuple[str, str, str]

_RESPONSES: dict[str, Any] = {}


class Engine(_native.Engine):
    """Judges records by the built-in packs and those given.

    An engine never changes: threads may share it, and it can be pickled (it travels as its options and
    is built anew). The interpreter's lock is released while it judges.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        profile: str | None = None,
        known_at: date | str | None = None,
        packs: Iterable[_PackFile] = (),
        lists: Mapping[str, Iterable[tuple[str, str]]] | None = None,
        limits: Mapping[str, int] | None = None,
    ) -> Self:
        """An engine.

        ``profile`` chooses the packs; ``known_at`` forgets notices published later; ``packs`` are
        ``(name, text, "toml" or "json")``; ``lists`` give ``(code, name)`` for each supplied list;
        ``limits`` are ``bytes``, ``depth``, ``members``, ``text`` and ``number``.
        """
        options: dict[str, Any] = {}
        if profile is not None:
            options["profile"] = profile
        if known_at is not None:
            options["known_at"] = _text(known_at)
        options["packs"] = _files(packs)
        options["lists"] = [_list(name, entries) for name, entries in (lists or {}).items()]
        options["limits"] = dict(limits or {})
        return super().__new__(cls, _request(options))

    @classmethod
    def of(cls, options: bytes) -> Self:
        """An engine from options in JSON, as ``options`` of another engine."""
        return super().__new__(cls, options)

    def check(self, kind: str, record: _Record, as_of: date | str) -> Report:
        """Judges one record, given as a mapping or as JSON in text or UTF-8 bytes."""
        response: Report = _response("Report", self.check_record(kind, record, as_of))
        return response

    def check_many(
        self,
        kind: str,
        records: Iterable[_Record] | _Frame | str | bytes,
        as_of: date | str,
        *,
        findings: int | None = None,
    ) -> BatchReport:
        """Judges many records: an iterable of them, a data frame, or text or bytes with one JSON object a line.

        Counts are exact; of the findings the first 1,000 are kept, or as many as ``findings`` says.
        A record that cannot be read is among ``refusals`` and stops nothing.
        """
        if isinstance(records, str):
            records = records.encode("utf-8", "surrogatepass")
        if isinstance(records, bytes):
            raw = self.check_lines(kind, records, as_of, findings)
        else:
            each = _frames.records(records) if _frames.is_frame(records) else records
            raw = self.check_each(kind, each, as_of, findings)
        response: BatchReport = _response("BatchReport", raw)
        return response

    def check_collection(
        self,
        records: Iterable[tuple[str, _Record]] | str | bytes,
        as_of: date | str,
        *,
        findings: int | None = None,
    ) -> CollectionReport:
        """Judges records of several kinds together.

        The records are pairs of a kind and a record, or text or bytes with one ``{"kind", "record"}`` a line.
        """
        if isinstance(records, str):
            records = records.encode("utf-8", "surrogatepass")
        if isinstance(records, bytes):
            raw = self.check_collection_lines(records, as_of, findings)
        else:
            raw = self.check_pairs(records, as_of, findings)
        response: CollectionReport = _response("CollectionReport", raw)
        return response

    def score(
        self,
        set: str,
        tallies: Iterable[RuleTally],
        *,
        values: Mapping[str, str] | None = None,
        vetoes: Mapping[str, bool] | None = None,
        left_out: Iterable[str] = (),
        mode: str | None = None,
    ) -> ScoreReport:
        """Points by a set of indicators.

        ``tallies`` are the ``rules`` of a report on many records; ``values`` are the points, as decimals in
        text, of indicators that no rule computes; ``vetoes`` the facts by which all is failed; ``left_out``
        sections that do not count; ``mode`` says as what counts what is not known.
        """
        request = {
            "set": set,
            "tallies": [{"rule": tally.rule, "counts": _counts(tally.counts)} for tally in tallies],
            "values": dict(values or {}),
            "vetoes": dict(vetoes or {}),
            "left_out": list(left_out),
            "mode": mode,
        }
        response: ScoreReport = _response("ScoreReport", self.call("score", _request(request)))
        return response

    def check_budget(
        self,
        kind: str,
        record: _Record,
        as_of: date | str,
        *,
        tables: Iterable[Mapping[str, object] | _Frame] = (),
        pages: Iterable[tuple[int, str]] = (),
        earlier: Iterable[Mapping[str, object]] = (),
    ) -> BudgetReport:
        """Judges a budget or account: its record, its tables and its text.

        A table is ``{"caption": lines, "page": number, "rows": lists of cells}``, of which only ``rows`` must
        be given; a cell is a text, a number or ``None``. A data frame may stand for the rows, or for a table
        without a caption; the names of its columns are its headings. ``pages`` are ``(number, text)``.
        ``earlier`` are ``{"kind", "record", "tables"}`` of documents that the same publisher has published before;
        what is stated again is held against them.
        """
        rest = {
            "kind": kind,
            "as_of": _text(as_of),
            "tables": [_table(table) for table in tables],
            "pages": [{"page": page, "text": text} for page, text in pages],
            "earlier": [_document(document) for document in earlier],
        }
        request = self.json(rest)[:-1] + b', "record": ' + self.json(record) + b"}"
        response: BudgetReport = _response("BudgetReport", self.call("check_budget", request))
        return response

    def screen(
        self,
        text: str,
        as_of: date | str,
        *,
        format: str | None = None,
        audience: str | None = None,
        lists: Iterable[str] = (),
        offsets: str = "characters",
        hits: int | None = None,
    ) -> Screening:
        """What in a text may not go out.

        ``format`` is ``"text"`` or ``"html"``; ``audience`` is who will see it, everyone unless named;
        ``lists`` chooses what is looked for; ``offsets`` are those of Python's texts, or ``"bytes"`` or
        ``"utf16"``; of the hits the first 1,000 are shown, or as many as ``hits`` says.
        """
        options = {"format": format, "audience": audience, "offsets": offsets, "hits": hits}
        response: Screening = _response("Screening", self.call("screen", _look(text, as_of, lists, options)))
        return response

    def mask(
        self,
        text: str,
        as_of: date | str,
        *,
        format: str | None = None,
        audience: str | None = None,
        lists: Iterable[str] = (),
        offsets: str = "characters",
        hits: int | None = None,
    ) -> Masking:
        """A text or page with its masks, and what is left that no mask makes fit to go out.

        The tags of a page stay as they are.
        """
        options = {"format": format, "audience": audience, "offsets": offsets, "hits": hits}
        response: Masking = _response("Masking", self.call("mask", _look(text, as_of, lists, options)))
        return response

    def deadline(
        self,
        start: date | datetime | str,
        term: str,
        *,
        first_day_counts: bool = False,
        roll_forward: bool = False,
        explain: bool = False,
    ) -> Deadline:
        """The due day of a term such as ``"7 working days"``, with every day counted if asked for."""
        request = {
            "from": _text(start),
            "term": term,
            "first_day_counts": first_day_counts,
            "roll_forward": roll_forward,
            "explain": explain,
        }
        response: Deadline = _response("Deadline", self.call("deadline", _request(request)))
        return response

    def form(self, kind: str) -> Form:
        """A kind of record as the fields of a form."""
        response: Form = _response("Form", self.call("schema", _request({"kind": kind, "form": "fields"})))
        return response

    def json_schema(self, kind: str) -> dict[str, Any]:
        """A kind of record as JSON Schema 2020-12."""
        import json

        request = _request({"kind": kind, "form": "json-schema"})
        schema: dict[str, Any] = json.loads(self.call("schema", request))
        return schema

    def rules(self) -> Catalogue:
        """Every profile, pack, kind and rule."""
        response: Catalogue = _response("Catalogue", self.call("rules"))
        return response

    def explain(self, rule: str) -> ExplainedRule:
        """One rule beside its clause, by its id or code."""
        response: ExplainedRule = _response("ExplainedRule", self.call("explain", _request({"rule": rule})))
        return response

    def version(self) -> Version:
        """Versions and hashes of everything that takes part in a judgement."""
        response: Version = _response("Version", self.call("version"))
        return response

    def __reduce__(self) -> tuple[Callable[[bytes], Self], tuple[bytes]]:
        return type(self).of, (self.options,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.of({self.options!r})"


def lint(packs: Iterable[_PackFile]) -> LintReport:
    """Everything that is wrong with packs ``(name, text, "toml" or "json")``."""
    response: LintReport = _response("LintReport", _native.lint(_request({"packs": _files(packs)})))
    return response


def _response(name: str, raw: bytes) -> Any:
    """The response of a class by its name; the classes load with the first."""
    if not _RESPONSES:
        from . import _results

        _RESPONSES.update(vars(_results))
    return _RESPONSES[name].of(raw)


def _request(request: Mapping[str, object]) -> bytes:
    import json

    # Half characters go through as they are, and are refused with their code.
    return json.dumps(request, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _counts(tally: Tally) -> dict[str, int]:
    names = ("met", "breached", "pending", "undetermined", "not_applicable")
    return {name: getattr(tally, name) for name in names}


def _look(text: str, as_of: date | str, lists: Iterable[str], options: Mapping[str, object]) -> bytes:
    return _request({"text": text, "as_of": _text(as_of), "lists": list(lists), **options})


def _text(day: date | str) -> str:
    return day if isinstance(day, str) else day.isoformat()


def _document(document: Mapping[str, Any]) -> Mapping[str, object]:
    return {**document, "tables": [_table(table) for table in document.get("tables", ())]}


def _table(table: Any) -> Mapping[str, object]:
    """A table in JSON's own types, whether a data frame is all of it, or its rows."""
    if _frames.is_frame(table):
        return {"rows": _frames.table_rows(table)}
    if _frames.is_frame(rows := table.get("rows")):
        return {**table, "rows": _frames.table_rows(rows)}
    given: Mapping[str, object] = table
    return given


def _files(packs: Iterable[_PackFile]) -> Sequence[dict[str, str]]:
    return [{"name": name, "text": text, "format": kind} for name, text, kind in packs]


def _list(name: str, entries: Iterable[tuple[str, str]]) -> dict[str, object]:
    return {"list": name, "entries": [{"code": code, "name": title} for code, title in entries]}
