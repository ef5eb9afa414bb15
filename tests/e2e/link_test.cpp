// SPDX-License-Identifier: MIT
// The ladder over a whole district, held against the truth of its generator: what it links is right, what can be told is linked,
// one wrong letter links nothing; and what a person decides about the rest holds.
#include "core/link/household_lookup.h"
#include "core/link/link_candidates.h"
#include "core/text/keys.h"
#include "tests/e2e/truth.h"
#include "tests/support/columns.h"

#include <functional>
#include <memory>
#include <set>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

std::vector<Row> truthOf(std::string_view kind) {
    return readCsv(fs::path(messyFolder()) / fmt::format("truth/records/{}.csv", kind));
}

const District& messyDistrict() {
    static const District district = [] {
        const Folder folder;
        const std::string store = (folder / "huyện.gpkg").string();
        fs::copy_file(messyImport() / "store.gpkg", store);
        return openStore(store);
    }();
    return district;
}

struct Score {
    std::size_t decidable = 0;
    std::size_t linked = 0;
    std::size_t wrong = 0;

    void count(bool canBeTold, const std::string& found, const std::string& truth) {
        decidable += canBeTold ? 1U : 0U;
        linked += canBeTold && found == truth ? 1U : 0U;
        wrong += !found.empty() && found != truth ? 1U : 0U;
    }
    void expect(std::size_t least, const std::string& of) const {
        EXPECT_GE(decidable, least) << of;
        EXPECT_EQ(wrong, 0U) << of << ": precision of automatic links is 100 %";
        EXPECT_GE(static_cast<double>(linked), 0.99 * static_cast<double>(decidable)) << of;
    }
};

std::string linkedKey(const District& district, Role role, Reference reference, std::size_t row) {
    const std::int32_t target = linkedRow(linksTo(district.linksOf(role), reference), row);
    return target < 0 ? std::string() : targetKey(district, targetOf(reference), static_cast<std::size_t>(target));
}

std::set<std::string> keysOf(const District& district, Role role) {
    std::set<std::string> keys;
    for (std::size_t row = 0; row < district.table(role).rowCount; ++row) keys.insert(targetKey(district, role, row));
    return keys;
}

/// What a record of the truth refers to by this field; a parcel by commune, sheet and number.
std::string referred(const Row& truth, const RecordField& field) {
    const auto at = [&](const std::string& column) {
        const auto found = truth.find(column);
        return found == truth.end() ? std::string() : found->second;
    };
    const std::string value = at(std::string(field.name));
    return field.reference != Reference::parcelNumber || value.empty() ? value
                                                                       : at("commune_code") + "/" + at("sheet") + "/" + value;
}

