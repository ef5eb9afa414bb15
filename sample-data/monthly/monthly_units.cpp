// SPDX-License-Identifier: MIT
#include "sample-data/monthly/monthly_units.h"

#include "core/model/record_fields.h"
#include "sample-data/messy/messy_district.h"
#include "sample-data/place_tables.h"
#include "sample-data/table_rows.h"
#include "sample-data/writer.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <set>

namespace banlang::sample {
namespace {

FeatureTable selectedRows(const FeatureTable& table, const std::vector<std::uint32_t>& rows) {
    FeatureTable part;
    part.name = table.name;
    part.kind = table.kind;
    part.rowCount = rows.size();
    part.geometry = table.geometry.selected(rows);
    for (const Column& column : table.columns) {
        Column& values = part.columns.emplace_back();
        values.name = column.name;
        values.type = column.type;
        for (const std::uint32_t row : rows) {
            if (column.type == ColumnType::text) values.text.append(column.text[row]);
            if (column.type == ColumnType::number) values.numbers.push_back(column.numbers[row]);
            if (column.type == ColumnType::date) values.dates.push_back(column.dates[row]);
        }
    }
    return part;
}

/// The rows of which a column names one of the communes.
FeatureTable ofCommunes(const FeatureTable& table, const TextField& commune, const std::set<std::string_view>& codes) {
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (codes.count(table.textAt(commune, row)) > 0) rows.push_back(static_cast<std::uint32_t>(row));
    }
    return selectedRows(table, rows);
}

/// A parcel names its household by the number that its commune gives; of a household of another commune that says nothing.
void numberHouseholds(const Landscape& land, FeatureTable& parcels) {
    std::map<std::pair<std::string_view, std::string>, std::string> numbers;
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        const CommuneHouseholds own = householdsOf(land, c);
        for (std::size_t h = own.first; h < own.first + own.count; ++h)
            numbers[{land.settlements.communes[c].code, householdId(land, h)}] = own.numberOf(h);
    }
    TextValues renamed;
    const Column& communes = *parcels.find(fields::parcels.communeCode);
    Column& ids = *parcels.find(fields::parcels.householdId);
    for (std::size_t row = 0; row < parcels.rowCount; ++row) {
        const auto found = numbers.find({communes.text[row], std::string(ids.text[row])});
        renamed.append(found == numbers.end() ? std::string_view() : std::string_view(found->second));
    }
    ids.text = std::move(renamed);
}

Result<void> writeHouseholds(const Landscape& land, const FeatureTable& households, std::size_t commune,
                             const std::string& folder) {
    const CommuneHouseholds own = householdsOf(land, commune);
    FeatureTable list = textTable({"mã hộ", "mã thôn", "chủ hộ", "nhân khẩu"});
    for (std::size_t h = own.first; h < own.first + own.count; ++h) {
        const std::string number = own.numberOf(h);
        const std::string members = fmt::format("{:.0f}", households.numberAt(fields::households.members, h));
        addRow(list, {{"mã hộ", number},
                      {"mã thôn", households.textAt(fields::households.villageCode, h)},
                      {"chủ hộ", households.textAt(fields::households.headName, h)},
                      {"nhân khẩu", members}});
    }
    const std::filesystem::path place = std::filesystem::path(folder) / fullName(land.settlements.communes[commune]);
    std::error_code failure; // shows itself when the file is written
    std::filesystem::create_directories(place, failure);
    return writeTable(place.string(), "ho", list);
}

} // namespace

Result<void> writeUnits(const Landscape& land, FeatureTable parcels, std::size_t communes, const std::string& folder) {
    std::set<std::string_view> codes;
    for (std::size_t c = 0; c < communes; ++c) codes.insert(land.settlements.communes[c].code);
    const auto write = [&](std::string_view name, const FeatureTable& table, const TextField& commune) {
        return writeTable(folder, std::string(name), ofCommunes(table, commune, codes));
    };
    numberHouseholds(land, parcels);
    BANLANG_CHECK(write("communes", communeTable(land), fields::communes.code));
    BANLANG_CHECK(write("villages", villageTable(land), fields::villages.communeCode));
    BANLANG_CHECK(write("roads", roadTable(land), fields::roads.communeCode));
    BANLANG_CHECK(write("parcels", parcels, fields::parcels.communeCode));
    const FeatureTable households = householdTable(land);
    for (std::size_t c = 0; c < communes; ++c) BANLANG_CHECK(writeHouseholds(land, households, c, folder));
    return {};
}

} // namespace banlang::sample
