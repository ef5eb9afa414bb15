// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <string>
#include <vector>

namespace banlang {

/// A record that found no place: kept, counted, shown with its reason.
struct OpenLink {
    Role role = Role::communes;
    std::uint32_t row = 0;
    std::string key; ///< what it said
    Bilingual reason;
};

struct TableLinkReport {
    Role role = Role::communes;
    std::size_t records = 0;
    std::size_t linked = 0;
    std::vector<std::pair<LinkMethod, std::size_t>> byMethod;
    std::vector<OpenLink> open;
};

/// Fills district.links: code, name without prefix, folded name when unique, parcel key, household id, road id, and by place
/// (point on surface in polygon). Never by similarity. 1 million parcels in well under a second.
[[nodiscard]] std::vector<TableLinkReport> linkDistrict(District& district);

[[nodiscard]] std::string_view name(LinkMethod method); ///< for JSON: "key", "code", "name", "folded-name", "place", "none"

} // namespace banlang
