#!/usr/bin/env python3
"""Random cron expressions and instants: the times that the server computes are those of croniter,
with Vixie's rule of open day fields (its `implement_cron_bug`). In UTC, for about clock changes
the two do not agree. Exits 1 if they differ anywhere else."""

import argparse
import os
import random
import sys
from datetime import datetime, timedelta, timezone
from urllib.parse import urlencode

from croniter import CroniterBadDateError, croniter

from served import Api, Server

TIMES = 4
# The calendar of the server ends here; croniter looks 50 years ahead.
END = datetime(2100, 1, 1, tzinfo=timezone.utc)
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
DAYS = "SUN MON TUE WED THU FRI SAT".split()
# Of each field: its least and greatest value, and the names of its values.
FIELDS = [(0, 59, []), (0, 23, []), (1, 31, []), (1, 12, MONTHS), (0, 6, DAYS)]
MACROS = "@yearly @annually @monthly @weekly @daily @midnight @hourly".split()


def case(dice, word):
    return dice.choice([word, word.lower(), word.title()])


def item(dice, low, high, names):
    def shown(value):
        if names and dice.random() < 0.3:
            return case(dice, names[value - low])
        return f"{value:0{dice.choice([1, 1, 2])}}"

    kind = dice.choice(["value", "value", "range", "range", "steps", "from"])
    # Not a range of one value: croniter takes it for all values.
    first, last = sorted(dice.sample(range(low, high + 1), 2))
    step = dice.randint(1, high)
    if kind == "value":
        # Sunday has two numbers.
        return "7" if names == DAYS and dice.random() < 0.1 else shown(first)
    if kind == "range":
        return f"{shown(first)}-{shown(last)}"
    if kind == "steps":
        return f"{shown(first)}-{shown(last)}/{step}"
    return f"{shown(first)}/{step}"


def field(dice, low, high, names):
    form = dice.random()
    if form < 0.4:
        return "*"
    if form < 0.55:
        return f"*/{dice.randint(1, high)}"
    return ",".join(item(dice, low, high, names) for _ in range(dice.choice([1, 1, 1, 2, 3])))


def expression(dice):
    if dice.random() < 0.02:
        return case(dice, dice.choice(MACROS))
    return dice.choice([" ", " ", "  ", "\t"]).join(field(dice, *bounds) for bounds in FIELDS)


def expected(text, start):
    times = croniter(text.strip(), start, ret_type=datetime, implement_cron_bug=True)
    found = []
    try:
        while len(found) < TIMES:
            found.append(times.get_next(datetime))
    except CroniterBadDateError:
        pass
    return [f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in found if at < END]


def times(api, text, start):
    query = urlencode({"expression": text, "from": start.isoformat(), "count": TIMES})
    answer = api.get(f"/jobs/cron-preview?{query}")
    return answer.get("next_executions", answer.get("error"))


def compare(api, count, seed):
    dice, different, none = random.Random(seed), 0, 0
    first = datetime(2020, 1, 1, tzinfo=timezone.utc)
    for _ in range(count):
        text = expression(dice)
        start = first + timedelta(seconds=dice.randrange(20 * 366 * 86_400))
        wanted, found = expected(text, start), times(api, text, start)
        # Beyond the years that croniter looks ahead the server may know more.
        if found != wanted and (len(wanted) == TIMES or found[: len(wanted)] != wanted):
            different += 1
            print(f"{text!r} from {start.isoformat()}: {found} instead of {wanted}")
        none += not wanted
    print(f"{count} cron expressions with seed {seed}: {different} differ, {none} have no time")
    return 1 if different else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20260115)
    options = parser.parse_args()
    with Server(os.environ["JOBCELIS_BIN"]) as address:
        return compare(Api(address, "cron@example.org"), options.count, options.seed)


if __name__ == "__main__":
    sys.exit(main())
