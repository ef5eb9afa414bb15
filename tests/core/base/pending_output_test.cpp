// SPDX-License-Identifier: MIT
#include "core/base/atomic_file.h"
#include "core/base/checked_file.h"
#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "tests/support/files.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <set>

namespace banlang {
namespace {

namespace fs = std::filesystem;

class PendingOutputs : public test::InFolder {
protected:
    [[nodiscard]] std::set<std::string> names() const {
        std::set<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder_)) found.insert(entry.path().filename().string());
        return found;
    }
    static void put(const std::string& path, std::string_view bytes) {
        fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    /// A process that begins an output and then waits to be killed.
    [[nodiscard]] pid_t beginElsewhere(const std::string& name) const {
        int ready[2];
        EXPECT_EQ(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            auto output = PendingOutput::begin(at(name), false);
            put(output->path(), "half");
            EXPECT_EQ(::write(ready[1], "x", 1), 1);
            for (;;) pause();
        }
        char byte = 0;
        EXPECT_EQ(::read(ready[0], &byte, 1), 1);
        close(ready[0]);
        close(ready[1]);
        return child;
    }
    static void kill(pid_t child) {
        ::kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
    }
};

TEST_F(PendingOutputs, AppearUnderTheirNameWhenTheyAreWhole) {
    {
        auto output = PendingOutput::begin(at("a.txt"), false);
        ASSERT_TRUE(output);
        put(output->path(), "one");
        EXPECT_FALSE(fs::exists(at("a.txt")));
        ASSERT_TRUE(output->finish());
        EXPECT_EQ(test::bytesOfFile(at("a.txt")), "one");
    }
    EXPECT_EQ(names(), (std::set<std::string>{"a.txt"}));
}

TEST_F(PendingOutputs, LeaveNothingWhenTheyAreDropped) {
    put(at("a.txt"), "old");
    {
        auto output = PendingOutput::begin(at("a.txt"), true);
        ASSERT_TRUE(output);
        put(output->path(), "new, but not whole");
    }
    EXPECT_EQ(names(), (std::set<std::string>{"a.txt"}));
    EXPECT_EQ(test::bytesOfFile(at("a.txt")), "old");
}

TEST_F(PendingOutputs, DoNotReplaceWhatCameMeanwhile) {
    auto output = PendingOutput::begin(at("a.txt"), false);
    ASSERT_TRUE(output);
    put(output->path(), "mine");
    put(at("a.txt"), "somebody else's");
    const auto finished = output->finish();
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().code, "output-exists");
    EXPECT_EQ(test::bytesOfFile(at("a.txt")), "somebody else's");
}

TEST_F(PendingOutputs, WhatStandsBesideAFileComesWithItAndIsNoMoreReplaced) {
    put(at("roads.dbf"), "another table");
    auto output = PendingOutput::begin(at("roads.shp"), false);
    ASSERT_TRUE(output);
    put(output->path(), "shapes");
    put(fs::path(output->path()).replace_extension(".dbf").string(), "fields");
    EXPECT_EQ(output->finish().error().code, "output-exists");
    EXPECT_EQ(test::bytesOfFile(at("roads.dbf")), "another table");
    EXPECT_FALSE(fs::exists(at("roads.shp")));
    fs::remove(at("roads.dbf"));
    ASSERT_TRUE(output->finish());
    EXPECT_EQ(test::bytesOfFile(at("roads.dbf")), "fields");
    EXPECT_EQ(test::bytesOfFile(at("roads.shp")), "shapes");
}

TEST_F(PendingOutputs, AFolderTakesTheWholePlaceOfAnother) {
    put(at("pack/old/a.pdf"), "old");
    EXPECT_EQ(PendingOutput::begin(at("pack"), false).error().code, "output-exists");
    {
        auto output = PendingOutput::begin(at("pack/"), true);
        ASSERT_TRUE(output);
        put(output->path() + "/new/b.pdf", "new");
        EXPECT_TRUE(fs::exists(at("pack/old/a.pdf")));
        ASSERT_TRUE(output->finish());
    }
    EXPECT_EQ(everything(), (std::map<fs::path, std::string>{{at("pack/new/b.pdf"), "new"}}));
    EXPECT_EQ(names(), (std::set<std::string>{"pack"}));
}

