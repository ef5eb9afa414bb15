// SPDX-License-Identifier: MIT
#include "tests/support/files.h"
#include "viewer/platform/path_dialog.h"
#include "viewer/platform/recent_folders.h"
#include "viewer/session/session.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

// The file dialog of our own: what it lists, what a typed text means, and the way from a click or a key to an open store.

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

class PathDialogs : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        setenv("XDG_STATE_HOME", at("state").c_str(), 1); // NOLINT(concurrency-mt-unsafe)
        write(
            "huyện/Xã Cốc Ngàn/saturdays.csv",
            "date;commune_code;organisation;participants\n2022-03-05;00715;Hội Nông dân;30\n2022-03-12;00715;Đoàn Thanh niên;25\n");
        write("huyện/Xã Nà Sáng/thua.shp", "");
        write("huyện/thư.docx", "");
        write("huyện/.ẩn.csv", "");
        write("huyện/B.CSV", "a;b\n1;2\n");
        write("huyện/ảnh.tif", "");
        write("huyện/kho.gpkg", "not a store");
        auto created = Session::create(Document(), 1, {});
        ASSERT_TRUE(created);
        session = std::move(*created);
        waitUntilShown();
    }
    [[nodiscard]] static std::vector<std::string> names(const PathDialog& dialog) {
        std::vector<std::string> names;
        for (const PathEntry& entry : dialog.entries) names.push_back(entry.name);
        return names;
    }
    void waitUntilShown() const { session->waitUntilShown(1600, 1000); }
    Result<void> run(Command command) const {
        auto result = session->run(command);
        waitUntilShown();
        return result;
    }
    void keys(const std::string& combination) const {
        ASSERT_TRUE(session->input().pushKeys(combination));
        waitUntilShown();
    }
    [[nodiscard]] const PathDialog* dialog() const { return session->document().pathDialog.get(); }

    std::unique_ptr<Session> session;
};

TEST_F(PathDialogs, ListFoldersFirstAndOfFilesOnlyTheKind) {
    const std::string folder = at("huyện");
    EXPECT_EQ(names(browseFolder(PathKind::store, folder)), (std::vector<std::string>{"Xã Cốc Ngàn", "Xã Nà Sáng", "kho.gpkg"}));
    EXPECT_EQ(names(browseFolder(PathKind::sources, folder)),
              (std::vector<std::string>{"Xã Cốc Ngàn", "Xã Nà Sáng", "B.CSV", "kho.gpkg"}));
    EXPECT_EQ(names(browseFolder(PathKind::picture, folder)),
              (std::vector<std::string>{"Xã Cốc Ngàn", "Xã Nà Sáng", "ảnh.tif", "kho.gpkg"}));
    EXPECT_EQ(browseFolder(PathKind::sources, folder).otherFiles, 2U);
}

TEST_F(PathDialogs, SayWhyAFolderCannotBeSeen) {
    EXPECT_EQ(browseFolder(PathKind::store, at("nowhere")).problem->code, "path-missing");
    EXPECT_EQ(browseFolder(PathKind::store, at("huyện/B.CSV")).problem->code, "not-a-folder");
    fs::permissions(at("huyện/Xã Nà Sáng"), fs::perms::none);
    const PathDialog closed = browseFolder(PathKind::store, at("huyện/Xã Nà Sáng"));
    fs::permissions(at("huyện/Xã Nà Sáng"), fs::perms::owner_all);
    if (geteuid() == 0) { // who may read everything
        EXPECT_FALSE(closed.problem);
    } else {
        EXPECT_EQ(closed.problem->code, "path-unreadable");
    }
}

