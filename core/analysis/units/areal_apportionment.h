// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/date.h"
#include "core/model/units/official_admin_units.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// Figures of the communes of one day told for the communes of a later one, so that years before and after a merger can be compared.

namespace banlang {

class AnalysisContext;

/// What says how much of an old unit went where, the surest first.
enum class ApportionmentBasis : std::uint8_t {
    unchanged,  ///< the unit was there on both days
    stated,     ///< the change says so: the whole unit, or a share
    households, ///< a unit was divided: households of its villages by where these lie now
    area,       ///< a unit was divided, or no change is known: by area on the maps of both
};
[[nodiscard]] std::string_view id(ApportionmentBasis basis); ///< "unchanged", "stated", "households", "area"
[[nodiscard]] Label label(ApportionmentBasis basis);

struct AdminUnitValue {
    std::string code;
    double value = 0;
};

struct ApportionedPart {
    std::string code; ///< of the old unit
    std::string name;
    double share = 1; ///< of the old unit's value that came here
    double value = 0;
    ApportionmentBasis basis = ApportionmentBasis::unchanged;
};
struct ApportionedValue {
    std::string code;
    std::string name;
    double value = 0;
    ApportionmentBasis basis = ApportionmentBasis::unchanged; ///< the least sure of its parts
    std::vector<ApportionedPart> from;
};
struct UnapportionedValue {
    std::string code; ///< of the old unit; empty for what belongs to none
    std::string name;
    double value = 0;
    Bilingual reason;
};
/// What came where, by code; carried and not carried together are what there was.
struct Apportionment {
    std::vector<ApportionedValue> apportioned;
    std::vector<UnapportionedValue> unapportioned;
};

/// Brings values of units in force on `from` to those in force on the day of the context, change by change. Only changes, unbroken
/// existence and maps count: an equal code never does. Where a change leaves the parts of a divided unit open, the households of
/// its villages decide when all of them are known and lie in one of the new units, else the area of both maps.
[[nodiscard]] Apportionment apportion(const AnalysisContext& context, std::span<const AdminUnitValue> values,
                                      std::span<const AdminUnitChange> changes, Date from);

} // namespace banlang
