// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_versions.h"
#include "core/link/text_index.h"
#include "core/model/district.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace banlang {

/// Name of a head of household as it is compared: lower case, without "hộ", "ông", "bà" in front, tone places and y/i folded.
[[nodiscard]] std::string householdHeadKey(std::string_view name);

/// Finds households by the name of their head within a village or a commune: as written; without accents only where one side was
/// written without any, since people whose names differ by an accent are two people. Each counts only when it names exactly one.
/// Never by similarity.
class HouseholdHeadIndex {
public:
    /// `links`: of the households to their villages and communes, which are known here by their families.
    HouseholdHeadIndex(const FeatureTable& households, const TableLinks& links, const AdminUnitVersions& villages,
                       const AdminUnitVersions& communes);

    /// Row of the household, notLinked, or TextIndex::ambiguous.
    [[nodiscard]] std::int32_t inVillage(std::string_view head, std::int32_t village) const;
    [[nodiscard]] std::int32_t inCommune(std::string_view head, std::int32_t commune) const;

private:
    struct Level {
        TextIndex names;
        TextIndex plain; ///< without accents
        void add(std::string_view head, std::int32_t unit, std::int32_t row);
        [[nodiscard]] std::int32_t find(std::string_view head, std::int32_t unit) const;
    };
    Level villages_;
    Level communes_;
};

} // namespace banlang
