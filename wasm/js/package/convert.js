// From the values of JavaScript to what the contract reads.

import { refusal } from './glue.js';
import { GongkaiError } from './errors.js';

/** Numbers of the engine's codes that a value can be refused with before it reaches the engine. */
const RECORD_SYNTAX = 301;
const RECORD_NOT_A_NUMBER = 303;
const RECORD_ENCODING = 304;
const REQUEST_SYNTAX = 404;

/** China has one time zone and no summer time. */
const BEIJING = 8 * 60 * 60 * 1000;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A name or another short text. */
export function asText(value, place) {
  if (typeof value !== 'string') throw refused(REQUEST_SYNTAX, `not a text but ${kindOf(value)}`, place);
  if (!isWellFormed(value)) throw refused(REQUEST_SYNTAX, 'a text with half of a surrogate pair', place);
  return value;
}

/** A day: a text as the contract has it, or the day in China on which the moment of a `Date` lies. */
export function asDay(value, place) {
  if (!(value instanceof Date)) return asText(value, place);
  const moment = value.getTime() + BEIJING;
  if (!(Math.abs(moment) <= 8.64e15)) throw refused(REQUEST_SYNTAX, 'not a valid Date', place);
  return new Date(moment).toISOString().slice(0, -14);
}

/** A record: bytes as they are, text as it is, anything else as JSON. */
export function asRecord(value, place = 'record') {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') {
    if (!isWellFormed(value)) throw refused(RECORD_ENCODING, 'a text with half of a surrogate pair', place);
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    throw refused(RECORD_SYNTAX, `not an object, a text or bytes but ${kindOf(value)}`, place);
  }
  return asJson(value, RECORD_SYNTAX, place);
}

/** A record that is to stand in a longer text. */
export function asRecordText(value, place) {
  const record = asRecord(value, place);
  if (typeof value === 'object' && record !== value) return record;
  try {
    const text = typeof record === 'string' ? record : decoder.decode(record);
    JSON.parse(text);
    return text;
  } catch {
    throw refused(RECORD_SYNTAX, 'not JSON in UTF-8', place);
  }
}

/** A request or options: an object as JSON. */
export function asRequest(value, place = 'request') {
  if (typeof value !== 'object' || value === null) {
    throw refused(REQUEST_SYNTAX, `not an object but ${kindOf(value)}`, place);
  }
  return asJson(value, REQUEST_SYNTAX, place);
}

/** Lines of records. */
export function asBytes(value, place) {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string') throw refused(RECORD_SYNTAX, `not a text or bytes but ${kindOf(value)}`, place);
  return new TextEncoder().encode(asRecord(value, place));
}

/** An error of the engine that was found before the engine. */
export function refused(code, message, place) {
  return new GongkaiError(JSON.parse(refusal(code, message, place)));
}

function asJson(value, code, place) {
  let text;
  try {
    text = JSON.stringify(value);
  } catch {
    throw refused(code, 'cyclic, or with a value that JSON lacks, such as a BigInt', place);
  }
  if (text === undefined) throw refused(code, 'not a value that JSON has', place);
  // JSON.stringify writes NaN as null, and null means that nothing was given.
  if (text.includes('null') && hasNotANumber(value)) {
    throw refused(code === RECORD_SYNTAX ? RECORD_NOT_A_NUMBER : code, 'with NaN or Infinity', place);
  }
  return text;
}

/** The value was written, so it has an end. */
function hasNotANumber(value) {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNotANumber);
}

function isWellFormed(text) {
  return typeof text.isWellFormed === 'function' ? text.isWellFormed() : !/\p{Surrogate}/u.test(text);
}

function kindOf(value) {
  return value === null ? 'null' : typeof value;
}
