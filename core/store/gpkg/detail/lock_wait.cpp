// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/lock_wait.h"

#include "core/store/gpkg/detail/lock_holders.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace banlang::detail {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 20ms; ///< Esc and Ctrl-C are to work at once
constexpr auto forAnyProgram = 5s;
constexpr auto forBanlang = 15min;
constexpr auto forThisProcess = 30s; ///< another thread is done by then; a mistake of this one would never be
constexpr auto betweenQuestions = 500ms;

} // namespace

void LockWait::attachTo(sqlite3* database) {
    sqlite3_busy_handler(
        database, [](void* self, int attempt) { return static_cast<LockWait*>(self)->goesOn(attempt) ? 1 : 0; }, this);
}

bool LockWait::goesOn(int attempt) {
    const auto now = std::chrono::steady_clock::now();
    if (attempt == 0) begun_ = asked_ = now;
    if (progress_.shouldStop()) return false;
    if (now - asked_ > betweenQuestions) {
        asked_ = now;
        const std::vector<std::string> holders = lockHolders(path_);
        ownThread_ = holders.empty() && isLockedHere(path_);
        const auto ours =
            std::find_if(holders.begin(), holders.end(), [](const std::string& one) { return one.starts_with("banlang"); });
        worthIt_ = ours != holders.end() || ownThread_;
        if (ours != holders.end())
            progress_.tell(0, {fmt::format("Chờ {} ghi xong", *ours), fmt::format("Waiting for {} to finish writing", *ours)});
    }
    const auto waited = now - begun_;
    const auto most = !worthIt_ ? forAnyProgram : ownThread_ ? forThisProcess : forBanlang;
    if (waited > most) return false;
    std::this_thread::sleep_for(pause);
    return true;
}

} // namespace banlang::detail
