// SPDX-License-Identifier: MIT
#include "viewer/session/session.h"

#include "viewer/platform/write_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <thread>

namespace banlang::viewer {
namespace {

constexpr int mostSettlingFrames = 400;
/// The panels show some things late: a menu or a list that scrolls learns its size in its first frame, unseen; what it covers, and
/// the field that is to have the keyboard, learn of that in the next ones.
constexpr int framesAfterNews = 3;

Error noControl(const std::string& control) {
    return {ErrorKind::usage,
            "no-control",
            {"Không có nút “" + control + "” trên màn hình.", "There is no control “" + control + "” on the screen."},
            {"Lệnh controls ghi tên các nút đang có.", "The command controls writes the names of those that there are."},
            {}};
}

std::optional<std::vector<float>> numbersIn(const Command& command) {
    std::vector<float> numbers;
    for (const std::string& word : command.arguments) {
        float value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
        numbers.push_back(value);
    }
    return numbers;
}

} // namespace

Result<std::unique_ptr<Session>> Session::create(const Document& settings, double pixelRatio, HostServices hostServices) {
    std::unique_ptr<Session> session(new Session());
    session->document_ = settings;
    session->hostServices_ = std::move(hostServices);
    BANLANG_TRY(gui, Gui::create(pixelRatio));
    session->gui_ = std::move(gui);
    session->derived_.onNews(session->hostServices_.wake);
    return session;
}

void Session::showDistrict(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules,
                           const std::string& path) {
    rasterBasemapJob_.drop(); // of the store before
    document_ = documentFor(std::move(district), std::move(rules), path, document_);
    history_.clear();
    fitOnNextFrame_ = true;
    dirty_ = true;
    openStoredRasterBasemap();
}

OpeningStore startOpening(std::string path) {
    BackgroundTask<Result<OpenedStore>> store("open-store", ThreadPriority::normal, [path] { return openStoreToShow(path); });
    return {std::move(path), std::move(store)};
}

Result<void> Session::openStore(const std::string& path) {
    return finishOpening(startOpening(path));
}

Result<void> Session::finishOpening(OpeningStore opening) {
    BANLANG_TRY(opened, opening.store.take());
    showDistrict(std::move(opened.district), std::move(opened.rules), opening.path);
    review_.due = true;
    document_.importLog = makeImportLog(opening.path, {}, std::move(opened.batches));
    document_.importView = ImportView::history;
    return {};
}

Result<void> Session::runInput(const Command& command) {
    if (command.verb == Verb::key) {
        if (!input_.pushKeys(command.arguments[0])) return Unexpected(wrongArguments(command));
        return {};
    }
    if (command.verb == Verb::type) {
        input_.pushText(command.arguments[0]);
        return {};
    }
    if (command.verb == Verb::press) {
        const auto rect = gui_->controlRegistry().find(command.arguments[0]);
        if (!rect) return Unexpected(noControl(command.arguments[0]));
        input_.pushClick(rect->midX(), rect->midY());
        return {};
    }
    const auto numbers = numbersIn(command);
    if (!numbers) return Unexpected(wrongArguments(command));
    const auto& n = *numbers;
    using Kind = InputEvent::Kind;
    switch (command.verb) {
    case Verb::move:
        input_.push({Kind::move, n[0], n[1], 0, false, false});
        break;
    case Verb::click:
        input_.pushClick(n[0], n[1], n.size() > 2 ? static_cast<int>(n[2]) : 1);
        break;
    case Verb::drag:
        input_.push({Kind::move, n[0], n[1], 0, false, false});
        input_.push({Kind::button, n[0], n[1], 0, true, false});
        input_.push({Kind::move, n[2], n[3], 0, false, false});
        input_.push({Kind::button, n[2], n[3], 0, false, false});
        break;
    default:
        input_.push({Kind::move, n[0], n[1], 0, false, false});
        input_.push({Kind::wheel, 0, n[2], 0, false, false});
        break;
    }
    return {};
}

Result<void> Session::runForApplication(const Command& command) {
    switch (command.verb) {
    case Verb::open:
    case Verb::import:
        if (command.arguments.empty()) {
            askForPath(command.verb == Verb::import ? PathKind::sources : PathKind::store);
            return {};
        }
        return command.verb == Verb::open ? openStore(command.arguments.front()) : importInto(command.arguments);
    case Verb::browse:
        return browse(command);
    case Verb::choose:
        return choose(command);
    case Verb::answer:
        return answer(command);
    case Verb::readText:
        return readAgain(command, "encoding");
    case Verb::readRole:
        return readAgain(command, "role");
    case Verb::undoImport:
        return undoImport(command);
    case Verb::decideLink:
        return decideLink(command);
    case Verb::withdrawLink:
        return withdrawLink(command);
    case Verb::backdrop:
        return chooseRasterBasemap(command);
    case Verb::cancel:
        job_.cancel();
        rasterBasemapJob_.cancel();
        return {};
    case Verb::sample:
        return openSample();
    case Verb::screenshot:
        return hostServices_.screenshot(command.arguments[0]);
    case Verb::resize: {
        int width = 0;
        int height = 0;
        if (std::sscanf(command.arguments[0].c_str(), "%dx%d", &width, &height) != 2 || width < 1 || height < 1) {
            return Unexpected(wrongArguments(command));
        }
        hostServices_.resize(width, height);
        return {};
    }
    case Verb::renewGraphics:
        return hostServices_.renewGraphics ? hostServices_.renewGraphics() : Result<void>();
    case Verb::wait:
        if (!command.arguments.empty()) {
            const auto milliseconds = numbersIn(command);
            if (!milliseconds) return Unexpected(wrongArguments(command));
            std::this_thread::sleep_for(std::chrono::milliseconds(static_cast<int>(milliseconds->front())));
        } else {
            derived_.waitUntilComplete(document_);
            awaitReview();
        }
        return {};
    case Verb::controls:
        return writeControls(command.arguments[0]);
    case Verb::quit:
        return quit(command);
    default:
        return runInput(command);
    }
}

/// While data come in, a person is asked; other work is waited for.
Result<void> Session::quit(const Command& command) {
    const std::string word = command.arguments.empty() ? std::string() : command.arguments[0];
    if (!word.empty() && word != "stop" && word != "stay") return Unexpected(wrongArguments(command));
    if (word == "stay") {
        document_.closeAsked = leaving_;
        return {};
    }
    const bool bringsData = job_.running() && purpose_ != JobPurpose::undo && purpose_ != JobPurpose::link;
    if (bringsData && word.empty() && !leaving_) {
        document_.closeAsked = true;
        return {};
    }
    finished_ = !job_.running();
    leaving_ = !finished_;
    document_.closeAsked = leaving_;
    if (bringsData) job_.cancel();
    return {};
}

Result<void> Session::writeControls(const std::string& path) const {
    nlohmann::ordered_json json;
    for (const auto& [control, rect] : gui_->controlRegistry().all()) json[control] = {rect.x, rect.y, rect.w, rect.h};
    return writeText(path, json.dump(1) + "\n");
}

Result<void> Session::run(const Command& command) {
    dirty_ = true;
    const bool aboutLinks = command.verb == Verb::linkRow || command.verb == Verb::linkView || command.verb == Verb::decideLink ||
                            command.verb == Verb::withdrawLink;
    if (aboutLinks) awaitReview();
    auto result = info(command.verb).group == VerbGroup::application ? runForApplication(command)
                                                                     : history_.apply(document_, withLayer(command));
    if (result && command.verb == Verb::backdropOpacity) rememberRasterBasemap();
    if (!result) tell({true, {describe(result.error(), Language::vietnamese), describe(result.error(), Language::english)}});
    return result;
}

/// The layer or gap that an answer is about comes onto the map with it.
Command Session::withLayer(Command command) {
    if (command.verb != Verb::conclusion || command.arguments.size() > 1 || !document_.district) return command;
    // In the window the answers are there before one of them can be chosen; a script may be faster.
    if (!derived().analysis.answers) derived_.waitUntilComplete(document_);
    const Answer* answer = derived().analysis.answerTo(command.arguments.front());
    if (answer == nullptr) return command;
    if (!answer->layer.empty()) {
        command.arguments.emplace_back(answer->layer);
    } else if (!answer->gap.empty()) {
        command.arguments.push_back(gapThemeId(answer->gap));
    }
    return command;
}

void Session::fitToMapArea(float widthPx, float heightPx) {
    const Layout layout = layOut(document_, widthPx, heightPx);
    const Rect area = layout.map;
    MapView& view = document_.view;
    const auto fit = [&](const Box& box, double marginPx) {
        view.widthPx = static_cast<double>(area.w);
        view.heightPx = static_cast<double>(area.h);
        view = view.fitted(box, marginPx, document_.coveredPx);
    };
    const auto coveredBefore = std::exchange(document_.coveredPx, coveredOn(document_, layout, area));
    if (document_.district && fitOnNextFrame_) {
        fit(extentOf(*document_.district), extentMarginPx);
        fitOnNextFrame_ = false;
        return;
    }
    // What was zoomed to is not to end up behind a panel that opens with it.
    const bool sameRoom = view.widthPx == static_cast<double>(area.w) && view.heightPx == static_cast<double>(area.h) &&
                          coveredBefore == document_.coveredPx;
    if (document_.district && document_.fitted && document_.fitted->view == view && !sameRoom) {
        splitBefore_ = isSplit(document_);
        fit(document_.fitted->box, document_.fitted->marginPx);
        document_.fitted->view = view;
        return;
    }
    // Half a map, and one that gives room to the panel below, shows what the whole one did.
    const bool halved = splitBefore_ != isSplit(document_);
    splitBefore_ = isSplit(document_);
    if (document_.district && (halved || view.heightPx != static_cast<double>(area.h))) {
        const Box extent = extentOf(*document_.district);
        const Box seen = view.visible();
        const bool whole = seen.contains({extent.minX, extent.minY}) && seen.contains({extent.maxX, extent.maxY});
        if (whole || halved) {
            view.widthPx = static_cast<double>(area.w);
            view.heightPx = static_cast<double>(area.h);
            if (whole) view = view.fitted(extent, extentMarginPx, document_.coveredPx);
            return;
        }
    }
    // A panel that opens at the side must not shift what is on the map: the left upper corner stays.
    view.centre.x += (static_cast<double>(area.w) - view.widthPx) / 2 * view.metresPerPx;
    view.centre.y -= (static_cast<double>(area.h) - view.heightPx) / 2 * view.metresPerPx;
    view.widthPx = static_cast<double>(area.w);
    view.heightPx = static_cast<double>(area.h);
}

void Session::frame(float widthPx, float heightPx, double seconds) {
    fitToMapArea(widthPx, heightPx);
    finishJob();
    finishRasterBasemap();
    takeDesktopAnswer();
    takeReview();
    takeNews();
    takeNewsOfJobs();
    framesOwed_ = dirty_ || !input_.empty() ? framesAfterNews : std::max(0, framesOwed_ - 1);
    derived_.follow(document_);
    derived_.showJob(job_.running() ? job_.state() : rasterBasemapJob_.state());
    for (Error& error : derived_.takeErrors())
        tell({true, {describe(error, Language::vietnamese), describe(error, Language::english)}});
    dirty_ = false;
    for (const Command& command : gui_->frame(document_, derived_.current(), input_, widthPx, heightPx, seconds))
        (void)run(command).has_value();
}

std::string Session::stateJson() const {
    const std::string layer = figuresOf(document_);
    std::optional<ShownFigures> table;
    std::optional<ShownFigures> chart;
    if (const auto shown = showsFigures(document_.tab) ? derived().analysis.table(layer) : nullptr)
        table = {shown->id, shown->title.text(), shown->rows.size()};
    if (const auto shown = showsFigures(document_.tab) ? derived().analysis.chart(layer) : nullptr)
        chart = {shown->id, shown->title.text(), shown->saysAnything() ? shown->bars.size() : 0};
    return toJson(document_, table, chart);
}

void Session::holdBackground(bool held) {
    backgroundHeld_ = held;
    derived_.holdRest(held);
}

void Session::waitUntilShown(float widthPx, float heightPx) {
    waitUntilShown(widthPx, heightPx, false);
}

void Session::waitUntilComplete(float widthPx, float heightPx) {
    waitUntilShown(widthPx, heightPx, true);
}

void Session::waitUntilShown(float widthPx, float heightPx, bool all) {
    constexpr double frameS = 1.0 / 60;
    gui_->setCompleteFrames(true);
    for (int i = 0; i < mostSettlingFrames; ++i) {
        job_.wait();
        finishJob();
        rasterBasemapJob_.wait();
        finishRasterBasemap();
        fitToMapArea(widthPx, heightPx);
        if (all) {
            awaitReview();
            derived_.waitUntilComplete(document_);
        } else {
            derived_.waitUntilShown(document_);
        }
        frame(widthPx, heightPx, frameS);
        if (input_.empty() && !dirty_ && i > 1) break;
    }
    frame(widthPx, heightPx, 0.5);
    frame(widthPx, heightPx, frameS);
    gui_->setCompleteFrames(false);
}

bool Session::pictureDue() {
    takeNews();
    return dirty_ || !input_.empty() || derived_.current().busy || gui_->state().labelsDue;
}

void Session::takeNews() {
    // Whoever asks, it is a frame that shows them.
    if (derived_.poll()) dirty_ = true;
}

void Session::takeNewsOfJobs() {
    const bool import = job_.hasNews();
    const bool rasterBasemap = rasterBasemapJob_.hasNews();
    if (import || rasterBasemap || reviewReady() || desktopDialog_.ready()) dirty_ = true;
}

bool Session::needsFrame() {
    takeNews();
    takeNewsOfJobs();
    // Who is not woken by results has to look for them.
    const bool looking = !hostServices_.wake && derived_.current().busy;
    return reviewMayStart() || dirty_ || !input_.empty() || looking || framesOwed_ > 0 || gui_->wantsFrames();
}

bool Session::atRest() {
    return !needsFrame() && !pictureDue() && !job_.running() && !rasterBasemapJob_.running() && !desktopDialog_.asking();
}

} // namespace banlang::viewer
