"""The parts that responses are made of, as frozen dataclasses."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ._read import read_fields, value

Verdict = Literal["not_applicable", "met", "pending", "undetermined", "breached"]
"""What a rule says about a record; later ones outweigh earlier ones."""

Severity = Literal["info", "warning", "breach"]
"""How heavily a breach weighs."""

DueState = Literal["on", "between", "needs_time", "out_of_range"]
"""The forms a due day has."""


@value
class Label:
    """A text in Chinese and in English."""

    zh: str
    en: str


@value
class PackStamp:
    """One pack, by content."""

    id: str
    version: str
    hash: str


@value
class Overridden:
    """One rule silenced or graded anew."""

    rule: str
    silenced: bool
    severity: Severity | None
    reason: Label


@value
class Tally:
    """How many rules, or records, have each verdict."""

    met: int
    breached: int
    pending: int
    undetermined: int
    not_applicable: int


@value
class Fix:
    """A safe edit; never made by the library itself."""

    value: str
    certainty: str


@value
class NoteLine:
    """What was normalized in one field."""

    path: str
    notes: tuple[Label, ...]
    fix: Fix | None


@value
class Cited:
    """Where a duty stands."""

    pack: str
    instrument: Label
    number: str | None
    clause: str
    also: tuple[str, ...]


@value
class OffBy:
    """A distance from a due day."""

    amount: int
    unit: str


@value
class Evidence:
    """One value that took part in the comparison; masked where it is personal."""

    path: str
    label: Label
    value: str | None


@value
class Finding:
    """What a rule says about a field of a record."""

    rule: str
    code: str
    title: Label
    cite: Cited
    verdict: Verdict
    severity: Severity
    path: str
    due: date | None
    happened: date | None
    off_by: OffBy | None
    message: Label
    remedy: Label
    fix: Fix | None
    evidence: tuple[Evidence, ...]
    affects: tuple[str, ...]
    fingerprint: str


@value
class RowFinding(Finding):
    """A finding and the record it is about; records are numbered from 1."""

    row: int
    kind: str | None
    record: str


@value
class GroupEvidence:
    """One value that took part in a comparison of records; masked where it is personal."""

    row: int
    path: str
    label: Label
    value: str | None


@value
class GroupFinding:
    """A finding about a record beside others, or about several of which the same is to be said."""

    rule: str
    code: str
    title: Label
    cite: Cited
    verdict: Verdict
    severity: Severity
    kind: str
    record: str
    count: int
    rows: tuple[int, ...]
    others: tuple[int, ...]
    path: str
    due: date | None
    message: Label
    remedy: Label
    evidence: tuple[GroupEvidence, ...]
    fingerprint: str


@value
class RuleTally:
    """How many records one rule gave each verdict."""

    rule: str
    counts: Tally


@value
class Trouble:
    """An error that stands in a response."""

    code: int
    name: str
    message: str
    place: str | None
    line: int | None
    offset: int | None
    remedy: str


@value
class Refusal:
    """A record that could not be judged, and why."""

    row: int
    error: Trouble


@value
class KindSums:
    """How many records of one kind were judged, and with what verdicts."""

    judged: int
    records: Tally


@value
class Interval:
    """Between two decimals, both included; equal where everything is known."""

    low: str
    high: str


@value
class Excluded:
    """Records that an indicator does not count."""

    not_due: int
    not_yet_due: int
    unknown: int


@value
class IndicatorLine:
    """The points of an indicator, and the records they come from."""

    id: str
    title: Label
    weight: str | None
    deduct: str | None
    numerator: int
    denominator: int
    excluded: Excluded
    rate: Interval | None
    points: Interval
    rules: tuple[str, ...]


@value
class SectionLine:
    """The points of a section of indicators."""

    id: str
    title: Label
    weight: str
    bonus: bool
    left_out: bool
    indicators: tuple[IndicatorLine, ...]
    bounded: Interval
    points: Interval


@value
class VetoLine:
    """A fact by which all is failed; `holds` is absent where it is not known."""

    id: str
    title: Label
    holds: bool | None
    rules: tuple[str, ...]


@value
class GradeLine:
    """A grade that is possible."""

    id: str
    title: Label


@value
class Hit:
    """What stands in a text and may not go out; ``text`` is absent where it is personal."""

    list: str
    entry: str
    matter: Label
    ground: str | None
    basis: str
    start: int
    end: int
    text: str | None
    mention: bool
    parted: bool
    hidden: bool
    maskable: bool


@value
class MaskTally:
    """What was masked, and how often."""

    list: str
    entry: str
    count: int


@value
class Recognized:
    """A table of a budget or account that was recognized."""

    table: int
    statement: str
    title: Label
    unit: Label | None
    rows: int
    amounts: int
    skipped: int


@value
class Rounded:
    """A sum that comes out within rounding; the difference is in yuan."""

    sum: Label
    difference: str


@value
class PictureNode:
    """A row of a picture: its level, the total having 0, and its amount in yuan."""

    level: int
    code: int | None
    name: str
    amount: str | None
    findings: tuple[str, ...]


@value
class Picture:
    """What a document spends, as a tree: each row after the one it is part of."""

    statement: str
    title: Label
    column: Label
    nodes: tuple[PictureNode, ...]


@value
class Window:
    """A period of days, both ends included; an absent end is open."""

    from_: date | None
    until: date | None


@value
class Notice:
    """A notice that arranges days off."""

    id: str
    number: str | None
    dated: date | None
    published: date | None
    url: str | None
    confidence: str
    amends: str | None
    note: Label | None


@value
class ExplainedDay:
    """What one day is in the count of a term."""

    day: date
    status: str
    role: str
    nth: int | None
    holiday: Label | None
    notice: str | None


@value
class DueBetween:
    """The days a due day may fall on while a notice is missing."""

    earliest: date
    latest: date
    year: int


@value
class Due:
    """What is known of a due day; `state` names which of its forms it has."""

    state: DueState
    on: date | None
    between: DueBetween | None

    @classmethod
    def _read(cls, fields: Any) -> Due:
        if isinstance(fields, str):
            fields = {fields: None}
        return cls(**{**read_fields(cls, fields), "state": next(iter(fields))})


@value
class Explanation:
    """Why a term ends on its day: every day counted or passed over."""

    due: Due
    days: tuple[ExplainedDay, ...]
    truncated: bool
    notices: tuple[Notice, ...]


@value
class ProfileLine:
    """One profile."""

    id: str
    title: Label
    default: bool
    packs: tuple[str, ...]


@value
class PackLine:
    """One pack."""

    id: str
    version: str
    hash: str
    title: Label
    number: str
    in_force: Window


@value
class KindLine:
    """One kind of record."""

    id: str
    title: Label
    routes: tuple[str, ...]


@value
class RuleLine:
    """One rule; `active` where this engine judges by it."""

    id: str
    code: str
    title: Label
    pack: str
    clause: str
    applies_to: tuple[str, ...]
    severity: Severity
    in_force: Window
    active: bool


@value
class Instrument:
    """The document a rule stands in."""

    issuer: Label
    number: str
    dated: date | None
    note: Label


@value
class FormOption:
    """One choice of a code field."""

    code: str
    label: Label


@value
class FormField:
    """One field of a form."""

    id: str
    path: str
    label: Label
    type: str
    required: bool
    sensitive: bool
    help: Label | None
    channel: str | None
    options: tuple[FormOption, ...]
    columns: tuple[str, ...]
