// The module for forms: by the extract of a kind it answers what the whole module does, and the rest is refused.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { AS_OF, KIND, PACKAGE, RECORD, errorOf } from './door.mjs';
import { answer, cases } from './evidence.mjs';

const { Engine, GongkaiError, createEngine, init, lint } = await import(new URL('form-node.js', PACKAGE));
await init();

const ANSWERED = ['check', 'check_record', 'deadline', 'explain', 'mask', 'schema', 'screen', 'version'];
const extracts = new Map(readdirSync(new URL('extracts/', PACKAGE)).map((name) =>
  [name.replace('.bin', ''), new Uint8Array(readFileSync(new URL(`extracts/${name}`, PACKAGE)))]));

/** The kind whose extract decides a case. */
function kindOf({ name, parts: [, , kind, , payload], expected }) {
  if (name === 'check_record') return kind;
  // A kind whose rules look through texts.
  if (name === 'screen' || name === 'mask') return 'policy-document';
  if (name === 'explain') return JSON.parse(expected.slice(1)).applies_to?.[0];
  return JSON.parse(payload || '{}').kind ?? KIND;
}

test('its answers are those of the core', (context) => {
  const { engines, all } = cases();
  const opened = new Map();
  const engineOf = (options, kind) => {
    const name = `${JSON.stringify(options)} ${kind}`;
    if (!opened.has(name)) opened.set(name, new Engine(options, extracts.get(kind)));
    return opened.get(name);
  };
  const asked = all.filter(({ engine, name }) => !engines[engine].packs && ANSWERED.includes(name));
  const own = asked.filter((one) => extracts.has(kindOf(one)));
  const differing = own.filter((one) =>
    answer(GongkaiError, engineOf(engines[one.engine], kindOf(one)), one.parts) !== one.expected);
  context.diagnostic(`${own.length} cases by ${opened.size} engines`);
  assert.ok(own.length > 10_000);
  assert.deepEqual(new Set(own.map(({ name }) => name)), new Set(ANSWERED));
  const first = differing[0];
  assert.equal(differing.length, 0, `the first of them: ${first?.parts}: ${first?.expected}`);
});

test('the rest is refused by name', async () => {
  const engine = await createEngine({ kind: KIND });
  const refused = [
    () => engine.checkMany(KIND, [RECORD], AS_OF), () => engine.checkLines(KIND, '{}', AS_OF),
    () => engine.checkCollection([], AS_OF), () => engine.checkCollectionLines('{}', AS_OF),
    () => engine.checkBudget('budget', {}, AS_OF), () => engine.score({}), () => engine.lint([]), () => lint([]),
    () => engine.rules(),
    () => new Engine({ packs: [{ name: 'a', text: '{}', format: 'json' }] }, extracts.get(KIND)),
  ];
  for (const work of refused) {
    const error = errorOf(work);
    assert.ok(error instanceof GongkaiError, String(error));
    assert.equal(error.codeName, 'request-syntax');
    assert.match(error.message, /here$/);
  }
});

test('what stands in no extract, or in a damaged one, is refused', async () => {
  const engine = await createEngine({ kind: 'leader-notice' });
  const damaged = extracts.get(KIND).slice();
  damaged[100] ^= 1;
  const refused = [
    () => new Engine(), () => new Engine({}, damaged), () => new Engine({}, new Uint8Array()),
    () => engine.check(KIND, RECORD, AS_OF), () => engine.schema(KIND), () => engine.explain('GA07-1'),
    () => engine.screen('', AS_OF), () => engine.mask('', AS_OF),
  ];
  for (const work of refused) {
    const error = errorOf(work);
    assert.ok(error instanceof GongkaiError, String(error));
    assert.equal(error.codeName, 'extract', String(error));
    assert.match(error.remedy, /extract of that kind/);
  }
  for (const kind of [undefined, 'no-such-kind', '../package']) {
    await assert.rejects(createEngine({ kind }), { codeName: 'not-loaded' });
  }
});

test('an engine is opened by one call, from the folder, from bytes or from an answer', async () => {
  const options = { profile: 'gansu-2016', kind: KIND };
  const bytes = extracts.get(KIND);
  const engines = await Promise.all([createEngine(options), createEngine(options, { extract: bytes }),
    createEngine(options, { extract: new Response(bytes) }), createEngine(options, { extract: bytes.slice().buffer })]);
  for (const engine of engines) {
    const late = engine.check(KIND, RECORD, AS_OF).findings.find(({ path }) => path === '/published/credit-gansu');
    assert.equal(late.due, '2016-08-02');
  }
});
