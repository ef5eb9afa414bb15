// SPDX-License-Identifier: MIT
// A district as its offices send it, held against what the sender knew: every record a clerk could read is there, every field of it
// is right, it lies where it should and belongs to the right units, and nothing else is in the store.
#include "core/geo/measure.h"
#include "core/text/keys.h"
#include "tests/e2e/truth.h"
#include "tests/support/columns.h"
#include "tests/support/soak_round.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <set>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

/// A messy folder, imported.
struct Messy {
    Folder temporary;
    std::string source;
    std::string store;
    std::map<std::string, std::uintmax_t> sourceBefore;
    Outcome outcome;
    Json report;
    District district;
};

std::unique_ptr<Messy> imported(const std::string& source) {
    auto messy = std::make_unique<Messy>();
    messy->source = source.empty() ? (messy->temporary / "gửi lên").string() : source;
    if (source.empty()) {
        const Outcome grown = run("banlang-sample", {messy->source, "--messy", "--parcels", "4000", "--seed",
                                                     std::to_string(5 + test::soakRound()), "-q"});
        EXPECT_EQ(grown.exitCode, 0) << grown.err;
    }
    messy->store = (messy->temporary / "huyện.gpkg").string();
    messy->sourceBefore = stateOfFolder(messy->source);
    messy->outcome = banlang({"import", messy->source, "--into", messy->store, "--json"});
    messy->report = messy->outcome.json();
    messy->district = openStore(messy->store);
    return messy;
}

const Messy& messyDistrict() {
    static const std::unique_ptr<Messy> once = [] {
        auto messy = std::make_unique<Messy>();
        messy->source = messyFolder();
        messy->store = (messy->temporary / "huyện.gpkg").string();
        const fs::path made = messyImport();
        fs::copy_file(made / "store.gpkg", messy->store);
        messy->outcome = {std::stoi(readFile(made / "exit")), readFile(made / "import.json"), {}};
        messy->report = messy->outcome.json();
        messy->district = openStore(messy->store);
        return messy;
    }();
    return *once;
}

/// What tells the records of a kind apart in the truth.
std::vector<std::string_view> keyColumns(const RecordKind& kind) {
    if (kind.role == Role::communes || kind.role == Role::villages) return {"code"};
    const auto names = kind.key.empty() ? kind.identity : kind.key;
    return {names.begin(), names.end()};
}

std::string keyOfTruth(const Row& truth, const std::vector<std::string_view>& columns) {
    std::string key;
    for (const std::string_view column : columns) key += fmt::format("{}{}", key.empty() ? "" : "/", truth.at(std::string(column)));
    return key;
}

/// Fields that were sent in capitals, for which no one can tell the case: "communes/00907/name".
std::set<std::string> sentInCapitals(const std::string& source) {
    std::set<std::string> fields;
    for (const Row& row : readCsv(fs::path(source) / "truth/capitals.csv"))
        fields.insert(fmt::format("{}/{}/{}", row.at("role"), row.at("key"), row.at("field")));
    return fields;
}

bool near(double value, double truth, double share, double least = 0) {
    return std::abs(value - truth) <= std::max(least, share * std::abs(truth));
}

bool sameValue(const Column& column, std::size_t row, const std::string& truth, bool anyCase) {
    if (truth.empty() || column.isMissing(row)) return truth.empty() && column.isMissing(row);
    if (column.type == ColumnType::number) return near(column.numbers[row], std::stod(truth), 1e-6);
    const std::string value = column.valueText(row);
    return value == truth || (anyCase && lowerCase(value) == lowerCase(truth));
}

/// The inner point of a polygon jumps by metres where the middle of its height falls on a corner and a millimetre decides; with its
/// lowest points moved by a finger it falls to a side for sure.
std::optional<Point> innerPoint(const GeometryColumn& shapes, std::size_t row, double fingerM) {
    const std::array<std::uint32_t, 1> only{static_cast<std::uint32_t>(row)};
    GeometryColumn shape = shapes.selected(only);
    const double lowest = shape.extent().minY;
    for (std::size_t i = 1; shape.kind == GeometryKind::polygon && i < shape.xy.size(); i += 2) {
        if (shape.xy[i] < lowest + 0.005) shape.xy[i] += fingerM;
    }
    shape.refreshBoxes();
    return representativePoint(shape, 0);
}

