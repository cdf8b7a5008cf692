//! The vectors of the retry schedule.

use super::*;

fn compile(config: &str) -> Result<RetryPlan> {
    RetryPlan::compile(&Json::parse(config).expect(config))
}

/// The delays of a cycle at the middle of the jitter, in seconds.
fn delays(config: &str) -> Vec<f64> {
    let plan = compile(config).expect(config);
    (1..).map_while(|n| plan.delay(n, 0.5)).map(|d| d.as_secs_f64()).collect()
}

#[test]
fn the_table_of_delays() {
    for (config, expected) in [
        ("{}", &[60.0, 300.0, 900.0, 3600.0][..]),
        (r#"{"max_attempts":8}"#, &[60.0, 300.0, 900.0, 3600.0, 3600.0, 3600.0, 3600.0]),
        (r#"{"strategy":"exponential"}"#, &[10.0, 30.0, 90.0, 270.0]),
        (r#"{"strategy":"exponential","max_attempts":8}"#, &[10.0, 30.0, 90.0, 270.0, 810.0, 2430.0, 3600.0]),
        (r#"{"strategy":"linear","base_delay_seconds":10}"#, &[10.0, 20.0, 30.0, 40.0]),
        (r#"{"backoff":"fixed","base_delay":30,"max_retries":2}"#, &[30.0, 30.0]),
        (r#"{"backoff_seconds":[5,15]}"#, &[5.0, 15.0, 15.0, 15.0]),
        (r#"{"max_attempts":1}"#, &[]),
        (r#"{"max_retries":0}"#, &[]),
        (r#"{"max_attempts":3,"max_retries":7}"#, &[60.0, 300.0]),
        (r#"{"base_delay":2,"jitter":false}"#, &[2.0, 6.0, 18.0, 54.0]),
        (r#"{"max_delay":100}"#, &[60.0, 100.0, 100.0, 100.0]),
        (r#"{"backoff_seconds":[0,7200],"strategy":"fixed","max_attempts":3}"#, &[0.0, 7200.0]),
        (r#"{"backoff_seconds":[0.5,7200],"max_delay":60,"max_attempts":3}"#, &[0.5, 60.0]),
        (r#"{"strategy":null,"base_delay":null,"color":"red","max_attempts":2}"#, &[60.0]),
    ] {
        assert_eq!(delays(config), expected, "{config}");
    }
}

#[test]
fn jitter_stays_in_its_bounds() {
    let plan = RetryPlan::default();
    for (n, chance, seconds) in [(3, 0.0, 720.0), (3, 1.0, 1080.0), (4, 1.0, 3600.0), (4, 0.0, 2880.0), (1, 0.25, 54.0)]
    {
        let delay = plan.delay(n, chance).map(|d| d.as_secs_f64());
        assert!(delay.is_some_and(|d| (d - seconds).abs() < 1e-6), "{n} {chance} {delay:?}");
    }
    let quick = compile(r#"{"base_delay":1,"strategy":"fixed"}"#).expect("compiles");
    assert_eq!(quick.delay(1, 0.0), Some(Duration::from_secs(1)));
    let steady = compile(r#"{"backoff_seconds":[10],"jitter":true}"#).expect("compiles");
    assert_eq!(steady.delay(1, 0.0), Some(Duration::from_secs(10)));
}

#[test]
fn statuses_without_retry_are_chosen() {
    let plan = compile(r#"{"no_retry_statuses":[410]}"#).expect("compiles");
    assert!(plan.gives_up_at(410) && !plan.gives_up_at(404));
    let none = compile(r#"{"no_retry_statuses":[]}"#).expect("compiles");
    assert!(!none.gives_up_at(400));
}

#[test]
fn bad_configs_are_refused() {
    for (config, message) in [
        ("5", "retry_config must be an object"),
        (r#"{"max_attempts":0}"#, "retry_config.max_attempts must be an integer between 1 and 20"),
        (r#"{"max_attempts":21}"#, "retry_config.max_attempts must be an integer between 1 and 20"),
        (r#"{"max_attempts":"5"}"#, "retry_config.max_attempts must be an integer between 1 and 20"),
        (r#"{"max_retries":20}"#, "retry_config.max_retries must be an integer between 0 and 19"),
        (r#"{"strategy":"random"}"#, "retry_config.strategy must be exponential, linear or fixed"),
        (r#"{"backoff":1}"#, "retry_config.backoff must be exponential, linear or fixed"),
        (r#"{"base_delay":0}"#, "retry_config.base_delay must be a number between 1 and 86400"),
        (r#"{"base_delay_seconds":86401}"#, "retry_config.base_delay_seconds must be a number between 1 and 86400"),
        (r#"{"max_delay_seconds":604801}"#, "retry_config.max_delay_seconds must be a number between 1 and 604800"),
        (r#"{"jitter":"no"}"#, "retry_config.jitter must be a boolean"),
        (
            r#"{"backoff_seconds":[]}"#,
            "retry_config.backoff_seconds must be an array of 1 to 20 numbers between 0 and 604800",
        ),
        (
            r#"{"backoff_seconds":[-1]}"#,
            "retry_config.backoff_seconds must be an array of 1 to 20 numbers between 0 and 604800",
        ),
        (r#"{"no_retry_statuses":["404"]}"#, "retry_config.no_retry_statuses must be an array of status codes"),
    ] {
        let error = compile(config).expect_err(config);
        assert_eq!((error.message(), error.details()[0].0.as_str()), (message, "retry_config"));
    }
}

#[test]
fn receivers_may_ask_for_a_longer_wait() {
    let now = Timestamp::from_secs(784_111_777);
    let seconds = Duration::from_secs;
    for (value, wait) in [
        ("120", Some(120)),
        (" 0 ", Some(0)),
        ("Sun, 06 Nov 1994 08:51:37 GMT", Some(120)),
        ("Sun, 06 Nov 1994 08:49:00 GMT", Some(0)),
        ("99999999999999999999999", Some(u64::MAX)),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("", None),
    ] {
        let wait = wait.map(|s| if s == u64::MAX { Duration::MAX } else { seconds(s) });
        assert_eq!(retry_after(value, now), wait, "{value}");
    }
    for (computed, wanted, delay) in
        [(60, None, 60), (60, Some(30), 60), (60, Some(120), 120), (60, Some(7200), 3600), (7200, Some(9000), 7200)]
    {
        assert_eq!(at_least(seconds(computed), wanted.map(seconds)), seconds(delay));
    }
}
