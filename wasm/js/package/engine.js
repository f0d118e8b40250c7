// The engine as JavaScript has it: values in, values out, errors thrown.

import * as glue from './glue.js';
import { asBytes, asDay, asRecord, asRecordText, asRequest, asText } from './convert.js';
import { GongkaiError, ownError } from './errors.js';

export { GongkaiError };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The module, once it is there. */
let ready = false;
/** Rises when the module had to be started anew; engines of an older one are opened again. */
let generation = 0;
/** The extracts that the module has read, by their bytes. */
let extracts = new WeakMap();

/** Starts the module from `source()`; once is enough, and again does nothing. */
export function starter(source) {
  let started;
  return (given) => {
    started ??= load(given ?? source()).catch((error) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}

/** Starts the module from bytes or a compiled module that are already here. */
export function initSync(module) {
  if (ready) return;
  try {
    glue.initSync({ module });
    ready = true;
  } catch (error) {
    throw ownError('notLoaded', String(error));
  }
}

async function load(source) {
  if (ready) return;
  try {
    await glue.default({ module_or_path: await source });
    ready = true;
  } catch (error) {
    throw ownError('notLoaded', String(error));
  }
}

/** Judges records by the packs of one profile; with an extract in bytes, those of its kind. */
export class Engine {
  #options;
  #extract;
  #handle;
  #generation;

  constructor(options = {}, extract) {
    this.#options = carried(() => asRequest(options, 'options'));
    this.#extract = extract;
    this.#open();
  }

  /** Judges one record. */
  check(kind, record, asOf) {
    return JSON.parse(this.#check(kind, record, asOf, 'checkBytes', 'checkText'));
  }

  /** Judges one record; the canonical bytes of the report. */
  checkRaw(kind, record, asOf) {
    return this.#check(kind, record, asOf, 'checkBytesRaw', 'checkTextRaw');
  }

  /** Judges many records of one kind. */
  checkMany(kind, records, asOf, { findings } = {}) {
    const request = this.#with(() => {
      const head = { kind: asText(kind, 'kind'), as_of: asDay(asOf, 'as_of'), findings };
      const texts = Array.from(records, (record, number) => asRecordText(record, `records/${number}`));
      return `${asRequest(head).slice(0, -1)},"records":[${texts.join()}]}`;
    });
    return parsed(this.request('check_many', request));
  }

  /** Judges many records of one kind, one a line. */
  checkLines(kind, lines, asOf) {
    return parsed(this.#with((handle) =>
      handle.checkLines(asText(kind, 'kind'), asBytes(lines, 'lines'), asDay(asOf, 'as_of'))));
  }

  /** Judges records of several kinds together, each `{ kind, record }`. */
  checkCollection(records, asOf, { findings } = {}) {
    const request = this.#with(() => {
      const head = { as_of: asDay(asOf, 'as_of'), findings };
      const texts = Array.from(records, ({ kind, record }, number) => {
        const of = asRequest({ kind: asText(kind, `records/${number}/kind`) });
        return `${of.slice(0, -1)},"record":${asRecordText(record, `records/${number}/record`)}}`;
      });
      return `${asRequest(head).slice(0, -1)},"records":[${texts.join()}]}`;
    });
    return parsed(this.request('check_collection', request));
  }

  /** Judges records of several kinds together, one `{"kind", "record"}` a line. */
  checkCollectionLines(lines, asOf) {
    return parsed(this.#with((handle) =>
      handle.checkCollectionLines(asBytes(lines, 'lines'), asDay(asOf, 'as_of'))));
  }

  /** Points by a set of indicators. */
  score(request) {
    return this.#answer('score', request);
  }

  /** Judges a budget or account with its tables and its text. */
  checkBudget(kind, record, asOf, { tables = [], pages = [], earlier = [] } = {}) {
    const request = this.#with(() => {
      const rest = { kind: asText(kind, 'kind'), as_of: asDay(asOf, 'as_of'), tables, pages, earlier };
      return `${asRequest(rest).slice(0, -1)},"record":${asRecordText(record, 'record')}}`;
    });
    return parsed(this.request('check_budget', request));
  }

  /** What in a text may not go out; places are those of JavaScript's texts. */
  screen(text, asOf, options = {}) {
    return this.#look('screen', text, asOf, options);
  }

  /** A text or page with its masks, and what is left. */
  mask(text, asOf, options = {}) {
    return this.#look('mask', text, asOf, options);
  }

  /** The due day of a term. */
  deadline(request) {
    return this.#answer('deadline', request);
  }

  /** The fields of a kind of record, for a form or as JSON Schema. */
  schema(kind, form = 'fields') {
    return this.#answer('schema', { kind, form });
  }

  /** Profiles, packs, kinds and rules. */
  rules() {
    return this.#answer('rules', {});
  }

  /** One rule beside its clause. */
  explain(rule) {
    return this.#answer('explain', { rule });
  }

  /** Versions and hashes. */
  version() {
    return this.#answer('version', {});
  }

  /** Everything that is wrong with packs from outside. */
  lint(packs) {
    return this.#answer('lint', { packs });
  }

  /** Calls a function of the contract by its name: a request in JSON, the canonical bytes of the answer. */
  request(name, request) {
    return this.#with((handle) => handle.call(asText(name, 'function'), asBytes(request, 'request')));
  }

  /** Gives the memory back; every later call is refused. */
  free() {
    if (this.#handle && this.#generation === generation) this.#handle.free();
    this.#handle = undefined;
    this.#options = undefined;
  }

  [Symbol.dispose ?? 'dispose']() {
    this.free();
  }

  #check(kind, record, asOf, bytes, text) {
    return this.#with((handle) => {
      const given = asRecord(record);
      const method = typeof given === 'string' ? text : bytes;
      return handle[method](asText(kind, 'kind'), given, asDay(asOf, 'as_of'));
    });
  }

  #look(name, text, asOf, options) {
    const given = this.#with(() => ({ text: asText(text, 'text'), as_of: asDay(asOf, 'as_of') }));
    return this.#answer(name, { offsets: 'utf16', ...options, ...given });
  }

  #answer(name, request) {
    return parsed(this.#with((handle) => handle.call(name, encoder.encode(asRequest(request)))));
  }

  #with(work) {
    if (this.#options === undefined) throw ownError('freed', 'the engine was given back');
    if (this.#generation !== generation) this.#open();
    return carried(() => work(this.#handle));
  }

  #open() {
    this.#handle = carried(() =>
      (this.#extract ? readOnce(this.#extract).open(this.#options) : new glue.Handle(this.#options)));
    this.#generation = generation;
  }
}

/** Everything that is wrong with packs from outside. */
export function lint(packs) {
  return parsed(carried(() => glue.lint(encoder.encode(asRequest({ packs })))));
}

function readOnce(bytes) {
  if (!extracts.has(bytes)) extracts.set(bytes, new glue.Extract(bytes));
  return extracts.get(bytes);
}

function parsed(bytes) {
  return JSON.parse(decoder.decode(bytes));
}

/** Runs a call and makes an `Error` of whatever stops it. */
function carried(work) {
  if (!ready) throw ownError('notReady', 'the module is not loaded');
  try {
    return work();
  } catch (thrown) {
    if (typeof thrown === 'string') throw new GongkaiError(JSON.parse(thrown));
    if (!(thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)) throw thrown;
    generation += 1;
    extracts = new WeakMap();
    glue.__wbg_reset_state();
    throw ownError('stopped', 'the module ran out of memory');
  }
}
