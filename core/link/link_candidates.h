// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link.h"

#include <string>
#include <vector>

namespace banlang {

/// A row that an open record may have meant. A suggestion for a person: nothing is ever linked by it.
struct LinkCandidate {
    std::int32_t row = notLinked;
    Role role = Role::communes; ///< table of the row
    std::string key;            ///< target of the override that would choose it
    std::string name;           ///< for people: name of the unit or road, head of the household; may be empty
    double similarity = 0; ///< 0 to 1: share of letters that need no change, of name or key, whichever is nearer; 0: not by text
    Bilingual why;
};

/// The best candidates first: by likeness, with a start for those of the place that the record names; for what lies outside every
/// village the nearest ones. One pass over the table that is referred to, so ask for what is on screen only: 1 million parcels
/// about 0.1 s, units and roads well under 10 ms.
[[nodiscard]] std::vector<LinkCandidate> candidatesFor(const District& district, const UnresolvedReference& unresolved,
                                                       std::size_t limit = 5);

/// What an override calls a row of a table: its code or id, a parcel "commune/sheet/number".
[[nodiscard]] std::string targetKey(const District& district, Role role, std::size_t row);

} // namespace banlang
