/*
 * An older system that keeps its rows in GBK judges them before they go out.
 *
 *     cc examples/legacy/legacy.c $(pkg-config --cflags --libs gongkai) -o legacy
 *     ./legacy KIND AS-OF < rows.csv
 *
 * The rows are CSV in GB18030 or GBK, the first with the headings. Each finding is printed on a line of its
 * own, in GB18030 as the rows are: number of the row, code of the rule, what was found. The exit status is 0
 * when nothing was found, 1 when something was, 2 when the rows could not be judged.
 */
#include <gongkai.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 256 };

/* Text that grows. */
typedef struct {
    char *data;
    size_t length, room;
} text;

static gongkai_error *error;

static void add(text *to, const char *data, size_t length)
{
    if (to->room - to->length < length) {
        to->room = (to->length + length) * 2;
        to->data = realloc(to->data, to->room);
        if (to->data == NULL) {
            exit(2);
        }
    }
    memcpy(to->data + to->length, data, length);
    to->length += length;
}

static void say_error(void)
{
    fprintf(stderr, "%s\n", gongkai_error_json(error, NULL));
    exit(2);
}

/* Takes one cell of CSV at `*at` as a text of JSON. Returns what ends it: `,`, `\n`, or 0 at the end. */
static char take_cell(const char **at, const char *end, text *json)
{
    int quoted = *at < end && **at == '"';

    *at += quoted;
    add(json, "\"", 1);
    while (*at < end) {
        char c = *(*at)++;

        if (quoted && c == '"') {
            if (*at == end || **at != '"') {
                quoted = 0;
                continue;
            }
            (*at)++;
        } else if (!quoted && (c == ',' || c == '\n')) {
            add(json, "\"", 1);
            return c;
        }
        if (c == '"' || c == '\\') {
            add(json, "\\", 1);
        }
        if ((unsigned char)c >= ' ') {
            add(json, &c, 1);
        } else if (c != '\r') {
            add(json, " ", 1);
        }
    }
    add(json, "\"", 1);
    return 0;
}

/* Prints text in UTF-8 as GB18030. */
static void print_gbk(const char *data, size_t length)
{
    gongkai_report *gbk = NULL;

    if (gongkai_text_to_gb18030(data, length, &gbk, &error) != GONGKAI_STATUS_OK) {
        say_error();
    }
    fwrite(gongkai_report_data(gbk), 1, gongkai_report_length(gbk), stdout);
    gongkai_report_free(&gbk);
}

/* Prints the text of JSON after a mark, with its escapes, and returns what follows it. */
static const char *print_after(const char *json, const char *mark)
{
    const char *from = strstr(json, mark);
    const char *to;

    if (from == NULL) {
        return json;
    }
    from += strlen(mark);
    for (to = from; *to != '"'; to += *to == '\\' ? 2 : 1) {
    }
    print_gbk(from, (size_t)(to - from));
    return to;
}

/* Prints the findings of a report and returns how many there are. */
static unsigned long print_findings(unsigned long row, const char *json)
{
    unsigned long count = 0;
    const char *at = strstr(json, "\"findings\":[");

    while (at != NULL && (at = strstr(at, "{\"rule\":")) != NULL) {
        printf("%lu\t", row);
        at = print_after(at, "\"code\":\"");
        printf("\t");
        at = print_after(at, "\"message\":{\"zh\":\"");
        printf("\n");
        count++;
    }
    return count;
}

static gongkai_report *read_all(void)
{
    static char block[1 << 16];
    text rows = {NULL, 0, 0};
    gongkai_report *utf8 = NULL;
    size_t length;

    while ((length = fread(block, 1, sizeof block, stdin)) > 0) {
        add(&rows, block, length);
    }
    /* The whole text at once: half a character is an error, and its second byte can be the code of `\`. */
    if (gongkai_text_from_gb18030(rows.data, rows.length, &utf8, &error) != GONGKAI_STATUS_OK) {
        say_error();
    }
    free(rows.data);
    return utf8;
}

int main(int count, char **arguments)
{
    static text headings[COLUMNS];
    text record = {NULL, 0, 0};
    gongkai_engine *engine = NULL;
    gongkai_report *rows;
    const char *at, *end;
    unsigned long row = 0, findings = 0;
    size_t columns = 0, column;
    char stop;

    if (count != 3 || gongkai_abi_version() != GONGKAI_ABI_VERSION) {
        return 2;
    }
    if (gongkai_open("", 0, &engine, &error) != GONGKAI_STATUS_OK) {
        say_error();
    }
    rows = read_all();
    at = gongkai_report_data(rows);
    end = at + gongkai_report_length(rows);
    do {
        stop = take_cell(&at, end, &headings[columns++]);
    } while (stop == ',' && columns < COLUMNS);
    while (at < end) {
        gongkai_report *report = NULL;

        record.length = 0;
        for (column = 0, stop = ','; stop == ','; column++) {
            text cell = {NULL, 0, 0};

            stop = take_cell(&at, end, &cell);
            if (column < columns) {
                add(&record, record.length == 0 ? "{" : ",", 1);
                add(&record, headings[column].data, headings[column].length);
                add(&record, ":", 1);
                add(&record, cell.data, cell.length);
            }
            free(cell.data);
        }
        add(&record, "}", 1);
        row++;
        if (gongkai_check_record(engine, arguments[1], strlen(arguments[1]), record.data, record.length,
                                 arguments[2], strlen(arguments[2]), &report, &error) != GONGKAI_STATUS_OK) {
            say_error();
        }
        findings += print_findings(row, gongkai_report_data(report));
        gongkai_report_free(&report);
    }
    fprintf(stderr, "%lu rows, %lu findings\n", row, findings);
    while (columns > 0) {
        free(headings[--columns].data);
    }
    free(record.data);
    gongkai_report_free(&rows);
    gongkai_engine_free(&engine);
    return findings > 0;
}
