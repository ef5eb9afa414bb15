// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"
#include "core/model/record_fields.h"
#include "sample-data/writer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace banlang::test {

/// Divides a district into one folder per commune, as if each kept its own lists: the same file names everywhere, every list
/// numbered from 1 on, and nothing said of what belongs to another commune.
class CommuneFolders {
public:
    explicit CommuneFolders(const District& district) : district_(&district) {
        const FeatureTable& communes = district.table(Role::communes);
        for (std::size_t row = 0; row < communes.rowCount; ++row)
            nameOfCode_.emplace(communes.textAt(fields::communes.code, row), fullName(communes, row));
        for (const RecordKind& kind : recordKinds()) assign(kind);
    }

    /// The folders, in the order of codes; `in` must exist.
    std::vector<std::string> write(const std::filesystem::path& in) {
        std::vector<std::string> folders;
        for (const auto& [code, name] : nameOfCode_) {
            const std::filesystem::path folder = in / name;
            std::filesystem::create_directories(folder);
            for (const RecordKind& kind : recordKinds()) writeKind(kind, code, folder.string());
            folders.push_back(folder.string());
        }
        return folders;
    }

private:
    static constexpr std::size_t codeLength = 5;

    [[nodiscard]] static std::string textOf(const FeatureTable& table, std::string_view column, std::size_t row) {
        const Column* texts = table.columnNamed(column);
        return texts == nullptr || texts->type != ColumnType::text ? std::string() : std::string(texts->text[row]);
    }

    /// The commune whose list a record stands in: of its village, else its own, else where it was found to be.
    [[nodiscard]] std::string communeOf(const RecordKind& kind, std::size_t row) const {
        const FeatureTable& table = district_->table(kind.role);
        if (kind.role == Role::communes) return textOf(table, "code", row);
        for (const char* column : {"village_code", "commune_code", "unit_code", "new_code"}) {
            const std::string code = textOf(table, column, row).substr(0, codeLength);
            if (nameOfCode_.count(code) > 0) return code;
        }
        const std::int32_t linked = linkedRow(district_->linksOf(kind.role).commune, row);
        if (linked == notLinked) return nameOfCode_.begin()->first;
        return std::string(district_->table(Role::communes).textAt(fields::communes.code, static_cast<std::size_t>(linked)));
    }

    /// QL.4P and ĐT.176 are numbered by others.
    [[nodiscard]] static bool numbersItself(const RecordKind& kind, const FeatureTable& table, std::size_t row) {
        if (kind.role == Role::villages || kind.role == Role::communes) return false;
        if (kind.role != Role::roads) return true;
        const std::string_view roadClass = table.textAt(fields::roads.managementClass, row);
        return roadClass != "QL" && roadClass != "ĐT" && roadClass != "ĐH";
    }

    void assign(const RecordKind& kind) {
        const FeatureTable& table = district_->table(kind.role);
        std::map<std::string, std::size_t> last;
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const std::string commune = communeOf(kind, row);
            communeOfRow_[indexOf(kind.role)].push_back(commune);
            const std::string id = textOf(table, "id", row);
            const bool own = !id.empty() && numbersItself(kind, table, row);
            const bool road = kind.role == Role::roads;
            const std::string prefix = road ? fmt::format("{}.", table.textAt(fields::roads.managementClass, row)) : std::string();
            const std::string number = own ? fmt::format("{}{}", prefix, ++last[commune]) : id;
            numbers_[indexOf(kind.role)].push_back(number);
            numberOfId_[indexOf(kind.role)].try_emplace(id, commune, number, !own);
        }
    }

    /// A reference by the number that the commune gave; nothing where the record is another commune's. What nobody knows stays.
    [[nodiscard]] std::string renamed(Role target, const std::string& id, const std::string& commune) const {
        const auto found = numberOfId_[indexOf(target)].find(id);
        if (found == numberOfId_[indexOf(target)].end()) return id;
        const auto& [owner, number, common] = found->second;
        return common || owner == commune ? number : std::string();
    }

    [[nodiscard]] static bool isNumbered(Reference reference) {
        static const std::set<Reference> numbered{Reference::household, Reference::road, Reference::garden, Reference::house,
                                                  Reference::roadWork};
        return numbered.count(reference) > 0;
    }

    [[nodiscard]] std::string cell(const RecordKind& kind, const RecordField& field, const std::string& commune,
                                   std::size_t row) const {
        const FeatureTable& table = district_->table(kind.role);
        const std::string value = textOf(table, field.name, row);
        if (field.name == fields::households.id.name && !kind.key.empty() && kind.key.front() == field.name)
            return numbers_[indexOf(kind.role)][row];
        if (field.name == fields::supportList.replacedBy.name) return renamed(Role::households, value, commune);
        if (isNumbered(field.reference)) return renamed(targetOf(field.reference), value, commune);
        const bool abroad = textOf(table, "commune_code", row) != commune && kind.role != Role::parcels;
        const bool parcel = field.reference == Reference::parcelSheet || field.reference == Reference::parcelNumber;
        if (parcel && abroad) return {};
        if (field.reference == Reference::commune && field.name == fields::placeReferences.communeCode.name && !value.empty())
            return commune;
        return value;
    }

    [[nodiscard]] FeatureTable tableOf(const RecordKind& kind, const std::string& commune) const {
        const FeatureTable& all = district_->table(kind.role);
        std::vector<std::uint32_t> rows;
        for (std::size_t row = 0; row < all.rowCount; ++row) {
            if (communeOfRow_[indexOf(kind.role)][row] == commune) rows.push_back(static_cast<std::uint32_t>(row));
        }
        FeatureTable part;
        part.name = all.name;
        part.rowCount = rows.size();
        if (all.geometry.kind != GeometryKind::none) part.geometry = all.geometry.selected(rows);
        for (const RecordField& field : kind.fields) {
            if (field.internal) continue;
            const Column& from = *all.columnNamed(field.name);
            Column& to = part.columns.emplace_back();
            to.name = from.name;
            to.type = from.type;
            for (const std::uint32_t row : rows) {
                if (from.type == ColumnType::text) to.text.append(cell(kind, field, commune, row));
                if (from.type == ColumnType::number) to.numbers.push_back(from.numbers[row]);
                if (from.type == ColumnType::date) to.dates.push_back(from.dates[row]);
            }
        }
        return part;
    }

    void writeKind(const RecordKind& kind, const std::string& commune, const std::string& folder) const {
        FeatureTable table = tableOf(kind, commune);
        if (table.rowCount == 0) return;
        // Gardens and public assets may be measured or not.
        bool measured = false;
        for (std::size_t row = 0; row < table.rowCount && table.geometry.kind != GeometryKind::none; ++row)
            measured = measured || !table.geometry.isEmpty(row);
        if (!measured) table.geometry = GeometryColumn();
        const auto written = sample::writeTable(folder, std::string(kind.id), table);
        EXPECT_TRUE(written.has_value()) << folder << " " << kind.id;
    }

    const District* district_;
    std::map<std::string, std::string> nameOfCode_;
    std::array<std::vector<std::string>, roleCount> communeOfRow_;
    std::array<std::vector<std::string>, roleCount> numbers_;
    /// By id in the district: the commune, the number there, whether others know it by that number too.
    std::array<std::map<std::string, std::tuple<std::string, std::string, bool>>, roleCount> numberOfId_;
};

} // namespace banlang::test
