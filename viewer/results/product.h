// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/results/result_key.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>

namespace banlang::viewer {

/// What a job made, shared by all who read it, together with its type. Empty: not made yet.
class Product {
public:
    Product() = default;
    template <class T>
    explicit Product(std::shared_ptr<const T> value) : value_(std::move(value)), type_(value_ ? &typeid(T) : nullptr) {}

    [[nodiscard]] explicit operator bool() const { return value_ != nullptr; }
    [[nodiscard]] bool isOf(const std::type_info& type) const { return type_ != nullptr && *type_ == type; }
    /// Never null; asked for as another type than it was made, it ends the program.
    template <class T> [[nodiscard]] std::shared_ptr<const T> as(const ResultKey<T>& key) const {
        if (!isOf(typeid(T))) endForWrongType(key.text);
        return std::static_pointer_cast<const T>(value_);
    }

private:
    [[noreturn]] static void endForWrongType(std::string_view key);

    std::shared_ptr<const void> value_;
    const std::type_info* type_ = nullptr;
};

/// What a job is made of, by the keys that it named beforehand.
class JobInputs {
public:
    void add(std::string key, Product product) { products_.insert_or_assign(std::move(key), std::move(product)); }
    /// Lives as long as the inputs. A key that the job did not name ends the program.
    template <class T> [[nodiscard]] const T& at(const ResultKey<T>& key) const { return *product(key.text).as(key); }

private:
    [[nodiscard]] const Product& product(const std::string& key) const;

    std::map<std::string, Product> products_;
};

} // namespace banlang::viewer
