//! What holds for every route: errors, bodies, credentials, limits, headers, CORS and paging.

mod bodies;
mod credentials;
mod errors;
mod headers;
mod limits;
mod methods;
mod paging;
mod raw;
mod sizes;
