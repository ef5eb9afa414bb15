#!/usr/bin/env bash
# Opens the real window under Xvfb, uses mouse and keys as a person does, and judges by what the X server shows: its picture of the
# screen beside the picture that the program draws off-screen in the same state. Also: a window manager, a resize, minimising, two
# software renderers, and what the program costs while nothing happens. Errors of the graphics driver are failures.
# Arguments: the folder with the programs, the sample district, a scratch folder.
set -euo pipefail
bin=$1
district=$2
work=$3
viewer=$bin/banlang-viewer
store=$work/district.gpkg
export BANLANG_GL_DEBUG=1 LIBGL_ALWAYS_SOFTWARE=1 XDG_STATE_HOME=$work/state HOME=$work/home TMPDIR=$work/tmp
unset DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR # no dialogs of a desktop
menus="menu.file menu.view as-of compare audience search"

fail() { echo "smoke: $*" >&2; exit 1; }

# score A B: how many thousandths of the pixels differ by more than a tenth; nothing where the sizes differ.
score() {
  local differing
  differing=$(compare -metric AE -fuzz 10% "$1" "$2" null: 2>&1) || true
  [[ $differing =~ ^[0-9.e+]+$ ]] && awk "BEGIN{printf \"%.3f\", 1000 * $differing / ($(identify -format '%w * %h' "$1"))}" || true
}

# shows REFERENCE SECONDS [LIMIT]: waits until the X server's picture of the window is the reference.
shows() {
  local name last end=$((SECONDS + $2)) limit=${3:-0.002}
  name=$(basename "$1" .png)
  while :; do
    place=$(xwininfo -id "$window" | awk '/Absolute upper-left X/{x=$4} /Absolute upper-left Y/{y=$4} /Width/{w=$2} /Height/{h=$2} END{print w "x" h "+" x "+" y}')
    import -silent -window root -crop "$place" +repage "$seen/$name.png" 2> /dev/null || true
    last=$(score "$1" "$seen/$name.png")
    [ -n "$last" ] && awk "BEGIN{exit !($last <= $limit)}" && { echo "smoke: $name as off-screen, $last of 1000 pixels differ"; return; }
    [ $SECONDS -lt $end ] || fail "the screen does not show $1 but $seen/$name.png, ${last:-another size} of 1000 pixels differ"
    sleep 0.2
  done
}

# idle WHAT PID: over ten seconds, in hundredths of a second of one core.
idle() {
  local before after
  before=$(awk '{print $14 + $15}' "/proc/$2/stat")
  sleep 10
  after=$(awk '{print $14 + $15}' "/proc/$2/stat")
  echo "smoke: idle, $1: $((after - before)) of 1000"
  [ $((after - before)) -le 15 ] || fail "the program works while nothing happens ($1)"
}

begin() { # ARGUMENTS: starts the program and finds its window; the pointer rests beside it
  xdotool mousemove 1690 1090
  "$viewer" "$@" &
  pid=$!
  trap 'kill $pid 2>/dev/null || true' EXIT
  for _ in $(seq 200); do
    window=$(xdotool search --pid "$pid" --name '^banlang$' 2> /dev/null | tail -1) && [ -n "$window" ] && return
    kill -0 "$pid" 2> /dev/null || fail "the program ended before its window came"
    sleep 0.1
  done
  fail "no window came"
}

finish() { # the window closes at Ctrl+Q, and nothing was wrong
  xdotool mousemove 760 400
  for _ in $(seq 10); do
    xdotool key ctrl+q
    for _ in $(seq 20); do kill -0 $pid 2> /dev/null || break 2; sleep 0.1; done
  done
  kill -0 $pid 2> /dev/null && fail "Ctrl+Q did not close the window"
  trap - EXIT
  wait $pid || fail "the program ended with $?"
}

managed() { # waits until the window manager has taken the window
  for _ in $(seq 50); do
    xprop -id "$window" _NET_FRAME_EXTENTS WM_STATE | grep -q 'window state: Normal' && return
    sleep 0.1
  done
  fail "the window manager does not take the window"
}

# middle CONTROLS ID: of a control, as xdotool takes it.
middle() { python3 -c 'import json,sys; x,y,w,h=json.load(open(sys.argv[1]))[sys.argv[2]]; print(int(x+w/2), int(y+h/2))' "$1" "$2"; }

