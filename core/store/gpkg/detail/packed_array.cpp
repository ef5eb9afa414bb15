// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/packed_array.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

namespace banlang::detail {
namespace {

static_assert(std::endian::native == std::endian::little, "the store keeps arrays as they lie in little-endian memory");

template <class Number> Number numberAt(std::span<const std::byte> bytes, std::size_t index) {
    Number number;
    std::memcpy(&number, bytes.data() + index * sizeof(Number), sizeof(Number));
    return number;
}
template <class Number> void put(std::byte* at, Number number) {
    std::memcpy(at, &number, sizeof(Number));
}

struct Scale {
    Packing packing;
    double perUnit;
};
constexpr std::array scales = {Scale{Packing::whole, 1}, Scale{Packing::hundredths, 100}, Scale{Packing::thousandths, 1'000}};

/// Differences are stored as signed numbers around the middle of their range, which processors turn into doubles side by side.
constexpr double middle = 2'147'483'648.0;

double decimal(double lowest, std::int32_t aboveMiddle, double perUnit) {
    return ((lowest + middle) + static_cast<double>(aboveMiddle)) / perUnit;
}

bool isConstant(std::span<const std::byte> elements, std::size_t elementSize) {
    return std::memcmp(elements.data(), elements.data() + elementSize, elements.size() - elementSize) == 0;
}

std::optional<std::vector<std::byte>> packedSteps(std::span<const std::byte> elements) {
    const std::size_t count = elements.size() / sizeof(std::uint32_t);
    std::vector<std::byte> bytes(sizeof(std::uint32_t) + count - 1);
    auto last = numberAt<std::uint32_t>(elements, 0);
    put(bytes.data(), last);
    for (std::size_t i = 1; i < count; ++i) {
        const auto next = numberAt<std::uint32_t>(elements, i);
        if (next - last > 0xFF) return std::nullopt;
        bytes[sizeof(std::uint32_t) + i - 1] = static_cast<std::byte>(next - last);
        last = next;
    }
    return bytes;
}

std::optional<std::vector<std::byte>> packedDecimals(std::span<const std::byte> elements, double perUnit) {
    constexpr double exactLimit = 4e15;
    const std::size_t count = elements.size() / sizeof(double);
    double lowest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < count; ++i) {
        const double units = std::nearbyint(numberAt<double>(elements, i) * perUnit);
        if (!(std::abs(units) < exactLimit)) return std::nullopt;
        lowest = std::min(lowest, units);
    }
    std::vector<std::byte> bytes(sizeof(double) + count * sizeof(std::int32_t));
    put(bytes.data(), lowest);
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = numberAt<double>(elements, i);
        const double above = std::nearbyint(value * perUnit) - lowest - middle;
        if (above > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
        const auto stored = static_cast<std::int32_t>(above);
        if (std::bit_cast<std::uint64_t>(decimal(lowest, stored, perUnit)) != std::bit_cast<std::uint64_t>(value))
            return std::nullopt;
        put(bytes.data() + sizeof(double) + i * sizeof(std::int32_t), stored);
    }
    return bytes;
}

bool unpackConstant(std::span<const std::byte> packed, std::size_t elementSize, std::span<std::byte> elements) {
    if (packed.size() != elementSize) return false;
    for (std::size_t at = 0; at < elements.size(); at += elementSize) std::memcpy(&elements[at], packed.data(), elementSize);
    return true;
}

bool unpackSteps(std::span<const std::byte> packed, std::span<std::byte> elements) {
    const std::size_t count = elements.size() / sizeof(std::uint32_t);
    if (packed.size() != sizeof(std::uint32_t) + count - 1) return false;
    auto value = numberAt<std::uint32_t>(packed, 0);
    put(elements.data(), value);
    for (std::size_t i = 1; i < count; ++i) {
        value += std::to_integer<std::uint32_t>(packed[sizeof(std::uint32_t) + i - 1]);
        put(elements.data() + i * sizeof(std::uint32_t), value);
    }
    return true;
}

bool unpackDecimals(std::span<const std::byte> packed, double perUnit, std::span<std::byte> elements) {
    const std::size_t count = elements.size() / sizeof(double);
    if (packed.size() != sizeof(double) + count * sizeof(std::int32_t)) return false;
    const auto lowest = numberAt<double>(packed, 0);
    const auto above = packed.subspan(sizeof(double));
    for (std::size_t i = 0; i < count; ++i)
        put(elements.data() + i * sizeof(double), decimal(lowest, numberAt<std::int32_t>(above, i), perUnit));
    return true;
}

} // namespace

PackedChunk pack(std::span<const std::byte> elements, std::size_t elementSize) {
    if (elements.empty()) return {};
    if (isConstant(elements, elementSize))
        return {Packing::constant, {elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(elementSize)}};
    if (elementSize == sizeof(std::uint32_t)) {
        if (auto bytes = packedSteps(elements)) return {Packing::steps, std::move(*bytes)};
    }
    if (elementSize == sizeof(double)) {
        for (const Scale& scale : scales) {
            if (auto bytes = packedDecimals(elements, scale.perUnit)) return {scale.packing, std::move(*bytes)};
        }
    }
    return {Packing::raw, {elements.begin(), elements.end()}};
}

std::optional<std::size_t> packedSize(Packing packing, std::size_t count, std::size_t elementSize) {
    switch (packing) {
    case Packing::raw:
        return count * elementSize;
    case Packing::constant:
        return elementSize;
    case Packing::steps:
        if (elementSize != sizeof(std::uint32_t) || count == 0) return std::nullopt;
        return sizeof(std::uint32_t) + count - 1;
    case Packing::whole:
    case Packing::hundredths:
    case Packing::thousandths:
        if (elementSize != sizeof(double)) return std::nullopt;
        return sizeof(double) + count * sizeof(std::int32_t);
    }
    return std::nullopt;
}

bool unpack(Packing packing, std::span<const std::byte> packed, std::size_t elementSize, std::span<std::byte> elements) {
    if (elements.empty()) return packed.empty();
    switch (packing) {
    case Packing::raw:
        if (packed.size() != elements.size()) return false;
        std::memcpy(elements.data(), packed.data(), packed.size());
        return true;
    case Packing::constant:
        return unpackConstant(packed, elementSize, elements);
    case Packing::steps:
        return elementSize == sizeof(std::uint32_t) && unpackSteps(packed, elements);
    case Packing::whole:
    case Packing::hundredths:
    case Packing::thousandths:
        break;
    }
    const auto* const scale = std::find_if(scales.begin(), scales.end(), [&](const Scale& one) { return one.packing == packing; });
    return scale != scales.end() && elementSize == sizeof(double) && unpackDecimals(packed, scale->perUnit, elements);
}

} // namespace banlang::detail
