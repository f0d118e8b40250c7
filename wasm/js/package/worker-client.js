// An engine in a worker: every method of `Engine`, as a promise.

import { GongkaiError, ownError } from './errors.js';

export { GongkaiError };

const METHODS = [
  'check', 'checkRaw', 'checkMany', 'checkLines', 'checkCollection', 'checkCollectionLines',
  'score', 'checkBudget', 'screen', 'mask', 'deadline', 'schema', 'rules',
  'explain', 'version', 'lint', 'request',
];

/** Talks to one worker; `start(answer, failed)` starts it and returns `{ post, stop }`. */
export class WorkerEngine {
  #waiting = new Map();
  #next = 0;
  #worker;

  /** Opens an engine in a worker of its own. */
  static async open(start, options) {
    const engine = new WorkerEngine();
    engine.#worker = start(
      (answer) => engine.#settle(answer),
      (error) => engine.#end(ownError('notLoaded', String(error?.message ?? error))),
    );
    try {
      await engine.#ask('open', [options]);
    } catch (error) {
      engine.free();
      throw error;
    }
    return engine;
  }

  /** Stops the worker at once; calls under way are refused. */
  free() {
    this.#end(ownError('freed', 'the engine was given back'));
  }

  /** Sends a call; used by the methods below. */
  #ask(method, values) {
    if (!this.#worker) return Promise.reject(ownError('freed', 'the engine was given back'));
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      try {
        this.#worker.post({ id, method, values });
      } catch (error) {
        this.#waiting.delete(id);
        failed(ownError('notCopied', String(error)));
      }
    });
  }

  #settle({ id, value, failure }) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure) call?.failed(new GongkaiError(failure));
    else call?.done(value);
  }

  #end(error) {
    this.#worker?.stop();
    this.#worker = undefined;
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }

  static {
    for (const method of METHODS) {
      WorkerEngine.prototype[method] = function ask(...values) {
        return this.#ask(method, values);
      };
    }
  }
}
