// SPDX-License-Identifier: MIT
#include "core/link/number_index.h"

#include "core/model/record_key.h"
#include "core/text/keys.h"

#include <algorithm>

namespace banlang {

NumberIndex::NumberIndex(const FeatureTable& records, const TableLinks& links, const FeatureTable& communes,
                         const AdminUnitVersions& versions)
    : links_(links), communes_(communes), versions_(versions), issuerOf_(records.rowCount), all_(records.rowCount) {
    const auto ids = records.column(fields::identified.id);
    const auto issuers = issuersOf(records);
    for (std::size_t i = 0; i < records.rowCount; ++i) {
        const std::string_view code = issuers[i];
        hasIssuers_ = hasIssuers_ || !code.empty();
        auto known = issuers_.find(code);
        if (known == issuers_.end()) {
            known = issuers_.emplace(code, static_cast<std::uint32_t>(byIssuer_.size())).first;
            byIssuer_.emplace_back();
            codes_.push_back(code);
        }
        issuerOf_[i] = known->second;
        add(ids.isMissing(i) ? ownName(records, i) : ids[i], static_cast<std::int32_t>(i));
    }
}

void NumberIndex::add(std::string_view number, std::int32_t row) {
    const std::string key = numberKey(number);
    const auto addKey = [&](std::string_view text) {
        byIssuer_[issuerOf(row)].add(text, row);
        all_.add(text, row);
    };
    addKey(key);
    // Spreadsheets eat the zeros in front: all of them, never some.
    const std::size_t bare = key.find_first_not_of('0');
    if (bare != 0 && bare != std::string::npos) addKey(std::string_view(key).substr(bare));
}

std::uint32_t NumberIndex::issuer(std::string_view code) const {
    const auto found = issuers_.find(code);
    return found == issuers_.end() ? noIssuer : found->second;
}

std::span<const std::int32_t> NumberIndex::ofIssuer(std::uint32_t issuer, std::string_view key) const {
    return issuer == noIssuer ? std::span<const std::int32_t>() : byIssuer_[issuer].all(key);
}

TextMatch NumberIndex::choose(std::span<const std::int32_t> rows, std::int32_t commune) const {
    if (rows.size() == 1) return {rows.front(), LinkMethod::key, {}};
    std::int32_t found = notLinked;
    for (const std::int32_t row : rows) {
        const std::int32_t there = linkedRow(links_.commune, static_cast<std::size_t>(row));
        if (commune < 0 || there < 0 || versions_.lineage(there) != versions_.lineage(commune)) continue;
        if (found >= 0) return {notLinked, LinkMethod::none, MatchFailure::several};
        found = row;
    }
    if (found >= 0) return {found, LinkMethod::key, {}};
    return {notLinked, LinkMethod::none, rows.empty() ? MatchFailure::unknown : MatchFailure::several};
}

std::vector<std::int32_t> NumberIndex::named(std::string_view target) const {
    const auto listed = [](std::span<const std::int32_t> rows) { return std::vector<std::int32_t>(rows.begin(), rows.end()); };
    if (const auto rows = ofAll(numberKey(target)); !rows.empty()) return listed(rows);
    const std::size_t slash = target.find('/');
    if (slash == std::string_view::npos) return {};
    const std::uint32_t by = issuer(target.substr(0, slash));
    const std::string_view number = target.substr(slash + 1);
    if (const auto rows = ofIssuer(by, numberKey(number)); !rows.empty()) return listed(rows);
    const std::size_t last = number.rfind('/');
    if (last == std::string_view::npos) return {};
    std::vector<std::int32_t> rows = listed(ofIssuer(by, numberKey(number.substr(0, last))));
    std::erase_if(rows, [&](std::int32_t row) {
        const std::int32_t commune = linkedRow(links_.commune, static_cast<std::size_t>(row));
        return commune < 0 || communes_.textAt(fields::communes.code, static_cast<std::size_t>(commune)) != number.substr(last + 1);
    });
    return rows;
}

} // namespace banlang
