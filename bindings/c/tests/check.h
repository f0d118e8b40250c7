/* What the tests share: a check that says where it failed, and texts with their lengths. */
#ifndef GONGKAI_TESTS_CHECK_H
#define GONGKAI_TESTS_CHECK_H

#include <gongkai.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                    \
    do {                                                                    \
        if (!(condition)) {                                                 \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            exit(1);                                                        \
        }                                                                   \
    } while (0)

/* The two parameters of a text without zero bytes. */
#define TEXT(text) (text), strlen(text)

#define KIND "administrative-license"
#define DAY "2016-09-01"
#define OPTIONS "{\"profile\": \"gansu-2016\"}"
#define RECORD                                                               \
    "{\"decision_number\": \"\347\224\230\345\206\234\350\256\270\343\200\22420" \
    "16\343\200\2253\345\217\267\", \"decision_date\": \"2016-07-22\", "     \
    "\"published\": {\"credit-gansu\": \"2016-08-05\", \"agri-portal\": \"2016-07-29\"}}"

/* An engine that the caller frees. */
static inline gongkai_engine *opened(const char *options)
{
    gongkai_engine *engine = NULL;
    gongkai_error *error = NULL;
    CHECK(gongkai_open(TEXT(options), &engine, &error) == GONGKAI_STATUS_OK);
    CHECK(engine != NULL && error == NULL);
    return engine;
}

/* Whether the report contains a text; frees the report. */
static inline int says(gongkai_report **report, const char *text)
{
    const char *data = gongkai_report_data(*report);
    int found;
    CHECK(data != NULL && strlen(data) == gongkai_report_length(*report));
    found = strstr(data, text) != NULL;
    gongkai_report_free(report);
    CHECK(*report == NULL);
    return found;
}

#endif
