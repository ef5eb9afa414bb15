// SPDX-License-Identifier: MIT
#include "document_with_commune.h"
#include "viewer/document/command.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(Command, TextAndBackIsTheSameCommand) {
    for (const char* line : {"layer donated-land on",
                             "as-of 2021-12-31",
                             "zoom-to roads R17",
                             "zoom 2",
                             "pan -30 12.5",
                             "lang en",
                             "theme dark",
                             "tab gaps",
                             "tab conclusion",
                             "conclusion V10",
                             "conclusion-of housing",
                             "split off",
                             "link-view decided",
                             "link-row 3",
                             "decide-link donations village_code \"Bản Mới\" \"\"",
                             "withdraw-link donations village_code X 001",
                             "select none",
                             "browse store /tmp",
                             "choose \"/tmp/a b.gpkg\"",
                             "quit stop",
                             "key ctrl+k",
                             "click 10 20 2",
                             "home",
                             "legend"}) {
        EXPECT_EQ(toText(parsed(line)), line);
    }
    const Command odd{Verb::type, {"Bản \"Sản\" \\ # x"}};
    EXPECT_EQ(parsed(toText(odd)), odd);
    const Command empty{Verb::type, {""}};
    EXPECT_EQ(parsed(toText(empty)), empty);
}

TEST(Command, EmptyLinesAndCommentsAreNoCommands) {
    for (const char* line : {"", "   ", "# zoom 2"}) {
        const auto command = parseCommand(line);
        ASSERT_TRUE(command.has_value());
        EXPECT_FALSE(command->has_value());
    }
}

TEST(Command, UnknownWordsAndWrongArgumentsAreUsageErrors) {
    for (const char* line : {"fly", "zoom", "zoom 1 2", "type \"open"}) {
        const auto command = parseCommand(line);
        ASSERT_FALSE(command.has_value()) << line;
        EXPECT_EQ(command.error().kind, ErrorKind::usage);
        EXPECT_FALSE(command.error().hint.vi.empty());
    }
}

TEST(Command, ARowThatIsKnownIsWrittenAsARow) {
    EXPECT_EQ(toText({Verb::select, {}, RecordRef{Role::parcels, 12}}), "select parcels #12");
}

} // namespace
} // namespace banlang::viewer
