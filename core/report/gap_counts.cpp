// SPDX-License-Identifier: MIT
#include "core/report/gap_counts.h"

#include <map>
#include <utility>

namespace banlang {
namespace {

/// A commune's total is shown, so its villages are parts of a whole.
void hideSmall(std::vector<GapCount>& counts, const ReportRequest& request) {
    std::map<std::int32_t, std::vector<std::size_t>> ofCommune;
    for (std::size_t i = 0; i < counts.size(); ++i) ofCommune[communeOf(request.analysis.district(), counts[i])].push_back(i);
    for (const auto& [commune, members] : ofCommune) {
        std::vector<std::size_t> parts;
        for (const std::size_t i : members) {
            parts.push_back(counts[i].missed);
            parts.push_back(counts[i].atRisk);
        }
        const std::vector<bool> hidden = hiddenParts(request.audience, parts);
        for (std::size_t i = 0; i < members.size(); ++i) counts[members[i]].hidden = hidden[2 * i] || hidden[2 * i + 1];
    }
}

} // namespace

std::int32_t communeOf(const District& district, const GapCount& count) {
    if (count.unit == Role::communes) return count.row;
    return linkedRow(district.linksOf(Role::villages).commune, static_cast<std::size_t>(count.row));
}

std::vector<GapCount> gapCounts(const Gap& gap, GapLevel unit, const ReportRequest& request) {
    std::map<std::pair<Role, std::int32_t>, GapCount> counts;
    for (const GapItem& item : gap.items) {
        const bool byVillage = unit == GapLevel::village && item.village != notLinked;
        const std::pair key{byVillage ? Role::villages : Role::communes, byVillage ? item.village : item.commune};
        if (key.second == notLinked) continue;
        GapCount& count = counts[key];
        count.unit = key.first;
        count.row = key.second;
        ++(item.atRisk ? count.atRisk : count.missed);
    }
    std::vector<GapCount> found;
    found.reserve(counts.size());
    for (const auto& [key, count] : counts) found.push_back(count);
    hideSmall(found, request);
    return found;
}

} // namespace banlang
