//! The steps of a pipeline in their order, and their run over a payload. Who is told of the result
//! and when is decided elsewhere.

use crate::base::{Error, Json, Kind, Result};
use crate::domain::condition::Subject;
use crate::domain::step::{MAX_DELAY, Step, Target};
use crate::domain::webhook::WebhookId;
use std::fmt;

/// Most steps of one pipeline.
pub const MAX_STEPS: usize = 20;

/// Steps in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps(Vec<Step>);

/// What the steps made of a payload.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The payload at the end, or why it did not get there.
    pub output: Result<Json<'static>, Stop>,
    /// Seconds that the delay steps ask for.
    pub delay: u32,
    /// What the deliver steps send: where, what, and after how many seconds.
    pub sent: Vec<(Target, Json<'static>, u32)>,
}

/// Where and why a run ended early; prints as a sentence for the owner of the pipeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// A filter did not hold.
    Filtered(String),
    /// A step could not do its work: nothing of the run counts.
    Failed(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Stop::Filtered(text) | Stop::Failed(text)) = self;
        f.write_str(text)
    }
}

impl Steps {
    /// Reads a list of steps; 422 with every faulty one.
    pub fn read(json: &Json<'_>) -> Result<Steps> {
        let items = json.as_array().ok_or_else(|| refused(vec!["must be an array".to_owned()]))?;
        if items.len() > MAX_STEPS {
            return Err(refused(vec![format!("must have at most {MAX_STEPS} items")]));
        }
        let (mut steps, mut faults) = (Vec::with_capacity(items.len()), Vec::new());
        for (i, item) in items.iter().enumerate() {
            match Step::read(item) {
                Ok(step) => steps.push(step),
                Err(fault) => faults.push(format!("step {}: {fault}", i + 1)),
            }
        }
        let steps = Steps(steps);
        if steps.delay() > u64::from(MAX_DELAY) {
            faults.push(format!("delays must not add up to more than {MAX_DELAY} seconds"));
        }
        if faults.is_empty() { Ok(steps) } else { Err(refused(faults)) }
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The webhooks that deliver steps name, each with the number of its step, from 1.
    pub fn webhooks(&self) -> impl Iterator<Item = (usize, WebhookId)> + '_ {
        self.0.iter().enumerate().filter_map(|(i, step)| match step {
            Step::Deliver(Target::Webhook(id)) => Some((i + 1, *id)),
            _ => None,
        })
    }

    /// 422 for a step, in the form of all faults of steps.
    pub fn fault(step: usize, fault: &str) -> Error {
        refused(vec![format!("step {step}: {fault}")])
    }

    fn delay(&self) -> u64 {
        self.0.iter().map(|step| if let Step::Delay(seconds) = step { u64::from(*seconds) } else { 0 }).sum()
    }

