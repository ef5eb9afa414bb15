// SPDX-License-Identifier: MIT
#include "core/store/detail/unnamed_records.h"

#include "core/model/latest_date.h"
#include "core/model/record_traits.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace banlang::detail {
namespace {

constexpr std::size_t mostListed = 1'000;

/// The first day that a record tells of itself.
Date dayOf(const FeatureTable& rows, std::size_t row) {
    for (const Column& column : rows.columns) {
        if (isEventDate(column) && column.dates[row].known()) return column.dates[row];
    }
    return {};
}

struct Days {
    Date first;
    Date last{-Date::noDay};

    [[nodiscard]] bool contain(Date day) const { return day.known() && first <= day && day <= last; }
    void grow(Date day) {
        if (!day.known()) return;
        if (!first.known() || day < first) first = day;
        if (day > last) last = day;
    }
};

} // namespace

std::vector<std::uint32_t> unnamedRecords(const FeatureTable& rows, Role role, const RecordLedger& ledger,
                                          const std::vector<std::int64_t>& named) {
    const TextView issuers = issuersOrCommunesOf(rows);
    std::set<std::string_view> here;
    Days days;
    const bool events = traitsOf(role).temporal == TemporalKind::event;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        here.insert(issuers[row]);
        if (events) days.grow(dayOf(rows, row));
    }
    const TextView issuersBefore = issuersOrCommunesOf(ledger.rows());
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < ledger.rows().rowCount; ++place) {
        if (std::binary_search(named.begin(), named.end(), ledger.fids()[place])) continue;
        if (!here.contains(issuersBefore[place])) continue;
        if (events && !days.contain(dayOf(ledger.rows(), place))) continue;
        places.push_back(place);
    }
    return places;
}

void tellUnnamed(CheckedBatch& batch, const RecordLedger& ledger, const std::vector<std::uint32_t>& places) {
    batch.counts.noLongerNamed = places.size();
    if (places.empty()) return;
    const auto add = [&](Bilingual cause, Bilingual fix) {
        batch.problems.push_back(
            {Severity::warning, "no-longer-named", {batch.file, batch.layer, -1, {}}, std::move(cause), std::move(fix)});
    };
    const bool ends = batch.profile.complete;
    const Bilingual fate =
        ends ? Bilingual{"kết thúc, vì danh sách là đầy đủ", "ended, the list being complete"} : Bilingual{"được giữ lại", "kept"};
    add({fmt::format("Không còn trong tệp mới: {} (của cùng đơn vị); {}", places.size(), fate.vi),
         fmt::format("No longer in the new file: {} (of the same issuers); {}", places.size(), fate.en)},
        ends ? Bilingual{"Nếu nhầm, hoàn tác lần nạp này", "If that is a mistake, undo this import"}
             : Bilingual{"Nếu danh sách này là đầy đủ và các bản ghi kia phải bỏ, nạp lại với --complete",
                         "If this list is complete and the others have to go, import it again with --complete"});
    const RecordKeyReader keys(ledger.rows(), recordKind(batch.role));
    for (std::size_t i = 0; i < std::min(places.size(), mostListed); ++i) {
        const std::string record = keys.text(places[i]);
        add({fmt::format("“{}” không còn trong tệp này; {}", record, fate.vi),
             fmt::format("“{}” is no longer in this file; {}", record, fate.en)},
            {"Xem tệp mới có sót dòng này không", "See whether the new file lacks it by mistake"});
    }
}

} // namespace banlang::detail
