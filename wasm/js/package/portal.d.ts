// Shows findings beside the fields of a form as someone types.

import type { Day, Engine, Report } from './index.js';

export interface AttachOptions {
  /** Kind of record the form is about. */
  readonly kind: string;
  /** Day to judge as of; without it the current day. */
  readonly asOf?: Day | Date;
  /** Language of what is shown; Chinese unless told otherwise. */
  readonly lang?: 'zh' | 'en';
}

export interface Attached {
  /** Judges what the form holds and shows it. */
  judge(): Report;
  /** Stops judging and takes the findings away. */
  detach(): void;
}

/** Attaches to a form; inputs are matched by `data-field` or `name` to the id, path or column names of a field. */
export function attach(form: HTMLFormElement, engine: Engine, options: AttachOptions): Attached;
