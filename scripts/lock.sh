#!/bin/sh
# Resolves the dependencies of pyproject.toml anew and writes requirements/*.txt, with hashes.
# The locks serve Python 3.11 and later on Linux and macOS, and record no address of a registry.
# Usage: scripts/lock.sh PYTHON   (a Python that has uv; `make lock` sees to it)
set -eu
python=$1
cd "$(dirname "$0")/.."

lock() {
    "$python" -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
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
