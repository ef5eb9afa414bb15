#!/usr/bin/env bash
# Opens the real window under Xvfb on a small generated district, uses mouse and keys as a person does, and checks the state that
# the program leaves behind. Arguments: the folder with the programs, a scratch folder.
set -euo pipefail
bin=$1
work=$2
if [ -z "${SMOKE_INSIDE:-}" ]; then
  rm -rf "$work" && mkdir -p "$work"
  "$bin/banlang-sample" "$work/district" --parcels 2000 --seed 7
  "$bin/banlang" import "$work/district" --into "$work/district.gpkg" -q
  SMOKE_INSIDE=1 exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$bin" "$work"
fi
"$bin/banlang-viewer" "$work/district.gpkg" --state "$work/state.json" --size 1600x1000 &
viewer=$!
trap 'kill $viewer 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  window=$(xdotool search --class banlang 2>/dev/null | tail -1 || true)
  [ -n "$window" ] && break
  sleep 0.1
done
[ -n "$window" ] || { echo "no window appeared" >&2; exit 1; }
sleep 3
xdotool windowfocus "$window" 2>/dev/null || true
xdotool mousemove --window "$window" 760 400
sleep 0.5
xdotool click 4 click 4
sleep 1
xdotool mousemove --window "$window" 1583 22 click 1
sleep 1
xdotool key --window "$window" ctrl+q || true
xdotool key ctrl+q
for _ in $(seq 100); do kill -0 $viewer 2>/dev/null || break; sleep 0.1; done
trap - EXIT
wait $viewer
python3 - "$work/state.json" <<'CHECK'
import json, sys
state = json.load(open(sys.argv[1]))
assert state["language"] == "en", state["language"]
assert state["view"]["scale"] < 200000, state["view"]
assert not any(message["error"] for message in state["messages"]), state["messages"]
CHECK
