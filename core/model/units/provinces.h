// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Provinces by time, and in which VN-2000 zones they keep their maps: core/model/data/provinces.csv.

namespace banlang {

/// A province as it was from `validFrom` (no date: always) until before `validTo` (no date: still is).
struct Province {
    std::string_view code;
    std::string_view name; ///< without "Tỉnh" and "Thành phố"
    std::string_view kind;
    Date validFrom;
    Date validTo;
    std::optional<double> centralMeridianDeg; ///< none for a province that was made of others: it has theirs
    bool meridianVerified = false;
    std::vector<std::string_view> madeOf; ///< codes of provinces that ended when it began
};

/// By code, then by time. Parses 5 KB of text: some 20 microseconds.
[[nodiscard]] std::vector<Province> shippedProvinces();

/// The province that bears a code on a day; null when there is none. Refers to `provinces`.
[[nodiscard]] const Province* provinceOn(std::span<const Province> provinces, std::string_view code, Date day);

/// Central meridians in which maps of a province may be drawn, in degrees, rising: one, or those of all that it was made of.
[[nodiscard]] std::vector<double> meridiansOf(std::span<const Province> provinces, const Province& province);

} // namespace banlang
