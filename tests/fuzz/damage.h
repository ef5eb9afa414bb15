// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace banlang::fuzz {

/// One way to spoil a file.
struct Damage {
    std::string name;
    std::function<std::string(std::string)> apply;
};

/// What happens to any file on its way: cut short, bits turned over, blocks lost, exchanged or written twice. The same seed spoils
/// the same bits.
[[nodiscard]] std::vector<Damage> damagesOfAnyFile(std::uint32_t seed);

/// The few of them that are worth trying on a part that is not the main file.
[[nodiscard]] std::vector<Damage> damagesOfSidecars(std::uint32_t seed);

/// Writes numbers at fixed places of a header.
[[nodiscard]] Damage numberAt(const std::string& name, std::size_t at, std::uint64_t value, std::size_t size,
                              bool bigEndian = false);

/// Every place where `from` stands is given `to`; for formats that are text.
[[nodiscard]] Damage textReplaced(const std::string& name, const std::string& from, const std::string& to);

} // namespace banlang::fuzz
