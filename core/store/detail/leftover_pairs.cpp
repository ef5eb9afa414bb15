// SPDX-License-Identifier: MIT
#include "core/store/detail/leftover_pairs.h"

#include "core/model/record_traits.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace banlang::detail {
namespace {

constexpr char separator = '\x1f';

std::string valueAt(const FeatureTable& rows, std::string_view name, std::size_t row) {
    const Column* column = rows.columnNamed(name);
    return column == nullptr ? std::string() : numberKey(column->valueText(row));
}

std::string wordForWord(const FeatureTable& rows, std::size_t row) {
    std::string text;
    for (const Column& column : rows.columns) text += column.valueText(row) + separator;
    return text;
}

/// The times of which batches are totals, as texts; batches of events have none.
std::map<std::int64_t, std::string> periodsOf(const Database& database) {
    std::map<std::int64_t, std::string> periods;
    Statement select = database.prepare("SELECT fid, period_from, period_to FROM banlang_batches WHERE period_from <> ''");
    while (select.row()) periods[select.integer(0)] = fmt::format("{}/{}", select.text(1), select.text(2));
    return periods;
}

struct Pair {
    std::uint32_t row;
    std::uint32_t place; ///< in the ledger
};

class Leftovers {
public:
    Leftovers(const CheckedBatch& batch, const std::vector<StoredBatch>& known, const RowKeys& keys, const RecordLedger& ledger,
              std::map<std::int64_t, std::string> periods)
        : batch_(batch), kind_(recordKind(batch.role)), keys_(keys), ledger_(ledger), reader_(batch.rows, kind_),
          readerBefore_(ledger.rows(), kind_), periods_(std::move(periods)) {
        if (mayBeTotals(batch.role) && batch.period)
            period_ = fmt::format("{}/{}", toIso(batch.period->first), toIso(batch.period->last));
        for (const StoredBatch& one : known) {
            if (one.file == batch.file && one.layer == batch.layer && one.role == batch.role && one.state == BatchState::live)
                earlier_.insert(one.id);
        }
    }

    /// Lists of units are the earlier ones again when they bear their name: they get their days, and lose or gain a few units.
    [[nodiscard]] bool isAList() const { return hasVersions(kind_.role) && !earlier_.empty(); }

    /// Whether most of what the file of this path said last is in the new one word for word.
    [[nodiscard]] bool isTheEarlierFileAgain() const {
        if (earlier_.empty()) return false;
        std::set<std::string> now;
        for (std::size_t row = 0; row < batch_.rows.rowCount; ++row) now.insert(wordForWord(batch_.rows, row));
        std::size_t all = 0;
        std::size_t again = 0;
        for (std::uint32_t place = 0; place < ledger_.rows().rowCount; ++place) {
            if (!isEarlier(place)) continue;
            ++all;
            again += now.contains(wordForWord(ledger_.rows(), place)) ? 1U : 0U;
        }
        return all > 0 && 2 * again >= all;
    }

    [[nodiscard]] std::vector<Pair> pairs(bool sameFile) const {
        LooseIndex rows; // that nothing else pairs
        std::set<std::int64_t> named;
        for (std::uint32_t row = 0; row < batch_.rows.rowCount; ++row) {
            const auto record = ledger_.find(keys_.keys[row]);
            if (record)
                named.insert(*record);
            else if (sameFile || !reader_.isNumbered(row))
                rows[looseKey(batch_.rows, kind_, reader_, row) + separator + period_].push_back(row);
        }
        if (rows.empty()) return {};
        const LooseIndex places = unpairedBefore(named, sameFile);
        std::vector<Pair> found;
        for (const auto& [key, ofRows] : rows) {
            const auto ofPlaces = places.find(key);
            const bool single = ofRows.size() == 1 && ofPlaces != places.end() && ofPlaces->second.size() == 1;
            if (single && mayBeOne(ofRows.front(), ofPlaces->second.front()))
                found.push_back({ofRows.front(), ofPlaces->second.front()});
        }
        return found;
    }

    [[nodiscard]] RecordKey keyAt(std::uint32_t place) const { return readerBefore_.key(place); }
    [[nodiscard]] std::string textAt(std::uint32_t place) const { return readerBefore_.text(place); }

private:
    /// Two units that both say since when they are there, and differ, are two.
    [[nodiscard]] bool mayBeOne(std::uint32_t row, std::uint32_t place) const {
        if (!hasVersions(kind_.role)) return true;
        return !batch_.rows.dateAt(fields::units.validFrom, row).known() ||
               !ledger_.rows().dateAt(fields::units.validFrom, place).known();
    }
    /// "Tháng 5" and "5 tháng đầu năm" end on one day, and are two totals. What is measured by reports has no such time.
    [[nodiscard]] std::string periodAt(std::uint32_t place) const {
        const auto period = periods_.find(ledger_.batches()[place]);
        return period == periods_.end() ? std::string() : period->second;
    }
    [[nodiscard]] bool isEarlier(std::uint32_t place) const { return earlier_.contains(ledger_.batches()[place]); }

