#!/usr/bin/env bash
# picture.sh STORE WORK STYLES WIDTH HEIGHT: the same picture of all parcels by Mapnik and QGIS, whole processes timed.
# Prints a line each: peer, seconds, peak memory in MB, share of coloured pixels in percent; tabs between.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/install.sh" python3-mapnik python3-qgis qgis-providers python3-pil python3-numpy
store=$(readlink -f "$1")
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$2
for peer in Mapnik QGIS; do
  picture=$2/$peer.png
  /usr/bin/time -f '%e %M' -o "$2/time" /usr/bin/python3 "$here/picture_${peer,,}.py" "$store" "$3" "$4" "$5" "$picture" > "$2/$peer.log" 2>&1 || true
  [ -s "$picture" ] || { echo "picture.sh: $peer drew nothing, see below" >&2; tail -3 "$2/$peer.log" >&2; continue; }
  read -r seconds kilobytes < <(tail -1 "$2/time")
  printf '%s\t%s\t%s\t%s\n' "$peer" "$seconds" "$((kilobytes / 1024))" "$(/usr/bin/python3 "$here/coloured.py" "$picture")"
done
