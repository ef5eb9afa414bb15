// SPDX-License-Identifier: MIT
#include "core/base/parallel.h"
#include "core/base/worked_out.h"

#include <gtest/gtest.h>

#include <string>

namespace banlang {
namespace {

TEST(WorkedOut, IsMadeOnceForEachType) {
    const WorkedOut values;
    std::atomic<int> made = 0;
    parallelRanges(64, 1, [&](std::size_t /*begin*/, std::size_t /*end*/) { (void)values.get<int>([&] { return ++made; }); });
    EXPECT_EQ(made, 1);
    EXPECT_EQ(*values.get<std::string>([] { return std::string("one more"); }), "one more");
    EXPECT_EQ(*values.get<int>([] { return 7; }), 1);
}

TEST(WorkedOut, OneMayBeMadeOfAnother) {
    const WorkedOut values;
    const auto text = values.get<std::string>([&] { return std::to_string(*values.get<int>([] { return 5; })); });
    EXPECT_EQ(*text, "5");
}

TEST(WorkedOut, CopiesAndChangedDataStartAnew) {
    WorkedOut values;
    const auto first = values.get<int>([] { return 1; });
    const WorkedOut copy(values);
    EXPECT_EQ(*copy.get<int>([] { return 2; }), 2);
    values.forget();
    EXPECT_EQ(*values.get<int>([] { return 3; }), 3);
    EXPECT_EQ(*first, 1) << "who holds a value keeps it";
}

} // namespace
} // namespace banlang
