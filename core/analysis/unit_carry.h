// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/unit_lists.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// Figures of the communes of one day told for the communes of a later one, so that years before and after a merger can be compared.

namespace banlang {

/// What says how much of an old unit went where, the surest first.
enum class CarryBasis : std::uint8_t {
    unchanged,  ///< the unit was there on both days
    stated,     ///< the change says so: the whole unit, or a share
    households, ///< a unit was divided: households of its villages by where these lie now
    area,       ///< a unit was divided, or no change is known: by area on the maps of both
};
[[nodiscard]] std::string_view id(CarryBasis basis); ///< "unchanged", "stated", "households", "area"
[[nodiscard]] Label label(CarryBasis basis);

struct UnitValue {
    std::string code;
    double value = 0;
};

struct CarriedPart {
    std::string code; ///< of the old unit
    std::string name;
    double share = 1; ///< of the old unit's value that came here
    double value = 0;
    CarryBasis basis = CarryBasis::unchanged;
};
struct CarriedValue {
    std::string code;
    std::string name;
    double value = 0;
    CarryBasis basis = CarryBasis::unchanged; ///< the least sure of its parts
    std::vector<CarriedPart> from;
};
struct NotCarried {
    std::string code; ///< of the old unit; empty for what belongs to none
    std::string name;
    double value = 0;
    Bilingual reason;
};
/// What came where, by code; carried and not carried together are what there was.
struct CarryOver {
    std::vector<CarriedValue> carried;
    std::vector<NotCarried> notCarried;
};

/// Brings values of units in force on `from` to those in force on `to`, change by change. Only changes, unbroken existence and maps
/// count: an equal code never does. Where a change leaves the parts of a divided unit open, the households of its villages decide
/// when all of them are known and lie in one of the new units, else the area of both maps.
[[nodiscard]] CarryOver carryOver(const District& district, std::span<const UnitValue> values, std::span<const UnitChange> changes,
                                  Date from, Date to);

/// Whether sums over units mean something for an indicator of progress(); from units_over_time.toml.
[[nodiscard]] bool isAdditive(std::string_view indicatorId);

} // namespace banlang
