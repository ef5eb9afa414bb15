// SPDX-License-Identifier: MIT
// What the import and the links make of the sample district, held against the truth that its generator wrote beside it.
#include "tests/e2e/truth.h"
#include "tests/support/columns.h"

#include <set>

namespace banlang::e2e {
namespace {

std::vector<Row> readTruth(const std::string& name) {
    return readCsv(fs::path(sampleFolder()) / "truth" / name);
}

District openSample(const Folder& folder) {
    return openStore(sampleStore(folder));
}

std::set<std::string> faultyKeys(std::string_view rule) {
    std::set<std::string> keys;
    for (const Row& row : readTruth("faults.csv")) {
        if (row.at("rule") == rule) keys.insert(row.at("key"));
    }
    return keys;
}

TEST(Truth, EveryParcelLiesInItsVillage) {
    const Folder folder;
    const District district = openSample(folder);
    std::map<std::string, std::string> villageOf;
    for (const Row& row : readTruth("parcels.csv")) {
        villageOf[fmt::format("{}/{}/{}", row.at("commune_code"), row.at("sheet"), row.at("number"))] = row.at("village_code");
    }
    const FeatureTable& parcels = district.table(Role::parcels);
    std::size_t wrong = 0;
    std::size_t missing = 0;
    for (std::size_t row = 0; row < parcels.rowCount; ++row) {
        const auto truth = villageOf.find(keyOf(parcels, {"commune_code", "sheet", "number"}, row));
        if (truth == villageOf.end()) continue;
        const std::string found = codeAt(district.table(Role::villages), district.linksOf(Role::parcels).village[row]);
        if (found.empty()) {
            ++missing;
        } else if (found != truth->second) {
            ++wrong;
        }
    }
    RecordProperty("parcels", static_cast<int>(parcels.rowCount));
    RecordProperty("in_another_village", static_cast<int>(wrong));
    RecordProperty("in_none", static_cast<int>(missing));
    EXPECT_GT(parcels.rowCount, 5'000U);
    EXPECT_EQ(wrong, 0U);
    EXPECT_LE(missing, faultyKeys("outside-every-village").size());
}

TEST(Truth, EveryDonationFindsItsParcelRoadAndHouseholdAndNoOther) {
    const Folder folder;
    const District district = openSample(folder);
    std::map<std::string, Row> truthOf;
    for (const Row& row : readTruth("donations.csv")) truthOf[row.at("id")] = row;
    const FeatureTable& donations = district.table(Role::donations);
    const TableLinks& links = district.linksOf(Role::donations);
    const auto unknown = faultyKeys("unknown-parcel");
    const auto repeated = faultyKeys("duplicate-key");
    std::size_t compared = 0;
    for (std::size_t row = 0; row < donations.rowCount; ++row) {
        const std::string id(test::textAt(donations, "id", row));
        const auto truth = truthOf.find(id);
        if (truth == truthOf.end() || unknown.count(id) > 0) continue;
        // Of two donations of one number the truth knows the first.
        if (repeated.count(id) > 0 && test::textAt(donations, "number", row) != truth->second.at("number")) continue;
        ++compared;
        ASSERT_NE(links.parcel[row], notLinked) << id;
        EXPECT_EQ(
            keyOf(district.table(Role::parcels), {"commune_code", "sheet", "number"}, static_cast<std::size_t>(links.parcel[row])),
            fmt::format("{}/{}/{}", truth->second.at("commune_code"), truth->second.at("sheet"), truth->second.at("number")));
        ASSERT_NE(links.road[row], notLinked) << id;
        EXPECT_EQ(test::textAt(district.table(Role::roads), "id", static_cast<std::size_t>(links.road[row])),
                  truth->second.at("road_id"));
        if (truth->second.at("household_id").empty()) continue;
        ASSERT_NE(links.household[row], notLinked) << id;
        EXPECT_EQ(test::textAt(district.table(Role::households), "id", static_cast<std::size_t>(links.household[row])),
                  truth->second.at("household_id"));
    }
    EXPECT_GT(compared, 2'000U);
}

void expectVillages(const District& district, Role role, const std::string& truthFile) {
    std::map<std::string, std::string> villageOf;
    for (const Row& row : readTruth(truthFile)) villageOf[row.at("id")] = row.at("village_code");
    const FeatureTable& table = district.table(role);
    const auto repeated = faultyKeys("duplicate-key");
    std::size_t compared = 0;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const auto truth = villageOf.find(std::string(test::textAt(table, "id", row)));
        if (truth == villageOf.end()) continue;
        // A household that another commune numbered alike.
        const bool another = repeated.count(truth->first) > 0 && test::textAt(table, "village_code", row) != truth->second;
        if (another) continue;
        ++compared;
        EXPECT_EQ(codeAt(district.table(Role::villages), district.linksOf(role).village[row]), truth->second) << truth->first;
    }
    EXPECT_EQ(compared, villageOf.size()) << truthFile;
}

TEST(Truth, HouseholdsGardensAndHousesAreInTheirVillages) {
    const Folder folder;
    const District district = openSample(folder);
    expectVillages(district, Role::households, "households.csv");
    expectVillages(district, Role::gardens, "gardens.csv");
    expectVillages(district, Role::houses, "houses.csv");
}

TEST(Truth, TheImportListsEveryFaultThatWasMade) {
    const Folder folder;
    const nlohmann::json report = banlang({"import", sampleFolder(), "--into", (folder / "a.gpkg").string(), "--json"}).json();
    std::map<std::string, std::size_t> listed;
    for (const auto& batch : report["batches"]) {
        for (const auto& problem : batch["problems"]) ++listed[problem["rule"]];
    }
    for (const char* rule :
         {"self-intersection", "outside-every-village", "unknown-parcel", "missing-value", "negative-value", "unknown-household"}) {
        EXPECT_EQ(listed[rule], faultyKeys(rule).size()) << rule;
    }
    EXPECT_EQ(listed["repeated-number"], 1U) << "within one list; that a household stands in two communes, the check tells";
}

TEST(Truth, EveryPlantedGapIsFoundOnTheDayOfTheMeeting) {
    const Folder folder;
    const nlohmann::json answer = banlang({"gaps", sampleStore(folder), "--as-of", "2022-05-18", "--json"}).json();
    std::set<std::string> found;
    for (const auto& gap : answer["gaps"]) {
        for (const auto& item : gap["items"])
            found.insert(fmt::format("{} {}", gap["id"].get<std::string>(), item["code"].get<std::string>()));
    }
    std::map<std::string, std::size_t> planted;
    for (const Row& row : readTruth("gaps.csv")) {
        ++planted[row.at("gap")];
        EXPECT_TRUE(found.contains(fmt::format("{} {}", row.at("gap"), row.at("key")))) << row.at("gap") << " " << row.at("key");
    }
    EXPECT_GE(planted.size(), 15U);
}

} // namespace
} // namespace banlang::e2e
