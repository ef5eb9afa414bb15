// SPDX-License-Identifier: MIT
// Every link and every sum of `status` beside the same computed by SQL over the tables of the store.
#include "core/store/store.h"
#include "tests/peers/peer_database.h"
#include "tests/support/soak_round.h"

#include <map>
#include <memory>
#include <set>
#include <tuple>

namespace banlang::peers {
namespace {

using e2e::banlang;

struct PeerStore {
    e2e::Folder folder;
    std::string path;
    District district;
    std::unique_ptr<PeerDatabase> database;
};

std::unique_ptr<PeerStore> makeStore(const std::string& source) {
    auto made = std::make_unique<PeerStore>();
    made->path = (made->folder / "store.gpkg").string();
    const e2e::Outcome imported = banlang({"import", source, "--into", made->path, "--json"});
    if (imported.exitCode != 0) throw std::runtime_error(imported.out.substr(0, 2'000));
    made->district = std::move(*openDistrict(made->path));
    made->database = std::make_unique<PeerDatabase>(made->path);
    for (const char* topic : {"1_units", "2_parcels", "3_records"}) made->database->runFile(topic);
    return made;
}

/// The committed district, and one that is grown for the test.
PeerStore& storeOf(bool grown) {
    static std::map<bool, std::unique_ptr<PeerStore>> stores;
    auto& store = stores[grown];
    if (store != nullptr) return *store;
    if (!grown) return *(store = makeStore(e2e::sampleFolder()));
    const e2e::Folder folder;
    const std::string district = (folder / "district").string();
    if (e2e::run("banlang-sample", {district, "--parcels", "20000", "--seed", std::to_string(11 + test::soakRound()), "-q"})
            .exitCode != 0)
        throw std::runtime_error("banlang-sample failed");
    return *(store = makeStore(district));
}

class Peers : public testing::TestWithParam<bool> {
protected:
    void SetUp() override {
        if (!PeerDatabase::available()) GTEST_SKIP() << "mod_spatialite is not installed; script/bootstrap installs it";
    }
    [[nodiscard]] static PeerStore& store() { return storeOf(GetParam()); }
    [[nodiscard]] static std::vector<std::int64_t> fidsOf(Role role) {
        std::vector<std::int64_t> fids;
        store().database->select(fmt::format("SELECT fid FROM \"{}\" ORDER BY fid", recordKind(role).table),
                                 [&](sqlite3_stmt* row) { fids.push_back(sqlite3_column_int64(row, 0)); });
        return fids;
    }
};

struct LinkColumn {
    Role role;
    std::string_view column;
    Reference reference;
};
constexpr auto commune = Reference::commune;
constexpr auto village = Reference::village;
constexpr LinkColumn linkColumns[] = {{Role::villages, "commune", commune},
                                      {Role::roads, "commune", commune},
                                      {Role::households, "village", village},
                                      {Role::households, "commune", commune},
                                      {Role::parcels, "village", village},
                                      {Role::parcels, "commune", commune},
                                      {Role::parcels, "household", Reference::household},
                                      {Role::donations, "parcel", Reference::parcelNumber},
                                      {Role::donations, "household", Reference::household},
                                      {Role::donations, "road", Reference::road},
                                      {Role::donations, "village", village},
                                      {Role::donations, "commune", commune},
                                      {Role::roadWorks, "road", Reference::road},
                                      {Role::roadWorks, "commune", commune},
                                      {Role::gardens, "parcel", Reference::parcelNumber},
                                      {Role::gardens, "household", Reference::household},
                                      {Role::gardens, "village", village},
                                      {Role::gardens, "commune", commune},
                                      {Role::houses, "household", Reference::household},
                                      {Role::houses, "village", village},
                                      {Role::houses, "commune", commune},
                                      {Role::supportList, "household", Reference::household},
                                      {Role::supportList, "village", village},
                                      {Role::supportList, "commune", commune},
                                      {Role::saturdays, "village", village},
                                      {Role::saturdays, "commune", commune},
                                      {Role::meetings, "village", village},
                                      {Role::meetings, "commune", commune},
                                      {Role::criteria, "commune", commune},
                                      {Role::targets, "commune", commune},
                                      {Role::greenRoutes, "road", Reference::road},
                                      {Role::greenRoutes, "village", village},
                                      {Role::greenRoutes, "commune", commune},
                                      {Role::modelVillages, "village", village},
                                      {Role::modelVillages, "commune", commune}};

struct Difference {
    std::int64_t fid;
    std::int64_t ours; ///< 0: not linked
    std::int64_t theirs;
};

TEST_P(Peers, EveryLinkIsTheSame) {
    std::map<Role, std::vector<std::int64_t>> fids;
    for (const RecordKind& kind : recordKinds()) fids[kind.role] = fidsOf(kind.role);
    std::set<std::int64_t> inOneVillage;
    store().database->select(PeerDatabase::sqlOf("parcels_across_villages"),
                             [&](sqlite3_stmt* row) { inOneVillage.insert(sqlite3_column_int64(row, 0)); });
    EXPECT_GT(inOneVillage.size(), fids[Role::parcels].size() / 2);
    for (const LinkColumn& link : linkColumns) {
        const auto& ours = linksTo(std::as_const(store().district).linksOf(link.role), link.reference);
        const auto& targets = fids[targetOf(link.reference)];
        std::vector<Difference> differences;
        std::size_t at = 0;
        std::size_t linked = 0;
        store().database->select(fmt::format("SELECT fid, {} FROM link_{} ORDER BY fid", link.column, recordKind(link.role).table),
                                 [&](sqlite3_stmt* row) {
                                     const std::int32_t target = linkedRow(ours, at);
                                     const Difference pair{sqlite3_column_int64(row, 0),
                                                           target < 0 ? 0 : targets[static_cast<std::size_t>(target)],
                                                           sqlite3_column_int64(row, 1)};
                                     if (fids[link.role].at(at++) != pair.fid) throw std::runtime_error("rows are not the same");
                                     linked += pair.theirs != 0 ? 1 : 0;
                                     if (pair.ours != pair.theirs) differences.push_back(pair);
                                 });
        const auto where = fmt::format("{} to {}", recordKind(link.role).id, link.column);
        EXPECT_EQ(at, fids[link.role].size()) << where;
        EXPECT_GT(linked, at / 2) << where << ": too few to tell";
        // Only a parcel that lies in several villages may go to another of them.
        const bool byPlace = link.role == Role::parcels && link.reference == village;
        for (const Difference& one : differences) {
            if (byPlace && one.ours != 0 && !inOneVillage.contains(one.fid)) continue;
            ADD_FAILURE() << where << ", fid " << one.fid << ": " << one.ours << ", SQL " << one.theirs;
            break;
        }
        EXPECT_LT(differences.size(), std::max<std::size_t>(1, at / 100)) << where;
    }
}

using Sums = std::map<std::tuple<std::string, std::string, std::string>, double>; ///< level, code, figure

Sums sumsOfPeer(const PeerDatabase& database) {
    Sums sums;
    database.select(PeerDatabase::sqlOf("sums_by_unit"), [&](sqlite3_stmt* row) {
        const auto text = [&](int column) { return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column))); };
        sums[{text(0), text(1), text(2)}] = sqlite3_column_double(row, 3);
    });
    return sums;
}

Sums sumsOfOurs(const std::string& path, const std::string& day, const std::set<std::string>& figures) {
    const nlohmann::json status = banlang({"status", path, "--as-of", day, "--json"}).json();
    Sums sums;
    for (const auto& unit : status["units"]) {
        for (const auto& [figure, entry] : unit["indicators"].items()) {
            if (figures.contains(figure) && !entry["value"].is_null())
                sums[{unit["level"].get<std::string>(), unit["code"].get<std::string>(), figure}] = entry["value"].get<double>();
        }
    }
    return sums;
}

TEST_P(Peers, EverySumOfEveryUnitIsTheSame) {
    for (const std::string day : {"2022-05-18", "2022-03-31"}) {
        const PeerDatabase database(store().path);
        database.runText(fmt::format("CREATE TEMP TABLE day AS SELECT '{}' AS as_of", day));
        for (const char* topic : {"1_units", "2_parcels", "3_records", "4_set_aside", "5_sums"}) database.runFile(topic);
        const Sums theirs = sumsOfPeer(database);
        std::set<std::string> figures;
        for (const auto& [key, value] : theirs) figures.insert(std::get<2>(key));
        EXPECT_EQ(figures.size(), 14U) << day;
        const Sums ours = sumsOfOurs(store().path, day, figures);
        EXPECT_EQ(ours.size(), theirs.size()) << day;
        for (const auto& [key, value] : theirs) {
            const auto& [level, code, figure] = key;
            const auto found = ours.find(key);
            ASSERT_NE(found, ours.end()) << day << " " << level << " " << code << " " << figure;
            EXPECT_NEAR(found->second, value, 1e-6 * std::max(1.0, std::abs(value)))
                << day << " " << level << " " << code << " " << figure;
        }
    }
}

std::string nameOf(const testing::TestParamInfo<bool>& district) {
    return district.param ? "Grown" : "Committed";
}

INSTANTIATE_TEST_SUITE_P(Districts, Peers, testing::Bool(), nameOf);

} // namespace
} // namespace banlang::peers
