// SPDX-License-Identifier: MIT
#include "core/store/store_crs.h"

#include "core/base/write_error.h"
#include "core/geo/crs.h"
#include "core/geo/wkb.h"
#include "core/intake/geometry_repair.h"
#include "core/intake/zone/store_zone.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/column_copy.h"
#include "core/store/gpkg/detail/table_reader.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/foreign_rows.h"
#include "core/store/records/detail/report_log.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <algorithm>

namespace banlang {
namespace {

using detail::Database;
using detail::Statement;

/// Rows that are held in memory at once.
constexpr std::int64_t rowsPerRound = 8'192;

bool hasCentres(const RecordKind& kind) {
    return findField(kind, fields::units.centreXM.name) != nullptr;
}

Result<void> setCrsOpen(const Database& database, bool open) {
    BANLANG_CHECK(database.run("DELETE FROM banlang_meta WHERE key = 'crs_open'"));
    return open ? database.run("INSERT INTO banlang_meta (key, value) VALUES ('crs_open', '1')") : Result<void>();
}

Result<bool> hasPlaces(const Database& database) {
    for (const RecordKind& kind : recordKinds()) {
        const std::string placed = kind.geometry == GeometryKind::none ? "0" : "geom IS NOT NULL";
        const std::string condition = placed + (hasCentres(kind) ? " OR centre_x_m IS NOT NULL" : "");
        std::string sql = fmt::format("SELECT 1 FROM \"{}\" WHERE {}", kind.table, condition);
        if (detail::ReportLog(database, kind.role, 0).exists())
            sql += fmt::format(" UNION ALL SELECT 1 FROM \"{}\" WHERE {}", detail::ReportLog::nameOf(kind), condition);
        Statement select = database.prepare(sql + " LIMIT 1");
        const bool found = select.row();
        if (!select.valid() || select.failed()) return Unexpected(database.error());
        if (found) return true;
    }
    return false;
}

/// The middle of the first kind that has geometries; strays do not move a median.
std::optional<LonLat> middleOf(const detail::StoreFile& file) {
    const auto toDegrees = toWgs84(file.epsg);
    for (const RecordKind& kind : recordKinds()) {
        if (kind.geometry == GeometryKind::none || !toDegrees) continue;
        constexpr std::string_view sql =
            "SELECT (ST_MinX(geom) + ST_MaxX(geom)) / 2, (ST_MinY(geom) + ST_MaxY(geom)) / 2 FROM \"{0}\" "
            "WHERE geom IS NOT NULL AND fid % (1 + (SELECT count(*) FROM \"{0}\") / 500) = 0";
        Statement select = file.database.prepare(fmt::format(sql, kind.table));
        std::vector<double> x;
        std::vector<double> y;
        while (select.row()) {
            x.push_back(select.number(0));
            y.push_back(select.number(1));
        }
        if (x.empty()) continue;
        const auto half = static_cast<std::ptrdiff_t>(x.size() / 2);
        std::nth_element(x.begin(), x.begin() + half, x.end());
        std::nth_element(y.begin(), y.begin() + half, y.end());
        return lonLatOf(*toDegrees, {x[x.size() / 2], y[y.size() / 2]});
    }
    return std::nullopt;
}

/// One change of one store, inside a transaction.
class Mover {
public:
    Mover(const detail::StoreFile& file, int epsg, const CrsTransform& transform)
        : file_(file), database_(file.database), epsg_(epsg), transform_(transform) {}

    Result<std::size_t> move(const Progress& progress) {
        // What other programs changed is told before all of it changes.
        BANLANG_CHECK(detail::adoptForeignChanges(database_, file_.epsg));
        BANLANG_CHECK(addReferenceSystem());
        for (const RecordKind& kind : recordKinds()) {
            progress.tell(static_cast<double>(indexOf(kind.role)) / roleCount, kind.label.text());
            BANLANG_CHECK(moveKind(kind, progress));
        }
        BANLANG_CHECK(database_.run(fmt::format("UPDATE banlang_meta SET value = '{}' WHERE key = 'epsg'", epsg_)));
        BANLANG_CHECK(setCrsOpen(database_, false));
        return moved_;
    }

private:
    Result<void> addReferenceSystem() const {
        OGRSpatialReference reference;
        char* wkt = nullptr;
        const bool known = reference.importFromEPSG(epsg_) == OGRERR_NONE && reference.exportToWkt(&wkt) == OGRERR_NONE;
        const std::string definition(known ? wkt : "");
        CPLFree(wkt);
        const std::string name(known ? reference.GetName() : "");
        Statement insert = database_.prepare("INSERT OR IGNORE INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, "
                                             "organization_coordsys_id, definition) VALUES (?1, ?2, 'EPSG', ?2, ?3)");
        insert.bind(1, std::string_view(name));
        insert.bind(2, static_cast<std::int64_t>(epsg_));
        insert.bind(3, std::string_view(definition));
        return insert.valid() && insert.done() ? Result<void>() : Result<void>(Unexpected(database_.error()));
    }

    Result<void> moveKind(const RecordKind& kind, const Progress& progress) {
        const bool spatial = kind.geometry != GeometryKind::none;
        if (!spatial && !hasCentres(kind)) return {};
        if (spatial) {
            // Filled again row by row by the table's own triggers; boxes of two grids in one index would help nobody.
            BANLANG_CHECK(database_.run(fmt::format("DELETE FROM \"rtree_{}_geom\"", kind.table)));
            BANLANG_CHECK(database_.run(
                fmt::format("UPDATE gpkg_geometry_columns SET srs_id = {} WHERE table_name = '{}'", epsg_, kind.table)));
        }
        BANLANG_TRY(extent, moveTable(kind, std::string(kind.table), progress));
        if (spatial) BANLANG_CHECK(setContents(kind, extent));
        if (!detail::ReportLog(database_, kind.role, file_.epsg).exists()) return {};
        BANLANG_CHECK(moveTable(kind, detail::ReportLog::nameOf(kind), progress));
        return {};
    }

