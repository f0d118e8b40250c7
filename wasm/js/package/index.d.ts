// What the browser door offers; the shapes are those of the contract, field by field.

/** Starts the module once; calls before that are refused. Without a source the module beside the script is taken. */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
export default init;
/** Starts the module from bytes or a compiled module that are already here. */
export function initSync(module: BufferSource | WebAssembly.Module): void;
/** Everything that is wrong with packs from outside. */
export function lint(packs: readonly PackFile[]): Lint;

export type ModuleSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;
/** `YYYY-MM-DD`. */
export type Day = string;
/** A record: an object, or JSON as text or as bytes in UTF-8. */
export type RecordInput = object | string | Uint8Array;

/**
 * Starts the module if need be, and opens an engine. For the module of `gongkai/form`, `kind` says which kind of
 * record is judged; its extract of the packs is loaded from the folder `extracts` beside the script, unless it is given.
 */
export function createEngine(
  options?: Options & { readonly kind?: string },
  from?: { readonly module?: ModuleSource | Promise<ModuleSource>; readonly extract?: ExtractSource | Promise<ExtractSource> },
): Promise<Engine>;
export type ExtractSource = string | URL | Request | Response | ArrayBuffer | Uint8Array;

/** Judges records by the packs of one profile; with an extract of the packs, records of its kind alone. */
export class Engine {
  constructor(options?: Options, extract?: Uint8Array);
  /** Judges one record. A `Date` stands for the day in China on which it lies. */
  check(kind: string, record: RecordInput, asOf: Day | Date): Report;
  /** Judges one record; the canonical bytes of the report. */
  checkRaw(kind: string, record: RecordInput, asOf: Day | Date): Uint8Array;
  /** Judges many records of one kind. */
  checkMany(kind: string, records: Iterable<RecordInput>, asOf: Day | Date, options?: { findings?: number }): BatchReport;
  /** Judges many records of one kind, one a line. */
  checkLines(kind: string, lines: string | Uint8Array, asOf: Day | Date): BatchReport;
  /** Judges records of several kinds together. */
  checkCollection(records: Iterable<{ readonly kind: string; readonly record: RecordInput }>, asOf: Day | Date, options?: { findings?: number }): CollectionReport;
  /** Judges records of several kinds together, one `{"kind", "record"}` a line. */
  checkCollectionLines(lines: string | Uint8Array, asOf: Day | Date): CollectionReport;
  /** Points by a set of indicators. */
  score(request: ScoreRequest): ScoreReport;
  /** Judges a budget or account with its tables and its text. */
  checkBudget(kind: string, record: RecordInput, asOf: Day | Date, document?: BudgetDocument): BudgetReport;
  /** What in a text may not go out. */
  screen(text: string, asOf: Day | Date, options?: ScreenOptions & { readonly format?: 'text' | 'html' }): Screening;
  /** A text or page with its masks, and what is left that no mask makes fit to go out. */
  mask(text: string, asOf: Day | Date, options?: ScreenOptions & { readonly format?: 'text' | 'html' }): Masking;
  /** The due day of a term. */
  deadline(request: DeadlineRequest): Deadline;
  /** The fields of a kind of record, in the order of a form. */
  schema(kind: string, form?: 'fields'): Form;
  /** The fields of a kind of record as JSON Schema 2020-12. */
  schema(kind: string, form: 'json-schema'): { readonly [key: string]: unknown };
  /** Profiles, packs, kinds and rules. */
  rules(): Catalogue;
  /** One rule, by its id or code, beside its clause. */
  explain(rule: string): ExplainedRule;
  /** Versions and hashes. */
  version(): Version;
  /** Everything that is wrong with packs from outside. */
  lint(packs: readonly PackFile[]): Lint;
  /** Calls a function of the contract by its name: a request in JSON, the canonical bytes of the answer. */
  request(name: ContractFunction, request: string | Uint8Array): Uint8Array;
  /** Gives the memory back; every later call is refused. */
  free(): void;
}

export type ContractFunction =
  | 'check' | 'check_many' | 'check_collection' | 'score' | 'check_budget' | 'screen' | 'mask' | 'deadline' | 'schema' | 'rules' | 'explain' | 'lint' | 'version';

/** Why something could not be judged, where, and what to do. */
export class GongkaiError extends Error {
  readonly name: 'GongkaiError';
  /** Number of the error; never reused. */
  readonly code: number;
  /** Name of the error in kebab case. */
  readonly codeName: string;
  /** What to do about it. */
  readonly remedy: string;
  /** File, field or place in the request. */
  readonly place?: string;
  /** Line, counted from 1. */
  readonly line?: number;
  /** Byte, counted from 0. */
  readonly offset?: number;
}

