// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace banlang::sample {

struct ZipMember {
    std::string name;
    std::string bytes;
    bool packed = true;
};

/// All members carry the same hour, so that the same members give the same bytes.
[[nodiscard]] Result<void> writeZip(const std::string& path, const std::vector<ZipMember>& members);

} // namespace banlang::sample
