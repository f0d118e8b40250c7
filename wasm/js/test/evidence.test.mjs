// Every case that all doors answer, byte for byte; `cargo run -p gongkai-evidence -- target/evidence` writes them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { door } from './door.mjs';

const { Engine, GongkaiError, init } = door;
const FOLDER = new URL('../../../target/evidence/', import.meta.url);
const lines = (name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n').slice(0, -1);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

await init();

function answer(engine, [, name, kind, asOf, payload]) {
  try {
    return `=${answered(engine, name, kind, asOf, payload)}`;
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    return `!${JSON.stringify(error)}`;
  }
}

function answered(engine, name, kind, asOf, payload) {
  if (name === 'check_lines') return JSON.stringify(engine.checkLines(kind, payload.replaceAll('␤', '\n'), asOf));
  if (name === 'check_collection_lines') return JSON.stringify(engine.checkCollectionLines(payload.replaceAll('␤', '\n'), asOf));
  if (name !== 'check_record') return decoder.decode(engine.request(name, payload));
  const fromText = engine.checkRaw(kind, payload, asOf);
  assert.deepEqual(engine.checkRaw(kind, encoder.encode(payload), asOf), fromText);
  return decoder.decode(fromText);
}

test('the answers are those of the core', (context) => {
  const engines = lines('engines.txt').map((options) => new Engine(JSON.parse(options)));
  const [cases, expected] = [lines('cases.tsv'), lines('expected.txt')];
  assert.ok(cases.length > 10_000 && cases.length === expected.length);
  const differing = cases.filter((line, number) => {
    const parts = line.split('\t');
    return answer(engines[Number(parts[0])], parts) !== expected[number];
  });
  context.diagnostic(`${cases.length} cases`);
  assert.equal(differing.length, 0, `the first of them: ${differing[0]}`);
});
