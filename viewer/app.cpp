// SPDX-License-Identifier: MIT
#include "viewer/app.h"

#include "viewer/file_dialog.h"
#include "viewer/map/offscreen.h"
#include "viewer/screen.h"
#include "viewer/window.h"

#include <epoxy/gl.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>

namespace banlang::viewer {
namespace {

using Clock = std::chrono::steady_clock;

double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Result<std::vector<Command>> readScript(const std::string& path) {
    std::vector<Command> commands;
    if (path.empty()) return commands;
    std::ifstream file(path);
    if (!file) {
        return Unexpected(Error{ErrorKind::usage,
                                "script-missing",
                                {"Không mở được tệp lệnh.", "The script cannot be opened."},
                                {"Kiểm tra đường dẫn sau --script.", "Check the path after --script."},
                                {path, {}, -1, {}}});
    }
    std::string line;
    for (std::int64_t number = 1; std::getline(file, line); ++number) {
        auto command = parseCommand(line);
        if (!command) {
            command.error().where = {path, {}, number, {}};
            return Unexpected(std::move(command.error()));
        }
        if (*command) commands.push_back(std::move(**command));
    }
    return commands;
}

Result<void> writeText(const std::string& path, const std::string& text) {
    if (path.empty()) return {};
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.flush();
    if (file) return {};
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "unwritable",
                            {"Không ghi được tệp.", "The file cannot be written."},
                            {"Chọn thư mục khác.", "Choose another folder."},
                            {path, {}, -1, {}}});
}

/// Store, layers and day that the command line named.
Result<void> openAsked(Session& session, const AppOptions& options) {
    if (!options.store.empty()) BANLANG_CHECK(session.openStore(options.store));
    for (std::size_t i = 0; i < options.layers.size(); ++i) {
        // The first layer that can be a programme rules the table and the chart as well.
        const Command programme{Verb::programme, {options.layers[i]}};
        Document trial = session.document();
        const bool rules = i == 0 && apply(trial, programme).has_value();
        BANLANG_CHECK(session.run(rules ? programme : Command{Verb::layer, {options.layers[i], "on"}}));
    }
    if (options.asOf) BANLANG_CHECK(session.run({Verb::asOf, {toIso(*options.asOf)}}));
    return {};
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
    void draw(Session& session) {
        context_->makeCurrent();
        screen_->draw(session.document(), session.derived(), context_->widthPx(), context_->heightPx());
        glFinish();
    }
    /// Until the picture below the map is as sharp as it gets.
    void settle(Session& session) {
        for (int i = 0; i < mostSettlingDraws && screen_->awaitsBackdrop(); ++i) {
            screen_->hurryBackdrop();
            draw(session);
        }
    }
    [[nodiscard]] Result<void> save(const std::string& path) { return writePng(path, widthPx(), heightPx(), context_->pixels()); }
    [[nodiscard]] int widthPx() const { return context_->widthPx(); }
    [[nodiscard]] int heightPx() const { return context_->heightPx(); }

private:
    static constexpr int mostSettlingDraws = 20;

    std::unique_ptr<OffscreenContext> context_;
    std::unique_ptr<Screen> screen_;
};

class OffscreenRun {
public:
    explicit OffscreenRun(const AppOptions& options) : options_(options) {}

    [[nodiscard]] Result<void> run(Clock::time_point start) {
        BANLANG_TRY(script, readScript(options_.scriptFile));
        BANLANG_TRY(session, Session::create(options_.settings, 1, surroundings()));
        session_ = std::move(session);
        BANLANG_CHECK(picture_.start(options_.widthPx, options_.heightPx, session_->gui()));
        BANLANG_CHECK(openAsked(*session_, options_));
        frame();
        times_.firstPictureMs = msSince(start);
        for (const Command& command : script) {
            BANLANG_CHECK(session_->run(command));
            if (failure_) return Unexpected(std::move(*failure_));
            frame();
            if (auto failed = session_->takeFailure()) return Unexpected(std::move(*failed));
            if (session_->finished()) break;
        }
        if (!options_.screenshotFile.empty()) BANLANG_CHECK(picture_.save(options_.screenshotFile));
        BANLANG_CHECK(writeText(options_.stateFile, toJson(session_->document())));
        return writeText(options_.framesFile, toJson(times_));
    }

private:
    void frame() {
        session_->settle(static_cast<float>(picture_.widthPx()), static_cast<float>(picture_.heightPx()));
        const auto begin = Clock::now();
        picture_.draw(*session_);
        times_.ms.push_back(msSince(begin));
        picture_.settle(*session_);
    }
    [[nodiscard]] Surroundings surroundings() {
        Surroundings around;
        around.screenshot = [this](const std::string& path) { return picture_.save(path); };
        around.resize = [this](int width, int height) {
            if (auto started = picture_.start(width, height, session_->gui()); !started) failure_ = std::move(started.error());
        };
        return around;
    }

