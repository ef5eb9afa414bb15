// SPDX-License-Identifier: MIT
#include "viewer/session/session.h"

#include "viewer/platform/window_size.h"
#include "viewer/session/office_change.h"
#include "viewer/session/simulated_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace banlang::viewer {
namespace {

constexpr int mostSettlingFrames = 400;
/// The panels show some things late: a menu or a list that scrolls learns its size in its first frame, unseen; what it covers, and
/// the field that is to have the keyboard, learn of that in the next ones.
constexpr int framesAfterNews = 3;

} // namespace

Result<std::unique_ptr<Session>> Session::create(const Document& settings, double pixelRatio, HostServices hostServices) {
    std::unique_ptr<Session> session(new Session());
    session->open_.document = settings;
    session->hostServices_ = std::move(hostServices);
    BANLANG_TRY(gui, Gui::create(pixelRatio));
    session->gui_ = std::move(gui);
    session->derived_.onNews(session->hostServices_.wake);
    return session;
}

void Session::showDistrict(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules,
                           const std::string& path) {
    rasterBasemap_.drop(); // of the store before
    open_.document = documentFor(std::move(district), std::move(rules), path, open_.document);
    open_.history.clear();
    fitter_.showWhole();
    open_.changed = true;
    rasterBasemap_.openStored(open_.document);
    storeWatch_.follow(path, {});
}

Result<void> Session::openStore(const std::string& path) {
    return finishOpening(startOpening(path));
}

Result<void> Session::finishOpening(OpeningStore opening) {
    BANLANG_TRY(opened, opening.store.take());
    showDistrict(std::move(opened.district), std::move(opened.rules), opening.path);
    review_.storeOpened();
    open_.document.importLog = makeImportLog(opening.path, {}, std::move(opened.batches));
    open_.document.importView = ImportView::history;
    for (const Bilingual& warning : opened.warnings) open_.tell({true, warning});
    followStore();
    return {};
}

void Session::followStore() {
    const auto& log = open_.document.importLog;
    storeWatch_.follow(open_.document.storePath, log ? log->history : std::vector<StoredBatch>());
}

void Session::takeNewsOfStore() {
    if (imports_.running()) return; // which changes the store
    const auto problem = storeWatch_.news();
    if (!problem) return;
    open_.warn(*problem);
    open_.changed = true;
}

Result<void> Session::importInto(const std::vector<std::string>& sources) {
    // A store that is dropped on an empty window is meant to be opened.
    if (!open_.document.district && sources.size() == 1 && sources.front().ends_with(".gpkg") && mayBeStore(sources.front()))
        return openStore(sources.front());
    return start(requestToImport(open_.document.storePath, sources));
}

Result<void> Session::start(Result<ImportRequest> request) {
    if (!request) return Unexpected(std::move(request.error()));
    if (request->storePath == open_.document.storePath && !request->freshStore) BANLANG_CHECK(storeWatch_.mayWrite());
    return imports_.start(std::move(*request));
}

void Session::askForPath(PathKind kind) {
    paths_.ask(kind, open_.document, hostServices_.desktopDialogs, hostServices_.wake);
}

void Session::takePath() {
    if (!paths_.ready()) return;
    open_.changed = true;
    if (const auto command = paths_.take(open_.document)) (void)run(*command).has_value();
}

Result<void> Session::chooseRasterBasemap(const Command& command) {
    if (!open_.document.district) return {};
    if (command.arguments.empty()) {
        askForPath(PathKind::picture);
        return {};
    }
    const std::string& word = command.arguments[0];
    if (word == "on" || word == "off") return run({Verb::layer, {"backdrop", word}});
    if (word == "none") return rasterBasemap_.remove(open_.document);
    rasterBasemap_.choose(open_.document, word);
    return {};
}

