// SPDX-License-Identifier: MIT
#include "core/link/link.h"

#include "core/link/place_linker.h"
#include "core/link/text_linker.h"
#include "core/model/units/admin_unit_validity.h"

namespace banlang {
namespace {

/// One per row, known or not.
std::vector<Date> daysOf(const District& district, Role role) {
    std::vector<Date> days = effectiveDates(district.table(role), role);
    days.resize(district.table(role).rowCount);
    return days;
}

std::vector<TableLinkReport> linkInto(const District& district, DistrictLinks& links, std::span<const LinkOverride> linkOverrides) {
    const LinkOverrideIndex overrides(linkOverrides);
    LinkTargets targets(district, links);
    const bool dated =
        targets.communeVersions().dated() || targets.villageVersions().dated() || targets.named(Role::communes).recycled().any();
    std::vector<TableLinkReport> reports;
    // What others refer to comes first.
    for (const RecordKind& kind : recordKinds()) {
        TableLinking linking(district, links, kind, dated ? daysOf(district, kind.role) : std::vector<Date>());
        TextLinker(linking, targets, overrides).link();
        PlaceLinker(linking, targets, overrides).link();
        reports.push_back(linking.report());
    }
    return reports;
}

} // namespace

std::vector<TableLinkReport> linkDistrict(District& district, std::span<const LinkOverride> linkOverrides) {
    endSupersededAdminUnits(district);
    district.derived.forget();
    return linkInto(district, district.links.own(), linkOverrides);
}

std::vector<TableLinkReport> reviewLinks(const District& district, std::span<const LinkOverride> linkOverrides) {
    DistrictLinks links;
    return linkInto(district, links, linkOverrides);
}

std::string_view name(LinkMethod method) {
    switch (method) {
    case LinkMethod::key:
        return "key";
    case LinkMethod::code:
        return "code";
    case LinkMethod::name:
        return "name";
    case LinkMethod::foldedName:
        return "folded-name";
    case LinkMethod::place:
        return "place";
    case LinkMethod::headOfHousehold:
        return "head-of-household";
    case LinkMethod::manualOverride:
        return "decision";
    case LinkMethod::none:
        break;
    }
    return "none";
}

} // namespace banlang
