// SPDX-License-Identifier: MIT
#include "viewer/results/product.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace banlang::viewer {
namespace {

/// Whoever plans the work wrote a wrong key; no figure may come of it.
[[noreturn]] void end(std::string_view key, std::string_view why) {
    fmt::print(stderr, "The result {} {}.\n", key, why);
    std::abort();
}

} // namespace

void Product::endForWrongType(std::string_view key) {
    end(key, "was made as another type than it is read as");
}

const Product& JobInputs::product(const std::string& key) const {
    const auto found = products_.find(key);
    if (found == products_.end()) end(key, "is none of those that the job is made of");
    return found->second;
}

} // namespace banlang::viewer
