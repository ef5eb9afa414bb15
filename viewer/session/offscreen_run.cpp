// SPDX-License-Identifier: MIT
#include "viewer/session/offscreen_run.h"

#include "viewer/map/gl/offscreen.h"
#include "viewer/session/screen.h"
#include "viewer/session/script.h"

#include <epoxy/gl.h>

#include <thread>

namespace banlang::viewer {
namespace {

constexpr std::chrono::microseconds frameTime{16'667};

/// What moves the map or the pointer: shown frame by frame.
bool isMovement(Verb verb) {
    return verb == Verb::pan || verb == Verb::zoom || verb == Verb::zoomAt || verb == Verb::scroll || verb == Verb::drag ||
           verb == Verb::move;
}

/// The off-screen picture and all that draws on it; made anew when its size changes.
class Picture {
public:
    [[nodiscard]] Result<void> start(int widthPx, int heightPx, Gui& gui) {
        screen_.reset();
        context_.reset();
        BANLANG_TRY(context, OffscreenContext::create(widthPx, heightPx));
        context_ = std::move(context);
        BANLANG_TRY(screen, Screen::create(gui));
        screen_ = std::move(screen);
        return {};
    }
    /// Paints the map within the limits, or completely.
    void draw(Session& session, std::optional<PaintLimits> limits = std::nullopt) {
        context_->makeCurrent();
        screen_->draw(context_->target(), session.document(), session.derived(), limits);
        glFinish();
    }
    [[nodiscard]] bool complete() const { return screen_->complete(); }
    [[nodiscard]] Result<void> save(const std::string& path) { return writePng(path, widthPx(), heightPx(), context_->pixels()); }
    [[nodiscard]] std::size_t cardBytes() const { return screen_->cardBytes(); }
    [[nodiscard]] std::string renderer() const { return context_->rendererName(); }
    [[nodiscard]] int widthPx() const { return context_->widthPx(); }
    [[nodiscard]] int heightPx() const { return context_->heightPx(); }

private:
    std::unique_ptr<OffscreenContext> context_;
    std::unique_ptr<Screen> screen_;
};

class OffscreenRun {
public:
    explicit OffscreenRun(const AppOptions& options) : options_(options) {}

    [[nodiscard]] Result<void> run(Clock::time_point start) {
        BANLANG_TRY(script, readScript(options_.scriptFile));
        auto opening = startAsked(options_);
        BANLANG_TRY(session, Session::create(options_.settings, 1, hostServices()));
        session_ = std::move(session);
        session_->holdBackground(true);
        BANLANG_CHECK(picture_.start(options_.widthPx, options_.heightPx, session_->gui()));
        BANLANG_CHECK(openAsked(*session_, options_, std::move(opening)));
        completePicture();
        times_.firstPictureMs = msSince(start);
        times_.ms.clear();
        for (const Command& command : script) {
            BANLANG_CHECK(execute(command));
            if (session_->finished()) break;
        }
        if (moving_) completePicture();
        waitUntilShown();
        if (!options_.screenshotFile.empty()) BANLANG_CHECK(picture_.save(options_.screenshotFile));
        times_.cardBytes = picture_.cardBytes();
        times_.renderer = picture_.renderer();
        BANLANG_CHECK(writeText(options_.stateFile, session_->stateJson()));
        return writeText(options_.framesFile, toJson(times_));
    }

private:
    [[nodiscard]] Result<void> execute(const Command& command) {
        if (isMovement(command.verb)) return move(command);
        if (moving_) {
            lastMs_ = completePicture();
            times_.pictures.push_back({"move", lastMs_});
            moving_ = false;
        }
        const bool stop = command.verb == Verb::wait && command.arguments.empty();
        if (stop) times_.completeMs.push_back(lastMs_);
        const auto begin = Clock::now();
        BANLANG_CHECK(session_->run(command));
        if (failure_) return Unexpected(std::move(*failure_));
        completePicture();
        if (command.verb != Verb::wait) {
            lastMs_ = msSince(begin);
            times_.pictures.push_back({toText(command), lastMs_});
        }
        waitUntilShown();
        if (auto failed = session_->takeFailure()) return Unexpected(std::move(*failed));
        return {};
    }
    [[nodiscard]] Result<void> move(const Command& command) {
        moving_ = true;
        BANLANG_CHECK(session_->run(command));
        do {
            frame();
        } while (!session_->input().empty());
        return {};
    }
    /// One frame as in a window with sixty a second.
    void frame() {
        const auto begin = Clock::now();
        session_->frame(width(), height(), 1.0 / 60);
        picture_.draw(*session_, PaintLimits{budget_.showing(begin), PaintingBudget::behind(begin)});
        times_.ms.push_back(msSince(begin));
        budget_.frameTook(times_.ms.back());
        session_->holdBackground(!picture_.complete() || session_->pictureDue());
        std::this_thread::sleep_until(begin + frameTime);
    }
    /// Frames until the picture is complete: how long that took, in milliseconds.
    double completePicture() {
        const auto begin = Clock::now();
        double ms = 0;
        do {
            frame();
            ms = msSince(begin);
        } while (!picture_.complete() || session_->pictureDue());
        return ms;
    }
    /// Whatever is still computed in the background, and one picture with it.
    void waitUntilShown() {
        session_->waitUntilShown(width(), height());
        picture_.draw(*session_);
    }
    [[nodiscard]] float width() const { return static_cast<float>(picture_.widthPx()); }
    [[nodiscard]] float height() const { return static_cast<float>(picture_.heightPx()); }

    [[nodiscard]] HostServices hostServices() {
        HostServices around;
        around.screenshot = [this](const std::string& path) { return picture_.save(path); };
        around.renewGraphics = [this] { return picture_.start(picture_.widthPx(), picture_.heightPx(), session_->gui()); };
        around.resize = [this](int width, int height) {
            if (auto started = picture_.start(width, height, session_->gui()); !started) failure_ = std::move(started.error());
        };
        return around;
    }

    const AppOptions& options_;
    std::unique_ptr<Session> session_;
    Picture picture_;
    FrameTimes times_;
    PaintingBudget budget_;
    std::optional<Error> failure_;
    bool moving_ = false;
    double lastMs_ = 0; ///< how long the last movement or command took to its complete picture
};

} // namespace

Result<void> runOffscreen(const AppOptions& options, Clock::time_point start) {
    return OffscreenRun(options).run(start);
}

} // namespace banlang::viewer