/// The truth says where the inner point of each shape lies, to the centimetre, and how large the shape is.
bool samePlace(const GeometryColumn& shapes, std::size_t row, const Row& truth) {
    if (truth.at("x_m").empty()) return shapes.isEmpty(row);
    const double x = std::stod(truth.at("x_m"));
    const double y = std::stod(truth.at("y_m"));
    const auto meets = [&](double fingerM) {
        const auto place = innerPoint(shapes, row, fingerM);
        return place && std::hypot(place->x - x, place->y - y) <= 1;
    };
    if (!meets(0) && !meets(-0.02) && !meets(0.02)) return false;
    if (shapes.kind == GeometryKind::polygon) return near(areaM2(shapes, row), std::stod(truth.at("shape_area_m2")), 0.001, 0.02);
    return shapes.kind == GeometryKind::point || near(lengthM(shapes, row), std::stod(truth.at("shape_length_m")), 0.001, 0.02);
}

std::vector<std::string> differences(const FeatureTable& table, std::size_t row, const RecordKind& kind, const Row& truth,
                                     const std::set<std::string>& capitals) {
    std::vector<std::string> names;
    const std::string key = keyOf(table, keyColumns(kind), row);
    for (const RecordField& field : kind.fields) {
        if (field.internal) continue;
        const std::string name(field.name);
        const bool anyCase = capitals.contains(fmt::format("{}/{}/{}", kind.id, key, name));
        if (!sameValue(*table.columnNamed(name), row, truth.at(name), anyCase)) names.push_back(name);
    }
    if (kind.geometry != GeometryKind::none && !samePlace(table.geometry, row, truth)) names.emplace_back("geometry");
    return names;
}

/// A record of the truth, and the row of the store that stands for it.
struct Pair {
    const Row* truth = nullptr;
    std::optional<std::size_t> row;
    std::vector<std::string> differing;
};

/// Rows of the same key are told apart by all their fields.
std::vector<Pair> paired(const FeatureTable& table, const RecordKind& kind, const std::vector<Row>& truth,
                         const std::set<std::string>& capitals) {
    std::map<std::string, std::vector<std::size_t>> rowsOfKey;
    for (std::size_t row = 0; row < table.rowCount; ++row) rowsOfKey[keyOf(table, keyColumns(kind), row)].push_back(row);
    std::vector<Pair> pairs;
    for (const Row& record : truth) {
        Pair& pair = pairs.emplace_back();
        pair.truth = &record;
        std::vector<std::size_t>& rows = rowsOfKey[keyOfTruth(record, keyColumns(kind))];
        if (rows.empty()) continue;
        auto best = std::find_if(rows.begin(), rows.end(),
                                 [&](std::size_t row) { return differences(table, row, kind, record, capitals).empty(); });
        if (best == rows.end()) best = rows.begin();
        pair.row = *best;
        pair.differing = differences(table, *best, kind, record, capitals);
        rows.erase(best);
    }
    return pairs;
}

struct Comparison {
    std::size_t records = 0; ///< of the truth
    std::size_t right = 0;
    std::size_t wrong = 0; ///< in the store, with a wrong field or in no truth at all
    std::string faults;
};

void compareKind(const Messy& messy, const RecordKind& kind, const std::set<std::string>& capitals, Comparison& sum) {
    const FeatureTable& table = messy.district.table(kind.role);
    const std::vector<Row> truth = readCsv(fs::path(messy.source) / fmt::format("truth/records/{}.csv", kind.id));
    std::size_t found = 0;
    for (const Pair& pair : paired(table, kind, truth, capitals)) {
        found += pair.row ? 1U : 0U;
        const bool right = pair.row && pair.differing.empty();
        sum.right += right ? 1U : 0U;
        if (right) continue;
        sum.wrong += pair.row ? 1U : 0U;
        sum.faults += fmt::format("{} {}: {}\n", kind.id, keyOfTruth(*pair.truth, keyColumns(kind)),
                                  pair.row ? fmt::format("{}", fmt::join(pair.differing, ", ")) : "missing");
    }
    sum.records += truth.size();
    sum.wrong += table.rowCount - found;
    if (table.rowCount > found) sum.faults += fmt::format("{}: {} rows of no truth\n", kind.id, table.rowCount - found);
}

Comparison compared(const Messy& messy) {
    const std::set<std::string> capitals = sentInCapitals(messy.source);
    Comparison sum;
    for (const RecordKind& kind : recordKinds()) compareKind(messy, kind, capitals, sum);
    return sum;
}

std::string relativeTo(const std::string& folder, const std::string& path) {
    return path.starts_with(folder + "/") ? path.substr(folder.size() + 1) : path;
}

