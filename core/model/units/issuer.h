// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/units/official_admin_units.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Who numbered a record, as the column `issuer` says it: the bare code of a commune ("00904"), a district or a province with its
// level in front ("huyen:026", "tinh:02"), "VN" for the state. A commune that no list knows stands as its folded name. Empty: the
// record was imported where nobody said whose it is, into a store that does not know its office.

namespace banlang {

inline constexpr std::string_view stateIssuer = "VN";
inline constexpr std::string_view provinceIssuerPrefix = "tinh:";
inline constexpr std::string_view districtIssuerPrefix = "huyen:";
/// A store that does not know its office numbers by a number of its own.
inline constexpr std::string_view storeIssuerPrefix = "kho:";

enum class IssuerLevel : std::uint8_t { unknown, commune, district, province, state };

/// By its form alone: whatever is neither above nor empty is taken for a commune.
[[nodiscard]] IssuerLevel levelOf(std::string_view issuer);
[[nodiscard]] std::string districtIssuer(std::string_view districtCode); ///< "026" -> "huyen:026"; empty stays empty
[[nodiscard]] std::string provinceIssuer(std::string_view provinceCode);

/// How issuers lie to each other by the shipped lists of units and by what became of units. Owns what it looks up. Made in about
/// 0.2 ms; any thread may ask.
class IssuerRelations {
public:
    explicit IssuerRelations(std::vector<AdminUnitChange> changes); ///< those of adminUnitChangesOf()

    /// The levels above, from the nearest to the state, without the issuer itself. Of a code that several units bore, the levels of
    /// all of them, of the first that bore it in front. Nothing above the state; above what no list knows, the state alone.
    [[nodiscard]] std::vector<std::string> above(std::string_view issuer) const;
    /// Units of which the issuer was made and units that were made of it, over any number of changes: its predecessors from the
    /// last to the first, then its successors from the first to the last. What else was made of its predecessors is not among them.
    /// With a day those of the unit that bore the code on it; without one those of all that ever did.
    [[nodiscard]] std::vector<std::string> related(std::string_view issuer, Date day = {}) const;

private:
    enum class Direction : std::uint8_t { toPredecessors, toSuccessors };
    void follow(std::string_view issuer, Direction direction, Date day, std::vector<std::string>& found) const;

    std::vector<OfficialAdminUnit> units_; ///< by code, then by their beginning
    std::vector<AdminUnitChange> changes_;
};

} // namespace banlang