# --- On one display: a district, its menus, another size, a window manager.
with_district() {
  seen=$work/seen-district && mkdir -p "$seen"
  begin "$store" --state "$work/state.json" --size 1600x1000
  shows "$work/home.png" 20
  [ "$(identify -format %k "$seen/home.png")" -gt 2000 ] || fail "the picture of the screen has too few colours"
  convert "$seen/home.png" -fill black -draw 'rectangle 0,0 799,999' "$seen/half.png"
  awk "BEGIN{exit !($(score "$work/home.png" "$seen/half.png") > 300)}" || fail "a window that is half black would pass"
  for menu in $menus; do
    # shellcheck disable=SC2046
    xdotool mousemove $(middle "$work/home.json" "$menu") click 1
    shows "$work/$menu.png" 4
    xdotool key Escape
  done
  xdotool mousemove 1690 1090
  shows "$work/home.png" 4
  idle "a district" $pid
  xdotool windowsize "$window" 1280 800
  shows "$work/smaller.png" 10
  openbox --sm-disable > /dev/null 2>&1 &
  manager=$!
  trap 'kill $pid $manager 2>/dev/null || true' EXIT
  managed
  shows "$work/smaller.png" 10
  xdotool windowminimize "$window"
  for _ in $(seq 50); do xwininfo -id "$window" | grep -q IsUnMapped && break; sleep 0.1; done
  import -silent -window root "$seen/minimised.png"
  [ "$(identify -format %k "$seen/minimised.png")" -lt 500 ] || fail "the window is still there after it was minimised"
  idle "minimised" $pid
  xdotool windowactivate "$window"
  shows "$work/smaller.png" 10
  xdotool mousemove --window "$window" 600 400
  sleep 0.5
  xdotool click 4
  sleep 0.5
  xdotool click 4 # two notches: four times nearer
  sleep 1
  # shellcheck disable=SC2046
  xdotool mousemove --window "$window" $(middle "$work/smaller.json" lang.en) click 1
  sleep 1
  finish
  grep -q '"language": "en"' "$work/state.json" || fail "the click on EN was not taken"
  scale=$(sed -n 's/.*"scale": \([0-9]*\).*/\1/p' "$work/state.json")
  [ "$scale" -gt 0 ] && [ "$scale" -lt 130000 ] || fail "the wheel did not zoom: 1:$scale"
  grep -q '"messages": \[\]' "$work/state.json" || { cat "$work/state.json" >&2; fail "the program complained"; }

  # Closing while data come in asks: Esc goes on, the other answer takes everything back.
  mkdir -p "$work/long"
  for part in $(seq 15); do
    awk -v part="$part" 'BEGIN{print "date;commune_code;organisation;participants"; for (i = 0; i < 100000; i++) printf "2022-03-%02d;00715;Nhom %d;%d\n", i % 28 + 1, i * 15 + part, i % 90 + 1}' > "$work/long/saturdays$part.csv"
  done
  printf 'import "%s/long"\n' "$work" > "$work/long.script"
  begin --size 1280x800 --script "$work/long.script"
  trap 'kill $pid $manager 2>/dev/null || true' EXIT
  managed
  xdotool windowactivate --sync "$window"
  sleep 0.5
  xdotool key alt+F4
  sleep 1
  kill -0 $pid 2> /dev/null || fail "the window closed during an import without asking"
  import -silent -window root "$seen/asked.png"
  awk "BEGIN{exit !($(identify -format '%[fx:mean]' "$seen/asked.png") < 0.8 * $(identify -format '%[fx:mean]' "$seen/smaller.png"))}" ||
    fail "nothing asks: $seen/asked.png"
  xdotool key Escape
  sleep 0.5
  kill -0 $pid 2> /dev/null || fail "Esc closed the window"
  xdotool key alt+F4
  sleep 0.5
  xdotool key Tab
  xdotool key Tab
  xdotool key Return
  for _ in $(seq 100); do kill -0 $pid 2> /dev/null || break; sleep 0.1; done
  kill -0 $pid 2> /dev/null && { import -silent -window root "$seen/stopped.png"; fail "the import does not stop: $seen/stopped.png"; }
  trap - EXIT
  wait $pid || fail "the program ended with $? after an import was stopped"
  [ -z "$(find "$work" -maxdepth 1 -name '*long*.gpkg*')" ] || fail "something of the stopped import stayed"
  kill $manager
}