    /// Gives the extent of what is in the table now.
    Result<Box> moveTable(const RecordKind& kind, const std::string& table, const Progress& progress) {
        const bool spatial = kind.geometry != GeometryKind::none;
        Statement select = database_.prepare(fmt::format("SELECT fid, {} FROM \"{}\" WHERE fid > ? ORDER BY fid LIMIT {}",
                                                         detail::columnList(kind), table, rowsPerRound));
        std::string columns = spatial ? "geom = ?2" : "";
        if (hasCentres(kind)) columns += fmt::format("{}centre_x_m = ?3, centre_y_m = ?4", spatial ? ", " : "");
        BANLANG_CHECK(detail::markWriting(database_));
        Statement update = database_.prepare(fmt::format("UPDATE \"{}\" SET {} WHERE fid = ?1", table, columns));
        if (!select.valid() || !update.valid()) return Unexpected(database_.error());
        Box extent;
        for (std::int64_t last = 0;;) {
            if (progress.shouldStop()) return Unexpected(stoppedError(file_.path));
            std::vector<std::int64_t> fids;
            FeatureTable rows = emptyTable(kind.role);
            select.bind(1, last);
            while (select.row()) {
                fids.push_back(select.integer(0));
                detail::appendRow(rows, kind, select, 1);
            }
            if (select.failed()) return Unexpected(database_.error());
            if (fids.empty()) return extent;
            (void)select.done();
            last = fids.back();
            BANLANG_CHECK(transformRows(rows, transform_, {file_.path, table, -1, {}}));
            BANLANG_CHECK(writeBack(kind, rows, fids, update));
            if (spatial) extent.grow(rows.geometry.extent());
        }
    }

    Result<void> writeBack(const RecordKind& kind, const FeatureTable& rows, const std::vector<std::int64_t>& fids,
                           Statement& update) {
        const bool spatial = kind.geometry != GeometryKind::none;
        const Column* const centres[] = {rows.columnNamed(fields::units.centreXM.name),
                                         rows.columnNamed(fields::units.centreYM.name)};
        for (std::size_t row = 0; row < fids.size(); ++row) {
            const bool placed = spatial && !rows.geometry.isEmpty(row);
            const bool centred = centres[0] != nullptr && (!centres[0]->isMissing(row) || !centres[1]->isMissing(row));
            if (!placed && !centred) continue;
            update.bind(1, fids[row]);
            std::vector<std::byte> blob;
            if (placed) {
                blob = toGeoPackageBlob(rows.geometry, row, epsg_);
                update.bind(2, std::span<const std::byte>(blob));
                ++moved_;
            } else if (spatial) {
                update.bindNull(2);
            }
            for (int i = 0; i < 2 && hasCentres(kind); ++i) {
                if (centres[i]->isMissing(row))
                    update.bindNull(3 + i);
                else
                    update.bind(3 + i, centres[i]->numbers[row]);
            }
            if (!update.done()) return Unexpected(database_.error());
        }
        return {};
    }

    Result<void> setContents(const RecordKind& kind, const Box& extent) const {
        Statement update =
            database_.prepare("UPDATE gpkg_contents SET srs_id = ?2, min_x = ?3, min_y = ?4, max_x = ?5, max_y = ?6, "
                              "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?1");
        update.bind(1, kind.table);
        update.bind(2, static_cast<std::int64_t>(epsg_));
        int parameter = 3;
        for (const double bound : {extent.minX, extent.minY, extent.maxX, extent.maxY}) {
            if (!extent.empty()) update.bind(parameter, bound);
            ++parameter;
        }
        return update.valid() && update.done() ? Result<void>() : Result<void>(Unexpected(database_.error()));
    }

    const detail::StoreFile& file_;
    const Database& database_;
    int epsg_;
    const CrsTransform& transform_;
    std::size_t moved_ = 0;
};

} // namespace

Result<StoreCrsChange> changeStoreCrs(const std::string& storePath, int epsg, const Progress& progress) {
    StoreCrsChange change;
    {
        BANLANG_TRY(file, detail::openStoreFile(storePath, true));
        change = {file.epsg, epsg, 0};
        BANLANG_CHECK(checkStoreCrs(epsg, middleOf(file)));
        if (file.epsg == epsg) {
            BANLANG_CHECK(setCrsOpen(file.database, false));
            return change;
        }
        BANLANG_TRY(from, Crs::fromEpsg(file.epsg));
        BANLANG_TRY(to, Crs::fromEpsg(epsg));
        BANLANG_TRY(transform, CrsTransform::between(from, to));
        const auto move = [&]() -> Result<void> {
            BANLANG_TRY(moved, Mover(file, epsg, transform).move(progress));
            change.geometries = moved;
            return {};
        };
        BANLANG_CHECK(detail::inStoreTransaction(file, move, false, progress));
    }
    // Without the copy the store is whole too, and only slower to open.
    if (auto store = Store::openForWriting(storePath)) (void)store->renewCopy(progress);
    return change;
}

Result<int> storedCrs(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return file.epsg;
}

Result<bool> awaitsCrs(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    Statement open = file.database.prepare("SELECT 1 FROM banlang_meta WHERE key = 'crs_open'");
    if (!open.row()) return false;
    BANLANG_TRY(placed, hasPlaces(file.database));
    return !placed;
}

Result<void> leaveCrsOpen(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, true));
    return setCrsOpen(file.database, true);
}

} // namespace banlang
