// SPDX-License-Identifier: MIT
#include "core/model/units/provinces.h"

#include "core/model/detail/shipped_rows.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace banlang {
namespace {

std::optional<int> wholeNumber(std::string_view digits) {
    int value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stopped, failure] = std::from_chars(digits.data(), end, value);
    return failure == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

/// "105°30'" is 105.5; a decimal point would read 105.30 in two ways.
std::optional<double> degreesOf(std::string_view text) {
    constexpr std::string_view degreeSign = "°";
    const std::size_t sign = text.find(degreeSign);
    if (sign == std::string_view::npos) return std::nullopt;
    std::string_view minutes = text.substr(sign + degreeSign.size());
    if (minutes.ends_with('\'')) minutes.remove_suffix(1);
    const auto wholeDegrees = wholeNumber(text.substr(0, sign));
    const auto wholeMinutes = minutes.empty() ? std::optional(0) : wholeNumber(minutes);
    if (!wholeDegrees || !wholeMinutes) return std::nullopt;
    return *wholeDegrees + *wholeMinutes / 60.0;
}

void addMeridians(std::span<const Province> provinces, const Province& province, std::set<double>& meridians) {
    if (province.centralMeridianDeg) meridians.insert(*province.centralMeridianDeg);
    if (province.madeOf.empty()) return;
    const Date dayBefore{province.validFrom.daysSince1970 - 1};
    for (const std::string_view code : province.madeOf) {
        if (const Province* before = provinceOn(provinces, code, dayBefore)) addMeridians(provinces, *before, meridians);
    }
}

} // namespace

std::vector<Province> shippedProvinces() {
    std::vector<Province> provinces;
    detail::eachShippedRow("provinces.csv", ',', [&](const detail::ShippedCells& cells) {
        provinces.push_back({cells[0], cells[1], cells[2], detail::shippedDate(cells[3]), detail::shippedDate(cells[4]),
                             degreesOf(cells[5]), cells[6] == "verified", detail::partsOf(cells[7], '|')});
    });
    return provinces;
}

const Province* provinceOn(std::span<const Province> provinces, std::string_view code, Date day) {
    const auto found = std::find_if(provinces.begin(), provinces.end(), [&](const Province& province) {
        return province.code == code && (!province.validFrom.known() || province.validFrom <= day) && day < province.validTo;
    });
    return found == provinces.end() ? nullptr : &*found;
}

std::vector<double> meridiansOf(std::span<const Province> provinces, const Province& province) {
    std::set<double> meridians;
    addMeridians(provinces, province, meridians);
    return {meridians.begin(), meridians.end()};
}

} // namespace banlang
