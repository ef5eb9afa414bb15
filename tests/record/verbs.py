# SPDX-License-Identifier: MIT
"""The runs of `banlang` that are recorded: what every verb prints, every layer as files and sheets, and what changes a store."""

import json
import re
from dataclasses import dataclass
from typing import Iterator

from facts import AUDIENCES, BEFORE_ALL, DAY, DAYS, EARLY, FORMATS, LATE, Facts
from windows import CLEAN, MESSY, RULED, scene
from workshop import WORK, Chain, Prepare, Step, Workshop, copy, record_store

WEIGHTS = "weights.toml"
OTHER_DAY = {EARLY: "2021-03-31", DAY: "2021-12-31", LATE: DAY, BEFORE_ALL: DAY}
Run = tuple[str, list[str]]  # name, arguments


def banlang(name: str, *arguments: str) -> Step:
    return Step(name, "banlang", list(arguments))


def printed(prefix: str, runs: list[Run], forms: tuple[str, ...]) -> list[Chain]:
    """Each run in the forms "vi.json", "vi.txt", "en.json", "en.txt"."""
    chains = []
    for name, arguments in runs:
        for form in forms:
            language, kind = form.split(".")
            more = (["--json"] if kind == "json" else []) + ["--lang", language]
            chains.append([banlang(f"{prefix}/{name}.{language}-{kind}", *arguments, *more)])
    return chains


def on_a_day(store: str, day: str, facts: Facts) -> list[Run]:
    """Every verb that prints figures of a day, with every option that changes them."""
    places = facts.places[store]
    code, name = places.communes[0]
    village, _ = places.villages[0]
    road = places.roads_with_gifts[0]
    as_of = ["--as-of", day]
    against = ["--compare", OTHER_DAY[day]]
    runs = [
        ("status", ["status", store, *as_of]),
        ("status-compare", ["status", store, *as_of, *against]),
        ("status-commune", ["status", store, *as_of, "--unit", code]),
        ("status-commune-by-name", ["status", store, *as_of, *against, "--unit", name]),
        ("status-village", ["status", store, *as_of, "--unit", village]),
        ("units", ["units", store, *as_of]),
        ("units-groups", ["units", store, *as_of, "--groups"]),
        ("units-check", ["units", store, *as_of, "--check"]),
        ("check", ["check", store, *as_of]),
        ("gaps", ["gaps", store, *as_of]),
        ("conclusion", ["conclusion", store, *as_of]),
        ("conclusion-compare", ["conclusion", store, *as_of, *against]),
        ("criteria", ["criteria", store, *as_of]),
        ("criteria-commune", ["criteria", store, *as_of, "--unit", code]),
        ("emulation", ["emulation", store, *as_of]),
        ("rank", ["rank", store, *as_of]),
        ("rank-weights", ["rank", store, *as_of, "--weights", WEIGHTS]),
        ("landtake", ["landtake", store, *as_of]),
        ("landtake-road", ["landtake", store, *as_of, "--road", road]),
        ("landtake-width", ["landtake", store, *as_of, "--width", "6.5"]),
    ]
    runs += [(f"layers-{audience}", ["layers", store, *as_of, "--audience", audience]) for audience in AUDIENCES]
    return runs


def one_by_one(store: str, facts: Facts) -> list[Run]:
    """The parts of those answers that can be asked for singly, on the main day."""
    as_of = ["--as-of", DAY]
    runs = [(f"gap-{gap}", ["gaps", store, *as_of, "--gap", gap]) for gap in facts.gaps]
    compared = ["conclusion", store, *as_of, "--compare", EARLY]
    runs += [(f"conclusion-{statement}", [*compared, "--id", statement]) for statement in facts.statements]
    runs += [(f"criteria-set-{one}", ["criteria", store, *as_of, "--set", one]) for one in facts.criteria_sets]
    runs += [(f"emulation-{year}", ["emulation", store, *as_of, "--year", year]) for year in ("2021", "2023")]
    roads = facts.places[store].roads_with_works[:4]
    return runs + [(f"landtake-road-{road}", ["landtake", store, *as_of, "--road", road, "--width", "5"]) for road in roads]


def carried(store: str, facts: Facts) -> list[Run]:
    return [(f"carry-{one}", ["units", store, "--carry", one, "--from", "2019-12-31", "--to", DAY]) for one in facts.indicators]


