// SPDX-License-Identifier: MIT
#include "viewer/chart_model.h"

#include "core/model/as_of.h"
#include "viewer/table_model.h"

#include <cmath>

namespace banlang::viewer {
namespace {

std::int32_t communeOf(const District& district, Role role, std::size_t row) {
    const auto& links = district.linksOf(role).commune;
    return row < links.size() ? links[row] : notLinked;
}

std::vector<ChartBar> emptyBars(const District& district, std::size_t partCount) {
    const FeatureTable& communes = district.table(Role::communes);
    std::vector<ChartBar> bars;
    for (std::uint32_t row = 0; row < communes.rowCount; ++row) {
        bars.push_back({{Role::communes, row}, fullName(communes, row), std::vector<double>(partCount, 0.0), 0, false});
    }
    return bars;
}

} // namespace

ChartModel landChart(const District& district, const std::vector<RoadLandTake>& takes) {
    ChartModel chart{
        {"Đất hiến theo xã, % đất cần", "Donated land by commune, % of need"}, {"còn cần, m²", "to do, m²"}, 0, {}, {}};
    chart.parts = {
        {"Đã chỉnh lý GCN", "Certificate updated"}, {"Đã hiến", "Donated"}, {"Đã cam kết", "Pledged"}, {"Còn cần", "Still needed"}};
    chart.bars = emptyBars(district, chart.parts.size());
    for (const RoadLandTake& take : takes) {
        for (const ParcelTake& parcel : take.parcels) {
            const std::int32_t commune = communeOf(district, Role::parcels, parcel.parcel);
            if (commune == notLinked) continue;
            ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
            for (std::size_t state = 0; state < landStates; ++state) bar.parts[state] += parcel.byStateM2[state];
            bar.amount += parcel.byStateM2[static_cast<std::size_t>(LandState::needed)];
        }
    }
    return chart;
}

ChartModel worksChart(const District& district, Date asOf) {
    ChartModel chart{{"Đường theo xã, % kế hoạch", "Roads by commune, % of plan"}, {"còn làm, km", "to do, km"}, 1, {}, {}};
    chart.parts = {{"Xong", "Done"}, {"Đang làm", "Under way"}, {"Kế hoạch", "Planned"}};
    chart.bars = emptyBars(district, chart.parts.size());
    const TableModel works = worksTable(district, asOf);
    const FeatureTable& table = district.table(Role::roadWorks);
    std::size_t line = 0;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const auto state = workState(table, row, asOf);
        if (!state) continue;
        const double km = works.rows[line++].cells[4].number;
        const std::int32_t commune = communeOf(district, Role::roadWorks, row);
        if (commune == notLinked || std::isnan(km)) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += km;
        if (*state != WorkState::finished) bar.amount += km;
    }
    return chart;
}

ChartModel gardensChart(const District& district, Date asOf, Audience audience) {
    ChartModel chart{{"Vườn cải tạo theo xã, % đăng ký", "Gardens by commune, % of registered"}, {"vườn xong", "done"}, 0, {}, {}};
    chart.parts = {{"Đã xong", "Done"}, {"Đang làm", "In progress"}, {"Đăng ký", "Registered"}, {"Bỏ dở", "Lapsed"}};
    chart.bars = emptyBars(district, chart.parts.size());
    const FeatureTable& gardens = district.table(Role::gardens);
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const auto state = gardenState(gardens, row, asOf);
        const std::int32_t commune = communeOf(district, Role::gardens, row);
        if (commune == notLinked || !state) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += 1;
    }
    for (ChartBar& bar : chart.bars) {
        bar.amount = bar.parts[0];
        for (const double part : bar.parts) bar.hidden = bar.hidden || mustHide(audience, static_cast<std::size_t>(part));
    }
    return chart;
}

} // namespace banlang::viewer
