// SPDX-License-Identifier: MIT
// How much a person is asked: whatever offices send, a handful of cards, each asked once, and only where an answer changes a
// figure.
#include "tests/e2e/truth.h"

#include <algorithm>
#include <set>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostCards = 10;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// What an import asks, and what waits in the store afterwards.
struct Asked {
    Json questions;
    Json groups;

    [[nodiscard]] std::size_t cards() const { return questions.size() + groups.size(); }
    [[nodiscard]] Json ofKind(const std::string& kind) const {
        Json found = Json::array();
        std::copy_if(questions.begin(), questions.end(), std::back_inserter(found),
                     [&](const Json& question) { return question["kind"] == kind; });
        return found;
    }
};

Asked asked(const Json& report, const std::string& store) {
    const Outcome review = banlang({"review", store, "--json"});
    EXPECT_EQ(review.exitCode, 0) << review.out << review.err;
    return {report["questions"], review.json()["groups"]};
}

Json import(const fs::path& source, const std::string& store, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"import", source.string(), "--into", store, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome imported = banlang(arguments);
    EXPECT_TRUE(imported.exitCode == 0 || imported.exitCode == 5) << imported.exitCode << imported.out.substr(0, 2'000);
    return imported.json();
}

/// The communes and villages of the sample.
std::string unitStore(const Folder& folder) {
    const fs::path made = madeOnce("units", [](const fs::path& place) {
        for (const char* file : {"communes.gpkg", "villages.gpkg"})
            EXPECT_EQ(banlang({"import", sampleFolder() + "/" + file, "--into", (place / "store.gpkg").string()}).exitCode, 0);
    });
    const std::string store = (folder / "kho.gpkg").string();
    fs::copy_file(made / "store.gpkg", store);
    return store;
}

constexpr std::array<const char*, 3> communes{"00901", "00904", "00907"};

/// Two months of three communes under the same file names; neither a sheet nor a name says of which month.
void writeUndated(const fs::path& folder, bool sameFigures = false) {
    for (const int month : {0, 1}) {
        const int more = sameFigures ? 0 : 20 * month;
        for (const char* commune : communes) {
            const fs::path place = folder / (month == 0 ? "gửi trước" : "gửi sau") / commune;
            write(place / "cong trinh.csv",
                  fmt::format("Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,{0},ĐX1,nâng cấp,{1}\n"
                              "CT2,{0},ĐX1,nâng cấp,{2}\n",
                              commune, 40 + more, 55 + more));
            write(place / "nha o.csv",
                  fmt::format("Mã nhà,Mã hộ,Mã thôn,Giai đoạn,Ngày công đã góp\nN1,H1,{0}01,2022,{1}\n", commune, 5 + more));
            write(place / "vuon.csv", fmt::format("Mã vườn,Mã hộ,Mã thôn,Diện tích (m²)\nV1,H1,{0}01,{1}\n", commune, 300 + more));
        }
    }
}

std::size_t count(const std::string& store, Role role) {
    return openStore(store).table(role).rowCount;
}

TEST(QuestionBudget, TheMessyDistrictRaisesAHandfulOfCards) {
    const fs::path made = messyImport();
    const Asked all = asked(Json::parse(readFile(made / "import.json")), (made / "store.gpkg").string());
    EXPECT_LE(all.cards(), mostCards) << all.questions.dump(1) << all.groups.dump(1);
}

TEST(QuestionBudget, MonthsOfManyCommunesWithoutADayAreOneQuestion) {
    const Folder folder;
    const std::string store = unitStore(folder);
    writeUndated(folder / "xã gửi");
    const Json report = import(folder / "xã gửi", store);
    const Asked all = asked(report, store);
    EXPECT_LE(all.cards(), mostCards) << all.questions.dump(1) << all.groups.dump(1);
    const Json days = all.ofKind("report-day");
    ASSERT_EQ(days.size(), 1U) << report["questions"].dump(1);
    EXPECT_EQ(days[0]["layers"].size(), 9U) << "three files of each commune, of the month that came second";
    EXPECT_EQ(days[0]["records"], 12);
    EXPECT_EQ(days[0]["blocking"], false);
    EXPECT_EQ(count(store, Role::roadWorks), 6U) << "the rest is loaded meanwhile";
    EXPECT_EQ(count(store, Role::gardens), 3U);
}

TEST(QuestionBudget, DaysThatAreGivenToTheFoldersLeaveNothingOpen) {
    const Folder folder;
    const std::string store = unitStore(folder);
    writeUndated(folder / "xã gửi");
    (void)import(folder / "xã gửi", store);
    std::string days;
    for (const auto& [place, day] : {std::pair("gửi trước", "2022-05-31"), std::pair("gửi sau", "2022-06-30")}) {
        for (const char* commune : communes) {
            for (const char* file : {"cong trinh.csv", "nha o.csv", "vuon.csv"})
                days += fmt::format("[[layer]]\nfile = \"{}/{}/{}\"\nreport_day = {}\n\n", place, commune, file, day);
        }
    }
    write(folder / "ngay.toml", days);
    const Asked all = asked(import(folder / "xã gửi", store, {"--map", (folder / "ngay.toml").string()}), store);
    EXPECT_EQ(all.cards(), 0U) << all.questions.dump(1) << all.groups.dump(1);
    const FeatureTable works = openStore(store).table(Role::roadWorks);
    std::multiset<double> percents;
    for (std::size_t row = 0; row < works.rowCount; ++row) percents.insert(works.numberAt(fields::roadWorks.percentDone, row));
    EXPECT_EQ(percents, (std::multiset<double>{60, 60, 60, 75, 75, 75})) << "June is the last word";
}

TEST(QuestionBudget, ADayThatChangesNoFigureIsNotAskedFor) {
    const Folder folder;
    const std::string store = unitStore(folder);
    writeUndated(folder / "xã gửi", true);
    const Asked all = asked(import(folder / "xã gửi", store), store);
    EXPECT_EQ(all.cards(), 0U) << all.questions.dump(1) << all.groups.dump(1);
}

TEST(QuestionBudget, ListsOfADozenCommunesThatNobodyKnowsAreOneQuestion) {
    const Folder folder;
    const std::string store = unitStore(folder);
    writeUndated(folder / "xã gửi");
    for (int commune = 0; commune < 12; ++commune) {
        const fs::path place = folder / "xã gửi" / fmt::format("xã {}", commune);
        write(place / "so lieu.csv", "Mã thôn,Ngày,Nội dung\n0090401,1/3/2022,phát quang\n");
        write(place / "diem.csv", "Mã hộ,Mã thôn,Chủ hộ,X,Y\nH1,0090401,Lý Thị Mẩy,500123.5,1200456.5\n");
    }
    const Json report = import(folder / "xã gửi", store);
    const Asked all = asked(report, store);
    EXPECT_LE(all.cards(), mostCards) << all.questions.dump(1) << all.groups.dump(1);
    for (const char* kind : {"role", "crs"}) {
        ASSERT_EQ(all.ofKind(kind).size(), 1U) << kind << report["questions"].dump(1);
        EXPECT_EQ(all.ofKind(kind)[0]["layers"].size(), 12U) << kind;
    }
    EXPECT_EQ(count(store, Role::roadWorks), 6U);
}

} // namespace
} // namespace banlang::e2e
