// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/base/write_error.h"
#include "core/geo/crs.h"
#include "core/link/find_admin_unit.h"
#include "core/model/latest_date.h"
#include "core/store/rules.h"
#include "core/store/store.h"
#include "core/text/format.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace banlang::cli {

Result<std::shared_ptr<const District>> openStore(const std::string& path, const CommonOptions& common) {
    BANLANG_TRY(district, openDistrict(path, terminalProgress(common)));
    if (interruption().stop_requested()) return Unexpected(stoppedError(path));
    return std::make_shared<const District>(std::move(district));
}

Result<std::optional<int>> epsgNamed(const std::string& text) {
    const std::optional<int> epsg = epsgFromText(text);
    if (epsg || text.empty()) return epsg;
    return Unexpected(Error{ErrorKind::usage,
                            "crs-unknown",
                            {fmt::format("“{}” không phải mã hệ tọa độ", text), fmt::format("“{}” is not a CRS code", text)},
                            {"Viết EPSG và số, ví dụ EPSG:9217 (kinh tuyến trục 108°15')",
                             "Write EPSG and a number, for example EPSG:9217 (central meridian 108°15')"},
                            {}});
}

Result<Date> asOfDate(const std::string& text, const District& district) {
    if (text.empty()) {
        const Date latest = latestRecordedDate(district);
        return latest.known() ? latest : meetingDay();
    }
    if (const auto date = parseDate(text)) return *date;
    return Unexpected(Error{ErrorKind::usage,
                            "bad-date",
                            {fmt::format("“{}” không phải là ngày", text), fmt::format("“{}” is not a date", text)},
                            {"Viết 18/5/2022 hoặc 2022-05-18", "Write 18/5/2022 or 2022-05-18"},
                            {}});
}

Result<AnalysisContext> analysisContext(const std::string& storePath, const CommonOptions& common, const std::string& asOf,
                                        const std::string& compare) {
    BANLANG_TRY(district, openStore(storePath, common));
    return analysisContext(storePath, std::move(district), asOf, compare);
}

Result<AnalysisContext> analysisContext(const std::string& storePath, std::shared_ptr<const District> district,
                                        const std::string& asOf, const std::string& compare) {
    BANLANG_TRY(day, asOfDate(asOf, *district));
    std::optional<Date> compareWith;
    if (!compare.empty()) {
        BANLANG_TRY(before, asOfDate(compare, *district));
        compareWith = before;
    }
    BANLANG_TRY(rules, storedRules(storePath));
    return AnalysisContext(std::move(district), std::move(rules), day).comparedWith(compareWith).stoppedBy(interruption());
}

Result<LayerRequest> layerRequest(const std::string& storePath, std::shared_ptr<const District> district, const std::string& asOf,
                                  const std::string& audienceId, MapColourScheme colourScheme, const std::string& compare) {
    BANLANG_TRY(analysis, analysisContext(storePath, std::move(district), asOf, compare));
    const auto audience = audienceFromId(audienceId);
    if (!audience) {
        return Unexpected(
            Error{ErrorKind::usage,
                  "bad-audience",
                  {fmt::format("Không có đối tượng “{}”", audienceId), fmt::format("There is no audience “{}”", audienceId)},
                  {"Chọn meeting, working-group hoặc public", "Choose meeting, working-group or public"},
                  {}});
    }
    return LayerRequest{std::move(analysis), *audience, colourScheme};
}

Result<std::uint32_t> communeRow(const District& district, const std::string& text, Date on) {
    BANLANG_TRY(unit, findAdminUnit(district, text, AdminLevelFilter::communes, on));
    return unit.row;
}

Result<Role> kindNamed(const std::string& text) {
    if (const auto role = roleFromId(text)) return *role;
    std::string all;
    for (const RecordKind& kind : recordKinds()) all += fmt::format("{}{}", all.empty() ? "" : ", ", kind.id);
    return Unexpected(Error{ErrorKind::usage,
                            "unknown-kind",
                            {fmt::format("Không có loại “{}”", text), fmt::format("There is no kind “{}”", text)},
                            {fmt::format("Chọn một trong: {}", all), fmt::format("Choose one of: {}", all)},
                            {}});
}

std::vector<std::string> sourceNames(const std::string& path, Language language) {
    const auto store = Store::openForReading(path);
    if (!store) return {};
    const auto batches = store->batches();
    if (!batches) return {};
    std::map<Date, std::set<Role>> rolesByDay;
    for (const StoredBatch& batch : *batches) {
        if (batch.state == BatchState::live) rolesByDay[localDay(batch.importedAt)].insert(batch.role);
    }
    std::vector<std::string> names;
    for (const auto& [day, roles] : rolesByDay) {
        std::string kinds;
        for (const Role role : roles) {
            if (!kinds.empty()) kinds += ", ";
            kinds += recordKind(role).label.in(language);
        }
        names.push_back(fmt::format("{} {}: {}", language == Language::vietnamese ? "nhập ngày" : "imported on",
                                    formatDate(day, language), kinds));
    }
    return names;
}

} // namespace banlang::cli
