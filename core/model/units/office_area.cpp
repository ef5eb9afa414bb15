// SPDX-License-Identifier: MIT
#include "core/model/units/office_area.h"

#include <algorithm>

namespace banlang {
namespace {

std::ptrdiff_t standingCommunes(const FeatureTable& communes) {
    const auto ended = communes.column(fields::communes.validTo);
    const auto count = static_cast<std::ptrdiff_t>(communes.rowCount);
    if (!ended.present()) return count;
    std::ptrdiff_t standing = 0;
    for (std::size_t row = 0; row < communes.rowCount; ++row) standing += ended[row].known() ? 0 : 1;
    return standing == 0 ? count : standing;
}

bool isOwnArea(const District& district) {
    switch (district.office.level) {
    case OfficeLevel::commune:
        return standingCommunes(district.table(Role::communes)) <= 1;
    case OfficeLevel::district:
    case OfficeLevel::province:
        return true;
    default:
        return false;
    }
}

} // namespace

OfficeWords areaWords(const District& district) {
    return isOwnArea(district) ? officeWords(district.office) : neutralWords();
}

std::string areaName(const District& district) {
    return isOwnArea(district) ? fullName(district.office) : std::string();
}

} // namespace banlang
