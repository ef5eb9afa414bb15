// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link.h"
#include "core/link/target_key.h"

#include <string>
#include <vector>

namespace banlang {

/// A row that an open record may have meant. A suggestion for a person: nothing is ever linked by it.
struct LinkCandidate {
    std::int32_t row = notLinked;
    Role role = Role::communes; ///< table of the row
    std::string key;            ///< target of the override that would choose it, as exactTargetKey()
    std::string name;           ///< for people: name of the unit or road, head of the household, with the commune of what lies in
                                ///< another one; may be empty
    double similarity = 0; ///< 0 to 1: share of letters that need no change, of name or key, whichever is nearer; 0: not by text
    Bilingual why;
};

/// The best candidates first: by likeness, with a start for those of the place that the record names, and those of other communes
/// that bear the very number; for what lies outside every village the nearest ones; for the code of a unit that ended what took its
/// place. One pass over the table that is referred to, so ask for what is on screen only: 1 million parcels
/// about 0.1 s, units and roads well under 10 ms.
[[nodiscard]] std::vector<LinkCandidate> candidatesFor(const District& district, const UnresolvedReference& unresolved,
                                                       std::size_t limit = 5);

} // namespace banlang
