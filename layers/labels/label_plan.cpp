// SPDX-License-Identifier: MIT
#include "layers/labels/label_plan.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace banlang {
namespace {

constexpr double slotCellPx = 128;
constexpr double tilePx = 512;
constexpr double lineHaloPx = 24;   ///< how far a name reaches beside its line, at most
constexpr double crowdReachPx = 64; ///< the same of one of a crowd beside its point

template <class Visit> void visitCells(const Box& box, double cellPx, Visit&& visit) {
    if (box.empty()) return;
    const auto index = [&](double value) { return static_cast<std::int32_t>(std::floor(value / cellPx)); };
    for (std::int32_t row = index(box.minY); row <= index(box.maxY); ++row) {
        for (std::int32_t column = index(box.minX); column <= index(box.maxX); ++column)
            visit((std::uint64_t{static_cast<std::uint32_t>(row)} << 32U) | static_cast<std::uint32_t>(column), row, column);
    }
}

std::uint64_t placeKey(Point point) {
    return std::bit_cast<std::uint64_t>(point.x) * 0x9E3779B97F4A7C15U ^ std::bit_cast<std::uint64_t>(point.y);
}

/// Areas of the units that labels of a kind name, by their ids; null where a label names no area.
const GeometryColumn* areasOf(const MapScene& scene, const MapLabel& label) {
    const bool parcel = label.kind == LabelKind::code;
    if (!scene.district || (label.kind != LabelKind::commune && label.kind != LabelKind::village && !parcel)) return nullptr;
    const GeometryColumn& areas =
        scene.district->table(label.kind == LabelKind::commune ? Role::communes
                              : parcel                         ? Role::parcels
                                                               : Role::villages)
            .geometry;
    const bool known = areas.kind == GeometryKind::polygon && label.id < areas.featureCount() && !areas.boxes[label.id].empty();
    return known ? &areas : nullptr;
}

double scaleOf(double metresPerPx) {
    MapView view;
    view.metresPerPx = metresPerPx;
    return view.scaleDenominator();
}

} // namespace

LabelPlan::LabelPlan(std::shared_ptr<const MapScene> scene, double metresPerPx, MeasureText measure, Language language,
                     LabelPage page)
    : scene_(std::move(scene)), metresPerPx_(metresPerPx), measure_(std::move(measure)), language_(language),
      page_(std::move(page)) {
    for (const Box& box : page_.obstaclesPx) taken_.occupy(box);
    takeMarkers();
    const double scale = scaleOf(metresPerPx_);
    for (const auto& layer : scene_->layers) {
        for (const LabelSet& set : layer->labels) {
            if (!set.scales.shows(scale)) continue;
            if (set.within) crowds_.push_back({&set, layer->id, {}});
            for (const MapLabel& label : set.labels) {
                if (label.path.empty()) {
                    addPoint(label, layer->id);
                } else {
                    addLine(label, layer->id);
                }
            }
        }
    }
}

void LabelPlan::takeMarkers() {
    const double scale = scaleOf(metresPerPx_);
    for (const auto& layer : scene_->layers) {
        for (const MarkerSet& set : layer->markers) {
            if (!set.scales.shows(scale)) continue;
            for (const Marker& marker : set.markers) {
                const PixelPoint at = toGround(marker.at);
                const Point middle{at.x + marker.offsetXPx, at.y + marker.offsetYPx};
                const double radius = marker.radiusPx + marker.rimPx / 2;
                taken_.occupy(Box{middle.x, middle.y, middle.x, middle.y}.widenedBy(radius));
                if (marker.offsetXPx != 0 || marker.offsetYPx != 0) continue;
                double& largest = markerRadius_[placeKey(marker.at)];
                largest = std::max(largest, radius);
            }
        }
    }
}

