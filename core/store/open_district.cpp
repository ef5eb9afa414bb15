// SPDX-License-Identifier: MIT
#include "core/link/link.h"
#include "core/store/store.h"

namespace banlang {

Result<District> openDistrict(const std::string& path, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    BANLANG_TRY(district, store.read(progress));
    BANLANG_TRY(decisions, store.linkDecisions());
    (void)linkDistrict(district, decisions);
    return std::move(district);
}

} // namespace banlang
