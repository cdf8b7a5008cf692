//! Ids, time, errors, JSON, crypto, QR codes: what every layer speaks and what knows nothing of
//! the product.

pub mod crypto;
pub mod error;
pub mod fields;
pub mod id;
pub mod json;
pub mod page;
pub mod percent;
pub mod prefixed;
pub mod qr;
pub mod time;

pub use error::{Error, Kind, Result};
pub use fields::Fields;
pub use id::Id;
pub use json::Json;
pub use prefixed::Prefixed;
pub use time::Timestamp;
