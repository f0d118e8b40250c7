"""The parts that responses are made of, as frozen dataclasses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from ._read import Value

if TYPE_CHECKING:
    from typing_extensions import Self

Verdict = Literal["not_applicable", "met", "pending", "undetermined", "breached"]
"""What a rule says about a record; later ones outweigh earlier ones."""

Severity = Literal["info", "warning", "breach"]
"""How heavily a breach weighs."""

DueState = Literal["on", "between", "needs_time", "out_of_range"]
"""The forms a due day has."""


class Label(Value):
    """A text in Chinese and in English."""

    zh: str
    en: str


class PackStamp(Value):
    """One pack, by content."""

    id: str
    version: str
    hash: str


class Overridden(Value):
    """One rule silenced or graded anew."""

    rule: str
    silenced: bool
    severity: Severity | None
    reason: Label


class Tally(Value):
    """How many rules, or records, have each verdict."""

    met: int
    breached: int
    pending: int
    undetermined: int
    not_applicable: int


class Part(Value):
    """A part of a field's text, in characters."""

    start: int
    end: int


class Fix(Value):
    """A safe edit of a field, or of a part of it; never made by the library itself."""

    value: str
    certainty: str
    part: Part | None


class NoteLine(Value):
    """What was normalized in one field."""

    path: str
    notes: tuple[Label, ...]
    fix: Fix | None


class Cited(Value):
    """Where a duty stands."""

    pack: str
    instrument: Label
    number: str | None
    clause: str
    also: tuple[str, ...]


class OffBy(Value):
    """A distance from a due day."""

    amount: int
    unit: str


class Evidence(Value):
    """One value that took part in the comparison; masked where it is personal."""

    path: str
    label: Label
    value: str | None


class Finding(Value):
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


class RowFinding(Finding):
    """A finding and the record it is about; records are numbered from 1."""

    row: int
    kind: str
    record: str


class GroupEvidence(Value):
    """One value that took part in a comparison of records; masked where it is personal."""

    row: int
    path: str
    label: Label
    value: str | None


class GroupFinding(Value):
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


class RuleTally(Value):
    """How many records one rule gave each verdict."""

    rule: str
    counts: Tally


class Trouble(Value):
    """An error that stands in a response."""

    code: int
    name: str
    message: str
    place: str | None
    line: int | None
    offset: int | None
    remedy: str


class Refusal(Value):
    """A record that could not be judged, and why."""

    row: int
    error: Trouble


class KindSums(Value):
    """How many records of one kind were judged, and with what verdicts."""

    judged: int
    records: Tally


class Interval(Value):
    """Between two decimals, both included; equal where everything is known."""

    low: str
    high: str


class Excluded(Value):
    """Records that an indicator does not count."""

    not_due: int
    not_yet_due: int
    unknown: int


class IndicatorLine(Value):
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


class SectionLine(Value):
    """The points of a section of indicators."""

    id: str
    title: Label
    weight: str
    bonus: bool
    left_out: bool
    indicators: tuple[IndicatorLine, ...]
    bounded: Interval
    points: Interval


class VetoLine(Value):
    """A fact by which all is failed; `holds` is absent where it is not known."""

    id: str
    title: Label
    holds: bool | None
    rules: tuple[str, ...]


class GradeLine(Value):
    """A grade that is possible."""

    id: str
    title: Label


class Hit(Value):
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


class MaskTally(Value):
    """What was masked, and how often."""

    list: str
    entry: str
    count: int


class Recognized(Value):
    """A table of a budget or account that was recognized."""

    table: int
    statement: str
    title: Label
    unit: Label | None
    rows: int
    amounts: int
    skipped: int


class Rounded(Value):
    """A sum that comes out within rounding; the difference is in yuan."""

    sum: Label
    difference: str


class PictureNode(Value):
    """A row of a picture: its level, the total having 0, and its amount in yuan."""

    level: int
    code: int | None
    name: str
    amount: str | None
    findings: tuple[str, ...]


class Picture(Value):
    """What a document spends, as a tree: each row after the one it is part of."""

    statement: str
    title: Label
    column: Label
    nodes: tuple[PictureNode, ...]


class Window(Value):
    """A period of days, both ends included; an absent end is open."""

    from_: date | None
    until: date | None


class Notice(Value):
    """A notice that arranges days off."""

    id: str
    number: str | None
    dated: date | None
    published: date | None
    url: str | None
    confidence: str
    amends: str | None
    note: Label | None


class ExplainedDay(Value):
    """What one day is in the count of a term."""

    day: date
    status: str
    role: str
    nth: int | None
    holiday: Label | None
    notice: str | None


class DueBetween(Value):
    """The days a due day may fall on while a notice is missing."""

    earliest: date
    latest: date
    year: int


class Due(Value):
    """What is known of a due day; `state` names which of its forms it has."""

    state: DueState
    on: date | None
    between: DueBetween | None

    @classmethod
    def _of(cls, given: Any) -> Self:
        if isinstance(given, str):
            given = {given: None}
        return super()._of({**given, "state": next(iter(given))})


class Explanation(Value):
    """Why a term ends on its day: every day counted or passed over."""

    due: Due
    days: tuple[ExplainedDay, ...]
    truncated: bool
    notices: tuple[Notice, ...]


class ProfileLine(Value):
    """One profile."""

    id: str
    title: Label
    default: bool
    packs: tuple[str, ...]


class PackLine(Value):
    """One pack."""

    id: str
    version: str
    hash: str
    title: Label
    number: str
    in_force: Window


class KindLine(Value):
    """One kind of record."""

    id: str
    title: Label
    routes: tuple[str, ...]


class RuleLine(Value):
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


class NameLine(Value):
    """A thing by its id and title."""

    id: str
    title: Label


class SetLine(Value):
    """One set of indicators; the points of those in `by_hand` come with the request."""

    id: str
    title: Label
    pack: str
    clause: str
    total: str
    modes: tuple[NameLine, ...]
    by_hand: tuple[NameLine, ...]


class Instrument(Value):
    """The document a rule stands in."""

    issuer: Label
    number: str
    dated: date | None
    note: Label


class FormOption(Value):
    """One choice of a code field."""

    code: str
    label: Label


class FormField(Value):
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
