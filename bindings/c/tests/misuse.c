/* Whatever is passed wrongly gives a status, and the engine still works afterwards. */
#include "check.h"

typedef gongkai_status judged_by(const gongkai_engine *, const char *, size_t, gongkai_report **, gongkai_error **);

static judged_by *const BY_REQUEST[] = {gongkai_check, gongkai_check_many, gongkai_deadline, gongkai_schema,
                                     gongkai_explain, gongkai_screen, gongkai_mask, gongkai_check_budget,
                                     gongkai_check_collection, gongkai_score};

static gongkai_engine *engine;
static gongkai_report *report;
static gongkai_error *error;

/* The call failed with this status, gave an error that says so, and no report. */
static void failed(gongkai_status got, gongkai_status expected)
{
    CHECK(got == expected);
    CHECK(report == NULL);
    CHECK(gongkai_error_status(error) == expected);
    CHECK(strlen(gongkai_error_name(error, NULL)) > 0);
    gongkai_error_free(&error);
}

static void null_requests(judged_by *call)
{
    failed(call(NULL, TEXT("{}"), &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(call(engine, NULL, 1, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(call(engine, TEXT("{}"), NULL, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(call(engine, NULL, 0, &report, &error), GONGKAI_STATUS_REQUEST_SYNTAX);
    CHECK(call(NULL, NULL, 7, NULL, NULL) == GONGKAI_STATUS_NULL_ARGUMENT);
    CHECK(call(engine, NULL, 0, &report, NULL) == GONGKAI_STATUS_REQUEST_SYNTAX);
}

static void wrong_requests(judged_by *call)
{
    const char zeros[] = "{\"kind\": \"a\0b\"}\0\0";
    const char broken[] = "{\"kind\": \"\xff\xfe\", \"rule\": \"\xc3\"}";

    failed(call(engine, "{}", (size_t)-1, &report, &error), GONGKAI_STATUS_LENGTH);
    failed(call(engine, "{}", (size_t)PTRDIFF_MAX + 1, &report, &error), GONGKAI_STATUS_LENGTH);
    failed(call(engine, "{}", 1, &report, &error), GONGKAI_STATUS_REQUEST_SYNTAX);
    failed(call(engine, zeros, sizeof zeros, &report, &error), GONGKAI_STATUS_REQUEST_SYNTAX);
    failed(call(engine, broken, sizeof broken - 1, &report, &error), GONGKAI_STATUS_REQUEST_SYNTAX);
}

static void null_everywhere(void)
{
    gongkai_engine *none = NULL;
    size_t length = 7;
    size_t i;

    for (i = 0; i < sizeof BY_REQUEST / sizeof *BY_REQUEST; i++) {
        null_requests(BY_REQUEST[i]);
        wrong_requests(BY_REQUEST[i]);
    }
    failed(gongkai_rules(NULL, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_version(NULL, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_lint(NULL, 3, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_open(NULL, 3, &none, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_open(NULL, 0, NULL, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    CHECK(gongkai_open(NULL, 0, NULL, NULL) == GONGKAI_STATUS_NULL_ARGUMENT);
    CHECK(gongkai_report_data(NULL) == NULL && gongkai_report_length(NULL) == 0);
    CHECK(gongkai_error_status(NULL) == GONGKAI_STATUS_OK);
    CHECK(gongkai_error_name(NULL, &length) == NULL && length == 0);
    CHECK(gongkai_error_message(NULL, NULL) == NULL && gongkai_error_place(NULL, NULL) == NULL);
    CHECK(gongkai_error_remedy(NULL, NULL) == NULL && gongkai_error_json(NULL, NULL) == NULL);
    CHECK(gongkai_error_line(NULL) == 0 && gongkai_error_offset(NULL) == -1);
}

static void records_apart(void)
{
    const char zeros[] = "{\"a\0b\": \"\0\"}";
    const char broken[] = "{\"a\": \"\xff\"}";

    failed(gongkai_check_record(engine, NULL, 9, TEXT(RECORD), TEXT(DAY), &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_check_record(engine, TEXT(KIND), NULL, 9, TEXT(DAY), &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_check_record(engine, TEXT(KIND), TEXT(RECORD), NULL, 9, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_check_record(engine, NULL, 0, TEXT(RECORD), TEXT(DAY), &report, &error), GONGKAI_STATUS_UNKNOWN_KIND);
    failed(gongkai_check_record(engine, TEXT(KIND), NULL, 0, TEXT(DAY), &report, &error), GONGKAI_STATUS_RECORD_SYNTAX);
    failed(gongkai_check_record(engine, TEXT(KIND), TEXT(RECORD), NULL, 0, &report, &error), GONGKAI_STATUS_REQUEST_SYNTAX);
    failed(gongkai_check_record(engine, "a\0b", 3, TEXT(RECORD), TEXT(DAY), &report, &error), GONGKAI_STATUS_UNKNOWN_KIND);
    failed(gongkai_check_record(engine, TEXT(KIND), zeros, sizeof zeros - 1, TEXT(DAY), &report, &error), GONGKAI_STATUS_RECORD_SYNTAX);
    failed(gongkai_check_record(engine, TEXT(KIND), broken, sizeof broken - 1, TEXT(DAY), &report, &error), GONGKAI_STATUS_RECORD_ENCODING);
    failed(gongkai_check_record(engine, TEXT("\xff"), TEXT(RECORD), TEXT(DAY), &report, &error), GONGKAI_STATUS_TEXT_ENCODING);
    failed(gongkai_check_lines(engine, TEXT(KIND), TEXT(RECORD), TEXT("\xff"), &report, &error), GONGKAI_STATUS_TEXT_ENCODING);
    failed(gongkai_check_lines(NULL, TEXT(KIND), TEXT(RECORD), TEXT(DAY), &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
}

/* Texts that are no record, whatever the form in which they are given. */
static void wrong_records(void)
{
    static const struct {
        const char *text;
        gongkai_status expected;
    } RECORDS[] = {
        {"[]", GONGKAI_STATUS_RECORD_SYNTAX},
        {"7", GONGKAI_STATUS_RECORD_SYNTAX},
        {"{\"a\": \"\\ud800\"}", GONGKAI_STATUS_RECORD_SYNTAX},
        {"{\"a\": \"\355\240\200\"}", GONGKAI_STATUS_RECORD_ENCODING},
        {"{\"a\": NaN}", GONGKAI_STATUS_RECORD_NOT_A_NUMBER},
    };
    char huge[4096] = "{\"a\": ";
    char deep[4096] = "";
    size_t i, length = strlen(huge);

    for (i = 0; i < sizeof RECORDS / sizeof *RECORDS; i++) {
        failed(gongkai_check_record(engine, TEXT(KIND), TEXT(RECORDS[i].text), TEXT(DAY), &report, &error), RECORDS[i].expected);
    }
    memset(huge + length, '9', 2000);
    strcpy(huge + length + 2000, "}");
    failed(gongkai_check_record(engine, TEXT(KIND), TEXT(huge), TEXT(DAY), &report, &error), GONGKAI_STATUS_RECORD_TOO_LARGE);
    for (i = 0; i < 200; i++) {
        strcat(deep, "{\"a\": ");
    }
    failed(gongkai_check_record(engine, TEXT(KIND), TEXT(deep), TEXT(DAY), &report, &error), GONGKAI_STATUS_RECORD_TOO_LARGE);
}

static void wrong_texts(void)
{
    const char half[] = "\xb9\xab\xbf";

    CHECK(gongkai_text_from_gb18030(TEXT(half), &report, &error) == GONGKAI_STATUS_TEXT_ENCODING);
    CHECK(gongkai_error_offset(error) == 3);
    failed(GONGKAI_STATUS_TEXT_ENCODING, GONGKAI_STATUS_TEXT_ENCODING);
    failed(gongkai_text_to_gb18030(TEXT("a\xff"), &report, &error), GONGKAI_STATUS_TEXT_ENCODING);
    failed(gongkai_text_to_gb18030(TEXT("\356\227\245"), &report, &error), GONGKAI_STATUS_TEXT_ENCODING); /* U+E5E5 */
    failed(gongkai_text_from_gb18030(NULL, 1, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    failed(gongkai_text_to_gb18030(TEXT("a"), NULL, &error), GONGKAI_STATUS_NULL_ARGUMENT);
}

static void limits_hold(void)
{
    gongkai_engine *small = opened("{\"limits\": {\"bytes\": 20}}");

    failed(gongkai_check_record(small, TEXT(KIND), TEXT(RECORD), TEXT(DAY), &report, &error), GONGKAI_STATUS_RECORD_TOO_LARGE);
    gongkai_engine_free(&small);
}

static void freed_twice(void)
{
    gongkai_report *kept = NULL;

    CHECK(gongkai_rules(engine, &kept, &error) == GONGKAI_STATUS_OK);
    gongkai_engine_free(&engine);
    gongkai_engine_free(&engine);
    gongkai_engine_free(NULL);
    failed(gongkai_rules(engine, &report, &error), GONGKAI_STATUS_NULL_ARGUMENT);
    CHECK(gongkai_report_length(kept) > 0);
    gongkai_report_free(&kept);
    gongkai_report_free(&kept);
    gongkai_report_free(NULL);
    gongkai_error_free(&error);
    gongkai_error_free(NULL);
}

int main(void)
{
    engine = opened(OPTIONS);
    null_everywhere();
    records_apart();
    wrong_records();
    wrong_texts();
    limits_hold();
    CHECK(gongkai_check_record(engine, TEXT(KIND), TEXT(RECORD), TEXT(DAY), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"verdict\":\"breached\""));
    freed_twice();
    return 0;
}
