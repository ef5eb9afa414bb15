// SPDX-License-Identifier: MIT
#include "core/store/detail/district_reader.h"

#include "core/store/detail/batch_table.h"
#include "core/store/detail/column_reader.h"
#include "core/store/detail/table_reader.h"

#include <algorithm>

namespace banlang::detail {
namespace {

/// Communes of several districts make a province or a region, which has no name here.
std::string nameOfOnlyDistrict(const FeatureTable& communes) {
    if (communes.rowCount == 0) return {};
    const std::string_view first = communes.textAt(fields::communes.district, 0);
    for (std::size_t row = 1; row < communes.rowCount; ++row) {
        if (communes.textAt(fields::communes.district, row) != first) return {};
    }
    return std::string(first);
}

void readOwnTables(const Database& database, District& district) {
    Statement name = database.prepare("SELECT value FROM banlang_meta WHERE key = 'district_name'");
    if (name.valid() && name.row()) district.name = name.text(0);
    if (district.name.empty()) district.name = nameOfOnlyDistrict(district.table(Role::communes));
    Statement terrain = database.prepare("SELECT bytes FROM banlang_rasters WHERE name = 'terrain'");
    if (terrain.valid() && terrain.row()) {
        const auto bytes = terrain.blob(0);
        district.terrainTiff.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
}

/// A copy has all rows of a table, so it will not do where some are left out.
Result<std::array<bool, roleCount>> wantedFromCopy(const Database& database, const CopyState& copy,
                                                   const std::vector<std::int64_t>& withoutBatches) {
    auto wanted = copy.current;
    if (withoutBatches.empty()) return wanted;
    BANLANG_TRY(batches, readBatches(database));
    for (const StoredBatch& batch : batches) {
        if (std::find(withoutBatches.begin(), withoutBatches.end(), batch.id) != withoutBatches.end())
            wanted[indexOf(batch.role)] = false;
    }
    return wanted;
}

} // namespace

Result<DistrictRead> readDistrict(const std::string& path, const Database& database, int epsg,
                                  const std::vector<std::int64_t>& withoutBatches, bool withLinks, const Progress& progress) {
    DistrictRead read{emptyDistrict(epsg), false, copyStateOf(database)};
    BANLANG_TRY(wanted, wantedFromCopy(database, read.copy, withoutBatches));
    read.linked = withLinks && read.copy.links && withoutBatches.empty();
    if (std::find(wanted.begin(), wanted.end(), true) != wanted.end() &&
        !readCopy(path, database, read.copy, wanted, read.linked, read.district))
        read = {emptyDistrict(epsg), false, {}};
    for (const RecordKind& kind : recordKinds()) {
        if (read.copy.current[indexOf(kind.role)] && wanted[indexOf(kind.role)]) continue;
        progress.tell(static_cast<double>(indexOf(kind.role)) / roleCount, kind.label.text());
        BANLANG_TRY(table, readTable(path, database, kind.role, withoutBatches, progress));
        read.district.table(kind.role) = std::move(table);
    }
    readOwnTables(database, read.district);
    return read;
}

} // namespace banlang::detail
