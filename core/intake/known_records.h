// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/packed_rtree.h"
#include "core/model/record_kinds.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

namespace banlang {

/// Fields joined to one text that names a record; the same for the same key in any file.
[[nodiscard]] std::string keyText(const FeatureTable& rows, std::span<const std::string_view> fields, std::size_t row);

/// What rows may refer to and must not repeat: the records of the store and those taken in before in the same import.
class KnownRecords {
public:
    KnownRecords() { villages_.kind = GeometryKind::polygon; }

    /// Adds rows that are kept: keys, codes, names, and the ground of villages.
    void add(Role role, const FeatureTable& rows);

    [[nodiscard]] bool any(Role role) const { return !words_[indexOf(role)].empty() || !keys_[indexOf(role)].empty(); }
    [[nodiscard]] bool hasKey(Role role, const std::string& key) const { return keys_[indexOf(role)].contains(key); }
    /// By code or id, or by name as the link ladder compares names.
    [[nodiscard]] bool hasWord(Role role, std::string_view codeOrName) const;

    [[nodiscard]] bool knowsVillageGround() const { return villages_.featureCount() > 0; }
    [[nodiscard]] bool insideVillage(Point point) const;

private:
    std::array<std::unordered_set<std::string>, roleCount> keys_;
    std::array<std::unordered_set<std::string>, roleCount> words_;
    GeometryColumn villages_;
    PackedRtree villageIndex_;
};

} // namespace banlang
