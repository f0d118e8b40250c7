/* Prints the nanoseconds of the `check_record` cases of a folder, as tests/evidence/examples/floor.rs asks. */
#include "../tests/cases.h"
#include <time.h>

enum { ROUNDS = 9, AT_A_TIME = 20, CASES = 1 << 20 };

static one_case cases[CASES];
static size_t count;

static gongkai_status judged(one_case asked)
{
    gongkai_report *report = NULL;
    gongkai_status status = gongkai_check_record(asked.engine, asked.kind.text, asked.kind.length, asked.payload.text,
                                                 asked.payload.length, asked.as_of.text, asked.as_of.length, &report,
                                                 NULL);

    gongkai_report_free(&report);
    return status;
}

/* Keeps the cases that are judged. */
static void load(const char *folder)
{
    FILE *file = read_from(folder, "cases.tsv");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;

    while ((length = getline(&line, &room, file)) > 0) {
        CHECK(count < CASES);
        cases[count] = split(line, (size_t)length - 1);
        if (is(cases[count].function, "check_record") && judged(cases[count]) == GONGKAI_STATUS_OK) {
            count++;
            line = NULL; /* The case stands in it to the end. */
            room = 0;
        }
    }
    free(line);
    fclose(file);
}

static long long nanoseconds(void)
{
    struct timespec now;

    CHECK(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* The fastest time for some of the cases. */
static long long fastest(const one_case *some, size_t length)
{
    long long least = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        long long start = nanoseconds(), took;
        size_t k;

        for (k = 0; k < length; k++) {
            judged(some[k]);
        }
        took = nanoseconds() - start;
        least = i == 0 || took < least ? took : least;
    }
    return least;
}

int main(int arguments, char **values)
{
    long long sum = 0;
    size_t i;

    CHECK(arguments == 2);
    open_engines(values[1]);
    load(values[1]);
    for (i = 0; i < count; i += AT_A_TIME) {
        sum += fastest(cases + i, count - i < AT_A_TIME ? count - i : AT_A_TIME);
    }
    printf("C, gongkai_check_record\t%lld\n", sum);
    free_engines();
    return 0;
}
