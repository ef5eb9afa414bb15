// SPDX-License-Identifier: MIT
#include "tests/support/files.h"
#include "viewer/session/simulated_input.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

class SimulatedInput : public test::InFolder {
protected:
    ControlRegistry controls_;
    InputQueue input_;
};

TEST_F(SimulatedInput, AControlIsPressedWhereItWasDrawn) {
    const auto missing = simulate({Verb::press, {"top.undo"}}, controls_, input_);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "no-control");
    EXPECT_TRUE(input_.empty());
    controls_.put("top.undo", {10, 20, 30, 40});
    EXPECT_TRUE(simulate({Verb::press, {"top.undo"}}, controls_, input_));
    EXPECT_FALSE(input_.empty());
}

TEST_F(SimulatedInput, KeysAndNumbersThatDoNotExistAreRefused) {
    for (const Command& command : {Command{Verb::key, {"ctrl+nothing"}}, Command{Verb::click, {"10", "left"}}}) {
        EXPECT_FALSE(simulate(command, controls_, input_)) << toText(command);
        EXPECT_TRUE(input_.empty());
    }
    EXPECT_TRUE(simulate({Verb::drag, {"1", "2", "3", "4"}}, controls_, input_));
    EXPECT_FALSE(input_.empty());
}

TEST_F(SimulatedInput, ArgumentsAreNumbersAllOrNone) {
    EXPECT_EQ(numbersIn({Verb::click, {"1", "2.5"}}), (std::vector<float>{1, 2.5F}));
    EXPECT_FALSE(numbersIn({Verb::click, {"1", "2px"}}));
}

TEST_F(SimulatedInput, ControlsAreWrittenWithTheirPlaces) {
    controls_.put("top.undo", {10, 20, 30, 40});
    ASSERT_TRUE(writeControls(controls_, at("controls.json")));
    EXPECT_NE(test::bytesOfFile(at("controls.json")).find("\"top.undo\""), std::string::npos);
}

} // namespace
} // namespace banlang::viewer
