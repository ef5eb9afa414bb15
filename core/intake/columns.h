// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "core/model/record_kinds.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which column of a source is which field, and which kind of record a source holds. Headers are compared without case and accents.

namespace banlang {

inline constexpr int noColumn = -1;

/// For every field of the kind the column of the source, or noColumn. The field's own name wins over its aliases, those over its
/// label; no column serves two fields.
[[nodiscard]] std::vector<int> mapColumns(const FeatureTable& source, const RecordKind& kind);

/// Names of the required fields that found no column.
[[nodiscard]] std::vector<std::string> missingRequired(const std::vector<int>& mapping, const RecordKind& kind);

/// Whether such geometries can be kept in a table of the kind. Points may stand for the centre of a village.
[[nodiscard]] bool geometryFits(GeometryKind source, const RecordKind& kind);

/// By the name of layer or file ("donations", "land_donations", "thua_dat_2022"), else by its columns and geometry.
[[nodiscard]] std::optional<Role> guessRole(std::string_view file, const FeatureTable& source);

} // namespace banlang
