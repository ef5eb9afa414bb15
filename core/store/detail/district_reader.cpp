// SPDX-License-Identifier: MIT
#include "core/store/detail/district_reader.h"

#include "core/store/gpkg/detail/column_reader.h"
#include "core/store/gpkg/detail/table_reader.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace banlang::detail {
namespace {

void readTerrain(const Database& database, District& district) {
    Statement terrain = database.prepare("SELECT bytes FROM banlang_rasters WHERE name = 'terrain'");
    if (terrain.valid() && terrain.row()) {
        const auto bytes = terrain.blob(0);
        district.terrainTiff.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
}

/// The reports of records of which several count, in the order of rows and days.
Result<void> readReports(const Database& database, const RecordKind& kind, int epsg, District& district) {
    const ReportLog table(database, kind.role, epsg);
    if (!table.exists()) return {};
    BANLANG_TRY(read, table.read("record IS NOT NULL AND counts <> 0", false));
    if (read.size() < 2) return {};
    std::map<std::int64_t, std::size_t> reportsOf;
    for (const StoredReport& report : read.reports) ++reportsOf[report.record];
    Statement select = database.prepare(fmt::format("SELECT fid FROM \"{}\" ORDER BY fid", kind.table));
    std::map<std::int64_t, std::uint32_t> rows;
    for (std::uint32_t row = 0; select.row(); ++row) {
        if (reportsOf.contains(select.integer(0))) rows[select.integer(0)] = row;
    }
    RecordReports& reports = district.reports[indexOf(kind.role)].own();
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < read.size(); ++i) {
        const StoredReport& report = read.reports[i];
        const auto row = rows.find(report.record);
        if (reportsOf[report.record] < 2 || row == rows.end()) continue;
        chosen.push_back(i);
        reports.record.push_back(row->second);
        reports.reportedOn.push_back(report.reportedOn);
        reports.fieldsStated.push_back(report.counts);
    }
    reports.rows = emptyTable(kind.role);
    reports.rows.geometry = GeometryColumn();
    appendRows(reports.rows, read.rows, chosen);
    return {};
}

} // namespace

Result<DistrictRead> readDistrict(const std::string& path, const Database& database, int epsg, bool withLinks,
                                  const Progress& progress) {
    DistrictRead read{emptyDistrict(epsg), false, copyStateOf(database)};
    const auto wanted = read.copy.current;
    read.linked = withLinks && read.copy.links;
    if (std::find(wanted.begin(), wanted.end(), true) != wanted.end() &&
        !readCopy(path, database, read.copy, wanted, read.linked, read.district))
        read = {emptyDistrict(epsg), false, {}};
    for (const RecordKind& kind : recordKinds()) {
        BANLANG_CHECK(readReports(database, kind, epsg, read.district));
        if (read.copy.current[indexOf(kind.role)]) continue;
        progress.tell(static_cast<double>(indexOf(kind.role)) / roleCount, kind.label.text());
        BANLANG_TRY(table, readTable(path, database, kind.role, progress));
        read.district.table(kind.role) = std::move(table);
    }
    readTerrain(database, read.district);
    return read;
}

} // namespace banlang::detail
