// SPDX-License-Identifier: MIT
#include "tests/fuzz/damage.h"

#include "tests/fuzz/bytes.h"
#include "tests/support/soak_round.h"

#include <algorithm>
#include <random>

namespace banlang::fuzz {
namespace {

constexpr std::size_t headerSize = 128;

std::string cutTo(std::string bytes, std::size_t size) {
    bytes.resize(std::min(bytes.size(), size));
    return bytes;
}

/// Turns bits over between two places.
std::string flipped(std::string bytes, std::size_t from, std::size_t to, std::size_t bits, std::uint32_t seed) {
    to = std::min(to, bytes.size());
    if (from >= to) return bytes;
    std::mt19937 draw(seed + 1'000 * test::soakRound());
    for (std::size_t i = 0; i < bits; ++i) {
        char& byte = bytes[from + draw() % (to - from)];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (draw() % 8)));
    }
    return bytes;
}

std::string zeroed(std::string bytes, std::size_t from, std::size_t size) {
    from = std::min(from, bytes.size());
    size = std::min(size, bytes.size() - from);
    const bool zeroAlready = bytes.find_first_not_of('\0', from) >= from + size;
    bytes.replace(from, size, size, zeroAlready ? '\xFF' : '\0');
    return bytes;
}

std::size_t blockOf(const std::string& bytes) {
    return std::clamp<std::size_t>(bytes.size() / 8, 1, 512);
}

std::string blocksExchanged(std::string bytes) {
    const std::size_t block = blockOf(bytes);
    if (bytes.size() < 4 * block) return bytes;
    std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(block), bytes.begin() + static_cast<std::ptrdiff_t>(2 * block),
                     bytes.end() - static_cast<std::ptrdiff_t>(2 * block));
    return bytes;
}

std::string blockTwice(std::string bytes) {
    const std::size_t middle = bytes.size() / 2;
    return bytes.insert(middle, bytes.substr(middle, blockOf(bytes)));
}

Damage flips(const std::string& name, double from, double to, std::size_t bits, std::uint32_t seed) {
    return {name, [=](std::string bytes) {
                const auto size = static_cast<double>(bytes.size());
                return flipped(std::move(bytes), static_cast<std::size_t>(from * size), static_cast<std::size_t>(to * size), bits,
                               seed);
            }};
}

} // namespace

std::vector<Damage> damagesOfAnyFile(std::uint32_t seed) {
    return {{"cut in its header", [](std::string bytes) { return cutTo(std::move(bytes), 7); }},
            {"cut after its header", [](std::string bytes) { return cutTo(std::move(bytes), headerSize); }},
            {"cut in the middle", [](std::string bytes) { return cutTo(bytes, bytes.size() / 2); }},
            {"one byte short", [](std::string bytes) { return cutTo(bytes, bytes.size() - 1); }},
            {"one bit of its header", [seed](std::string bytes) { return flipped(std::move(bytes), 0, headerSize, 1, seed); }},
            {"bits of its header", [seed](std::string bytes) { return flipped(std::move(bytes), 8, headerSize, 12, seed + 1); }},
            flips("bits in the middle", 0.4, 0.6, 16, seed + 2),
            flips("bits at the end", 0.9, 1.0, 16, seed + 3),
            flips("bits everywhere", 0.0, 1.0, 200, seed + 4),
            {"zeros in the middle", [](std::string bytes) { return zeroed(bytes, bytes.size() / 2, 4'096); }},
            {"zeros after its first bytes", [](std::string bytes) { return zeroed(std::move(bytes), 32, 64); }},
            {"blocks exchanged", blocksExchanged},
            {"a block twice", blockTwice}};
}

std::vector<Damage> damagesOfSidecars(std::uint32_t seed) {
    return {{"cut in its header", [](std::string bytes) { return cutTo(std::move(bytes), 20); }},
            {"cut in the middle", [](std::string bytes) { return cutTo(bytes, bytes.size() / 2); }},
            {"bits of its header", [seed](std::string bytes) { return flipped(std::move(bytes), 0, headerSize, 12, seed); }},
            flips("bits everywhere", 0.0, 1.0, 200, seed + 1),
            {"zeros in the middle", [](std::string bytes) { return zeroed(bytes, bytes.size() / 2, 1'024); }},
            {"a block twice", blockTwice}};
}

Damage numberAt(const std::string& name, std::size_t at, std::uint64_t value, std::size_t size, bool bigEndian) {
    return {name, [=](std::string bytes) {
                (bigEndian ? putBig : putLittle)(bytes, at, value, size);
                return bytes;
            }};
}

Damage textReplaced(const std::string& name, const std::string& from, const std::string& to) {
    return {name, [=](std::string bytes) {
                std::string result;
                std::size_t start = 0;
                for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, start)) {
                    result.append(bytes, start, at - start).append(to);
                    start = at + from.size();
                }
                return result.append(bytes, start);
            }};
}

} // namespace banlang::fuzz
