"""What the functions of the contract answer, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ._read import Response
from ._values import (
    Due,
    Explanation,
    Finding,
    FormField,
    GradeLine,
    GroupFinding,
    Hit,
    Instrument,
    Interval,
    KindLine,
    KindSums,
    Label,
    MaskTally,
    NoteLine,
    Overridden,
    PackLine,
    PackStamp,
    Picture,
    ProfileLine,
    Recognized,
    Refusal,
    Rounded,
    RowFinding,
    RuleLine,
    RuleTally,
    SectionLine,
    SetLine,
    Severity,
    Tally,
    Trouble,
    Verdict,
    VetoLine,
    Window,
)


@dataclass(frozen=True, eq=False, init=False)
class Judgement(Response):
    """By what was judged, so that it can be repeated."""

    engine: str
    profile: str
    packs: tuple[PackStamp, ...]
    calendar: str
    as_of: date
    known_at: date | None
    overrides: tuple[Overridden, ...]


@dataclass(frozen=True, eq=False, init=False)
class Report(Judgement):
    """What is said about one record. `not_judged` rules look at other records too: `check_collection` judges them."""

    kind: str
    record: str
    verdict: Verdict
    severity: Severity | None
    counts: Tally
    not_judged: int
    notes: tuple[NoteLine, ...]
    unknown: tuple[str, ...]
    repeated: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, eq=False, init=False)
class BatchReport(Judgement):
    """What many records amount to. `read` is `judged` and `refused` together.

    `not_judged` rules look at records of other kinds: `check_collection` judges them.
    """

    kind: str
    read: int
    judged: int
    refused: int
    records: Tally
    rules: tuple[RuleTally, ...]
    findings_total: int
    findings: tuple[RowFinding, ...]
    refusals: tuple[Refusal, ...]
    groups: tuple[GroupFinding, ...]
    not_judged: int


@dataclass(frozen=True, eq=False, init=False)
class CollectionReport(Judgement):
    """What records of several kinds amount to. `read` is `judged` and `refused` together."""

    read: int
    judged: int
    refused: int
    records: Tally
    kinds: dict[str, KindSums]
    rules: tuple[RuleTally, ...]
    findings_total: int
    findings: tuple[RowFinding, ...]
    groups_total: int
    groups: tuple[GroupFinding, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, eq=False, init=False)
class ScoreReport(Response):
    """What an assessment comes to; `grades` are those that are possible, best first."""

    set: str
    title: Label
    note: Label
    mode: str | None
    sections: tuple[SectionLine, ...]
    base: Interval
    bonus: Interval
    points: Interval
    vetoes: tuple[VetoLine, ...]
    grades: tuple[GradeLine, ...]


@dataclass(frozen=True, eq=False, init=False)
class BudgetReport(Report):
    """What is said about a budget or account, with its tables and its text."""

    rules: dict[str, Verdict]
    statements: tuple[Recognized, ...]
    aside: int
    sums: int
    rounded: tuple[Rounded, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, eq=False, init=False)
class Screening(Judgement):
    """What in a text may not go out; nothing where it is `clean`."""

    audience: str
    clean: bool
    hits: tuple[Hit, ...]
    hits_total: int


@dataclass(frozen=True, eq=False, init=False)
class Masking(Judgement):
    """A text with its masks, and what is left that no mask makes fit to go out."""

    audience: str
    text: str
    publishable: bool
    masked: tuple[MaskTally, ...]
    left: tuple[Hit, ...]
    left_total: int


@dataclass(frozen=True, eq=False, init=False)
class Deadline(Response):
    """A due day."""

    from_: str
    term: str
    term_label: Label
    due: Due
    due_time: str | None
    explanation: Explanation | None


@dataclass(frozen=True, eq=False, init=False)
class Form(Response):
    """A kind of record as the fields of a form."""

    kind: str
    title: Label
    fields: tuple[FormField, ...]


@dataclass(frozen=True, eq=False, init=False)
class Catalogue(Response):
    """Every profile, pack, kind, rule and set of indicators."""

    profile: str
    profiles: tuple[ProfileLine, ...]
    packs: tuple[PackLine, ...]
    kinds: tuple[KindLine, ...]
    rules: tuple[RuleLine, ...]
    sets: tuple[SetLine, ...]


@dataclass(frozen=True, eq=False, init=False)
class ExplainedRule(Response):
    """One rule, as written and with its clause."""

    id: str
    code: str
    title: Label
    pack: str
    clause: str
    applies_to: tuple[str, ...]
    severity: Severity
    in_force: Window
    active: bool
    instrument: Instrument
    heading: Label
    duty: Label
    rule: dict[str, Any]


@dataclass(frozen=True, eq=False, init=False)
class LintReport(Response):
    """Everything that is wrong with packs."""

    good: bool
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, eq=False, init=False)
class Version(Response):
    """Versions and hashes."""

    engine: str
    contract: int
    profile: str
    packs: tuple[PackStamp, ...]
    calendar: str
    calendar_years: tuple[int, ...]
