"""Judges whether what a Chinese public body discloses, and when and how, meets the law.

>>> import gongkai
>>> engine = gongkai.Engine(profile="gansu-2016")
>>> record = {"decision_number": "甘农许〔2016〕3号", "decision_date": "2016-07-22",
...           "published": {"credit-gansu": "2016-08-05"}}
>>> engine.check("administrative-license", record, "2016-09-01").verdict
'breached'
"""

from ._engine import Engine, lint
from ._errors import CalendarError, Error, PackError, RecordError, RequestError
from ._native import CONTRACT, FUNCTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._results import (
        BatchReport as BatchReport,
        BudgetReport as BudgetReport,
        Catalogue as Catalogue,
        CollectionReport as CollectionReport,
        Deadline as Deadline,
        ExplainedRule as ExplainedRule,
        Form as Form,
        LintReport as LintReport,
        Masking as Masking,
        Report as Report,
        ScoreReport as ScoreReport,
        Screening as Screening,
        Version as Version,
    )
    from ._values import (
        Cited as Cited,
        Due as Due,
        DueBetween as DueBetween,
        DueState as DueState,
        Evidence as Evidence,
        Excluded as Excluded,
        ExplainedDay as ExplainedDay,
        Explanation as Explanation,
        Finding as Finding,
        Fix as Fix,
        FormField as FormField,
        FormOption as FormOption,
        GradeLine as GradeLine,
        GroupEvidence as GroupEvidence,
        GroupFinding as GroupFinding,
        Hit as Hit,
        IndicatorLine as IndicatorLine,
        Instrument as Instrument,
        Interval as Interval,
        KindLine as KindLine,
        KindSums as KindSums,
        Label as Label,
        MaskTally as MaskTally,
        NameLine as NameLine,
        NoteLine as NoteLine,
        Notice as Notice,
        OffBy as OffBy,
        Overridden as Overridden,
        PackLine as PackLine,
        PackStamp as PackStamp,
        Part as Part,
        Picture as Picture,
        PictureNode as PictureNode,
        ProfileLine as ProfileLine,
        Recognized as Recognized,
        Refusal as Refusal,
        Rounded as Rounded,
        RowFinding as RowFinding,
        RuleLine as RuleLine,
        RuleTally as RuleTally,
        SectionLine as SectionLine,
        SetLine as SetLine,
        Severity as Severity,
        Tally as Tally,
        Trouble as Trouble,
        Verdict as Verdict,
        VetoLine as VetoLine,
        Window as Window,
    )
else:

    def __getattr__(name):
        # Results load when the first is named or made, so that importing the package stays quick.
        if name in __all__:
            from . import _results, _values

            return getattr(_results, name, None) or getattr(_values, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "BatchReport",
    "BudgetReport",
    "CONTRACT",
    "CalendarError",
    "Catalogue",
    "Cited",
    "CollectionReport",
    "Deadline",
    "Due",
    "DueBetween",
    "DueState",
    "Engine",
    "Error",
    "Evidence",
    "Excluded",
    "ExplainedDay",
    "ExplainedRule",
    "Explanation",
    "FUNCTIONS",
    "Finding",
    "Fix",
    "Form",
    "FormField",
    "FormOption",
    "GradeLine",
    "GroupEvidence",
    "GroupFinding",
    "Hit",
    "IndicatorLine",
    "Instrument",
    "Interval",
    "KindLine",
    "KindSums",
    "Label",
    "LintReport",
    "MaskTally",
    "Masking",
    "NameLine",
    "NoteLine",
    "Notice",
    "OffBy",
    "Overridden",
    "PackError",
    "PackLine",
    "PackStamp",
    "Part",
    "Picture",
    "PictureNode",
    "ProfileLine",
    "Recognized",
    "RecordError",
    "Refusal",
    "Report",
    "RequestError",
    "Rounded",
    "RowFinding",
    "RuleLine",
    "RuleTally",
    "ScoreReport",
    "Screening",
    "SectionLine",
    "SetLine",
    "Severity",
    "Tally",
    "Trouble",
    "Verdict",
    "Version",
    "VetoLine",
    "Window",
    "lint",
]