def of_no_day(store: str, facts: Facts) -> list[Run]:
    """What depends on no day, or on the last that the store knows, and the options that choose from an answer."""
    as_of = ["--as-of", DAY]
    runs = [(f"rules-{file}", ["rules", store, "--show", file]) for file in facts.rule_files]
    runs += [
        ("criteria-set-decree", ["criteria", store, *as_of, "--set", "318/QĐ-TTg"]),
        ("check-examples", ["check", store, *as_of, "--examples", "1000"]),
        ("check-rule", ["check", store, *as_of, "--rule", facts.quality_rules[0]]),
        ("check-fail-on-error", ["check", store, *as_of, "--fail-on", "error"]),
        ("check-fail-on-warn", ["check", store, *as_of, "--fail-on", "warn", "--examples", "0"]),
        ("rank-top", ["rank", store, *as_of, "--top", "5"]),
        ("units-changes", ["units", store, "--changes"]),
        ("link", ["link", store]),
        ("link-candidates", ["link", store, "--candidates", "4"]),
        ("link-log", ["link", store, "--log"]),
        ("undo", ["undo", store]),
        ("backdrop", ["backdrop", store]),
        ("rules-list", ["rules", store, "--list"]),
        ("emulation-list", ["emulation", store, "--list"]),
    ]
    verbs = ("status", "gaps", "conclusion", "criteria", "emulation", "rank", "landtake", "layers", "units")
    return runs + [(f"{verb}-last-day", [verb, store]) for verb in verbs]


def helps(verbs: list[str]) -> list[Chain]:
    chains = [[banlang(f"help/{verb}", verb, "--help")] for verb in verbs]
    chains.append([banlang("help/banlang", "--help")])
    chains.append([banlang("help/version", "--version")])
    chains.append([Step("help/viewer", "banlang-viewer", ["--help"])])
    chains.append([Step("help/sample", "banlang-sample", ["--help"])])
    chains += printed("help", [("doctor", ["doctor"])], ("vi.json", "vi.txt", "en.txt"))
    return chains


@dataclass
class Request:
    """What a layer is asked for."""

    store: str
    day: str
    audience: str
    language: str = "vi"

    def options(self, layer: str) -> list[str]:
        return ["--layer", layer, "--as-of", self.day, "--audience", self.audience, "--lang", self.language]


def exported(prefix: str, request: Request, layers: list[str], formats: tuple[str, ...]) -> list[Chain]:
    return _made("export", prefix, request, layers, formats)


def drawn(prefix: str, request: Request, layers: list[str], formats: tuple[str, ...]) -> list[Chain]:
    return _made("map", prefix, request, layers, formats)


def _made(verb: str, prefix: str, request: Request, layers: list[str], formats: tuple[str, ...]) -> list[Chain]:
    return [
        [banlang(f"{prefix}/{layer}-{one}", verb, request.store, "-o", f"{{out}}/{layer}.{one}", *request.options(layer))]
        for layer in layers
        for one in formats
    ]


def other_exports(store: str) -> list[Chain]:
    """The options of export, each on layers of points, lines and areas."""
    chains = []
    for layer in ("donated-land", "roads", "houses", "criteria"):
        common = ["export", store, "--layer", layer, "--as-of", DAY, "-o"]
        table = [*common, f"{{out}}/{layer}.csv", "--geometry"]
        chains += [
            [banlang(f"export-options/{layer}-wkt", *table, "wkt")],
            [banlang(f"export-options/{layer}-xy", *table, "xy", "--headers", "names")],
            [banlang(f"export-options/{layer}-xy-en", *table, "xy", "--lang", "en")],
        ]
        for one in FORMATS:
            file = f"{{out}}/{layer}.{one}"
            chains.append([banlang(f"export-options/{layer}-{one}-json-en", *common, file, "--json", "--lang", "en")])
    return chains


