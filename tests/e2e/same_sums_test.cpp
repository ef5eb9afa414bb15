// SPDX-License-Identifier: MIT
// One thing has one number: in the legend, in the table of units and on the sheets, whoever reads it and whatever the day.
#include "tests/e2e/made_once.h"

#include <algorithm>
#include <map>
#include <memory>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

constexpr const char* days[] = {"2021-12-31", "2022-05-18", "2022-12-31"};
constexpr double rounding = 0.005;

struct Store {
    Folder folder;
    std::string path;
};

const Store& clean() {
    static const auto once = [] {
        auto store = std::make_unique<Store>();
        store->path = sampleStore(store->folder);
        return store;
    }();
    return *once;
}

const Store& messy() {
    static const auto once = [] {
        auto store = std::make_unique<Store>();
        store->path = (store->folder / "huyện.gpkg").string();
        const std::string source = std::string(BANLANG_SOURCE_DIR) + "/sample-data/messy-district";
        constexpr int partly = 5; // some files of a messy folder are no tables
        EXPECT_EQ(banlang({"import", source, "--into", store->path, "--json"}).exitCode, partly);
        return store;
    }();
    return *once;
}

double valueOf(const Json& unit, const std::string& indicator) {
    const Json& value = unit["indicators"][indicator]["value"];
    return value.is_number() ? value.get<double>() : 0;
}

/// No unit has less than those below it together.
void expectSums(const Json& units, const std::string& where) {
    const Json& district = units[0];
    for (const auto& [indicator, told] : district["indicators"].items()) {
        double communes = 0;
        for (const Json& commune : units) {
            if (commune["level"] != "commune") continue;
            communes += valueOf(commune, indicator);
            double villages = 0;
            for (const Json& village : units) {
                if (village["level"] == "village" && village["parent"] == commune["code"]) villages += valueOf(village, indicator);
            }
            EXPECT_GE(valueOf(commune, indicator) - villages, -rounding) << where << commune["name"] << " " << indicator;
        }
        EXPECT_GE(valueOf(district, indicator) - communes, -rounding) << where << indicator;
    }
}

/// Legend figures of a layer by the number of their class.
std::map<int, double> legendOf(const std::string& store, const char* day, const std::string& audience, const std::string& layerId,
                               const char* figure) {
    const Json all = banlang({"layers", store, "--as-of", day, "--audience", audience, "--json"}).json();
    std::map<int, double> figures;
    for (const Json& layer : all["layers"]) {
        if (layer["id"] != layerId) continue;
        int row = 0;
        for (const Json& entry : layer["classes"]) {
            const bool told = entry.contains(figure) && entry[figure].is_number();
            figures[row++] = told ? entry[figure].get<double>() : -1;
        }
    }
    return figures;
}

/// Small numbers are hidden outside the working group, and there alone.
bool isTold(double figure, const std::string& audience) {
    EXPECT_TRUE(figure >= 0 || audience != "working-group");
    return figure >= 0;
}

void expectSameFigures(const Store& store, const char* day, const std::string& audience) {
    const Json status = banlang({"status", store.path, "--as-of", day, "--json"}).json();
    const Json& district = status["units"][0];
    const std::string where = fmt::format("{} {} ", day, audience);
    expectSums(status["units"], where);
    const auto gardens = legendOf(store.path, day, audience, "renovated-gardens", "count");
    const double begun =
        valueOf(district, "gardens_finished") + valueOf(district, "gardens_in_progress") + valueOf(district, "gardens_lapsed");
    const double registered = valueOf(district, "gardens_registered");
    const double table[] = {valueOf(district, "gardens_finished"), valueOf(district, "gardens_in_progress"), registered - begun,
                            valueOf(district, "gardens_lapsed")};
    for (int state = 0; state < 4; ++state) {
        if (isTold(gardens.at(state), audience)) {
            EXPECT_EQ(gardens.at(state), table[state]) << where << "gardens, row " << state;
        }
    }
    const auto houses = legendOf(store.path, day, audience, "houses", "count");
    double all = 0;
    bool allTold = true;
    for (int step = 0; step < 6; ++step) {
        allTold = allTold && isTold(houses.at(step), audience);
        all += houses.at(step);
    }
    if (allTold) {
        EXPECT_EQ(all, valueOf(district, "houses_planned")) << where;
    }
    if (isTold(houses.at(0), audience)) {
        EXPECT_EQ(houses.at(0), valueOf(district, "houses_finished")) << where;
    }
}

TEST(SameSums, LegendAndTableCountTheSameRecordsOnEveryDayForEveryReader) {
    for (const Store* store : {&clean(), &messy()}) {
        for (const char* day : days) {
            for (const char* audience : {"meeting", "working-group"}) expectSameFigures(*store, day, audience);
        }
    }
}

/// The words of a sheet.
std::string wordsOf(const fs::path& pdf) {
    const fs::path text = pdf.string() + ".txt";
    EXPECT_EQ(std::system(fmt::format("pdftotext -layout {} {}", quoted(pdf.string()), quoted(text.string())).c_str()), 0);
    return readFile(text);
}

TEST(SameSums, NoSheetOfAnyCommuneHasARemainderBelowNought) {
    const Folder folder;
    const Json status = banlang({"status", clean().path, "--as-of", "2022-05-18", "--json"}).json();
    std::size_t sheets = 0;
    for (const Json& unit : status["units"]) {
        if (unit["level"] != "commune") continue;
        const fs::path pdf = folder / fmt::format("{}.pdf", unit["code"].get<std::string>());
        const Outcome drawn = banlang({"map", clean().path, "--layer", "renovated-gardens", "--as-of", "2022-05-18", "--unit",
                                       unit["code"].get<std::string>(), "--paper", "A4", "-o", pdf.string(), "--json"});
        ASSERT_EQ(drawn.exitCode, 0) << drawn.out;
        const std::string words = wordsOf(pdf);
        const bool isTown = unit["name"].get<std::string>().starts_with("Thị trấn");
        EXPECT_NE(words.find(isTown ? "Cộng thị trấn" : "Cộng xã"), std::string::npos) << unit["name"];
        EXPECT_EQ(words.find("−"), std::string::npos) << unit["name"] << words;
        EXPECT_EQ(words.find("Chưa rõ thôn"), std::string::npos) << unit["name"] << words;
        ++sheets;
    }
    EXPECT_EQ(sheets, 13U);
}

} // namespace
} // namespace banlang::e2e
