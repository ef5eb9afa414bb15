// SPDX-License-Identifier: MIT
#include "core/io/detail/column_limit.h"
#include "core/io/detail/json_guard.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

class JsonGuard : public test::InFolder {
protected:
    /// Whether the text passes.
    bool passes(const std::string& json) const {
        const std::string path = write("a.geojson", json);
        const auto checked = checkJsonNames(path, path);
        EXPECT_EQ(checked ? path : checked.error().where.file, path);
        return checked.has_value();
    }
    /// An object of so many properties of different names.
    static std::string objectOf(int names) {
        std::string json = "{";
        for (int i = 0; i < names; ++i) json += fmt::format("{}\"cột {}\" : {}", i == 0 ? "" : ",\n", i, i);
        return json + "}";
    }
};

constexpr int allowed = 10 * mostColumns;

TEST_F(JsonGuard, CountsNamesUpToItsLimit) {
    EXPECT_TRUE(passes(objectOf(3)));
    EXPECT_TRUE(passes(objectOf(allowed)));
    EXPECT_FALSE(passes(objectOf(allowed + 1)));
}

TEST_F(JsonGuard, ANameThatComesAgainCountsOnce) {
    std::string json = "[";
    for (int i = 0; i < 2 * allowed; ++i) json += "{\"a\":1,\"b\":2},";
    EXPECT_TRUE(passes(json + "{}]"));
}

TEST_F(JsonGuard, TextsThatAreNoNamesDoNotCount) {
    std::string json = "[\"a\"";
    for (int i = 0; i < 2 * allowed; ++i) json += fmt::format(",\"text {}: no name\"", i);
    EXPECT_TRUE(passes(json + "]"));
}

TEST_F(JsonGuard, QuotesInsideNamesEndNothing) {
    std::string escaped = "{";
    std::string plain = "{";
    for (int i = 0; i <= allowed; ++i) {
        escaped += fmt::format("\"\\\"{}\\\\\":1,", i);
        plain += fmt::format("\"x\":\"\\\"{}\\\":1\",", i); // looks like a name inside a text
    }
    EXPECT_FALSE(passes(escaped + "\"z\":1}"));
    EXPECT_TRUE(passes(plain + "\"z\":1}"));
}

TEST_F(JsonGuard, WhatIsNotThereOrNoJsonIsLeftToOthers) {
    EXPECT_TRUE(checkJsonNames(at("none.geojson"), at("none.geojson")));
    EXPECT_TRUE(passes(""));
    EXPECT_TRUE(passes("\"\"\":::\"\\"));
}

} // namespace
} // namespace banlang::detail
