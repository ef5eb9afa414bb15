// SPDX-License-Identifier: MIT
#include "core/store/records/detail/batch_identity.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <span>

namespace banlang::detail {
namespace {

class Hash {
public:
    Hash() : state_(XXH3_createState(), &XXH3_freeState) { XXH3_128bits_reset(state_.get()); }
    template <class Value> void add(const std::vector<Value>& values) { add(values.data(), values.size() * sizeof(Value)); }
    void add(std::string_view text) {
        const std::uint64_t size = text.size();
        add(&size, sizeof size);
        add(text.data(), text.size());
    }
    void add(const Column& column) {
        add(std::string_view(column.name));
        add(column.text.offsets());
        add(std::string_view(column.text.characters()));
        add(column.numbers);
        add(column.dates);
    }
    [[nodiscard]] std::string text() const {
        const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
        return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
    }

private:
    void add(const void* bytes, std::size_t size) { XXH3_128bits_update(state_.get(), bytes, size); }
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

bool sayTheSame(const FeatureTable& rows, std::uint32_t a, std::uint32_t b) {
    const std::uint64_t stated = statedBy(rows, a);
    if (stated != statedBy(rows, b)) return false;
    for (std::size_t field = 0; field <= geometryPosition; ++field) {
        if ((stated & fieldBit(field)) != 0 && !saysTheSame(rows, a, rows, b, field)) return false;
    }
    return true;
}

} // namespace

std::string batchHash(const CheckedBatch& batch) {
    Hash hash;
    for (const std::string_view text : {std::string_view(batch.sha), std::string_view(batch.layer), recordKind(batch.role).id})
        hash.add(text);
    // Paths differ from office to office, and the geometries, which the source says, from CRS to CRS.
    ImportProfile reading = batch.profile;
    reading.epsg.reset();
    const std::string profile = toToml({{"", batch.layer, reading}});
    hash.add(std::string_view(profile));
    hash.add(std::string_view(batch.reportedOn.known() ? toIso(batch.reportedOn) : std::string()));
    for (const Column& column : batch.rows.columns) {
        const bool coordinate = column.name == fields::units.centreXM.name || column.name == fields::units.centreYM.name;
        if (!coordinate) hash.add(column);
    }
    hash.add(batch.erased);
    hash.add(batch.sourceRows);
    return hash.text();
}

RowKeys keysOf(const FeatureTable& rows, Role role) {
    const RecordKeyReader reader(rows, recordKind(role));
    RowKeys found;
    found.keys.resize(rows.rowCount);
    found.occurrences.assign(rows.rowCount, 0);
    for (std::size_t row = 0; row < rows.rowCount; ++row) found.keys[row] = reader.key(row);
    std::vector<std::uint32_t> order(rows.rowCount);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return found.keys[a] != found.keys[b] ? found.keys[a] < found.keys[b] : a < b;
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const std::uint32_t row = order[i];
        const std::uint32_t before = order[i - 1];
        if (found.keys[row] != found.keys[before]) continue;
        const bool repeat = reader.isNumbered(row) && sayTheSame(rows, row, before);
        found.occurrences[row] = found.occurrences[before] + (repeat ? 0 : 1);
        if (repeat) found.repeats.push_back(row);
    }
    std::sort(found.repeats.begin(), found.repeats.end());
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (found.occurrences[row] > 0) found.keys[row] = repeatedKey(found.keys[row], found.occurrences[row]);
    }
    return found;
}

} // namespace banlang::detail
