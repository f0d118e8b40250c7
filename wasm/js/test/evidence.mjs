// The cases that all doors answer, byte for byte; `cargo run -p gongkai-evidence -- target/evidence` writes them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../../target/evidence/', import.meta.url);
const lines = (name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n').slice(0, -1);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What an engine answers in a case, as the cases write it. */
export function answer(GongkaiError, engine, [, name, kind, asOf, payload]) {
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

/** Every case: its options, its parts and what the core answers. */
export function cases() {
  const engines = lines('engines.txt').map((options) => JSON.parse(options));
  const expected = lines('expected.txt');
  const all = lines('cases.tsv').map((line, number) => {
    const parts = line.split('\t');
    return { engine: Number(parts[0]), name: parts[1], parts, expected: expected[number] };
  });
  assert.ok(all.length > 10_000 && all.length === expected.length);
  return { engines, all };
}
