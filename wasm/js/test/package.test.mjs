// The package as it is published: its size, its types and its exports.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { PACKAGE } from './door.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(PACKAGE);
const run = (program, ...values) =>
  execFileSync(`${here}node_modules/.bin/${program}`, values, { cwd: here, encoding: 'utf8', stdio: 'pipe' });

/** No file that a page waits for may grow beyond this, compressed as servers compress it; a quick build is larger than what ships. */
const LARGEST = {
  'gongkai.wasm': 532_000, 'form.wasm': 210_000, 'extracts/administrative-license.bin': 30_000,
  'classic/form.js': 228_000, 'classic/extracts/administrative-license.js': 33_000,
};

for (const [name, largest] of Object.entries(LARGEST)) {
  test(`${name} stays small`, (context) => {
    const bytes = readFileSync(new URL(name, PACKAGE));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const small = brotliCompressSync(bytes, { params }).length;
    context.diagnostic(`${name}: ${bytes.length} bytes, ${small} after brotli`);
    assert.ok(small <= largest, `${small} bytes after brotli`);
  });
}

test('the exports are right for every resolver of modules', () => {
  assert.match(run('publint', '--strict', folder), /All good/);
  const options = ['--profile', 'esm-only', '--exclude-entrypoints', './gongkai.wasm', './form.wasm', './extracts/*', '--no-color'];
  run('attw', '--pack', folder, ...options);
});

/** Answers of the core as values of the types they have. */
function shapes() {
  const types = { check: 'Report', check_record: 'Report', check_many: 'BatchReport', check_lines: 'BatchReport',
    check_budget: 'BudgetReport', check_collection: 'CollectionReport', check_collection_lines: 'CollectionReport', score: 'ScoreReport', screen: 'Screening', mask: 'Masking', deadline: 'Deadline', rules: 'Catalogue',
    explain: 'ExplainedRule', lint: 'Lint', version: 'Version' };
  const lines = (name) => readFileSync(new URL(`../../evidence/${name}`, PACKAGE), 'utf8').split('\n');
  const expected = lines('expected.txt');
  const seen = new Map();
  const values = lines('cases.tsv').flatMap((line, number) => {
    const [, name, , , payload] = line.split('\t');
    const type = name === 'schema' && payload.includes('"form":"fields"') ? 'Form' : types[name];
    assert.ok(type || !name || name === 'schema', `no type for ${name}`);
    const count = seen.get(name) ?? 0;
    if (!type || count === 40 || !expected[number].startsWith('=')) return [];
    seen.set(name, count + 1);
    return [`export const v${number}: ${type} = ${expected[number].slice(1)};`];
  });
  assert.ok(seen.size > 9);
  const imported = [...new Set([...Object.values(types), 'Form'])];
  return `import type { ${imported.join(', ')} } from 'gongkai';\n${values.join('\n')}\n`;
}

test('the types are exact, and have every field that is answered', () => {
  writeFileSync(new URL('../shapes.mts', PACKAGE), shapes());
  run('tsc', '--project', 'test/tsconfig.json');
});
