/* The cases of tests/evidence: the engines they are put to, and the columns of each. */
#ifndef GONGKAI_TESTS_CASES_H
#define GONGKAI_TESTS_CASES_H

#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include <sys/types.h>

enum { ENGINES = 64, COLUMNS = 5, PATH = 4096 };

/* One column of a case. */
typedef struct {
    char *text;
    size_t length;
} column;

/* One case: the columns of its line, and the engine that the first of them names. */
typedef struct {
    const gongkai_engine *engine;
    column function, kind, as_of, payload;
} one_case;

static gongkai_engine *engines[ENGINES];

static inline FILE *read_from(const char *folder, const char *name)
{
    char path[PATH];
    FILE *file;
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);

    CHECK(length > 0 && (size_t)length < sizeof path);
    file = fopen(path, "rb");
    CHECK(file != NULL);
    return file;
}

static inline void open_engines(const char *folder)
{
    FILE *file = read_from(folder, "engines.txt");
    gongkai_error *error = NULL;
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

static inline void free_engines(void)
{
    int i;

    for (i = 0; i < ENGINES; i++) {
        gongkai_engine_free(&engines[i]);
    }
}

static inline one_case split(char *line, size_t length)
{
    column columns[COLUMNS];
    one_case found;
    unsigned long engine;
    int i;

    for (i = 0; i < COLUMNS; i++) {
        char *tab = i + 1 < COLUMNS ? (char *)memchr(line, '\t', length) : line + length;

        CHECK(tab != NULL);
        columns[i].text = line;
        columns[i].length = (size_t)(tab - line);
        length -= columns[i].length + (i + 1 < COLUMNS);
        line = tab + 1;
    }
    engine = strtoul(columns[0].text, NULL, 10);
    CHECK(engine < ENGINES && engines[engine] != NULL);
    found.engine = engines[engine];
    found.function = columns[1];
    found.kind = columns[2];
    found.as_of = columns[3];
    found.payload = columns[4];
    return found;
}

static inline int is(column name, const char *text)
{
    return name.length == strlen(text) && memcmp(name.text, text, name.length) == 0;
}

#endif
