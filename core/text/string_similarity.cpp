// SPDX-License-Identifier: MIT
#include "core/text/string_similarity.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace banlang {
namespace {

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

double similarity(std::string_view a, std::string_view b) {
    const std::size_t longest = std::max(a.size(), b.size());
    return longest == 0 ? 0 : 1 - static_cast<double>(editDistance(a, b)) / static_cast<double>(longest);
}

} // namespace banlang
