//! The vectors of the contract, what is refused, and a second opinion.

use super::*;
use chrono::NaiveDate;
use proptest::prelude::*;

/// Thursday, 2026-01-15 10:30.
fn start() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 15).and_then(|day| day.and_hms_opt(10, 30, 0)).expect("a time")
}

fn next(text: &str, n: usize) -> Vec<String> {
    let cron = Cron::parse(text).expect(text);
    cron.after(start()).take(n).map(|at| at.format("%Y-%m-%d %H:%M").to_string()).collect()
}

/// Each time as `2026-01-16 09:00`, or shorter: without the year 2026, without the time 00:00, and
/// with the date of the one before when only a time is given.
fn times(text: &str) -> Vec<String> {
    let mut date = String::new();
    let full = |part: &str| if part.len() == 5 { format!("2026-{part}") } else { part.to_owned() };
    text.split(", ")
        .map(|one| match one.split_once(' ') {
            Some((day, time)) => {
                date = full(day);
                format!("{date} {time}")
            }
            None if one.contains(':') => format!("{date} {one}"),
            None => format!("{} 00:00", full(one)),
        })
        .collect()
}

#[test]
fn vectors() {
    for (texts, expected) in [
        ("* * * * *", "01-15 10:31, 10:32, 10:33, 10:34"),
        ("*/15 * * * *", "01-15 10:45, 11:00, 11:15, 11:30"),
        ("*/40 * * * *", "01-15 10:40, 11:00, 11:40, 12:00"),
        ("*/90 * * * *", "01-15 11:00, 12:00, 13:00, 14:00"),
        ("5/15 * * * *", "01-15 10:35, 10:50, 11:05, 11:20"),
        ("10-50/20 * * * *", "01-15 10:50, 11:10, 11:30, 11:50"),
        ("15,45 8-10 * * *", "01-15 10:45, 01-16 08:15, 08:45, 09:15"),
        ("0 0-23/6 * * *", "01-15 12:00, 18:00, 01-16 00:00, 06:00"),
        ("0 9 * * 1-5", "01-16 09:00, 01-19 09:00, 01-20 09:00, 01-21 09:00"),
        ("0 0 * * 1-5/2", "01-16, 01-19, 01-21, 01-23"),
        ("0 0 * * 0|0 0 * * 7|0 0 * * SUN|@weekly|@WEEKLY", "01-18, 01-25, 02-01, 02-08"),
        ("0 0 * * 5-7|0 0 * * fri-sun", "01-16, 01-17, 01-18, 01-23"),
        ("0 0 * * 0-7|@daily|@midnight| 0\t0  * * * ", "01-16, 01-17, 01-18, 01-19"),
        ("0 0 * * */2", "01-17, 01-18, 01-20, 01-22"),
        ("0 0 * feb,aug mon,WED", "02-02, 02-04, 02-09, 02-11"),
        ("0 0 31 * *", "01-31, 03-31, 05-31, 07-31"),
        ("0 0 28-31 * *", "01-28, 01-29, 01-30, 01-31"),
        ("0 0 */10 * *", "01-21, 01-31, 02-01, 02-11"),
        ("0 0 29 2 *", "2028-02-29, 2032-02-29, 2036-02-29, 2040-02-29"),
        ("0 12 13 * 5", "01-16 12:00, 01-23 12:00, 01-30 12:00, 02-06 12:00"),
        ("0 4 8-14 * SUN", "01-18 04:00, 01-25 04:00, 02-01 04:00, 02-08 04:00"),
        ("0 0 1,15 * 3", "01-21, 01-28, 02-01, 02-04"),
        ("0 0 1 1 0", "01-18, 01-25, 2027-01-01, 2027-01-03"),
        ("0 0 29 2 1", "02-02, 02-09, 02-16, 02-23"),
        ("0 0 */2 * 1", "01-19, 02-09, 02-23, 03-09"),
        ("0 0 1-7 * */2", "02-01, 02-03, 02-05, 02-07"),
        ("0 0 29 2 */7", "2032-02-29, 2060-02-29, 2088-02-29"),
        ("0 0 1 */3 *", "04-01, 07-01, 10-01, 2027-01-01"),
        ("30 10 15 1 *", "2027-01-15 10:30, 2028-01-15 10:30, 2029-01-15 10:30, 2030-01-15 10:30"),
        ("59 23 31 12 *", "2026-12-31 23:59, 2027-12-31 23:59, 2028-12-31 23:59, 2029-12-31 23:59"),
        ("@hourly", "01-15 11:00, 12:00, 13:00, 14:00"),
        ("@monthly", "02-01, 03-01, 04-01, 05-01"),
        ("@yearly|@annually", "2027-01-01, 2028-01-01, 2029-01-01, 2030-01-01"),
        ("007 00010 * * *", "01-16 10:07, 01-17 10:07, 01-18 10:07, 01-19 10:07"),
        ("0 0 1-31/99 * *", "02-01, 03-01, 04-01, 05-01"),
    ] {
        let expected = times(expected);
        for text in texts.split('|') {
            assert_eq!(next(text, expected.len()), expected, "{text}");
        }
    }
    for never in ["0 0 30 2 *", "0 0 31 4 *"] {
        assert_eq!(next(never, 1), Vec::<String>::new(), "{never}");
    }
}

