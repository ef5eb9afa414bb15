# SPDX-License-Identifier: MIT
"""Which runs make up a record, whole and quick, and what of the programs no run uses."""

import json
import re

import verbs
import windows
from facts import AUDIENCES, BEFORE_ALL, DAY, DAYS, EARLY, FORMATS, LATE, Facts, gather
from verbs import Request
from windows import BARE, CLEAN, MESSY
from workshop import WORK, Chain, Step, Workshop, copy, import_at_fixed_moment, record_folder, record_store

PARCELS, SEED = "2000", "7"  # the smallest district that the generator grows
VIETNAMESE = ("vi.json", "vi.txt")
BOTH = ("vi.json", "vi.txt", "en.json", "en.txt")

# What no run uses, and why. Whatever else the programs offer and no run uses is named when a whole record is made.
NOT_RECORDED = {
    "banlang --quiet": "takes away messages that the other runs show",
    "banlang-sample --quiet": "the same",
    "banlang-viewer --frames": "times of frames, others in each run",
    "banlang-viewer > cancel": "stops what is under way, at a moment that nobody can repeat",
    "banlang-viewer --script": "every window has one",
}


def make(workshop: Workshop, quick: bool) -> list[str]:
    """Runs everything; returns what the programs offer and no run used."""
    workshop.run(sources(quick))
    (WORK / "bad.json").write_text('{"role": "gardens"}')
    weights = json.loads(workshop.answer(["rank", CLEAN, "--top", "1", "--json"]))["weights"]
    (WORK / verbs.WEIGHTS).write_text("[weights]\n" + "".join(f"{name} = {1 + i / 2}\n" for i, name in enumerate(weights)))
    facts = gather(workshop, [CLEAN, MESSY])
    if quick:
        workshop.run(quick_runs(facts))
        return []
    workshop.run([verbs.with_own_rules(facts)])
    workshop.run(whole_runs(facts, verbs_in(workshop.answer(["--help"]))))
    return sorted(set(offers(workshop)) - used(workshop) - set(NOT_RECORDED))


def sources(quick: bool) -> list[Chain]:
    """Both samples and their stores, and a store that knows nothing but its units."""
    chains: list[Chain] = []
    for kind, more in (("clean", []), ("messy", ["--messy"])):
        chain: Chain = [Step(f"sample/{kind}-run", "banlang-sample", [kind, "--parcels", PARCELS, "--seed", SEED, *more])]
        chain.append(record_folder(kind, f"sample/{kind}"))
        chain.append(verbs.banlang(f"import/{kind}.vi-json", "import", kind, "--into", f"{kind}.gpkg", "--json"))
        chain.append(record_store(f"{kind}.gpkg", f"import/{kind}-store"))
        chain.append(import_at_fixed_moment(f"{kind}.gpkg"))
        for language in () if quick else ("vi", "en"):
            into = ["--into", f"{kind}-{language}.gpkg", "--lang", language]
            chain.append(verbs.banlang(f"import/{kind}.{language}-txt", "import", kind, *into))
        chains.append(chain)
    units = ["clean/communes.gpkg", "clean/villages.gpkg"]
    chains[0] += [verbs.banlang("import/bare.vi-json", "import", *units, "--into", BARE, "--json"), import_at_fixed_moment(BARE)]
    return chains


def whole_runs(facts: Facts, all_verbs: list[str]) -> list[Chain]:
    chains = verbs.changing_stores(facts)  # the longest first
    chains.append(verbs.pack("clean-meeting", Request(CLEAN, DAY, "meeting")))
    chains.append(verbs.pack("messy-public", Request(MESSY, LATE, "public")))
    chains.append(verbs.pack("clean-working-group-en", Request(CLEAN, DAY, "working-group", "en")))
    chains += figures(facts) + files_and_sheets(facts)
    chains += windows.figures(facts) + windows.selections(facts) + windows.map_views(facts) + windows.looks() + windows.hands(facts)
    chains += windows.importing(facts) + windows.wrong_uses()
    chains += verbs.helps(all_verbs)
    chains += verbs.printed("wrong", list(verbs.wrong_uses()), ("vi.txt", "en.json"))
    return chains


def figures(facts: Facts) -> list[Chain]:
    chains = []
    for store in (CLEAN, MESSY):
        name = store.removesuffix(".gpkg")
        for day in (*DAYS, BEFORE_ALL):
            forms = BOTH if day == DAY else VIETNAMESE
            chains += verbs.printed(f"{name}/{day}", verbs.on_a_day(store, day, facts), forms)
        single_forms, other_forms = (("vi.json", "en.txt"), BOTH) if store == CLEAN else (("vi.txt",), VIETNAMESE)
        chains += verbs.printed(f"{name}/singly", verbs.one_by_one(store, facts), single_forms)
        chains += verbs.printed(f"{name}/singly", verbs.of_no_day(store, facts), other_forms)
    chains += verbs.printed("clean/carried", verbs.carried(CLEAN, facts), ("vi.json",))
    chains += verbs.printed("messy/carried", verbs.carried(MESSY, facts)[:4], ("vi.txt", "en.txt"))
    facts.places[BARE] = facts.places[CLEAN]
    chains += verbs.printed("bare", verbs.on_a_day(BARE, DAY, facts), VIETNAMESE)
    return chains + verbs.under_own_rules(facts)