TEST_F(PendingOutputs, AnEmptyFolderMayBeTaken) {
    fs::create_directories(at("pack"));
    auto output = PendingOutput::begin(at("pack"), false);
    ASSERT_TRUE(output);
    put(output->path() + "/b.pdf", "new");
    ASSERT_TRUE(output->finish());
    EXPECT_EQ(test::bytesOfFile(at("pack/b.pdf")), "new");
}

TEST_F(PendingOutputs, OfKilledRunsAreTakenAwayAndOfLivingOnesAreNot) {
    const pid_t living = beginElsewhere("living.txt");
    const pid_t killed = beginElsewhere("killed.txt");
    ASSERT_EQ(names().size(), 2U);
    kill(killed);
    ASSERT_EQ(names().size(), 2U);
    ASSERT_TRUE(writeFileAtomically(at("mine.txt"), "mine", false));
    EXPECT_EQ(names().size(), 2U) << "mine.txt and what the living process is making";
    kill(living);
    ASSERT_TRUE(writeFileAtomically(at("more.txt"), "more", false));
    EXPECT_EQ(names(), (std::set<std::string>{"mine.txt", "more.txt"}));
}

TEST_F(PendingOutputs, NothingElseIsTakenAway) {
    put(at(".banlang-unfinished-1-abcdef"), "a file of that name");
    put(at(".banlang-unfinished-notes/a.txt"), "notes");
    put(at(".banlang-unfinished-1-abcdef0/a.txt"), "a longer name");
    put(at("elsewhere/a.txt"), "behind a link");
    fs::create_directory_symlink(at("elsewhere"), at(".banlang-unfinished-2-abcdef"));
    const auto before = everything();
    ASSERT_TRUE(writeFileAtomically(at("mine.txt"), "mine", false));
    auto after = everything();
    after.erase(at("mine.txt"));
    EXPECT_EQ(after, before);
    EXPECT_TRUE(fs::is_symlink(at(".banlang-unfinished-2-abcdef")));
}

TEST_F(PendingOutputs, ALinkStaysALink) {
    put(at("real/a.txt"), "old");
    fs::create_symlink(at("real/a.txt"), at("a.txt"));
    ASSERT_TRUE(writeFileAtomically(at("a.txt"), "new", true));
    EXPECT_TRUE(fs::is_symlink(at("a.txt")));
    EXPECT_EQ(test::bytesOfFile(at("real/a.txt")), "new");
}

TEST_F(PendingOutputs, AGeoPackagesJournalsGoWithIt) {
    put(at("a.gpkg"), "old");
    put(at("a.gpkg-wal"), "pages of the old one");
    ASSERT_TRUE(writeFileAtomically(at("a.gpkg"), "new", true));
    EXPECT_EQ(names(), (std::set<std::string>{"a.gpkg"}));
}

TEST_F(PendingOutputs, AnOldIndexIsNotLeftToANewShapefile) {
    for (const char* const name : {"a.shp", "a.qix", "a.dai.csv", "b.qix"}) put(at(name), "old");
    ASSERT_TRUE(writeFileAtomically(at("a.shp"), "new", true));
    EXPECT_EQ(names(), (std::set<std::string>{"a.shp", "b.qix"}));
}

TEST_F(PendingOutputs, SayWhyTheyCannotBegin) {
    const auto nowhere = PendingOutput::begin(at("no folder/a.txt"), false);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().kind, ErrorKind::outputUnwritable);
    EXPECT_NE(nowhere.error().message.en.find("there is no such folder"), std::string::npos);
    EXPECT_NE(nowhere.error().message.vi.find("không có thư mục đó"), std::string::npos);
    EXPECT_EQ(nowhere.error().where.file, at("no folder/a.txt"));
}

TEST(CheckedFile, RemembersTheFirstFailure) {
    CheckedFile full("/dev/full");
    full.write("a few bytes wait in memory");
    EXPECT_EQ(full.failure(), 0);
    EXPECT_EQ(full.close(), ENOSPC) << "the failure comes with the last write";
    EXPECT_EQ(full.close(), ENOSPC);
    const Error error = writeError("/dev/full", ENOSPC);
    EXPECT_NE(error.message.en.find("no space left on device"), std::string::npos);
    EXPECT_NE(error.message.vi.find("hết chỗ trên đĩa"), std::string::npos);
}

} // namespace
} // namespace banlang
