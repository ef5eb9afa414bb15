// SPDX-License-Identifier: MIT
#include "core/intake/layer_names.h"

#include "core/model/record_fields.h"
#include "core/model/record_traits.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace banlang {
namespace {

/// Folders above the nearest, where months and communes stand in either order: "thang 5/Xa A/hien dat.csv".
std::vector<std::string> outerFolders(const std::string& file) {
    constexpr int levels = 2;
    std::vector<std::string> names;
    std::filesystem::path folder = std::filesystem::path(file).parent_path();
    for (int level = 0; level < levels; ++level) {
        folder = folder.parent_path();
        if (!folder.filename().empty()) names.push_back(folder.filename().string());
    }
    return names;
}

} // namespace

ReportNames reportNamesOf(const ParsedLayer& layer) {
    ReportNames around{layer.names, layer.names.empty() ? 0U : 1U};
    for (std::string& folder : outerFolders(layer.file)) {
        around.names.push_back(std::move(folder));
        ++around.folders;
    }
    return around;
}

AdminUnitContext contextOf(const ParsedLayer& layer, const KnownAdminUnits& communes) {
    AdminUnitContext context{layer.userProfile.commune, layer.names};
    if (context.commune || communes.codeNamedIn(context.names)) return context;
    for (std::string& folder : outerFolders(layer.file)) context.names.push_back(std::move(folder));
    return context;
}

std::optional<Period> periodOfTotals(const ReportNames& around, Role role, bool hasDays, std::optional<Date> reportedOn) {
    if (!mayBeTotals(role) || hasDays) return std::nullopt;
    const ReportTime time = findReportTime(around, reportedOn);
    return time.period ? time.period : time.month;
}

void dateTotals(FeatureTable& rows, const Period& period, ProblemList& problems) {
    Column* date = rows.find(fields::events.date);
    if (date == nullptr || rows.rowCount == 0) return;
    std::fill(date->dates.begin(), date->dates.end(), period.last);
    const std::string from = toVietnamese(period.first);
    const std::string to = toVietnamese(period.last);
    problems.addForLayer(
        Severity::note, "total-of-period",
        {fmt::format("Không có cột ngày; số liệu là tổng từ {} đến {}, ghi vào ngày cuối kỳ", from, to),
         fmt::format("There is no column of days; the figures are totals from {} to {}, entered on the last day", from, to)},
        {"Các tổng chồng kỳ của một đơn vị không cộng với nhau; nếu mỗi dòng là một việc, thêm cột ngày",
         "Totals of one unit whose periods overlap are not added; if each row is an event, add a column of days"});
}

void takeReportTime(const ReportNames& around, std::optional<Date> reportedOn, CheckedBatch& batch, ProblemList& problems) {
    const ReportTime time = findReportTime(around, reportedOn);
    batch.reportedOn = time.day;
    batch.period = time.period;
    batch.reportYearMissing = time.yearMissing;
    const Bilingual setIt{"Nếu sai, đặt report_day = \"2022-05-31\" trong tệp ánh xạ",
                          "If that is wrong, set report_day = \"2022-05-31\" in a mapping file"};
    if (time.yearMissing) {
        problems.addForLayer(
            Severity::note, "report-day",
            {fmt::format("“{}” không cho biết năm nào; ngày báo cáo để trống", time.foundIn),
             fmt::format("“{}” does not say of which year; the day of the report is left open", time.foundIn)},
            {"Đặt report_day = \"2022-05-31\" trong tệp ánh xạ", "Set report_day = \"2022-05-31\" in a mapping file"});
    } else if (time.day.known() && !time.foundIn.empty()) {
        problems.addForLayer(Severity::note, "report-day",
                             {fmt::format("Số liệu tính đến ngày {}, theo “{}”", toVietnamese(time.day), time.foundIn),
                              fmt::format("Figures as of {}, as “{}” says", toVietnamese(time.day), time.foundIn)},
                             setIt);
    }
}

} // namespace banlang
