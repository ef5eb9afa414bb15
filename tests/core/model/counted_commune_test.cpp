// SPDX-License-Identifier: MIT
#include "core/model/counted_commune.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(CountedCommune, TheVillageGoesBeforeWhatTheRecordSays) {
    const std::vector<std::int32_t> communeOfVillage{4, notLinked};
    TableLinks links;
    links.village = {0, 1, notLinked, notLinked};
    links.commune = {7, 7, 7, notLinked};
    EXPECT_EQ(countedCommune(communeOfVillage, links, 0), 4) << "a garden beyond the border counts with its household's village";
    EXPECT_EQ(countedCommune(communeOfVillage, links, 1), 7) << "its village stands in no commune";
    EXPECT_EQ(countedCommune(communeOfVillage, links, 2), 7);
    EXPECT_EQ(countedCommune(communeOfVillage, links, 3), notLinked);
}

TEST(CountedCommune, RecordsWithoutLinksCountNowhere) {
    EXPECT_EQ(countedCommune({0}, TableLinks{}, 0), notLinked);
    TableLinks links;
    links.commune = {2};
    EXPECT_EQ(countedCommune({}, links, 0), 2) << "no villages are known";
}

} // namespace
} // namespace banlang
