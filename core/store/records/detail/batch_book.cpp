// SPDX-License-Identifier: MIT
#include "core/store/records/detail/batch_book.h"

#include <fmt/format.h>

#include <charconv>
#include <sstream>

namespace banlang::detail {
namespace {

std::set<std::string, std::less<>> wordsOf(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::set<std::string, std::less<>> words;
    for (std::string word; stream >> word;) words.insert(std::move(word));
    return words;
}

/// Reports that live acts of a kind are about, as far as their batches are known here.
Result<std::set<ReportPlace>> reportsOf(const Database& database, std::string_view kind, const BatchBook& book) {
    std::set<ReportPlace> reports;
    BANLANG_TRY(acts, ActLog(database).live(kind));
    for (const Act& act : acts) {
        if (const auto place = book.placeOf(act.subject)) reports.insert(*place);
    }
    return reports;
}

} // namespace

Result<BatchBook> BatchBook::read(const Database& database) {
    BatchBook book;
    Statement select = database.prepare("SELECT fid, hash, reported_on, state, import, origin FROM banlang_batches");
    if (!select.valid()) return Unexpected(database.error());
    while (select.row()) {
        const std::int64_t batch = select.integer(0);
        book.batches[batch] = {std::string(select.text(1)), parseDate(select.text(2)).value_or(Date{}), select.text(3) == "live",
                               select.integer(4), wordsOf(select.text(5))};
        book.numbers[std::string(select.text(1))] = batch;
    }
    if (select.failed()) return Unexpected(database.error());
    BANLANG_TRY(withdrawn, reportsOf(database, act_kind::withdrawReport, book));
    book.withdrawnReports = std::move(withdrawn);
    BANLANG_TRY(released, reportsOf(database, act_kind::release, book));
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

std::string BatchBook::reportId(std::int64_t batch, std::uint32_t row) const {
    return fmt::format("{}/{}", of(batch).hash, row);
}

std::optional<ReportPlace> BatchBook::placeOf(std::string_view reportId) const {
    const std::size_t slash = reportId.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto batch = numbers.find(reportId.substr(0, slash));
    std::uint32_t row = 0;
    const char* const end = reportId.data() + reportId.size();
    const auto [rest, failure] = std::from_chars(reportId.data() + slash + 1, end, row);
    if (batch == numbers.end() || failure != std::errc() || rest != end) return std::nullopt;
    return ReportPlace{batch->second, row};
}

} // namespace banlang::detail
