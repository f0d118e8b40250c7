/* Answers every case of tests/evidence in the form of expected.txt: evidence FOLDER > answers */
#include "cases.h"

typedef gongkai_status by_request(const gongkai_engine *, const char *, size_t, gongkai_report **, gongkai_error **);

static const struct {
    const char *name;
    by_request *call;
} BY_REQUEST[] = {
    {"check", gongkai_check},   {"check_many", gongkai_check_many}, {"deadline", gongkai_deadline},
    {"schema", gongkai_schema}, {"explain", gongkai_explain},       {"screen", gongkai_screen},
    {"mask", gongkai_mask},     {"check_budget", gongkai_check_budget}, {"check_collection", gongkai_check_collection},
    {"score", gongkai_score},
};

static gongkai_report *report;
static gongkai_error *error;

/* Puts line breaks where U+2424 stands for them. */
static void break_lines(column *payload)
{
    const char mark[] = "\342\220\244";
    size_t from = 0, to = 0;

    while (from < payload->length) {
        if (payload->length - from >= 3 && memcmp(payload->text + from, mark, 3) == 0) {
            payload->text[to++] = '\n';
            from += 3;
        } else {
            payload->text[to++] = payload->text[from++];
        }
    }
    payload->length = to;
}

static gongkai_status ask(one_case asked)
{
    const gongkai_engine *engine = asked.engine;
    column kind = asked.kind, as_of = asked.as_of, payload = asked.payload;
    size_t i;

    if (is(asked.function, "check_record")) {
        return gongkai_check_record(engine, kind.text, kind.length, payload.text, payload.length, as_of.text,
                                    as_of.length, &report, &error);
    }
    if (is(asked.function, "check_lines")) {
        break_lines(&payload);
        return gongkai_check_lines(engine, kind.text, kind.length, payload.text, payload.length, as_of.text,
                                   as_of.length, &report, &error);
    }
    if (is(asked.function, "check_collection_lines")) {
        break_lines(&payload);
        return gongkai_check_collection_lines(engine, payload.text, payload.length, as_of.text, as_of.length, &report,
                                              &error);
    }
    if (is(asked.function, "lint")) {
        return gongkai_lint(payload.text, payload.length, &report, &error);
    }
    if (is(asked.function, "rules")) {
        return gongkai_rules(engine, &report, &error);
    }
    if (is(asked.function, "version")) {
        return gongkai_version(engine, &report, &error);
    }
    for (i = 0; i < sizeof BY_REQUEST / sizeof *BY_REQUEST; i++) {
        if (is(asked.function, BY_REQUEST[i].name)) {
            return BY_REQUEST[i].call(engine, payload.text, payload.length, &report, &error);
        }
    }
    CHECK(!"a function that this program does not know");
    return GONGKAI_STATUS_BUG;
}

static void answer(char *line, size_t length)
{
    if (ask(split(line, length)) == GONGKAI_STATUS_OK) {
        putchar('=');
        fwrite(gongkai_report_data(report), 1, gongkai_report_length(report), stdout);
    } else {
        size_t json = 0;
        const char *text = gongkai_error_json(error, &json);

        putchar('!');
        fwrite(text, 1, json, stdout);
    }
    putchar('\n');
    gongkai_report_free(&report);
    gongkai_error_free(&error);
}

int main(int count, char **arguments)
{
    FILE *cases;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;

    CHECK(count == 2);
    open_engines(arguments[1]);
    cases = read_from(arguments[1], "cases.tsv");
    while ((length = getline(&line, &room, cases)) > 0) {
        answer(line, (size_t)length - 1);
    }
    free(line);
    fclose(cases);
    free_engines();
    return 0;
}
