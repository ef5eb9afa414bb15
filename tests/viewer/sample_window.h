// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/offscreen.h"
#include "viewer/session/screen.h"
#include "viewer/session/session.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace banlang::viewer::test {

/// The window on the sample district, imported into a folder of the test, with the picture that a person would see.
class SampleWindow : public testing::Test {
protected:
    void SetUp() override {
        namespace fs = std::filesystem;
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / "banlang-sample-window" / test->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        fs::copy(std::string(BANLANG_SOURCE_DIR) + "/sample-data/district", folder_ / "district", fs::copy_options::recursive);
        auto created = Session::create(Document(), 1, {});
        ASSERT_TRUE(created.has_value());
        session_ = std::move(*created);
        run({Verb::import, {(folder_ / "district").string()}});
        ASSERT_TRUE(session_->document().district);
        run({Verb::asOf, {"2022-05-18"}});
    }
    void TearDown() override {
        screen_.reset();
        context_.reset();
        std::filesystem::remove_all(folder_);
    }

    void size(int widthPx, int heightPx) {
        widthPx_ = widthPx;
        heightPx_ = heightPx;
        screen_.reset();
        context_.reset();
        waitUntilShown();
    }
    void run(const Command& command) {
        const auto done = session_->run(command);
        ASSERT_TRUE(done.has_value()) << toText(command) << ": " << done.error().message.en;
        waitUntilShown();
    }
    void waitUntilShown() { session_->waitUntilShown(static_cast<float>(widthPx_), static_cast<float>(heightPx_)); }
    [[nodiscard]] const Document& document() const { return session_->document(); }
    [[nodiscard]] nlohmann::json state() const { return nlohmann::json::parse(session_->stateJson()); }

    /// RGBA of the whole window, top row first.
    [[nodiscard]] std::vector<std::uint8_t> picture() {
        if (!screen_) {
            auto context = OffscreenContext::create(widthPx_, heightPx_);
            EXPECT_TRUE(context.has_value());
            context_ = std::move(*context);
            auto screen = Screen::create(session_->gui());
            EXPECT_TRUE(screen.has_value());
            screen_ = std::move(*screen);
            waitUntilShown();
        }
        context_->makeCurrent();
        screen_->draw(context_->target(), session_->document(), session_->derived());
        return context_->pixels();
    }
    /// Share of the pixels of a part of the window that differ between two pictures.
    [[nodiscard]] double difference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b,
                                    const Rect& part) const {
        std::size_t differing = 0;
        std::size_t all = 0;
        for (int y = static_cast<int>(part.y); y < static_cast<int>(part.bottom()); ++y) {
            for (int x = static_cast<int>(part.x); x < static_cast<int>(part.right()); ++x) {
                const std::size_t at =
                    (static_cast<std::size_t>(y) * static_cast<std::size_t>(widthPx_) + static_cast<std::size_t>(x)) * 4;
                differing += a[at] != b[at] || a[at + 1] != b[at + 1] || a[at + 2] != b[at + 2] ? 1U : 0U;
                ++all;
            }
        }
        return static_cast<double>(differing) / static_cast<double>(all);
    }

    std::filesystem::path folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<OffscreenContext> context_;
    std::unique_ptr<Screen> screen_;
    int widthPx_ = 1600;
    int heightPx_ = 1000;
};

} // namespace banlang::viewer::test