export interface Options {
  readonly profile?: string;
  readonly known_at?: Day;
  readonly packs?: readonly PackFile[];
  readonly lists?: readonly { readonly list: string; readonly entries: readonly { readonly code: string; readonly name: string }[] }[];
  readonly limits?: { readonly bytes?: number; readonly depth?: number; readonly members?: number; readonly text?: number; readonly number?: number };
}

/** A file of a pack; this door reads packs in JSON. */
export interface PackFile { readonly name: string; readonly text: string; readonly format: 'json' }

export interface Label { readonly zh: string; readonly en: string }
export type Verdict = 'not_applicable' | 'met' | 'pending' | 'undetermined' | 'breached';
export type Severity = 'info' | 'warning' | 'breach';
export interface Tally {
  readonly met: number;
  readonly breached: number;
  readonly pending: number;
  readonly undetermined: number;
  readonly not_applicable: number;
}

export interface PackStamp { readonly id: string; readonly version: string; readonly hash: string }

/** By what something was judged. */
export interface Header {
  readonly engine: string;
  readonly profile: string;
  readonly packs: readonly PackStamp[];
  readonly calendar: string;
  readonly as_of: Day;
  readonly known_at?: Day;
  readonly overrides: readonly { readonly rule: string; readonly silenced: boolean; readonly severity?: Severity; readonly reason: Label }[];
}

/** The report on one record. */
export interface Report extends Header {
  readonly kind: string;
  readonly record: string;
  readonly verdict: Verdict;
  readonly severity?: Severity;
  readonly counts: Tally;
  /** How many rules look at other records too; they are judged where those come along. */
  readonly not_judged: number;
  readonly notes: readonly { readonly path: string; readonly notes: readonly Label[]; readonly fix?: Fix }[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  readonly findings: readonly Finding[];
}

/** An edit of a field, or of a part of its text, counted in characters. */
export interface Fix {
  readonly value: string;
  readonly certainty: 'safe' | 'guess';
  readonly part?: { readonly start: number; readonly end: number };
}
export interface Cited {
  readonly pack: string;
  readonly instrument: Label;
  readonly number?: string;
  readonly clause: string;
  readonly also?: readonly string[];
}

/** What a rule says about a field of a record. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly title: Label;
  readonly cite: Cited;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** JSON Pointer to the field; empty for the record as a whole. */
  readonly path: string;
  readonly due?: Day;
  readonly happened?: Day;
  readonly off_by?: { readonly amount: number; readonly unit: string };
  readonly message: Label;
  readonly remedy: Label;
  readonly fix?: Fix;
  readonly evidence: readonly { readonly path: string; readonly label: Label; readonly value?: string }[];
  readonly affects?: readonly string[];
  readonly fingerprint: string;
}

/** The failure of one record among many. */
export interface Failure {
  readonly code: number;
  readonly name: string;
  readonly message: string;
  readonly place?: string;
  readonly line?: number;
  readonly offset?: number;
  readonly remedy: string;
}

/** The report on many records. */
export interface BatchReport extends Header {
  readonly kind: string;
  readonly read: number;
  readonly judged: number;
  readonly refused: number;
  readonly records: Tally;
  readonly rules: readonly { readonly rule: string; readonly counts: Tally }[];
  readonly findings_total: number;
  readonly findings: readonly RowFinding[];
  readonly refusals: readonly { readonly row: number; readonly error: Failure }[];
  readonly groups: readonly GroupFinding[];
  /** How many rules look at records of other kinds, which are not here. */
  readonly not_judged: number;
}

/** A finding and the record it is about; its kind where records of several kinds are judged together. */
export interface RowFinding extends Finding { readonly row: number; readonly kind: string; readonly record: string }

/** The report on records of several kinds. */
export interface CollectionReport extends Header {
  readonly read: number;
  readonly judged: number;
  readonly refused: number;
  readonly records: Tally;
  readonly kinds: { readonly [kind: string]: { readonly judged: number; readonly records: Tally } };
  readonly rules: BatchReport['rules'];
  readonly findings_total: number;
  readonly findings: readonly RowFinding[];
  readonly groups_total: number;
  readonly groups: readonly GroupFinding[];
  readonly refusals: BatchReport['refusals'];
}

