/*
 * gongkai: judges whether what a Chinese public body discloses, and when and how, meets the law.
 *
 * Generated from the sources in bindings/c/src; a test keeps it in step with them.
 *
 * Every function of the contract takes JSON in UTF-8 and gives an answer in JSON in UTF-8. README.md beside
 * the sources lists the shapes.
 *
 * Text is a pointer and a length in bytes; it need not end with a zero byte and may hold some. A null
 * pointer with length 0 is empty text. Text that a function gives back is followed by a zero byte that is
 * not counted.
 *
 * A function that can fail returns a status. Its last parameter takes an error object if it fails; pass
 * null if the status is enough. The places an answer and an error go to are overwritten, never freed: free
 * what they hold before passing them again.
 *
 * Nothing is kept between calls outside the objects: there is no initialization, no last error, no lock.
 */

#ifndef GONGKAI_H
#define GONGKAI_H

#include <stddef.h>
#include <stdint.h>

/**
 * Version of the binary interface this header describes. It rises when a program built with an older header
 * could go wrong; added functions and status codes do not raise it.
 */
#define GONGKAI_ABI_VERSION 1

/**
 * What a call came to. Numbers are never reused and keep their meaning; a later library may return numbers
 * that this header does not list.
 */
enum gongkai_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  /**
   * The call did what it says. A record with findings is a record that was judged: this status.
   */
  GONGKAI_STATUS_OK = 0,
  /**
   * A pack is not TOML or JSON, or has a table or key the format does not know.
   */
  GONGKAI_STATUS_PACK_SYNTAX = 101,
  /**
   * A pack names a field, list, channel, clause, kind, rule or pack that does not exist.
   */
  GONGKAI_STATUS_PACK_UNKNOWN_NAME = 102,
  /**
   * The same id, code or column stands twice in the packs.
   */
  GONGKAI_STATUS_PACK_DUPLICATE = 103,
  /**
   * A period in a pack ends before it begins.
   */
  GONGKAI_STATUS_PACK_WINDOW = 104,
  /**
   * A rule has no demand, or more than one, or one that asks nothing.
   */
  GONGKAI_STATUS_PACK_DEMAND = 105,
  /**
   * A value of a pack cannot be read: a term, a day, a type, a unit.
   */
  GONGKAI_STATUS_PACK_VALUE = 106,
  /**
   * Packs build on each other, or redirects lead, in a circle.
   */
  GONGKAI_STATUS_PACK_CYCLE = 107,
  /**
   * A pack is larger than the format allows.
   */
  GONGKAI_STATUS_PACK_TOO_LARGE = 108,
  /**
   * A calendar file contradicts itself.
   */
  GONGKAI_STATUS_CALENDAR_DATA = 201,
  /**
   * A record is not JSON.
   */
  GONGKAI_STATUS_RECORD_SYNTAX = 301,
  /**
   * A record is larger, deeper or wider than the limits.
   */
  GONGKAI_STATUS_RECORD_TOO_LARGE = 302,
  /**
   * A record has a number that JSON does not know: NaN, Infinity.
   */
  GONGKAI_STATUS_RECORD_NOT_A_NUMBER = 303,
  /**
   * A record is not UTF-8.
   */
  GONGKAI_STATUS_RECORD_ENCODING = 304,
  /**
   * The kind of record is not known.
   */
  GONGKAI_STATUS_UNKNOWN_KIND = 401,
  /**
   * The profile is not known.
   */
  GONGKAI_STATUS_UNKNOWN_PROFILE = 402,
  /**
   * The rule is not known.
   */
  GONGKAI_STATUS_UNKNOWN_RULE = 403,
  /**
   * A request is not as the contract describes it.
   */
  GONGKAI_STATUS_REQUEST_SYNTAX = 404,
  /**
   * A supplied list has no place in the packs.
   */
  GONGKAI_STATUS_UNKNOWN_LIST = 405,
  /**
   * No pack has the set of indicators.
   */
  GONGKAI_STATUS_UNKNOWN_SET = 406,
  /**
   * What was gathered elsewhere cannot be taken in here.
   */
  GONGKAI_STATUS_STATE_MISMATCH = 407,
  /**
   * What is asked about stands in no extract that was loaded.
   */
  GONGKAI_STATUS_EXTRACT = 408,
  /**
   * A pointer that must point to something is null.
   */
  GONGKAI_STATUS_NULL_ARGUMENT = 901,
  /**
   * A length is larger than any object can be; most often a negative number that was converted.
   */
  GONGKAI_STATUS_LENGTH = 902,
  /**
   * A text is not in the encoding it has to be in, or has a character the wanted encoding lacks.
   */
  GONGKAI_STATUS_TEXT_ENCODING = 903,
  /**
   * The library went wrong and stopped the call. The engine can still be used.
   */
  GONGKAI_STATUS_BUG = 999,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum gongkai_status gongkai_status;
