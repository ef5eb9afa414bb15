// SPDX-License-Identifier: MIT
#include "core/store/detail/store_place.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class StorePlace : public test::InFolder {
protected:
    std::string logCode() const {
        const auto checked = checkNoForeignLog(at("kho.gpkg"));
        return checked ? "" : checked.error().code;
    }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& [path, bytes] : everything()) all.push_back(path.filename().string());
        return all;
    }
};

TEST_F(StorePlace, TheLogOfAStoreThatIsGoneIsInTheWay) {
    EXPECT_EQ(logCode(), "");
    write("kho.gpkg-wal", "");
    write("kho2.gpkg-wal", "rows");
    EXPECT_EQ(logCode(), "") << "an empty log, and that of another store";
    write("kho.gpkg-journal", "rows");
    EXPECT_EQ(logCode(), "store-log-left");
    EXPECT_THAT(checkNoForeignLog(at("kho.gpkg")).error().message.vi, HasSubstr("kho.gpkg-journal"));
    write("kho.gpkg-wal", "rows");
    std::filesystem::remove(at("kho.gpkg-journal"));
    EXPECT_EQ(logCode(), "store-log-left");
}

TEST_F(StorePlace, AStoreIsNoneOfItsSourcesByAnyName) {
    const std::string store = write("kho.gpkg", "x");
    write("khac.gpkg", "x");
    std::filesystem::create_symlink(store, folder_ / "link.gpkg");
    FoundFiles found;
    ImportReport report;
    for (const std::string& name : {store, at("./kho.gpkg"), at("link.gpkg")}) {
        const auto left = leaveStoreOut({at("khac.gpkg"), name}, store, found, report);
        ASSERT_FALSE(left) << name;
        EXPECT_EQ(left.error().code, "import-into-itself");
        EXPECT_EQ(left.error().where.file, name);
    }
    EXPECT_TRUE(leaveStoreOut({at("khac.gpkg"), at("none.gpkg")}, store, found, report));
}

TEST_F(StorePlace, InAFolderItIsLeftOutAndToldOf) {
    const std::string store = write("kho.gpkg", "x");
    FoundFiles found;
    found.vectors = {write("a.csv", "x"), store, write("khac.gpkg", "x")};
    ImportReport report;
    ASSERT_TRUE(leaveStoreOut({folder_.string()}, store, found, report));
    EXPECT_THAT(found.vectors, ElementsAre(at("a.csv"), at("khac.gpkg")));
    ASSERT_EQ(report.ignored.size(), 1U);
    EXPECT_EQ(report.ignored[0].code, "store-itself");
    EXPECT_EQ(report.ignored[0].where.file, store);
}

TEST_F(StorePlace, ANewStoreAppearsWhole) {
    std::filesystem::create_directories(folder_ / ".banlang-unfinished-99999999-abcdef");
    write(".banlang-unfinished-99999999-abcdef/kho.gpkg", "what a killed import left");
    std::vector<CheckedBatch> none;
    const auto written = writeNewStore(at("kho.gpkg"), none, std::nullopt, {defaultStoreEpsg, {}, false}, {});
    ASSERT_TRUE(written) << describe(written.error(), Language::english);
    EXPECT_THAT(*written, IsEmpty());
    EXPECT_THAT(names(), ElementsAre("kho.gpkg"));
    EXPECT_EQ(Store::openForReading(at("kho.gpkg"))->epsg(), defaultStoreEpsg);
}

TEST_F(StorePlace, WhatFailsOrIsStoppedLeavesNothing) {
    std::stop_source stop;
    stop.request_stop();
    CheckedBatch batch;
    batch.file = "a.csv";
    batch.role = Role::donations;
    batch.rows = emptyTable(Role::donations);
    std::vector<CheckedBatch> batches{batch};
    const NewStore made{defaultStoreEpsg, {}, false};
    const auto stopped = writeNewStore(at("kho.gpkg"), batches, std::nullopt, made, {{}, stop.get_token()});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::interrupted);
    EXPECT_THAT(names(), IsEmpty());
    EXPECT_FALSE(writeNewStore(at("none/kho.gpkg"), batches, std::nullopt, made, {}));
    EXPECT_FALSE(writeNewStore(at("kho.gpkg"), batches, std::nullopt, {-1, {}, false}, {})) << "no such CRS";
    EXPECT_THAT(names(), IsEmpty());
}

} // namespace
} // namespace banlang::detail
