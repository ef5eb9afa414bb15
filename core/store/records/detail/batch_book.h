// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/report_log.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace banlang::detail {

/// What has to be known of a batch to weigh its reports.
struct BatchFacts {
    std::string hash;
    Date reportedOn;
    bool counts = true; ///< neither taken back nor read anew
    std::int64_t importId = 0;
    std::set<std::string, std::less<>> origins; ///< offices of the stores into which it was imported
};

/// The batches of a store by number, and the reports about which something was said one by one.
struct BatchBook {
    std::map<std::int64_t, BatchFacts> batches;
    std::map<std::string, std::int64_t, std::less<>> numbers; ///< of the batches, by hash
    std::set<ReportPlace> withdrawnReports;
    std::set<ReportPlace> released; ///< those that wait for nobody any more

    [[nodiscard]] static Result<BatchBook> read(const Database& database);
    /// Of a batch that the store does not list, as rows of other programs have: one that counts and says nothing else.
    [[nodiscard]] const BatchFacts& of(std::int64_t batch) const;
    [[nodiscard]] bool counts(const StoredReport& report) const;

    /// "hash/row": names a report in every store, as acts and answers do.
    [[nodiscard]] std::string reportId(std::int64_t batch, std::uint32_t row) const;
    [[nodiscard]] std::string reportId(const StoredReport& report) const { return reportId(report.batch, report.sourceRow); }
    /// Where the report of that name stands; nothing when it is no such name or its batch is not known here.
    [[nodiscard]] std::optional<ReportPlace> placeOf(std::string_view reportId) const;
};

} // namespace banlang::detail
