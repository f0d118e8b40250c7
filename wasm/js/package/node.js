// For Node: the module is read from the folder of this file.

import { readFile } from 'node:fs/promises';
import { creator } from './create.js';
import { starter } from './engine.js';

export { Engine, GongkaiError, initSync, lint } from './engine.js';

export const init = starter(() => readFile(new URL('./gongkai.wasm', import.meta.url)));
export const createEngine = creator(init);
export default init;
