// The component in Node, by jco: every case that all doors answer, as text, and many of them in types.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { componentWit } from '@bytecodealliance/jco-transpile/wasm-tools';
import { judge } from '../../../target/component/node/gongkai.js';

const { Engine, lint } = judge;
const TARGET = new URL('../../../target/', import.meta.url);
const OPTIONS = { packs: [], lists: [] };
const KIND = 'administrative-license';
const encoder = new TextEncoder();
const json = (text) => ({ tag: 'json', val: encoder.encode(text) });

/** The failure of a call that must fail. */
function failureOf(work) {
  try {
    work();
  } catch (failure) {
    return plain(failure.payload ?? failure);
  }
  throw new Error('nothing failed');
}

/** A value of the component as the contract writes it, without what is absent. */
function plain(value) {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value, plain);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('tag' in value) return value.val === undefined ? snake(value.tag) : { [snake(value.tag)]: plain(value.val) };
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const { finding, ...rest } = Object.fromEntries(members.map(([name, member]) => [snake(name), plain(member)]));
  return { ...rest, ...finding };
}

/** Verdicts, units and names of members have `_` in the contract. */
function snake(name) {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What the contract wrote, in the same form: without `null` and empty lists. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null && member?.length !== 0);
  return Object.fromEntries(members.map(([name, member]) => [name, bare(member)]));
}

const ENUMS = new Set(['verdict', 'status', 'role']);

/** What stands under the names of kinds or rules, as the list that the component gives. */
function listed(report) {
  if (report.statements) {
    return { ...report, rules: Object.entries(report.rules).map(([rule, verdict]) => [rule, verdict.replaceAll('_', '-')]) };
  }
  if (!report.kinds || Array.isArray(report.kinds)) return report;
  return { ...report, kinds: Object.entries(report.kinds).map(([kind, sums]) => ({ kind, ...sums })) };
}

/** Compares an answer in types with the text of the contract. */
function same(answer, text) {
  const spelled = (name, value) => (ENUMS.has(name) && typeof value === 'string' ? snake(value) : value);
  const given = JSON.parse(JSON.stringify(plain(answer)), spelled);
  assert.deepEqual(bare(given), bare(listed(JSON.parse(text))));
}

test('the component imports nothing', async () => {
  const wit = await componentWit(readFileSync(new URL('component/gongkai.wasm', TARGET)));
  assert.match(wit, /export gongkai:rules\/judge/);
  assert.doesNotMatch(wit, /^\s*import /m);
});

test('the answers are those of the core, as text and in types', (context) => {
  const lines = (name) => readFileSync(new URL(`evidence/${name}`, TARGET), 'utf8').split('\n').slice(0, -1);
  const engines = lines('engines.txt').map((line) => Engine.open(options(JSON.parse(line))));
  const [cases, expected] = [lines('cases.tsv'), lines('expected.txt')];
  assert.ok(cases.length > 10_000 && cases.length === expected.length);
  cases.forEach((line, number) => {
    const [engine, name, kind, asOf, payload] = line.split('\t');
    const [mark, text] = [expected[number][0], expected[number].slice(1)];
    const [asText, inTypes] = calls(engines[Number(engine)], name, kind, asOf, payload);
    if (mark === '=') {
      assert.equal(asText(), text, line);
      if (inTypes && (name !== 'check_record' || number % 8 === 0)) same(inTypes(), text);
    } else {
      assert.equal(JSON.stringify(failureOf(asText)), text, line);
    }
  });
  context.diagnostic(`${cases.length} cases`);
});

function options({ profile, known_at: knownAt, packs = [], lists = [] }) {
  return { profile, knownAt, packs, lists };
}

/** The calls that answer a case: as text, and in types where its request can be said in types. */
function calls(engine, name, kind, asOf, payload) {
  if (name === 'check_record') {
    return [() => engine.checkCanonical(kind, json(payload), asOf), () => engine.check(kind, json(payload), asOf)];
  }
  if (name === 'check_lines') {
    const bytes = encoder.encode(payload.replaceAll('␤', '\n'));
    return [() => engine.checkLinesCanonical(kind, bytes, asOf), () => engine.checkLines(kind, bytes, asOf)];
  }
  if (name === 'check_collection_lines') {
    const bytes = encoder.encode(payload.replaceAll('␤', '\n'));
    return [() => engine.checkCollectionLinesCanonical(bytes, asOf), () => engine.checkCollectionLines(bytes, asOf)];
  }
  return [() => engine.requestCanonical(name, encoder.encode(payload)), question(engine, name, payload)];
}

function question(engine, name, payload) {
  const request = payload ? () => JSON.parse(payload) : undefined;
  switch (name) {
    case 'deadline': return () => {
      const { from, term, first_day_counts: first, roll_forward: roll, explain } = request();
      return engine.deadline({ from, term, firstDayCounts: !!first, rollForward: !!roll, explain: !!explain });
    };
    case 'check_budget': return () => {
      const { kind, as_of: asOf, record, tables = [], pages = [], earlier = [] } = request();
      const cell = (value) => (value === null ? undefined : String(value));
      const given = (own) => own.map(({ caption = [], page, rows }) => ({ caption, page, rows: rows.map((row) => row.map(cell)) }));
      const before = earlier.map(({ kind: of, record: item, tables: own = [] }) => ({ kind: of, item: json(JSON.stringify(item)), tables: given(own) }));
      return engine.checkBudget(kind, json(JSON.stringify(record)), asOf, given(tables), pages, before);
    };
    case 'score': return () => {
      const { tallies = [], values = {}, vetoes = {}, left_out: leftOut = [], ...rest } = request();
      const counts = ({ not_applicable: none, ...known }) =>
        Object.fromEntries(Object.entries({ ...known, notApplicable: none }).map(([name, count]) => [name, BigInt(count)]));
      return engine.score({ ...rest, leftOut, values: Object.entries(values), vetoes: Object.entries(vetoes),
        tallies: tallies.map((tally) => ({ rule: tally.rule, counts: counts(tally.counts) })) });
    };
    case 'screen':
    case 'mask': return () => {
      const { as_of: asOf, lists = [], hits, ...rest } = request();
      return engine[name]({ ...rest, asOf, lists, hits: hits === undefined ? undefined : BigInt(hits) });
    };
    case 'schema': return request().form === 'fields' ? () => engine.form(request().kind) : undefined;
    case 'explain': return () => {
      const { rule, ...rest } = engine.explain(request().rule);
      return { ...rest, rule: JSON.parse(rule) };
    };
    case 'lint': return () => lint(request().packs);
    case 'rules': return () => engine.rules();
    case 'version': return () => engine.version();
    default: return undefined;
  }
}

