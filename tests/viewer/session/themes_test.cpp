// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "layers/themes/catalogue.h"
#include "tests/support/district_builder.h"
#include "tests/viewer/sample_window.h"

#include <map>
#include <set>

// Every programme shows its own map, table and chart, and nothing of another.

namespace banlang::viewer {
namespace {

using Themes = test::SampleWindow;

std::vector<std::string> allThemes() {
    std::vector<std::string> ids;
    for (const LayerInfo& layer : layerCatalogue()) {
        if (layer.isTheme && !layer.id.starts_with("gap-")) ids.emplace_back(layer.id);
    }
    ids.emplace_back("gaps");
    return ids;
}

std::set<std::string> themesOf(const nlohmann::json& state) {
    std::set<std::string> themes;
    for (const std::string id : state["layers"]) {
        for (const LayerInfo& layer : layerCatalogue()) {
            if (layer.isTheme && layer.id == id) themes.insert(id);
        }
    }
    return themes;
}

TEST_F(Themes, EachShowsItsOwnMapTableAndChart) {
    std::map<std::string, std::vector<std::uint8_t>> pictures;
    std::set<std::string> titles;
    for (const std::string& themeId : allThemes()) {
        SCOPED_TRACE(themeId);
        run({Verb::programme, {themeId}});
        const nlohmann::json state = this->state();
        // The first question is the one that nobody had to choose.
        const std::string layer = themeId == "gaps" ? "gap-village-without-green-route" : themeId;
        EXPECT_EQ(themesOf(state), (std::set<std::string>{layer}));
        EXPECT_EQ(state["table"]["id"], layer);
        EXPECT_EQ(state["chart"]["id"], layer);
        EXPECT_GT(state["table"]["rows"], 0);
        EXPECT_GT(state["chart"]["rows"], 0);
        EXPECT_TRUE(titles.insert(state["table"]["title"]["vi"]).second) << state["table"]["title"]["vi"];
        pictures[themeId] = picture();
    }
    const Layout& layout = session_->gui().layout();
    const Rect table{layout.bottom.x, layout.bottom.y + 39, layout.bottom.w - layout.chart.w, layout.bottom.h - 39};
    const Rect chart{layout.chart.x, layout.chart.y + 39, layout.chart.w, layout.chart.h - 39};
    for (const auto& [one, first] : pictures) {
        for (const auto& [other, second] : pictures) {
            if (other <= one) continue;
            EXPECT_GT(difference(first, second, table), 0.02) << "tables of " << one << " and " << other;
            EXPECT_GT(difference(first, second, chart), 0.02) << "charts of " << one << " and " << other;
            EXPECT_GT(difference(first, second, layout.map), 0.002) << "maps of " << one << " and " << other;
        }
    }
}

TEST_F(Themes, AGapThatIsChosenIsTheOneOnTheMapAndInTheChart) {
    run({Verb::programme, {"houses"}});
    run({Verb::gap, {"house-late"}});
    EXPECT_EQ(state()["programme"], "gaps");
    EXPECT_EQ(themesOf(state()), (std::set<std::string>{"gap-house-late"}));
    EXPECT_EQ(state()["table"]["id"], "gap-house-late");
    EXPECT_EQ(state()["chart"]["id"], "gap-house-late");
    run({Verb::gap, {"stale-data"}});
    EXPECT_EQ(themesOf(state()), (std::set<std::string>{"gap-stale-data"}));
    EXPECT_EQ(state()["chart"]["id"], "gap-stale-data");
    const Command unknown{Verb::gap, {"no-such-gap"}};
    EXPECT_FALSE(session_->run(unknown).has_value());
    // From there to a programme again nothing of the gap stays.
    run({Verb::programme, {"donated-land"}});
    EXPECT_EQ(themesOf(state()), (std::set<std::string>{"donated-land"}));
    EXPECT_EQ(state()["table"]["id"], "donated-land");
}

TEST_F(Themes, AMeetingIsLedToNoSingleHouseholdAndKeepsNone) {
    const std::string house(document().district->table(Role::houses).textAt(fields::houses.id, 0));
    const Command select{Verb::select, {"houses", house}};
    const auto refused = session_->run(select);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "hidden-from-audience");
    EXPECT_FALSE(session_->run({Verb::zoomTo, {"houses", house}}).has_value());
    run({Verb::audience, {"working-group"}});
    run(select);
    ASSERT_TRUE(document().selected);
    run({Verb::audience, {"meeting"}});
    EXPECT_FALSE(document().selected);
}

TEST_F(Themes, HousesAreCountedByTheirSteps) {
    run({Verb::audience, {"working-group"}});
    run({Verb::programme, {"houses"}});
    const auto table = session_->derived().analysis.table("houses");
    const auto chart = session_->derived().analysis.chart("houses");
    ASSERT_TRUE(table && chart);
    // What the steps of the villages add up to is what the communes add up to: every house of the sample has a village.
    double inTable = 0;
    for (const ReportRow& row : table->rows) {
        for (std::size_t column = 2; column < 8; ++column) inTable += row.cells[column].hasValue() ? row.cells[column].number : 0;
    }
    double inChart = 0;
    for (const ChartBar& bar : chart->bars) {
        for (const double part : bar.parts) inChart += part;
    }
    EXPECT_GT(inTable, 100);
    EXPECT_EQ(inTable, inChart);
}

TEST(EmptyProgrammes, AStoreWithoutRecordsSaysWhatIsMissingAndNothingOfAnother) {
    auto session = Session::create(Document(), 1, {});
    ASSERT_TRUE(session.has_value());
    (*session)->showDistrict(std::make_shared<const District>(banlang::test::twoCommunes().linked()), shippedRules(), "");
    std::set<std::string> words;
    for (const std::string& themeId : allThemes()) {
        SCOPED_TRACE(themeId);
        ASSERT_TRUE((*session)->run({Verb::programme, {themeId}}).has_value());
        (*session)->waitUntilShown(1600, 1000);
        const auto state = nlohmann::json::parse((*session)->stateJson());
        const std::string layer = themeId == "gaps" ? "gap-village-without-green-route" : themeId;
        EXPECT_EQ(state["table"]["id"], layer);
        EXPECT_EQ(state["chart"]["id"], layer);
        const auto table = (*session)->derived().analysis.table(layer);
        ASSERT_NE(table, nullptr);
        const auto& [nothing, filledBy] = table->note;
        EXPECT_FALSE(nothing.vi.empty() || nothing.en.empty() || filledBy.vi.empty() || filledBy.en.empty());
        EXPECT_TRUE(words.insert(std::string(nothing.vi)).second);
        // Without bars the chart offers to fill it.
        const bool offered = (*session)->gui().controlRegistry().find("chart.import").has_value();
        EXPECT_EQ(offered, state["chart"]["rows"] == 0);
    }
    // The two communes have villages, which a green route could reach; nothing else is known of them.
    EXPECT_EQ(words.size(), allThemes().size());
}

} // namespace
} // namespace banlang::viewer
