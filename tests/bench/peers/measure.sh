#!/usr/bin/env bash
# measure.sh STORE WORK: PostGIS and SpatiaLite on the tables of a store, loaded, indexed and analysed before the clock starts.
# Prints one JSON object a line: peer, job, seconds (the best of three), rows. PostgreSQL runs as the user postgres in a cluster of its
# own under WORK, reached through a socket there, and is gone at the end.
set -euo pipefail
store=$(readlink -f "$1")
work=$(readlink -f "$2")
here=$(cd "$(dirname "$0")" && pwd)
"$here/install.sh" postgresql postgresql-15-postgis-3 libsqlite3-mod-spatialite sqlite3
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)

pg_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
cluster=$work/postgres
"${as_root[@]}" install -d -o postgres -g postgres "$cluster"
as_postgres() { (cd / && "${as_root[@]}" setpriv --reuid postgres --regid postgres --init-groups env HOME="$cluster" "$@"); }
stop() {
  as_postgres "$pg_bin/pg_ctl" -D "$cluster/data" -m immediate -w stop > /dev/null 2>&1 || true
  "${as_root[@]}" rm -rf "$cluster"
}
trap stop EXIT
chmod o+x "$work"
as_postgres "$pg_bin/initdb" -D "$cluster/data" -A trust -E UTF8 --locale=C > /dev/null
as_postgres "$pg_bin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" -o "-c listen_addresses= -c unix_socket_directories=$cluster" start > /dev/null
sql() { psql -X -q -A -t -h "$cluster" -U postgres -d postgres "$@"; }

report() { printf '{"peer": "%s", "job": "%s", "seconds": %s, "rows": "%s"}\n' "$@"; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.3f", b - a }'; }
# command...: "seconds rows" of the fastest of three runs
best() {
  local start rows took fastest=
  for _ in 1 2 3; do
    start=$(now)
    rows=$("$@")
    took=$(since "$start")
    fastest=$(printf '%s\n' $fastest "$took" | sort -g | head -1)
  done
  echo "$fastest" "$(echo "$rows" | head -1 | tr '|' ' ')"
}

tables=(communes villages parcels households land_donations gardens houses saturday_shifts green_routes criteria_results)
sql -c 'CREATE EXTENSION postgis'
start=$(now)
for table in "${tables[@]}"; do
  ogr2ogr -q -f PostgreSQL "PG:host=$cluster user=postgres dbname=postgres" "$store" "$table" -nln "$table" \
    -lco FID=fid -lco GEOMETRY_NAME=geom --config PG_USE_COPY YES
done
sql -c 'CREATE INDEX ON parcels (commune_code, sheet, number); CREATE INDEX ON villages (code)' -c 'VACUUM ANALYZE'
report PostGIS load "$(since "$start")" ""
for plan in link_villages_outer link_free_plan; do
  read -r seconds rows < <(best sql -f "$here/$plan.sql")
  report PostGIS "$plan" "$seconds" "$rows"
done
sql -c 'CREATE TABLE parcel_points AS SELECT fid, ST_PointOnSurface(geom) AS point FROM parcels; CREATE INDEX ON parcel_points USING gist (point)' -c 'VACUUM ANALYZE parcel_points'
read -r seconds rows < <(best sql -f "$here/link_indexed_points.sql")
report PostGIS link_indexed_points "$seconds" "$rows"
sql -c 'CREATE TABLE parcel_villages AS SELECT p.fid AS parcel, v.fid AS village FROM villages v JOIN parcel_points p ON ST_Contains(v.geom, p.point)' \
  -c 'CREATE INDEX ON parcel_villages (parcel)' -c 'VACUUM ANALYZE parcel_villages'
read -r seconds rows < <(best sql -f "$here/sums.sql")
report PostGIS sums "$seconds" "$rows"

lite=$work/lite.gpkg
cp "$store" "$lite"
lite() { sqlite3 -bail -cmd "SELECT load_extension('mod_spatialite')" -cmd '.output stdout' "$lite" "$@" | grep -v '^$'; }
lite "CREATE TABLE parcel_villages (parcel INTEGER PRIMARY KEY, village INTEGER);
INSERT OR IGNORE INTO parcel_villages SELECT p.fid, v.fid
FROM (SELECT fid, GeomFromGPB(geom) AS geom FROM villages) v JOIN rtree_villages_geom b ON b.id = v.fid
JOIN rtree_parcels_geom c ON c.minx <= b.maxx AND c.maxx >= b.minx AND c.miny <= b.maxy AND c.maxy >= b.miny
JOIN parcels p ON p.fid = c.id WHERE ST_Contains(v.geom, ST_PointOnSurface(GeomFromGPB(p.geom)));
CREATE INDEX parcel_by_key ON parcels (commune_code, sheet, number); CREATE INDEX village_by_code ON villages (code); ANALYZE" > /dev/null || true
lite_file() { lite < "$1"; }
start=$(now); rows=$(lite_file "$here/spatialite_link.sql" | tail -1)
report SpatiaLite link "$(since "$start")" "$rows"
read -r seconds rows < <(best lite_file "$here/sums.sql")
report SpatiaLite sums "$seconds" "$rows"
rm -f "$lite"
