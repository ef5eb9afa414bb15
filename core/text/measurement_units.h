// SPDX-License-Identifier: MIT
#pragma once

#include "core/text/numbers.h"

#include <optional>
#include <string_view>

namespace banlang {

enum class Quantity : std::uint8_t { areaM2, moneyVnd, lengthM, weightT };

/// A unit as offices write it, and what one of it is in the store's unit. 1 sào = 360 m² = 15 thước (Bắc Bộ), 1 mẫu = 10 sào.
struct MeasurementUnit {
    Quantity quantity = Quantity::areaM2;
    double factor = 1;
    std::string_view name; ///< as shown: "triệu đồng", "ha", "sào"
};

/// What a field of the store holds, told from its name: area_m2, loan_vnd, from_m, cement_ordered_t.
[[nodiscard]] std::optional<Quantity> quantityOfField(std::string_view fieldName);

/// The unit that a header or a note names: "Diện tích (ha)", "ĐVT: triệu đồng", "Kinh phí (tr.đ)". Nothing when it names none;
/// never another quantity than the one asked for.
[[nodiscard]] std::optional<MeasurementUnit> measurementUnitInText(std::string_view text, Quantity quantity);

/// A value that may carry units of its own: "2 sào 5 thước", "1,2 ha", "60 triệu", "438.577 m2". `unitless` is what a bare number
/// means. In the unit of the quantity. Nothing for anything else.
[[nodiscard]] std::optional<double> parseQuantity(std::string_view text, DecimalMark mark, const MeasurementUnit& unitless);

} // namespace banlang
