// SPDX-License-Identifier: MIT
#include "core/io/detail/plain_files.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace banlang::detail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PlainFiles : public test::InFolder {
protected:
    std::vector<std::string> sidecars(const std::string& main) const {
        std::vector<std::string> names;
        for (const std::filesystem::path& part : sidecarsOf(folder_ / main)) names.push_back(part.filename().string());
        return names;
    }
    std::string codeOf(const std::string& main) const {
        const auto checked = checkPlainFiles(folder_ / main);
        return checked ? "" : checked.error().code;
    }
    void makePipe(const std::string& name) const { ASSERT_EQ(mkfifo(at(name).c_str(), 0600), 0); }
};

TEST_F(PlainFiles, TheFilesOfAShapefileBelongTogetherWhateverTheirCase) {
    for (const char* name : {"thua.shp", "thua.shx", "thua.DBF", "thua.prj", "thua.txt", "thua2.dbf"}) write(name, "x");
    EXPECT_THAT(sidecars("thua.shp"), ElementsAre("thua.DBF", "thua.prj", "thua.shx"));
    write("DAT.SHP", "x");
    write("DAT.dbf", "x");
    EXPECT_THAT(sidecars("DAT.SHP"), ElementsAre("DAT.dbf"));
}

TEST_F(PlainFiles, TheLogOfADatabaseBearsItsWholeName) {
    for (const char* name : {"kho.GPKG", "kho.GPKG-wal", "kho.gpkg-journal"}) write(name, "x");
    EXPECT_THAT(sidecars("kho.GPKG"), ElementsAre("kho.GPKG-wal")) << "the other log is of another file";
}

TEST_F(PlainFiles, ATableAloneHasNoParts) {
    for (const char* name : {"a.csv", "a.prj", "a.dbf"}) write(name, "x");
    EXPECT_THAT(sidecars("a.csv"), IsEmpty());
}

TEST_F(PlainFiles, OrdinaryFilesAndMissingOnesPass) {
    write("a.shp", "x");
    write("a.dbf", "x");
    EXPECT_EQ(codeOf("a.shp"), "");
    EXPECT_EQ(codeOf("none.shp"), "") << "whoever opens it says that it is not there";
    EXPECT_EQ(codeOf("."), "");
}

TEST_F(PlainFiles, APipeIsRefusedWhereverItLies) {
    write("a.shp", "x");
    makePipe("a.dbf");
    EXPECT_EQ(codeOf("a.shp"), "not-a-file") << "beside the file";
    EXPECT_EQ(codeOf("a.dbf"), "not-a-file");
    std::filesystem::create_directories(folder_ / "roads.gdb");
    makePipe("roads.gdb/a0001");
    EXPECT_EQ(codeOf("roads.gdb"), "not-a-file") << "inside a folder that is one data set";
    std::filesystem::create_symlink(at("a.dbf"), folder_ / "link.csv");
    EXPECT_EQ(codeOf("link.csv"), "not-a-file");
    const auto device = checkPlainFiles("/dev/zero");
    ASSERT_FALSE(device);
    EXPECT_EQ(device.error().where.file, "/dev/zero");
}

TEST_F(PlainFiles, WhatDataDependOnAndWhatMayChangeBeside) {
    EXPECT_TRUE(isDataSidecar(".dbf"));
    EXPECT_TRUE(isDataSidecar(".gpkg-wal"));
    EXPECT_FALSE(isDataSidecar(".qml"));
    EXPECT_TRUE(isOtherSidecar(".qml"));
    EXPECT_FALSE(isOtherSidecar(".dbf"));
    for (const char* ending : {".shp", ".csv", "", ".gpkg"})
        EXPECT_FALSE(isDataSidecar(ending) || isOtherSidecar(ending)) << ending;
}

} // namespace
} // namespace banlang::detail
