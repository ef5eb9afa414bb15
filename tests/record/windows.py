# SPDX-License-Identifier: MIT
"""The runs of `banlang-viewer` that are recorded: pictures, controls and state of the window.

A script is written as commands with "; " between them. "shot NAME" is a picture with the controls that are in it.
"""

import re

from facts import AUDIENCES, DAY, EARLY, LATE, Facts
from workshop import WORK, Chain, Step, copy

CLEAN, MESSY, BARE, RULED = "clean.gpkg", "messy.gpkg", "bare.gpkg", "ruled.gpkg"
PROGRAMMES = (
    "donated-land",
    "new-roads",
    "renovated-gardens",
    "houses",
    "green-routes",
    "criteria",
    "emulation",
    "candidates",
    "gaps",
)
TABS = ("table", "chart", "conclusion", "gaps", "links", "criteria", "emulation", "candidates", "import", "messages")
# Kinds that name or place a household: a meeting may not select them.
HOUSEHOLD_KINDS = (
    "households",
    "gardens",
    "houses",
    "support-list",
    "house-items",
    "house-resources",
    "housing-reviews",
    "household-categories",
)
AWAY = "move -1000000 -1000000"  # nothing lies under the pointer
LARGE = "1600x1000"


def lines(script: str) -> list[str]:
    """What the window reads. A picture waits for everything that is computed in the background."""
    found = []
    for command in filter(None, script.split("; ")):
        name = command.removeprefix("shot ")
        picture = ["wait", f"controls {{out}}/{name}.json", f"screenshot {{out}}/{name}.png"]
        found += picture if command.startswith("shot ") else [command]
    return found


def joined(*commands: str) -> str:
    return "; ".join(filter(None, commands))


def each(commands: list[str], after: str = "") -> str:
    """A picture after every command, named after it; `after` comes before the next."""
    return joined(*(joined(one, f"shot {re.sub('[^a-z0-9-]+', '-', one.lower()).strip('-')}", after) for one in commands))


def scene(name: str, store: str, script: str, *more: str, day: str = DAY, size: str = "1280x800") -> Step:
    """A window, off-screen, on a store or on none; ends with a picture and the state."""
    opened = [store, "--as-of", day] if store else []
    ending = ["--screenshot", "{out}/window.png", "--state", "{out}/window.state.json"]
    arguments = [*opened, "--offscreen", "--size", size, *more, *ending]
    return Step(f"window/{name}", "banlang-viewer", arguments, lines(joined(script, "wait", "controls {out}/window.json")))


def programmes(name: str, store: str, first: str, day: str = DAY) -> Chain:
    """Every programme with its table and its chart."""
    all_of_them = (f"programme {one}; tab table; shot {one}-table; tab chart; shot {one}-chart" for one in PROGRAMMES)
    return [scene(f"{name}/programmes", store, joined(first, *all_of_them), day=day)]


def tabs(name: str, store: str, first: str) -> Chain:
    return [scene(f"{name}/tabs", store, joined(first, each([f"tab {tab}" for tab in TABS])), size=LARGE)]


def figures(facts: Facts) -> list[Chain]:
    """Programmes, tabs, gaps and statements of the conclusion by store, day, audience and language."""
    chains = []
    for audience in AUDIENCES:
        for one in PROGRAMMES:  # a window each: its state is written at its end
            script = f"audience {audience}; programme {one}; tab chart; shot chart; tab table"
            chains.append([scene(f"{audience}/{one}", CLEAN, script)])
        chains.append(tabs(audience, CLEAN, f"audience {audience}"))
    for day in (EARLY, LATE):
        chains.append(programmes(day, CLEAN, "", day))
    for name, store, first in (
        ("compared", CLEAN, f"compare {EARLY}"),
        ("en", CLEAN, "lang en"),
        ("dark", CLEAN, "theme dark"),
        ("contrast", CLEAN, "theme contrast"),
        ("messy", MESSY, "audience working-group"),
        ("bare", BARE, ""),
        ("ruled", RULED, ""),
    ):
        chains += [programmes(name, store, first), tabs(name, store, first)]
    gaps = [f"gap {gap}" for gap in facts.gaps]
    chains.append([scene("gaps/meeting", CLEAN, each(gaps))])
    chains.append([scene("gaps/charts", CLEAN, joined(*(f"gap {gap}; tab chart; shot {gap}" for gap in facts.gaps)))])
    chains.append([scene("gaps/ruled", RULED, joined("audience working-group; lang en", each(gaps)))])
    for letter in "EWV":
        script = each([f"conclusion {statement}" for statement in facts.statements if statement.startswith(letter)])
        chains.append([scene(f"conclusion/{letter}", CLEAN, script, size=LARGE)])
        compared = joined(f"lang en; compare {EARLY}", script)
        chains.append([scene(f"conclusion/messy-{letter}", MESSY, compared, size=LARGE)])
    filters = each([f"conclusion-of {one}" for one in ("new_rural", "gardens", "housing", "all")])
    chains.append([scene("conclusion/filters", CLEAN, joined("tab conclusion", filters, "conclusion V5 donated-land"))])
    return chains


