// The engine in a worker thread.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_OF, KIND, PACKAGE, RECORD, door } from './door.mjs';

const { createEngine, GongkaiError } = await import(new URL('worker-node.js', PACKAGE));

test('a worker answers as the engine does, and stops at once', async () => {
  await door.init();
  const here = new door.Engine({ profile: 'gansu-2016' });
  const there = await createEngine({ profile: 'gansu-2016' });
  assert.deepEqual(await there.check(KIND, RECORD, AS_OF), here.check(KIND, RECORD, AS_OF));
  assert.deepEqual(await there.checkRaw(KIND, RECORD, AS_OF), here.checkRaw(KIND, RECORD, AS_OF));
  assert.deepEqual(await there.rules(), here.rules());
  await assert.rejects(there.check('x', RECORD, AS_OF), (error) => error instanceof GongkaiError && error.code === 401);
  await assert.rejects(there.check(KIND, () => {}, AS_OF), { codeName: 'not-copied' });
  const underWay = there.check(KIND, RECORD, AS_OF);
  there.free();
  await assert.rejects(underWay, { codeName: 'freed' });
  await assert.rejects(there.version(), { codeName: 'freed' });
  await assert.rejects(createEngine({ profil: 'x' }), { code: 404 });
});
