// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/date.h"
#include "core/base/result.h"

#include <toml++/toml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang::detail {

/// Reads a rule file (TOML). The first thing that is wrong is kept, with its row; what comes after reads as empty.
class RuleReader {
public:
    explicit RuleReader(std::string_view file) : file_(file) {}

    [[nodiscard]] toml::table parse(std::string_view text);

    /// Refuses entries of other names: a misspelt threshold must not read as "not set".
    void onlyKeys(const toml::table& table, std::initializer_list<std::string_view> known);
    [[nodiscard]] std::string text(const toml::table& table, std::string_view key, bool required = true);
    [[nodiscard]] Bilingual words(const toml::table& table, std::string_view key); ///< { vi = "...", en = "..." }
    [[nodiscard]] std::optional<double> number(const toml::table& table, std::string_view key);
    [[nodiscard]] int whole(const toml::table& table, std::string_view key, int otherwise);
    [[nodiscard]] bool flag(const toml::table& table, std::string_view key, bool otherwise);
    [[nodiscard]] Date date(const toml::table& table, std::string_view key, bool required);
    [[nodiscard]] std::vector<std::string> texts(const toml::table& table, std::string_view key);
    /// One of the words given, by its index.
    [[nodiscard]] std::size_t oneOf(const toml::table& table, std::string_view key, std::initializer_list<std::string_view> words,
                                    std::size_t otherwise);

    /// Refuses entries that the shipped file does not have, those of another kind, and numbers that are not above 0.
    void refuseUnlike(const toml::table& own, const toml::table& shipped);

    /// Calls visit(table) for each [[key]].
    template <class Visit> void each(const toml::table& table, std::string_view key, Visit&& visit) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        const toml::array* list = node->as_array();
        if (list == nullptr || !list->is_homogeneous<toml::table>()) return refuseTables(*node, key);
        for (const toml::node& entry : *list) visit(*entry.as_table());
    }

    void refuse(const toml::node& node, Bilingual cause, Bilingual fix);
    void refuse(Bilingual cause, Bilingual fix); ///< about the file as a whole
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    /// The value, or what went wrong.
    template <class T> [[nodiscard]] Result<T> finish(T value) const {
        if (failure_) return Unexpected(*failure_);
        return value;
    }

private:
    [[nodiscard]] const toml::node* find(const toml::table& table, std::string_view key, bool required);
    void refuseTables(const toml::node& node, std::string_view key);
    void refuseAt(std::int64_t row, Bilingual cause, Bilingual fix);

    std::string file_;
    std::optional<Error> failure_;
};

} // namespace banlang::detail