/// "TCVN3 in CP1252 letters" is what the program calls "TCVN3 <- CP1252".
std::string encodingAsReported(const std::string& truth) {
    constexpr std::string_view through = " in CP1252 letters";
    return truth.ends_with(through) ? truth.substr(0, truth.size() - through.size()) + " <- CP1252" : truth;
}

/// "bao cao xa/Xa A.xlsx donations: UTF-8, EPSG:9209, 12 rows"; a file inside an archive goes by the archive.
std::multiset<std::string> layersReported(const Messy& messy) {
    std::multiset<std::string> layers;
    for (const Json& batch : messy.report["batches"]) {
        std::string file = relativeTo(messy.source, batch["file"]);
        if (const std::size_t inside = file.find(".zip/"); inside != std::string::npos) file.resize(inside + 4);
        layers.insert(fmt::format("{} {}: {}, {}, {} rows", file, batch["role"].get<std::string>(),
                                  batch["encoding"].get<std::string>(), batch["crs"].get<std::string>(),
                                  batch["rows_read"].get<std::size_t>()));
    }
    return layers;
}

std::multiset<std::string> layersSent(const Messy& messy) {
    std::multiset<std::string> layers;
    for (const Row& row : readCsv(fs::path(messy.source) / "truth/files.csv")) {
        if (row.at("role") == "none") continue;
        layers.insert(fmt::format("{} {}: {}, {}, {} rows", row.at("file"), row.at("role"), encodingAsReported(row.at("encoding")),
                                  row.at("crs"), row.at("rows")));
    }
    return layers;
}

