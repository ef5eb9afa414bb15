// SPDX-License-Identifier: MIT
#include "layers/export/display_name.h"

#include "layers/export/row_style.h"

#include <algorithm>

namespace banlang {

std::string displayName(const std::vector<AttributeName>& names, const std::string& column, Language language) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const AttributeName& name) { return name.column == column; });
    const Label label = found == names.end() ? classColumnLabel(column) : found->label;
    return label.in(language).empty() ? column : std::string(label.in(language));
}

} // namespace banlang