def other_sheets(store: str, facts: Facts) -> list[Chain]:
    """The options of map, and sheets of several layers."""
    places = facts.places[store]
    code, name = places.communes[1]
    common = ["map", store, "--as-of", DAY]
    several = "parcels,donated-land,new-roads"
    chains = [
        [banlang(f"sheet-options/{name}-{one}", *common, *arguments, "-o", f"{{out}}/{name}.{one}") for one in formats]
        for name, formats, arguments in [
            ("paper-A4", ("pdf",), ["--layer", several, "--paper", "A4"]),
            ("paper-A2", ("pdf",), ["--layer", several, "--paper", "A2"]),
            ("paper-A1", ("pdf",), ["--layer", "new-roads", "--paper", "A1"]),
            ("paper-A0", ("pdf",), ["--layer", "parcels", "--paper", "A0"]),
            ("size", ("png", "svg", "pdf"), ["--layer", several, "--size", "1600x1000"]),
            ("small-size", ("png",), ["--layer", "gap-house-late", "--size", "300x200"]),
            ("dpi", ("png",), ["--layer", "renovated-gardens", "--dpi", "60", "--json"]),
            ("commune-code", ("pdf", "png"), ["--layer", several, "--unit", code]),
            ("commune-name", ("svg",), ["--layer", several, "--unit", name, "--lang", "en"]),
            ("commune-working-group", ("svg",), ["--layer", "houses", "--unit", code, "--audience", "working-group"]),
            ("commune-public", ("svg",), ["--layer", "houses", "--unit", code, "--audience", "public"]),
            ("backdrop", ("png", "pdf"), ["--layer", "new-roads", "--backdrop", "clean/terrain.tif", "--json"]),
            ("backdrop-pale", ("png",), ["--layer", "new-roads", "--backdrop", "clean/terrain.tif", "--backdrop-opacity", "0.4"]),
            ("backdrop-none", ("svg",), ["--layer", "roads", "--backdrop", "none"]),
        ]
    ]
    for layer in facts.layers:
        if layer.startswith("gap-") and layer != "gap-never-inspected":
            continue
        file = f"{{out}}/{layer}.{'svg' if layer in ('roads', 'villages') else 'pdf'}"
        chains.append([banlang(f"sheet-options/compare-{layer}", *common, "--layer", layer, "--compare", EARLY, "-o", file)])
    return chains


def pack(name: str, request: Request) -> Chain:
    asked = ["--as-of", request.day, "--audience", request.audience, "--lang", request.language, "--json"]
    return [banlang(f"pack/{name}", "pack", request.store, "-o", "{out}/pack", *asked)]


# What makes each file of rules another that is still right: a pattern and its replacement.
OWN_RULES = {
    "gap_rules.toml": [
        (r"= 90 ", "= 30 "),
        (r"= 30 ", "= 12 "),
        (r"silent_weeks = 2", "silent_weeks = 1"),
        (r"= 60 ", "= 20 "),
        (r"= 0\.5 ", "= 1.5 "),
    ],
    "emulation.toml": [
        (r"cap_percent = 120", "cap_percent = 100"),
        (r"decimals = 1", "decimals = 2"),
        (r"Thi đua ba", "Thi đua theo quy chế mới ba"),
    ],
    "criteria_2016.toml": [(r"# threshold = \.\.\.", "threshold = 35")],
    "criteria_2022.toml": [(r"# threshold = \.\.\.", "threshold = 40"), (r"Giao thông", "Giao thông nông thôn")],
    "criteria_2026.toml": [(r'vi = "Tiêu chí 1"', 'vi = "Quy hoạch"')],
    "criteria_district_2022.toml": [(r'vi = "Điện"', 'vi = "Điện lưới"')],
    "model_village_2022.toml": [(r"pass_percent = 100", "pass_percent = 60")],
}


