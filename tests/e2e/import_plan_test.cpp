// SPDX-License-Identifier: MIT
// What a person decides about an import, and takes back: a plan that is shown first, saved, edited and used again; answers that the
// store remembers; corrected files; undo.
#include "tests/e2e/truth.h"

#include <algorithm>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from << " is not in\n" << text;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Outcome import(const fs::path& source, const std::string& store, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"import", source.string(), "--into", store, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return banlang(arguments);
}

Outcome undo(const std::string& store, const std::string& batch = {}) {
    std::vector<std::string> arguments{"undo", store, "--json"};
    if (!batch.empty()) arguments.push_back(batch);
    return banlang(arguments);
}

std::string batchOf(const Outcome& imported) {
    return std::to_string(imported.json()["batches"][0]["batch"].get<int>());
}

/// A store of the sample's communes and villages.
std::string unitStore(const Folder& folder) {
    const std::string store = (folder / "xã và thôn.gpkg").string();
    for (const char* file : {"communes.gpkg", "villages.gpkg"}) {
        const Outcome imported = import(fs::path(sampleFolder()) / file, store);
        EXPECT_EQ(imported.exitCode, 0) << imported.out;
    }
    return store;
}

std::vector<std::string> textsOf(const std::string& store, Role role, std::string_view column) {
    const District district = openStore(store);
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < district.table(role).rowCount; ++row)
        texts.push_back(district.table(role).columnNamed(column)->valueText(row));
    std::sort(texts.begin(), texts.end());
    return texts;
}

using Texts = std::vector<std::string>;

/// A list of households that leaves nothing open.
fs::path householdList(const Folder& folder, const std::string& name = "ho dan.csv") {
    write(folder / name, "Mã hộ,Mã thôn,Chủ hộ,Người ghi,Nhân khẩu\n"
                         "H1,0090401,Lý Thị Mẩy,Vàng A Páo,4\n"
                         "H2,0090401,Giàng Mí Sử,Vàng A Páo,6\n");
    return folder / name;
}

/// Points of a made-up grid, far from the district in every system that is tried.
fs::path foreignPoints(const Folder& folder, const std::string& name, const std::string& head) {
    write(folder / name,
          "Mã hộ,Mã thôn,Chủ hộ,X,Y\nH1,0090401," + head + ",500123.5,1200456.5\nH2,0090401,Giàng Mí Sử,500223.5,1200556.5\n");
    return folder / name;
}

TEST(ImportPlan, ADryRunShowsThePlanAndWritesNothing) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const std::string before = readFile(store);
    const Outcome outcome = import(householdList(folder), store, {"--dry-run"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_TRUE(outcome.json()["dry_run"]);
    EXPECT_EQ(outcome.json()["batches"][0]["rows_read"], 2);
    EXPECT_EQ(outcome.json()["batches"][0]["mapping"]["Chủ hộ"], "head_name");
    EXPECT_TRUE(readFile(store) == before);
}

TEST(ImportPlan, ADryRunShowsTheQuestionsWithTheirAnswers) {
    const Folder folder;
    const std::string store = (folder / "mới.gpkg").string();
    write(folder / "ho dan.csv", "Mã hộ,Mã thôn,Chủ hộ,X,Y\nH1,0090401,Lý Thị Mẩy,450123.5,2540456.5\n");
    const Outcome outcome = import(folder / "ho dan.csv", store, {"--dry-run"});
    ASSERT_EQ(outcome.json()["questions"].size(), 1U) << outcome.out;
    const Json question = outcome.json()["questions"][0];
    EXPECT_EQ(question["kind"], "crs");
    EXPECT_TRUE(question["blocking"]);
    EXPECT_NE(question["question"], "");
    EXPECT_EQ(question["layers"][0]["layer"], "ho dan");
    ASSERT_GT(question["options"].size(), 1U);
    for (const Json& option : question["options"]) {
        EXPECT_EQ(option["value"].get<std::string>().find("EPSG:"), 0U) << option;
        EXPECT_NE(option["label"], "");
    }
    EXPECT_FALSE(fs::exists(store));
}

TEST(ImportPlan, ASavedPlanEditedAndGivenBackChangesHowTheFileIsRead) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path list = householdList(folder);
    const std::string map = (folder / "doc.toml").string();
    ASSERT_EQ(import(list, store, {"--dry-run", "--save-map", map}).exitCode, 0);
    const std::string saved = readFile(map);
    for (const char* part : {"[[layer]]", "ho dan.csv", "households", "header_rows", "head_name"})
        EXPECT_NE(saved.find(part), std::string::npos) << part << " in\n" << saved;
    EXPECT_EQ(import(list, store, {"--dry-run", "--save-map", map}).exitCode, 6) << "there already";
    // The clerk's name is that of the head, and the members are not wanted.
    const std::string edited = replaced(saved, "'Chủ hộ' = 'head_name'", "'Chủ hộ' = ''\n'Người ghi' = 'head_name'");
    write(map, replaced(edited, "'Nhân khẩu' = 'members'", "'Nhân khẩu' = ''"));
    const Outcome outcome = import(list, store, {"--map", map});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_EQ(textsOf(store, Role::households, "head_name"), (Texts{"Vàng A Páo", "Vàng A Páo"}));
    EXPECT_EQ(textsOf(store, Role::households, "members"), (Texts{"", ""}));
}