test('an item field by field is the same as in JSON', () => {
  const engine = Engine.open({ ...OPTIONS, profile: 'gansu-2016' });
  const field = (name, tag, val) => ({ name, value: { tag, val } });
  const fields = { tag: 'fields', val: [
    field('decision_number', 'text', '甘农许〔2016〕3号'), field('fine_amount', 'integer', 300n),
    field('published.credit-gansu', 'text', '2016-08-05'), field('published.agri-portal', 'denied'),
    field('decision_date', 'text', '2016-07-22'), field('备注', 'flag', true),
  ] };
  const text = '{"decision_number":"甘农许〔2016〕3号","fine_amount":300,"published.credit-gansu":"2016-08-05",'
    + '"published.agri-portal":null,"decision_date":"2016-07-22","备注":true}';
  assert.equal(engine.checkCanonical(KIND, fields, '2016-09-01'), engine.checkCanonical(KIND, json(text), '2016-09-01'));
  const late = engine.check(KIND, fields, '2016-09-01').findings.find(({ path }) => path === '/published/credit-gansu');
  assert.deepEqual([late.due, late.offBy], ['2016-08-02', { amount: 3, unit: 'working_days' }]);
});

test('many items in types are the same as in JSON', () => {
  const engine = Engine.open({ ...OPTIONS, profile: 'gansu-2016' });
  const records = ['{"decision_date":"2016-07-22"}', '{}', '7'];
  const request = `{"kind":"${KIND}","as_of":"2016-09-01","records":[${records}],"findings":5}`;
  const text = engine.requestCanonical('check_many', encoder.encode(request));
  same(engine.checkMany(KIND, records.map(json), '2016-09-01', 5n), text);
});

test('items of several kinds in types are the same as line by line', () => {
  const engine = Engine.open({ ...OPTIONS, profile: 'gansu-2016' });
  const records = [[KIND, '{"decision_date":"2016-07-22"}'], ['administrative-penalty', '{}'], ['no-such-kind', '{}']];
  const lines = records.map(([kind, record]) => `{"kind":"${kind}","record":${record}}`).join('\n');
  const items = records.map(([kind, record]) => ({ kind, item: json(record) }));
  const text = engine.checkCollectionLinesCanonical(encoder.encode(lines), '2016-09-01');
  same(engine.checkCollection(items, '2016-09-01', undefined), text);
});

test('the schema of a kind is JSON Schema', () => {
  const schema = JSON.parse(Engine.open(OPTIONS).jsonSchema(KIND));
  assert.match(schema.$schema, /2020-12/);
});

test('whatever is handed in: a numbered failure, and the engine goes on', () => {
  const engine = Engine.open({ ...OPTIONS, limits: { bytes: 1000 } });
  const sound = engine.checkCanonical(KIND, json('{}'), '2016-09-01');
  const bytes = (...values) => ({ tag: 'json', val: new Uint8Array(values) });
  const wrong = [
    [301, json('')], [301, json('{"a":"\u0000"}')], [301, json('{"a":"\\ud800"}')], [303, json('{"a":NaN}')],
    [302, json(`{"a":"${'x'.repeat(1000)}"}`)], [302, json('{"a":'.repeat(200) + '1' + '}'.repeat(200))],
    [302, json(`{"a":${'9'.repeat(500)}}`)], [301, json('7')], [301, json('[]')], [304, bytes(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d)],
    [304, bytes(0x7b, 0xff, 0x7d)], [301, { tag: 'json', val: new Uint8Array() }],
  ];
  for (const [code, item] of wrong) {
    assert.equal(failureOf(() => engine.check(KIND, item, '2016-09-01')).code, code);
    assert.equal(engine.checkCanonical(KIND, json('{}'), '2016-09-01'), sound);
  }
  assert.equal(failureOf(() => engine.check('no-such-kind', json('{}'), '2016-09-01')).code, 401);
  assert.equal(failureOf(() => engine.check(KIND, json('{}'), 'yesterday')).code, 404);
  assert.equal(failureOf(() => engine.requestCanonical('open', new Uint8Array())).code, 404);
  assert.equal(failureOf(() => Engine.open({ ...OPTIONS, profile: 'x' })).name, 'unknown-profile');
  assert.equal(failureOf(() => Engine.open({ ...OPTIONS, lists: [{ list: 'x', entries: [] }] })).code, 405);
  assert.equal(lint([{ name: 'own.json', text: '{' }]).troubles[0].name, 'pack-syntax');
  const many = engine.checkMany(KIND, [json('{}'), json('x')], '2016-09-01', 0n);
  assert.deepEqual([many.judged, many.refused, many.findings.length], [1n, 1n, 0]);
});
