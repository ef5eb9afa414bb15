// SPDX-License-Identifier: MIT
#include "core/store/records/detail/missing_reports.h"

#include "core/model/record_kinds.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>

#include <map>

namespace banlang::detail {
namespace {

Result<void> countReports(const Database& database, const std::string& sql, std::map<std::int64_t, std::size_t>& counts) {
    Statement select = database.prepare(sql);
    while (select.row()) counts[select.integer(0)] += static_cast<std::size_t>(select.integer(1));
    return select.valid() && !select.failed() ? Result<void>() : Result<void>(Unexpected(database.error()));
}

} // namespace

Result<std::vector<IncompleteBatch>> incompleteBatches(const Database& database) {
    std::map<std::int64_t, std::size_t> counts;
    for (const RecordKind& kind : recordKinds()) {
        BANLANG_CHECK(countReports(
            database,
            fmt::format("SELECT batch, count(*) FROM \"{}\" WHERE source_row IS NOT NULL AND batch IS NOT NULL GROUP BY batch",
                        kind.table),
            counts));
        if (ReportLog(database, kind.role, 0).exists())
            BANLANG_CHECK(countReports(
                database, fmt::format("SELECT batch, count(*) FROM \"{}\" GROUP BY batch", ReportLog::nameOf(kind)), counts));
    }
    std::vector<IncompleteBatch> incomplete;
    Statement select = database.prepare("SELECT fid, file, rows_loaded FROM banlang_batches WHERE state <> 'absent' ORDER BY fid");
    while (select.row()) {
        const auto brought = static_cast<std::size_t>(select.integer(2));
        const auto there = counts[select.integer(0)];
        if (there != brought) incomplete.push_back({select.integer(0), std::string(select.text(1)), brought, there});
    }
    if (!select.valid() || select.failed()) return Unexpected(database.error());
    return incomplete;
}

Bilingual textOf(const std::vector<IncompleteBatch>& batches) {
    const IncompleteBatch& first = batches.front();
    Bilingual text{
        fmt::format("lớp #{} ({}) đã nạp {} dòng, nay có {}", first.batch, first.file, first.brought, first.there),
        fmt::format("layer #{} ({}) brought {} rows, and {} are there", first.batch, first.file, first.brought, first.there)};
    if (batches.size() > 1) {
        text.vi += fmt::format("; và {} lớp nữa", batches.size() - 1);
        text.en += fmt::format("; and {} more layers", batches.size() - 1);
    }
    return text;
}

} // namespace banlang::detail
