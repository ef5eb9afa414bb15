// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "viewer/import/link_review.h"

#include <string>

namespace banlang::viewer {

/// A store that another thread reads, so that window and fonts can be made meanwhile.
struct OpeningStore {
    std::string path;
    BackgroundTask<Result<OpenedStore>> store;
};
[[nodiscard]] OpeningStore startOpening(std::string path);

} // namespace banlang::viewer
