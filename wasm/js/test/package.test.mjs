// The package as it is published: its size, its types and its exports.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { PACKAGE } from './door.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(PACKAGE);
const run = (program, ...values) =>
  execFileSync(`${here}node_modules/.bin/${program}`, values, { cwd: here, encoding: 'utf8', stdio: 'pipe' });

/** The module may not grow beyond this, compressed as servers compress it. */
const LARGEST = 300_000;

test('the module stays small', (context) => {
  const bytes = readFileSync(new URL('gongkai.wasm', PACKAGE));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const small = brotliCompressSync(bytes, { params }).length;
  context.diagnostic(`gongkai.wasm: ${bytes.length} bytes, ${small} after brotli`);
  assert.ok(small <= LARGEST, `${small} bytes after brotli`);
});

test('the exports are right for every resolver of modules', () => {
  assert.match(run('publint', '--strict', folder), /All good/);
  const options = ['--profile', 'esm-only', '--exclude-entrypoints', './gongkai.wasm', '--no-color'];
  run('attw', '--pack', folder, ...options);
});

test('the types are exact', () => {
  run('tsc', '--project', 'test/tsconfig.json');
});
