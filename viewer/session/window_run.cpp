// SPDX-License-Identifier: MIT
#include "viewer/session/window_run.h"

#include "viewer/map/gl/offscreen.h"
#include "viewer/platform/window.h"
#include "viewer/session/screen.h"
#include "viewer/session/script.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <csignal>
#include <mutex>
#include <thread>

namespace banlang::viewer {
namespace {

/// A terminal or a desktop that goes ends the window as a person would who does not want to be asked; the second time at once.
volatile std::sig_atomic_t endAsked = 0;
void askToEnd(int number) {
    endAsked = 1;
    std::signal(number, SIG_DFL);
}

class WindowRun {
public:
    explicit WindowRun(const AppOptions& options) : options_(options) {}

    [[nodiscard]] Result<void> run(Clock::time_point start) {
        BANLANG_TRY(script, readScript(options_.scriptFile));
        auto opening = startAsked(options_);
        BANLANG_TRY(window, Window::create(options_.widthPx, options_.heightPx, "banlang"));
        window_ = std::move(window);
        BANLANG_TRY(session, Session::create(options_.settings, window_->pixelRatio(), hostServices()));
        session_ = std::move(session);
        session_->holdBackground(true);
        session_->gui().useClipboard([this] { return window_->clipboard(); },
                                     [this](const char* text) { window_->setClipboard(text); });
        BANLANG_TRY(screen, Screen::create(session_->gui()));
        screen_ = std::move(screen);
        if (auto opened = openAsked(*session_, options_, std::move(opening)); !opened) {
            // A person who opened a broken store by a double click sees in the window what is wrong with it.
            if (!script.empty() || session_->document().district) return opened;
            session_->tell({true, {describe(opened.error(), Language::vietnamese), describe(opened.error(), Language::english)}});
        }
        for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, askToEnd);
        BANLANG_CHECK(loop(script, start));
        BANLANG_CHECK(writeText(options_.stateFile, session_->stateJson()));
        return writeText(options_.framesFile, toJson(times_));
    }

private:
    static constexpr double idleS = 0.25; ///< how often results of workers are looked for while nothing happens
    static constexpr double busyS = 0.01;

    [[nodiscard]] Result<void> loop(const std::vector<Command>& script, Clock::time_point start) {
        auto next = script.begin();
        auto last = Clock::now();
        if (frameDue()) frame(0.016);
        while (!session_->finished()) {
            const bool scripted = next != script.end();
            window_->collect(session_->input(), waitS(scripted));
            damaged_ = window_->takeDamage() || damaged_;
            if (window_->takeClosing()) (void)session_->run({Verb::quit, {}}).has_value();
            if (std::exchange(endAsked, 0) != 0) (void)session_->run({Verb::quit, {"stop"}}).has_value();
            if (const auto dropped = window_->takeDropped(); !dropped.empty())
                (void)session_->run({Verb::import, dropped}).has_value();
            if (auto failed = session_->takeFailure(); failed && scripted) return Unexpected(std::move(*failed));
            if (scripted && !frameDue() && session_->atRest()) BANLANG_CHECK(session_->run(*next++));
            if (!frameDue()) continue;
            frame(std::chrono::duration<double>(Clock::now() - last).count());
            if (failure_) return Unexpected(std::move(*failure_));
            last = Clock::now();
            if (times_.firstPictureMs == 0 && session_->derived().scene && screen_->complete()) {
                times_.firstPictureMs = msSince(start);
                times_.ms.clear();
            }
            window_->setFullScreen(session_->document().fullScreen);
            if (window_->contextLost()) BANLANG_CHECK(renew());
        }
        return {};
    }
    /// How long events may be waited for. A map that is not whole is painted on at once.
    [[nodiscard]] double waitS(bool scripted) const {
        if (window_->target().widthPx == 0) return idleS;
        if (!screen_->complete()) return 0;
        return scripted || session_->needsFrame() ? busyS : idleS;
    }
    [[nodiscard]] bool frameDue() const {
        const RenderTarget target = window_->target();
        if (target.widthPx == 0 || target.heightPx == 0) return false; // minimised
        return damaged_ || session_->needsFrame() || !screen_->complete() || target != drawn_ ||
               window_->pixelRatio() != session_->gui().pixelRatio();
    }
    /// Another window in the place of one that cannot draw any more; the session goes on.
    [[nodiscard]] Result<void> renew() {
        constexpr int mostTries = 20; // a driver that is being reset gives no context for a while
        const double ratio = window_->pixelRatio();
        const std::scoped_lock lock(windowMutex_);
        screen_.reset();
        window_.reset();
        const auto open = [&] {
            return Window::create(static_cast<int>(drawn_.widthPx / ratio), static_cast<int>(drawn_.heightPx / ratio), "banlang");
        };
        auto window = open();
        for (int i = 1; !window && i < mostTries; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(250));
            window = open();
        }
        if (!window) return Unexpected(std::move(window.error()));
        window_ = std::move(*window);
        session_->gui().releaseKeys();
        damaged_ = true;
        BANLANG_TRY(screen, Screen::create(session_->gui()));
        screen_ = std::move(screen);
        return {};
    }
    void frame(double seconds) {
        drawn_ = window_->target();
        damaged_ = false;
        const auto begin = Clock::now();
        const double ratio = window_->pixelRatio();
        if (auto changed = session_->gui().setPixelRatio(ratio); !changed) {
            failure_ = std::move(changed.error());
            return;
        }
        session_->frame(static_cast<float>(drawn_.widthPx / ratio), static_cast<float>(drawn_.heightPx / ratio),
                        std::min(seconds, 0.5));
        screen_->draw(drawn_, session_->document(), session_->derived(),
                      PaintLimits{budget_.showing(begin), PaintingBudget::behind(begin)});
        glFinish();
        times_.ms.push_back(msSince(begin));
        budget_.frameTook(times_.ms.back());
        session_->holdBackground(!screen_->complete() || session_->pictureDue());
        window_->swap();
    }
    [[nodiscard]] HostServices hostServices() {
        HostServices around;
        around.screenshot = [this](const std::string& path) {
            screen_->draw(drawn_, session_->document(), session_->derived());
            return writePng(path, drawn_.widthPx, drawn_.heightPx, readPixels(drawn_));
        };
        around.renewGraphics = [this] { return renew(); };
        around.resize = [this](int width, int height) { window_->resize(width, height); };
        around.wake = [this] {
            const std::scoped_lock lock(windowMutex_);
            if (window_) Window::wake();
        };
        around.desktopDialogs = true;
        return around;
    }

    const AppOptions& options_;
    std::optional<Error> failure_;
    std::mutex windowMutex_; ///< workers wake the window while another may take its place
    // The panels and the screen hold GL objects, so the window goes last.
    std::unique_ptr<Window> window_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Screen> screen_;
    FrameTimes times_;
    PaintingBudget budget_;
    RenderTarget drawn_;  ///< as it was when it was drawn last
    bool damaged_ = true; ///< what was drawn last is not on the screen
};

} // namespace

Result<void> runInWindow(const AppOptions& options, Clock::time_point start) {
    return WindowRun(options).run(start);
}

} // namespace banlang::viewer
