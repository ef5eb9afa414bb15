// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// The hash of what names a record of one kind: issuer and number, or what tells an event from another. The same for the same
/// record in any file and any store. 128 bits, so that among any number of records that a country has no two share one by chance.
struct RecordKey {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    auto operator<=>(const RecordKey&) const = default;
};
struct RecordKeyHash {
    std::size_t operator()(const RecordKey& key) const { return key.low; }
};
[[nodiscard]] std::string toText(const RecordKey& key); ///< 32 hexadecimal digits
[[nodiscard]] std::optional<RecordKey> recordKeyFromText(std::string_view text);

/// Who numbered the records of a table; of kinds that say none, all missing.
[[nodiscard]] inline TextView issuersOf(const FeatureTable& table) {
    return TextView(table.columnNamed(fields::issued.issuer.name));
}

/// The same, and of kinds that say none the communes that their rows name.
[[nodiscard]] inline TextView issuersOrCommunesOf(const FeatureTable& table) {
    const Column* issuers = table.columnNamed(fields::issued.issuer.name);
    return TextView(issuers != nullptr ? issuers : table.columnNamed(fields::placeReferences.communeCode.name));
}

/// Key of the row that bears a key for the n-th time in its own file, n counted from 0: kept apart, being two records of one number
/// (two parcels) or two events that are told alike (two loads on one day).
[[nodiscard]] RecordKey repeatedKey(const RecordKey& key, std::uint32_t n);

/// Key of a numbered record from its parts as text, issuer excluded: what RecordKeyReader gives for a row that says all of them.
[[nodiscard]] RecordKey numberedKey(std::initializer_list<std::string_view> parts);
/// The same of a kind whose records are numbered by their issuers.
[[nodiscard]] RecordKey issuedKey(std::string_view issuer, std::initializer_list<std::string_view> parts);

/// Reads the keys of the rows of one table. Refers to it. Any thread may ask.
class RecordKeyReader {
public:
    RecordKeyReader(const FeatureTable& rows, const RecordKind& kind);

    /// Whether the row has a number of its own, or what stands in for it: the household of a garden, the name of a road together
    /// with the places that the row names. Without one it is told by what it says.
    [[nodiscard]] bool isNumbered(std::size_t row) const;
    [[nodiscard]] RecordKey key(std::size_t row) const;
    /// The columns that the key of the row is made of, as bits by their positions: another row that says the same of them, and
    /// nothing else, bears the same key.
    [[nodiscard]] std::uint64_t keyColumns(std::size_t row) const;
    [[nodiscard]] std::string text(std::size_t row) const; ///< "00901/12/3", for people; without the issuer

private:
    struct Part {
        const Column* column;
        std::vector<const Column*> fallbacks; ///< the first that is there counts
    };
    [[nodiscard]] static const Column* columnOf(const Part& part, std::size_t row); ///< null: neither is there
    void addPart(const FeatureTable& rows, const RecordKind& kind, std::string_view name);

    const std::vector<Column>& columns_;
    const Column* issuer_ = nullptr;
    std::vector<Part> parts_;
    std::vector<const Column*> identity_;
    std::vector<const Column*> places_; ///< villages and communes that a row names
    bool needsNumber_ = false;          ///< its kind has a number at all
};

} // namespace banlang