def selections(facts: Facts) -> list[Chain]:
    """Records of every kind, as the working group and as a meeting may see them, and some by their key."""
    chains = []
    for start in range(0, len(facts.roles), 6):
        kinds = facts.roles[start : start + 6]
        script = each([f'select {role} "#{row}"' for role in kinds for row in (0, 7)])
        chains.append([scene(f"select/{kinds[0]}-{kinds[-1]}", CLEAN, joined("audience working-group", script))])
    seen = each([f'select {role} "#1"' for role in facts.roles if role not in HOUSEHOLD_KINDS])
    chains.append([scene("select/meeting", CLEAN, joined("lang en", seen))])
    told = "inspect history; wait; shot history; lang en; shot history-en; audience meeting; shot history-meeting; inspect record"
    chains.append([scene("select/history", CLEAN, joined("audience working-group; select donations HD00001", told))])
    placed = ("households", "parcels", "roads", "villages", "communes", "gardens")
    near = each([f'{verb} {role} "#3"' for role in placed for verb in ("zoom-to", "select")])
    chains.append([scene("select/zoom-to", CLEAN, joined("audience working-group", near))])
    places = facts.places[CLEAN]
    keys = [f'roads "{key}"' for key in places.roads_with_works[:4] + places.roads_with_gifts[:4]]
    keys += [f'parcels "{key}"' for key in places.parcels]
    keys += [f'communes "{places.communes[2][0]}"', f'villages "{places.villages[9][0]}"']
    for audience in AUDIENCES:
        chosen = (joined(f"zoom-to {key}", each([f"select {key}"])) for key in keys)
        chains.append([scene(f"select/keys-{audience}", CLEAN, joined(f"audience {audience}", *chosen), size=LARGE)])
    return chains


def map_views(facts: Facts) -> list[Chain]:
    """Layers, legends, scales, movement and what lies under the pointer."""
    village = f'zoom-to villages "{facts.places[CLEAN].villages[4][0]}"'
    legends = (f"layer {one} on; legend {one}; shot {one}; layer {one} off" for one in facts.layers)
    chains = [[scene("map/legends", CLEAN, joined("layer donated-land off", *legends))]]
    for layers in ("parcels", "houses,communes", "rivers", "gap-never-inspected"):
        chains.append([scene(f"map/started-with-{layers.replace(',', '-')}", CLEAN, "", "--layer", layers)])
    zooms = joined(village, *(f"zoom 2; shot nearer-{step}" for step in range(6)))
    chains.append([scene("map/zoom", CLEAN, joined(zooms, "home; shot home; zoom 0.3"))])
    chains.append([scene("map/zoom-messy", MESSY, joined("audience working-group", zooms, "zoom-at 3 100 100"))])
    moves = "pan 130 -70; shot pan; scroll 500 400 2; shot scroll; drag 500 400 300 300; shot drag"
    chains.append([scene("map/moves", CLEAN, joined(village, moves))])
    points = ("420 300", "500 350", "560 420", "610 300", "700 380", "760 260")
    under = (f"move {at}; shot over-{i}; click {at}; {AWAY}; shot clicked-{i}" for i, at in enumerate(points))
    pointed = joined(*under)
    for one in ("donated-land", "new-roads", "renovated-gardens", "houses", "gaps"):
        chains.append([scene(f"map/under-pointer-{one}", CLEAN, joined(f"programme {one}", pointed))])
    base = ("parcels", "rivers", "villages", "communes", "roads")
    chains.append([scene("map/without", CLEAN, each([f"layer {one} off" for one in base]))])
    pictured = "backdrop window/terrain.tif; shot on; backdrop-opacity 0.4; shot pale; layer parcels off; shot bare"
    hidden = "layer backdrop off; shot hidden; backdrop none"
    chains.append([copy("clean/terrain.tif", "window/terrain.tif"), scene("map/backdrop", CLEAN, joined(pictured, hidden))])
    return chains


