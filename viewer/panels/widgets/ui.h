// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/link/link_candidates.h"
#include "core/model/district_as_of.h"
#include "core/model/units/office_area.h"
#include "viewer/document/command.h"
#include "viewer/panels/primitives/painter.h"
#include "viewer/panels/primitives/tokens.h"
#include "viewer/panels/widgets/control_registry.h"
#include "viewer/panels/widgets/label_overlay.h"
#include "viewer/panels/widgets/layout.h"
#include "viewer/results/derived.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::viewer {

/// How high each problem of the chosen layer is when its text is broken into lines; measured once.
struct ProblemHeights {
    const CheckedBatch* batch = nullptr;
    Language language = Language::vietnamese;
    float widthPx = 0;
    std::vector<float> px;
};

/// What the widgets remember between frames; no part of the document, never written out.
struct UiState {
    std::string searchText;
    int searchChoice = 0;
    bool searchWasOpen = false;
    std::string dateText;
    std::optional<RecordRef> hovered;
    double hoveredSince = 0;
    PixelPoint pointer{-1, -1}; ///< on the map area, its own pixels
    Rect pointerPane;           ///< the map, or the half of it, that the pointer is on
    bool pointerOnMap = false;
    std::shared_ptr<const ReportTable> sortedFor; ///< what `rowOrder` was made from
    TableSort sortedBy;
    std::vector<std::size_t> rowOrder;
    /// The coordinate system of the district; made once, since that takes long for a frame.
    struct KnownCrs {
        int epsg = 0;
        std::string name;
        std::shared_ptr<const CrsTransform> toWgs84; ///< null where there is no way to it
    } crs;
    /// Outlines of the communes for the overview map, in its own pixels.
    struct OverviewMapLines {
        std::shared_ptr<const District> district;
        Date asOf;
        float widthPx = 0, heightPx = 0;
        std::vector<std::vector<IconPoint>> lines;
    } overviewMap;
    std::array<MapLabels, 2> mapLabels; ///< of the map, and of its left half when it is split
    bool labelsDue = false;             ///< labels of this frame have not all found their places yet
    bool completeFrames = false;        ///< nobody waits for the frame: all labels are to find their places in it
    std::optional<RecordRef> revealed;  ///< the selection that the table has scrolled to
    std::string focus;                  ///< id of the control that the keyboard is on; empty: none
    bool focusPressed = false;          ///< Enter or the space bar in this frame
    bool escapeTaken = false;           ///< Esc closed a menu in this frame
    /// What a person does in the dialog that asks for a path.
    struct PathPick {
        std::shared_ptr<const PathDialog> of; ///< forgotten when it shows another folder
        std::string text;
        std::size_t row = 0;               ///< of those that the text leaves
        std::set<std::string> picked{};    ///< names of files, where several can be chosen
        bool reveal = false;               ///< the chosen row is to come into view
        std::vector<std::string> places{}; ///< disks, and folders used of late
    } pathPick;
    /// What a person writes in the dialog that asks whose store it is.
    struct OfficeText {
        bool open = false;
        std::string name;
        std::string authority;
        OfficeLevel level = OfficeLevel::unknown;
    } officeText;
    std::vector<std::string> focusOrder;
    std::optional<std::size_t> revealedImportRow;
    ProblemHeights problemHeights;
    std::optional<std::size_t> otherSystemsFor; ///< number of the question whose list of all systems is open
    /// What a person does on the cards of questions; forgotten with the report that asks.
    struct AnswerInput {
        std::shared_ptr<const ImportLog> of;
        std::set<std::size_t> listed{};              ///< numbers of the questions that list their files
        std::map<std::size_t, std::string> within{}; ///< the file or folder that the answer is for; all where none is chosen
        std::map<std::size_t, std::string> days{};   ///< report days as they are typed
        std::set<std::size_t> tried{};               ///< questions that were answered by what is no day
    } answers;
    /// Candidates of the open link that is shown; looked for once.
    struct LinkCandidates {
        std::shared_ptr<const LinkReview> review;
        std::size_t row = 0;
        std::vector<LinkCandidate> found;
    } linkCandidates;
    std::size_t linkChoice = 0; ///< the candidate that Enter takes
    std::optional<std::size_t> revealedLinkRow;
    std::string revealedStatement; ///< of the directives, that the list has scrolled to
    bool otherRoles = false;       ///< the same
    bool allEncodings = false;     ///< of the layer that is chosen in the list of an import
};

/// Everything that a panel may use: the document to read, the results to read, where to draw and where to put commands.
struct Ui {
    const Document& document;
    const Derived& derived;
    const Fonts& fonts;
    const Layout& layout;
    UiState& state;
    ControlRegistry& controlRegistry;
    std::vector<Command>& commands;
    double timeS = 0;

    [[nodiscard]] Colour colour(Token token) const { return viewer::colour(document.colourScheme, token); }
    [[nodiscard]] std::string_view say(const Label& label) const { return label.in(document.language); }
    /// Words of the office whose store it is; neutral ones while none is open.
    /// What is shown of a record is what was said of it by the day of the window. Kept beside the district: cheap in a frame.
    [[nodiscard]] std::shared_ptr<const District> districtOnDay() const { return districtAsOf(document.district, document.asOf); }
    /// How all of the area is spoken of.
    [[nodiscard]] OfficeWords areaWords() const {
        return document.district ? banlang::areaWords(*document.district) : neutralWords();
    }
    /// In place of figures that are not there yet.
    [[nodiscard]] std::string_view computing() const { return say({"Đang tính…", "Computing…"}); }
    void emit(Verb verb, std::vector<std::string> arguments = {}) const { commands.push_back({verb, std::move(arguments)}); }
    void emitTarget(Verb verb, RecordRef target) const;
    [[nodiscard]] std::string number(double value, int decimals = 0) const; ///< "chưa có số liệu" has to be said by the caller
    [[nodiscard]] std::string date(Date day) const;
};

} // namespace banlang::viewer
