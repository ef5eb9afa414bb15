// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdlib>

namespace banlang::test {

/// `script/test --soak` runs the tests that draw at random again and again, each round with other draws. 0 outside it: always the
/// same.
inline std::uint32_t soakRound() {
    const char* const round = std::getenv("BANLANG_SOAK_ROUND"); // NOLINT(concurrency-mt-unsafe)
    return round == nullptr ? 0 : static_cast<std::uint32_t>(std::strtoul(round, nullptr, 10));
}

} // namespace banlang::test
