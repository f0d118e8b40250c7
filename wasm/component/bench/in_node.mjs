// Prints the nanoseconds of the cases of a folder in Node, as tests/evidence/examples/floor.rs asks:
// `node in_node.mjs FOLDER`, after `make component`.

import { readFileSync } from 'node:fs';
import { judge } from '../../../target/component/node/gongkai.js';

const ROUNDS = 9;
const AT_A_TIME = 20;
const [, , folder] = process.argv;
const lines = (name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n').slice(0, -1);
const encoder = new TextEncoder();

const engines = lines('engines.txt').map((line) => {
  const { profile, known_at: knownAt, packs = [], lists = [] } = JSON.parse(line);
  return judge.Engine.open({ profile, knownAt, packs, lists });
});
const cases = lines('cases.tsv').map((line) => {
  const [engine, , kind, asOf, payload] = line.split('\t');
  return [engines[Number(engine)], kind, { tag: 'json', val: encoder.encode(payload) }, asOf];
});

for (const [name, call] of [
  ['jco, text', (engine, ...rest) => engine.checkCanonical(...rest)],
  ['jco, text and JSON.parse', (engine, ...rest) => JSON.parse(engine.checkCanonical(...rest))],
  ['jco, in types', (engine, ...rest) => engine.check(...rest)],
]) {
  console.log(`${name}\t${fastest(call)}`);
}

/** The fastest of some times for a few cases, added up over all. */
function fastest(call) {
  let sum = 0;
  for (let first = 0; first < cases.length; first += AT_A_TIME) {
    const part = cases.slice(first, first + AT_A_TIME);
    sum += Math.min(...Array.from({ length: ROUNDS }, () => timeOf(call, part)));
  }
  return sum;
}

function timeOf(call, part) {
  const start = process.hrtime.bigint();
  for (const values of part) call(...values);
  return Number(process.hrtime.bigint() - start);
}
