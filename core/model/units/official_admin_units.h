// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/model/district.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Official lists of communes by day and what became of each: core/model/data/communes_*.csv, unit_changes.csv. Codes are given
// again to other communes, so a code means something only together with a day.

namespace banlang {

/// A commune as an official list has it. In force from `validFrom` (no date: always was) until before `validTo` (no date: still
/// is).
struct OfficialAdminUnit {
    std::string_view code;
    std::string_view name;
    std::string_view kind;         ///< "Xã", "Phường", "Thị trấn"
    std::string_view districtCode; ///< empty since 1/7/2025
    std::string_view district;
    std::string_view provinceCode;
    Date validFrom;
    Date validTo;
};

/// On `changedOn` the old unit, or `share` of it, became part of the new one. The same code on both sides: the unit kept its
/// number.
struct AdminUnitChange {
    std::string oldCode;
    std::string newCode;
    Date changedOn;
    std::optional<double> share; ///< 0-1; missing where a unit was divided and nobody stated the parts
    std::string basis;           ///< "resolution", "split"; "record" for a change that the district entered itself
};

/// All that ship, by code; a code has one entry for each unit that bore it. Of the time before 1/7/2025 they hold Hà Giang alone,
/// since then the whole country. Parses some 150 KB of text: about 0.5 ms.
[[nodiscard]] std::vector<OfficialAdminUnit> shippedAdminUnitLists();
/// Those that bore one code. About 20 microseconds.
[[nodiscard]] std::vector<OfficialAdminUnit> officialUnitsOfCode(std::string_view code);
[[nodiscard]] std::vector<AdminUnitChange> shippedAdminUnitChanges();
/// The days on which a shipped list came into force, in order.
[[nodiscard]] std::vector<Date> shippedListDates();
/// The shipped units in force on a day; before 2020 a list that may lack older changes.
[[nodiscard]] std::vector<OfficialAdminUnit> listInForce(Date day);
[[nodiscard]] bool inForce(const OfficialAdminUnit& unit, Date day);

/// The shipped changes, where the district has not entered its own: for one old unit and day the district's records replace them.
[[nodiscard]] std::vector<AdminUnitChange> adminUnitChangesOf(const District& district);

/// The list that most of these codes and names follow together: the day from which it is in force. Nothing when fewer than half of
/// the units stand in it, or two lists fit alike.
[[nodiscard]] std::optional<Date> listFollowed(std::span<const std::string_view> codes, std::span<const std::string_view> names);

} // namespace banlang
