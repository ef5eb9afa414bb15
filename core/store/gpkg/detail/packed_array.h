// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace banlang::detail {

/// How the elements of a chunk lie in the store. The numbers are stored, so they never change; little-endian throughout.
enum class Packing : std::uint8_t {
    raw = 0,         ///< as in memory
    constant = 1,    ///< one element: all are alike
    steps = 2,       ///< 4-byte integers: the first one, then the rise to each next one in a byte
    whole = 3,       ///< doubles that are whole numbers: the lowest (8 bytes), then how far each is above it (4 bytes)
    hundredths = 4,  ///< the same of hundredths: coordinates to a centimetre
    thousandths = 5, ///< the same of thousandths: coordinates to a millimetre
};

struct PackedChunk {
    Packing packing = Packing::raw;
    std::vector<std::byte> bytes;
};

/// Packs elements of 1, 4 or 8 bytes (8: doubles) in the smallest way that gives back every bit.
[[nodiscard]] PackedChunk pack(std::span<const std::byte> elements, std::size_t elementSize);

/// How many bytes so many elements take; nothing for a packing that is none, or not of elements of this size.
[[nodiscard]] std::optional<std::size_t> packedSize(Packing packing, std::size_t count, std::size_t elementSize);

/// Fills `elements`; false when the packed bytes do not fit them.
[[nodiscard]] bool unpack(Packing packing, std::span<const std::byte> packed, std::size_t elementSize,
                          std::span<std::byte> elements);

} // namespace banlang::detail