#[test]
fn refusals_say_why() {
    for (text, reason) in [
        ("", "expected 5 fields, got 0"),
        ("* * * *", "expected 5 fields, got 4"),
        ("0 * * * * *", "expected 5 fields, got 6"),
        ("@reboot", "unknown macro @reboot"),
        ("@every 5m", "unknown macro @every 5m"),
        ("? * * * *", "minute: \"?\" is no value"),
        ("0 0 L * *", "day of month: \"L\" is no value"),
        ("0 0 1W * *", "day of month: \"1W\" is no value"),
        ("0 0 * * 5#2", "day of week: \"5#2\" is no value"),
        ("0 0 * * monday", "day of week: \"monday\" is no value"),
        ("0 0 * january *", "month: \"january\" is no value"),
        ("60 * * * *", "minute: 60 is not in 0-59"),
        ("0 24 * * *", "hour: 24 is not in 0-23"),
        ("0 0 0 * *", "day of month: 0 is not in 1-31"),
        ("0 0 * 13 *", "month: 13 is not in 1-12"),
        ("0 0 * * 8", "day of week: 8 is not in 0-7"),
        ("*/0 * * * *", "minute: a step must be at least 1"),
        ("5-1 * * * *", "minute: 5-1 is reversed"),
        ("0 22-2 * * *", "hour: 22-2 is reversed"),
        ("0 0 * * SAT-MON", "day of week: SAT-MON is reversed"),
        ("-5 * * * *", "minute: \"\" is no value"),
        ("1-5-7 * * * *", "minute: \"5-7\" is no value"),
        ("1,,2 * * * *", "minute: \"\" is no value"),
        ("*-5 * * * *", "minute: \"*\" is no value"),
        ("+5 * * * *", "minute: \"+5\" is no value"),
        ("99999999999 * * * *", "minute: \"99999999999\" is no value"),
        ("*/ * * * *", "minute: \"\" is no value"),
    ] {
        assert_eq!(Cron::parse(text).expect_err(text), reason, "{text}");
    }
}

/// A field that both parsers read alike.
fn field(range: RangeInclusive<u32>) -> impl Strategy<Value = String> {
    let values = prop::collection::btree_set(range.clone(), 1..4);
    let some = values.prop_map(|set| set.iter().map(u32::to_string).collect::<Vec<_>>().join(","));
    let (from, to) = range.clone().into_inner();
    let span = (range.clone(), range, 1..5u32).prop_map(|(a, b, n)| format!("{}-{}/{n}", a.min(b), a.max(b)));
    prop_oneof![2 => Just("*".to_owned()), 2 => some, 1 => span, 1 => Just(format!("{from}-{to}"))]
}

proptest! {
    #[test]
    fn a_second_parser_agrees(
        minute in field(0..=59), hour in field(0..=23), day in field(1..=31), month in field(1..=12), weekday in field(0..=6),
    ) {
        let text = format!("{minute} {hour} {day} {month} {weekday}");
        let other = croner::Cron::from_str(&text).expect("the other parser reads it");
        let mut at = Utc.from_utc_datetime(&start());
        for ours in Cron::parse(&text).expect("read").after(start()).take(5) {
            at = other.find_next_occurrence(&at, false).expect("it has one too");
            prop_assert_eq!(ours, at.naive_utc(), "{}", &text);
        }
    }
}
