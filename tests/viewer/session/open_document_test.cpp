// SPDX-License-Identifier: MIT
#include "viewer/session/open_document.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

Error error(ErrorKind kind) {
    return {kind, "some-code", {"Không đọc được", "It cannot be read"}, {}, {}};
}

TEST(OpenDocument, AFailureIsToldAndKept) {
    OpenDocument open;
    open.fail(error(ErrorKind::inputUnreadable));
    ASSERT_EQ(open.document.messages.size(), 1U);
    EXPECT_TRUE(open.document.messages[0].isError);
    EXPECT_NE(open.document.messages[0].text.en.find("It cannot be read"), std::string::npos);
    ASSERT_TRUE(open.failure);
    EXPECT_EQ(open.failure->code, "some-code");
}

TEST(OpenDocument, WhatAPersonStoppedIsToldAndNoFailure) {
    OpenDocument open;
    open.fail(error(ErrorKind::interrupted));
    ASSERT_EQ(open.document.messages.size(), 1U);
    EXPECT_FALSE(open.document.messages[0].isError);
    EXPECT_FALSE(open.failure);
}

TEST(OpenDocument, AWarningIsAnErrorInTheListAndNoFailure) {
    OpenDocument open;
    open.warn(error(ErrorKind::failed));
    EXPECT_TRUE(open.document.messages.at(0).isError);
    EXPECT_FALSE(open.failure);
}

} // namespace
} // namespace banlang::viewer
