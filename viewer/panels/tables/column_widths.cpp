// SPDX-License-Identifier: MIT
#include "viewer/panels/tables/column_widths.h"

#include <algorithm>
#include <span>

namespace banlang::viewer {
namespace {

struct ColumnWidth {
    std::string_view id;
    float px = 0;
};

constexpr ColumnWidth donatedLand[] = {{"name", 170},      {"class", 42},      {"length_km", 68},      {"needed_m2", 76},
                                       {"donated_m2", 68}, {"pledged_m2", 68}, {"outstanding_m2", 68}, {"share", 104},
                                       {"households", 60}, {"last", 82}};
constexpr ColumnWidth newRoads[] = {{"name", 190},     {"commune", 120}, {"kind", 78},    {"state", 78},
                                    {"length_km", 76}, {"percent", 116}, {"planned", 84}, {"reported", 84}};
constexpr ColumnWidth gardens[] = {{"name", 170},      {"commune", 130}, {"finished", 72}, {"in_progress", 78},
                                   {"registered", 76}, {"lapsed", 66},   {"share", 116}};
constexpr ColumnWidth houses[] = {{"name", 150},      {"commune", 110}, {"finished", 48},    {"roof", 42}, {"walls", 48},
                                  {"foundation", 48}, {"started", 66},  {"not_started", 62}, {"late", 54}, {"share", 104}};
constexpr ColumnWidth greenRoutes[] = {{"name", 210},     {"commune", 130},   {"state", 104},
                                       {"length_km", 76}, {"registered", 84}, {"recognised", 84}};
constexpr ColumnWidth criteria[] = {{"name", 180},      {"met", 64},  {"not_lasting", 96}, {"not_met", 72},
                                    {"no_result", 100}, {"due", 108}, {"share", 116}};
constexpr ColumnWidth communeRanking[] = {{"name", 180}, {"rank", 60},    {"score", 70},
                                          {"ntm", 100},  {"gardens", 92}, {"housing", 70}};
constexpr ColumnWidth candidates[] = {{"name", 200}, {"commune", 120}, {"class", 42}, {"length_km", 72},
                                      {"rank", 54},  {"best", 66},     {"worst", 70}, {"score", 60}};
constexpr ColumnWidth gap[] = {{"name", 190},   {"examined", 86}, {"not_reached", 86},
                               {"at_risk", 86}, {"reached", 76},  {"share", 116}};

std::span<const ColumnWidth> widthsOf(FigureKind kind) {
    switch (kind) {
    case FigureKind::donatedLand:
        return donatedLand;
    case FigureKind::newRoads:
        return newRoads;
    case FigureKind::gardens:
        return gardens;
    case FigureKind::houses:
        return houses;
    case FigureKind::greenRoutes:
        return greenRoutes;
    case FigureKind::criteria:
        return criteria;
    case FigureKind::communeRanking:
        return communeRanking;
    case FigureKind::candidates:
        return candidates;
    case FigureKind::gap:
        return gap;
    }
    return {};
}

} // namespace

float columnWidthPx(FigureKind kind, std::string_view columnId) {
    if (columnId.ends_with("_before")) return 78;
    if (columnId.ends_with("_change")) return 76;
    if (columnId == "last_report") return 96;
    const std::span<const ColumnWidth> widths = widthsOf(kind);
    const auto found = std::ranges::find(widths, columnId, &ColumnWidth::id);
    return found == widths.end() ? 80 : found->px;
}

} // namespace banlang::viewer
