// Every case that all doors answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { door } from './door.mjs';
import { answer, cases } from './evidence.mjs';

const { Engine, GongkaiError, init } = door;
await init();

test('the answers are those of the core', (context) => {
  const { engines, all } = cases();
  const opened = engines.map((options) => new Engine(options));
  const differing = all.filter(({ engine, parts, expected }) =>
    answer(GongkaiError, opened[engine], parts) !== expected);
  context.diagnostic(`${all.length} cases`);
  assert.equal(differing.length, 0, `the first of them: ${differing[0]?.parts}`);
});
