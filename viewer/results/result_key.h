// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace banlang::viewer {

/// Names one result: a text that no other result bears, and the type of what is made under it.
template <class T> struct ResultKey {
    std::string text; ///< says what is made and of what
};

/// The texts of keys, for what waits for results of several types.
template <class... T> [[nodiscard]] std::vector<std::string> textsOf(const ResultKey<T>&... keys) {
    return {keys.text...};
}

} // namespace banlang::viewer
