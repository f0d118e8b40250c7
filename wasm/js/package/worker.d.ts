// An engine in a worker: every method of `Engine`, as a promise.

import type { Engine, Options } from './index.js';

export { GongkaiError } from './index.js';

/** Starts a worker and opens an engine in it. */
export function createEngine(options?: Options & { readonly kind?: string }): Promise<WorkerEngine>;

type Later<F> = F extends (...values: infer V) => infer R ? (...values: V) => Promise<R> : never;
type Methods = Omit<Engine, 'free' | 'schema'>;

export type WorkerEngine = { readonly [M in keyof Methods]: Later<Methods[M]> } & {
  schema(kind: string, form?: 'fields'): Promise<import('./index.js').Form>;
  schema(kind: string, form: 'json-schema'): Promise<{ readonly [key: string]: unknown }>;
  /** Stops the worker at once; calls under way are refused. */
  free(): void;
};