# --- On another, at the same time: without any store, and by scripts.
without_store() {
  seen=$work/seen-start && mkdir -p "$seen"
  begin --size 1200x800
  shows "$work/start.png" 10
  # shellcheck disable=SC2046
  xdotool mousemove $(middle "$work/start.json" menu.file) click 1
  shows "$work/start-menu.png" 4
  xdotool key Escape
  xdotool mousemove 1690 1090
  idle "the start screen" $pid
  # shellcheck disable=SC2046
  xdotool mousemove $(middle "$work/start.json" empty.open) click 1
  shows "$work/start-dialog.png" 4
  idle "the dialog for a path" $pid
  xdotool type --delay 30 "$store"
  xdotool key Return
  xdotool mousemove 1690 1090
  shows "$work/opened.png" 20
  # shellcheck disable=SC2046
  xdotool mousemove $(middle "$work/opened.json" tab.more) click 1
  shows "$work/more.png" 4
  xdotool key Escape
  finish

  begin --size 1200x800
  shows "$work/start.png" 10
  # shellcheck disable=SC2046
  xdotool mousemove $(middle "$work/start.json" empty.sample) click 1 mousemove 1690 1090
  shows "$work/sample.png" 30
  idle "after an import" $pid
  finish

  # A script may begin with an empty window, and ends the program.
  xdotool mousemove 1690 1090
  printf 'open "%s"\nwait\nscreenshot %s\nquit\n' "$store" "$seen/scripted.png" > "$work/open.script"
  timeout 30 "$viewer" --size 1200x800 --script "$work/open.script" || fail "a script that begins with open did not end well"
  compare -metric AE "$work/opened.png" "$seen/scripted.png" null: 2> /dev/null || fail "the script opened something else"
  # A window whose graphics were lost shows the same afterwards.
  printf 'wait\nscreenshot %s/before.png\nrenew-graphics\nwait\nscreenshot %s/after.png\nquit\n' "$seen" "$seen" > "$work/renew.script"
  timeout 30 "$viewer" "$store" --size 1200x800 --script "$work/renew.script" || fail "the graphics could not be made anew"
  cmp "$seen/before.png" "$seen/after.png" || fail "the window looks different after its graphics were made anew"
  # The other software renderer softens edges in another way.
  export GALLIUM_DRIVER=softpipe
  begin "$store" --size 960x600
  shows "$work/softpipe.png" 30 10
  finish
}

case ${SMOKE_PART:-} in
district) with_district ;;
start) without_store ;;
*)
  rm -rf "$work" && mkdir -p "$work/home" "$work/tmp"
  "$bin/banlang" import "$district" --into "$store" -q > "$work/import.txt" 2>&1
  {
    printf 'wait\ncontrols %s/home.json\nscreenshot %s/home.png\n' "$work" "$work"
    for menu in $menus; do printf 'press %s\nscreenshot %s/%s.png\nkey esc\n' "$menu" "$work" "$menu"; done
    printf 'move -1000000 -1000000\nresize 1280x800\ncontrols %s/smaller.json\nscreenshot %s/smaller.png\n' "$work" "$work"
  } > "$work/reference.script"
  "$viewer" "$store" --offscreen --size 1600x1000 --script "$work/reference.script" &
  {
    printf 'controls %s/start.json\nscreenshot %s/start.png\npress menu.file\nscreenshot %s/start-menu.png\nkey esc\n' "$work" "$work" "$work"
    printf 'press empty.open\nscreenshot %s/start-dialog.png\n' "$work"
    printf 'browse none\nmove -1000000 -1000000\nopen "%s"\nwait\ncontrols %s/opened.json\nscreenshot %s/opened.png\n' "$store" "$work" "$work"
    printf 'press tab.more\nscreenshot %s/more.png\nkey esc\n' "$work"
  } > "$work/start.script"
  timeout 60 "$viewer" --offscreen --size 1200x800 --script "$work/start.script" || fail "the off-screen run without a store did not end"
  "$viewer" "$store" --offscreen --size 960x600 --screenshot "$work/softpipe.png"
  printf 'sample\nwait\nscreenshot %s/sample.png\n' "$work" > "$work/sample.script"
  "$viewer" --offscreen --size 1200x800 --script "$work/sample.script"
  wait %1 || fail "the off-screen run ended with $?"
  SMOKE_PART=start xvfb-run -a -s "-noreset -screen 0 1700x1100x24" "$0" "$@" &
  other=$!
  SMOKE_PART=district xvfb-run -a -s "-noreset -screen 0 1700x1100x24" "$0" "$@"
  wait $other
  ;;
esac
