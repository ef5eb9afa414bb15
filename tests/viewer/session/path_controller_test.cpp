// SPDX-License-Identifier: MIT
#include "tests/support/files.h"
#include "viewer/platform/recent_folders.h"
#include "viewer/session/path_controller.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

class Paths : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        setenv("XDG_STATE_HOME", at("state").c_str(), 1); // NOLINT(concurrency-mt-unsafe)
        write("nop/a.csv", "x");
    }
    Result<void> choose(const std::vector<std::string>& paths) {
        return PathController::choose(document_, {Verb::choose, paths}, [this](const Command& command) {
            done_.push_back(command);
            return fails_ ? Result<void>(Unexpected(*fails_)) : Result<void>();
        });
    }

    Document document_;
    std::vector<Command> done_;
    std::optional<Error> fails_;
};

TEST_F(Paths, AreAskedForInOurDialogWhereTheDesktopIsNotToAsk) {
    PathController paths;
    paths.ask(PathKind::picture, document_, false, {});
    EXPECT_FALSE(paths.asking());
    ASSERT_NE(document_.pathDialog, nullptr);
    EXPECT_EQ(document_.pathDialog->kind, PathKind::picture);
    EXPECT_FALSE(paths.take(document_));
}

TEST_F(Paths, ThatDoLeadToTheirCommandAndCloseTheDialog) {
    ASSERT_TRUE(PathController::browse(document_, {Verb::browse, {"sources", at("nop")}}));
    ASSERT_EQ(document_.pathDialog->folder, at("nop"));
    ASSERT_TRUE(choose({"a.csv"}));
    EXPECT_EQ(document_.pathDialog, nullptr);
    EXPECT_EQ(done_, (std::vector<Command>{{Verb::import, {at("nop/a.csv")}}}));
    EXPECT_EQ(recentFolders().front(), at("nop"));
}

TEST_F(Paths, ThatDoNotDoLeaveTheDialogOpenWithTheReason) {
    EXPECT_EQ(choose({"a.csv"}).error().code, "no-dialog");
    ASSERT_TRUE(PathController::browse(document_, {Verb::browse, {"sources", at("nop")}}));
    EXPECT_FALSE(choose({"b.csv"}));
    EXPECT_TRUE(done_.empty());
    ASSERT_TRUE(document_.pathDialog && document_.pathDialog->problem);
    fails_ = Error{ErrorKind::usage, "busy", {}, {}, {}};
    EXPECT_FALSE(choose({"a.csv"}));
    ASSERT_TRUE(document_.pathDialog && document_.pathDialog->problem);
    EXPECT_EQ(document_.pathDialog->problem->code, "busy");
}

TEST_F(Paths, NobodyAsksForAnyMoreAfterNone) {
    ASSERT_TRUE(PathController::browse(document_, {Verb::browse, {"store"}}));
    ASSERT_TRUE(PathController::browse(document_, {Verb::browse, {"none"}}));
    EXPECT_EQ(document_.pathDialog, nullptr);
    EXPECT_FALSE(PathController::browse(document_, {Verb::browse, {"cows"}}));
}

} // namespace
} // namespace banlang::viewer
