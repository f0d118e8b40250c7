// For browsers: a smaller module, which answers what a form asks.

import { creator } from './create.js';
import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => new URL('./form.wasm', import.meta.url));
export const createEngine = creator(init, (kind) => new URL(`./extracts/${kind}.bin`, import.meta.url));
export default init;
