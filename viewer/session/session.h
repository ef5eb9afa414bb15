// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/document/command.h"
#include "viewer/import/store_watch.h"
#include "viewer/results/derived.h"
#include "viewer/session/gui.h"
#include "viewer/session/import_controller.h"
#include "viewer/session/link_review_controller.h"
#include "viewer/session/map_fitter.h"
#include "viewer/session/open_document.h"
#include "viewer/session/opening_store.h"
#include "viewer/session/path_controller.h"
#include "viewer/session/quit_controller.h"
#include "viewer/session/raster_basemap_controller.h"

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

    [[nodiscard]] const Document& document() const { return open_.document; }
    /// The document and whose table and chart it shows, as one JSON object.
    [[nodiscard]] std::string stateJson() const;
    [[nodiscard]] const Derived& derived() const { return derived_.current(); }
    [[nodiscard]] Gui& gui() { return *gui_; }
    [[nodiscard]] InputQueue& input() { return input_; }
    /// True while an import works in the background.
    [[nodiscard]] bool importing() const { return imports_.running(); }
    /// Why the last work in the background failed, for scripts; empties itself.
    [[nodiscard]] std::optional<Error> takeFailure() { return std::exchange(open_.failure, std::nullopt); }
    [[nodiscard]] bool finished() const { return quit_.finished(); }
    /// While held, no work begins that nobody waits for; whoever draws holds it until the picture is whole.
    void holdBackground(bool held);
    /// True when the next frame would show something else than the last.
    [[nodiscard]] bool needsFrame();
    /// True while what the next frame shows of the map, or takes of input, may still be followed by something else.
    [[nodiscard]] bool pictureDue();
    /// True when nothing is under way: what is shown stays so until somebody does something.
    [[nodiscard]] bool atRest();
    void tell(Message message) { open_.tell(std::move(message)); }

private:
    Session() = default;
    Result<void> runForApplication(const Command& command);
    /// Starts what a command asks for, if that can be done.
    Result<void> start(Result<ImportRequest> request);
    void askForPath(PathKind kind);
    void takePath();
    Result<void> chooseRasterBasemap(const Command& command);
    void takeReview();
    void awaitReview();
    [[nodiscard]] bool reviewMayStart() const;
    [[nodiscard]] Command withLayer(Command command);
    void finishImport();
    void show(ImportOutcome outcome);
    void takeNews();
    void takeNewsOfJobs();
    void followStore();
    void takeNewsOfStore();
    void waitUntilShown(float widthPx, float heightPx, bool all);

    OpenDocument open_;
    ResultCache derived_;
    ImportController imports_;
    LinkReviewController review_;
    RasterBasemapController rasterBasemap_;
    PathController paths_;
    QuitController quit_;
    StoreWatch storeWatch_;
    MapFitter fitter_;
    std::unique_ptr<Gui> gui_;
    InputQueue input_;
    HostServices hostServices_;
    bool backgroundHeld_ = false;
    int framesOwed_ = 0; ///< that follow one with something new in it
};

} // namespace banlang::viewer
