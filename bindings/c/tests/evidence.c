/* Answers every case of tests/evidence in the form of expected.txt: evidence FOLDER > answers */
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include <sys/types.h>

enum { ENGINES = 64, COLUMNS = 5, PATH = 4096 };

/* One column of a case. */
typedef struct {
    char *text;
    size_t length;
} column;

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

static gongkai_engine *engines[ENGINES];
static gongkai_report *report;
static gongkai_error *error;

static FILE *read_from(const char *folder, const char *name)
{
    char path[PATH];
    FILE *file;
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);

    CHECK(length > 0 && (size_t)length < sizeof path);
    file = fopen(path, "rb");
    CHECK(file != NULL);
    return file;
}

static void open_engines(const char *folder)
{
    FILE *file = read_from(folder, "engines.txt");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    int count = 0;

    while ((length = getline(&line, &room, file)) > 0) {
        CHECK(count < ENGINES);
        CHECK(gongkai_open(line, (size_t)length - 1, &engines[count], &error) == GONGKAI_STATUS_OK);
        count++;
    }
    free(line);
    fclose(file);
}

static void split(char *line, size_t length, column columns[COLUMNS])
{
    int i;

    for (i = 0; i < COLUMNS; i++) {
        char *tab = i + 1 < COLUMNS ? memchr(line, '\t', length) : line + length;

        CHECK(tab != NULL);
        columns[i].text = line;
        columns[i].length = (size_t)(tab - line);
        length -= columns[i].length + (i + 1 < COLUMNS);
        line = tab + 1;
    }
}

static int is(column name, const char *text)
{
    return name.length == strlen(text) && memcmp(name.text, text, name.length) == 0;
}

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

static gongkai_status ask(const gongkai_engine *engine, column name, column kind, column as_of, column payload)
{
    size_t i;

    if (is(name, "check_record")) {
        return gongkai_check_record(engine, kind.text, kind.length, payload.text, payload.length, as_of.text,
                                    as_of.length, &report, &error);
    }
    if (is(name, "check_lines")) {
        break_lines(&payload);
        return gongkai_check_lines(engine, kind.text, kind.length, payload.text, payload.length, as_of.text,
                                   as_of.length, &report, &error);
    }
    if (is(name, "check_collection_lines")) {
        break_lines(&payload);
        return gongkai_check_collection_lines(engine, payload.text, payload.length, as_of.text, as_of.length, &report,
                                              &error);
    }
    if (is(name, "lint")) {
        return gongkai_lint(payload.text, payload.length, &report, &error);
    }
    if (is(name, "rules")) {
        return gongkai_rules(engine, &report, &error);
    }
    if (is(name, "version")) {
        return gongkai_version(engine, &report, &error);
    }
    for (i = 0; i < sizeof BY_REQUEST / sizeof *BY_REQUEST; i++) {
        if (is(name, BY_REQUEST[i].name)) {
            return BY_REQUEST[i].call(engine, payload.text, payload.length, &report, &error);
        }
    }
    CHECK(!"a function that this program does not know");
    return GONGKAI_STATUS_BUG;
}

static void answer(char *line, size_t length)
{
    column columns[COLUMNS];
    unsigned long engine;

    split(line, length, columns);
    engine = strtoul(columns[0].text, NULL, 10);
    CHECK(engine < ENGINES && engines[engine] != NULL);
    if (ask(engines[engine], columns[1], columns[2], columns[3], columns[4]) == GONGKAI_STATUS_OK) {
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
    int i;

    CHECK(count == 2);
    open_engines(arguments[1]);
    cases = read_from(arguments[1], "cases.tsv");
    while ((length = getline(&line, &room, cases)) > 0) {
        answer(line, (size_t)length - 1);
    }
    free(line);
    fclose(cases);
    for (i = 0; i < ENGINES; i++) {
        gongkai_engine_free(&engines[i]);
    }
    return 0;
}
