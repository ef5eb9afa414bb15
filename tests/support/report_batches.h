// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/store/store.h"
#include "tests/support/tables.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <vector>

// Batches as an import hands them over, made in memory: works and gifts of communes, without geometry.

namespace banlang::test {

struct WorkReport {
    std::string issuer;
    std::string id;
    double percent = Column::missingNumber;
    std::string name;
};
struct GiftReport {
    std::string issuer;
    std::string id;
    double areaM2 = Column::missingNumber;
    std::string donatedOn;
    std::string headName;
};

inline CheckedBatch batchOf(const std::string& file, FeatureTable rows, Role role, const std::string& reportedOn = {}) {
    CheckedBatch batch;
    batch.file = file;
    batch.layer = "sheet";
    batch.sha = "sha of " + file;
    batch.role = role;
    batch.rowsRead = rows.rowCount;
    batch.reportedOn = parseDate(reportedOn).value_or(Date{});
    for (std::uint32_t row = 0; row < rows.rowCount; ++row) batch.sourceRows.push_back(row + 2);
    // Without places.
    while (rows.geometry.kind != GeometryKind::none && rows.geometry.featureCount() < rows.rowCount) rows.geometry.endFeature();
    batch.rows = std::move(rows);
    return batch;
}

inline Column dateColumn(std::string_view name, const Texts& values) {
    Column column;
    column.name = name;
    column.type = ColumnType::date;
    for (const std::string& value : values) column.dates.push_back(parseDate(value).value_or(Date{}));
    return column;
}

inline CheckedBatch works(const std::string& file, const std::string& reportedOn, const std::vector<WorkReport>& reports) {
    Texts issuers;
    Texts ids;
    Texts names;
    std::vector<double> percents;
    for (const WorkReport& one : reports) {
        issuers.push_back(one.issuer);
        ids.push_back(one.id);
        names.push_back(one.name);
        percents.push_back(one.percent);
    }
    return batchOf(
        file,
        rowsOf(Role::roadWorks,
               {textColumn(fields::roadWorks.issuer.name, issuers), textColumn(fields::roadWorks.communeCode.name, issuers),
                textColumn(fields::roadWorks.id.name, ids), textColumn(fields::roadWorks.name.name, names),
                numberColumn(fields::roadWorks.percentDone.name, percents)}),
        Role::roadWorks, reportedOn);
}

inline CheckedBatch gifts(const std::string& file, const std::vector<GiftReport>& reports) {
    Texts issuers;
    Texts ids;
    Texts heads;
    Texts days;
    std::vector<double> areas;
    for (const GiftReport& one : reports) {
        issuers.push_back(one.issuer);
        ids.push_back(one.id);
        heads.push_back(one.headName);
        days.push_back(one.donatedOn);
        areas.push_back(one.areaM2);
    }
    return batchOf(
        file,
        rowsOf(Role::donations,
               {textColumn(fields::donations.issuer.name, issuers), textColumn(fields::donations.communeCode.name, issuers),
                textColumn(fields::donations.id.name, ids), textColumn(fields::donations.headName.name, heads),
                dateColumn(fields::donations.donatedOn.name, days), numberColumn(fields::donations.declaredAreaM2.name, areas)}),
        Role::donations);
}

template <class Value> Value orThrow(Result<Value> result) {
    if (!result) throw std::runtime_error(describe(result.error(), Language::english));
    return std::move(*result);
}
inline void orThrow(const Result<void>& result) {
    if (!result) throw std::runtime_error(describe(result.error(), Language::english));
}

inline void makeStore(const std::string& path, const std::string& office) {
    (void)orThrow(Store::create(path, defaultStoreEpsg, office));
}
/// One import of all of them.
inline std::vector<StoredBatch> take(const std::string& path, std::vector<CheckedBatch> batches) {
    return orThrow(orThrow(Store::openForWriting(path)).append(batches, std::nullopt));
}
inline std::vector<StoredBatch> take(const std::string& path, CheckedBatch batch) {
    std::vector<CheckedBatch> one;
    one.push_back(std::move(batch));
    return take(path, std::move(one));
}
inline void undo(const std::string& path, std::int64_t batch) {
    (void)orThrow(orThrow(Store::openForWriting(path)).undo({batch}));
}

} // namespace banlang::test
