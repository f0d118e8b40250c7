/* Many threads share one engine and get the same bytes. */
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include <pthread.h>

enum { THREADS = 8, CALLS = 20 };

static const gongkai_engine *engine;
static const gongkai_report *expected;

static void *judge(void *unused)
{
    int call;

    for (call = 0; call < CALLS; call++) {
        gongkai_report *report = NULL;
        gongkai_error *error = NULL;

        CHECK(gongkai_check_record(engine, TEXT(KIND), TEXT(RECORD), TEXT(DAY), &report, &error) == GONGKAI_STATUS_OK);
        CHECK(gongkai_report_length(report) == gongkai_report_length(expected));
        CHECK(memcmp(gongkai_report_data(report), gongkai_report_data(expected), gongkai_report_length(report)) == 0);
        gongkai_report_free(&report);
        CHECK(gongkai_check_record(engine, TEXT("a"), TEXT(RECORD), TEXT(DAY), &report, &error) == GONGKAI_STATUS_UNKNOWN_KIND);
        CHECK(gongkai_error_status(error) == GONGKAI_STATUS_UNKNOWN_KIND);
        gongkai_error_free(&error);
    }
    return unused;
}

int main(void)
{
    gongkai_engine *owned = opened(OPTIONS);
    gongkai_report *first = NULL;
    pthread_t threads[THREADS];
    int i;

    CHECK(gongkai_check_record(owned, TEXT(KIND), TEXT(RECORD), TEXT(DAY), &first, NULL) == GONGKAI_STATUS_OK);
    engine = owned;
    expected = first;
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, judge, NULL) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    gongkai_report_free(&first);
    gongkai_engine_free(&owned);
    return 0;
}
