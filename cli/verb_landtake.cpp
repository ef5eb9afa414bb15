// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/base/write_error.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct LandTakeArguments {
    std::string store;
    std::string road;
    std::string asOf;
    double widthM = 0;
};

std::string_view stateId(LandState state) {
    switch (state) {
    case LandState::certificateUpdated:
        return "certificate-updated";
    case LandState::donated:
        return "donated";
    case LandState::pledged:
        return "pledged";
    case LandState::needed:
        return "needed";
    }
    return "";
}

std::string parcelKey(const FeatureTable& parcels, std::size_t row) {
    return fmt::format("{}/{}/{}", parcels.textAt(fields::parcels.communeCode, row), parcels.textAt(fields::parcels.sheet, row),
                       parcels.textAt(fields::parcels.number, row));
}

Json roadJson(const District& district, const RoadAcquisition& acquisition) {
    Json parcels = Json::array();
    for (const ParcelAcquisition& parcel : acquisition.parcels) {
        parcels.push_back({{"id", parcelKey(district.table(Role::parcels), parcel.parcel)},
                           {"m2", parcel.areaM2},
                           {"state", stateId(parcel.state)},
                           {"from_m", parcel.fromM},
                           {"to_m", parcel.toM}});
    }
    return {{"id", district.table(Role::roads).textAt(fields::roads.id, acquisition.road)},
            {"name", district.table(Role::roads).textAt(fields::roads.name, acquisition.road)},
            {"width_m", acquisition.currentWidthM},
            {"target_width_m", acquisition.targetWidthM},
            {"needed_m2", acquisition.neededM2},
            {"donated_m2", acquisition.donatedM2},
            {"pledged_m2", acquisition.pledgedM2},
            {"outstanding_m2", acquisition.outstandingM2},
            {"parcels", parcels}};
}

std::optional<std::uint32_t> roadRow(const District& district, const std::string& id) {
    const FeatureTable& roads = district.table(Role::roads);
    for (std::uint32_t row = 0; row < roads.rowCount; ++row) {
        if (roads.textAt(fields::roads.id, row) == id) return row;
    }
    return std::nullopt;
}

int runLandTake(const LandTakeArguments& arguments, const CommonOptions& common) {
    const auto context = analysisContext(arguments.store, common, arguments.asOf);
    if (!context) return fail(common, context.error());
    const District& district = context->district();
    const auto road = arguments.road.empty() ? std::nullopt : roadRow(district, arguments.road);
    if (!arguments.road.empty() && !road) {
        return fail(common,
                    {ErrorKind::usage,
                     "unknown-road",
                     {fmt::format("Không có tuyến “{}”", arguments.road), fmt::format("There is no road “{}”", arguments.road)},
                     {"Xem mã tuyến bằng banlang export --layer roads", "See the ids with banlang export --layer roads"},
                     {}});
    }
    const auto width = arguments.widthM > 0 ? std::optional(arguments.widthM) : std::nullopt;
    const auto acquisitions = rightOfWayAcquisition(*context, {road, width});
    if (context->shouldStop()) return fail(common, stoppedError(arguments.store));
    Json list = Json::array();
    for (const RoadAcquisition& acquisition : acquisitions) {
        if (common.json) {
            list.push_back(roadJson(district, acquisition));
            continue;
        }
        const auto area = [&](double m2) { return formatNumber(m2, 0, common.language()); };
        print("{:<10} {:<32} {:>5.1f} -> {:<4.1f} m {:>9} m2 {:>9} {:>9}\n",
              district.table(Role::roads).textAt(fields::roads.id, acquisition.road),
              district.table(Role::roads).textAt(fields::roads.name, acquisition.road), acquisition.currentWidthM,
              acquisition.targetWidthM, area(acquisition.neededM2), area(acquisition.donatedM2), area(acquisition.outstandingM2));
    }
    if (common.json) printJson("landtake", {{"as_of", toIso(context->asOf())}, {"roads", list}});
    return 0;
}

} // namespace

void addLandTake(CommandLine& line) {
    auto arguments = std::make_shared<LandTakeArguments>();
    VerbOptions verb = line.addVerb("landtake", "Đất còn cần cho đường / land still needed");
    verb.option("STORE", arguments->store).required();
    verb.option("--road", arguments->road, "Mã tuyến / road id");
    verb.option("--width", arguments->widthM, "Bề rộng nền / bed width, m").between(0.5, 100.0);
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    line.whenChosen(verb, [&line, arguments] { return runLandTake(*arguments, line.common); });
}

} // namespace banlang::cli
