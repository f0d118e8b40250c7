// For pages without modules: everything in one script, the smaller module inside it.

import bytes from './form.wasm';
import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => bytes);
