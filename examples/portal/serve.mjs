// Serves the example pages: `node examples/portal/serve.mjs [port]`, then open the address it prints.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, '../../target/npm/gongkai');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};
// Nothing from elsewhere; WebAssembly needs leave of its own.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; "
  + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'";

/** Serves this folder, and the built package under /gongkai/. */
export function serve(port = 0) {
  const server = createServer(answer);
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => done({ server, url: `http://127.0.0.1:${server.address().port}/` }));
  });
}

async function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const [folder, name] = path.startsWith('/gongkai/') ? [built, path.slice(9)] : [here, path.slice(1) || 'index.html'];
  const file = join(folder, name);
  try {
    if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) throw new Error('outside');
    const body = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve(Number(process.argv[2] ?? 8080));
  console.log(`${url} (a page without modules) and ${url}modern.html (with modules); Ctrl-C ends it`);
}
