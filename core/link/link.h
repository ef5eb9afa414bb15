// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/link/link_override.h"
#include "core/model/district.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace banlang {

/// A record that found no place: kept, counted, shown with its reason. candidatesFor (core/link/link_candidates.h) tells what it
/// may have meant.
struct UnresolvedReference {
    Role role = Role::communes;
    std::uint32_t row = 0;
    std::string field;    ///< where it said it; `placeField` when no field is to blame
    std::string key;      ///< what it said, in `placeField` the key of the record: `rawText` of the override that would settle it
    std::string scope;    ///< as in LinkOverride
    std::string reasonId; ///< one of core/link/unresolved_reason.h: "unknown", "ambiguous", "elsewhere", "decisions-disagree" ...
    Bilingual reason;
};

struct TableLinkReport {
    Role role = Role::communes;
    std::size_t records = 0;
    std::size_t linked = 0;
    std::size_t confirmedAbsent = 0; ///< neither linked nor open: a person said that there is no such place
    std::vector<std::pair<LinkMethod, std::size_t>> byMethod;
    std::vector<UnresolvedReference> unresolved;
};

/// Fills district.links. First what people decided, then the ladder: code, name without prefix, folded name when unique; parcel by
/// commune, sheet and number; household by id, else by head and village; road, garden, house and work by id, all ids within the
/// scope of the unit that numbered the record (NumberReferences); then by place (point on surface in polygon). Of units that follow
/// one another under one code or name the one in force on the record's first date counts. Never by similarity. 1 million parcels in
/// well under a second. Overrides that are not live are passed over.
[[nodiscard]] std::vector<TableLinkReport> linkDistrict(District& district, std::span<const LinkOverride> linkOverrides = {});
/// The same report of a district that others read, such as one from Store::readLinked, which stays as it is.
[[nodiscard]] std::vector<TableLinkReport> reviewLinks(const District& district, std::span<const LinkOverride> linkOverrides = {});

[[nodiscard]] std::string_view name(LinkMethod method); ///< for JSON: "key", "code", "name", "folded-name", "place", "none"

} // namespace banlang