TEST(ImportPlan, ThePlanThatWasSavedReadsTheSame) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path list = householdList(folder);
    const std::string map = (folder / "doc.toml").string();
    const Json guessed = import(list, store, {"--dry-run", "--save-map", map}).json();
    const Json planned = import(list, store, {"--dry-run", "--map", map}).json();
    EXPECT_EQ(planned["batches"][0]["mapping"], guessed["batches"][0]["mapping"]);
    EXPECT_EQ(planned["batches"][0]["header_rows"], guessed["batches"][0]["header_rows"]);
    EXPECT_EQ(planned["batches"][0]["rows_loaded"], guessed["batches"][0]["rows_loaded"]);
}

TEST(ImportPlan, APlanNamesTheRole) {
    const Folder folder;
    const std::string store = unitStore(folder);
    write(folder / "bang 1.csv", "Mã thôn,Ngày\n0090401,1/3/2022\n0090402,2/3/2022\n");
    write(folder / "doc.toml", "[[layer]]\nfile = \"bang 1.csv\"\nrole = \"meetings\"\n");
    const Outcome outcome = import(folder / "bang 1.csv", store, {"--map", (folder / "doc.toml").string()});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_EQ(textsOf(store, Role::meetings, "date"), (Texts{"2022-03-01", "2022-03-02"}));
}

TEST(ImportPlan, APlanNamesTheRowsOfTheHeader) {
    const Folder folder;
    const std::string store = unitStore(folder);
    write(folder / "ho dan.csv", "Mã hộ,Mã thôn,Chủ hộ\nMã hộ,Mã thôn,Người ghi\nH1,0090401,Lý Thị Mẩy\n");
    write(folder / "doc.toml", "[[layer]]\nfile = \"ho dan.csv\"\nrole = \"households\"\nheader_rows = [2, 2]\n");
    const Outcome outcome = import(folder / "ho dan.csv", store, {"--map", (folder / "doc.toml").string()});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_EQ(outcome.json()["batches"][0]["header_rows"], (Json{2, 2}));
    EXPECT_EQ(textsOf(store, Role::households, "id"), Texts{"H1"});
    EXPECT_EQ(textsOf(store, Role::households, "head_name"), Texts{""});
}

