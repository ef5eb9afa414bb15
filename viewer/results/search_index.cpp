// SPDX-License-Identifier: MIT
#include "viewer/results/search_index.h"

#include "core/model/record_names.h"
#include "core/text/keys.h"

#include <algorithm>
#include <set>

namespace banlang::viewer {

SearchIndex::SearchIndex(const District& district) {
    for (const Role role : {Role::communes, Role::villages, Role::roads}) {
        const FeatureTable& table = district.table(role);
        // A road of many segments is found once.
        std::set<std::pair<std::string, std::string>> seen;
        for (std::uint32_t row = 0; row < table.rowCount; ++row) {
            const std::string name =
                role == Role::roads ? std::string(table.textAt(fields::roads.name, row)) : fullName(table, row);
            if (name.empty()) continue;
            const std::string place = role == Role::communes ? std::string() : communeName(district, role, row);
            if (role == Role::roads && !seen.insert({name, place}).second) continue;
            entries_.push_back({withoutDiacritics(name), {{role, row}, name, place}});
        }
    }
}

std::vector<SearchHit> SearchIndex::find(std::string_view text, std::size_t most) const {
    const std::string wanted = withoutDiacritics(text);
    if (wanted.empty()) return {};
    std::vector<std::pair<int, const Entry*>> found;
    for (const Entry& entry : entries_) {
        const std::size_t at = entry.key.find(wanted);
        if (at == std::string::npos) continue;
        const bool wordStart = at > 0 && entry.key[at - 1] == ' ';
        found.emplace_back(at == 0 ? 0 : wordStart ? 1 : 2, &entry);
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        return std::pair(a.first, std::string_view(a.second->key)) < std::pair(b.first, std::string_view(b.second->key));
    });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) hits.push_back(found[i].second->hit);
    return hits;
}

} // namespace banlang::viewer