TEST(LinkTruth, EveryReferenceOfTheMessyDistrictLeadsWhereItShould) {
    const District& district = messyDistrict();
    Score score;
    for (const RecordKind& kind : recordKinds()) {
        if (kind.key.empty() || district.table(kind.role).rowCount == 0) continue;
        std::map<std::string, std::size_t> rowOf;
        for (std::size_t row = 0; row < district.table(kind.role).rowCount; ++row)
            rowOf[keyOf(district.table(kind.role), kind.key, row)] = row;
        for (const RecordField& field : kind.fields) {
            const bool parts = field.reference == Reference::none || field.reference == Reference::parcelSheet ||
                               field.reference == Reference::householdHead || kind.role == Role::parcels;
            if (parts) continue;
            const std::set<std::string> there = keysOf(district, targetOf(field.reference));
            for (const Row& truth : truthOf(kind.id)) {
                const std::string expected = referred(truth, field);
                std::string key;
                for (const std::string_view part : kind.key)
                    key += fmt::format("{}{}", key.empty() ? "" : "/", truth.at(std::string(part)));
                const auto row = rowOf.find(key);
                if (expected.empty() || row == rowOf.end()) continue;
                score.count(there.contains(expected), linkedKey(district, kind.role, field.reference, row->second), expected);
            }
        }
    }
    RecordProperty("decidable", static_cast<int>(score.decidable));
    RecordProperty("linked", static_cast<int>(score.linked));
    score.expect(8'000, "references");
}

void rewrite(FeatureTable& table, std::string_view column, const std::function<std::string(std::size_t)>& text) {
    TextValues texts;
    for (std::size_t row = 0; row < table.rowCount; ++row) texts.append(text(row));
    table.columnNamed(column)->text = std::move(texts);
}

/// The ways in which offices write one name.
std::string asAnOfficeWrites(const std::string& name, std::size_t way) {
    switch (way % 4) {
    case 0:
        return name;
    case 1:
        return "  " + foldedNameKey(name) + " ";
    case 2:
        return withoutDiacritics(name);
    default:
        return "Ông " + name;
    }
}

/// Gardens and houses name their household by its head and village alone.
TEST(LinkTruth, HeadsAndVillagesLeadToTheHouseholdThatAnIdLedTo) {
    District district = messyDistrict();
    const FeatureTable& households = district.table(Role::households);
    std::map<std::string, std::size_t> bearers; // of a name in a village, with and without accents
    for (std::size_t row = 0; row < households.rowCount; ++row) {
        const std::string village(test::textAt(households, "village_code", row));
        const std::string head = householdHeadKey(test::textAt(households, "head_name", row));
        for (const std::string& key : std::set<std::string>{head, withoutDiacritics(head)}) ++bearers[village + "/" + key];
    }
    for (const Role role : {Role::gardens, Role::houses}) {
        FeatureTable& table = district.table(role);
        const std::vector<std::int32_t> truth = district.linksOf(role).household;
        const auto household = [&](std::size_t row) { return static_cast<std::size_t>(truth[row]); };
        rewrite(table, "household_id", [](std::size_t) { return std::string(); });
        rewrite(table, "head_name", [&](std::size_t row) {
            return asAnOfficeWrites(std::string(test::textAt(households, "head_name", household(row))), row);
        });
        rewrite(table, "village_code", [&](std::size_t row) {
            const FeatureTable& villages = district.table(Role::villages);
            const auto village = static_cast<std::size_t>(district.linksOf(Role::households).village[household(row)]);
            return row % 2 == 0 ? fullName(villages, village) : std::string(test::textAt(villages, "code", village));
        });
        if (role == Role::gardens) rewrite(table, "number", [](std::size_t) { return std::string(); });
        const auto reports = linkDistrict(district);
        Score score;
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const std::string village(test::textAt(households, "village_code", household(row)));
            const std::string said = householdHeadKey(test::textAt(table, "head_name", row));
            score.count(bearers[village + "/" + said] == 1, linkedKey(district, role, Reference::household, row),
                        targetKey(district, Role::households, household(row)));
        }
        RecordProperty(std::string(recordKind(role).table) + "_decidable", static_cast<int>(score.decidable));
        score.expect(table.rowCount / 2, std::string(recordKind(role).id));
        EXPECT_EQ(reports[indexOf(role)].linked + reports[indexOf(role)].unresolved.size(), table.rowCount);
    }
}

/// One letter of every name is another.
TEST(LinkTruth, OneWrongLetterLinksNothing) {
    District district = messyDistrict();
    const auto misspelt = [](std::string_view name) { return fmt::format("{}w", name); };
    const auto misspell = [&](Role role, std::string_view column, Reference reference) {
        const std::vector<std::int32_t> truth = linksTo(std::as_const(district).linksOf(role), reference);
        const FeatureTable& targets = district.table(targetOf(reference));
        const char* nameColumn = targetOf(reference) == Role::households ? "head_name" : "name";
        rewrite(district.table(role), column, [&](std::size_t row) {
            const std::int32_t target = linkedRow(truth, row);
            return target < 0 ? std::string() : misspelt(test::textAt(targets, nameColumn, static_cast<std::size_t>(target)));
        });
    };
    misspell(Role::saturdays, "village_code", Reference::village);
    misspell(Role::criteria, "unit_code", Reference::commune);
    misspell(Role::roadWorks, "road_id", Reference::road);
    misspell(Role::houses, "head_name", Reference::household);
    rewrite(district.table(Role::houses), "household_id", [](std::size_t) { return std::string(); });
    const auto reports = linkDistrict(district);
    for (const auto& [role, reference] : {std::pair(Role::saturdays, Reference::village),
                                          {Role::criteria, Reference::commune},
                                          {Role::roadWorks, Reference::road},
                                          {Role::houses, Reference::household}}) {
        const auto& links = linksTo(std::as_const(district).linksOf(role), reference);
        EXPECT_GT(links.size(), 30U);
        EXPECT_EQ(std::count_if(links.begin(), links.end(), [](std::int32_t row) { return row >= 0; }), 0) << recordKind(role).id;
    }
    const UnresolvedReference& unresolved = reports[indexOf(Role::saturdays)].unresolved.at(0);
    EXPECT_GT(candidatesFor(district, unresolved).at(0).similarity, 0.7) << "yet the right one is suggested";
}

