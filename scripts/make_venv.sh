#!/bin/sh
# Makes a virtual environment from the best Python on this machine (3.11 or newer).
# Usage: scripts/make_venv.sh FOLDER [PYTHON]
set -eu
folder=$1
wanted=${2:-}
hint="Debian and Ubuntu: apt install python3 python3-venv. Or name one: make demo PYTHON=python3.12"

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

for candidate in ${wanted:-python3.13 python3.12 python3.11 python3 python}; do
    if command -v "$candidate" >/dev/null 2>&1 && is_new_enough "$candidate"; then
        # Debian ships `venv` in a package of its own; without it `ensurepip` is what is missing.
        if "$candidate" -c 'import venv, ensurepip' 2>/dev/null; then
            "$candidate" -m venv --clear "$folder"
            exit 0
        fi
        without_venv=$candidate
    fi
done
if [ -n "${without_venv:-}" ]; then
    echo "$without_venv lacks the venv module. $hint" >&2
elif [ -n "$wanted" ]; then
    echo "$wanted is not Python 3.11 or newer. $hint" >&2
else
    echo "FOI Assistant needs Python 3.11 or newer, and none was found. $hint" >&2
fi
exit 1
