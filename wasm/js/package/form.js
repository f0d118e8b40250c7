// For browsers: a smaller module, which answers what a form asks.

import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => new URL('./form.wasm', import.meta.url));
export default init;
