// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/table_arrays.h"

#include <cstring>
#include <string>
#include <vector>

namespace banlang::test {

inline void differences(const std::string& where, const std::vector<detail::TableArray>& a,
                        const std::vector<detail::TableArray>& b, std::vector<std::string>& found) {
    if (a.size() != b.size()) return found.push_back(where + ": arrays");
    for (std::size_t i = 0; i < a.size(); ++i) {
        const bool same = a[i].name == b[i].name && a[i].bytes.size() == b[i].bytes.size() &&
                          (a[i].bytes.empty() || std::memcmp(a[i].bytes.data(), b[i].bytes.data(), a[i].bytes.size()) == 0);
        if (!same) found.push_back(where + "/" + a[i].name);
    }
}

/// Names of the arrays that are not the same in both, bit by bit; empty: the districts are equal.
inline std::vector<std::string> differences(const District& a, const District& b) {
    std::vector<std::string> found;
    if (a.office != b.office || a.epsg != b.epsg || a.terrainTiff != b.terrainTiff) found.emplace_back("district");
    for (const RecordKind& kind : recordKinds()) {
        const std::string where(kind.id);
        const FeatureTable& one = a.table(kind.role);
        const FeatureTable& other = b.table(kind.role);
        if (one.rowCount != other.rowCount || one.name != other.name) found.push_back(where);
        if (one.geometry.kind != other.geometry.kind || one.geometry.boxes != other.geometry.boxes)
            found.push_back(where + "/boxes");
        differences(where, detail::arraysOf(one), detail::arraysOf(other), found);
        differences(where + "/links", detail::arraysOf(a.linksOf(kind.role)), detail::arraysOf(b.linksOf(kind.role)), found);
    }
    return found;
}

} // namespace banlang::test
