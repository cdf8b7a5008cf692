//! Entry point: hand the arguments to the command line and exit with its code.

#![forbid(unsafe_code)]

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    jobcelis::cli::main()
}
