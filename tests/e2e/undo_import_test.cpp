// SPDX-License-Identifier: MIT
// A whole import is taken back by its number, and what came since and depends on it is told.
#include "tests/e2e/truth.h"

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

Json import(const fs::path& source, const std::string& store) {
    const Outcome imported = banlang({"import", source.string(), "--into", store, "--json"});
    EXPECT_EQ(imported.exitCode, 0) << imported.out.substr(0, 2'000);
    return imported.json();
}

Json undo(const std::string& store, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"undo", store, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = banlang(arguments);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.out;
    return outcome.json();
}

std::string works(const std::string& percent) {
    return "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00901,ĐX1,nâng cấp," + percent + "\n";
}

class UndoImport : public testing::Test {
protected:
    void SetUp() override {
        store = (folder / "kho.gpkg").string();
        ASSERT_EQ(banlang({"import", sampleFolder() + "/communes.gpkg", "--into", store}).exitCode, 0);
        write(folder / "tháng 5/cong trinh T5.2022.csv", works("40"));
        write(folder / "tháng 5/vuon T5.2022.csv", "Mã vườn,Mã hộ,Mã xã,Diện tích (m²)\nV1,H1,00901,300\n");
        write(folder / "cong trinh T6.2022.csv", works("90"));
        may = import(folder / "tháng 5", store)["batches"][0]["import"].dump();
        (void)import(folder / "cong trinh T6.2022.csv", store);
    }
    Folder folder;
    std::string store;
    std::string may;
};

TEST_F(UndoImport, ListsImportsWithTheirFilesAndState) {
    const Json imports = undo(store)["imports"];
    ASSERT_EQ(imports.size(), 3U);
    EXPECT_EQ(imports[1]["import"].dump(), may);
    EXPECT_EQ(imports[1]["files"].size(), 2U);
    EXPECT_EQ(imports[1]["rows_loaded"], 2);
    EXPECT_EQ(imports[1]["state"], "live");
    EXPECT_TRUE(imports[1]["imported_at"].get<std::string>().ends_with("Z")) << "for programs it stays UTC";
}

TEST_F(UndoImport, PeopleReadTheClockOnTheWall) {
    setenv("TZ", "ICT-7", 1);
    const Outcome listed = banlang({"undo", store, "--lang", "en"});
    unsetenv("TZ");
    EXPECT_NE(listed.out.find("(+07:00)"), std::string::npos) << listed.out;
    EXPECT_EQ(listed.out.find("Z  "), std::string::npos) << listed.out;
}

TEST_F(UndoImport, TakesAllOfItBackAndTellsWhatCameSince) {
    const Json undone = undo(store, {"--import", may});
    EXPECT_EQ(undone["undone"].size(), 2U);
    const Json& later = undone["later"];
    ASSERT_EQ(later["batches"].size(), 1U);
    EXPECT_TRUE(later["batches"][0]["file"].get<std::string>().ends_with("cong trinh T6.2022.csv"));
    EXPECT_EQ(later["batches"][0]["reports"], 1);
    EXPECT_EQ(later["records_kept"], 1);
    EXPECT_EQ(later["records_gone"], 1);
    EXPECT_NE(later["text"].get<std::string>().find("cong trinh T6.2022.csv"), std::string::npos);
    const District district = openStore(store);
    ASSERT_EQ(district.table(Role::roadWorks).rowCount, 1U) << "June names it";
    EXPECT_EQ(district.table(Role::roadWorks).numberAt(fields::roadWorks.percentDone, 0), 90);
    EXPECT_EQ(district.table(Role::gardens).rowCount, 0U);
    EXPECT_EQ(undo(store)["imports"][1]["state"], "undone");
    const Outcome again = banlang({"undo", store, "--import", may, "--json"});
    EXPECT_EQ(again.exitCode, 2);
    EXPECT_EQ(again.json()["error"]["code"], "import-unknown");
}

TEST_F(UndoImport, WhatWasTakenBackIsBroughtBackAsAWhole) {
    const std::string before = banlang({"status", store, "--json"}).out;
    (void)undo(store, {"--import", may});
    EXPECT_EQ(undo(store, {"--redo", "last", "--dry-run"})["would_redo"].size(), 2U);
    EXPECT_EQ(undo(store, {"--redo", "--import", may})["redone"].size(), 2U);
    EXPECT_EQ(undo(store)["imports"][1]["state"], "live");
    EXPECT_EQ(banlang({"status", store, "--json"}).out, before);
    const Outcome again = banlang({"undo", store, "--redo", "--import", may, "--json"});
    EXPECT_EQ(again.exitCode, 2);
    EXPECT_EQ(again.json()["error"]["code"], "import-unknown");
}

TEST_F(UndoImport, ADryRunTellsTheSameAndWritesNothing) {
    const std::string before = readFile(store);
    const Json told = undo(store, {"--import", may, "--dry-run"});
    EXPECT_EQ(told["would_undo"].size(), 2U);
    EXPECT_TRUE(readFile(store) == before);
    EXPECT_EQ(undo(store, {"--import", may})["later"], told["later"]);
}

} // namespace
} // namespace banlang::e2e
