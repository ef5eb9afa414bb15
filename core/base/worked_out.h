// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <typeindex>

namespace banlang {

/// What was worked out from the data beside it: one value of each type, made when first asked for, the same for all who ask and
/// for all threads. It belongs to these data alone: copies and what is moved start with nothing, and whoever changes the data
/// forgets.
class WorkedOut {
public:
    WorkedOut() = default;
    ~WorkedOut() = default;
    WorkedOut(const WorkedOut& /*other*/) {}
    WorkedOut(WorkedOut&& other) noexcept { other.forget(); }
    WorkedOut& operator=(const WorkedOut& /*other*/) {
        forget();
        return *this;
    }
    WorkedOut& operator=(WorkedOut&& other) noexcept {
        forget();
        other.forget();
        return *this;
    }

    /// The value, made by `make` if nobody has asked before; who asks meanwhile waits. A value already in hand outlives forget().
    template <class Value, class Make> [[nodiscard]] std::shared_ptr<const Value> get(Make&& make) const {
        const std::shared_ptr<Entry> entry = entryOf(typeid(Value));
        std::call_once(entry->made, [&] { entry->value = std::make_shared<const Value>(make()); });
        return std::static_pointer_cast<const Value>(entry->value);
    }
    void forget() noexcept {
        const std::scoped_lock lock(mutex_);
        entries_.clear();
    }

private:
    struct Entry {
        std::once_flag made;
        std::shared_ptr<const void> value;
    };
    std::shared_ptr<Entry> entryOf(std::type_index type) const {
        const std::scoped_lock lock(mutex_);
        std::shared_ptr<Entry>& entry = entries_[type];
        if (!entry) entry = std::make_shared<Entry>();
        return entry;
    }

    mutable std::mutex mutex_;
    mutable std::map<std::type_index, std::shared_ptr<Entry>> entries_;
};

} // namespace banlang
