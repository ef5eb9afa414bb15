// SPDX-License-Identifier: MIT
#include "core/model/units/whole_district.h"

#include "core/text/keys.h"
#include "core/text/named_code.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr std::string_view levels[] = {"huyện ", "quận ", "thành phố ", "thị xã ", "tp ", "tp. ", "tx ", "tx. "};

bool isNumber(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The name of the district, told by its own office or by all its communes.
std::string_view nameOf(const District& district) {
    if (district.office.level == OfficeLevel::district && !district.office.name.empty()) return district.office.name;
    const auto names = district.table(Role::communes).column(fields::communes.district);
    const std::size_t count = district.table(Role::communes).rowCount;
    if (count == 0 || !names.present()) return {};
    for (std::size_t row = 1; row < count; ++row) {
        if (names[row] != names[0]) return {};
    }
    return names[0];
}

bool isCalledLikeTheDistrict(const District& district, std::string_view text) {
    const std::string_view name = nameOf(district);
    return !text.empty() && !name.empty() && districtKey(text) == districtKey(name);
}

bool isCommuneName(const FeatureTable& communes, std::string_view text) {
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        if (isSameName(communes.textAt(fields::communes.name, row), text)) return true;
    }
    return false;
}

/// "Thị trấn Phiêng Sương" says that it is none.
bool saysACommune(std::string_view text) {
    return nameKey(text) != lowerCase(text) && !saysDistrict(text);
}

bool isCodeOfWhole(const Office& office, std::string_view digits) {
    if (office.level == OfficeLevel::commune || office.level == OfficeLevel::province) return digits == ownUnitCode(office);
    constexpr std::size_t digitsOfADistrict = 3; // communes have five
    const bool known = office.level == OfficeLevel::district && !office.code.empty();
    return known ? digits == ownUnitCode(office) : digits.size() == digitsOfADistrict;
}

bool isWholeProvince(const Office& office, std::string_view text) {
    if (office.level != OfficeLevel::province || !lowerCase(text).starts_with("tỉnh ")) return false;
    return officeNameKey(office.level, text) == officeNameKey(office.level, office.name);
}

} // namespace

bool saysDistrict(std::string_view text) {
    const std::string lower = lowerCase(text);
    return std::any_of(std::begin(levels), std::end(levels), [&](std::string_view level) { return lower.starts_with(level); });
}

std::string districtKey(std::string_view name) {
    const std::string key = nameKey(name);
    for (const std::string_view prefix : levels) {
        if (key.starts_with(prefix)) return foldedNameKey(std::string_view(key).substr(prefix.size()));
    }
    return foldedNameKey(key);
}

bool namesWholeDistrict(const District& district, std::string_view text) {
    if (!text.empty() && isNumber(text)) return isCodeOfWhole(district.office, text);
    if (isWholeProvince(district.office, text)) return true;
    if (saysACommune(text) || !isCalledLikeTheDistrict(district, text)) return false;
    return saysDistrict(text) || !isCommuneName(district.table(Role::communes), text);
}

bool mayNameWholeDistrict(const District& district, std::string_view text) {
    return !isNumber(text) && !saysACommune(text) && !saysDistrict(text) && isCalledLikeTheDistrict(district, text) &&
           isCommuneName(district.table(Role::communes), text);
}

} // namespace banlang
