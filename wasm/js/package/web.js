// For browsers and bundlers: the module lies beside this file.

import { creator } from './create.js';
import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => new URL('./gongkai.wasm', import.meta.url));
export const createEngine = creator(init);
export default init;
