// Every method of the engine, from every form of record.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_OF, KIND, RECORD, door, errorOf } from './door.mjs';

const { Engine, GongkaiError, init, lint } = door;

assert.equal(errorOf(() => new Engine()).codeName, 'not-ready');
assert.equal(errorOf(() => lint([])).codeName, 'not-ready');
await init();
await init();
const engine = new Engine({ profile: 'gansu-2016' });
const text = JSON.stringify(RECORD);
const decoder = new TextDecoder();

test('object, text and bytes give the same report, and its bytes are canonical', () => {
  const report = engine.check(KIND, RECORD, AS_OF);
  assert.deepEqual(engine.check(KIND, text, AS_OF), report);
  assert.deepEqual(engine.check(KIND, new TextEncoder().encode(text), AS_OF), report);
  const raw = engine.checkRaw(KIND, RECORD, AS_OF);
  assert.ok(raw instanceof Uint8Array);
  assert.equal(decoder.decode(raw), JSON.stringify(report));
  const request = JSON.stringify({ kind: KIND, as_of: AS_OF, record: RECORD });
  assert.deepEqual(engine.request('check', request), raw);
  const late = report.findings.find(({ path }) => path === '/published/credit-gansu');
  assert.deepEqual([late.due, late.off_by], ['2016-08-02', { amount: 3, unit: 'working_days' }]);
});

test('a Date is the day in China', () => {
  const day = (moment) => engine.check(KIND, RECORD, new Date(moment)).as_of;
  assert.equal(day('2016-08-31T16:00:00Z'), '2016-09-01');
  assert.equal(day('2016-08-31T15:59:59Z'), '2016-08-31');
  for (const wrong of [new Date(NaN), new Date(8.64e15), '2016-9-1', 20160901, null, undefined]) {
    assert.equal(errorOf(() => engine.check(KIND, RECORD, wrong)).code, 404);
  }
});

test('many records and lines add up', () => {
  const lines = `${text}\n\nnot json\n${text}\n`;
  const report = engine.checkLines(KIND, lines, AS_OF);
  assert.deepEqual([report.read, report.judged, report.refused], [3, 2, 1]);
  assert.deepEqual([report.refusals[0].row, report.refusals[0].error.name], [2, 'record-syntax']);
  assert.deepEqual(engine.checkLines(KIND, new TextEncoder().encode(lines), AS_OF), report);
  const many = engine.checkMany(KIND, [RECORD, text, new TextEncoder().encode(text)], AS_OF, { findings: 1 });
  assert.deepEqual([many.judged, many.findings.length], [3, 1]);
  const own = ({ findings_total: total, groups }) => total - groups.length;
  assert.equal(own(many), (own(report) * 3) / 2);
  const injected = errorOf(() => engine.checkMany(KIND, [RECORD, '{}],"kind":"x"'], AS_OF));
  assert.deepEqual([injected.codeName, injected.place], ['record-syntax', 'records/1']);
});

test('records of several kinds add up', () => {
  const records = [{ kind: KIND, record: RECORD }, { kind: 'administrative-penalty', record: '{}' }, { kind: 'x', record: {} }];
  const report = engine.checkCollection(records, AS_OF, { findings: 1 });
  assert.deepEqual([report.judged, report.refused, report.findings.length], [2, 1, 1]);
  assert.equal(report.kinds[KIND].judged, 1);
  const lines = records.map(({ kind, record }) => JSON.stringify({ kind, record: record === '{}' ? {} : record })).join('\n');
  assert.deepEqual(engine.checkCollectionLines(lines, AS_OF).kinds, report.kinds);
  assert.equal(errorOf(() => engine.score({ set: 'no-such-set' })).codeName, 'unknown-set');
});

test('the other functions of the contract', () => {
  const { due, explanation } = engine.deadline({ from: '2016-09-30', term: '7 working days', explain: true });
  assert.deepEqual([due, explanation.days.length], [{ on: '2016-10-14' }, 15]);
  const form = engine.schema(KIND);
  assert.equal(form.fields.find(({ id }) => id === 'decision_number').required, true);
  assert.ok(engine.schema(KIND, 'json-schema').properties.published.properties['credit-gansu']);
  const { rules } = engine.rules();
  assert.equal(engine.explain(rules[0].code).id, rules[0].id);
  assert.equal(engine.version().contract, 1);
  const own = [{ name: 'own.json', text: '{"rules": 1}', format: 'json' }];
  for (const answer of [lint(own), engine.lint(own)]) {
    assert.deepEqual([answer.good, answer.troubles[0].name], [false, 'pack-syntax']);
  }
  assert.equal(errorOf(() => engine.request('chek', '{}')).place, 'function');
});

test('errors say what, where and what to do', () => {
  const error = errorOf(() => engine.check('no-such-kind', RECORD, AS_OF));
  assert.ok(error instanceof GongkaiError && error instanceof Error);
  assert.deepEqual([error.name, error.code, error.codeName], ['GongkaiError', 401, 'unknown-kind']);
  assert.ok(error.remedy.length > 0 && error.message.includes('no-such-kind'));
  const syntax = errorOf(() => engine.check(KIND, '{"a": 1,}', AS_OF));
  assert.deepEqual([syntax.code, typeof syntax.offset], [301, 'number']);
  assert.deepEqual(new GongkaiError(syntax.toJSON()), syntax);
});

test('a freed engine refuses, once and again', () => {
  const other = new Engine();
  other.free();
  other.free();
  for (const call of [() => other.version(), () => other.check(KIND, RECORD, AS_OF)]) {
    assert.equal(errorOf(call).codeName, 'freed');
  }
});
