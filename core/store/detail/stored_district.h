// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/model/district.h"
#include "core/store/file/detail/store_file.h"

namespace banlang::detail {

/// The rows of a store as a district, and the copy of its tables and links that is kept beside them.
class StoredDistrict {
public:
    explicit StoredDistrict(const StoreFile& file) : file_(file) {} ///< refers to it
    /// All that counts; links are not filled.
    [[nodiscard]] Result<District> read(const Progress& progress) const;
    /// The same with all links, from the copy where that is current.
    [[nodiscard]] Result<District> readLinked(const Progress& progress) const;
    /// Brings the copy up to date, in a transaction of its own.
    [[nodiscard]] Result<void> renewCopy(const Progress& progress) const;

private:
    [[nodiscard]] Result<void> link(District& district) const;

    const StoreFile& file_;
};

} // namespace banlang::detail