void LabelPlan::addPoint(const MapLabel& label, std::string_view layer, std::shared_ptr<const MapLabel> kept) {
    const PixelPoint at = toGround(label.at);
    if (page_.framePx && !page_.framePx->contains({at.x, at.y})) return;
    const GeometryColumn* areas = label.kind == LabelKind::commune ? areasOf(*scene_, label) : nullptr;
    const double unitWidthPx = areas != nullptr ? areas->boxes[label.id].width() / metresPerPx_ : HUGE_VAL;
    Slot slot{.label = &label, .kept = std::move(kept), .layer = layer};
    slot.text = pointText(label, measure_, language_, unitWidthPx);
    const auto marker = markerRadius_.find(placeKey(label.at));
    slot.markerRadiusPx = marker == markerRadius_.end() ? 0 : marker->second;
    for (const PixelPoint offset : pointOffsets(label.kind, slot.text.size, slot.markerRadiusPx)) {
        const Box box = roomFor(slot, {at.x + offset.x, at.y + offset.y});
        slot.reachPx.grow(Point{box.minX - 1, box.minY - 1});
        slot.reachPx.grow(Point{box.maxX + 1, box.maxY + 1});
    }
    if (areas != nullptr && page_.framePx) {
        const Box& unit = areas->boxes[label.id];
        const PixelPoint first = toGround({unit.minX, unit.maxY});
        const PixelPoint last = toGround({unit.maxX, unit.minY});
        const Box& frame = *page_.framePx;
        slot.unitPx = {std::max(first.x, frame.minX), std::max(first.y, frame.minY), std::min(last.x, frame.maxX),
                       std::min(last.y, frame.maxY)};
        slot.reachPx.grow(Point{slot.unitPx.minX, slot.unitPx.minY});
        slot.reachPx.grow(Point{slot.unitPx.maxX, slot.unitPx.maxY});
    }
    addSlot(std::move(slot));
}

void LabelPlan::addLine(const MapLabel& label, std::string_view layer) {
    Line line{.label = &label, .layer = layer};
    for (const Point& point : label.path) {
        const PixelPoint at = toGround(point);
        line.boxPx.grow(Point{at.x, at.y});
    }
    line.boxPx = line.boxPx.widenedBy(lineHaloPx);
    linesOfName_[label.text].push_back(lines_.size());
    lines_.push_back(std::move(line));
}

void LabelPlan::addSlot(Slot slot) {
    const auto index = static_cast<std::uint32_t>(slots_.size());
    visitCells(slot.reachPx, slotCellPx, [&](std::uint64_t cell, auto, auto) { slotsOfCell_[cell].push_back(index); });
    if (slot.run != nullptr) slotsOfName_[slot.label->text].push_back(index);
    slots_.push_back(std::move(slot));
    visited_.push_back(0);
}

void LabelPlan::cutLine(std::size_t index) {
    Line& line = lines_[index];
    if (line.cut) return;
    line.cut = true;
    const TextSize size = measure_(line.label->text, labelStyle(line.label->kind));
    std::uint32_t number = 0;
    for (Run& made : runsOf(line.label->path, metresPerPx_, page_.framePx)) {
        const std::vector<RunPart> parts = partsOf(made, size.widthPx);
        if (parts.empty()) continue;
        const Run& run = line.runs.emplace_back(std::move(made));
        for (const RunPart& part : parts) {
            Slot slot{.label = line.label, .layer = line.layer, .run = &run, .part = part, .line = index, .number = number++};
            slot.text.size = size;
            const std::size_t first = part.first - std::min(part.first, part.needed);
            for (std::size_t i = first; i < std::min(run.size(), part.last + part.needed); ++i)
                slot.reachPx.grow(Point{run[i].x, run[i].y});
            slot.reachPx = slot.reachPx.widenedBy(size.heightPx / 2 + 2);
            addSlot(std::move(slot));
        }
    }
}

/// What a text at a place keeps free of others.
Box LabelPlan::roomFor(const Slot& slot, PixelPoint centre) {
    Box box = slot.text.boxAt(centre);
    const double wider = std::max(0.0, slot.label->roomXPx - box.width()) / 2;
    const double higher = std::max(0.0, slot.label->roomYPx - box.height()) / 2;
    return {box.minX - wider, box.minY - higher, box.maxX + wider, box.maxY + higher};
}

void LabelPlan::lookForCrowds(const Box& boxPx) {
    for (Crowd& crowd : crowds_) {
        visitCells(boxPx.widenedBy(crowdReachPx), tilePx, [&](std::uint64_t tile, std::int32_t row, std::int32_t column) {
            if (!crowd.seenTiles.insert(tile).second) return;
            // A point on the border of two tiles is found in both; that stands no text twice, since it takes its own place.
            const Box ground{column * tilePx * metresPerPx_, -(row + 1) * tilePx * metresPerPx_,
                             (column + 1) * tilePx * metresPerPx_, -row * tilePx * metresPerPx_};
            for (MapLabel& found : crowd.set->within(ground, metresPerPx_)) {
                auto label = std::make_shared<const MapLabel>(std::move(found));
                addPoint(*label, crowd.layer, label);
            }
        });
    }
}

