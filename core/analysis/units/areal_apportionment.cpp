// SPDX-License-Identifier: MIT
#include "core/analysis/units/areal_apportionment.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/units/admin_unit_succession.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

/// What is on its way: parts of old units by the code that they have reached.
using Parts = std::map<std::string, std::vector<ApportionedPart>>;

void passDay(const AdminUnitSuccession& fate, Date day, Parts& parts, std::vector<UnapportionedValue>& lost) {
    Parts passed;
    for (const auto& [code, arrived] : parts) {
        const Successors destinations = fate.successorsOf(code, day);
        for (const ApportionedPart& part : arrived) {
            for (const SuccessorShare& to : destinations.to) {
                passed[to.code].push_back(
                    {part.code, part.name, part.share * to.share, part.value * to.share, std::max(part.basis, to.basis)});
            }
            if (destinations.lost > 0) lost.push_back({part.code, part.name, part.value * destinations.lost, destinations.reason});
        }
    }
    parts = std::move(passed);
}

/// A part that came by two ways is told once.
std::vector<ApportionedPart> joined(const std::vector<ApportionedPart>& parts) {
    std::map<std::string, ApportionedPart> byCode;
    for (const ApportionedPart& part : parts) {
        const auto [found, isNew] = byCode.try_emplace(part.code, part);
        if (isNew) continue;
        found->second.share += part.share;
        found->second.value += part.value;
        found->second.basis = std::max(found->second.basis, part.basis);
    }
    std::vector<ApportionedPart> result;
    result.reserve(byCode.size());
    for (auto& [code, part] : byCode) result.push_back(std::move(part));
    return result;
}

} // namespace

std::string_view id(ApportionmentBasis basis) {
    switch (basis) {
    case ApportionmentBasis::stated:
        return "stated";
    case ApportionmentBasis::households:
        return "households";
    case ApportionmentBasis::area:
        return "area";
    case ApportionmentBasis::unchanged:
        break;
    }
    return "unchanged";
}

Label label(ApportionmentBasis basis) {
    switch (basis) {
    case ApportionmentBasis::stated:
        return {"theo quyết định", "as the change states"};
    case ApportionmentBasis::households:
        return {"chia theo số hộ", "divided by households"};
    case ApportionmentBasis::area:
        return {"chia theo diện tích", "divided by area"};
    case ApportionmentBasis::unchanged:
        break;
    }
    return {"giữ nguyên", "unchanged"};
}

Apportionment apportion(const AnalysisContext& context, std::span<const AdminUnitValue> values,
                        std::span<const AdminUnitChange> changes, Date from) {
    const Date to = context.asOf();
    const AdminUnitSuccession fate(context, changes);
    Parts parts;
    for (const AdminUnitValue& value : values)
        parts[value.code].push_back({value.code, fate.nameOf(value.code, from), 1, value.value, ApportionmentBasis::unchanged});
    Apportionment result;
    for (const Date day : fate.daysOfChange(from, to)) passDay(fate, day, parts, result.unapportioned);
    for (const auto& [code, arrived] : parts) {
        ApportionedValue apportioned{code, fate.nameOf(code, to), 0, ApportionmentBasis::unchanged, joined(arrived)};
        for (const ApportionedPart& part : apportioned.from) {
            apportioned.value += part.value;
            apportioned.basis = std::max(apportioned.basis, part.basis);
        }
        result.apportioned.push_back(std::move(apportioned));
    }
    return result;
}

} // namespace banlang
