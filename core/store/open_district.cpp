// SPDX-License-Identifier: MIT
#include "core/link/link.h"
#include "core/model/unit_versions.h"
#include "core/store/store.h"

namespace banlang {

Result<District> openDistrict(const std::string& path, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    BANLANG_TRY(district, store.read(progress));
    endSupersededUnits(district);
    (void)linkDistrict(district);
    return std::move(district);
}

} // namespace banlang
