// Builds the npm package into target/npm/gongkai: `node build.mjs [--quick]`; quick leaves out wasm-opt.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const out = join(target, 'npm/gongkai');
/** In front of a script: it is read as UTF-8 by a page in any encoding. */
const UTF8 = '\uFEFF';
const quick = process.argv.includes('--quick');

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'classic'), { recursive: true });
module('gongkai', [], ['-Os']);
// Size before speed: a form has one record to judge at a time. What is not called is not compiled by the browser,
// so functions stay apart.
module('form', ['--no-default-features', '--config', 'profile.wasm.opt-level="z"'],
  ['-Oz', '--converge', '--one-caller-inline-max-function-size', '60']);
run('cargo', ['run', '-q', '-p', 'gongkai-js', '--example', 'extracts', '--', join(out, 'extracts')]);
cpSync(join(here, 'package'), out, { recursive: true });
cpSync(join(here, 'README.md'), join(out, 'README.md'));
await classic('classic.js', 'gongkai.js', 'gongkai');
await classic('form-classic.js', 'form.js', 'gongkai');
await classic('portal-classic.js', 'portal.js');
for (const name of ['classic.js', 'form-classic.js', 'portal-classic.js', 'packed.js']) rmSync(join(out, name));
mkdirSync(join(out, 'classic/extracts'));
for (const file of readdirSync(join(out, 'extracts'))) {
  const kind = file.replace('.bin', '');
  const script = `${UTF8}gongkai.extract("${kind}",${packed(join(out, 'extracts', file))})`;
  writeFileSync(join(out, 'classic/extracts', `${kind}.js`), script);
}

/** A module as cargo builds it for these options, and the JavaScript that calls it: the same for every module. */
function module(name, options, passes) {
  run('cargo', ['build', '-p', 'gongkai-js', '--target', 'wasm32-unknown-unknown', '--profile', 'wasm',
    '--config', 'target.wasm32-unknown-unknown.rustflags=["--cfg", "sha2_backend_soft=\\"compact\\""]', ...options]);
  run('cargo', ['run', '-q', '-p', 'gongkai-bindgen', '--',
    join(target, 'wasm32-unknown-unknown/wasm/gongkai_js.wasm'), out]);
  const [own, glue] = [join(out, 'gongkai.js'), join(out, 'glue.js')];
  if (existsSync(glue) && !readFileSync(own).equals(readFileSync(glue))) throw new Error(`${name}: called otherwise`);
  renameSync(own, glue);
  const [bound, finished] = [join(out, 'gongkai_bg.wasm'), join(out, `${name}.wasm`)];
  if (quick) return renameSync(bound, finished);
  const flags = [...passes, '--strip-debug', '--strip-producers',
    '--enable-bulk-memory', '--enable-bulk-memory-opt', '--enable-sign-ext', '--enable-reference-types',
    '--enable-multivalue', '--enable-mutable-globals', '--enable-nontrapping-float-to-int'];
  run(join(here, 'node_modules/.bin/wasm-opt'), [...flags, bound, '-o', finished]);
  rmSync(bound);
}

/** One script for pages without modules. */
async function classic(entry, name, global) {
  await build({
    entryPoints: [join(out, entry)],
    outfile: join(out, 'classic', name),
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: global,
    target: 'es2018',
    charset: 'utf8',
    banner: { js: UTF8 },
    plugins: [{ name: 'packed', setup: ({ onLoad }) => onLoad({ filter: /\.wasm$/ }, inScript) }],
  });
}

/** A module of JavaScript with the bytes of a file. */
function inScript({ path }) {
  return { contents: `import { unpacked } from './packed.js';\nexport default unpacked(${packed(path)});`, resolveDir: out };
}

/** The bytes of a file as a text between quotes, see `package/packed.js`. */
function packed(path) {
  const signs = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\0': '\\x00' };
  return `"${readFileSync(path, 'latin1').replace(/[\\"\n\r\0]/g, (sign) => signs[sign])}"`;
}

function run(program, values) {
  execFileSync(program, values, { cwd: root, stdio: 'inherit' });
}