TEST_F(PathDialogs, UnderstandWhatIsTypedAndPasted) {
    EXPECT_EQ(pathMeant("/a/b", "c.gpkg"), "/a/b/c.gpkg");
    EXPECT_EQ(pathMeant("/a/b", "../c/"), "/a/c");
    EXPECT_EQ(pathMeant("/a/b", "  \"/x/y z.gpkg\" \n"), "/x/y z.gpkg");
    EXPECT_EQ(pathMeant("/a/b", "file:///x/Huy%E1%BB%87n%20A.gpkg"), "/x/Huyện A.gpkg");
    EXPECT_EQ(pathMeant("/a/b", "~"), fs::path(std::getenv("HOME")).lexically_normal().string()); // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(completed(PathKind::store, at("huyện"), "xa c"), "Xã Cốc Ngàn/");
    EXPECT_EQ(completed(PathKind::store, at("huyện"), "x"), "Xã ");
    EXPECT_EQ(completed(PathKind::store, at("huyện"), "../huyện/k"), "../huyện/kho.gpkg");
    EXPECT_EQ(completed(PathKind::store, at("huyện"), "zzz"), "zzz");
}

TEST_F(PathDialogs, KeysLeadFromTheStartScreenToAnImport) {
    ASSERT_TRUE(run({Verb::browse, {"sources", at("huyện")}}));
    ASSERT_NE(dialog(), nullptr);
    session->input().pushText("coc");
    waitUntilShown();
    keys("enter");
    EXPECT_EQ(dialog()->folder, at("huyện/Xã Cốc Ngàn"));
    keys("backspace");
    EXPECT_EQ(dialog()->folder, at("huyện"));
    keys("down");
    keys("up");
    keys("enter");
    EXPECT_EQ(dialog()->folder, at("huyện/Xã Cốc Ngàn"));
    session->input().pushText("sat");
    waitUntilShown();
    keys("tab");
    EXPECT_EQ(session->gui().state().pathPick.text, "saturdays.csv");
    keys("enter");
    EXPECT_EQ(dialog(), nullptr);
    ASSERT_NE(session->document().district, nullptr);
    EXPECT_EQ(session->document().district->table(Role::saturdays).rowCount, 2U);
    EXPECT_EQ(recentFolders(), std::vector<std::string>{at("huyện/Xã Cốc Ngàn")});
}

TEST_F(PathDialogs, ClicksOpenMarkAndImport) {
    ASSERT_TRUE(run({Verb::press, {"empty.import"}}));
    ASSERT_NE(dialog(), nullptr) << "without any program of the desktop the dialog is our own";
    ASSERT_TRUE(run({Verb::browse, {"sources", at("huyện/Xã Cốc Ngàn")}}));
    EXPECT_TRUE(session->gui().controlRegistry().find("path.accept"));
    ASSERT_TRUE(run({Verb::press, {"path.row.1"}}));
    EXPECT_EQ(session->gui().state().pathPick.picked, std::set<std::string>{"saturdays.csv"});
    ASSERT_TRUE(run({Verb::press, {"path.accept"}}));
    EXPECT_EQ(dialog(), nullptr);
    ASSERT_NE(session->document().district, nullptr);
    EXPECT_EQ(session->document().district->table(Role::saturdays).rowCount, 2U);
}

TEST_F(PathDialogs, WhatDoesNotDoIsSaidAndTheDialogStays) {
    ASSERT_TRUE(run({Verb::browse, {"store", at("huyện")}}));
    EXPECT_FALSE(run({Verb::choose, {"không có.gpkg"}}));
    ASSERT_NE(dialog(), nullptr);
    EXPECT_EQ(dialog()->problem->code, "path-missing");
    EXPECT_FALSE(run({Verb::choose, {"kho.gpkg"}}));
    ASSERT_NE(dialog(), nullptr);
    EXPECT_TRUE(dialog()->problem);
    EXPECT_EQ(dialog()->folder, at("huyện"));
    keys("esc");
    EXPECT_EQ(dialog(), nullptr);
    EXPECT_EQ(run({Verb::choose, {"x"}}).error().code, "no-dialog");
}

} // namespace
} // namespace banlang::viewer
