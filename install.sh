#!/bin/sh
# Installs jobcelis for the current user: the program, completions for the shells that are here,
# and manual pages. What is put where is written down, so that --uninstall removes just that.
set -eu
umask 022

usage() {
    cat <<'TEXT'
usage: ./install.sh [--prefix DIR] [--binary FILE] [--uninstall]

  --prefix DIR   where to install: DIR/bin, DIR/share, DIR/lib (default: ~/.local)
  --binary FILE  install this program instead of building one from the checkout
  --uninstall    remove what was installed there; data and configuration stay

Building needs Rust (https://rustup.rs) and a C compiler. No root is needed for a folder of your
own. Running it again replaces what is there.
TEXT
}

say() {
    printf '%s\n' "$*"
}

fail() {
    printf 'install.sh: %s\n' "$1" >&2
    exit "${2:-1}"
}

# --- what was installed -------------------------------------------------------------------------

# Lines of "f FILE" and "d FOLDER"; folders only if they were not there before. It is written to
# "$manifest.new" before anything is placed, so what an interrupted run left can be removed too.
recorded() {
    cat "$manifest" "$manifest.new" 2>/dev/null || :
}

# Makes a folder with its parents and remembers those that are new.
folder() {
    [ ! -d "$1" ] || return 0
    folder "$(dirname "$1")"
    mkdir "$1"
    remember "d $1"
}

remember() {
    if [ "$open" = yes ]; then
        printf '%s\n' "$1" | tee -a "$stage/made" >>"$manifest.new"
    else
        printf '%s\n' "$1" >>"$stage/made"
    fi
}

# place FROM TO MODE: the old file is in place until the new one is.
place() {
    folder "$(dirname "$2")"
    remember "f $2"
    cp "$1" "$2.new.$$"
    chmod "$3" "$2.new.$$"
    mv -f "$2.new.$$" "$2"
}

# --- steps --------------------------------------------------------------------------------------

build() {
    command -v cargo >/dev/null || fail 'cargo is missing: install Rust from https://rustup.rs'
    command -v cc >/dev/null || fail 'a C compiler (cc) is missing: SQLite is built with it'
    checkout=$(dirname "$0")
    say 'building; the first time takes a few minutes'
    cargo install --path "$checkout" --locked --quiet --no-track --root "$stage" --bin jobcelis
    binary=$stage/bin/jobcelis
}

# completion SHELL FILE
completion() {
    "$binary" completion "$1" >"$stage/script"
    place "$stage/script" "$2" 644
    shells="$shells $1"
}

has() {
    command -v "$1" >/dev/null
}

install_all() {
    version=$("$binary" --version) || fail "$binary does not run"
    case $version in
        'jobcelis '*) ;;
        *) fail "$binary is not jobcelis" ;;
    esac
    recorded >"$stage/before"
    # What an earlier run made is still to be removed one day.
    grep '^d ' "$stage/before" >"$stage/made" || :
    folder "$record"
    cat "$stage/before" "$stage/made" >"$manifest.new"
    open=yes

    place "$binary" "$program" 755
    say "installed $program ($version)"

    shells=
    if has bash; then completion bash "$prefix/share/bash-completion/completions/jobcelis"; fi
    if has zsh; then completion zsh "$prefix/share/zsh/site-functions/_jobcelis"; fi
    if has fish; then completion fish "$prefix/share/fish/vendor_completions.d/jobcelis.fish"; fi
    if has elvish; then completion elvish "$prefix/share/elvish/lib/jobcelis.elv"; fi
    if has nu; then completion nushell "$prefix/share/nushell/vendor/autoload/jobcelis.nu"; fi
    [ -z "$shells" ] || say "installed completions for$shells"

    "$binary" man --dir "$stage/man"
    for page in "$stage"/man/*.[15]; do
        place "$page" "$prefix/share/man/man${page##*.}/${page##*/}" 644
    done
    say "installed manual pages in $prefix/share/man"

    # Files of the version before that this one no longer has.
    sed -n 's/^f //p' "$stage/before" | while IFS= read -r file; do
        grep -qxF "f $file" "$stage/made" || rm -f "$file"
    done
    sort -u "$stage/made" >"$manifest.new"
    mv -f "$manifest.new" "$manifest"
}

hints() {
    found=$(command -v jobcelis || :)
    command=jobcelis
    if [ "$found" != "$program" ]; then
        command=$program
        if [ -n "$found" ]; then
            say "note: \`jobcelis\` is $found; put $prefix/bin before it in your PATH"
        else
            say "note: $prefix/bin is not on your PATH; add to the start file of your shell:"
            say "    export PATH=\"$prefix/bin:\$PATH\""
        fi
    fi
    scripts=share/bash-completion/bash_completion
    if has bash && ! [ -r "/usr/$scripts" ] && ! [ -r "/usr/local/$scripts" ] && ! [ -r "/opt/homebrew/$scripts" ]; then
        say 'note: without the package bash-completion, bash completes once ~/.bashrc has:'
        say "    . $prefix/share/bash-completion/completions/jobcelis"
    fi
    case $prefix in
        /usr | /usr/local) ;;
        *)
            if has zsh; then
                say "note: zsh looks for completions there once ~/.zshrc has, before compinit:"
                say "    fpath=($prefix/share/zsh/site-functions \$fpath)"
            fi
            ;;
    esac
    if has elvish; then say "note: elvish completes once rc.elv has: use jobcelis"; fi
    say 'next, a server to try out:'
    say "    $command serve --dev --echo"
}

uninstall() {
    if [ -z "$(recorded)" ]; then
        say "nothing of jobcelis was installed to $prefix"
        return 0
    fi
    recorded | sed -n 's/^f //p' | sort -u | while IFS= read -r file; do
        rm -f "$file" "$file".new.*
    done
    # Deepest first; a folder that others use by now stays.
    folders=$(recorded | sed -n 's/^d //p' | sort -ur)
    rm -f "$manifest" "$manifest.new"
    printf '%s\n' "$folders" | while IFS= read -r gone; do
        [ -z "$gone" ] || rmdir "$gone" 2>/dev/null || :
    done
    say "removed jobcelis from $prefix; data and configuration were left alone"
}

# --- arguments ----------------------------------------------------------------------------------

prefix=
binary=
uninstall=no
while [ $# -gt 0 ]; do
    case $1 in
        --prefix | --binary)
            [ -n "${2:-}" ] || fail "$1 needs a value" 2
            if [ "$1" = --prefix ]; then prefix=$2; else binary=$2; fi
            shift
            ;;
        --prefix=?*) prefix=${1#--prefix=} ;;
        --binary=?*) binary=${1#--binary=} ;;
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
while [ "$prefix" != "${prefix%/}" ]; do prefix=${prefix%/}; done
program=$prefix/bin/jobcelis
# Not in share/jobcelis: that is where a server keeps its data by default.
record=$prefix/lib/jobcelis
manifest=$record/installed
open=no

if [ "$uninstall" = yes ]; then
    uninstall
    exit 0
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
trap 'exit 130' INT TERM
if [ -z "$binary" ]; then build; fi
[ -f "$binary" ] || fail "there is no file $binary" 2
case $binary in
    /*) ;;
    *) binary=$PWD/$binary ;;
esac
install_all
hints