/// A sample store with two open records: Saturday shifts of a village that is written in no known way.
class LinkVerb : public testing::Test {
protected:
    Folder folder_;
    std::string store_ = sampleStore(folder_);
    std::string commune_;
    std::string village_;

    LinkVerb() {
        const District district = openStore(store_);
        village_ = test::textAt(district.table(Role::villages), "code", 0);
        commune_ = codeAt(district.table(Role::communes), district.linksOf(Role::villages).commune[0]);
        import(20);
    }
    void import(int participants) const {
        std::ofstream(folder_ / "thu_bay.csv")
            << fmt::format("date,commune_code,village_code,organisation,participants\n2022-05-07,{0},Bản Lạ,Đoàn Thanh niên,{1}\n"
                           "2022-05-14,{0},Bản Lạ,Đoàn Thanh niên,{1}\n",
                           commune_, participants);
        const Outcome outcome =
            banlang({"import", (folder_ / "thu_bay.csv").string(), "--into", store_, "--as", "saturdays", "--json"});
        EXPECT_TRUE(outcome.exitCode == 0 || outcome.exitCode == 5) << outcome.out << outcome.err;
    }
    [[nodiscard]] Json link(std::vector<std::string> options = {}) const {
        options.insert(options.begin(), {"link", store_, "--json", "--lang", "en"});
        return banlang(options).json();
    }
    [[nodiscard]] static std::vector<Json> openSaturdays(const Json& links) {
        for (const Json& table : links["tables"]) {
            if (table["name"] == "saturdays") return table["open"].get<std::vector<Json>>();
        }
        return {};
    }
    /// Fills the only line about saturdays.
    void fill(const std::string& sheet, const std::string& target) const {
        std::string csv = readFile(sheet);
        const std::size_t line = csv.find("\nsaturdays,village_code,Bản Lạ,");
        ASSERT_NE(line, std::string::npos) << csv;
        csv.replace(csv.find(",,,q", line), 3, "," + target + ",,");
        std::ofstream(sheet, std::ios::binary) << csv;
    }
};

TEST_F(LinkVerb, ListsWhatIsOpenWithItsCandidates) {
    const auto unresolved = openSaturdays(link({"--candidates", "3"}));
    ASSERT_EQ(unresolved.size(), 2U);
    EXPECT_EQ(unresolved[0]["field"], "village_code");
    EXPECT_EQ(unresolved[0]["key"], "Bản Lạ");
    EXPECT_EQ(unresolved[0]["within"], commune_);
    EXPECT_EQ(unresolved[0]["reason_id"], "unknown");
    for (const Json& candidate : unresolved[0]["candidates"]) {
        for (const char* field : {"key", "name", "likeness"}) EXPECT_TRUE(candidate.contains(field)) << field;
    }
    EXPECT_FALSE(openSaturdays(link())[0].contains("candidates")) << "only when asked for";
}

TEST_F(LinkVerb, ASheetGoesOutIsFilledInAndHoldsThroughTheNextImport) {
    const std::string sheet = (folder_ / "rà soát.csv").string();
    EXPECT_EQ(link({"--export", sheet})["file"], sheet);
    EXPECT_EQ(banlang({"link", store_, "--export", sheet}).exitCode, 6) << "never overwrites unasked";
    fill(sheet, village_);
    const Json overrides = link({"--decide", sheet, "--by", "phòng NN"});
    EXPECT_EQ(overrides["decided"], 1);
    EXPECT_EQ(overrides["decisions"], (Json{{"live", 1}, {"superseded", 0}, {"withdrawn", 0}}));
    EXPECT_TRUE(openSaturdays(overrides).empty());
    import(25);
    EXPECT_TRUE(openSaturdays(link()).empty()) << "a corrected file says the same words";
    const District district = openStore(store_);
    const TableLinks& links = district.linksOf(Role::saturdays);
    EXPECT_EQ(std::count(links.method.begin(), links.method.end(), LinkMethod::manualOverride), 2);
}

