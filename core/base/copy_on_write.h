// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

namespace banlang {

/// A value that copies share until one of them changes it. Reading is safe from many threads; own() is for the one that builds.
template <class Value> class CopyOnWrite {
public:
    CopyOnWrite() : value_(std::make_shared<Value>()) {}
    CopyOnWrite(Value value) : value_(std::make_shared<Value>(std::move(value))) {} // NOLINT(google-explicit-constructor): a Value

    [[nodiscard]] const Value& operator*() const { return *value_; }
    [[nodiscard]] const Value* operator->() const { return value_.get(); }
    /// To be changed: this copy alone, from now on. Cost: a copy of the value while others share it.
    [[nodiscard]] Value& own() {
        if (value_.use_count() > 1) value_ = std::make_shared<Value>(*value_);
        return *value_;
    }
    [[nodiscard]] bool sharedWith(const CopyOnWrite& other) const { return value_ == other.value_; }

private:
    std::shared_ptr<Value> value_;
};

} // namespace banlang