#else
typedef int32_t gongkai_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * Compiled law, ready to judge by. It never changes, so any number of threads may use one at the same time
 * without a lock.
 */
typedef struct gongkai_engine gongkai_engine;

/**
 * Why a call failed, where, and what to do. It never changes and holds no personal data.
 */
typedef struct gongkai_error gongkai_error;

/**
 * An answer: the canonical bytes of a JSON value in UTF-8, or a converted text. It never changes.
 */
typedef struct gongkai_report gongkai_report;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Judges one record: `{"kind", "as_of", "record"}` to its report.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, the `RECORD_` codes, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then
 * `*report` is null and `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_check(const struct gongkai_engine *engine,
                             const char *request,
                             size_t length,
                             struct gongkai_report **report,
                             struct gongkai_error **error);

/**
 * Judges one record given apart from its kind and its day: the quickest way to judge one. `kind` is a kind
 * of record, `record` a JSON object, `as_of` a day as `YYYY-MM-DD`.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `kind`, `record` and `as_of` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX` for the day, `UNKNOWN_KIND`, the `RECORD_` codes, `TEXT_ENCODING` for kind and
 * day, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. Each text has as many bytes as its length says. `report` can be
 * written to. `error` is null or can be written to.
 */
gongkai_status gongkai_check_record(const struct gongkai_engine *engine,
                                    const char *kind,
                                    size_t kind_length,
                                    const char *record,
                                    size_t record_length,
                                    const char *as_of,
                                    size_t as_of_length,
                                    struct gongkai_report **report,
                                    struct gongkai_error **error);

/**
 * Judges a budget or final account with its tables and its text: `{"kind", "as_of", "record", "tables":
 * [{"caption", "page", "rows"}], "pages": [{"page", "text"}], "earlier": [{"kind", "record", "tables"}]}` to
 * the report of its record, with the findings about tables and text, the tables that were recognized, and the
 * tree of its expenditure. `earlier` are documents that the same publisher has published before.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, the `RECORD_` codes, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then
 * `*report` is null and `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_check_budget(const struct gongkai_engine *engine,
                                    const char *request,
                                    size_t length,
                                    struct gongkai_report **report,
                                    struct gongkai_error **error);

/**
 * Judges many records of one kind: `{"kind", "as_of", "records", "findings"}` to their counts, at most as
 * many findings as asked for, what was refused, and the findings about several records together.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
 * `*error` is the caller's. Records that could not be judged are counted and listed in the report.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_check_many(const struct gongkai_engine *engine,
                                  const char *request,
                                  size_t length,
                                  struct gongkai_report **report,
                                  struct gongkai_error **error);

/**
 * Judges many records of one kind, one JSON object a line; blank lines are passed over. The answer is that
 * of `gongkai_check_many`.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `kind`, `lines` and `as_of` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX` for the day, `UNKNOWN_KIND`, `TEXT_ENCODING` for kind and day, `NULL_ARGUMENT`,
 * `LENGTH`, `BUG`; then `*report` is null and `*error` is the caller's. Lines that could not be judged are
 * counted and listed in the report.
 *
 * # Safety
 * `engine` is an engine that was not freed. Each text has as many bytes as its length says. `report` can be
 * written to. `error` is null or can be written to.
 */
gongkai_status gongkai_check_lines(const struct gongkai_engine *engine,
                                   const char *kind,
                                   size_t kind_length,
                                   const char *lines,
                                   size_t lines_length,
                                   const char *as_of,
                                   size_t as_of_length,
                                   struct gongkai_report **report,
                                   struct gongkai_error **error);