def with_own_rules(facts: Facts) -> Chain:
    """A store in which the district has put its own rules, decided links and a frozen ranking."""
    store = RULED

    def write_rules(workshop: Workshop) -> None:
        (WORK / "rules").mkdir()
        for file in facts.rule_files:
            text = workshop.answer(["rules", store, "--show", file])
            for pattern, replacement in OWN_RULES.get(file, []):
                text = re.sub(pattern, replacement, text)
            (WORK / "rules" / file).write_text(text)

    chain: Chain = [copy(CLEAN, store), Prepare(write_rules)]
    for i, file in enumerate(facts.rule_files):
        chain.append(banlang(f"ruled/set-{file}", "rules", store, "--set", f"rules/{file}", *(["--json"] if i % 2 else [])))
    chain.append(banlang("ruled/list", "rules", store))
    for file in facts.rule_files[:2]:
        chain += [banlang(f"ruled/show-{file}", "rules", store, "--show", file)]
    chain += deciding("ruled", store)
    chain += [
        banlang("ruled/freeze", "emulation", store, "--as-of", DAY, "--freeze", "Sáu tháng", "--json"),
        banlang("ruled/freeze-again", "emulation", store, "--as-of", LATE, "--freeze", "Sáu tháng"),
        banlang("ruled/frozen-list", "emulation", store, "--list"),
        banlang("ruled/frozen-list-json", "emulation", store, "--list", "--json"),
        banlang("ruled/frozen", "emulation", store, "--show", "Sáu tháng"),
        banlang("ruled/frozen-json", "emulation", store, "--show", "Sáu tháng", "--json", "--lang", "en"),
        banlang("ruled/ranking-xlsx", "emulation", store, "--as-of", DAY, "-o", "{out}/ranking.xlsx"),
        banlang("ruled/ranking-csv", "emulation", store, "--as-of", DAY, "-o", "{out}/ranking.csv"),
        record_store(store, "ruled/store"),
    ]
    return chain


def deciding(prefix: str, store: str) -> Chain:
    """Open links get their best candidate by a list, one of them nowhere by a sheet; one decision is taken back."""

    def write_decisions(workshop: Workshop) -> None:
        tables = json.loads(workshop.answer(["link", store, "--json", "--candidates", "2"]))["tables"]
        lines, seen = [], set()
        for table in tables:
            for one in table["open"]:
                said = (table["name"], one["field"], one["key"], one["within"])
                if not one["candidates"] or said in seen:
                    continue
                seen.add(said)
                line = dict(zip(("role", "field", "said", "within"), said))
                lines.append({**line, "target": one["candidates"][-1]["key"], "note": "theo bản đồ"})
        (WORK / f"{prefix}-decisions.json").write_text(json.dumps(lines[:6], ensure_ascii=False))
        sheet = (WORK / f"{prefix}-sheet.csv").read_text(encoding="utf-8-sig").splitlines()
        head = next(i for i, line in enumerate(sheet) if "target" in line)
        column = re.split("[;,]", sheet[head].replace('"', "")).index("target")
        mark = ";" if ";" in sheet[head] else ","
        cells = sheet[head + 1].split(mark)
        cells[column] = '"-"'
        sheet[head + 1] = mark.join(cells)
        (WORK / f"{prefix}-sheet.csv").write_text("\r\n".join(sheet) + "\r\n", encoding="utf-8-sig")

    return [
        banlang(f"{prefix}/link-export", "link", store, "--export", "{out}/sheet.csv", "--candidates", "2"),
        banlang(f"{prefix}/link-export-work", "link", store, "--export", f"{prefix}-sheet.csv", "--json"),
        Prepare(write_decisions),
        banlang(f"{prefix}/link-decide-sheet", "link", store, "--decide", f"{prefix}-sheet.csv", "--by", "phòng NN", "--json"),
        banlang(f"{prefix}/link-decide-list", "link", store, "--decide", f"{prefix}-decisions.json", "--by", "tổ công tác"),
        banlang(f"{prefix}/link-log", "link", store, "--log"),
        banlang(f"{prefix}/link-withdraw", "link", store, "--withdraw", "2", "--by", "phòng NN", "--json"),
        banlang(f"{prefix}/link-log-json", "link", store, "--log", "--json", "--lang", "en"),
        banlang(f"{prefix}/link-after", "link", store, "--json", "--candidates", "3"),
    ]


def under_own_rules(facts: Facts) -> list[Chain]:
    """What the rules, decisions and frozen ranking of the store "ruled" change."""
    store = RULED
    facts.places[store] = facts.places[CLEAN]
    verbs = ("status", "gaps", "conclusion", "criteria", "emulation", "rank", "landtake", "check", "link", "rules", "layers")
    runs = [run for run in on_a_day(store, DAY, facts) if run[1][0] in verbs]
    singly = one_by_one(store, facts) + of_no_day(store, facts)
    runs += [run for run in singly if run[0].startswith(("criteria-set-", "rules-", "gap-"))]
    others = ("criteria", "emulation", "donated-land", "houses")
    layers = [layer for layer in facts.layers if layer.startswith("gap-") or layer in others]
    request = Request(store, DAY, "meeting")
    chains = printed("ruled", runs, ("vi.json", "vi.txt"))
    chains += exported("ruled/export", request, layers, ("csv",))
    chains += drawn("ruled/sheet", request, ["criteria", "emulation", "gap-never-inspected", "gap-house-late"], ("svg",))
    return chains