    [[nodiscard]] LooseIndex unpairedBefore(const std::set<std::int64_t>& named, bool sameFile) const {
        LooseIndex places;
        for (std::uint32_t place = 0; place < ledger_.rows().rowCount; ++place) {
            if (named.contains(ledger_.fids()[place]) || (sameFile && !isEarlier(place))) continue;
            if (sameFile || !readerBefore_.isNumbered(place))
                places[looseKey(ledger_.rows(), kind_, readerBefore_, place) + separator + periodAt(place)].push_back(place);
        }
        return places;
    }

    const CheckedBatch& batch_;
    const RecordKind& kind_;
    const RowKeys& keys_;
    const RecordLedger& ledger_;
    RecordKeyReader reader_;
    RecordKeyReader readerBefore_;
    std::set<std::int64_t> earlier_; ///< batches of the file of the same path
    std::string period_;             ///< of the batch, where its rows are totals
    std::map<std::int64_t, std::string> periods_;
};

void tellWaiting(CheckedBatch& batch, std::uint32_t row, const std::string& before) {
    const std::int64_t sourceRow = row < batch.sourceRows.size() ? batch.sourceRows[row] : row;
    batch.problems.push_back({Severity::warning,
                              "probable-correction",
                              {batch.file, batch.layer, sourceRow, {}},
                              {fmt::format("Có thể là bản sửa của “{}”; chờ quyết định, chưa tính", before),
                               fmt::format("It may correct “{}”; it waits for a decision and does not count yet", before)},
                              {"Xem banlang review KHO", "See banlang review STORE"}});
}

} // namespace

std::string looseKey(const FeatureTable& rows, const RecordKind& kind, const RecordKeyReader& keys, std::size_t row) {
    if (hasVersions(kind.role)) return valueAt(rows, fields::units.code.name, row);
    if (keys.isNumbered(row)) return keys.text(row);
    std::string joined = valueAt(rows, fields::issued.issuer.name, row);
    for (const std::string_view name : kind.identity) {
        const RecordField* field = findField(kind, name);
        if (field == nullptr || field->type == ColumnType::number) continue;
        joined += separator;
        joined += valueAt(rows, name, row);
    }
    return joined;
}

LooseIndex looseIndexOf(const RecordLedger& ledger, const RecordKind& kind) {
    const RecordKeyReader keys(ledger.rows(), kind);
    LooseIndex places;
    for (std::uint32_t place = 0; place < ledger.rows().rowCount; ++place)
        places[looseKey(ledger.rows(), kind, keys, place)].push_back(place);
    return places;
}

Result<std::vector<std::uint32_t>> pairLeftovers(const Database& database, CheckedBatch& batch,
                                                 const std::vector<StoredBatch>& known, const RowKeys& keys, RecordLedger& ledger) {
    std::vector<std::uint32_t> waiting;
    if (ledger.rows().rowCount == 0) return waiting;
    const bool totals = mayBeTotals(batch.role);
    const Leftovers leftovers(batch, known, keys, ledger, totals ? periodsOf(database) : std::map<std::int64_t, std::string>());
    const bool again = leftovers.isAList() || leftovers.isTheEarlierFileAgain();
    if (!again && hasVersions(batch.role)) return waiting;
    for (const Pair& pair : leftovers.pairs(again)) {
        if (!again) {
            waiting.push_back(pair.row);
            tellWaiting(batch, pair.row, leftovers.textAt(pair.place));
            continue;
        }
        const RecordKey before = leftovers.keyAt(pair.place);
        ledger.unite(before, keys.keys[pair.row]);
        ledger.add(before, ledger.fids()[pair.place]);
        const std::string subject = fmt::format("{} {} {}", recordKind(batch.role).id, toText(before), toText(keys.keys[pair.row]));
        BANLANG_CHECK(ActLog(database).add({{}, std::string(act_kind::sameAs), subject, {}, {}, {}, {}}));
    }
    std::sort(waiting.begin(), waiting.end());
    return waiting;
}

} // namespace banlang::detail
