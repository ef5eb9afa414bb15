// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/file/detail/store_file.h"
#include "core/store/forget.h"
#include "core/store/records/detail/act_log.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace banlang::detail {

/// First word of the subject of an act that forgets a person by name and unit.
inline constexpr std::string_view personSubject = "person";

/// Removes the values of those that are to be forgotten wherever they stand in a store. To be used inside a transaction.
class Forgetting {
public:
    explicit Forgetting(const StoreFile& file) : file_(file) {} ///< refers to it

    /// By all acts of the store. Does nothing, and costs nothing, where there are none.
    [[nodiscard]] Result<ForgetReport> apply();

private:
    struct Table; ///< of records or of reports
    [[nodiscard]] Result<void> readActs();
    [[nodiscard]] Result<void> forgetIn(const RecordKind& kind);
    [[nodiscard]] Result<void> forgetRows(const RecordKind& kind, const Table& table);
    [[nodiscard]] Result<void> clear(const RecordKind& kind, const Table& table, std::size_t row, std::uint64_t fields);
    [[nodiscard]] Result<void> standIn(const RecordKind& kind, const Table& table, std::size_t row, std::uint64_t fields);
    [[nodiscard]] Result<void> clearProblems();
    [[nodiscard]] bool mayRefer(const RecordKind& kind) const;
    [[nodiscard]] bool refersToForgotten(const RecordKind& kind, const FeatureTable& rows, std::size_t row) const;

    const StoreFile& file_;
    std::map<std::string, std::set<RecordKey>, std::less<>> keys_; ///< by kind
    KeyAliases households_;
    std::set<RecordKey> forgottenHouseholds_; ///< representatives
    std::set<RecordKey> persons_;             ///< by name and unit, see person_key.h
    std::set<std::string> words_;             ///< that were removed
    std::set<std::int64_t> touched_;          ///< records of the kind at hand that several reports come to
    ForgetReport report_;
};

} // namespace banlang::detail
