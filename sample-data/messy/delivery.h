// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "sample-data/table_rows.h"

#include <string>

namespace banlang::sample {

/// One layer or sheet of a file that was written, as truth/files.csv tells it.
struct DeliveredLayer {
    std::string file; ///< from the folder of the district, with slashes
    std::string layer;
    std::string_view role; ///< id of the kind, "none" for what is to be passed over
    std::string encoding = "UTF-8";
    std::string crs; ///< what the coordinates truly are
    std::size_t rows = 0;
    std::string mess; ///< what is wrong or odd about it, English
};

/// The folder that goes out, and the lists of what is in it.
struct Delivery {
    explicit Delivery(std::string outputFolder);

    std::string folder;
    FeatureTable files;
    FeatureTable refused;    ///< file, why
    FeatureTable unreadable; ///< role, key, why: rows that nobody could load
    FeatureTable upperCased; ///< role, key, field: texts whose letters arrive as capitals

    /// Where a file is to be written; its folder is made.
    [[nodiscard]] std::string pathOf(const std::string& file) const;
    void add(const DeliveredLayer& layer);
};

/// The hour that packed files carry, 8:00 on 18/5/2022, so that the same rows give the same bytes.
inline constexpr std::int64_t deliveredAt = 1'652'860'800;

/// A whole file of bytes.
[[nodiscard]] Result<void> writeBytes(const std::string& path, std::string_view bytes);
[[nodiscard]] Result<std::string> readBytes(const std::string& path);
[[nodiscard]] Error cannotWrite(const std::string& path);

} // namespace banlang::sample
