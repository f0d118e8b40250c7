// What the tests share: the built package, a record, and how errors are caught.

export const PACKAGE = new URL('../../../target/npm/gongkai/', import.meta.url);
export const KIND = 'administrative-license';
export const AS_OF = '2016-09-01';
export const RECORD = {
  decision_number: '甘农许〔2016〕3号',
  decision_date: '2016-07-22',
  published: { 'credit-gansu': '2016-08-05', 'agri-portal': '2016-07-29' },
};

export const door = await import(new URL('node.js', PACKAGE));

/** The error of a call that must fail. */
export function errorOf(work) {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
