// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <stop_token>

namespace banlang::cli {

// What Ctrl-C, SIGTERM and SIGHUP do. The first asks the running verb to stop, which sees it in its progress. Where it is not done
// soon, in the middle of a long call into a library, the process takes away what it has begun to write and ends; so does a second
// signal at once. A store is safe in either case: SQLite takes back what was not finished.

/// Before any other thread is started.
void listenForSignals();
/// For another program that takes this one's place: it gets its signals itself.
void stopListening();

[[nodiscard]] std::stop_token interruption();
/// The signal that asked to stop; 0: none. The exit code is 128 more.
[[nodiscard]] int interruptingSignal();
/// A verb that has more to put away than files, as a store in the middle of an import, says how long it may take.
void allowTimeToStop(std::chrono::milliseconds most);
inline constexpr std::chrono::seconds timeForAStore{10};

} // namespace banlang::cli
