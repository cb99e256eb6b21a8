#!/bin/sh
# Makes .venv with the locked packages: `sh scripts/setup.sh app` or `sh scripts/setup.sh test`.
# Says nothing and needs no network when everything is in place. PYTHON names the Python of a new .venv.
set -eu
cd "$(dirname "$0")/.."
locks=$1
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# A stamp repeats all that the environment was made from: copied or moved checkouts and new locks are noticed.
made_from() { pwd && cat requirements/bootstrap.txt requirements/build.txt "requirements/$1.txt" pyproject.toml; }
in_place() { [ -x .venv/bin/ossatlas ] && .venv/bin/python -c '' 2>/dev/null && made_from "$1" | cmp -s - ".stamps/$1"; }

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1; }
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if fits "$PYTHON"; then command -v "$PYTHON" && return; fi
        fail "PYTHON=$PYTHON is no Python from 3.11 to 3.14."
    fi
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if fits "$name"; then command -v "$name" && return; fi
    done
    fail "No Python from 3.11 to 3.14 was found. Install one (python.org, your system's packages, pyenv), or name it:" \
        "make test PYTHON=/path/to/python3.12"
}

make_environment() {
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python lacks the modules venv and ensurepip. On Debian and Ubuntu: apt install python3-venv"
    say "Making .venv with $("$python" --version) ($python)"
    "$python" -m venv --clear .venv
}

install_uv() {
    wanted=$(sed -n 's/^uv==\([^ ]*\).*/\1/p' requirements/bootstrap.txt)
    [ "$(.venv/bin/uv --version 2>/dev/null | cut -d ' ' -f 2)" = "$wanted" ] && return
    say "Installing uv $wanted"
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
}

# uv does not read pip's settings: a package mirror named there is handed on.
use_mirror_of_pip() {
    mirror=${PIP_INDEX_URL:-$(.venv/bin/python -m pip config get global.index-url 2>/dev/null || true)}
    [ -z "$mirror" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$mirror}"
}

install_packages() {
    case $locks in app) size=180 ;; *) size=370 ;; esac
    say "Installing the locked packages of requirements/$locks.txt (the first time, some $size MB to fetch)"
    # Compiled once here: every start of a command is faster, also where Python may not write beside its packages.
    set -- .venv/bin/uv pip install --quiet --compile-bytecode --python .venv/bin/python
    "$@" --require-hashes -r requirements/build.txt -r "requirements/$locks.txt" &&
        "$@" --no-build-isolation --no-deps --editable .
}

# What the tests need holds all that the application needs.
if in_place "$locks" || { [ "$locks" = app ] && in_place test; }; then exit 0; fi
if ! [ -x .venv/bin/python ] || ! fits .venv/bin/python; then make_environment; fi
install_uv
use_mirror_of_pip
install_packages || fail "The packages could not be installed (see above); run the same command again when that is mended."
mkdir -p .stamps
made_from "$locks" > ".stamps/$locks"
