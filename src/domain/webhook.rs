//! A webhook: where events go and how.

use crate::base::Id;

/// Marks ids of webhooks.
#[derive(Debug)]
pub enum WebhookTag {}
pub type WebhookId = Id<WebhookTag>;