TEST_F(LinkVerb, ATargetThatIsNotThereWritesNothing) {
    const std::string sheet = (folder_ / "a.csv").string();
    (void)link({"--export", sheet});
    fill(sheet, "9999999");
    const Outcome outcome = banlang({"link", store_, "--decide", sheet, "--json"});
    EXPECT_EQ(outcome.exitCode, 3);
    const Json error = outcome.json()["error"];
    EXPECT_EQ(error["code"], "target-unknown");
    EXPECT_EQ(error["where"]["file"], sheet);
    EXPECT_GT(error["where"]["row"], 1);
    EXPECT_TRUE(link({"--log"})["log"].empty());
}

TEST_F(LinkVerb, TheLogKeepsEveryDecisionAndItsEnd) {
    const std::string list = (folder_ / "a.json").string();
    for (const std::string& target : {std::string("-"), village_}) {
        std::ofstream(list) << Json::array({{{"role", "saturdays"},
                                             {"field", "village_code"},
                                             {"said", "Bản Lạ"},
                                             {"within", commune_},
                                             {"target", target},
                                             {"note", "hỏi xã"}}});
        EXPECT_EQ(link({"--decide", list, "--by", "phòng NN"})["decided"], 1);
    }
    EXPECT_EQ(link({"--withdraw", "2", "--by", "lãnh đạo"})["decisions"], (Json{{"live", 0}, {"superseded", 1}, {"withdrawn", 1}}));
    const Json log = link({"--log"})["log"];
    ASSERT_EQ(log.size(), 3U);
    EXPECT_EQ(log[0]["state"], "superseded");
    EXPECT_EQ(log[0]["target"], "");
    EXPECT_EQ(log[1]["state"], "withdrawn");
    EXPECT_EQ(log[1]["reason"], "hỏi xã");
    EXPECT_EQ(log[2]["state"], "withdrawal");
    EXPECT_EQ(log[2]["decided_by"], "lãnh đạo");
    EXPECT_EQ(openSaturdays(link()).size(), 2U) << "open again";
    EXPECT_EQ(banlang({"link", store_, "--withdraw", "9"}).exitCode, 2);
}

/// A list of support that knows people by name only.
/// A number that two communes gave is told with the one that gave it.
std::string withoutIssuer(const std::string& key) {
    return key.substr(key.find('/') + 1);
}

TEST_F(LinkVerb, AListWithoutIdsIsTakenInAndLinkedByHeadAndVillage) {
    const District district = openStore(store_);
    const FeatureTable& households = district.table(Role::households);
    std::map<std::string, std::vector<std::size_t>> named;
    for (std::size_t row = 0; row < households.rowCount; ++row)
        named[fmt::format("{}/{}", test::textAt(households, "village_code", row),
                          householdHeadKey(test::textAt(households, "head_name", row)))]
            .push_back(row);
    std::string csv = "Họ và tên,Mã thôn,Vào danh sách\n";
    std::vector<std::string> expected;
    for (const auto& [name, rows] : named) {
        if (rows.size() != 1 || expected.size() >= 40) continue;
        expected.emplace_back(test::textAt(households, "id", rows[0]));
        csv += fmt::format("{},{},1/6/2022\n", test::textAt(households, "head_name", rows[0]),
                           test::textAt(households, "village_code", rows[0]));
    }
    std::ofstream(folder_ / "danh_sach_ho_tro.csv") << csv;
    const std::string path = (folder_ / "danh_sach_ho_tro.csv").string();
    const Outcome outcome = banlang({"import", path, "--into", store_, "--as", "support-list", "--json"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out << outcome.err;
    EXPECT_EQ(outcome.json()["batches"][0]["rows_loaded"], 40);
    const District after = openStore(store_);
    const FeatureTable& list = after.table(Role::supportList);
    std::set<std::string> found;
    for (std::size_t row = 0; row < list.rowCount; ++row) {
        if (test::textAt(list, "household_id", row).empty())
            found.insert(withoutIssuer(linkedKey(after, Role::supportList, Reference::household, row)));
    }
    EXPECT_EQ(found, std::set<std::string>(expected.begin(), expected.end()));
}

} // namespace
} // namespace banlang::e2e