def looks() -> list[Chain]:
    """Two maps beside each other, projector, themes and sizes."""
    chosen = each([f"programme {one}" for one in PROGRAMMES])
    pages = "page next; shot page-1; page next; shot page-2; page previous; page previous; page previous; shot page-last"
    sizes = each([f"resize {size}" for size in ("960x600", "1024x768", "1366x768", "1920x1080", "2560x1440")])
    beside = f"compare {EARLY}; split on"
    return [
        [scene("look/split", CLEAN, joined(beside, chosen))],
        [scene("look/split-projector-en", CLEAN, joined("lang en", beside, "projector on", chosen))],
        [scene("look/projector", CLEAN, joined("projector on", chosen, pages, "page district; theme dark"), size="1920x1080")],
        [scene("look/projector-public", MESSY, joined("audience public; projector on", chosen))],
        [scene("look/started", CLEAN, "", "--theme", "dark", "--lang", "en", "--layer", "houses,communes")],
        [scene("look/sizes", CLEAN, sizes)],
        [scene("look/renewed", CLEAN, "renew-graphics; shot renewed; full-screen on")],
    ]


def hands(facts: Facts) -> list[Chain]:
    """What a person does with mouse and keys: menus, search, tables, undo."""
    controls = ("menu.file", "menu.view", "as-of", "compare", "audience", "search")
    menus = joined(*(f"press {control}; {AWAY}; shot {control}; key esc" for control in controls))
    chains = [[scene(f"hands/menus-{language}", CLEAN, joined(f"lang {language}", menus))] for language in ("vi", "en")]
    for programme, columns in (
        ("donated-land", ("name", "donated_m2", "share")),
        ("new-roads", ("name", "class")),
        ("renovated-gardens", ("name",)),
        ("houses", ("name",)),
        ("gaps", ("name",)),
    ):
        orders = each([f"sort {column} {order}" for column in columns for order in ("desc", "asc")])
        chains.append([scene(f"hands/sort-{programme}", CLEAN, joined(f"programme {programme}", orders))])
    rows = f"press table.row.3; {AWAY}; shot row; scroll 400 700 -3; {AWAY}; shot scrolled"
    heads = f"press table.head.name; {AWAY}; shot sorted; tab chart; press chart.2; {AWAY}"
    chains.append([scene("hands/table", CLEAN, joined(rows, heads))])
    words = ("phieng", "nà", facts.places[CLEAN].roads_with_works[0], "1/2", "ly thi", "zzzz")
    for audience in ("meeting", "working-group"):
        searches = (
            f'search on; type "{word}"; shot words-{i}; key down; key enter; shot found-{i}; search off'
            for i, word in enumerate(words)
        )
        chains.append([scene(f"hands/search-{audience}", CLEAN, joined(f"audience {audience}", *searches))])
    pressed = "f5 f5 ctrl+i ctrl+k esc tab tab enter esc plus minus home left ctrl+z".split()
    keys = (f"key {key}; shot {i:02}" for i, key in enumerate(pressed))
    chains.append([scene("hands/keys", CLEAN, joined(*keys))])
    changes = f"programme houses; tab chart; as-of {EARLY}; theme dark"
    back = "undo; undo; shot undone; redo; shot redone; undo; undo; undo"
    chains.append([scene("hands/undo", CLEAN, joined(changes, back))])
    return chains


def importing(facts: Facts) -> list[Chain]:
    """The window without a store, its dialog, imports, questions, links. A history with the hour of an import is not drawn."""
    start = f"shot start; lang en; shot start-en; press menu.file; {AWAY}; shot menu; key esc"
    asked = f"press empty.open; {AWAY}; shot dialog; browse none"
    # The dialog begins at home: what it is told is meant from there.
    folders = f"browse store {WORK}/folder; shot stores; browse sources clean; shot sources; browse picture .; shot pictures"
    taken = f"browse store {WORK}/folder; choose messy.gpkg; shot chosen"
    layers = "shot questions; import-view layers; shot layers"
    rows = joined(*(f"import-row {i}; shot row-{i:02}" for i in range(1, 13)))
    again = each(["read-text 7 TCVN3", "read-role 113 contributions", 'answer 1 "EPSG:3405"'])
    added = 'import "added/messy/cong trinh.xlsx" "added/messy/giao thong"; shot layers; tab table'
    links = joined("audience working-group; tab links", *(f"link-row {i}; shot row-{i}" for i in range(1, 9)))
    said = " ".join(f'"{word}"' for word in facts.open_link)
    decided = f'decide-link {said} ""; shot left; withdraw-link {said}; link-view decided; shot decided; tab table'
    return [
        [
            scene("start/empty", "", joined(start, asked)),
            copy("clean", "folder/clean"),
            copy("messy.gpkg", "folder/messy.gpkg"),
            scene("start/dialog", "", joined(folders, taken)),
        ],
        [copy("clean", "sample-data/district"), scene("start/sample", "", "sample; shot sample")],
        [copy("messy", "dropped/messy"), scene("import/messy", "", joined("import dropped/messy", layers, rows, again, "tab table"))],
        [
            copy("messy", "dropped-en/messy"),
            scene("import/messy-en", "", joined("lang en; import dropped-en/messy", layers, "undo-import 8; tab table")),
        ],
        [copy(CLEAN, "added.gpkg"), copy("messy", "added/messy"), scene("import/added", "added.gpkg", added)],
        [
            copy(MESSY, "linked.gpkg"),
            scene("import/links", "linked.gpkg", joined(links, decided), size=LARGE),
        ],
    ]


