// Inside a worker: answers calls with one engine.

/** Makes the answerer of a worker from the door's functions. */
export function host({ createEngine, GongkaiError }) {
  let engine;
  return async function answer({ id, method, values }) {
    try {
      if (method === 'open') {
        engine = await createEngine(...values);
        return { id };
      }
      return { id, value: engine[method](...values) };
    } catch (error) {
      if (error instanceof GongkaiError) return { id, failure: error.toJSON() };
      throw error;
    }
  };
}