std::string first(const std::string& text) {
    return text.substr(0, 2'000);
}

TEST(MessyDistrict, EveryRecordThatAClerkCouldReadIsThereWithEveryFieldRight) {
    const Comparison sum = compared(messyDistrict());
    RecordProperty("records", static_cast<int>(sum.records));
    RecordProperty("right", static_cast<int>(sum.right));
    RecordProperty("wrong", static_cast<int>(sum.wrong));
    EXPECT_GT(sum.records, 8'000U);
    EXPECT_EQ(sum.right, sum.records) << first(sum.faults);
    // The truth leaves the second donation of a number out; the store keeps and flags it.
    EXPECT_EQ(sum.wrong, 1U) << first(sum.faults);
}

TEST(MessyDistrict, EveryRecordBelongsToTheUnitsOfItsTruth) {
    const Messy& messy = messyDistrict();
    const FeatureTable& communes = messy.district.table(Role::communes);
    const FeatureTable& villages = messy.district.table(Role::villages);
    std::size_t checkedLinks = 0;
    for (const RecordKind& kind : recordKinds()) {
        const FeatureTable& table = messy.district.table(kind.role);
        const TableLinks& links = messy.district.linksOf(kind.role);
        const std::vector<Row> truth = readCsv(fs::path(messy.source) / fmt::format("truth/records/{}.csv", kind.id));
        for (const Pair& pair : paired(table, kind, truth, {})) {
            ASSERT_TRUE(pair.row) << kind.id;
            const auto expectUnit = [&](const char* column, const FeatureTable& units, const std::vector<std::int32_t>& rows) {
                const auto code = pair.truth->find(column);
                if (code == pair.truth->end() || code->second.empty()) return;
                ++checkedLinks;
                ASSERT_GT(rows.size(), *pair.row) << kind.id << " " << column;
                EXPECT_EQ(codeAt(units, rows[*pair.row]), code->second)
                    << kind.id << " " << keyOfTruth(*pair.truth, keyColumns(kind));
            };
            expectUnit("village_code", villages, links.village);
            expectUnit("commune_code", communes, links.commune);
        }
    }
    EXPECT_GT(checkedLinks, 8'000U);
}

TEST(MessyDistrict, HouseholdsNamedByHeadAndVillageAreTheOnesThatWereMeant) {
    const Messy& messy = messyDistrict();
    std::map<std::string, std::string> meant;
    for (const Row& row : readCsv(fs::path(messy.source) / "truth/heads.csv"))
        meant[row.at("village_code") + "/" + row.at("head_name")] = row.at("household_id");
    const FeatureTable& reviews = messy.district.table(Role::housingReviews);
    const FeatureTable& households = messy.district.table(Role::households);
    const auto& linked = messy.district.linksOf(Role::housingReviews).household;
    std::size_t found = 0;
    for (std::size_t row = 0; row < reviews.rowCount; ++row) {
        const std::string key = keyOf(reviews, {"village_code", "head_name"}, row);
        const std::string id =
            linked[row] == notLinked ? "" : std::string(test::textAt(households, "id", static_cast<std::size_t>(linked[row])));
        EXPECT_EQ(id, meant.at(key)) << key;
        found += id.empty() ? 0U : 1U;
    }
    EXPECT_GT(found, 300U);
}

TEST(MessyDistrict, NeedsNoMoreThanFiveAnswers) {
    const std::size_t questions = messyDistrict().report["questions"].size();
    RecordProperty("questions", static_cast<int>(questions));
    EXPECT_LE(questions, 5U) << first(messyDistrict().report["questions"].dump(1));
}

TEST(MessyDistrict, RefusesExactlyTheFilesThatAreBroken) {
    const Messy& messy = messyDistrict();
    std::set<std::string> refused;
    for (const Json& error : messy.report["refused"]) {
        refused.insert(relativeTo(messy.source, error["where"]["file"]));
        EXPECT_NE(error["message"], "");
        EXPECT_NE(error["hint"], "");
    }
    std::set<std::string> broken;
    for (const Row& row : readCsv(fs::path(messy.source) / "truth/refused.csv")) broken.insert(row.at("file"));
    EXPECT_EQ(broken.size(), 2U);
    EXPECT_EQ(refused, broken);
    EXPECT_EQ(messy.outcome.exitCode, 5) << "loaded in part";
}

TEST(MessyDistrict, PassesOverFilesThatHoldNoData) {
    const Messy& messy = messyDistrict();
    std::set<std::string> passedOver;
    for (const Json& file : messy.report["other_files"]) passedOver.insert(relativeTo(messy.source, file));
    EXPECT_EQ(passedOver, (std::set<std::string>{"bao cao xa/Thumbs.db", "van ban/CV 45-UBND.pdf", "~$cong trinh.xlsx"}));
}

TEST(MessyDistrict, RowsThatNobodyCouldReadAreListedAndLeftOut) {
    const Messy& messy = messyDistrict();
    std::size_t rejected = 0;
    for (const Json& batch : messy.report["batches"]) rejected += batch["rows_rejected"].get<std::size_t>();
    std::multiset<std::string> listed;
    std::size_t repeated = 0; // a number that was used before is kept and told
    for (const Json& batch : messy.report["batches"]) {
        for (const Json& problem : batch["problems"]) {
            repeated += problem["rule"] == "repeated-number" ? 1U : 0U;
            if (problem["severity"] == "rejected")
                listed.insert(fmt::format("{} {}", batch["role"].get<std::string>(), problem["rule"].get<std::string>()));
        }
    }
    EXPECT_EQ(rejected + repeated, readCsv(fs::path(messy.source) / "truth/unreadable.csv").size());
    EXPECT_EQ(listed, (std::multiset<std::string>{"donations missing-value"}));
}

TEST(MessyDistrict, SaysOfEveryLayerHowItWasWrittenAndWhereItLay) {
    EXPECT_EQ(layersReported(messyDistrict()), layersSent(messyDistrict()));
}

TEST(MessyDistrict, LeavesEveryByteOfItsSourcesAsItWas) {
    const std::unique_ptr<Messy> messy = imported(messyFolder());
    EXPECT_EQ(stateOfFolder(messy->source), messy->sourceBefore);
}

TEST(MessyDistrict, ComingAgainChangesNoByteOfTheStore) {
    const Folder folder;
    const std::string store = (folder / "bản sao.gpkg").string();
    fs::copy_file(messyDistrict().store, store);
    const std::string before = readFile(store);
    const Outcome again = banlang({"import", messyFolder(), "--into", store, "--json"});
    EXPECT_EQ(again.exitCode, 5);
    EXPECT_EQ(again.json()["batches"].size(), messyDistrict().report["batches"].size());
    EXPECT_TRUE(readFile(store) == before);
}

TEST(MessyDistrict, AnotherDistrictIsReadAsWell) {
    const std::unique_ptr<Messy> other = imported({});
    const Comparison sum = compared(*other);
    const double share = static_cast<double>(sum.right) / static_cast<double>(sum.records);
    RecordProperty("records", static_cast<int>(sum.records));
    RecordProperty("right", static_cast<int>(sum.right));
    RecordProperty("wrong", static_cast<int>(sum.wrong));
    RecordProperty("questions", static_cast<int>(other->report["questions"].size()));
    EXPECT_GT(sum.records, 10'000U);
    EXPECT_GE(share, 0.999) << first(sum.faults);
    EXPECT_LE(sum.wrong, 2U) << first(sum.faults);
    EXPECT_LE(other->report["questions"].size(), 5U);
    EXPECT_EQ(stateOfFolder(other->source), other->sourceBefore);
}

} // namespace
} // namespace banlang::e2e
