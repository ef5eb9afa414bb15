// SPDX-License-Identifier: MIT
#include "core/link/parcel_lookup.h"

#include "core/base/parallel.h"
#include "core/text/keys.h"

#include <atomic>
#include <charconv>

namespace banlang {
namespace {

/// "07" and "7" are one sheet; anything that is not a plain number is taken by its letters, as numbers are compared.
std::uint64_t partKey(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return value;
    const std::string key = numberKey(text);
    return key != text ? partKey(key) : std::hash<std::string_view>{}(text) | (std::uint64_t{1} << 63U);
}

struct ParcelKey {
    std::int32_t commune;
    std::uint64_t sheet;
    std::uint64_t number;
    bool operator==(const ParcelKey&) const = default;
};

struct HashOfKey {
    std::size_t operator()(const ParcelKey& key) const {
        std::uint64_t hash = static_cast<std::uint32_t>(key.commune) * 0x9E3779B97F4A7C15U;
        hash = (hash ^ key.sheet) * 0xBF58476D1CE4E5B9U;
        hash = (hash ^ (hash >> 29U) ^ key.number) * 0x94D049BB133111EBU;
        return hash ^ (hash >> 32U);
    }
};

/// Lets most parcels that nobody asks for go by with one look at a small table of bits.
class BloomFilter {
public:
    explicit BloomFilter(std::size_t count) {
        while (size_ < 16 * count) size_ *= 2;
        bits_.assign(size_, false);
    }
    void add(std::size_t hash) { bits_[hash & (size_ - 1)] = true; }
    [[nodiscard]] bool mayHold(std::size_t hash) const { return bits_[hash & (size_ - 1)]; }

private:
    std::size_t size_ = 1024;
    std::vector<bool> bits_;
};

} // namespace

ParcelKeyText splitParcelKey(std::string_view key) {
    const std::size_t first = std::min(key.find('/'), key.size());
    const std::size_t second = first == key.size() ? first : std::min(key.find('/', first + 1), key.size());
    if (second == key.size()) return {};
    return {key.substr(0, first), key.substr(first + 1, second - first - 1), key.substr(second + 1)};
}

std::vector<std::int32_t> findParcels(const FeatureTable& parcels, const TableLinks& links, std::span<const ParcelName> names) {
    const std::vector<std::int32_t>& communes = links.commune;
    const auto sheets = parcels.column(fields::parcels.sheet);
    const auto numbers = parcels.column(fields::parcels.number);
    std::vector<std::int32_t> found(names.size(), notLinked);
    if (!sheets.present() || !numbers.present() || communes.empty()) return found;

    std::unordered_map<ParcelKey, std::uint32_t, HashOfKey> wanted(names.size()); // key -> slot
    std::vector<std::uint32_t> slotOfName(names.size(), 0);
    BloomFilter bloomFilter(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].commune < 0 || names[i].number.empty()) continue;
        const ParcelKey key{names[i].commune, partKey(names[i].sheet), partKey(names[i].number)};
        slotOfName[i] = wanted.try_emplace(key, static_cast<std::uint32_t>(wanted.size() + 1)).first->second;
        bloomFilter.add(HashOfKey{}(key));
    }
    std::vector<std::atomic<std::int32_t>> rows(wanted.size() + 1);
    for (auto& row : rows) row = notLinked;
    parallelRanges(parcels.rowCount, 16'384, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const ParcelKey key{communes[row], partKey(sheets[row]), partKey(numbers[row])};
            if (key.commune < 0 || !bloomFilter.mayHold(HashOfKey{}(key))) continue;
            const auto match = wanted.find(key);
            if (match == wanted.end()) continue;
            std::int32_t nobody = notLinked;
            if (!rows[match->second].compare_exchange_strong(nobody, static_cast<std::int32_t>(row)))
                rows[match->second] = ambiguousParcel;
        }
    });
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (slotOfName[i] > 0) found[i] = rows[slotOfName[i]];
    }
    return found;
}

} // namespace banlang