WRONG_OPTIONS = {
    "language": ["--lang", "fr"],
    "theme": ["--theme", "pink"],
    "size": ["--size", "10x10"],
    "day": [CLEAN, "--as-of", "31/2/2022"],
    "layer": [CLEAN, "--layer", "clouds"],
    "store": ["nowhere.gpkg"],
    "no-geopackage": ["weights.toml"],
    "script": ["--script", "nowhere.script"],
    "option": ["--nothing"],
    "picture": [CLEAN, "--screenshot", "nowhere/x.png"],
}

WRONG_COMMANDS = {
    "unknown": "nonsense",
    "quote": 'type "open',
    "count": "layer roads",
    "layer": "layer clouds on",
    "layer-state": "layer roads maybe",
    "programme": "programme roads",
    "programme-unknown": "programme clouds",
    "as-of": "as-of yesterday",
    "compare": "compare 31/2/2022",
    "split": "split on",
    "audience": "audience everybody",
    "lang": "lang fr",
    "theme": "theme pink",
    "opacity": "backdrop-opacity 2",
    "tab": "tab nothing",
    "gap": "gap nothing",
    "conclusion": "conclusion X1",
    "conclusion-of": "conclusion-of nothing",
    "sort": "sort name up",
    "select": "select communes nowhere",
    "select-role": "select clouds x",
    "select-hidden": 'select households "#0"',
    "select-hidden-garden": 'select gardens "#0"',
    "zoom": "zoom -1",
    "zoom-to": "zoom-to communes nowhere",
    "page": "page sideways",
    "import-view": "import-view nothing",
    "import-row": "import-row 999",
    "link-row": "link-row 999",
    "link-view": "link-view nothing",
    "inspect": "inspect nothing",
    "open": "open nowhere.gpkg",
    "import": "import nowhere",
    "choose": "choose nowhere",
    "answer": "answer 1 yes",
    "read-text": "read-text 999 TCVN3",
    "read-role": "read-role 999 meetings",
    "undo-import": "undo-import 999",
    "decide-link": "decide-link gardens household_id nobody x",
    "withdraw-link": "withdraw-link gardens household_id nobody",
    "backdrop": "backdrop nowhere.tif",
    "press": "press nothing",
    "key": "key hyper",
    "resize": "resize 1x1",
    "screenshot": "screenshot nowhere/x.png",
    "controls": "controls nowhere/x.json",
    "quit": "quit maybe",
}


def wrong_uses() -> list[Chain]:
    chains: list[Chain] = []
    for name, arguments in WRONG_OPTIONS.items():
        chains.append([Step(f"wrong-window/option-{name}", "banlang-viewer", ["--offscreen", *arguments])])
    for i, (name, line) in enumerate(WRONG_COMMANDS.items()):
        arguments = [CLEAN, "--offscreen", "--size", "640x480", "--lang", ("vi", "en")[i % 2]]
        chains.append([Step(f"wrong-window/{name}", "banlang-viewer", arguments, [line])])
    return chains


def quick(facts: Facts) -> list[Chain]:
    """Each programme, tab, gap and kind of record once, in few windows."""
    beside = [f"compare {EARLY}", "split on", "projector on", "page next", "projector off", "split off", "compare none"]
    dressed = ["theme dark", "theme contrast", "lang en"]
    kinds = each([f'select {role} "#0"' for role in facts.roles])
    return [
        [scene("quick/programmes", CLEAN, each([f"programme {one}" for one in PROGRAMMES]))],
        [scene("quick/charts", CLEAN, joined("tab chart", each([f"programme {one}" for one in PROGRAMMES[:-1]])))],
        [scene("quick/tabs", MESSY, each([f"tab {tab}" for tab in TABS]))],
        [scene("quick/gaps", MESSY, each([f"gap {gap}" for gap in facts.gaps]))],
        [scene("quick/kinds", CLEAN, joined("audience working-group", kinds))],
        [scene("quick/looks", CLEAN, each(beside + dressed))],
        [scene("quick/start", "", "")],
    ]
