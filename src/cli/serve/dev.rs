//! What `--dev` adds to a server: an account with its key, made as any caller would make it, and
//! with `--echo` a receiver that shows what is delivered.

use super::echo::Echo;
use crate::cli::api::{Account, Api};
use crate::cli::failure::Outcome;
use serde_json::json;
use std::future::pending;

/// Makes the account and prints how to use it, then shows deliveries if asked to. Ends only
/// with a failure.
pub async fn trial(url: &str, email: &str, echo: bool, hub: bool) -> Outcome {
    let (api, account) = Api::register(url.trim_start_matches("http://"), email).await?;
    crate::cli::print(&welcome(url, &api.key, &account))?;
    if hub {
        crate::cli::print(&providers(&api, url).await?)?;
    }
    if !echo {
        return pending().await;
    }
    let echo = Echo::open().await?;
    let hook = api.hook(echo.url()).await?;
    let hello = async {
        api.send("jobcelis.hello", json!({ "message": "It works. Now send an event of your own." })).await?;
        pending::<Outcome>().await
    };
    tokio::try_join!(echo.run(hook.secret), hello).map(drop)
}

/// Providers to try out, and the secrets that they are known by: everybody's, for a server that is
/// thrown away.
const PROVIDERS: [(&str, &str); 2] = [("acme", "acme-dev-secret"), ("globex", "globex-dev-token")];

/// Makes the providers, each with a webhook to the server's own receiver, and tells of them.
async fn providers(api: &Api, url: &str) -> Outcome<String> {
    let mut lines = String::new();
    for (preset, secret) in PROVIDERS {
        let base = api.source(preset, secret).await?;
        lines += &format!("# provider {preset} secret {secret} url {url}{base}/webhooks/{preset}\n");
        let sink = format!("{url}{base}/internal/delivery-sink/{preset}");
        if let Err(why) = api.hook_for(&sink, &format!("{preset}.#")).await {
            lines += &format!("# no deliveries of {preset}: {why}\n");
        }
    }
    Ok(lines)
}

/// Lines for a shell to take as they are.
fn welcome(url: &str, key: &str, account: &Account) -> String {
    let Account { email, password } = account;
    format!("# account {email} password {password}\nexport JOBCELIS_BASE_URL={url}\nexport JOBCELIS_API_KEY={key}\n")
}
