// SPDX-License-Identifier: MIT
#include "core/link/table_linking.h"

#include "core/model/record_key.h"
#include "core/model/record_traits.h"

#include <algorithm>

namespace banlang {

TableLinking::TableLinking(const District& district, DistrictLinks& links, const RecordKind& kind, std::vector<Date> days)
    : district_(district), links_(links), kind_(kind), days_(std::move(days)) {
    const std::size_t count = table().rowCount;
    this->links() = {};
    this->links().method.assign(count, LinkMethod::none);
    this->links().precision.assign(count, Precision::none);
}

void TableLinking::fail(std::size_t row, std::string_view field, std::string_view rawText, std::string_view scope,
                        const UnresolvedReason& reason) {
    fail(row, field, rawText, scope, reason, reason.label.text());
}

void TableLinking::fail(std::size_t row, std::string_view field, std::string_view rawText, std::string_view scope,
                        const UnresolvedReason& reason, Bilingual words) {
    if (failures_.contains(row)) return;
    failures_.emplace(row, UnresolvedReference{kind_.role, static_cast<std::uint32_t>(row), std::string(field),
                                               std::string(rawText), std::string(scope), std::string(reason.id), std::move(words)});
}

const UnresolvedReference* TableLinking::failure(std::size_t row) const {
    const auto found = failures_.find(row);
    return found == failures_.end() ? nullptr : &found->second;
}

std::string TableLinking::communeCode(std::int32_t commune) const {
    return commune < 0
               ? std::string()
               : std::string(district_.table(Role::communes).textAt(fields::communes.code, static_cast<std::size_t>(commune)));
}

std::pair<std::string, std::string> TableLinking::recordWords(std::size_t row) const {
    const bool parcel = kind_.role == Role::parcels;
    std::string rawText;
    for (const std::string_view field : kind_.key.empty() ? kind_.identity : kind_.key) {
        if (parcel && field == fields::parcels.communeCode.name) continue;
        const Column* column = table().columnNamed(field);
        if (!rawText.empty()) rawText += '/';
        if (column != nullptr) rawText += column->valueText(row);
    }
    if (parcel) return {rawText, communeCode(linkedRow(linksOf(kind_.role).commune, row))};
    return {rawText, std::string(issuersOf(table())[row])};
}

bool TableLinking::placed(std::size_t row) const {
    const TableLinks& links = linksOf(kind_.role);
    if (ofWholeDistrict_.contains(row)) return true;
    const bool inVillage = linkedRow(links.village, row) >= 0;
    switch (traitsOf(kind_.role).placement) {
    case PlacementRule::none:
        return true;
    case PlacementRule::village:
        return inVillage || district_.table(Role::villages).rowCount == 0;
    case PlacementRule::adminUnitOrRoad:
        return inVillage || linkedRow(links.commune, row) >= 0 || linkedRow(links.road, row) >= 0;
    }
    return false;
}

void TableLinking::refuseHousehold(std::size_t row) {
    householdRefused_.resize(table().rowCount, false);
    householdRefused_[row] = true;
}

TableLinkReport TableLinking::report() const {
    TableLinkReport report;
    report.role = kind_.role;
    report.records = table().rowCount;
    const auto settled =
        std::count_if(confirmedAbsent_.begin(), confirmedAbsent_.end(), [&](std::size_t row) { return !failures_.contains(row); });
    report.confirmedAbsent = static_cast<std::size_t>(settled);
    report.linked = report.records - failures_.size() - report.confirmedAbsent;
    std::map<LinkMethod, std::size_t> counts;
    for (const LinkMethod method : linksOf(kind_.role).method) ++counts[method];
    report.byMethod.assign(counts.begin(), counts.end());
    for (const auto& [row, failure] : failures_) report.unresolved.push_back(failure);
    return report;
}

} // namespace banlang
