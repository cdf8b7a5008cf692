#!/bin/sh
# Builds jobcelis from this checkout and installs the program for the current user.
set -eu

usage() {
    cat <<'TEXT'
usage: ./install.sh [--prefix DIR] [--uninstall]

  --prefix DIR   install to DIR/bin (default: ~/.local)
  --uninstall    remove the program; data and configuration stay

Needs Rust (https://rustup.rs) and a C compiler; no root. Running it again replaces the program.
TEXT
}

fail() {
    printf 'install.sh: %s\n' "$1" >&2
    exit "${2:-1}"
}

prefix=
uninstall=no
while [ $# -gt 0 ]; do
    case $1 in
        --prefix)
            [ $# -ge 2 ] || fail '--prefix needs a folder' 2
            prefix=$2
            shift
            ;;
        --prefix=*) prefix=${1#--prefix=} ;;
        --uninstall) uninstall=yes ;;
        -h | --help)
            usage
            exit 0
            ;;
        *)
            usage >&2
            exit 2
            ;;
    esac
    shift
done
[ -n "$prefix" ] || prefix=${HOME:?HOME is not set; give --prefix}/.local
case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
program=$prefix/bin/jobcelis

if [ "$uninstall" = yes ]; then
    if [ -e "$program" ]; then
        rm -f "$program"
        printf 'removed %s\n' "$program"
    else
        printf '%s is not there; nothing to do\n' "$program"
    fi
    printf 'data and configuration were left alone\n'
    exit 0
fi

cd "$(dirname "$0")"
command -v cargo >/dev/null || fail 'cargo is missing: install Rust from https://rustup.rs'
command -v cc >/dev/null || fail 'a C compiler (cc) is missing: SQLite is built with it'

printf 'building; the first time takes a few minutes\n'
cargo build --release --locked --bin jobcelis
target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')

# Copied beside the old program and moved over it, so that a running one goes on undisturbed.
mkdir -p "$prefix/bin"
cp "$target/release/jobcelis" "$program.new.$$"
chmod 755 "$program.new.$$"
mv -f "$program.new.$$" "$program"
printf 'installed %s (%s)\n' "$program" "$("$program" --version)"

case ":$PATH:" in
    *":$prefix/bin:"*) command=jobcelis ;;
    *)
        command=$program
        printf 'note: %s is not on your PATH\n' "$prefix/bin"
        ;;
esac
printf 'next: %s serve --dev --echo\n' "$command"
