// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "viewer/results/product.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

namespace banlang::viewer {

/// Work for a thread; `jobFor` makes it.
struct Job {
    std::string key;                ///< says what is made and of what: one key, one product
    std::vector<std::string> after; ///< keys of the products that the work takes
    std::function<Product(const JobInputs& inputs)> work;
    const std::type_info* makes = nullptr; ///< the type of the product
    bool visible = false;                  ///< somebody looks at an empty place until it is done
    bool large = false;                    ///< is not kept for later once nobody wants it
};

/// The work of `make`, which is handed its inputs and gives the value of the key or, where others share it already, a pointer to
/// it.
template <class T, class Make> [[nodiscard]] Job jobFor(const ResultKey<T>& key, std::vector<std::string> after, Make make) {
    auto work = [make = std::move(make)](const JobInputs& inputs) {
        using Made = std::remove_cvref_t<decltype(make(inputs))>;
        if constexpr (std::is_same_v<Made, std::shared_ptr<const T>>) {
            return Product(make(inputs));
        } else {
            static_assert(std::is_same_v<Made, T>, "the key names another type");
            return Product(std::shared_ptr<const T>(std::make_shared<T>(make(inputs))));
        }
    };
    return {key.text, std::move(after), std::move(work), &typeid(T), false, false};
}

/// Threads that make what is wanted, in the order in which it is wanted: two at what somebody looks at, and one at the rest, which
/// never takes a core from those or from the thread that draws. Calls from one thread; what a job threw, as where no memory is
/// left, comes out of the next of `want`, `find` and `wait`.
class JobQueue {
public:
    JobQueue();
    ~JobQueue(); ///< waits for the jobs that run
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// Replaces what was wanted. What is there or under way is not made again; what waits and is wanted no more is not made at all.
    /// Products that nobody wants any more are kept through the next two changes, for those who step back.
    void want(std::vector<Job> jobs);
    /// While held, nothing is begun that nobody looks at: a picture that people wait for needs all cores.
    void hold(bool held);
    /// Forgets all products, and those under way.
    void forget();
    /// Empty: not yet.
    [[nodiscard]] Product find(const std::string& key) const;
    /// Waits until all of these are there; they must be wanted.
    void wait(const std::vector<std::string>& keys);
    /// Called from a worker after each job.
    void onDone(std::function<void()> call);

private:
    struct Kept {
        Product product;
        std::uint64_t wantedIn = 0;
        bool large = false;
    };
    void workOn(bool visible);
    void throwFailure() const;
    [[nodiscard]] bool canStart(const Job& job) const;
    /// Takes out of the queue what can be started; an empty key when there is nothing.
    [[nodiscard]] Job next(bool visible);

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Job> waiting_;
    std::set<std::string> running_;
    std::map<std::string, std::uint64_t> wanted_; ///< every key that was wanted of late, and when last
    std::map<std::string, Kept> made_;
    std::uint64_t round_ = 0;
    std::uint64_t epoch_ = 0; ///< products of jobs from before a `forget` are dropped
    std::exception_ptr failure_;
    bool held_ = false;
    bool stopping_ = false;
    std::function<void()> onDone_;
    std::vector<Thread> workers_;
};

} // namespace banlang::viewer
