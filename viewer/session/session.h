// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "core/base/result.h"
#include "viewer/document/command.h"
#include "viewer/document/history.h"
#include "viewer/platform/desktop_dialog.h"
#include "viewer/results/derived.h"
#include "viewer/session/gui.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace banlang::viewer {

/// What a session asks of the window or the off-screen picture that it runs in.
struct HostServices {
    std::function<Result<void>(const std::string& pngPath)> screenshot;
    std::function<void(int widthPx, int heightPx)> resize;
    std::function<Result<void>()> renewGraphics; ///< all that lies on the graphics card, anew
    bool desktopDialogs = false;                 ///< the desktop's own file dialog is asked before ours
    std::function<void()> wake; ///< from any thread: results are there to be taken. Without it `needsFrame` has to be asked often
};

/// A store that another thread reads, so that window and fonts can be made meanwhile.
struct OpeningStore {
    std::string path;
    BackgroundTask<Result<OpenedStore>> store;
};
[[nodiscard]] OpeningStore startOpening(std::string path);

/// Why an import runs: decides what is shown after it.
enum class JobPurpose : std::uint8_t { import, sample, answer, reread, undo, link };

/// One document with its history, results and panels: carries out every command, from wherever it comes.
class Session {
public:
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(const Document& settings, double pixelRatio,
                                                                 HostServices hostServices);

    [[nodiscard]] Result<void> openStore(const std::string& path);
    /// Waits for the store and shows it.
    [[nodiscard]] Result<void> finishOpening(OpeningStore opening);
    /// Starts an import into the open store, or into one beside the sources; `waitUntilShown` waits for its end.
    [[nodiscard]] Result<void> importInto(const std::vector<std::string>& sources);
    /// Neither pointer may be null.
    void showDistrict(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules,
                      const std::string& path);

    /// Carries out a command; what fails is also told in the message list.
    Result<void> run(const Command& command);
    /// One frame of the panels and the commands that it gave.
    void frame(float widthPx, float heightPx, double seconds);
    /// Frames until all simulated input was taken and all that is seen is there and final.
    void waitUntilShown(float widthPx, float heightPx);
    /// The same, and every result is there, also what nobody looks at.
    void waitUntilComplete(float widthPx, float heightPx);

    [[nodiscard]] const Document& document() const { return document_; }
    /// The document and whose table and chart it shows, as one JSON object.
    [[nodiscard]] std::string stateJson() const;
    [[nodiscard]] const Derived& derived() const { return derived_.current(); }
    [[nodiscard]] Gui& gui() { return *gui_; }
    [[nodiscard]] InputQueue& input() { return input_; }
    /// True while an import works in the background.
    [[nodiscard]] bool importing() const { return job_.running(); }
    /// Why the last work in the background failed, for scripts; empties itself.
    [[nodiscard]] std::optional<Error> takeFailure() { return std::exchange(failure_, std::nullopt); }
    [[nodiscard]] bool finished() const { return finished_; }
    /// While held, no work begins that nobody waits for; whoever draws holds it until the picture is whole.
    void holdBackground(bool held);
    /// True when the next frame would show something else than the last.
    [[nodiscard]] bool needsFrame();
    /// True while what the next frame shows of the map, or takes of input, may still be followed by something else.
    [[nodiscard]] bool pictureDue();
    /// True when nothing is under way: what is shown stays so until somebody does something.
    [[nodiscard]] bool atRest();
    void tell(Message message) { document_.messages.push_back(std::move(message)); }

private:
    Session() = default;
    Result<void> runForApplication(const Command& command);
    Result<void> runInput(const Command& command);
    Result<void> quit(const Command& command);
    void leave(const Result<ImportOutcome>& ended);
    Result<void> writeControls(const std::string& path) const;
    void askForPath(PathKind kind);
    void takeDesktopAnswer();
    Result<void> browse(const Command& command);
    Result<void> choose(const Command& command);
    Result<void> openSample();
    Result<void> answer(const Command& command);
    Result<void> readAgain(const Command& command, const std::string& questionKind);
    Result<void> undoImport(const Command& command);
    Result<void> decideLink(const Command& command);
    Result<void> withdrawLink(const Command& command);
    void openStoredRasterBasemap();
    Result<void> chooseRasterBasemap(const Command& command);
    void finishRasterBasemap();
    void rememberRasterBasemap();
    void startReview();
    void takeReview();
    void awaitReview();
    [[nodiscard]] bool reviewReady() const;
    [[nodiscard]] bool reviewMayStart() const;
    [[nodiscard]] Command withLayer(Command command);
    Result<void> start(ImportRequest request, JobPurpose purpose);
    void finishJob();
    void show(ImportOutcome outcome);
    void takeNews();
    void takeNewsOfJobs();
    void fail(const Error& error);
    void fitToMapArea(float widthPx, float heightPx);
    void waitUntilShown(float widthPx, float heightPx, bool all);

    Document document_;
    History history_;
    ResultCache derived_;
    ImportJob job_;
    JobPurpose purpose_ = JobPurpose::import;
    std::optional<std::pair<std::string, std::string>> jobLayer_; ///< file and layer that an answer was about
    DesktopDialog desktopDialog_;
    PathKind askedOfDesktop_ = PathKind::store;
    RasterBasemapJob rasterBasemapJob_;
    std::optional<std::string> newRasterBasemap_; ///< what a person chose and the job opens; none: what the store remembers
    std::optional<Error> failure_;
    std::unique_ptr<Gui> gui_;
    InputQueue input_;
    HostServices hostServices_;
    /// What the links of the open store left open; looked for when the picture is there.
    struct ReviewJob {
        bool due = false;
        std::string path;
        BackgroundTask<Result<LinkReview>> work;
    };
    ReviewJob review_;
    bool backgroundHeld_ = false;
    bool splitBefore_ = false;
    bool fitOnNextFrame_ = false;
    bool dirty_ = true;
    int framesOwed_ = 0;   ///< that follow one with something new in it
    bool leaving_ = false; ///< the window closes when what runs has ended and was taken back
    bool finished_ = false;
};

/// Where the sample district lies: beside the program when installed, else in the source tree.
[[nodiscard]] std::optional<std::string> sampleDistrictPath();

} // namespace banlang::viewer
