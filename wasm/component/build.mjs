// Builds target/component/gongkai.wasm, and the same for Node in target/component/node: `node build.mjs [--quick]`;
// quick leaves out wasm-opt.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const out = join(target, 'component');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run('cargo', ['build', '-q', '--locked', '-p', 'gongkai-component', '--target', 'wasm32-unknown-unknown', '--profile', 'wasm']);
const component = await componentNew(readFileSync(module()));
writeFileSync(join(out, 'gongkai.wasm'), component);
const { files } = await transpileBytes(component, { name: 'gongkai', outDir: join(out, 'node') });
for (const [name, content] of Object.entries(files)) {
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, content);
  // A module that this Node cannot run stops the build here.
  if (name.endsWith('.wasm')) await WebAssembly.compile(content);
}

/** The core module that the component wraps. */
function module() {
  const built = join(target, 'wasm32-unknown-unknown/wasm/gongkai_component.wasm');
  if (process.argv.includes('--quick')) return built;
  const small = join(out, 'module.wasm');
  // What the compiler uses, and nothing that a host has yet to learn.
  const features = ['bulk-memory', 'bulk-memory-opt', 'sign-ext', 'reference-types', 'multivalue', 'mutable-globals',
    'nontrapping-float-to-int'].map((name) => `--enable-${name}`);
  run(join(here, 'node_modules/.bin/wasm-opt'), ['-Oz', '--strip-debug', ...features, built, '-o', small]);
  return small;
}

function run(program, values) {
  execFileSync(program, values, { cwd: root, stdio: 'inherit' });
}