    /// Runs the steps until one filters the payload out. `seen` is told each step that ran, with
    /// what it made of the payload; nothing for the one that ended the run.
    pub fn run(
        &self,
        payload: Json<'static>,
        topic: Option<&str>,
        mut seen: impl FnMut(&Step, Option<&Json<'static>>),
    ) -> Run {
        let (mut at, mut run) = (payload, Run { output: Ok(Json::Null), delay: 0, sent: Vec::new() });
        for (i, step) in self.0.iter().enumerate() {
            let ran = match step {
                Step::Filter(condition) if condition.holds(&Subject::new(&at, topic)) => Ok(at),
                Step::Filter(condition) => Err(Stop::Filtered(format!("step {}: {condition} did not hold", i + 1))),
                Step::Transform(change) => {
                    change.apply(at, topic).ok_or_else(|| Stop::Failed(format!("step {}: result too large", i + 1)))
                }
                Step::Delay(seconds) => {
                    run.delay += seconds;
                    Ok(at)
                }
                Step::Deliver(target) => {
                    run.sent.push((target.clone(), at.clone(), run.delay));
                    Ok(at)
                }
            };
            seen(step, ran.as_ref().ok());
            match ran {
                Ok(next) => at = next,
                Err(stop) => {
                    run.output = Err(stop);
                    return run;
                }
            }
        }
        run.output = Ok(at);
        run
    }
}

fn refused(faults: Vec<String>) -> Error {
    let error = Error::new(Kind::Invalid, "Validation failed");
    faults.into_iter().fold(error, |error, fault| error.detail("steps", fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: &str =
        r#"{"order_id":"123","amount":150,"currency":"USD","customer":{"email":"a@x.io","name":"Ann"},"vip":false}"#;

    fn steps(text: &str) -> Steps {
        Steps::read(&Json::parse(text).expect(text)).expect(text)
    }

    fn run(text: &str) -> Run {
        let payload = Json::parse(P).expect("payload").into_owned();
        steps(&format!("[{text}]")).run(payload, Some("order.created"), |_, _| {})
    }

    #[test]
    fn vectors() {
        let more = |rest: &str| P.replace("\"vip\":false}", &format!("\"vip\":false,{rest}}}"));
        for (step, output) in [
            (r#"{"type":"filter","config":{"field":"amount","operator":"gt","value":100}}"#, P),
            (r#"{"type":"filter","field":"amount","operator":"gt","value":100}"#, P),
            (r#"{"type":"filter","config":{"field":"amount","gt":100}}"#, P),
            (r#"{"type":"filter","condition":"payload.amount > 100"}"#, P),
            (r#"{"type":"filter","config":{"field":"amount","operator":"gt","value":150}}"#, ""),
            (r#"{"type":"filter","config":{"field":"vip","operator":"eq","value":false}}"#, P),
            (r#"{"type":"filter","config":{"field":"vip","operator":"exists"}}"#, P),
            (r#"{"type":"filter","config":{"field":"amount","operator":"gt","value":"100"}}"#, ""),
            (
                r#"{"type":"transform","config":{"operation":"pick","fields":["order_id","customer.email","nope"]}}"#,
                r#"{"order_id":"123","customer":{"email":"a@x.io"}}"#,
            ),
            (
                r#"{"type":"transform","operation":"remove","fields":["vip","customer.name"]}"#,
                r#"{"order_id":"123","amount":150,"currency":"USD","customer":{"email":"a@x.io"}}"#,
            ),
            (
                r#"{"type":"transform","operation":"rename","mapping":{"order_id":"id","customer.email":"email"}}"#,
                r#"{"amount":150,"currency":"USD","customer":{"name":"Ann"},"vip":false,"id":"123","email":"a@x.io"}"#,
            ),
            (
                r#"{"type":"transform","operation":"set","values":{"source":"shop","a.b":1}}"#,
                &more(r#""source":"shop","a.b":1"#),
            ),
            (r#"{"type":"transform","config":{"add_field":"priority","value":"high"}}"#, &more(r#""priority":"high""#)),
            (
                r#"{"type":"transform","operation":"template","template":{"text":"Order {{ order_id }}: {{amount}}","total":"{{ amount }}","who":{"n":"{{customer.name}}"},"n":5,"miss":"{{ nope }}"}}"#,
                r#"{"text":"Order 123: 150","total":150,"who":{"n":"Ann"},"n":5,"miss":""}"#,
            ),
            (
                r#"{"type":"transform","operation":"flatten"}"#,
                r#"{"order_id":"123","amount":150,"currency":"USD","customer.email":"a@x.io","customer.name":"Ann","vip":false}"#,
            ),
            (r#"{"type":"delay","seconds":300}"#, P),
        ] {
            let ran = run(step).output.map(|json| json.to_text());
            assert_eq!(ran.unwrap_or_default(), output, "{step}");
        }
    }

    #[test]
    fn steps_run_in_order_until_one_filters() {
        let ran = run(
            r#"{"type":"delay","seconds":5},{"type":"deliver","topic":"t"},{"type":"transform","operation":"pick","fields":["vip"]},
               {"type":"delay","seconds":7},{"type":"filter","condition":"vip = true"},{"type":"delay","seconds":9}"#,
        );
        assert_eq!(ran.output, Err(Stop::Filtered("step 5: vip eq true did not hold".to_owned())));
        assert_eq!(ran.delay, 12);
        let [(target, payload, delay)] = &ran.sent[..] else { panic!("{ran:?}") };
        assert_eq!((target, payload.to_text().as_str(), *delay), (&Target::Topic("t".to_owned()), P, 5));
    }

    #[test]
    fn a_result_that_is_too_large_fails() {
        let text = "{{ payload }}".repeat(20_000);
        let ran =
            run(&format!(r#"{{"type":"deliver","topic":"t"}},{{"type":"transform","template":{{"a":"{text}"}}}}"#));
        assert_eq!(ran.output, Err(Stop::Failed("step 2: result too large".to_owned())));
    }

    #[test]
    fn every_faulty_step_is_named() {
        let many = format!("[{}]", vec![r#"{"type":"transform"}"#; 21].join(","));
        for (text, faults) in [
            ("{}", &["must be an array"][..]),
            (&many, &["must have at most 20 items"]),
            (
                r#"[{"type":"delay","seconds":1},{"type":"filter","field":"a","op":"~"},{"type":"x"}]"#,
                &["step 2: unknown operator", "step 3: unknown type"],
            ),
            (
                r#"[{"type":"delay","seconds":604800},{"type":"delay","seconds":1}]"#,
                &["delays must not add up to more than 604800 seconds"],
            ),
        ] {
            let error = Steps::read(&Json::parse(text).expect(text)).expect_err(text);
            assert_eq!(error.message(), "Validation failed");
            assert_eq!(
                error.details(),
                &vec![("steps".to_owned(), faults.iter().map(|f| f.to_string()).collect::<Vec<_>>())]
            );
        }
    }
}
