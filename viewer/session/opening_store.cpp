// SPDX-License-Identifier: MIT
#include "viewer/session/opening_store.h"

#include <utility>

namespace banlang::viewer {

OpeningStore startOpening(std::string path) {
    BackgroundTask<Result<OpenedStore>> store("open-store", ThreadPriority::normal, [path] { return openStoreToShow(path); });
    return {std::move(path), std::move(store)};
}

} // namespace banlang::viewer
