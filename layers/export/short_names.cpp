// SPDX-License-Identifier: MIT
#include "layers/export/short_names.h"

#include "core/text/keys.h"

#include <set>

namespace banlang {

std::vector<std::string> shortNames(const std::vector<std::string>& names) {
    constexpr std::size_t limit = 10;
    std::set<std::string> taken;
    std::vector<std::string> result;
    for (const std::string& name : names) {
        const std::string plain = headerKey(name);
        std::string candidate = plain.substr(0, limit);
        for (int n = 1; !taken.insert(candidate).second; ++n) {
            const std::string number = std::to_string(n);
            candidate = plain.substr(0, limit - number.size()) + number;
        }
        result.push_back(candidate);
    }
    return result;
}

} // namespace banlang
