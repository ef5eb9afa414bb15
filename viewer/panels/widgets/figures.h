// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/widgets/ui.h"

#include <optional>
#include <string>
#include <string_view>

namespace banlang::viewer {

// Figures of analyses as people write them. Money is told in millions.

/// A unit after a number, or in a column's title; empty for a count.
[[nodiscard]] std::string_view unitWord(const Ui& ui, std::string_view unit);
/// The number alone.
[[nodiscard]] std::string amountText(const Ui& ui, double value, std::string_view unit);
/// The number with its unit; "chưa báo cáo" for none.
[[nodiscard]] std::string figureText(const Ui& ui, const std::optional<double>& value, std::string_view unit);

} // namespace banlang::viewer