void LabelPlan::lookAt(const Box& boxPx) {
    lookForCrowds(boxPx);
    visitCells(boxPx, tilePx, [&](std::uint64_t tile, std::int32_t row, std::int32_t column) {
        if (!seenTiles_.insert(tile).second) return;
        const Box box{column * tilePx, row * tilePx, (column + 1) * tilePx, (row + 1) * tilePx};
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i].cut && lines_[i].boxPx.intersects(box)) cutLine(i);
        }
    });
}

template <class Visit> void LabelPlan::visitSlots(const Box& boxPx, Visit&& visit) {
    lookAt(boxPx);
    visitCells(boxPx, slotCellPx, [&](std::uint64_t cell, auto, auto) {
        const auto found = slotsOfCell_.find(cell);
        if (found == slotsOfCell_.end()) return;
        for (const std::uint32_t slot : found->second) {
            if (!slots_[slot].decided && visited_[slot] != search_ && slots_[slot].reachPx.intersects(boxPx)) visit(slot);
        }
    });
}

bool LabelPlan::isBetter(std::uint32_t a, std::uint32_t b) const {
    const auto key = [](const Slot& slot) {
        return std::tuple(slot.label->kind, -slot.label->priority, slot.label->id, slot.layer, std::string_view(slot.label->text),
                          slot.number);
    };
    return key(slots_[a]) < key(slots_[b]);
}

/// A slot with all undecided ones whose choice its own depends on, best first.
std::vector<std::uint32_t> LabelPlan::betterThatReach(std::uint32_t slot) {
    ++search_;
    std::vector<std::uint32_t> found{slot};
    visited_[slot] = search_;
    for (std::size_t next = 0; next < found.size(); ++next) {
        const std::uint32_t asked = found[next];
        const auto consider = [&](std::uint32_t other) {
            if (!isBetter(other, asked)) return;
            visited_[other] = search_;
            found.push_back(other);
        };
        visitSlots(slots_[asked].reachPx, consider);
        if (slots_[asked].run == nullptr) continue;
        const Box near = slots_[asked].reachPx.widenedBy(labelRepeatPx);
        const std::string_view name = slots_[asked].label->text;
        for (const std::size_t line : linesOfName_[name]) {
            if (line != slots_[asked].line && lines_[line].boxPx.intersects(near)) cutLine(line);
        }
        for (const std::uint32_t other : slotsOfName_[name]) {
            const Slot& same = slots_[other];
            if (same.line != slots_[asked].line && !same.decided && visited_[other] != search_ && same.reachPx.intersects(near))
                consider(other);
        }
    }
    std::ranges::sort(found, [&](std::uint32_t a, std::uint32_t b) { return isBetter(a, b); });
    return found;
}

bool LabelPlan::place(const Box& boxPx, const std::function<bool()>& goOn) {
    ++search_;
    std::vector<std::uint32_t> wanted;
    visitSlots(boxPx, [&](std::uint32_t slot) {
        visited_[slot] = search_;
        wanted.push_back(slot);
    });
    for (const std::uint32_t slot : wanted) {
        if (slots_[slot].decided) continue;
        if (goOn && !goOn()) return false;
        for (const std::uint32_t each : betterThatReach(slot)) decide(each);
    }
    return true;
}

void LabelPlan::decide(std::uint32_t slot) {
    slots_[slot].decided = true;
    if (slots_[slot].run != nullptr) {
        decideLine(slots_[slot]);
    } else {
        decidePoint(slots_[slot]);
    }
}

/// Points of the unit that a label names; null where that does not matter.
std::function<bool(PixelPoint)> LabelPlan::insideUnit(const MapLabel& label) const {
    const GeometryColumn* areas = areasOf(*scene_, label);
    if (areas == nullptr) return nullptr;
    return [areas, row = label.id, scale = metresPerPx_](PixelPoint pixel) {
        return contains(*areas, row, Point{pixel.x * scale, -pixel.y * scale});
    };
}

