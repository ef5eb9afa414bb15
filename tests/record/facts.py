# SPDX-License-Identifier: MIT
"""What the programs and the sample offer to be recorded: asked, so that a new layer or gap is recorded without an entry here."""

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass

from workshop import WORK, Workshop

EARLY, DAY, LATE = "2021-09-30", "2022-05-18", "2022-12-31"
BEFORE_ALL = "2019-06-30"  # no unit is in force yet
DAYS = (EARLY, DAY, LATE)
AUDIENCES = ("meeting", "working-group", "public")
FORMATS = ("gpkg", "geojson", "kml", "kmz", "shp", "csv", "xlsx")


@dataclass
class Places:
    """Some keys of a store, in the order of its rows."""

    communes: list[tuple[str, str]]  # code, name
    villages: list[tuple[str, str]]
    roads_with_works: list[str]
    roads_with_gifts: list[str]
    parcels: list[str]  # commune/sheet/number, of land that was given


@dataclass
class Facts:
    layers: list[str]
    gaps: list[str]
    statements: list[str]  # of the conclusion
    indicators: list[str]
    rule_files: list[str]
    quality_rules: list[str]
    criteria_sets: list[str]
    roles: list[str]
    open_link: list[str]  # of the last store: role, field, words and commune of a record that nobody linked
    places: dict[str, Places]  # by store


def places_of(store: str) -> Places:
    with closing(sqlite3.connect(f"file:{WORK / store}?mode=ro", uri=True)) as connection:

        def rows(query: str) -> list:
            return connection.execute(query).fetchall()

        return Places(
            communes=rows("SELECT code, name FROM communes ORDER BY fid"),
            villages=rows("SELECT code, name FROM villages ORDER BY fid"),
            roads_with_works=[
                row[0] for row in rows("SELECT road_id FROM road_works WHERE road_id > '' GROUP BY road_id ORDER BY min(id)")
            ],
            roads_with_gifts=[
                row[0]
                for row in rows(
                    "SELECT road_id FROM land_donations WHERE road_id > '' GROUP BY road_id ORDER BY count(*) DESC, road_id"
                )
            ],
            parcels=[
                "/".join(row)
                for row in rows(
                    "SELECT p.commune_code, p.sheet, p.number FROM parcels p JOIN land_donations d "
                    "ON (d.commune_code, d.sheet, d.number) = (p.commune_code, p.sheet, p.number) ORDER BY d.fid LIMIT 3"
                )
            ],
        )


def gather(workshop: Workshop, stores: list[str]) -> Facts:
    def asked(*arguments: str) -> dict:
        return json.loads(workshop.answer([*arguments, "--json"]))

    store = stores[0]
    status = asked("status", store)
    rule_files = [entry["file"] for entry in asked("rules", store)["files"]]
    sets = [asked("rules", store, "--show", file)["text"] for file in rule_files if file.startswith("criteria")]
    tables = asked("link", stores[-1])["tables"]
    left = next((table["name"], one) for table in tables for one in table["open"] if one["within"])
    answers = workshop.answer(["conclusion", store]).splitlines()
    return Facts(
        layers=[entry["id"] for entry in asked("layers", store)["layers"]],
        gaps=[entry["id"] for entry in asked("gaps", store)["gaps"]],
        statements=[line.split()[0] for line in answers if re.match(r"[EWV]\d+ ", line)],
        indicators=list(status["units"][0]["indicators"]),
        rule_files=rule_files,
        quality_rules=[entry["id"] for entry in asked("check", store, "--as-of", DAY)["rules"]],
        criteria_sets=[re.search(r'^id = "(.*)"', text, re.MULTILINE)[1] for text in sets],
        roles=[table["name"] for table in tables],
        open_link=[left[0], *(left[1][part] for part in ("field", "key", "within"))],
        places={name: places_of(name) for name in stores},
    )
