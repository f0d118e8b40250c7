// For Node: an engine in a worker thread.

import { Worker } from 'node:worker_threads';
import { WorkerEngine } from './worker-client.js';

export { GongkaiError } from './worker-client.js';

export function createEngine(options = {}) {
  return WorkerEngine.open(start, options);
}

function start(answer, failed) {
  const worker = new Worker(new URL('./worker-node-main.js', import.meta.url));
  worker.on('message', answer);
  worker.on('error', failed);
  return { post: (call) => worker.postMessage(call), stop: () => worker.terminate() };
}
