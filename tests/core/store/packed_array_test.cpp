// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/packed_array.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

namespace banlang::detail {
namespace {

template <class Number> PackedChunk packed(const std::vector<Number>& numbers) {
    return pack(std::as_bytes(std::span(numbers)), sizeof(Number));
}

/// The numbers bit by bit, as they come back.
template <class Number> bool comesBack(const std::vector<Number>& numbers) {
    const PackedChunk chunk = packed(numbers);
    std::vector<Number> unpacked(numbers.size());
    return unpack(chunk.packing, chunk.bytes, sizeof(Number), std::as_writable_bytes(std::span(unpacked))) &&
           std::memcmp(numbers.data(), unpacked.data(), numbers.size() * sizeof(Number)) == 0;
}

TEST(PackedArray, CoordinatesToTheCentimetreOrMillimetreTakeFourBytes) {
    const std::vector<double> centimetres = {446603.52, 2545085.6, 446605.75, 2545088.18};
    EXPECT_EQ(packed(centimetres).packing, Packing::hundredths);
    EXPECT_EQ(packed(centimetres).bytes.size(), 8 + 4 * centimetres.size());
    EXPECT_TRUE(comesBack(centimetres));
    const std::vector<double> millimetres = {446603.521, 2545085.6, 446605.75, 2545088.187};
    EXPECT_EQ(packed(millimetres).packing, Packing::thousandths);
    EXPECT_TRUE(comesBack(millimetres));
    const std::vector<double> areas = {938, 1046, 1024, -3};
    EXPECT_EQ(packed(areas).packing, Packing::whole);
    EXPECT_TRUE(comesBack(areas));
}

TEST(PackedArray, WhatIsNoSuchDecimalKeepsEveryBit) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<std::vector<double>> cases = {{446603.5212345, 2.5}, {0.1 + 0.2, 0.3}, {1, nan}, {0.0, -0.0},
                                                    {infinity, 1},         {1e300, 1},       {0, 5e9}, {5e-324, 0}};
    for (const auto& numbers : cases) {
        EXPECT_EQ(packed(numbers).packing, Packing::raw) << numbers[0];
        EXPECT_TRUE(comesBack(numbers)) << numbers[0];
    }
}

TEST(PackedArray, OffsetsAreKeptAsStepsWhileTheyAreShort) {
    EXPECT_EQ(packed<std::uint32_t>({7, 12, 12, 267}).packing, Packing::steps);
    EXPECT_TRUE(comesBack<std::uint32_t>({7, 12, 12, 267}));
    EXPECT_EQ(packed<std::uint32_t>({7, 12, 268}).packing, Packing::raw);
    EXPECT_TRUE(comesBack<std::uint32_t>({7, 12, 268}));
    EXPECT_TRUE(comesBack<std::int32_t>({-1, 4, 100'000, -1}));
}

TEST(PackedArray, WhatIsAlikeIsKeptOnce) {
    const std::vector<double> missing(1'000, std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(packed(missing).bytes.size(), sizeof(double));
    EXPECT_TRUE(comesBack(missing));
    EXPECT_TRUE(comesBack(std::vector<std::uint8_t>(9, 3)));
    EXPECT_TRUE(comesBack<std::uint8_t>({3}));
}

TEST(PackedArray, BytesThatDoNotFitAreRefused) {
    std::vector<double> room(4);
    const auto elements = std::as_writable_bytes(std::span(room));
    for (const Packing packing : {Packing::raw, Packing::constant, Packing::steps, Packing::whole, Packing::hundredths,
                                  Packing::thousandths, static_cast<Packing>(99)}) {
        EXPECT_FALSE(unpack(packing, std::vector<std::byte>(31), sizeof(double), elements));
        EXPECT_FALSE(unpack(packing, {}, sizeof(double), elements));
    }
}

} // namespace
} // namespace banlang::detail
