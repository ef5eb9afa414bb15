// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/report_log.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace banlang::detail {

/// Number of a new batch of one kind that no file brought, for `count` reports as of a day. To be called inside a transaction.
[[nodiscard]] Result<std::int64_t> addHandBatch(const Database& database, const RecordKind& kind, Date day, std::size_t count);

/// A hash for such a batch by what it says: the same in every copy of a store.
[[nodiscard]] Result<std::string> handBatchHash(const Database& database, std::int64_t batch, Role role, int epsg);

/// What people said of records of one kind themselves, in a decision or in another program. It is kept as reports, in one batch per
/// day, so that it is told, taken back and sent like all else, and two people who say different things are a conflict. Used once,
/// inside a transaction.
class HandReports {
public:
    HandReports(const Database& database, Role role, int epsg) : database_(database), role_(role), epsg_(epsg) {} ///< refers to it

    struct Subject {
        std::int64_t record = 0;      ///< fid of its row
        std::uint32_t occurrence = 0; ///< of its reports
        Date day;                     ///< as of which the word holds
    };
    /// The values of these fields in a row are a report on a record; it takes the place of `older` in what it says. What names the
    /// record is said with it.
    void add(const FeatureTable& values, std::uint32_t row, std::uint64_t fields, const Subject& subject,
             std::span<const ReportPlace> older);
    [[nodiscard]] bool empty() const { return ofDay_.empty(); }
    /// Writes the reports and works their records out anew.
    [[nodiscard]] Result<void> write();

private:
    struct OfDay {
        explicit OfDay(Role role) : reports(role) {}
        LoggedReports reports;
        std::vector<std::vector<ReportPlace>> older; ///< of each report
    };
    [[nodiscard]] Result<void> writeDay(Date day, OfDay& ofDay);

    const Database& database_;
    Role role_;
    int epsg_;
    std::map<Date, OfDay> ofDay_;
};

} // namespace banlang::detail
