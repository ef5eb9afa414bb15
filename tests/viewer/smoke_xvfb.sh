#!/usr/bin/env bash
# Opens the real window under Xvfb on the sample district, uses mouse and keys as a person does, and checks the state that the
# program leaves behind. Arguments: the folder with the programs, the sample district, a scratch folder.
set -euo pipefail
bin=$1
district=$2
work=$3
if [ -z "${SMOKE_INSIDE:-}" ]; then
  rm -rf "$work" && mkdir -p "$work"
  "$bin/banlang" import "$district" --into "$work/district.gpkg" -q > "$work/import.txt" 2>&1
  SMOKE_INSIDE=1 exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$@"
fi

"$bin/banlang-viewer" "$work/district.gpkg" --state "$work/state.json" --size 1600x1000 &
viewer=$!
trap 'kill $viewer 2>/dev/null || true' EXIT
for _ in $(seq 300); do
  xdotool search --name banlang > /dev/null 2>&1 && break
  sleep 0.1
done
sleep 5
xdotool mousemove 760 400
sleep 0.5
xdotool click 4
sleep 0.5
xdotool click 4   # two notches: four times nearer
sleep 1
xdotool mousemove 1583 22
sleep 0.3
xdotool click 1   # EN
sleep 1
xdotool mousemove 760 400
sleep 0.3
# A busy machine may still be drawing when the key comes; a person would press again.
for _ in $(seq 10); do
  xdotool key ctrl+q
  for _ in $(seq 20); do kill -0 $viewer 2>/dev/null || break 2; sleep 0.1; done
done
kill -0 $viewer 2>/dev/null && { echo "Ctrl+Q did not close the window" >&2; exit 1; }
trap - EXIT
wait $viewer || { echo "the viewer ended with $?" >&2; exit 1; }

grep -q '"language": "en"' "$work/state.json" || { echo "the click on EN was not taken" >&2; exit 1; }
scale=$(sed -n 's/.*"scale": \([0-9]*\).*/\1/p' "$work/state.json")
[ "$scale" -gt 0 ] && [ "$scale" -lt 100000 ] || { echo "the wheel did not zoom: 1:$scale" >&2; exit 1; }
grep -q '"messages": \[\]' "$work/state.json" || { echo "the viewer complained:" >&2; cat "$work/state.json" >&2; exit 1; }

# A window whose graphics were lost shows the same afterwards.
printf 'wait\nscreenshot %s/before.png\nrenew-graphics\nwait\nscreenshot %s/after.png\n' "$work" "$work" > "$work/renew.script"
echo quit >> "$work/renew.script"
"$bin/banlang-viewer" "$work/district.gpkg" --size 1200x800 --script "$work/renew.script"
cmp "$work/before.png" "$work/after.png" || { echo "the window looks different after its graphics were made anew" >&2; exit 1; }
