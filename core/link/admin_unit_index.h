// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_versions.h"
#include "core/link/text_index.h"
#include "core/model/district.h"

#include <span>

namespace banlang {

/// Row that a text names, and which step of the ladder found it. `ambiguous`: it names several, so it names none.
struct TextMatch {
    std::int32_t row = notLinked;
    LinkMethod method = LinkMethod::none;
    bool ambiguous = false;
};

/// The ladder from a text to a commune, village or road: code, name without prefix, name with tone places and y/i folded, name
/// without accents. Each step counts only when it names exactly one, or one that was in force on the day of the record. Never by
/// similarity.
class AdminUnitIndex {
public:
    /// `parents` (one per row, may be empty) tells the commune of each unit: names need to be unique only within it.
    AdminUnitIndex(const FeatureTable& units, const TextField& codeField, std::span<const std::int32_t> parents);

    /// `parent`: the commune that the record names itself, notLinked when it does not. `on`: the day that the record is of.
    [[nodiscard]] TextMatch find(std::string_view text, std::int32_t parent = notLinked, Date on = {}) const;
    [[nodiscard]] TextMatch findCode(std::string_view text, Date on = {}) const;

    /// All rows of a code, whenever they are in force.
    [[nodiscard]] std::span<const std::int32_t> codeRows(std::string_view text) const { return codes_.all(text); }

private:
    void addNames(const FeatureTable& units, std::size_t row, std::span<const std::int32_t> parents);

    AdminUnitVersions versions_;
    TextIndex codes_;
    TextIndex names_;
    TextIndex folded_;
    TextIndex withoutDiacritics_;
};

} // namespace banlang