def changing_stores(facts: Facts) -> list[Chain]:
    """Import, undo, rules and backdrop on copies of the stores; what the store then says and holds."""
    villages = ["import", "messy/ranh gioi/thon.tab", "--into"]
    told = ["--as", "villages", "--encoding", "VNI-Windows", "--crs", "EPSG:9209", "--json"]
    workbook = ["import", "messy/cong trinh.xlsx", "--into", "told.gpkg", "--as", "gardens", "--encoding", "TCVN3", "--json"]
    table = ["-o", "there.csv", "--as-of", DAY]
    sheet = ["map", CLEAN, "--layer", "roads", "-o", "there.svg", "--as-of", DAY]
    states = "shot on; backdrop-opacity 0.9; shot opaque; backdrop off; shot off; undo; shot undone"
    return [
        [
            copy(CLEAN, "undone.gpkg"),
            banlang("undo/one", "undo", "undone.gpkg", "8", "--json"),
            banlang("undo/list", "undo", "undone.gpkg"),
            banlang("undo/dry-run", "undo", "undone.gpkg", "--import", "1", "--dry-run", "--json"),
            banlang("undo/status", "status", "undone.gpkg", "--as-of", DAY, "--json"),
            banlang("undo/last", "undo", "undone.gpkg", "last", "--lang", "en"),
            banlang("undo/nothing", "status", "undone.gpkg", "--as-of", DAY, "--json"),
            record_store("undone.gpkg", "undo/store"),
        ],
        [
            copy(CLEAN, "both.gpkg"),
            banlang("again/same", "import", "clean/late", "clean/gardens.gpkg", "--into", "both.gpkg", "--json"),
            banlang("again/messy", "import", "messy", "--into", "both.gpkg", "--json", "--lang", "en"),
            banlang("again/list", "undo", "both.gpkg", "--json"),
            banlang("again/status", "status", "both.gpkg", "--as-of", DAY, "--compare", EARLY, "--json"),
            banlang("again/check", "check", "both.gpkg", "--as-of", DAY, "--json"),
            banlang("again/link", "link", "both.gpkg", "--candidates", "2", "--json"),
            banlang("again/gaps", "gaps", "both.gpkg", "--as-of", DAY, "--json"),
            record_store("both.gpkg", "again/store"),
            banlang("again/undo", "undo", "both.gpkg", "last", "--json"),
            banlang("again/status-undone", "status", "both.gpkg", "--as-of", DAY, "--json"),
        ],
        [
            banlang("import/dry-run", "import", "messy", "--into", "dry.gpkg", "--dry-run"),
            banlang("import/save-map", "import", "messy", "--into", "mapped.gpkg", "--save-map", "{out}/map.toml", "--lang", "en"),
            banlang("import/save-map-work", *villages, "mapped.gpkg", "--save-map", "map.toml"),
            banlang("import/map", *villages, "mapped2.gpkg", "--map", "map.toml", "--save-map", "map.toml", "--overwrite"),
            banlang("import/told", *villages, "told.gpkg", *told),
            banlang("import/told-wrong", *workbook),
            banlang("import/nothing", "import", "weights.toml", "--into", "told.gpkg"),
        ],
        [
            copy(MESSY, "decided.gpkg"),
            *deciding("decided", "decided.gpkg"),
            banlang("decided/status", "status", "decided.gpkg", "--as-of", DAY, "--json"),
            record_store("decided.gpkg", "decided/store"),
        ],
        [
            copy(CLEAN, "pictured.gpkg"),
            copy("clean/terrain.tif", "pictures/terrain.tif"),
            banlang("backdrop/keep", "backdrop", "pictured.gpkg", "pictures/terrain.tif", "--opacity", "0.6", "--json"),
            banlang("backdrop/show", "backdrop", "pictured.gpkg"),
            banlang("backdrop/opacity", "backdrop", "pictured.gpkg", "--opacity", "0.3", "--lang", "en"),
            banlang("backdrop/sheet", "map", "pictured.gpkg", "--layer", "new-roads", "-o", "{out}/sheet.png", "--dpi", "80"),
            scene("backdrop-kept", "pictured.gpkg", states),
            banlang("backdrop/remove", "backdrop", "pictured.gpkg", "--remove"),
            banlang("backdrop/removed", "backdrop", "pictured.gpkg", "--json"),
        ],
        [
            copy(CLEAN, "reset.gpkg"),
            Prepare(lambda _: (WORK / "reset").mkdir()),
            copy("rules/gap_rules.toml", "reset/gap_rules.toml"),
            banlang("rules/set", "rules", "reset.gpkg", "--set", "reset/gap_rules.toml"),
            banlang("rules/show", "rules", "reset.gpkg", "--show", "gap_rules.toml", "--json"),
            banlang("rules/reset", "rules", "reset.gpkg", "--reset", "gap_rules.toml", "--json"),
            banlang("rules/list", "rules", "reset.gpkg", "--lang", "en"),
        ],
        [
            banlang("overwrite/export", "export", CLEAN, "--layer", "roads", *table),
            banlang("overwrite/refused", "export", CLEAN, "--layer", "roads", *table),
            banlang("overwrite/done", "export", CLEAN, "--layer", "villages", *table, "--overwrite"),
            banlang("overwrite/sheet", *sheet, "--json"),
            banlang("overwrite/sheet-refused", *sheet, "--json"),
            banlang("overwrite/sheet-done", *sheet, "--overwrite"),
            banlang("overwrite/ranking", "emulation", CLEAN, *table, "--overwrite"),
            banlang("overwrite/sheet-of-links", "link", MESSY, "--export", "there.csv", "--overwrite"),
        ],
    ]


