// What a worker thread of Node runs.

import { parentPort } from 'node:worker_threads';
import * as door from './node.js';
import { host } from './worker-host.js';

const answer = host(door);
parentPort.on('message', async (call) => parentPort.postMessage(await answer(call)));
