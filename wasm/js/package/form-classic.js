// For pages without modules: everything in one script, the smaller module inside it.

import bytes from './form.wasm';
import { creator } from './create.js';
import { starter } from './engine.js';
import { ownError } from './errors.js';
import { unpacked } from './packed.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

const here = document.currentScript?.src ?? document.baseURI;
const extracts = new Map();

export const init = starter(() => bytes);
export const createEngine = creator(init, async (kind) => {
  if (!extracts.has(kind)) await run(new URL(`extracts/${kind}.js`, here));
  return extracts.get(kind);
});

/** Called by the script of an extract; a page opened from disk can fetch nothing. */
export function extract(kind, packed) {
  extracts.set(kind, unpacked(packed));
}

function run(url) {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = done;
    script.onerror = () => failed(ownError('notLoaded', url.href));
    document.head.append(script);
  });
}