void LabelPlan::decidePoint(const Slot& slot) {
    const PixelPoint at = toGround(slot.label->at);
    const auto inside = insideUnit(*slot.label);
    std::optional<PixelPoint> chosen;
    for (const PixelPoint offset : pointOffsets(slot.label->kind, slot.text.size, slot.markerRadiusPx)) {
        // Whole pixels, so that the same label is equally sharp wherever it lands.
        const PixelPoint centre{std::round(at.x + offset.x), std::round(at.y + offset.y)};
        const Box box = slot.text.boxAt(centre);
        if (!fitsPage(box) || !taken_.isFree(roomFor(slot, centre))) continue;
        const bool whole = !inside || (inside({box.minX, box.minY}) && inside({box.maxX, box.minY}) &&
                                       inside({box.minX, box.maxY}) && inside({box.maxX, box.maxY}));
        if (whole) {
            chosen = centre;
            break;
        }
        // A number that lies partly in the parcel beside it would name that one.
        if (slot.label->kind == LabelKind::code && inside) continue;
        // A commune's name whose middle lies outside would name the neighbour.
        if (!chosen && (slot.label->kind != LabelKind::commune || inside(centre))) chosen = centre;
    }
    if (!chosen) chosen = freeInUnit(slot);
    if (!chosen) return;
    const Box box = slot.text.boxAt(*chosen);
    taken_.occupy(roomFor(slot, *chosen));
    placements_.push_back({{slot.label, slot.kept, slot.text.style, *chosen, slot.text.lines, slot.text.secondLine, {}, 0}, box});
}

/// The free place in a commune that is nearest to the point of its name.
std::optional<PixelPoint> LabelPlan::freeInUnit(const Slot& slot) const {
    constexpr int steps = 24;
    if (slot.unitPx.empty()) return std::nullopt;
    const auto inside = insideUnit(*slot.label);
    const PixelPoint at = toGround(slot.label->at);
    std::optional<PixelPoint> nearest;
    double least = HUGE_VAL;
    for (int i = 0; i < steps * steps; ++i) {
        const int row = i / steps;
        const PixelPoint centre{std::round(slot.unitPx.minX + slot.unitPx.width() * (i % steps + 0.5) / steps),
                                std::round(slot.unitPx.minY + slot.unitPx.height() * (row + 0.5) / steps)};
        const double distance = std::hypot(centre.x - at.x, centre.y - at.y);
        const Box box = slot.text.boxAt(centre);
        if (distance >= least || !fitsPage(box) || !taken_.isFree(box) || !inside(centre)) continue;
        least = distance;
        nearest = centre;
    }
    return nearest;
}

bool LabelPlan::isNearItsName(const Slot& slot, PixelPoint centre) const {
    const auto found = placedNames_.find(slot.label->text);
    if (found == placedNames_.end()) return false;
    return std::ranges::any_of(found->second, [&](const auto& other) {
        return other.first != slot.line && std::hypot(other.second.x - centre.x, other.second.y - centre.y) < labelRepeatPx;
    });
}

void LabelPlan::decideLine(const Slot& slot) {
    const double halfHeight = slot.text.size.heightPx / 2 + 1;
    for (const std::size_t start : startsIn(*slot.run, slot.part)) {
        const std::span section(&(*slot.run)[start], slot.part.needed);
        const PixelPoint centre = section[section.size() / 2];
        if (isNearItsName(slot, centre)) continue;
        std::vector<Box> boxes;
        Box around{};
        for (const PixelPoint point : section) {
            boxes.push_back(Box{point.x, point.y, point.x, point.y}.widenedBy(halfHeight));
            around.grow(Point{boxes.back().minX, boxes.back().minY});
            around.grow(Point{boxes.back().maxX, boxes.back().maxY});
        }
        if (!fitsPage(around) || !taken_.isFree(boxes)) continue;
        for (const Box& box : boxes) taken_.occupy(box);
        placedNames_[slot.label->text].emplace_back(slot.line, centre);
        placements_.push_back(
            {{slot.label, nullptr, labelStyle(slot.label->kind), centre, {slot.label->text}, {}, readablePath(section), 0},
             around});
        return;
    }
}

PixelPoint LabelPlan::shiftTo(const MapView& view) const {
    return {view.widthPx / 2 - view.centre.x / metresPerPx_, view.heightPx / 2 + view.centre.y / metresPerPx_};
}

} // namespace banlang
