// SPDX-License-Identifier: MIT
#include "sample-data/monthly/monthly.h"

#include "sample-data/messy/delivery.h"
#include "sample-data/messy/messy_district.h"
#include "sample-data/monthly/monthly_units.h"
#include "sample-data/monthly/report_file.h"
#include "sample-data/monthly/year_truth.h"
#include "sample-data/read_parcels.h"

#include <fmt/format.h>

#include <filesystem>

namespace banlang::sample {
namespace {

namespace fs = std::filesystem;

Result<void> writeReport(const MonthReport& report, const Commune& commune, const ReportHabits& habits, const std::string& folder) {
    const fs::path place = fs::path(folder) / fmt::format("thang-{:02}-2022", report.month + 1) / fullName(commune);
    std::error_code failure; // shows itself when the file is written
    fs::create_directories(place, failure);
    return writeBytes((place / fileNameOf(report, habits)).string(), csvOf(report, commune, habits));
}

Result<void> writeYear(const CommuneYear& year, const Commune& commune, std::uint64_t seed, const std::string& folder,
                       YearTruth& truth) {
    const ReportHabits habits = reportHabits(year.commune);
    for (int month = 0; month < monthsOfYear; ++month) {
        for (std::size_t kind = 0; kind < reportedKinds().size(); ++kind) {
            const MonthReport report = reportOf(year, kind, month, seed);
            if (report.rows.empty()) continue;
            BANLANG_CHECK(writeReport(report, commune, habits, folder));
            truth.take(year, report);
        }
        truth.closeMonth(year, commune, month);
    }
    truth.ask(year, commune);
    return {};
}

} // namespace

Result<void> writeMonthlySample(const std::string& folder, const SampleOptions& options, const Progress& progress) {
    const std::unique_ptr<Landscape> land = growLandscape(options, progress);
    if (!land) return Unexpected(stopped());
    BANLANG_TRY(grown, growParcels(*land, folder, options.parcels, progress));
    const std::vector<Commune>& all = land->settlements.communes;
    const std::size_t communes = options.communes == 0 ? all.size() : std::min(options.communes, all.size());
    const fs::path units = fs::path(folder) / "don-vi";
    std::error_code failure; // shows itself when the files are written
    fs::create_directories(units, failure);
    BANLANG_CHECK(writeUnits(*land, std::move(grown.parcels), communes, units.string()));
    progress.tell(0.95, {"Viết báo cáo tháng", "Writing the monthly reports"});
    YearTruth truth;
    for (std::size_t c = 0; c < communes; ++c) {
        if (progress.shouldStop()) return Unexpected(stopped());
        BANLANG_CHECK(writeYear(drawYear(*land, grown.summary, c), all[c], options.seed, folder, truth));
    }
    return truth.write((fs::path(folder) / "truth").string());
}

} // namespace banlang::sample
