// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace banlang {

// The only place that starts threads. Loops share one pool (oneTBB) as large as the machine, so that loops within loops never use
// more threads than there are cores. What is no loop, because it waits for a person, a signal or a file for seconds, would hold a
// thread of that pool for as long; it gets a `Thread` or a `BackgroundTask` of its own. A build without oneTBB (for
// ThreadSanitizer, which does not see through it) uses standard threads.

/// Who goes first where more threads want to work than there are cores. A thread keeps its priority for good: the system lets
/// nobody take a step back again.
enum class ThreadPriority {
    normal,
    background, ///< behind the thread that draws
    idle, ///< while hardly anybody else wants the core; still gets on where others never rest, for somebody may come to wait for it
};

/// How many ranges can run at the same time on this machine; at least 1.
[[nodiscard]] std::size_t workerCount();

/// Part of a loop: the items from `begin` up to `end`.
using RangeBody = std::function<void(std::size_t begin, std::size_t end)>;

/// Calls body(begin, end) for consecutive ranges of `grain` items that together cover [0, count), on all cores, and returns when
/// all are done. Ranges begin in rising order but run beside each other and end in any, so results must not depend on it; where a
/// range ends depends on `count` and `grain` alone. While it waits for others the calling thread takes up ranges of this loop only,
/// so it may hold a lock that ranges of other loops want. The other threads work at the caller's priority. If a range throws, the
/// first exception comes out here, and ranges that have not begun are left out. Costs some microseconds beyond the ranges.
void parallelRanges(std::size_t count, std::size_t grain, const RangeBody& body);

/// A loop as `parallelRanges` does it, beside the thread that began it; that thread lends a hand when it waits. For one thread.
class PendingRanges {
public:
    PendingRanges();
    ~PendingRanges(); ///< waits
    PendingRanges(PendingRanges&&) noexcept;
    PendingRanges& operator=(PendingRanges&&) noexcept;

    /// Whatever was begun before must have been waited for.
    void begin(std::size_t count, std::size_t grain, RangeBody body);
    /// Returns when all ranges are done, at once when none were begun; throws what the first of them threw.
    void wait();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A named thread that lives as long as this object. What it runs must not throw.
class Thread {
public:
    /// `name` shows in debuggers and in `top`; 15 characters at most.
    Thread(std::string name, ThreadPriority priority, std::function<void(std::stop_token stop)> work);
    ~Thread(); ///< asks to stop and waits
    Thread(Thread&&) noexcept;
    Thread& operator=(Thread&&) noexcept;

    void requestStop();

    /// A thread that nobody waits for: it ends with the process.
    static void startForGood(std::string name, std::function<void()> work);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

namespace detail {

/// Work on a thread of its own, without its result.
class Task {
public:
    Task();
    Task(std::string name, ThreadPriority priority, std::function<void()> work);
    ~Task();
    Task(Task&&) noexcept;
    Task& operator=(Task&&) noexcept;

    [[nodiscard]] bool started() const { return impl_ != nullptr; }
    [[nodiscard]] bool ready() const;
    void wait() const;
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace detail

/// One value that a thread of its own makes. Waits for that thread when it goes or is given another. For one thread.
template <class Value> class BackgroundTask {
public:
    BackgroundTask() = default;
    BackgroundTask(std::string name, ThreadPriority priority, std::function<Value()> work)
        : value_(std::make_shared<std::optional<Value>>()),
          task_(std::move(name), priority, [value = value_, work = std::move(work)] { value->emplace(work()); }) {}

    /// True until the value was taken.
    [[nodiscard]] bool started() const { return task_.started(); }
    [[nodiscard]] bool ready() const { return task_.ready(); }
    void wait() const { task_.wait(); }
    /// Waits for the value and hands it over; throws what the work threw.
    [[nodiscard]] Value take() {
        task_.finish();
        return std::move(**std::exchange(value_, nullptr));
    }

private:
    std::shared_ptr<std::optional<Value>> value_;
    detail::Task task_; ///< last, so that it ends before what it uses
};

} // namespace banlang
