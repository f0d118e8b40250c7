// Opening an engine together with what it needs.

import { Engine } from './engine.js';
import { ownError } from './errors.js';

/** `createEngine` of an entry, which finds the extract of a kind at `extractOf(kind)`; the whole module needs none. */
export function creator(init, extractOf) {
  const found = new Map();
  const once = (kind) => {
    if (!found.has(kind)) found.set(kind, loaded(extractOf, kind));
    // What failed is tried again.
    return found.get(kind).catch((error) => {
      found.delete(kind);
      throw error;
    });
  };
  return async ({ kind, ...options } = {}, { module, extract } = {}) => {
    const given = extractOf && (extract ? loaded(() => extract, kind) : once(kind));
    const [bytes] = await Promise.all([given, init(module)]);
    return new Engine(options, bytes);
  };
}

async function loaded(find, kind) {
  try {
    if (!/^[a-z][a-z-]*$/.test(kind)) throw new Error('say by `kind` for which kind of record');
    return await bytesOf(await find(kind));
  } catch (error) {
    throw ownError('notLoaded', String(error));
  }
}

async function bytesOf(given) {
  if (given instanceof Uint8Array) return given;
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  const response = given instanceof Response ? given : await fetch(given);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
