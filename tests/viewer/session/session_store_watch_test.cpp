// SPDX-License-Identifier: MIT
#include "core/store/store.h"
#include "tests/support/files.h"
#include "viewer/session/session.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// What becomes of the store while the window shows it.

constexpr const char* oneCommune =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"00718","name":"Má Lé","kind":"Xã"},"geometry":{"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]}}]})";

class SessionStoreWatch : public test::InFolder {
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
};

TEST_F(SessionStoreWatch, TheWindowLivesOnAndWritesNothingIntoAStranger) {
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

TEST_F(SessionStoreWatch, AnImportMakesNoNewStoreWhereTheOpenOneWasDeleted) {
    fs::remove(store_);
    const auto done = session_->run({Verb::import, {at("nop")}});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "store-gone");
    EXPECT_FALSE(fs::exists(store_));
    EXPECT_NE(toldInTheWindow().find("no longer in its place"), std::string::npos);
}

TEST_F(SessionStoreWatch, AStoreThatIsCutOffWhileItIsOpenEndsNothing) {
    fs::resize_file(store_, fs::file_size(store_) / 3);
    EXPECT_NE(toldInTheWindow().find("the map still shows what was read"), std::string::npos);
    ASSERT_TRUE(session_->run({Verb::select, {"communes", "00718"}}).has_value());
    ASSERT_TRUE(session_->run({Verb::inspect, {"history"}}).has_value());
    session_->waitUntilComplete(1600, 1000);
    EXPECT_FALSE(session_->run({Verb::import, {at("nop")}}));
}

} // namespace
} // namespace banlang::viewer
