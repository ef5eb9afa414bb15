// SPDX-License-Identifier: MIT
#include "core/store/import.h"
#include "core/store/office.h"
#include "tests/support/files.h"
#include "viewer/import/store_watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* oneCommune =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"00718","name":"Má Lé","kind":"Xã"},"geometry":{"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]}}]})";

/// What is told within some seconds; "" for nothing, after many looks.
std::string toldBy(StoreWatch& watch, int looks = 500) {
    for (int i = 0; i < looks; ++i) {
        if (const auto news = watch.news()) return news->code;
        std::this_thread::sleep_for(10ms);
    }
    return {};
}

constexpr int fewLooks = 30;

class StoreWatching : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write("nop/xa.geojson", oneCommune);
        store_ = at("kho.gpkg");
        const auto imported = importSources({at("nop")}, store_, {});
        ASSERT_TRUE(imported) << imported.error().message.en;
        ASSERT_FALSE(imported->stored.empty());
        watch_.follow(store_, imported->stored);
    }

    std::string store_;
    StoreWatch watch_{1ms};
};

TEST_F(StoreWatching, AStoreThatOthersWorkOnIsTheSame) {
    EXPECT_EQ(toldBy(watch_, fewLooks), "");
    OfficeChange change;
    change.name = "Má Lé";
    ASSERT_TRUE(setOffice(store_, change));
    EXPECT_EQ(toldBy(watch_, fewLooks), "");
    fs::copy_file(store_, at("copy.gpkg"));
    fs::rename(at("copy.gpkg"), store_);
    EXPECT_EQ(toldBy(watch_, fewLooks), "") << "another file with the same in it, as after a merge";
    EXPECT_TRUE(watch_.mayWrite());
}

TEST_F(StoreWatching, AStoreThatIsGoneIsToldOnceAndMayComeBack) {
    fs::rename(store_, at("away.gpkg"));
    EXPECT_FALSE(watch_.mayWrite()) << "also before it was seen";
    EXPECT_EQ(toldBy(watch_), "store-gone");
    EXPECT_EQ(toldBy(watch_, fewLooks), "") << "once";
    fs::rename(at("away.gpkg"), store_);
    EXPECT_EQ(toldBy(watch_, fewLooks), "");
    EXPECT_TRUE(watch_.mayWrite());
    fs::remove(store_);
    EXPECT_EQ(toldBy(watch_), "store-gone") << "again";
}

TEST_F(StoreWatching, AStoreThatIsCutOffIsTold) {
    fs::resize_file(store_, fs::file_size(store_) / 2);
    EXPECT_EQ(toldBy(watch_), "store-truncated");
    ASSERT_FALSE(watch_.mayWrite());
    EXPECT_NE(watch_.mayWrite().error().message.vi.find("vẫn hiện"), std::string::npos);
    fs::resize_file(store_, 0);
    EXPECT_EQ(toldBy(watch_), "store-empty");
}

TEST_F(StoreWatching, AnotherStoreInItsPlaceIsTold) {
    ASSERT_TRUE(Store::create(at("other.gpkg"), 9209));
    fs::copy_file(at("other.gpkg"), store_, fs::copy_options::overwrite_existing);
    EXPECT_EQ(toldBy(watch_), "store-replaced");
    EXPECT_FALSE(watch_.mayWrite());
}

TEST_F(StoreWatching, WhatIsNotThereIsNotWatched) {
    StoreWatch watch(1ms);
    EXPECT_FALSE(watch.news());
    watch.follow(at("nowhere.gpkg"), {});
    EXPECT_EQ(toldBy(watch, fewLooks), "");
    EXPECT_TRUE(watch.mayWrite());
}

} // namespace
} // namespace banlang::viewer
