// For pages without modules: everything in one script, the module inside it.

import bytes from './gongkai.wasm';
import { creator } from './create.js';
import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => bytes);
export const createEngine = creator(init);
