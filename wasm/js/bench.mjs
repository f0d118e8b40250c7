// Time per record beside Rust and JSON.parse with Ajv: `node bench.mjs FLOOR`, FLOOR being the program that measures Rust.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { Engine, init } from '../../target/npm/gongkai/node.js';

const COPIES = 5_000;
const ROUNDS = 7;
const KIND = 'administrative-license';
const AS_OF = '2024-09-01';
// With the list of registered names, so that nothing of an ordinary license stays undetermined.
const OPTIONS = {
  profile: 'credit-2018',
  lists: [{ list: 'credit-registry', entries: [{ code: '91620100MA7241QX1C', name: '甘肃陇原动物保健品有限公司' }] }],
};
const records = new URL('../../tests/bench/records/', import.meta.url);
const folder = fileURLToPath(new URL('../../target/npm/bench/', import.meta.url));
const [, , floor] = process.argv;

await init();
const opened = Array.from({ length: ROUNDS }, () => timed(() => new Engine(OPTIONS).free()));
console.log(`engine opened in ${Math.min(...opened).toFixed(1)} ms`);
const engine = new Engine(OPTIONS);
const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(new URL('schema.json', records), 'utf8')));
for (const name of ['license-2018.json', 'license-2018-faulty.json']) measure(name);

function measure(name) {
  const bytes = new Uint8Array(readFileSync(new URL(name, records)));
  const text = new TextDecoder().decode(bytes).trim();
  const object = JSON.parse(text);
  const decoder = new TextDecoder();
  const rust = rustAlone(text);
  const rows = [
    ['Rust alone', rust],
    ['bytes to bytes', best(() => engine.checkRaw(KIND, bytes, AS_OF))],
    ['text to bytes', best(() => engine.checkRaw(KIND, text, AS_OF))],
    ['object to bytes', best(() => engine.checkRaw(KIND, object, AS_OF))],
    ['bytes to object', best(() => engine.check(KIND, bytes, AS_OF))],
    ['object to object', best(() => engine.check(KIND, object, AS_OF))],
    ['JSON.parse and Ajv', best(() => valid(JSON.parse(decoder.decode(bytes))))],
  ];
  console.log(`${name}: ${engine.check(KIND, object, AS_OF).verdict}, Ajv says ${valid(object)}`);
  for (const [what, time] of rows) {
    console.log(`  ${what.padEnd(20)} ${time.toFixed(2).padStart(7)} µs  ${(time / rust).toFixed(1)} × Rust`);
  }
}

/** Microseconds a record in Rust, in a process of its own. */
function rustAlone(text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}engines.txt`, `${JSON.stringify(OPTIONS)}\n`);
  writeFileSync(`${folder}cases.tsv`, `0\tcheck_record\t${KIND}\t${AS_OF}\t${text}\n`.repeat(COPIES));
  const [cases, nanoseconds] = execFileSync(floor, [folder], { encoding: 'utf8' }).split(' ').map(Number);
  return nanoseconds / cases / 1000;
}

/** Microseconds a call, the best of all rounds. */
function best(work) {
  const times = Array.from({ length: ROUNDS }, () => timed(() => {
    for (let copy = 0; copy < COPIES; copy += 1) work();
  }));
  return (Math.min(...times) * 1000) / COPIES;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