TEST(ImportPlan, APlanNamesThePlace) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path points = foreignPoints(folder, "ho dan.csv", "Lý Thị Mẩy");
    write(folder / "doc.toml", "[[layer]]\nfile = \"ho dan.csv\"\ncrs = \"EPSG:9210\"\n");
    const Outcome outcome = import(points, store, {"--map", (folder / "doc.toml").string()});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_EQ(outcome.json()["batches"][0]["crs"], "EPSG:9210");
    EXPECT_TRUE(outcome.json()["questions"].empty());
}

TEST(ImportPlan, ALayerCanBeLeftOut) {
    const Folder folder;
    const std::string store = unitStore(folder);
    householdList(folder);
    write(folder / "bo.toml", "[[layer]]\nfile = \"bo*.csv\"\nskip = true\n");
    fs::create_directories(folder / "in");
    fs::copy_file(folder / "ho dan.csv", folder / "in/ho dan.csv");
    write(folder / "in/bo qua.csv", "Mã hộ,Mã thôn,Chủ hộ\nH9,0090401,Sùng A Chơ\n");
    const Outcome outcome = import(folder / "in", store, {"--map", (folder / "bo.toml").string()});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_EQ(textsOf(store, Role::households, "id"), (Texts{"H1", "H2"}));
    ASSERT_EQ(outcome.json()["ignored"].size(), 1U);
    EXPECT_EQ(outcome.json()["ignored"][0]["where"]["layer"], "bo qua");
}

TEST(ImportPlan, OneColumnCanBeReadInAnotherEncoding) {
    const Folder folder;
    const std::string bytes = encode("Hoàng Thị Dương", TextEncoding::tcvn3).value_or("");
    ASSERT_FALSE(bytes.empty());
    write(folder / "ho dan.csv", "Mã hộ,Mã thôn,chu_ho,Diện\nH1,0090401," + bytes + ",nghèo\n");
    for (const TextEncoding encoding : {TextEncoding::tcvn3, TextEncoding::cp1252}) {
        const std::string store = unitStore(folder);
        const std::string column = fmt::format("C = \"{}\"", id(encoding));
        write(folder / "doc.toml", "[[layer]]\nfile = \"ho dan.csv\"\n[layer.encodings]\n" + column + "\n");
        const Outcome outcome = import(folder / "ho dan.csv", store, {"--map", (folder / "doc.toml").string()});
        ASSERT_EQ(outcome.exitCode, 0) << outcome.out;
        EXPECT_EQ(textsOf(store, Role::households, "head_name"), Texts{decode(bytes, encoding)}) << column;
        EXPECT_EQ(textsOf(store, Role::households, "categories"), Texts{"nghèo"}) << column;
        fs::remove(store);
    }
}

TEST(ImportPlan, TheEncodingOfAllTextsCanBeSaid) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const std::string list = "Mã hộ,Mã thôn,Chủ hộ\nH1,0090401,Hoàng Thị Dương\nH2,0090401,Sùng A Chơ\n";
    write(folder / "ho dan.csv", encode(list, TextEncoding::viscii).value_or(""));
    const Outcome right = import(folder / "ho dan.csv", store, {"--encoding", "viscii"});
    ASSERT_EQ(right.exitCode, 0) << right.out;
    EXPECT_EQ(right.json()["batches"][0]["encoding"], "VISCII");
    EXPECT_EQ(textsOf(store, Role::households, "head_name"), (Texts{"Hoàng Thị Dương", "Sùng A Chơ"}));
    const Outcome unknown = import(folder / "ho dan.csv", store, {"--encoding", "EBCDIC"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_EQ(unknown.json()["error"]["code"], "unknown-encoding");
}

TEST(ImportPlan, AnAnswerIsRememberedForTheCorrectedFile) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path points = foreignPoints(folder, "ho dan.csv", "Lý Thị Mẩy");
    const Outcome asked = import(points, store);
    EXPECT_NE(asked.exitCode, 0);
    EXPECT_EQ(asked.json()["questions"].size(), 1U) << asked.out;
    EXPECT_TRUE(textsOf(store, Role::households, "id").empty()) << "waits for the answer";
    const Outcome answered = import(points, store, {"--crs", "EPSG:9210"});
    ASSERT_EQ(answered.exitCode, 0) << answered.out;
    foreignPoints(folder, "ho dan.csv", "Lý Thị Mai");
    const Outcome corrected = import(points, store);
    ASSERT_EQ(corrected.exitCode, 0) << corrected.out;
    EXPECT_EQ(corrected.json()["batches"][0]["crs"], "EPSG:9210");
    EXPECT_TRUE(corrected.json()["questions"].empty());
    EXPECT_EQ(textsOf(store, Role::households, "head_name"), (Texts{"Giàng Mí Sử", "Lý Thị Mai"}));
}

