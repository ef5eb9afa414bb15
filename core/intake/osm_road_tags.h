// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace banlang {

/// The management class (QL, ĐT, ĐH, ĐX, ĐTh, NX, NĐ) of an OpenStreetMap highway value, or of a class written without accents.
/// Nothing for a word that is unknown.
[[nodiscard]] std::optional<std::string_view> managementClassOf(std::string_view word);

/// The surface in the store's words of an OpenStreetMap surface value. Nothing for a word that is unknown.
[[nodiscard]] std::optional<std::string_view> surfaceOf(std::string_view word);

} // namespace banlang
