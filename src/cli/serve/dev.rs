//! What `--dev` adds to a server: an account with its key, made as any caller would make it, and
//! with `--echo` a receiver that shows what is delivered.

use super::echo::Echo;
use crate::cli::api::{Account, Api};
use crate::cli::failure::Outcome;
use serde_json::json;
use std::future::pending;

/// Makes the account and prints how to use it, then shows deliveries if asked to. Ends only
/// with a failure.
pub async fn trial(url: &str, email: &str, echo: bool) -> Outcome {
    let (api, account) = Api::register(url.trim_start_matches("http://"), email).await?;
    crate::cli::print(&welcome(url, &api.key, &account))?;
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

/// Lines for a shell to take as they are.
fn welcome(url: &str, key: &str, account: &Account) -> String {
    let Account { email, password } = account;
    format!("# account {email} password {password}\nexport JOBCELIS_BASE_URL={url}\nexport JOBCELIS_API_KEY={key}\n")
}
