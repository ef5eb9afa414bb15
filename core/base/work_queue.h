// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace banlang {

/// Threads that carry out tasks in the order in which they were posted. A task must not throw. When the queue goes, tasks that
/// have not begun are dropped and the ones that have are waited for.
class WorkQueue {
public:
    WorkQueue(std::size_t threadCount, const std::string& threadName, ThreadPriority priority) {
        for (std::size_t i = 0; i < threadCount; ++i)
            threads_.emplace_back(threadName, priority, [this](const std::stop_token& stop) { work(stop); });
    }
    ~WorkQueue() {
        clear();
        for (Thread& thread : threads_) thread.requestStop();
    }
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    void post(std::function<void()> task) {
        {
            const std::scoped_lock lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        posted_.notify_one();
    }
    /// Drops what has not begun.
    void clear() {
        const std::scoped_lock lock(mutex_);
        tasks_.clear();
        if (running_ == 0) idle_.notify_all();
    }
    /// Waits until nothing is left to do.
    void finish() {
        std::unique_lock lock(mutex_);
        idle_.wait(lock, [this] { return tasks_.empty() && running_ == 0; });
    }

private:
    void work(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (posted_.wait(lock, stop, [this] { return !tasks_.empty(); })) {
            const std::function<void()> task = std::move(tasks_.front());
            tasks_.pop_front();
            ++running_;
            lock.unlock();
            task();
            lock.lock();
            --running_;
            if (tasks_.empty() && running_ == 0) idle_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any posted_;
    std::condition_variable idle_;
    std::deque<std::function<void()>> tasks_;
    std::size_t running_ = 0;
    std::vector<Thread> threads_; ///< last, so that they end before what they use
};

} // namespace banlang
