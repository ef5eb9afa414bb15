// SPDX-License-Identifier: MIT
#include "core/store/records/detail/batch_book.h"

#include "core/store/records/detail/act_log.h"

#include <charconv>
#include <sstream>
#include <string_view>

namespace banlang::detail {

namespace {

using NumbersByHash = std::map<std::string, std::int64_t, std::less<>>;

std::set<std::string, std::less<>> wordsOf(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::set<std::string, std::less<>> words;
    for (std::string word; stream >> word;) words.insert(std::move(word));
    return words;
}

/// Reports that live acts of a kind name, "hash/row" each, as far as their batches are known here.
Result<std::set<std::pair<std::int64_t, std::uint32_t>>> reportsOf(const Database& database, std::string_view kind,
                                                                   const NumbersByHash& numbers) {
    std::set<std::pair<std::int64_t, std::uint32_t>> reports;
    BANLANG_TRY(acts, ActLog(database).live(kind));
    for (const Act& act : acts) {
        const std::size_t slash = act.subject.find('/');
        const auto batch = numbers.find(std::string_view(act.subject).substr(0, slash));
        if (slash == std::string::npos || batch == numbers.end()) continue;
        std::uint32_t row = 0;
        const char* const end = act.subject.data() + act.subject.size();
        if (std::from_chars(act.subject.data() + slash + 1, end, row).ec == std::errc()) reports.emplace(batch->second, row);
    }
    return reports;
}

} // namespace

Result<BatchBook> BatchBook::read(const Database& database) {
    BatchBook book;
    Statement select = database.prepare("SELECT fid, hash, reported_on, state, import, origin FROM banlang_batches");
    if (!select.valid()) return Unexpected(database.error());
    NumbersByHash numbers;
    while (select.row()) {
        const std::int64_t batch = select.integer(0);
        book.batches[batch] = {std::string(select.text(1)), parseDate(select.text(2)).value_or(Date{}), select.text(3) == "live",
                               select.integer(4), wordsOf(select.text(5))};
        numbers[std::string(select.text(1))] = batch;
    }
    if (select.failed()) return Unexpected(database.error());
    BANLANG_TRY(withdrawn, reportsOf(database, act_kind::withdrawReport, numbers));
    book.withdrawnReports = std::move(withdrawn);
    BANLANG_TRY(released, reportsOf(database, act_kind::release, numbers));
    book.released = std::move(released);
    return book;
}

const BatchFacts& BatchBook::of(std::int64_t batch) const {
    static const BatchFacts unlisted;
    const auto found = batches.find(batch);
    return found == batches.end() ? unlisted : found->second;
}

bool BatchBook::counts(const StoredReport& report) const {
    return of(report.batch).counts && !withdrawnReports.contains({report.batch, report.sourceRow});
}

} // namespace banlang::detail