/**
 * Judges records of several kinds together: `{"as_of", "records": [{"kind", "record"}], "findings"}` to their
 * counts in all and by kind, at most as many findings as asked for, what was refused, and the findings about
 * records together.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the
 * caller's. Records that could not be judged are counted and listed in the report.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_check_collection(const struct gongkai_engine *engine,
                                        const char *request,
                                        size_t length,
                                        struct gongkai_report **report,
                                        struct gongkai_error **error);

/**
 * Judges records of several kinds together, one `{"kind", "record"}` a line; blank lines are passed over. The
 * answer is that of `gongkai_check_collection`.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `lines` and `as_of` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX` for the day, `TEXT_ENCODING` for the day, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then
 * `*report` is null and `*error` is the caller's. Lines that could not be judged are counted and listed in
 * the report.
 *
 * # Safety
 * `engine` is an engine that was not freed. Each text has as many bytes as its length says. `report` can be
 * written to. `error` is null or can be written to.
 */
gongkai_status gongkai_check_collection_lines(const struct gongkai_engine *engine,
                                              const char *lines,
                                              size_t lines_length,
                                              const char *as_of,
                                              size_t as_of_length,
                                              struct gongkai_report **report,
                                              struct gongkai_error **error);

/**
 * Gives points by a set of indicators: `{"set", "tallies": [{"rule", "counts"}], "values", "vetoes",
 * "left_out", "mode"}` to the points, section by section and indicator by indicator. The tallies are the
 * `rules` of a report on many records.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `UNKNOWN_SET`, `UNKNOWN_RULE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is
 * null and `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_score(const struct gongkai_engine *engine,
                             const char *request,
                             size_t length,
                             struct gongkai_report **report,
                             struct gongkai_error **error);

/**
 * Opens an engine. `options` is a JSON object, all of whose members may be left out: `{"profile",
 * "known_at", "packs", "lists", "limits"}`; empty text stands for no options.
 *
 * Ownership: the engine given to `*engine` is the caller's, who frees it with `gongkai_engine_free`.
 * `options` may be freed as soon as the call returns.
 * Threads: any, at any time. The engine may be used from all of them.
 * Errors: `REQUEST_SYNTAX`, the `PACK_` codes, `UNKNOWN_PROFILE`, `UNKNOWN_LIST`, `NULL_ARGUMENT`,
 * `LENGTH`, `BUG`; then `*engine` is null and `*error` is the caller's.
 *
 * # Safety
 * `options` has `length` bytes. `engine` can be written to. `error` is null or can be written to.
 */
gongkai_status gongkai_open(const char *options,
                            size_t length,
                            struct gongkai_engine **engine,
                            struct gongkai_error **error);

/**
 * Frees the engine in `*engine` and sets `*engine` to null, so that a second call does nothing.
 *
 * Ownership: takes the engine back. Copies of the pointer must not be used or freed afterwards. Reports and
 * errors of the engine stay valid.
 * Threads: any, once no other thread uses the engine.
 * Errors: none; `engine` may be null, and so may `*engine`.
 *
 * # Safety
 * `engine` is null, or `*engine` is null or an engine that was not freed.
 */
void gongkai_engine_free(struct gongkai_engine **engine);

/**
 * The status of the call that failed.
 *
 * Ownership: nothing is given.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; `OK` for null.
 *
 * # Safety
 * `error` is null or an error that was not freed.
 */
gongkai_status gongkai_error_status(const struct gongkai_error *error);

/**
 * The name of the status in kebab case, such as `record-syntax`; never renamed.
 *
 * Ownership: the text belongs to the error and lives as long as it.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; null and length 0 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed. `length` is null or can be written to.
 */
const char *gongkai_error_name(const struct gongkai_error *error, size_t *length);

/**
 * What is wrong, for an engineer; in English.
 *
 * Ownership: the text belongs to the error and lives as long as it.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; null and length 0 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed. `length` is null or can be written to.
 */
const char *gongkai_error_message(const struct gongkai_error *error, size_t *length);

/**
 * The file, field, parameter or JSON path that is wrong; empty where there is none.
 *
 * Ownership: the text belongs to the error and lives as long as it.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; null and length 0 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed. `length` is null or can be written to.
 */
const char *gongkai_error_place(const struct gongkai_error *error, size_t *length);

