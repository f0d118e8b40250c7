/* Every function does what the header says. */
#include "check.h"

static gongkai_engine *engine;
static gongkai_report *report;
static gongkai_error *error;

static void judges_one_record(void)
{
    gongkai_report *again = NULL;
    const char *request = "{\"kind\": \"" KIND "\", \"as_of\": \"" DAY "\", \"record\": " RECORD "}";

    CHECK(gongkai_check(engine, TEXT(request), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(gongkai_check_record(engine, TEXT(KIND), TEXT(RECORD), TEXT(DAY), &again, NULL) == GONGKAI_STATUS_OK);
    CHECK(gongkai_report_length(report) == gongkai_report_length(again));
    CHECK(memcmp(gongkai_report_data(report), gongkai_report_data(again), gongkai_report_length(report)) == 0);
    CHECK(says(&again, "\"amount\":3,\"unit\":\"working_days\""));
    gongkai_report_free(&report);
}

static void judges_many_records(void)
{
    const char *request = "{\"kind\": \"" KIND "\", \"as_of\": \"" DAY "\", \"records\": [" RECORD ", " RECORD "]}";

    CHECK(gongkai_check_many(engine, TEXT(request), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"read\":2,\"judged\":2,\"refused\":0"));
    CHECK(gongkai_check_lines(engine, TEXT(KIND), TEXT(RECORD "\n\nnot json\n"), TEXT(DAY), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"read\":2,\"judged\":1,\"refused\":1"));
}

static void judges_records_of_several_kinds(void)
{
    const char *line = "{\"kind\": \"" KIND "\", \"record\": " RECORD "}";

    CHECK(gongkai_check_collection_lines(engine, TEXT(line), TEXT(DAY), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"read\":1,\"judged\":1,\"refused\":0"));
    CHECK(gongkai_score(engine, TEXT("{\"set\": \"no-such-set\"}"), &report, &error) == GONGKAI_STATUS_UNKNOWN_SET);
    gongkai_error_free(&error);
}

static void says_what_the_law_says(void)
{
    CHECK(gongkai_deadline(engine, TEXT("{\"from\": \"2016-09-30\", \"term\": \"7 working days\"}"), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"on\":\"2016-10-14\""));
    CHECK(gongkai_schema(engine, TEXT("{\"kind\": \"" KIND "\", \"form\": \"json-schema\"}"), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "json-schema.org/draft/2020-12"));
    CHECK(gongkai_rules(engine, &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"license-publication-deadline\""));
    CHECK(gongkai_explain(engine, TEXT("{\"rule\": \"license-publication-deadline\"}"), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"license-publication-deadline\""));
    CHECK(gongkai_lint(TEXT("{\"packs\": [{\"name\": \"x.toml\", \"text\": \"[\", \"format\": \"toml\"}]}"), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"good\":false"));
    CHECK(gongkai_screen(engine, TEXT("{\"text\": \"13912345678\", \"as_of\": \"" DAY "\"}"), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"clean\":false"));
    CHECK(gongkai_mask(engine, TEXT("{\"text\": \"13912345678\", \"as_of\": \"" DAY "\"}"), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"publishable\":true"));
    CHECK(gongkai_version(engine, &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, "\"profile\":\"gansu-2016\""));
}

static void converts_gbk(void)
{
    const char gbk[] = "\xb9\xab\xbf\xaa"; /* 公开 */
    const char utf8[] = "\345\205\254\345\274\200";

    CHECK(gongkai_text_from_gb18030(TEXT(gbk), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, utf8));
    CHECK(gongkai_text_to_gb18030(TEXT(utf8), &report, &error) == GONGKAI_STATUS_OK);
    CHECK(says(&report, gbk));
    CHECK(gongkai_text_from_gb18030(NULL, 0, &report, &error) == GONGKAI_STATUS_OK);
    CHECK(gongkai_report_length(report) == 0);
    gongkai_report_free(&report);
}

static void explains_errors(void)
{
    size_t length = 0;
    const char *message;

    CHECK(gongkai_check_record(engine, TEXT(KIND), TEXT("{\"a\": }"), TEXT(DAY), &report, &error) == GONGKAI_STATUS_RECORD_SYNTAX);
    CHECK(report == NULL);
    CHECK(gongkai_error_status(error) == GONGKAI_STATUS_RECORD_SYNTAX);
    CHECK(strcmp(gongkai_error_name(error, NULL), "record-syntax") == 0);
    CHECK(gongkai_error_offset(error) == 6);
    message = gongkai_error_message(error, &length);
    CHECK(length > 0 && strlen(message) == length);
    CHECK(strlen(gongkai_error_remedy(error, &length)) == length && length > 0);
    gongkai_error_free(&error);
    CHECK(error == NULL);

    CHECK(gongkai_check(engine, TEXT("{\"kind\": \"a\",\n\"kinds\": 1}"), &report, &error) == GONGKAI_STATUS_REQUEST_SYNTAX);
    CHECK(gongkai_error_line(error) == 2);
    CHECK(gongkai_error_offset(error) == -1);
    CHECK(strcmp(gongkai_error_place(error, &length), "request") == 0 && length == 7);
    CHECK(strstr(gongkai_error_message(error, NULL), "`kinds`") != NULL);
    CHECK(strstr(gongkai_error_json(error, NULL), "{\"code\":404,\"name\":\"request-syntax\",") != NULL);
    gongkai_error_free(&error);

    CHECK(gongkai_text_to_gb18030(TEXT("a\xff"), &report, &error) == GONGKAI_STATUS_TEXT_ENCODING);
    CHECK(strcmp(gongkai_error_json(error, &length),
                 "{\"code\":903,\"name\":\"text-encoding\",\"message\":\"not UTF-8\",\"place\":\"text\",\"offset\":1,"
                 "\"remedy\":\"convert the text to the encoding asked for\"}") == 0);
    gongkai_error_free(&error);
}

int main(void)
{
    CHECK(gongkai_abi_version() == GONGKAI_ABI_VERSION);
    engine = opened(OPTIONS);
    judges_one_record();
    judges_many_records();
    judges_records_of_several_kinds();
    says_what_the_law_says();
    converts_gbk();
    explains_errors();
    gongkai_engine_free(&engine);
    CHECK(engine == NULL);
    return 0;
}
