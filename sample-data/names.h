// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// Invented names in the manner of the northern highlands. No commune, village or person of these names is meant.

namespace banlang::sample {

[[nodiscard]] std::string districtName(std::size_t index);
/// Unique for each index; the town takes its district's name instead.
[[nodiscard]] std::string communeName(std::size_t index);
/// Unique within a few hundred of each other, so unique within a commune; the same name may come back in another district.
[[nodiscard]] std::string villageName(std::size_t index);
[[nodiscard]] std::string riverName(std::size_t rank, double widthM);
[[nodiscard]] std::string personName(std::uint64_t seed, std::uint64_t household);

} // namespace banlang::sample