TEST(ImportPlan, ABrokenPlanIsRefusedWithItsLine) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const std::string before = readFile(store);
    write(folder / "doc.toml", "[[layer]]\nfile = \"ho dan.csv\"\nrole = \"moons\"\n");
    const Outcome outcome = import(householdList(folder), store, {"--map", (folder / "doc.toml").string()});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.json()["error"]["code"], "bad-mapping");
    EXPECT_EQ(outcome.json()["error"]["where"]["row"], 3);
    EXPECT_EQ(import(householdList(folder), store, {"--map", "/không/có.toml"}).exitCode, 2);
    EXPECT_TRUE(readFile(store) == before);
}

TEST(ImportPlan, TheReportSaysWhatTheContractSays) {
    const Folder folder;
    const Json report = import(householdList(folder), unitStore(folder)).json();
    EXPECT_EQ(report["schema"], "banlang/import/1");
    EXPECT_TRUE(report["ok"]);
    for (const char* field : {"batches", "questions", "ignored", "refused", "other_files"})
        EXPECT_TRUE(report[field].is_array()) << field;
    const Json& batch = report["batches"].at(0);
    for (const char* field : {"file", "role", "encoding", "crs"}) EXPECT_TRUE(batch[field].is_string()) << field;
    for (const char* field : {"rows_read", "rows_loaded", "rows_rejected"}) EXPECT_TRUE(batch[field].is_number_unsigned()) << field;
    EXPECT_TRUE(batch["problems"].is_array());
    EXPECT_EQ(batch["role"], "households");
    EXPECT_EQ(batch["rows_loaded"], 2);
}

TEST(ImportPlan, MessagesComeInTheLanguageAskedFor) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path points = foreignPoints(folder, "ho dan.csv", "Lý Thị Mẩy");
    const Json vietnamese = import(points, store, {"--dry-run", "--lang", "vi"}).json();
    const Json english = import(points, store, {"--dry-run", "--lang", "en"}).json();
    EXPECT_NE(vietnamese["questions"][0]["question"], "");
    EXPECT_NE(vietnamese["questions"][0]["question"], english["questions"][0]["question"]);
    EXPECT_NE(vietnamese["refused"][0]["message"], english["refused"][0]["message"]);
    EXPECT_NE(vietnamese["refused"][0]["hint"], english["refused"][0]["hint"]);
    const Outcome spoken = banlang({"import", points.string(), "--into", store, "--dry-run", "--lang", "vi"});
    EXPECT_NE(spoken.err.find("CẦN QUYẾT ĐỊNH"), std::string::npos) << spoken.err;
    const Outcome said = banlang({"import", points.string(), "--into", store, "--dry-run", "--lang", "en"});
    EXPECT_NE(said.err.find("TO DECIDE"), std::string::npos) << said.err;
}

Json statusOf(const std::string& store) {
    return banlang({"status", store, "--as-of", "2022-05-18", "--json"}).json()["units"];
}