export interface ScoreRequest {
  readonly set: string;
  /** The `rules` of a report on many records. */
  readonly tallies?: BatchReport['rules'];
  /** Points, as decimals in text, of indicators that no rule computes. */
  readonly values?: { readonly [indicator: string]: string };
  /** Facts by which all is failed. */
  readonly vetoes?: { readonly [fact: string]: boolean };
  /** Sections that do not count. */
  readonly left_out?: readonly string[];
  /** As what counts what is not known; without it, it gives an interval. */
  readonly mode?: string;
}

/** Between two decimals, both included; equal where everything is known. */
export interface Interval { readonly low: string; readonly high: string }

/** What an assessment comes to. */
export interface ScoreReport {
  readonly set: string;
  readonly title: Label;
  readonly note: Label;
  readonly mode?: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Label;
    readonly weight: string;
    readonly bonus: boolean;
    readonly left_out: boolean;
    readonly indicators: readonly IndicatorLine[];
    readonly bounded: Interval;
    readonly points: Interval;
  }[];
  readonly base: Interval;
  readonly bonus: Interval;
  readonly points: Interval;
  readonly vetoes: readonly { readonly id: string; readonly title: Label; readonly holds?: boolean; readonly rules: readonly string[] }[];
  /** Those that are possible, best first. */
  readonly grades: readonly { readonly id: string; readonly title: Label }[];
}

export interface IndicatorLine {
  readonly id: string;
  readonly title: Label;
  readonly weight?: string;
  readonly deduct?: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: { readonly not_due: number; readonly not_yet_due: number; readonly unknown: number };
  readonly rate?: Interval;
  readonly points: Interval;
  readonly rules: readonly string[];
}

export interface GroupFinding {
  readonly rule: string;
  readonly code: string;
  readonly title: Label;
  readonly cite: Cited;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Kind of the records. */
  readonly kind: string;
  /** Name of the first of them. */
  readonly record: string;
  readonly count: number;
  readonly rows: readonly number[];
  /** Numbers of the other records that take part. */
  readonly others?: readonly number[];
  readonly path: string;
  readonly due?: Day;
  readonly message: Label;
  readonly remedy: Label;
  readonly evidence?: readonly { readonly row: number; readonly path: string; readonly label: Label; readonly value?: string }[];
  readonly fingerprint: string;
}

/** The tables and the running text of a budget or account. */
export interface BudgetDocument {
  readonly tables?: readonly BudgetTable[];
  readonly pages?: readonly { readonly page: number; readonly text: string }[];
  /** Documents that the same publisher has published before: what is stated again is held against them. */
  readonly earlier?: readonly { readonly kind: string; readonly record: object; readonly tables?: readonly BudgetTable[] }[];
}

/** A table of a budget or account. */
export interface BudgetTable {
  /** The lines printed above it. */
  readonly caption?: readonly string[];
  readonly page?: number;
  /** Of merged cells the first holds the value. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface BudgetReport extends Report {
  /** The verdict of each rule about tables and text. */
  readonly rules: { readonly [rule: string]: Verdict };
  /** The tables that were recognized. */
  readonly statements: readonly {
    readonly table: number;
    readonly statement: string;
    readonly title: Label;
    readonly unit?: Label;
    readonly rows: number;
    readonly amounts: number;
    readonly skipped: number;
  }[];
  /** Rows of tables that are none of the kind's. */
  readonly aside: number;
  /** How many sums were added up. */
  readonly sums: number;
  /** Sums that come out within rounding; differences are in yuan. */
  readonly rounded: readonly { readonly sum: Label; readonly difference: string }[];
  /** What the document spends, as trees: each row after the one it is part of. */
  readonly pictures: readonly { readonly statement: string; readonly title: Label; readonly column: Label; readonly nodes: readonly PictureNode[] }[];
}

export interface PictureNode {
  readonly level: number;
  readonly code?: number;
  readonly name: string;
  readonly amount?: string;
  readonly findings?: readonly string[];
}

export interface ScreenOptions {
  /** Who will see the text; everyone unless named. */
  readonly audience?: string;
  /** What is looked for; everything unless named. */
  readonly lists?: readonly string[];
  /** In what places are counted; `utf16`, as JavaScript does, unless named. */
  readonly offsets?: 'bytes' | 'utf16' | 'characters';
  /** The most hits that are shown. */
  readonly hits?: number;
}

export interface Screening extends Header {
  readonly audience: string;
  readonly clean: boolean;
  readonly hits: readonly Hit[];
  readonly hits_total: number;
}

