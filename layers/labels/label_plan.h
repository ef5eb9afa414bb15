// SPDX-License-Identifier: MIT
#pragma once

#include "layers/labels/label_candidates.h"
#include "layers/labels/label_collision.h"

#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace banlang {

/// What only a page has: labels stay within the frame and clear of the obstacles, both in pixels of the ground.
struct LabelPage {
    std::optional<Box> framePx{};
    std::vector<Box> obstaclesPx{};
};

/// Where the labels of a scene stand at one scale. They are placed on the ground, best first, and only where somebody looks, but
/// what comes out is the same whichever part is looked at first: before a label takes its place all better ones that could reach
/// it have theirs. So a map that is moved keeps its labels, and coming back finds them again.
/// Its pixels are of the ground: x = easting / metresPerPx, y = -northing / metresPerPx.
class LabelPlan {
public:
    struct LabelPlacement {
        PlacedLabel label{};
        Box boxPx{}; ///< around all of it
    };

    LabelPlan(std::shared_ptr<const MapScene> scene, double metresPerPx, MeasureText measure, Language language,
              LabelPage page = {});

    /// Places all labels that may reach into a box of the ground. False when `goOn` wanted to stop before that; calling again goes
    /// on.
    bool place(const Box& boxPx, const std::function<bool()>& goOn = {});
    /// What was placed so far.
    [[nodiscard]] const std::vector<LabelPlacement>& placements() const { return placements_; }

    [[nodiscard]] const std::shared_ptr<const MapScene>& scene() const { return scene_; }
    [[nodiscard]] double metresPerPx() const { return metresPerPx_; }
    /// Add this to a pixel of the ground for its place in a view of this scale.
    [[nodiscard]] PixelPoint shiftTo(const MapView& view) const;

private:
    /// Labels that are found by place, tile by tile, when somebody looks there.
    struct Crowd {
        const LabelSet* set = nullptr;
        std::string_view layer{};
        std::unordered_set<std::uint64_t> seenTiles{};
    };
    /// A line with a name, cut into runs only when somebody looks at it.
    struct Line {
        const MapLabel* label = nullptr;
        std::string_view layer{};
        Box boxPx{};
        bool cut = false;
        std::deque<Run> runs{};
    };
    /// One place that one text may take.
    struct Slot {
        const MapLabel* label = nullptr;
        std::shared_ptr<const MapLabel> kept{}; ///< one of a crowd
        std::string_view layer{};
        Box reachPx{}; ///< wherever it may come to stand
        const Run* run = nullptr;
        RunPart part{};
        std::size_t line = 0;
        std::uint32_t number = 0; ///< along its line
        PointText text{};
        double markerRadiusPx = 0;
        Box unitPx{}; ///< on a page: where a commune's name may go when there is no room around its point
        bool decided = false;
    };
    void takeMarkers();
    void addPoint(const MapLabel& label, std::string_view layer, std::shared_ptr<const MapLabel> kept = nullptr);
    void lookForCrowds(const Box& boxPx);
    void addLine(const MapLabel& label, std::string_view layer);
    void cutLine(std::size_t index);
    void addSlot(Slot slot);
    void lookAt(const Box& boxPx);
    template <class Visit> void visitSlots(const Box& boxPx, Visit&& visit);
    [[nodiscard]] bool isBetter(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] std::vector<std::uint32_t> betterThatReach(std::uint32_t slot);
    void decide(std::uint32_t slot);
    void decidePoint(const Slot& slot);
    [[nodiscard]] std::optional<PixelPoint> freeInUnit(const Slot& slot) const;
    void decideLine(const Slot& slot);
    [[nodiscard]] static Box roomFor(const Slot& slot, PixelPoint centre);
    [[nodiscard]] bool isNearItsName(const Slot& slot, PixelPoint centre) const;
    [[nodiscard]] bool fitsPage(const Box& boxPx) const { return !page_.framePx || holds(*page_.framePx, boxPx); }
    [[nodiscard]] static bool holds(const Box& outer, const Box& inner) {
        return outer.contains({inner.minX, inner.minY}) && outer.contains({inner.maxX, inner.maxY});
    }
    [[nodiscard]] PixelPoint toGround(Point point) const { return {point.x / metresPerPx_, -point.y / metresPerPx_}; }
    [[nodiscard]] std::function<bool(PixelPoint)> insideUnit(const MapLabel& label) const;

    std::shared_ptr<const MapScene> scene_;
    double metresPerPx_;
    MeasureText measure_;
    Language language_;
    LabelPage page_;
    std::deque<Line> lines_;
    std::vector<Crowd> crowds_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> linesOfName_;
    std::deque<Slot> slots_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> slotsOfCell_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> slotsOfName_; ///< along lines
    std::unordered_set<std::uint64_t> seenTiles_;
    std::unordered_map<std::uint64_t, double> markerRadius_; ///< by place
    CollisionGrid taken_;
    std::unordered_map<std::string_view, std::vector<std::pair<std::size_t, PixelPoint>>> placedNames_; ///< line and middle
    std::vector<LabelPlacement> placements_;
    std::vector<std::uint32_t> visited_; ///< by slot: the search that saw it last
    std::uint32_t search_ = 0;
};

} // namespace banlang
