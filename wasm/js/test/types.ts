// Uses of the types that must pass, and some that must not.

import init, { Engine, GongkaiError, createEngine as open, initSync, lint } from 'gongkai';
import type { BatchReport, Day, Finding, Report } from 'gongkai';
import { createEngine } from 'gongkai/worker';
import { attach } from 'gongkai/portal';

await init();
initSync(new Uint8Array());
const engine = new Engine({ profile: 'gansu-2016', known_at: '2016-09-01' });
const extract = new Uint8Array();
const opened: Engine = await open({ kind: 'administrative-license' }, { extract });
new Engine({}, extract).free();
const report: Report = engine.check('administrative-license', { decision_number: '1' }, new Date());
const raw: Uint8Array = engine.checkRaw('administrative-license', '{}', '2016-09-01');
const batch: BatchReport = engine.checkMany('administrative-license', [{}, '{}', raw], '2016-09-01', { findings: 3 });
const first: Finding | undefined = report.findings[0];
const due: Day | undefined = first?.due;
const label: string = engine.schema('administrative-license').fields[0]?.label.zh ?? '';
const schema: { readonly [key: string]: unknown } = engine.schema('administrative-license', 'json-schema');
const { due: last } = engine.deadline({ from: '2016-07-22', term: '7 working days' });
const day: Day | undefined = typeof last === 'object' && 'on' in last ? last.on : undefined;
const good: boolean = lint([{ name: 'a', text: '{}', format: 'json' }]).good;
const hits: number = engine.screen('', '2016-09-01', { format: 'html' }).hits.length + engine.mask('', new Date()).left.length;
const worker = await createEngine();
const later: Promise<Report> = worker.check('administrative-license', {}, '2016-09-01');
const form: HTMLFormElement = document.createElement('form');
const again: Report = attach(form, engine, { kind: 'administrative-license' }).judge();
try {
  engine.free();
} catch (error) {
  if (error instanceof GongkaiError) [error.code satisfies number, error.codeName satisfies string];
}
void [opened, hits, batch, due, label, schema, day, good, later, again];

// @ts-expect-error a record is not a number
engine.check('administrative-license', 7, '2016-09-01');
// @ts-expect-error a day of judgement is needed
engine.check('administrative-license', {});
// @ts-expect-error options have no such name
new Engine({ profil: 'x' });
// @ts-expect-error a verdict has five values
report.verdict === 'good';
// @ts-expect-error reports are read only
report.kind = '';
