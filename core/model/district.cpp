// SPDX-License-Identifier: MIT
#include "core/model/district.h"

#include <utility>

namespace banlang {

Role targetOf(Reference reference) {
    switch (reference) {
    case Reference::none:
    case Reference::commune:
        return Role::communes;
    case Reference::village:
        return Role::villages;
    case Reference::road:
        return Role::roads;
    case Reference::parcelSheet:
    case Reference::parcelNumber:
        return Role::parcels;
    case Reference::household:
    case Reference::householdHead:
        return Role::households;
    case Reference::garden:
        return Role::gardens;
    case Reference::house:
        return Role::houses;
    case Reference::roadWork:
        break;
    }
    return Role::roadWorks;
}

const std::vector<std::int32_t>& linksTo(const TableLinks& links, Reference reference) {
    switch (targetOf(reference)) {
    case Role::communes:
        return links.commune;
    case Role::villages:
        return links.village;
    case Role::roads:
        return links.road;
    case Role::parcels:
        return links.parcel;
    case Role::households:
        return links.household;
    case Role::gardens:
        return links.garden;
    case Role::houses:
        return links.house;
    default:
        return links.roadWork;
    }
}

std::vector<std::int32_t>& linksTo(TableLinks& links, Reference reference) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the links themselves are not const
    return const_cast<std::vector<std::int32_t>&>(linksTo(std::as_const(links), reference));
}

District emptyDistrict(int epsg) {
    District district;
    district.epsg = epsg;
    for (const RecordKind& kind : recordKinds()) district.table(kind.role) = emptyTable(kind.role);
    return district;
}

std::string_view ownName(const FeatureTable& records, std::size_t row) {
    const Column* names = records.columnNamed(fields::named.name.name);
    return names == nullptr ? std::string_view{} : names->text[row];
}

std::string fullName(const FeatureTable& units, std::size_t row) {
    // Roads are looked up as units are, by a name, and have no kind.
    const Column* kinds = units.columnNamed(fields::units.kind.name);
    const std::string_view kind = kinds == nullptr ? std::string_view{} : kinds->text[row];
    const std::string_view name = ownName(units, row);
    if (kind.empty() || name.starts_with(kind)) return std::string(name);
    return std::string(kind) + " " + std::string(name);
}

} // namespace banlang
