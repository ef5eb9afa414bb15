// SPDX-License-Identifier: MIT
#include "viewer/results/job_queue.h"

#include <algorithm>
#include <cassert>

namespace banlang::viewer {
namespace {

constexpr std::uint64_t keptRounds = 2;

} // namespace

JobQueue::JobQueue() {
    for (const bool visible : {true, true, false}) {
        workers_.emplace_back(visible ? "job" : "job-idle", visible ? ThreadPriority::background : ThreadPriority::idle,
                              [this, visible](const std::stop_token& /*stop*/) { workOn(visible); });
    }
}

JobQueue::~JobQueue() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
}

void JobQueue::want(std::vector<Job> jobs) {
    {
        const std::lock_guard lock(mutex_);
        throwFailure();
        ++round_;
        waiting_.clear();
        for (Job& job : jobs) {
            wanted_[job.key] = round_;
            if (const auto made = made_.find(job.key); made != made_.end()) {
                assert(made->second.product.isOf(*job.makes) && "two types under one key");
                made->second.wantedIn = round_;
            } else if (!running_.contains(job.key)) {
                waiting_.push_back(std::move(job));
            }
        }
        std::erase_if(wanted_, [&](const auto& wanted) { return wanted.second + keptRounds < round_; });
        std::erase_if(made_,
                      [&](const auto& made) { return made.second.wantedIn + (made.second.large ? 0 : keptRounds) < round_; });
    }
    changed_.notify_all();
}

void JobQueue::hold(bool held) {
    {
        const std::lock_guard lock(mutex_);
        if (held == held_) return;
        held_ = held;
    }
    changed_.notify_all();
}

void JobQueue::forget() {
    const std::lock_guard lock(mutex_);
    ++epoch_;
    waiting_.clear();
    running_.clear();
    wanted_.clear();
    made_.clear();
}

Product JobQueue::find(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    throwFailure();
    const auto made = made_.find(key);
    return made == made_.end() ? Product() : made->second.product;
}

void JobQueue::wait(const std::vector<std::string>& keys) {
    std::unique_lock lock(mutex_);
    const auto allThere = [&] { return std::ranges::all_of(keys, [&](const std::string& key) { return made_.contains(key); }); };
    changed_.wait(lock, [&] { return failure_ || allThere(); });
    throwFailure();
}

void JobQueue::throwFailure() const {
    if (failure_) std::rethrow_exception(failure_);
}

void JobQueue::onDone(std::function<void()> call) {
    const std::lock_guard lock(mutex_);
    onDone_ = std::move(call);
}

bool JobQueue::canStart(const Job& job) const {
    return std::ranges::all_of(job.after, [&](const std::string& key) { return made_.contains(key); });
}

Job JobQueue::next(bool visible) {
    if (held_ && !visible) return {};
    const auto found = std::ranges::find_if(waiting_, [&](const Job& job) { return job.visible == visible && canStart(job); });
    if (found == waiting_.end()) return {};
    Job job = std::move(*found);
    waiting_.erase(found);
    return job;
}

void JobQueue::workOn(bool visible) {
    std::unique_lock lock(mutex_);
    while (true) {
        Job job;
        changed_.wait(lock, [&] { return stopping_ || !(job = next(visible)).key.empty(); });
        if (job.key.empty()) return;
        running_.insert(job.key);
        const std::uint64_t epoch = epoch_;
        JobInputs inputs;
        for (const std::string& key : job.after) inputs.add(key, made_.at(key).product);
        lock.unlock();
        Product product;
        std::exception_ptr failure;
        try {
            product = job.work(inputs);
            assert(product.isOf(*job.makes) && "a product of another type than its job makes");
        } catch (...) {
            failure = std::current_exception();
        }
        // The work holds what it was made of; let go of it outside the lock.
        job.work = nullptr;
        inputs = {};
        lock.lock();
        if (failure && !failure_) failure_ = failure;
        if (epoch == epoch_ && !failure) {
            running_.erase(job.key);
            if (const auto wanted = wanted_.find(job.key); wanted != wanted_.end())
                made_[job.key] = {std::move(product), wanted->second, job.large};
        }
        const std::function<void()> call = onDone_;
        lock.unlock();
        changed_.notify_all();
        if (call) call();
        lock.lock();
    }
}

} // namespace banlang::viewer
