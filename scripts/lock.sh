#!/bin/sh
# Resolves the dependencies of pyproject.toml anew and writes requirements/*.txt, with hashes.
# The locks serve Python 3.11 and later on Linux and macOS, and record no address of a registry.
# Usage: scripts/lock.sh PYTHON   (a Python that has uv; `make lock` sees to it)
set -eu
python=$1
cd "$(dirname "$0")/.."

# Extras are named in the locks: a pip older than 23.3 (Debian 12 has one) takes `coverage==1` for no
# pin of a `coverage[toml]` that another package asks for, and refuses to install.
lock() {
    "$python" -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-strip-extras \
        --custom-compile-command "make lock" "$@"
}

# The widest first; the others are held to its versions, so that each is a part of it.
lock pyproject.toml requirements/build.in --extra postgresql --extra models --group dev \
    --upgrade --output-file requirements/dev.txt
lock pyproject.toml --constraint requirements/dev.txt --output-file requirements/base.txt
for extra in postgresql models; do
    lock pyproject.toml --constraint requirements/dev.txt --extra "$extra" \
        --output-file "requirements/$extra.txt"
done
lock requirements/build.in --constraint requirements/dev.txt --output-file requirements/build.txt
