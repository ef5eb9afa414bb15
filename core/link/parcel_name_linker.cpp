// SPDX-License-Identifier: MIT
#include "core/link/parcel_name_linker.h"

#include <fmt/format.h>

namespace banlang {
namespace {

constexpr std::string_view field = fields::parcelReferences.number.name;

} // namespace

std::string ParcelNameLinker::rawText(std::size_t row) const {
    return fmt::format("{}/{}", linking_.table().textAt(fields::parcelReferences.sheet, row),
                       linking_.table().textAt(fields::parcelReferences.number, row));
}

ParcelName ParcelNameLinker::decided(const LinkOverride& linkOverride) {
    if (overrides_.isDisputed(linkOverride)) return {};
    const ParcelKeyText key = splitParcelKey(linkOverride.target);
    return {targets_.named(Role::communes).findCode(key.commune).row, key.sheet, key.number};
}

void ParcelNameLinker::leaveOpen(std::size_t row, const ParcelName& name, const LinkOverride* linkOverride, bool several) {
    if (linkOverride == nullptr) {
        if (name.number.empty()) return;
        return linking_.fail(row, field, rawText(row), linking_.communeCode(name.commune),
                             several ? unresolved_reason::severalParcels : unresolved_reason::unknownParcel);
    }
    const bool disputed = overrides_.isDisputed(*linkOverride);
    if (!disputed && linkOverride->target.empty()) return linking_.markConfirmedAbsent(row);
    linking_.fail(row, field, linkOverride->rawText, linkOverride->scope,
                  disputed ? unresolved_reason::overridesDisagree : unresolved_reason::targetMissing);
}

void ParcelNameLinker::link(const std::vector<std::int32_t>& communes) {
    const std::size_t count = linking_.table().rowCount;
    std::vector<ParcelName> names(count);
    std::vector<const LinkOverride*> overrides(count, nullptr);
    const bool anyOverridden = overrides_.any(linking_.role(), field);
    for (std::size_t row = 0; row < count; ++row) {
        names[row] = {communes[row], linking_.table().textAt(fields::parcelReferences.sheet, row),
                      linking_.table().textAt(fields::parcelReferences.number, row)};
        if (!anyOverridden || names[row].number.empty()) continue;
        overrides[row] = overrides_.find(linking_.role(), field, rawText(row), linking_.communeCode(communes[row]));
        if (overrides[row] != nullptr) names[row] = decided(*overrides[row]);
    }
    linking_.links().parcel = findParcels(linking_.table(Role::parcels), linking_.linksOf(Role::parcels), names);
    for (std::size_t row = 0; row < count; ++row) {
        std::int32_t& parcel = linking_.links().parcel[row];
        const bool several = parcel == ambiguousParcel;
        if (parcel >= 0) {
            linking_.links().method[row] = overrides[row] != nullptr ? LinkMethod::manualOverride : LinkMethod::key;
            continue;
        }
        parcel = notLinked;
        leaveOpen(row, names[row], overrides[row], several);
    }
}

} // namespace banlang
