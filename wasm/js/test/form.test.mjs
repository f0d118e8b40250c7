// The module for forms: what it answers is what the whole module does, and the rest is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_OF, KIND, PACKAGE, RECORD, errorOf } from './door.mjs';
import { answer, cases } from './evidence.mjs';

const { Engine, GongkaiError, init, lint } = await import(new URL('form-node.js', PACKAGE));
await init();

const ANSWERED = ['check', 'check_record', 'deadline', 'explain', 'mask', 'rules', 'schema', 'screen', 'version'];

test('its answers are those of the core', (context) => {
  const { engines, all } = cases();
  const opened = engines.map((options) => (options.packs ? undefined : new Engine(options)));
  const own = all.filter(({ engine, name }) => opened[engine] && ANSWERED.includes(name));
  const differing = own.filter(({ engine, parts, expected }) =>
    answer(GongkaiError, opened[engine], parts) !== expected);
  context.diagnostic(`${own.length} cases`);
  assert.ok(own.length > 5_000);
  assert.deepEqual(new Set(own.map(({ name }) => name)), new Set(ANSWERED));
  assert.equal(differing.length, 0, `the first of them: ${differing[0]?.parts}`);
});

test('the rest is refused by name', () => {
  const engine = new Engine();
  const refused = [
    () => engine.checkMany(KIND, [RECORD], AS_OF), () => engine.checkLines(KIND, '{}', AS_OF),
    () => engine.checkCollection([], AS_OF), () => engine.checkCollectionLines('{}', AS_OF),
    () => engine.checkBudget('budget', {}, AS_OF), () => engine.score({}), () => engine.lint([]), () => lint([]),
    () => new Engine({ packs: [{ name: 'a', text: '{}', format: 'json' }] }),
  ];
  for (const work of refused) {
    const error = errorOf(work);
    assert.ok(error instanceof GongkaiError, String(error));
    assert.equal(error.codeName, 'request-syntax');
    assert.match(error.message, /here$/);
  }
});
