// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/known_admin_units.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace banlang {

/// The hash of what names a record; the same for the same key in any file. 128 bits, so that among any number of records that a
/// country has no two share one by chance.
struct RecordKey {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    bool operator==(const RecordKey&) const = default;
};
struct RecordKeyHash {
    std::size_t operator()(const RecordKey& key) const { return key.low; }
};
using RecordKeys = std::unordered_set<RecordKey, RecordKeyHash>;

/// Reads the keys of the rows of one table.
class KeyReader {
public:
    KeyReader(const FeatureTable& rows, std::span<const std::string_view> fields);
    /// The key of a kind. Where a field of it is blank and another stands in for it, that one counts together with the places that
    /// the row names: two heads of household without an id are two records, and so are two of one name in two villages.
    KeyReader(const FeatureTable& rows, const RecordKind& kind);
    [[nodiscard]] RecordKey key(std::size_t row) const;
    [[nodiscard]] std::string text(std::size_t row) const; ///< "00901/12/3", for people

private:
    struct Part {
        const Column* column;
        const Column* fallbackField = nullptr;
    };
    [[nodiscard]] bool usesFallback(const Part& part, std::size_t row) const;

    std::vector<Part> parts_;
    std::vector<const Column*> places_; ///< villages and communes that a row names
};

/// What rows may refer to and must not repeat: the records of the store and those taken in before in the same import.
class KnownRecords {
public:
    /// Adds rows that are kept: keys, codes, names, and the ground of units.
    void add(Role role, const FeatureTable& rows);
    /// Only keys: of rows that a layer of this import may say anew and no other one may repeat.
    void hold(Role role, const FeatureTable& rows);

    [[nodiscard]] const KnownAdminUnits& communes() const { return communes_; }
    [[nodiscard]] const KnownAdminUnits& villages() const { return villages_; }

    [[nodiscard]] bool any(Role role) const { return !words_[indexOf(role)].empty() || !keys_[indexOf(role)].empty(); }
    [[nodiscard]] bool hasKey(Role role, const RecordKey& key) const { return keys_[indexOf(role)].contains(key); }
    /// By code or id, or by name as the link ladder compares names.
    [[nodiscard]] bool hasWord(Role role, std::string_view codeOrName) const;
    /// What a household's record says of its village: a code or a name; "" when the household is not known.
    [[nodiscard]] std::string villageOfHousehold(std::string_view householdId) const;

private:
    std::array<RecordKeys, roleCount> keys_;
    std::array<std::unordered_set<std::string>, roleCount> words_;
    std::unordered_map<std::string, std::string> villageOfHousehold_;
    KnownAdminUnits communes_;
    KnownAdminUnits villages_;
};

} // namespace banlang