export interface Masking extends Header {
  readonly audience: string;
  readonly text: string;
  /** Whether nothing is left that no mask makes fit to go out. */
  readonly publishable: boolean;
  readonly masked: readonly { readonly list: string; readonly entry: string; readonly count: number }[];
  /** What is left, by its place in the masked text. */
  readonly left: readonly Hit[];
  readonly left_total: number;
}

/** What stands in a text and may not go out. */
export interface Hit {
  readonly list: string;
  readonly entry: string;
  readonly matter: Label;
  readonly ground?: string;
  readonly basis: string;
  readonly start: number;
  readonly end: number;
  /** What stands there; absent where it is personal. */
  readonly text?: string;
  readonly mention: boolean;
  readonly parted: boolean;
  readonly hidden: boolean;
  readonly maskable: boolean;
}

export interface DeadlineRequest {
  /** A day, or a time such as `2016-07-22T10:00` where the term is in hours. */
  readonly from: string;
  /** Such as `7 working days`. */
  readonly term: string;
  readonly first_day_counts?: boolean;
  readonly roll_forward?: boolean;
  readonly explain?: boolean;
}

export type Due =
  | { readonly on: Day }
  | { readonly between: { readonly earliest: Day; readonly latest: Day; readonly year: number } }
  | 'needs_time'
  | 'out_of_range';

export interface Deadline {
  readonly from: string;
  readonly term: string;
  readonly term_label: Label;
  readonly due: Due;
  readonly due_time?: string;
  readonly explanation?: {
    readonly due: Due;
    readonly days: readonly ExplainedDay[];
    readonly truncated: boolean;
    readonly notices: readonly { readonly [key: string]: unknown }[];
  };
}

export interface ExplainedDay {
  readonly day: Day;
  readonly status: 'working' | 'make_up' | 'weekend' | 'holiday' | 'unannounced';
  readonly role: 'first_day' | 'counted' | 'skipped' | 'rolled_forward' | 'open';
  readonly nth: number | null;
  readonly holiday: Label | null;
  readonly notice: string | null;
}

export interface Form { readonly kind: string; readonly title: Label; readonly fields: readonly FormField[] }
export interface FormField {
  readonly id: string;
  readonly path: string;
  readonly label: Label;
  readonly type:
    | 'text' | 'date' | 'code' | 'credit-code' | 'organization-code' | 'registration-number' | 'resident-id'
    | 'document-number' | 'amount' | 'integer' | 'flag';
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly help?: Label;
  readonly channel?: string;
  readonly options?: readonly { readonly code: string; readonly label: Label }[];
  readonly columns?: readonly string[];
}

export interface Window { readonly from: Day | null; readonly until: Day | null }
export interface RuleLine {
  readonly id: string;
  readonly code: string;
  readonly title: Label;
  readonly pack: string;
  readonly clause: string;
  readonly applies_to: readonly string[];
  readonly severity: Severity;
  readonly in_force: Window;
  readonly active: boolean;
}

/** A set of indicators by which points are given. */
export interface SetLine {
  readonly id: string;
  readonly title: Label;
  readonly pack: string;
  readonly clause: string;
  readonly total: string;
  /** The ways of counting what is not known. */
  readonly modes: readonly { readonly id: string; readonly title: Label }[];
  /** The indicators whose points come with the request, because no rule computes them. */
  readonly by_hand: readonly { readonly id: string; readonly title: Label }[];
}

export interface Catalogue {
  readonly profile: string;
  readonly profiles: readonly { readonly id: string; readonly title: Label; readonly default: boolean; readonly packs: readonly string[] }[];
  readonly packs: readonly { readonly id: string; readonly version: string; readonly hash: string; readonly title: Label; readonly number: string; readonly in_force: Window }[];
  readonly kinds: readonly { readonly id: string; readonly title: Label; readonly routes: readonly string[] }[];
  readonly rules: readonly RuleLine[];
  readonly sets: readonly SetLine[];
}

export interface ExplainedRule extends RuleLine {
  readonly instrument: { readonly issuer: Label; readonly number: string; readonly dated: Day | null; readonly note: Label };
  readonly heading: Label;
  readonly duty: Label;
  /** The rule as its pack writes it. */
  readonly rule: { readonly [key: string]: unknown };
}

export interface Lint { readonly good: boolean; readonly troubles: readonly Failure[] }

export interface Version {
  readonly engine: string;
  readonly contract: number;
  readonly profile: string;
  readonly packs: readonly PackStamp[];
  readonly calendar: string;
  readonly calendar_years: readonly [number, number];
}
