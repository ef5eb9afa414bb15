#!/usr/bin/env bash
# start_qgis.sh STORE WORK STYLES: seconds from starting QGIS under Xvfb until the canvas has drawn all parcels of the store.
# QGIS runs start_qgis.py as soon as its window is there; a profile of its own keeps the user's settings out of it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/install.sh" qgis python3-qgis qgis-providers xvfb xauth
export XDG_RUNTIME_DIR=$2 BANLANG_STORE=$(readlink -f "$1") BANLANG_STYLES=$3 BANLANG_DONE=$2/qgis-start
rm -f "$BANLANG_DONE"
start=$(date +%s.%N)
timeout 300 xvfb-run -a -s '-screen 0 1600x1000x24' qgis --nologo --noversioncheck --noplugins --profiles-path "$2/qgis-profile" \
  --code "$here/start_qgis.py" > "$2/qgis-start.log" 2>&1 || true
[ -s "$BANLANG_DONE" ] || { echo "start_qgis.sh: QGIS drew nothing" >&2; tail -3 "$2/qgis-start.log" >&2; exit 0; }
awk -v a="$start" -v b="$(cat "$BANLANG_DONE")" 'BEGIN { printf "%.2f\n", b - a }'
