// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/land_take.h"
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
    return fmt::format("{}/{}/{}", parcels.textAt("commune_code", row), parcels.textAt("sheet", row),
                       parcels.textAt("number", row));
}

Json roadJson(const District& district, const RoadLandTake& take) {
    Json parcels = Json::array();
    for (const ParcelTake& parcel : take.parcels) {
        parcels.push_back({{"id", parcelKey(district.table(Role::parcels), parcel.parcel)},
                           {"m2", parcel.areaM2},
                           {"state", stateId(parcel.state)},
                           {"from_m", parcel.fromM},
                           {"to_m", parcel.toM}});
    }
    return {{"id", district.table(Role::roads).textAt("id", take.road)},
            {"name", district.table(Role::roads).textAt("name", take.road)},
            {"width_m", take.currentWidthM},
            {"target_width_m", take.targetWidthM},
            {"needed_m2", take.neededM2},
            {"donated_m2", take.donatedM2},
            {"pledged_m2", take.pledgedM2},
            {"outstanding_m2", take.outstandingM2},
            {"parcels", parcels}};
}

std::optional<std::uint32_t> roadRow(const District& district, const std::string& id) {
    const FeatureTable& roads = district.table(Role::roads);
    for (std::uint32_t row = 0; row < roads.rowCount; ++row) {
        if (roads.textAt("id", row) == id) return row;
    }
    return std::nullopt;
}

int runLandTake(const LandTakeArguments& arguments, const CommonOptions& common) {
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto asOf = asOfDate(arguments.asOf, **district);
    if (!asOf) return fail(common, asOf.error());
    const auto road = arguments.road.empty() ? std::nullopt : roadRow(**district, arguments.road);
    if (!arguments.road.empty() && !road) {
        return fail(common,
                    {ErrorKind::usage,
                     "unknown-road",
                     {fmt::format("Không có tuyến “{}”", arguments.road), fmt::format("There is no road “{}”", arguments.road)},
                     {"Xem mã tuyến bằng banlang export --layer roads", "See the ids with banlang export --layer roads"},
                     {}});
    }
    const auto width = arguments.widthM > 0 ? std::optional(arguments.widthM) : std::nullopt;
    const auto takes = landTake(**district, *asOf, road, width);
    Json list = Json::array();
    for (const RoadLandTake& take : takes) {
        if (common.json) {
            list.push_back(roadJson(**district, take));
            continue;
        }
        const auto area = [&](double m2) { return formatNumber(m2, 0, common.language()); };
        fmt::print("{:<10} {:<32} {:>5.1f} -> {:<4.1f} m {:>9} m2 {:>9} {:>9}\n",
                   (*district)->table(Role::roads).textAt("id", take.road),
                   (*district)->table(Role::roads).textAt("name", take.road), take.currentWidthM, take.targetWidthM,
                   area(take.neededM2), area(take.donatedM2), area(take.outstandingM2));
    }
    if (common.json) printJson("landtake", {{"as_of", toIso(*asOf)}, {"roads", list}});
    return 0;
}

} // namespace

void addLandTake(CommandLine& line) {
    auto arguments = std::make_shared<LandTakeArguments>();
    CLI::App* verb = line.app.add_subcommand("landtake", "Đất còn cần cho đường / land still needed");
    verb->add_option("STORE", arguments->store)->required();
    verb->add_option("--road", arguments->road, "Mã tuyến / road id");
    verb->add_option("--width", arguments->widthM, "Bề rộng nền / bed width, m")->check(CLI::Range(0.5, 100.0));
    verb->add_option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runLandTake(*arguments, line.common); }; });
}

} // namespace banlang::cli
