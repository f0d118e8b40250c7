// For browsers: an engine in a worker, so that the page stays quick.

import { WorkerEngine } from './worker-client.js';

export { GongkaiError } from './worker-client.js';

export function createEngine(options = {}) {
  return WorkerEngine.open(start, options);
}

function start(answer, failed) {
  const worker = new Worker(new URL('./worker-main.js', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }) => answer(data);
  worker.onerror = failed;
  return { post: (call) => worker.postMessage(call), stop: () => worker.terminate() };
}
