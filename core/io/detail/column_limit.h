// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <fmt/format.h>

namespace banlang::detail {

/// No table of an office comes near.
inline constexpr int mostColumns = 2'000;

[[nodiscard]] inline Error tooManyColumns(ErrorPlace where) {
    return {ErrorKind::inputUnreadable,
            "too-many-columns",
            {fmt::format("Bảng có hơn {} cột", mostColumns), fmt::format("The table has more than {} columns", mostColumns)},
            {"Tệp hỏng, hoặc không phải là bảng: mở lại rồi lưu lại, chỉ giữ các cột cần dùng",
             "The file is damaged or no table: open it and save it again with the columns that are needed"},
            std::move(where)};
}

} // namespace banlang::detail