    const AppOptions& options_;
    std::unique_ptr<Session> session_;
    Picture picture_;
    FrameTimes times_;
    std::optional<Error> failure_;
};

class WindowRun {
public:
    explicit WindowRun(const AppOptions& options) : options_(options) {}

    [[nodiscard]] Result<void> run(Clock::time_point start) {
        BANLANG_TRY(script, readScript(options_.scriptFile));
        BANLANG_TRY(window, Window::create(options_.widthPx, options_.heightPx, "banlang"));
        window_ = std::move(window);
        BANLANG_TRY(session, Session::create(options_.settings, window_->pixelRatio(), surroundings()));
        session_ = std::move(session);
        session_->gui().useClipboard([this] { return window_->clipboard(); },
                                     [this](const char* text) { window_->setClipboard(text); });
        BANLANG_TRY(screen, Screen::create(session_->gui()));
        screen_ = std::move(screen);
        BANLANG_CHECK(openAsked(*session_, options_));
        BANLANG_CHECK(loop(script, start));
        BANLANG_CHECK(writeText(options_.stateFile, toJson(session_->document())));
        return writeText(options_.framesFile, toJson(times_));
    }

private:
    static constexpr double idleS = 0.25; ///< how often results of workers are looked for while nothing happens
    static constexpr double busyS = 0.01;

    [[nodiscard]] Result<void> loop(const std::vector<Command>& script, Clock::time_point start) {
        auto next = script.begin();
        auto last = Clock::now();
        frame(0.016);
        while (!window_->closing() && !session_->finished()) {
            const bool scripted = next != script.end();
            window_->collect(session_->input(), scripted ? 0 : session_->needsFrame() || screen_->awaitsBackdrop() ? busyS : idleS);
            if (const auto dropped = window_->takeDropped(); !dropped.empty())
                (void)session_->run({Verb::import, dropped}).has_value();
            const bool ready = session_->input().empty() && !session_->derived().busy && !session_->importing();
            if (auto failed = session_->takeFailure(); failed && scripted) return Unexpected(std::move(*failed));
            if (scripted && ready) BANLANG_CHECK(session_->run(*next++));
            if (!session_->needsFrame() && !screen_->backdropHasNews() && !resized()) continue;
            frame(std::chrono::duration<double>(Clock::now() - last).count());
            last = Clock::now();
            if (times_.firstPictureMs == 0 && session_->derived().scene) times_.firstPictureMs = msSince(start);
            window_->setFullScreen(session_->document().fullScreen);
        }
        return {};
    }
    [[nodiscard]] bool resized() const {
        const WindowSize size = window_->framebuffer();
        return size.widthPx != drawn_.widthPx || size.heightPx != drawn_.heightPx;
    }
    void frame(double seconds) {
        drawn_ = window_->framebuffer();
        if (drawn_.widthPx == 0 || drawn_.heightPx == 0) return;
        const auto begin = Clock::now();
        const double ratio = window_->pixelRatio();
        session_->frame(static_cast<float>(drawn_.widthPx / ratio), static_cast<float>(drawn_.heightPx / ratio),
                        std::min(seconds, 0.5));
        screen_->draw(session_->document(), session_->derived(), drawn_.widthPx, drawn_.heightPx);
        glFinish();
        times_.ms.push_back(msSince(begin));
        window_->swap();
    }
    [[nodiscard]] Surroundings surroundings() {
        Surroundings around;
        around.screenshot = [this](const std::string& path) {
            screen_->draw(session_->document(), session_->derived(), drawn_.widthPx, drawn_.heightPx);
            return writePng(path, drawn_.widthPx, drawn_.heightPx, window_->pixels());
        };
        around.resize = [this](int width, int height) { window_->resize(width, height); };
        around.choosePath = [](PathKind kind) { return choosePath(kind); };
        return around;
    }

    const AppOptions& options_;
    // The panels and the screen hold GL objects, so the window goes last.
    std::unique_ptr<Window> window_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Screen> screen_;
    FrameTimes times_;
    WindowSize drawn_;
};

} // namespace

std::string toJson(const FrameTimes& times) {
    std::vector<double> sorted = times.ms;
    std::ranges::sort(sorted);
    auto quantile = [&](double share) {
        return sorted.empty() ? 0.0 : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
    };
    nlohmann::ordered_json json{{"schema", "banlang/viewer-frames/1"},
                                {"frames", times.ms},
                                {"p50", quantile(0.5)},
                                {"p99", quantile(0.99)},
                                {"max", quantile(1)},
                                {"first_picture_ms", times.firstPictureMs}};
    return json.dump(2) + "\n";
}

Result<void> runApp(const AppOptions& options) {
    const auto start = Clock::now();
    const bool offscreen = options.offscreen || !options.screenshotFile.empty();
    return offscreen ? OffscreenRun(options).run(start) : WindowRun(options).run(start);
}

} // namespace banlang::viewer