Result<void> Session::runForApplication(const Command& command) {
    const auto& log = open_.document.importLog;
    switch (command.verb) {
    case Verb::open:
    case Verb::import:
        if (command.arguments.empty()) {
            askForPath(command.verb == Verb::import ? PathKind::sources : PathKind::store);
            return {};
        }
        return command.verb == Verb::open ? openStore(command.arguments.front()) : importInto(command.arguments);
    case Verb::browse:
        return PathController::browse(open_.document, command);
    case Verb::choose:
        return PathController::choose(open_.document, command, [this](const Command& meant) { return runForApplication(meant); });
    case Verb::answer:
        return start(requestToAnswer(log, command.arguments[0], command.arguments[1],
                                     {command.arguments.begin() + 2, command.arguments.end()}));
    case Verb::readText:
        return start(requestToReread(log, "encoding", command.arguments[0], command.arguments[1]));
    case Verb::readRole:
        return start(requestToReread(log, "role", command.arguments[0], command.arguments[1]));
    case Verb::undoImport:
        return start(requestToUndo(log, command.arguments[0]));
    case Verb::redoImport:
        return start(requestToRedo(log, command.arguments[0]));
    case Verb::decideLink:
        return start(requestToDecide(open_.document, command));
    case Verb::withdrawLink:
        return start(requestToWithdraw(open_.document, command));
    case Verb::backdrop:
        return chooseRasterBasemap(command);
    case Verb::setOffice:
        if (imports_.running()) return Unexpected(ImportController::busy());
        BANLANG_CHECK(storeWatch_.mayWrite());
        return changeOffice(command, open_);
    case Verb::cancel:
        imports_.cancel();
        rasterBasemap_.cancel();
        return {};
    case Verb::sample:
        return start(requestForSample());
    case Verb::screenshot:
        return hostServices_.screenshot(command.arguments[0]);
    case Verb::resize: {
        BANLANG_TRY(size, windowSizeFrom(command.arguments[0], info(command.verb).word));
        hostServices_.resize(size.widthPx, size.heightPx);
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
            derived_.waitUntilComplete(open_.document);
            awaitReview();
        }
        return {};
    case Verb::controls:
        return writeControls(gui_->controlRegistry(), command.arguments[0]);
    case Verb::quit:
        return quit_.quit(command, open_, imports_);
    default:
        return simulate(command, gui_->controlRegistry(), input_);
    }
}

Result<void> Session::run(const Command& command) {
    open_.changed = true;
    const bool aboutLinks = command.verb == Verb::linkRow || command.verb == Verb::linkView || command.verb == Verb::decideLink ||
                            command.verb == Verb::withdrawLink;
    if (aboutLinks) awaitReview();
    auto result = info(command.verb).group == VerbGroup::application ? runForApplication(command)
                                                                     : open_.history.apply(open_.document, withLayer(command));
    if (result && command.verb == Verb::backdropOpacity) rasterBasemap_.remember(open_);
    if (!result) open_.warn(result.error());
    return result;
}

/// The layer or gap that an answer is about comes onto the map with it.
Command Session::withLayer(Command command) {
    if (command.verb != Verb::conclusion || command.arguments.size() > 1 || !open_.document.district) return command;
    // In the window the answers are there before one of them can be chosen; a script may be faster.
    if (!derived().analysis.answers) derived_.waitUntilComplete(open_.document);
    const Answer* answer = derived().analysis.answerTo(command.arguments.front());
    if (answer == nullptr) return command;
    if (!answer->layer.empty()) {
        command.arguments.emplace_back(answer->layer);
    } else if (!answer->gap.empty()) {
        command.arguments.push_back(gapThemeId(answer->gap));
    }
    return command;
}

void Session::finishImport() {
    auto ended = imports_.take();
    if (!ended) return;
    open_.changed = true;
    if (quit_.leaving()) return quit_.leave(*ended, open_, imports_);
    open_.document.closeAsked = false; // what was asked about is over
    if (!*ended) return open_.fail(ended->error());
    const std::optional<Error> failure = (*ended)->failure;
    show(std::move(**ended));
    if (failure) open_.fail(*failure);
}

