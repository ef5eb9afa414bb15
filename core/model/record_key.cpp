// SPDX-License-Identifier: MIT
#include "core/model/record_key.h"

#include "core/model/record_traits.h"
#include "core/text/keys.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>

namespace banlang {
namespace {

constexpr char separator = '\x1f';
constexpr char insteadOf = '\x1e';
constexpr char toldByContent = '\x1d';

bool isPlain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '.' ||
               letter == '/';
    });
}

void appendText(std::string& joined, std::string_view text) {
    if (isPlain(text))
        joined += text;
    else
        joined += numberKey(text);
}

void appendValue(std::string& joined, const Column& column, std::size_t row) {
    if (column.type == ColumnType::text)
        appendText(joined, column.text[row]);
    else
        joined += column.valueText(row);
}

std::string joinedParts(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (const std::string_view part : parts) {
        appendText(joined, part);
        joined += separator;
    }
    return joined;
}

RecordKey hashOf(const std::string& text) {
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return {hash.low64, hash.high64};
}

bool isFallbackOfAKey(const RecordKind& kind, std::string_view name) {
    return std::any_of(kind.key.begin(), kind.key.end(), [&](std::string_view other) {
        const RecordField* field = findField(kind, other);
        return field != nullptr && field->fallbackField == name;
    });
}

} // namespace

std::string toText(const RecordKey& key) {
    return fmt::format("{:016x}{:016x}", key.high, key.low);
}

std::optional<RecordKey> recordKeyFromText(std::string_view text) {
    constexpr std::size_t half = 16;
    if (text.size() != 2 * half) return std::nullopt;
    RecordKey key;
    const auto parse = [&](std::size_t from, std::uint64_t& value) {
        const char* begin = text.data() + from;
        return std::from_chars(begin, begin + half, value, 16).ptr == begin + half;
    };
    return parse(0, key.high) && parse(half, key.low) ? std::optional(key) : std::nullopt;
}

RecordKey repeatedKey(const RecordKey& key, std::uint32_t n) {
    return n == 0 ? key : hashOf(fmt::format("{}{}{}", toText(key), separator, n));
}

RecordKey numberedKey(std::initializer_list<std::string_view> parts) {
    return hashOf(joinedParts(parts));
}

RecordKey issuedKey(std::string_view issuer, std::initializer_list<std::string_view> parts) {
    return hashOf(fmt::format("{}{}{}", issuer, separator, joinedParts(parts)));
}

RecordKeyReader::RecordKeyReader(const FeatureTable& rows, const RecordKind& kind)
    : columns_(rows.columns), needsNumber_(!kind.key.empty()) {
    if (traitsOf(kind.role).scope != KeyScope::none) issuer_ = rows.columnNamed(fields::issued.issuer.name);
    for (const std::string_view name : kind.key) {
        // Where the id is known, however the name beside it is spelt says nothing.
        if (!isFallbackOfAKey(kind, name)) addPart(rows, kind, name);
    }
    // Stretches of one number are numbered together by their authority, and reported by each commune on its own.
    if (traitsOf(kind.role).scope == KeyScope::roadAuthority) addPart(rows, kind, fields::roads.communeCode.name);
    for (const RecordField& field : kind.fields) {
        const bool place = field.reference == Reference::village || field.reference == Reference::commune;
        if (const Column* column = place ? rows.find(field) : nullptr) places_.push_back(column);
    }
    if (!kind.identity.empty()) {
        for (const std::string_view name : kind.identity) {
            if (const Column* column = rows.columnNamed(name)) identity_.push_back(column);
        }
        return;
    }
    for (const RecordField& field : kind.fields) {
        if (const Column* column = field.internal ? nullptr : rows.find(field)) identity_.push_back(column);
    }
}

void RecordKeyReader::addPart(const FeatureTable& rows, const RecordKind& kind, std::string_view name) {
    const Column* column = rows.columnNamed(name);
    const RecordField* field = findField(kind, name);
    if (column == nullptr || field == nullptr) return;
    Part part{column, {}};
    while (!field->fallbackField.empty()) {
        field = findField(kind, field->fallbackField);
        if (field == nullptr) break;
        if (const Column* other = rows.find(*field)) part.fallbacks.push_back(other);
    }
    parts_.push_back(std::move(part));
}

const Column* RecordKeyReader::columnOf(const Part& part, std::size_t row) {
    if (!part.column->isMissing(row)) return part.column;
    const auto found =
        std::find_if(part.fallbacks.begin(), part.fallbacks.end(), [&](const Column* column) { return !column->isMissing(row); });
    return found == part.fallbacks.end() ? nullptr : *found;
}

bool RecordKeyReader::isNumbered(std::size_t row) const {
    // Beginnings and versions may be missing: what has to be there is what the key begins with.
    return needsNumber_ && !parts_.empty() && columnOf(parts_.front(), row) != nullptr;
}

RecordKey RecordKeyReader::key(std::size_t row) const {
    std::string joined;
    if (issuer_ != nullptr) {
        joined += issuer_->text[row];
        joined += separator;
    }
    if (!isNumbered(row)) {
        joined += toldByContent;
        for (const Column* column : identity_) {
            appendValue(joined, *column, row);
            joined += separator;
        }
        return hashOf(joined);
    }
    for (const Part& part : parts_) {
        const Column* column = columnOf(part, row);
        if (column != nullptr && column != part.column) {
            joined += insteadOf;
            joined += foldedNameKey(column->valueText(row));
            for (const Column* place : places_) joined += insteadOf + foldedNameKey(place->text[row]);
        } else if (column != nullptr) {
            appendValue(joined, *column, row);
        }
        joined += separator;
    }
    return hashOf(joined);
}

std::uint64_t RecordKeyReader::keyColumns(std::size_t row) const {
    std::uint64_t columns = 0;
    const auto add = [&](const Column* column) {
        if (column != nullptr) columns |= std::uint64_t{1} << static_cast<std::size_t>(column - columns_.data());
    };
    add(issuer_);
    if (!isNumbered(row)) {
        for (const Column* column : identity_) add(column);
        return columns;
    }
    for (const Part& part : parts_) {
        const Column* column = columnOf(part, row);
        add(column);
        if (column == nullptr || column == part.column) continue;
        for (const Column* place : places_) add(place);
    }
    return columns;
}

std::string RecordKeyReader::text(std::size_t row) const {
    std::string joined;
    const auto add = [&](const Column* column) {
        if (column == nullptr || column->isMissing(row)) return;
        if (!joined.empty()) joined += '/';
        joined += column->valueText(row);
    };
    if (!isNumbered(row)) {
        for (const Column* column : identity_) add(column);
        return joined;
    }
    for (const Part& part : parts_) add(columnOf(part, row));
    return joined;
}

} // namespace banlang