/**
 * What to do about it; in English.
 *
 * Ownership: the text belongs to the error and lives as long as it.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; null and length 0 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed. `length` is null or can be written to.
 */
const char *gongkai_error_remedy(const struct gongkai_error *error, size_t *length);

/**
 * The whole error as one JSON object: `{"code", "name", "message", "place", "line", "offset", "remedy"}`,
 * without the members that do not apply.
 *
 * Ownership: the text belongs to the error and lives as long as it.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; null and length 0 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed. `length` is null or can be written to.
 */
const char *gongkai_error_json(const struct gongkai_error *error,
                               size_t *length);

/**
 * The line that is wrong, counted from 1; 0 where there is none.
 *
 * Ownership: nothing is given.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; 0 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed.
 */
uint32_t gongkai_error_line(const struct gongkai_error *error);

/**
 * The byte that is wrong, counted from 0; -1 where there is none.
 *
 * Ownership: nothing is given.
 * Threads: any, at any time, until the error is freed.
 * Errors: none; -1 for null.
 *
 * # Safety
 * `error` is null or an error that was not freed.
 */
int64_t gongkai_error_offset(const struct gongkai_error *error);

/**
 * Frees the error in `*error` and sets `*error` to null, so that a second call does nothing.
 *
 * Ownership: takes the error back, and with it the texts it gave. Copies of the pointer must not be used or
 * freed afterwards.
 * Threads: any, once no other thread uses the error.
 * Errors: none; `error` may be null, and so may `*error`.
 *
 * # Safety
 * `error` is null, or `*error` is null or an error that was not freed.
 */
void gongkai_error_free(struct gongkai_error **error);

/**
 * The due day of a term: `{"from", "term", "first_day_counts", "roll_forward", "explain"}` to
 * `{"from", "term", "term_label", "due", "due_time", "explanation"}`.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the
 * caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_deadline(const struct gongkai_engine *engine,
                                const char *request,
                                size_t length,
                                struct gongkai_report **report,
                                struct gongkai_error **error);

/**
 * The fields of a kind of record: `{"kind", "form"}`, where the form is `"fields"` for drawing a form or
 * `"json-schema"` for JSON Schema 2020-12.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
 * `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_schema(const struct gongkai_engine *engine,
                              const char *request,
                              size_t length,
                              struct gongkai_report **report,
                              struct gongkai_error **error);

/**
 * The catalogue: every profile, pack, kind of record and rule, and which rules the engine judges by.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * Threads: any; threads may share the engine.
 * Errors: `NULL_ARGUMENT`, `BUG`; then `*report` is null and `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `report` can be written to. `error` is null or can be written
 * to.
 */
gongkai_status gongkai_rules(const struct gongkai_engine *engine,
                             struct gongkai_report **report,
                             struct gongkai_error **error);

/**
 * One rule beside its clause: `{"rule"}`, which is an id, a code, or an id it once had.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `UNKNOWN_RULE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
 * `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_explain(const struct gongkai_engine *engine,
                               const char *request,
                               size_t length,
                               struct gongkai_report **report,
                               struct gongkai_error **error);

/**
 * Everything that is wrong with packs from outside, without judging by them: `{"packs": [{"name", "text",
 * "format"}]}` to `{"good", "troubles"}`. It needs no engine.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any, at any time.
 * Errors: `REQUEST_SYNTAX`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the
 * caller's.
 *
 * # Safety
 * `request` has `length` bytes. `report` can be written to. `error` is null or can be written to.
 */
gongkai_status gongkai_lint(const char *request,
                            size_t length,
                            struct gongkai_report **report,
                            struct gongkai_error **error);

/**
 * Versions of the library and the contract; profile, packs and calendar of the engine with their hashes.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * Threads: any; threads may share the engine.
 * Errors: `NULL_ARGUMENT`, `BUG`; then `*report` is null and `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `report` can be written to. `error` is null or can be written
 * to.
 */
gongkai_status gongkai_version(const struct gongkai_engine *engine,
                               struct gongkai_report **report,
                               struct gongkai_error **error);

/**
 * The bytes of an answer, followed by a zero byte that is not counted.
 *
 * Ownership: the bytes belong to the report and live as long as it.
 * Threads: any, at any time, until the report is freed.
 * Errors: none; null for null.
 *
 * # Safety
 * `report` is null or a report that was not freed.
 */
