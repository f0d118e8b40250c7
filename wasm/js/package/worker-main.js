// What a browser's worker runs.

import * as door from './web.js';
import { host } from './worker-host.js';

const answer = host(door);
globalThis.onmessage = async ({ data }) => globalThis.postMessage(await answer(data));