def wrong_uses() -> Iterator[Run]:
    store = CLEAN
    yield "no-verb", []
    yield "unknown-verb", ["statuss", store]
    yield "unknown-option", ["status", store, "--nothing"]
    yield "wrong-language", ["status", store, "--lang", "fr"]
    of_a_day = ("status", "units", "check", "layers", "gaps", "conclusion", "criteria", "emulation", "rank", "landtake")
    for verb in (*of_a_day, "link", "rules", "backdrop", "undo"):
        yield f"{verb}-no-store", [verb]
        yield f"{verb}-missing-store", [verb, "nowhere.gpkg"]
    yield "status-no-geopackage", ["status", "weights.toml"]
    yield "view-missing-store", ["view", "nowhere.gpkg"]
    yield "view-no-display", ["view", store]
    for verb in of_a_day:
        yield f"{verb}-bad-date", [verb, store, "--as-of", "31/2/2022"]
    yield "status-bad-compare", ["status", store, "--compare", "yesterday"]
    yield "status-unknown-unit", ["status", store, "--unit", "Xã Không Có"]
    yield "status-ambiguous-unit", ["status", store, "--unit", "Nà"]
    yield "criteria-unknown-unit", ["criteria", store, "--unit", "99999"]
    yield "criteria-unknown-set", ["criteria", store, "--set", "1999"]
    yield "gaps-unknown", ["gaps", store, "--gap", "no-such-gap"]
    yield "conclusion-unknown", ["conclusion", store, "--id", "V99"]
    yield "check-unknown-rule", ["check", store, "--rule", "no-such-rule", "--as-of", DAY]
    yield "check-bad-severity", ["check", store, "--fail-on", "everything"]
    yield "landtake-unknown-road", ["landtake", store, "--road", "NO-ROAD"]
    yield "landtake-bad-width", ["landtake", store, "--width", "0"]
    yield "rank-no-weights", ["rank", store, "--weights", "nowhere.toml"]
    yield "rank-bad-weights", ["rank", store, "--weights", "clean/targets.csv"]
    yield "units-carry-unknown", ["units", store, "--carry", "nothing", "--from", EARLY, "--to", DAY]
    yield "units-carry-backwards", ["units", store, "--carry", "donated_m2", "--from", DAY, "--to", EARLY]
    yield "units-from-without-carry", ["units", store, "--from", DAY]
    yield "emulation-not-frozen", ["emulation", store, "--show", "no such name"]
    yield "emulation-both", ["emulation", store, "--list", "--show", "x"]
    yield "emulation-bad-ending", ["emulation", store, "-o", "ranking.pdf"]
    yield "rules-unknown", ["rules", store, "--show", "nothing.toml"]
    yield "rules-set-missing", ["rules", store, "--set", "nowhere.toml"]
    yield "rules-set-unknown", ["rules", store, "--set", "weights.toml"]
    yield "rules-reset-unknown", ["rules", store, "--reset", "nothing.toml"]
    yield "undo-bad-batch", ["undo", store, "seven"]
    yield "undo-unknown-batch", ["undo", store, "7777"]
    yield "undo-unknown-import", ["undo", store, "--import", "7777"]
    yield "link-no-sheet", ["link", store, "--decide", "nowhere.csv"]
    yield "link-bad-sheet", ["link", store, "--decide", "clean/targets.csv"]
    yield "link-bad-list", ["link", store, "--decide", "bad.json"]
    yield "link-withdraw-unknown", ["link", store, "--withdraw", "99"]
    yield "link-own-input", ["link", store, "--export", store, "--overwrite"]
    yield "import-no-store", ["import", "clean"]
    yield "import-missing", ["import", "nowhere", "--into", "new.gpkg"]
    yield "import-bad-role", ["import", "clean/roads.gpkg", "--into", "new.gpkg", "--as", "rivers-and-lakes"]
    yield "import-bad-encoding", ["import", "clean/roads.gpkg", "--into", "new.gpkg", "--encoding", "EBCDIC"]
    yield "import-bad-crs", ["import", "clean/roads.gpkg", "--into", "new.gpkg", "--crs", "EPSG:0"]
    yield "import-no-map", ["import", "clean/roads.gpkg", "--into", "new.gpkg", "--map", "nowhere.toml"]
    yield "import-bad-map", ["import", "clean/roads.gpkg", "--into", "new.gpkg", "--map", "weights.toml"]
    yield "export-no-layer", ["export", store, "-o", "x.csv"]
    yield "export-unknown-layer", ["export", store, "--layer", "clouds", "-o", "x.csv"]
    yield "export-bad-ending", ["export", store, "--layer", "roads", "-o", "x.doc"]
    yield "export-bad-audience", ["export", store, "--layer", "roads", "-o", "x.csv", "--audience", "everybody"]
    yield "export-bad-date", ["export", store, "--layer", "roads", "-o", "x.csv", "--as-of", "2022"]
    yield "export-no-folder", ["export", store, "--layer", "roads", "-o", "nowhere/x.csv"]
    yield "export-own-input", ["export", store, "--layer", "roads", "-o", store, "--overwrite"]
    yield "map-unknown-layer", ["map", store, "--layer", "roads,clouds", "-o", "x.pdf"]
    yield "map-bad-ending", ["map", store, "--layer", "roads", "-o", "x.bmp"]
    yield "map-bad-paper", ["map", store, "--layer", "roads", "-o", "x.pdf", "--paper", "B5"]
    yield "map-bad-size", ["map", store, "--layer", "roads", "-o", "x.png", "--size", "10x10"]
    yield "map-size-and-paper", ["map", store, "--layer", "roads", "-o", "x.png", "--size", "800x600", "--paper", "A4"]
    yield "map-bad-dpi", ["map", store, "--layer", "roads", "-o", "x.png", "--dpi", "5"]
    yield "map-unknown-unit", ["map", store, "--layer", "roads", "-o", "x.png", "--unit", "Xã Không Có"]
    yield "map-bad-compare", ["map", store, "--layer", "roads", "-o", "x.png", "--compare", "x"]
    yield "map-no-backdrop", ["map", store, "--layer", "roads", "-o", "x.png", "--backdrop", "nowhere.tif"]
    yield "backdrop-missing-file", ["backdrop", store, "nowhere.tif"]
    yield "backdrop-bad-opacity", ["backdrop", store, "--opacity", "7"]
    yield "pack-into-files", ["pack", store, "-o", "clean"]
    yield "pack-bad-audience", ["pack", store, "-o", "x", "--audience", "everybody"]