const char *gongkai_report_data(const struct gongkai_report *report);

/**
 * How many bytes an answer has.
 *
 * Ownership: nothing is given.
 * Threads: any, at any time, until the report is freed.
 * Errors: none; 0 for null.
 *
 * # Safety
 * `report` is null or a report that was not freed.
 */
size_t gongkai_report_length(const struct gongkai_report *report);

/**
 * Frees the report in `*report` and sets `*report` to null, so that a second call does nothing.
 *
 * Ownership: takes the report back, and with it the bytes it gave. Copies of the pointer must not be used
 * or freed afterwards.
 * Threads: any, once no other thread uses the report.
 * Errors: none; `report` may be null, and so may `*report`.
 *
 * # Safety
 * `report` is null, or `*report` is null or a report that was not freed.
 */
void gongkai_report_free(struct gongkai_report **report);

/**
 * Looks through a text before it goes out: `{"text", "as_of", "format", "audience", "lists", "offsets",
 * "hits"}` to `{"audience", "clean", "hits", "hits_total"}`. The format is `"text"` or `"html"`; offsets are
 * `"bytes"` unless they are `"utf16"` or `"characters"`.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `RECORD_TOO_LARGE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
 * `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_screen(const struct gongkai_engine *engine,
                              const char *request,
                              size_t length,
                              struct gongkai_report **report,
                              struct gongkai_error **error);

/**
 * Masks what can be masked in a text, or in a page in HTML, whose tags stay: `{"text", "as_of", "format",
 * "audience", "lists", "offsets", "hits"}` to `{"audience", "text", "publishable", "masked", "left",
 * "left_total"}`. What is left stands in the masked text still.
 *
 * Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
 * `request` may be freed as soon as the call returns.
 * Threads: any; threads may share the engine.
 * Errors: `REQUEST_SYNTAX`, `RECORD_TOO_LARGE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
 * `*error` is the caller's.
 *
 * # Safety
 * `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
 * `error` is null or can be written to.
 */
gongkai_status gongkai_mask(const struct gongkai_engine *engine,
                            const char *request,
                            size_t length,
                            struct gongkai_report **report,
                            struct gongkai_error **error);

/**
 * Converts text in GB18030, GBK or GB2312 to UTF-8. Convert whole texts: half a character is an error, and
 * the second byte of a character can be the code of `\`, so JSON has to be made after the conversion.
 *
 * Ownership: the text given to `*report` is the caller's, who frees it with `gongkai_report_free`. `text`
 * may be freed as soon as the call returns.
 * Threads: any, at any time.
 * Errors: `TEXT_ENCODING` with the offset of the byte after the wrong one, `NULL_ARGUMENT`, `LENGTH`,
 * `BUG`; then `*report` is null and `*error` is the caller's. Nothing is replaced silently.
 *
 * # Safety
 * `text` has `length` bytes. `report` can be written to. `error` is null or can be written to.
 */
gongkai_status gongkai_text_from_gb18030(const char *text,
                                         size_t length,
                                         struct gongkai_report **report,
                                         struct gongkai_error **error);

/**
 * Converts text in UTF-8 to GB18030. Characters of GBK get the bytes they have in GBK, all others four
 * bytes that GBK does not know.
 *
 * Ownership: the text given to `*report` is the caller's, who frees it with `gongkai_report_free`. `text`
 * may be freed as soon as the call returns.
 * Threads: any, at any time.
 * Errors: `TEXT_ENCODING` with the offset of what is not UTF-8 or of the byte after a character that
 * GB18030 lacks, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the caller's.
 *
 * # Safety
 * `text` has `length` bytes. `report` can be written to. `error` is null or can be written to.
 */
gongkai_status gongkai_text_to_gb18030(const char *text,
                                       size_t length,
                                       struct gongkai_report **report,
                                       struct gongkai_error **error);

/**
 * The version of the binary interface of the library that is loaded: a program compares it with
 * `GONGKAI_ABI_VERSION` before anything else.
 *
 * Ownership: nothing is given.
 * Threads: any, at any time.
 * Errors: none.
 */
uint32_t gongkai_abi_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* GONGKAI_H */
