// The JavaScript of the README runs as it stands, against the installed package.

import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from './door.mjs';

const folder = fileURLToPath(new URL('../readme/', PACKAGE));
rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}node_modules`, { recursive: true });
symlinkSync(fileURLToPath(PACKAGE), `${folder}node_modules/gongkai`);

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = Array.from(readme.matchAll(/^```js\n(.*?)^```$/gms), ([, code]) => code);
assert.ok(blocks.length > 0);

blocks.forEach((code, number) => {
  test(`block ${number + 1}`, () => {
    writeFileSync(`${folder}${number}.mjs`, code);
    execFileSync('node', [`${folder}${number}.mjs`], { stdio: 'pipe' });
  });
});
