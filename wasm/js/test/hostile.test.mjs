// Whatever is handed in: a coded error or a report, and the engine goes on.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { AS_OF, KIND, RECORD, door, errorOf } from './door.mjs';

const { Engine, GongkaiError, init } = door;
await init();
const engine = new Engine({ profile: 'gansu-2016' });
const sound = JSON.stringify(engine.check(KIND, RECORD, AS_OF));

afterEach(() => assert.equal(JSON.stringify(engine.check(KIND, RECORD, AS_OF)), sound));

const cyclic = {};
cyclic.self = cyclic;
const deep = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
const bottomless = {};
for (let level = 0, at = bottomless; level < 100_000; level += 1) at = at.a = {};

const RECORDS = [
  ['cyclic', cyclic, 301], ['BigInt', { amount: 1n }, 301], ['NaN', { amount: NaN }, 303],
  ['Infinity', { nested: [{ amount: -Infinity }] }, 303], ['undefined', undefined, 301], ['null', null, 301],
  ['function', () => {}, 301], ['symbol', Symbol('a'), 301], ['number', 7, 301], ['array', [], 301],
  ['toJSON to nothing', { toJSON: () => undefined }, 301], ['thrower', { get a() { throw new Error('no'); } }, 301],
  ['lone surrogate', '{"decision_number":"\ud800"}', 304], ['bad UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 304],
  ['empty text', '', 301], ['empty bytes', new Uint8Array(), 301], ['deep text', deep, 302],
  ['deep object', bottomless, 301], ['ArrayBuffer', new ArrayBuffer(8), undefined],
  ['NUL', '{"decision_number":"\u0000"}', 301],
];

for (const [name, record, code] of RECORDS) {
  test(`a record that is ${name}`, () => {
    if (code === undefined) return assert.equal(engine.check(KIND, record, AS_OF).kind, KIND);
    const error = errorOf(() => engine.check(KIND, record, AS_OF));
    assert.ok(error instanceof GongkaiError, String(error));
    assert.equal(error.code, code, error.message);
    return undefined;
  });
}

test('half of a surrogate pair inside an object, huge numbers and null are judged or refused', () => {
  for (const record of [{ decision_number: '\ud800' }, { capital: 1e308 }, { capital: '9'.repeat(300) }, { capital: null }]) {
    try {
      assert.equal(engine.check(KIND, record, AS_OF).kind, KIND);
    } catch (error) {
      assert.ok(error instanceof GongkaiError, String(error));
    }
  }
});

test('names, days and options of the wrong type are refused', () => {
  for (const wrong of [undefined, null, 1, {}, [], Symbol('a'), '\udfff']) {
    assert.equal(errorOf(() => engine.check(wrong, RECORD, AS_OF)).code, 404);
    assert.equal(errorOf(() => engine.check(KIND, RECORD, wrong)).code, 404);
    assert.equal(errorOf(() => engine.explain(wrong)).code === 404 || wrong === '\udfff', true);
  }
  for (const wrong of [null, 1, 'x', cyclic, { profil: 'x' }, { limits: { depth: -1 } }]) {
    assert.equal(errorOf(() => new Engine(wrong)).code, 404);
  }
  assert.equal(errorOf(() => engine.deadline(undefined)).code, 404);
  assert.equal(errorOf(() => engine.checkLines(KIND, 7, AS_OF)).code, 301);
});

test('more than memory holds stops one call and no other', () => {
  const error = errorOf(() => engine.check(KIND, new Uint8Array(2 ** 31), AS_OF));
  assert.equal(error.codeName, 'stopped');
});

test('ten thousand damaged texts', () => {
  const text = JSON.stringify(RECORD);
  let state = 12345;
  const random = (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  for (let round = 0; round < 10_000; round += 1) {
    const at = random(text.length);
    const damaged = text.slice(0, at) + String.fromCharCode(random(0x10000)) + text.slice(at + random(4));
    try {
      engine.check(KIND, damaged, AS_OF);
    } catch (error) {
      assert.ok(error instanceof GongkaiError, `${JSON.stringify(damaged)}: ${error}`);
    }
  }
});
