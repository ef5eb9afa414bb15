// SPDX-License-Identifier: MIT
#include "core/store/office.h"
#include "tests/support/files.h"
#include "viewer/session/session.h"
#include "viewer/session/store_watch.h"

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
        auto created = Session::create({}, 1, {});
        ASSERT_TRUE(created.has_value());
        session_ = std::move(*created);
        ASSERT_TRUE(session_->run({Verb::import, {at("nop")}}).has_value());
        session_->waitUntilShown(1600, 1000);
        ASSERT_TRUE(session_->document().district);
        store_ = session_->document().storePath;
        watch_.follow(store_, session_->document().importLog->history);
        ASSERT_FALSE(session_->document().importLog->history.empty());
    }

    /// Frames as in a window until something is told as an error.
    [[nodiscard]] std::string toldInTheWindow() {
        for (int i = 0; i < 1000; ++i) {
            session_->frame(1600, 1000, 1.0 / 60);
            for (const Message& message : session_->document().messages) {
                if (message.isError) return message.text.en;
            }
            std::this_thread::sleep_for(10ms);
        }
        return {};
    }

    std::unique_ptr<Session> session_;
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

TEST_F(StoreWatching, TheWindowLivesOnAndWritesNothingIntoAStranger) {
    ASSERT_TRUE(Store::create(at("other.gpkg"), 9209));
    fs::rename(at("other.gpkg"), store_);
    const std::string stranger = test::bytesOfFile(store_);
    EXPECT_NE(toldInTheWindow().find("Another store took the open one's place"), std::string::npos);
    for (const Command& command : {Command{Verb::import, {at("nop")}}, Command{Verb::undoImport, {"import:1"}},
                                   Command{Verb::setOffice, {"Má Lé", "commune"}}}) {
        const auto done = session_->run(command);
        ASSERT_FALSE(done) << toText(command);
        EXPECT_EQ(done.error().code, "store-replaced") << toText(command);
    }
    session_->waitUntilComplete(1600, 1000);
    EXPECT_EQ(session_->document().district->table(Role::communes).rowCount, 1U) << "the map shows what was read";
    EXPECT_EQ(test::bytesOfFile(store_), stranger);
}

TEST_F(StoreWatching, AnImportMakesNoNewStoreWhereTheOpenOneWasDeleted) {
    fs::remove(store_);
    const auto done = session_->run({Verb::import, {at("nop")}});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "store-gone");
    EXPECT_FALSE(fs::exists(store_));
    EXPECT_NE(toldInTheWindow().find("no longer in its place"), std::string::npos);
}

TEST_F(StoreWatching, AStoreThatIsCutOffWhileItIsOpenEndsNothing) {
    fs::resize_file(store_, fs::file_size(store_) / 3);
    EXPECT_NE(toldInTheWindow().find("the map still shows what was read"), std::string::npos);
    ASSERT_TRUE(session_->run({Verb::select, {"communes", "00718"}}).has_value());
    ASSERT_TRUE(session_->run({Verb::inspect, {"history"}}).has_value());
    session_->waitUntilComplete(1600, 1000);
    EXPECT_FALSE(session_->run({Verb::import, {at("nop")}}));
}

} // namespace
} // namespace banlang::viewer
