// SPDX-License-Identifier: MIT
#include "core/store/detail/district_reader.h"

#include "core/model/record_traits.h"
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

/// Parcels are too many to ask for their batches, and have a place; of units their own days tell.
bool hasTimes(Role role) {
    return role != Role::parcels && role != Role::communes && role != Role::villages && role != Role::rivers;
}

/// As of when records speak, by the batch that each row names.
Result<void> readTimes(const Database& database, const RecordKind& kind, District& district) {
    if (!hasTimes(kind.role)) return {};
    Statement batches = database.prepare("SELECT fid, reported_on, period_from, period_to FROM banlang_batches WHERE role = ? AND "
                                         "(coalesce(reported_on, '') <> '' OR "
                                         "coalesce(period_from, '') <> '')");
    if (!batches.valid()) return {}; // a store of an older version says nothing of that
    batches.bind(1, kind.id);
    RecordTimes times;
    times.times.emplace_back();
    std::map<std::int64_t, std::uint32_t> timeOfBatch;
    while (batches.row()) {
        timeOfBatch.emplace(batches.integer(0), static_cast<std::uint32_t>(times.times.size()));
        RecordTime& time = times.times.emplace_back();
        time.reportedOn = parseDate(batches.text(1)).value_or(Date{});
        const Period period{parseDate(batches.text(2)).value_or(Date{}), parseDate(batches.text(3)).value_or(Date{})};
        if (mayBeTotals(kind.role) && period.first.known() && period.last.known()) time.total = period;
    }
    if (batches.failed()) return Unexpected(database.error());
    if (timeOfBatch.empty()) return {};
    Statement rows = database.prepare(fmt::format("SELECT batch FROM \"{}\" ORDER BY fid", kind.table));
    while (rows.row()) {
        const auto time = timeOfBatch.find(rows.integer(0));
        times.timeOf.push_back(time == timeOfBatch.end() ? 0 : time->second);
    }
    if (rows.failed()) return Unexpected(database.error());
    district.times[indexOf(kind.role)] = CopyOnWrite<RecordTimes>(std::move(times));
    return {};
}

Bilingual damagedCopy(const std::string& path) {
    return {
        fmt::format("{}: bản sao để mở nhanh bị hỏng; đã đọc lại từ các bảng. Lần nạp sau sẽ làm lại bản sao. Nếu còn lặp lại, "
                    "kiểm tra ổ đĩa",
                    path),
        fmt::format("{}: the copy for quick opening is damaged; the tables were read instead. The next import makes it anew. If "
                    "this comes again, check the disk",
                    path)};
}

} // namespace

Result<DistrictRead> readDistrict(const std::string& path, const Database& database, int epsg, bool withLinks,
                                  const Progress& progress) {
    DistrictRead read{emptyDistrict(epsg), false, copyStateOf(database)};
    const auto wanted = read.copy.current;
    read.linked = withLinks && read.copy.links;
    if (std::find(wanted.begin(), wanted.end(), true) != wanted.end()) {
        const CopyReading reading = readCopy(database, read.copy, wanted, read.linked, read.district);
        if (reading == CopyReading::damaged) progress.warn(damagedCopy(path));
        if (reading != CopyReading::whole) read = {emptyDistrict(epsg), false, {}};
    }
    for (const RecordKind& kind : recordKinds()) {
        BANLANG_CHECK(readReports(database, kind, epsg, read.district));
        BANLANG_CHECK(readTimes(database, kind, read.district));
        if (read.copy.current[indexOf(kind.role)]) continue;
        progress.tell(static_cast<double>(indexOf(kind.role)) / roleCount, kind.label.text());
        BANLANG_TRY(rows, readTable(database, kind.role, progress));
        read.unreadable += rows.unreadable;
        read.district.table(kind.role) = std::move(rows.table);
    }
    readTerrain(database, read.district);
    return read;
}

} // namespace banlang::detail