def files_and_sheets(facts: Facts) -> list[Chain]:
    """Every format of every layer at the main day for a meeting; elsewhere one file and one drawing that hold all values."""
    layers = facts.layers
    chains = []
    for name, store, day, audience, formats, drawings in (
        ("clean", CLEAN, DAY, "meeting", FORMATS, ("pdf", "svg", "png")),
        ("clean", CLEAN, DAY, "working-group", ("gpkg", "csv"), ("pdf",)),
        ("clean", CLEAN, DAY, "public", ("gpkg", "csv"), ("pdf",)),
        ("clean", CLEAN, EARLY, "meeting", ("gpkg",), ("svg",)),
        ("clean", CLEAN, LATE, "meeting", ("gpkg",), ("svg",)),
        ("clean", CLEAN, LATE, "public", ("csv",), ()),
        ("messy", MESSY, DAY, "meeting", ("gpkg", "xlsx"), ("svg",)),
        ("messy", MESSY, DAY, "working-group", ("gpkg", "kmz"), ()),
        ("messy", MESSY, DAY, "public", ("gpkg",), ("pdf",)),
        ("messy", MESSY, EARLY, "meeting", ("csv",), ()),
        ("messy", MESSY, LATE, "meeting", ("csv",), ("svg",)),
    ):
        request = Request(store, day, audience)
        chains += verbs.exported(f"{name}/{day}/export-{audience}", request, layers, formats)
        chains += verbs.drawn(f"{name}/{day}/sheet-{audience}", request, layers, drawings)
    english, bare = Request(CLEAN, DAY, "meeting", "en"), Request(BARE, DAY, "meeting")
    chains += verbs.drawn(f"clean/{DAY}/sheet-en", english, layers, ("svg",))
    chains += verbs.exported(f"clean/{DAY}/export-en", english, layers, ("xlsx",))
    chains += verbs.exported("bare/export", bare, layers, ("csv",))
    chains += verbs.drawn("bare/sheet", bare, layers, ("svg",))
    return chains + verbs.other_exports(CLEAN) + verbs.other_sheets(CLEAN, facts)


def quick_runs(facts: Facts) -> list[Chain]:
    """Each verb, layer and sheet once: on the clean sample as JSON, on the messy one as text."""
    meeting = Request(CLEAN, DAY, "meeting")
    working_group, public = Request(MESSY, DAY, "working-group"), Request(MESSY, DAY, "public")
    chains: list[Chain] = [verbs.pack("messy-meeting", Request(MESSY, DAY, "meeting"))]
    chains += windows.quick(facts)
    chains += verbs.printed(f"clean/{DAY}", verbs.on_a_day(CLEAN, DAY, facts), ("vi.json",))
    chains += verbs.printed(f"messy/{DAY}", verbs.on_a_day(MESSY, DAY, facts), ("en.txt",))
    chains += verbs.printed("messy/singly", verbs.of_no_day(MESSY, facts), ("vi.json",))
    chains += verbs.printed("messy/carried", verbs.carried(MESSY, facts)[:1], ("vi.json",))
    chains += verbs.exported(f"clean/{DAY}/export-meeting", meeting, facts.layers, ("gpkg",))
    chains += verbs.exported(f"messy/{DAY}/export-working-group", working_group, ["donated-land"], FORMATS)
    chains += verbs.drawn(f"clean/{DAY}/sheet-meeting", meeting, facts.layers, ("svg",))
    chains += verbs.drawn(f"messy/{DAY}/sheet-public", public, ["donated-land", "new-roads"], ("pdf", "png"))
    chains += verbs.helps([])
    return chains


def offers(workshop: Workshop) -> list[str]:
    """Every verb and option of the programs and every command of the window's scripts."""

    def options(text: str) -> set[str]:
        return set(re.findall(r"--[a-z][a-z-]*", text)) - {"--help"}

    text = workshop.answer(["--help"])
    found = [f"banlang {option}" for option in options(text)]
    for verb in verbs_in(text):
        found += [f"banlang {verb}"] + [f"banlang {verb} {option}" for option in options(workshop.answer([verb, "--help"]))]
    for program in ("banlang-sample", "banlang-viewer"):
        found += [f"{program} {option}" for option in options(workshop.answer(["--help"], program))]
    (WORK / "nonsense.script").write_text("nonsense\n")
    complaint = workshop.answer(["--offscreen", "--lang", "en", "--script", "nonsense.script"], "banlang-viewer")
    return found + [f"banlang-viewer > {command}" for command in complaint.split("Commands: ")[1].strip().split(", ")]


def verbs_in(help_text: str) -> list[str]:
    return re.findall(r"^  ([a-z]+) ", help_text[help_text.index("Subcommands:") :], re.MULTILINE)


def used(workshop: Workshop) -> set[str]:
    found = set()
    for program, arguments, script in workshop.used:
        verb = f"{program} {arguments[0]}" if program == "banlang" and arguments else program
        found.add(verb)
        for argument in arguments:
            option = "--output" if argument == "-o" else argument
            found |= {f"{verb} {option}", f"{program} {option}"}
        found |= {f"{program} > {line.split()[0]}" for line in script}
    return found
