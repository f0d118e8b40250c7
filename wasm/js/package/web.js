// For browsers and bundlers: the module lies beside this file.

import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => new URL('./gongkai.wasm', import.meta.url));
export default init;