TEST(Undo, TakesOneBatchBackAndTheFiguresReturn) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path sample = sampleFolder();
    ASSERT_EQ(import(sample / "roads.gpkg", store).exitCode, 0);
    ASSERT_EQ(import(sample / "parcels.gpkg", store).exitCode, 0);
    const Json before = statusOf(store);
    const Outcome imported = import(sample / "donations.csv", store);
    EXPECT_NE(statusOf(store), before);
    const Json listed = undo(store).json();
    EXPECT_EQ(listed["batches"].size(), 5U);
    EXPECT_EQ(listed["batches"].back()["role"], "donations");
    EXPECT_EQ(listed["batches"].back()["state"], "live");
    const Outcome undone = undo(store, batchOf(imported));
    EXPECT_EQ(undone.exitCode, 0) << undone.out;
    EXPECT_EQ(undone.json()["undone"].size(), 1U);
    EXPECT_EQ(statusOf(store), before);
    EXPECT_EQ(undo(store).json()["batches"].back()["state"], "undone");
    EXPECT_NE(undo(store, batchOf(imported)).exitCode, 0) << "it is taken back already";
}

TEST(Undo, LastTakesBackAllOfTheLatestImport) {
    const Folder folder;
    const std::string store = unitStore(folder);
    fs::create_directories(folder / "in");
    householdList(folder, "in/ho dan.csv");
    write(folder / "in/hop dan.csv", "Mã thôn,Ngày họp,Nội dung\n0090401,1/3/2022,hiến đất\n");
    ASSERT_EQ(import(folder / "in", store).exitCode, 0);
    EXPECT_EQ(textsOf(store, Role::households, "id"), (Texts{"H1", "H2"}));
    EXPECT_EQ(textsOf(store, Role::meetings, "date"), Texts{"2022-03-01"});
    const Outcome undone = undo(store, "last");
    EXPECT_EQ(undone.exitCode, 0) << undone.out;
    EXPECT_EQ(undone.json()["undone"].size(), 2U);
    EXPECT_TRUE(textsOf(store, Role::households, "id").empty());
    EXPECT_TRUE(textsOf(store, Role::meetings, "date").empty());
    EXPECT_EQ(textsOf(store, Role::villages, "code").size(), 120U);
}

TEST(Undo, AnUnknownBatchIsAnErrorThatSaysSo) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const std::string before = readFile(store);
    for (const char* batch : {"4711", "hôm qua"}) {
        const Outcome outcome = undo(store, batch);
        EXPECT_EQ(outcome.exitCode, 2) << batch << " " << outcome.out;
        EXPECT_NE(outcome.json()["error"]["message"].get<std::string>().find(batch), std::string::npos) << outcome.out;
        EXPECT_NE(outcome.json()["error"]["hint"], "");
    }
    EXPECT_TRUE(readFile(store) == before);
}

TEST(Undo, ACorrectedFileCorrectsAndUndoBringsTheOldBack) {
    const Folder folder;
    const std::string store = unitStore(folder);
    const fs::path list = householdList(folder);
    const Outcome first = import(list, store);
    ASSERT_EQ(first.exitCode, 0);
    write(list, replaced(readFile(list), "Lý Thị Mẩy", "Lý Thị Mai"));
    const Outcome second = import(list, store);
    ASSERT_EQ(second.exitCode, 0) << second.out;
    EXPECT_EQ(second.json()["batches"][0]["corrected"], 1);
    EXPECT_EQ(textsOf(store, Role::households, "head_name"), (Texts{"Giàng Mí Sử", "Lý Thị Mai"}));
    const Json listed = undo(store).json()["batches"];
    EXPECT_EQ(listed[listed.size() - 2]["state"], "live") << "what it said of the others holds";
    ASSERT_EQ(undo(store, batchOf(second)).exitCode, 0);
    EXPECT_EQ(textsOf(store, Role::households, "head_name"), (Texts{"Giàng Mí Sử", "Lý Thị Mẩy"}));
    const Json after = undo(store).json()["batches"];
    EXPECT_EQ(after[after.size() - 2]["state"], "live");
    EXPECT_EQ(after.back()["state"], "undone");
}

} // namespace
} // namespace banlang::e2e