void Session::show(ImportOutcome outcome) {
    const Document& document = open_.document;
    const std::string& storePath = outcome.log->storePath;
    const auto chosen = chosenImportRow(document);
    const bool sameStore = document.district && document.storePath == storePath && imports_.purpose() != ImportPurpose::sample;
    if (outcome.district && sameStore) {
        open_.document = documentWith(std::move(outcome.district), std::move(outcome.rules), document);
        open_.history.clear();
    } else if (outcome.district) {
        showDistrict(std::move(outcome.district), std::move(outcome.rules), storePath);
    }
    imports_.show(outcome, chosen, open_);
    followStore();
}

bool Session::reviewMayStart() const {
    return review_.due() && derived_.current().scene && !derived_.current().busy && !backgroundHeld_;
}

void Session::takeReview() {
    if (reviewMayStart()) review_.start(open_.document, hostServices_.wake);
    review_.take(open_);
}

void Session::awaitReview() {
    if (open_.document.storePath.empty() || open_.document.links) return;
    review_.start(open_.document, hostServices_.wake);
    review_.wait();
    takeReview();
}

void Session::frame(float widthPx, float heightPx, double seconds) {
    fitter_.follow(open_.document, widthPx, heightPx);
    finishImport();
    rasterBasemap_.finish(open_);
    takePath();
    takeReview();
    takeNews();
    takeNewsOfJobs();
    framesOwed_ = open_.changed || !input_.empty() ? framesAfterNews : std::max(0, framesOwed_ - 1);
    derived_.follow(open_.document);
    derived_.showJob(imports_.running() ? imports_.state() : rasterBasemap_.state());
    for (const Error& error : derived_.takeErrors()) open_.warn(error);
    open_.changed = false;
    for (const Command& command : gui_->frame(open_.document, derived_.current(), input_, widthPx, heightPx, seconds))
        (void)run(command).has_value();
}

std::string Session::stateJson() const {
    const std::string layer = figuresOf(open_.document);
    std::optional<ShownFigures> table;
    std::optional<ShownFigures> chart;
    if (const auto shown = showsFigures(open_.document.tab) ? derived().analysis.table(layer) : nullptr)
        table = {shown->id, shown->title.text(), shown->rows.size()};
    if (const auto shown = showsFigures(open_.document.tab) ? derived().analysis.chart(layer) : nullptr)
        chart = {shown->id, shown->title.text(), shown->saysAnything() ? shown->bars.size() : 0};
    return toJson(open_.document, table, chart);
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
        imports_.wait();
        finishImport();
        rasterBasemap_.wait();
        rasterBasemap_.finish(open_);
        fitter_.follow(open_.document, widthPx, heightPx);
        if (all) {
            awaitReview();
            derived_.waitUntilComplete(open_.document);
        } else {
            derived_.waitUntilShown(open_.document);
        }
        frame(widthPx, heightPx, frameS);
        if (input_.empty() && !open_.changed && i > 1) break;
    }
    frame(widthPx, heightPx, 0.5);
    frame(widthPx, heightPx, frameS);
    gui_->setCompleteFrames(false);
}

bool Session::pictureDue() {
    takeNews();
    return open_.changed || !input_.empty() || derived_.current().busy || gui_->state().labelsDue;
}

void Session::takeNews() {
    // Whoever asks, it is a frame that shows them.
    if (derived_.poll()) open_.changed = true;
}

void Session::takeNewsOfJobs() {
    const bool import = imports_.hasNews();
    const bool rasterBasemap = rasterBasemap_.hasNews();
    takeNewsOfStore();
    if (import || rasterBasemap || review_.ready() || paths_.ready()) open_.changed = true;
}

bool Session::needsFrame() {
    takeNews();
    takeNewsOfJobs();
    // Who is not woken by results has to look for them.
    const bool looking = !hostServices_.wake && derived_.current().busy;
    return reviewMayStart() || open_.changed || !input_.empty() || looking || framesOwed_ > 0 || gui_->wantsFrames();
}

bool Session::atRest() {
    return !needsFrame() && !pictureDue() && !imports_.running() && !rasterBasemap_.running() && !paths_.asking();
}

} // namespace banlang::viewer
