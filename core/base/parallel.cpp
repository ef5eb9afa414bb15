// SPDX-License-Identifier: MIT
#include "core/base/parallel.h"

#ifdef BANLANG_WITH_TBB
#define TBB_PREVIEW_ISOLATED_TASK_GROUP 1
#include <oneapi/tbb/task_group.h>
#endif
#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace banlang {
namespace {

struct ThreadState {
    ThreadPriority own = ThreadPriority::normal;  ///< that the system knows of
    ThreadPriority loop = ThreadPriority::normal; ///< of the work in hand
    bool withinRange = false;                     ///< of a loop that others work at too
};
ThreadState& threadState() {
    thread_local ThreadState state;
    return state;
}

/// On Linux each thread has a priority of its own.
void stepBackTo(ThreadPriority priority) {
    ThreadState& state = threadState();
    if (priority <= state.own) return;
    setpriority(PRIO_PROCESS, 0, priority == ThreadPriority::background ? 10 : 19);
    state.own = priority;
}

void enterThread(const std::string& name, ThreadPriority priority) {
    pthread_setname_np(pthread_self(), name.c_str());
    stepBackTo(priority);
    threadState().loop = priority;
}

/// What all threads that work at one loop share.
struct Loop {
    Loop(std::size_t count, std::size_t grain)
        : itemCount(count), grainSize(std::max<std::size_t>(grain, 1)), rangeCount((count + grainSize - 1) / grainSize),
          priority(threadState().loop) {}

    const std::size_t itemCount;
    const std::size_t grainSize;
    const std::size_t rangeCount;
    const ThreadPriority priority;
    std::atomic<std::size_t> next{0};
    std::mutex mutex; ///< guards the one below
    std::exception_ptr failure;

    /// The next range that nobody has begun; false when there is none. Exceptions stay here: the pool would also leave out ranges
    /// of loops within this one, whose callers would take what they have for whole.
    bool runNext(const RangeBody& body) {
        const std::size_t range = next++;
        if (range >= rangeCount) return false;
        ThreadState& state = threadState();
        const ThreadState before = state;
        stepBackTo(priority);
        state.loop = priority;
        state.withinRange = before.withinRange || helperCount() > 0;
        try {
            body(range * grainSize, std::min(itemCount, (range + 1) * grainSize));
        } catch (...) {
            const std::scoped_lock lock(mutex);
            if (!failure) failure = std::current_exception();
            next = rangeCount;
        }
        state.loop = before.loop;
        state.withinRange = before.withinRange;
        return true;
    }
    void runAll(const RangeBody& body) {
        while (runNext(body)) {}
    }
    void throwFailure() {
        if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
    }

    /// How many threads beside the caller's can have something to do.
    [[nodiscard]] std::size_t helperCount() const { return rangeCount == 0 ? 0 : std::min(workerCount(), rangeCount) - 1; }
};

/// Threads that work at one loop beside the caller.
class Helpers {
public:
    /// Threads of the pool keep the lowest priority that they ever had, so work that waits for an idle core stays off them and
    /// starts its own.
    Helpers(Loop& loop, const RangeBody& body, std::size_t count) {
#ifdef BANLANG_WITH_TBB
        if (loop.priority != ThreadPriority::idle) {
            pool_.emplace();
            for (; count > 0; --count) pool_->run([&loop, &body] { loop.runAll(body); });
            return;
        }
#endif
        if (threadState().withinRange) return; // all cores have their thread already
        for (; count > 0; --count) {
            threads_.emplace_back([&loop, &body] {
                enterThread("loop", loop.priority);
                loop.runAll(body);
            });
        }
    }
    ~Helpers() {
        wait();
    }
    Helpers(const Helpers&) = delete;
    Helpers& operator=(const Helpers&) = delete;

    void wait() {
#ifdef BANLANG_WITH_TBB
        if (pool_) pool_->wait();
#endif
        threads_.clear();
    }

private:
#ifdef BANLANG_WITH_TBB
    std::optional<tbb::isolated_task_group> pool_; ///< who waits for its tasks takes up no others
#endif
    std::vector<std::jthread> threads_;
};

} // namespace

std::size_t workerCount() {
    static const std::size_t count = std::max(1U, std::thread::hardware_concurrency());
    return count;
}

void parallelRanges(std::size_t count, std::size_t grain, const RangeBody& body) {
    Loop loop(count, grain);
    if (loop.helperCount() == 0) {
        loop.runAll(body);
    } else {
        Helpers helpers(loop, body, loop.helperCount());
        loop.runAll(body);
    }
    loop.throwFailure();
}

struct PendingRanges::Impl {
    Impl(std::size_t count, std::size_t grain, RangeBody itsBody)
        : loop(count, grain), body(std::move(itsBody)), helpers(loop, body, loop.rangeCount == 0 ? 0 : loop.helperCount() + 1) {}

    Loop loop;
    const RangeBody body;
    Helpers helpers; ///< last: they use the others
};

PendingRanges::PendingRanges() = default;
PendingRanges::~PendingRanges() = default;
PendingRanges::PendingRanges(PendingRanges&&) noexcept = default;
PendingRanges& PendingRanges::operator=(PendingRanges&&) noexcept = default;

void PendingRanges::begin(std::size_t count, std::size_t grain, RangeBody body) {
    impl_ = std::make_unique<Impl>(count, grain, std::move(body));
}

void PendingRanges::wait() {
    if (!impl_) return;
    const std::unique_ptr<Impl> done = std::move(impl_);
    done->loop.runAll(done->body);
    done->helpers.wait();
    done->loop.throwFailure();
}

struct Thread::Impl {
    std::jthread thread;
};

Thread::Thread(std::string name, ThreadPriority priority, std::function<void(std::stop_token)> work)
    : impl_(new Impl{std::jthread([name = std::move(name), priority, work = std::move(work)](std::stop_token stop) {
          enterThread(name, priority);
          work(std::move(stop));
      })}) {}
Thread::~Thread() = default;
Thread::Thread(Thread&&) noexcept = default;
Thread& Thread::operator=(Thread&&) noexcept = default;

void Thread::requestStop() {
    if (impl_) impl_->thread.request_stop();
}

void Thread::startForGood(std::string name, std::function<void()> work) {
    std::thread([name = std::move(name), work = std::move(work)] {
        enterThread(name, ThreadPriority::normal);
        work();
    }).detach();
}

namespace detail {

struct Task::Impl {
    std::future<void> end;
};

Task::Task() = default;
Task::Task(std::string name, ThreadPriority priority, std::function<void()> work)
    : impl_(new Impl{std::async(std::launch::async, [name = std::move(name), priority, work = std::move(work)] {
          enterThread(name, priority);
          work();
      })}) {}
Task::~Task() = default;
Task::Task(Task&&) noexcept = default;
Task& Task::operator=(Task&&) noexcept = default;

bool Task::ready() const {
    return impl_ && impl_->end.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

void Task::wait() const {
    if (impl_) impl_->end.wait();
}

void Task::finish() {
    const std::unique_ptr<Impl> done = std::move(impl_);
    if (done) done->end.get();
}

} // namespace detail

} // namespace banlang
