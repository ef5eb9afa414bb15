// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

/// Whether a name is written as names are: every word begins with a capital and none of two letters or more is all capitals.
[[nodiscard]] bool isInNameCase(std::string_view name);

/// "KHUỔI TRĂNG", "Pù LAY" and "khuổi trăng" as "Khuổi Trăng", "Pù Lay".
[[nodiscard]] std::string inNameCase(std::string_view name);

/// With a capital in front, the rest as it is: "đặc khu Phú Quốc" as "Đặc khu Phú Quốc".
[[nodiscard]] std::string withCapital(std::string_view text);

} // namespace banlang
