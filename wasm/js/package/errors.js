// The errors of the door.

/** Errors that only this door can meet; those of the engine have numbers below 900. */
const OWN = {
  notReady: [901, 'not-ready', 'await init() before anything else'],
  freed: [902, 'freed', 'make another engine; this one was given back with free()'],
  stopped: [903, 'stopped', 'send less at once; the engine goes on with the next call'],
  notCopied: [905, 'not-copied', 'send plain values; functions and the like cannot go to a worker'],
  notLoaded: [904, 'not-loaded',
    "serve the .wasm file, and for a form the extract of its kind, beside the script, and allow 'wasm-unsafe-eval' where a Content-Security-Policy is set"],
};

/** Why something could not be judged, where, and what to do. */
export class GongkaiError extends Error {
  constructor(failure) {
    super(`${failure.name} (${failure.code})${failure.place ? ` at ${failure.place}` : ''}: ${failure.message}`);
    this.name = 'GongkaiError';
    this.code = failure.code;
    this.codeName = failure.name;
    this.remedy = failure.remedy;
    this.place = failure.place;
    this.line = failure.line;
    this.offset = failure.offset;
  }

  /** The error as the contract writes it, for a way that carries values only. */
  toJSON() {
    const { code, codeName: name, place, line, offset, remedy } = this;
    const message = this.message.slice(this.message.indexOf(': ') + 2);
    return { code, name, message, place, line, offset, remedy };
  }
}

/** An error of the door itself. */
export function ownError(kind, message) {
  const [code, name, remedy] = OWN[kind];
  return new GongkaiError({ code, name, message, remedy });
}
