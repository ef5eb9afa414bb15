// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "core/intake/profile/import_profile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which column of a source is which field, and which kind of record a source holds. Headers are compared without case and accents,
// as a whole, without what stands in brackets, and, for headers of two levels, by their lower level.

namespace banlang {

inline constexpr int noColumn = -1;

struct ColumnMapping {
    std::vector<int> fields; ///< for every field of the kind the column of the source, or noColumn
    /// For fields that name a unit: a second column that names it as well ("Tên xã" beside "Mã xã"), or noColumn.
    std::vector<int> companions;
    int communeOfVillage = noColumn; ///< names the commune, for kinds that keep only the village
};

/// What the profile says comes first; then the field's own name, its label, its aliases. No column serves two fields.
[[nodiscard]] ColumnMapping mapColumns(const FeatureTable& source, const RecordKind& kind, const ImportProfile& profile = {});

/// Names of the required fields that found no column, nor what stands in for them. Units can also be told from titles, file names
/// and places, so they may be missing here when `unitsCanBeTold`.
[[nodiscard]] std::vector<std::string> missingRequired(const ColumnMapping& mapping, const RecordKind& kind, bool unitsCanBeTold);

/// Whether such geometries can be kept in a table of the kind. Points may stand for the centre of a village.
[[nodiscard]] bool geometryFits(GeometryKind source, const RecordKind& kind);

/// Whether any kind of record knows a column of this name; `key` is as headerKey gives it.
[[nodiscard]] bool isKnownHeader(std::string_view key);

/// Columns with coordinates, for tables that hold points as numbers. Which is which is not told by their names: survey tables call
/// northing X.
struct CoordinateColumns {
    int x = noColumn;
    int y = noColumn;
};
[[nodiscard]] std::optional<CoordinateColumns> findCoordinates(const FeatureTable& source);

struct RoleGuess {
    std::optional<Role> role;
    std::vector<Role> rivals; ///< other kinds that the columns would fit
};

/// By the names that stand over the data, nearest first (layer, titles, file, folder: "Hiến đất", "thua_dat_2022"), where the
/// columns agree; else by the columns and the geometry.
[[nodiscard]] RoleGuess guessRole(const std::vector<std::string>& names, const FeatureTable& source);

} // namespace banlang
