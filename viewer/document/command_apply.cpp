// SPDX-License-Identifier: MIT
#include "viewer/document/command_apply.h"

#include "core/analysis/progress/programme.h"
#include "core/report/audience.h"
#include "layers/themes/catalogue.h"
#include "viewer/document/active_theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

// What each command does to a document. All of them look at everything that may fail before they change anything.

namespace banlang::viewer {
namespace {

// 1:50 to 1:5 000 000 holds every use of a district map.
constexpr double leastMetresPerPx = 0.0132;
constexpr double mostMetresPerPx = 1323;
constexpr double targetMarginPx = 40;
constexpr double leastTargetM = 120; ///< a point or a tiny parcel is shown with this much around it

Error badValue(std::string_view what, std::string_view value, std::string_view allowed) {
    return {ErrorKind::usage,
            "bad-value",
            {fmt::format("“{}” không dùng được cho lệnh {}.", value, what),
             fmt::format("“{}” does not fit the command {}.", value, what)},
            {fmt::format("Viết: {}", allowed), fmt::format("Write: {}", allowed)},
            {}};
}

Error badValue(const Command& command) {
    return badValue(info(command.verb).word, command.arguments.empty() ? std::string_view() : command.arguments.back(),
                    info(command.verb).arguments);
}

std::optional<bool> onOff(std::string_view word) {
    if (word == "on") return true;
    if (word == "off") return false;
    return std::nullopt;
}

std::optional<double> numberIn(std::string_view word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

void zoomAt(MapView& view, double factor, PixelPoint anchor) {
    const Point fixed = view.toMap(anchor);
    view.metresPerPx = std::clamp(view.metresPerPx / factor, leastMetresPerPx, mostMetresPerPx);
    const Point moved = view.toMap(anchor);
    view.centre.x += fixed.x - moved.x;
    view.centre.y += fixed.y - moved.y;
}

Result<void> showLayer(Document& document, const Command& command) {
    const std::string& layerId = command.arguments[0];
    const auto on = onOff(command.arguments[1]);
    if (!on) return Unexpected(badValue(command));
    if (layerId == "backdrop") {
        document.rasterBasemap.visible = *on;
        return {};
    }
    const auto catalogue = layerCatalogue();
    if (std::ranges::find(catalogue, layerId, &LayerInfo::id) == catalogue.end()) {
        std::string known;
        for (const LayerInfo& layer : catalogue) known += fmt::format("{}{}", known.empty() ? "" : " ", layer.id);
        return Unexpected(badValue("layer", layerId, known));
    }
    std::erase(document.visibleLayers, layerId);
    if (*on) document.visibleLayers.push_back(layerId);
    sortLayers(document.visibleLayers);
    return {};
}

Result<void> setOpacity(Document& document, const Command& command) {
    const auto opacity = numberIn(command.arguments[0]);
    if (!opacity || *opacity < 0 || *opacity > 1) return Unexpected(badValue(command));
    document.rasterBasemap.opacity = *opacity;
    return {};
}

/// A theme rules the map: its layer is on, the other themes are off.
Result<void> chooseProgramme(Document& document, const std::string& choice) {
    const Theme* theme = findTheme(layerOfChoice(document, choice));
    if (theme == nullptr) return Unexpected(badValue("programme", choice, themeList()));
    activateTheme(document, *theme);
    if (const auto list = bottomTabFromId(theme->listedIn)) {
        document.tab = *list;
    } else if (document.tab != BottomTab::chart) {
        document.tab = BottomTab::table;
    }
    return {};
}

/// The gap is listed, and its layer rules the map.
Result<void> chooseGap(Document& document, const std::string& gap) {
    const Theme* theme = findTheme(gapThemeId(gap));
    if (theme == nullptr) return Unexpected(badValue("gap", gap, gapList()));
    activateTheme(document, *theme);
    document.tab = BottomTab::gaps;
    return {};
}

template <class Value> Result<void> assign(Value& value, std::optional<Value> wanted, const Command& command) {
    if (!wanted) return Unexpected(badValue(command));
    value = *wanted;
    return {};
}

Result<void> setDay(Document& document, const Command& command) {
    const std::string& word = command.arguments[0];
    if (command.verb == Verb::compare && word == "none") {
        document.compareWith.reset();
        document.split = false;
        return {};
    }
    const auto day = parseDate(word);
    if (!day) return Unexpected(badValue(command));
    if (command.verb == Verb::compare) {
        document.compareWith = *day;
    } else {
        document.asOf = *day;
    }
    return {};
}

Result<void> splitMap(Document& document, const Command& command) {
    const auto on = onOff(command.arguments[0]);
    if (!on) return Unexpected(badValue(command));
    if (*on && !document.compareWith) {
        return Unexpected(
            Error{ErrorKind::usage,
                  "no-day-to-compare",
                  {"Chưa chọn ngày để so sánh.", "There is no day to compare with."},
                  {"Chọn ngày ở mục “so với”, hoặc lệnh: compare NGÀY", "Choose one under “against”, or: compare DATE"},
                  {}});
    }
    document.split = *on;
    return {};
}

/// Shows the answer to one statement of the directives; a layer that is named comes onto the map.
Result<void> showDirective(Document& document, const Command& command) {
    const std::string& statement = command.arguments[0];
    const bool known = statement.size() >= 2 && std::string_view("EWV").find(statement[0]) != std::string_view::npos &&
                       std::ranges::all_of(statement.substr(1), [](char c) { return c >= '0' && c <= '9'; });
    if (!known) return Unexpected(badValue(info(command.verb).word, statement, "E1…E7, W1…W6, V1…V17"));
    if (command.arguments.size() == 2) {
        const Theme* theme = findTheme(command.arguments[1]);
        if (theme == nullptr) return Unexpected(badValue(command));
        activateTheme(document, *theme);
    }
    document.directive = statement;
    document.tab = BottomTab::directive;
    return {};
}

Result<void> filterDirective(Document& document, const Command& command) {
    for (const Programme programme : {Programme::newRural, Programme::gardens, Programme::housing, Programme::all}) {
        if (programmeId(programme) != command.arguments[0]) continue;
        document.directiveProgramme = command.arguments[0];
        return {};
    }
    return Unexpected(badValue(command));
}

std::optional<Language> languageFromId(std::string_view word) {
    if (word == "vi") return Language::vietnamese;
    if (word == "en") return Language::english;
    return std::nullopt;
}

/// The row that the command is about, if the district has it.
std::optional<RecordRef> rowMeant(const District& district, const Command& command) {
    if (command.target) return command.target->row < district.table(command.target->role).rowCount ? command.target : std::nullopt;
    if (command.arguments.size() != 2) return std::nullopt;
    return targetFor(district, command.arguments[0], command.arguments[1]);
}

Result<RecordRef> targetIn(const Document& document, const Command& command) {
    const auto target = document.district ? rowMeant(*document.district, command) : std::nullopt;
    if (!target) return Unexpected(badValue(command));
    if (mayShowRecordOf(document.audience, target->role)) return *target;
    return Unexpected(Error{ErrorKind::usage,
                            "hidden-from-audience",
                            {"Bản này không cho xem từng hộ.", "This audience sees no single household."},
                            {"Chọn bản cho tổ công tác để xem.", "Choose the working group's version to see it."},
                            {}});
}

Result<void> setAudience(Document& document, const Command& command) {
    BANLANG_CHECK(assign(document.audience, audienceFromId(command.arguments[0]), command));
    if (document.selected && !mayShowRecordOf(document.audience, document.selected->role)) document.selected.reset();
    return {};
}

Result<void> choose(Document& document, const Command& command) {
    if (command.arguments.size() == 1 && command.arguments[0] == "none") {
        document.selected.reset();
        return {};
    }
    BANLANG_TRY(target, targetIn(document, command));
    document.selected = target;
    return {};
}

Result<void> setSort(Document& document, const Command& command) {
    const std::string& order = command.arguments[1];
    if (order != "asc" && order != "desc") return Unexpected(badValue(command));
    document.sort = {command.arguments[0], order == "desc"};
    return {};
}

/// "none", or a number from one of that many rows.
Result<void> chooseRow(std::optional<std::size_t>& row, std::size_t count, const Command& command) {
    if (command.arguments[0] == "none") {
        row.reset();
        return {};
    }
    const auto number = numberIn(command.arguments[0]);
    if (!number || *number < 1 || *number > static_cast<double>(count)) return Unexpected(badValue(command));
    row = static_cast<std::size_t>(*number) - 1;
    return {};
}

void fitPage(Document& document) {
    if (!document.district) return;
    const auto& boxes = document.district->table(Role::communes).geometry.boxes;
    const bool isCommune = document.projectorPage >= 0 && static_cast<std::size_t>(document.projectorPage) < boxes.size();
    const Box box =
        isCommune ? boxes[static_cast<std::size_t>(document.projectorPage)] : extentOf(*document.district, document.asOf);
    showBox(document, box, isCommune ? 48 : extentMarginPx);
}

Result<void> turnPage(Document& document, const Command& command) {
    const std::vector<int> pages = projectorPages(document);
    const std::string& word = command.arguments[0];
    if (word == "district") {
        document.projectorPage = -1;
    } else if (word == "next" || word == "previous") {
        // The walk is a ring; a commune that is not there on this day is left for its beginning.
        const auto now = std::find(pages.begin(), pages.end(), document.projectorPage);
        const auto place = now == pages.end() ? std::size_t{0} : static_cast<std::size_t>(now - pages.begin());
        document.projectorPage = pages[(place + (word == "next" ? 1 : pages.size() - 1)) % pages.size()];
    } else {
        return Unexpected(badValue(command));
    }
    fitPage(document);
    return {};
}

Result<void> moveView(Document& document, const Command& command) {
    std::vector<double> numbers;
    for (const std::string& word : command.arguments) {
        const auto value = numberIn(word);
        if (!value) return Unexpected(badValue(command));
        numbers.push_back(*value);
    }
    MapView& view = document.view;
    if (command.verb == Verb::pan) {
        view.centre.x -= numbers[0] * view.metresPerPx;
        view.centre.y += numbers[1] * view.metresPerPx;
        return {};
    }
    if (numbers[0] <= 0) return Unexpected(badValue(command));
    const PixelPoint anchor =
        command.verb == Verb::zoomAt ? PixelPoint{numbers[1], numbers[2]} : PixelPoint{view.widthPx / 2, view.heightPx / 2};
    zoomAt(view, numbers[0], anchor);
    return {};
}

Result<void> zoomToTarget(Document& document, const Command& command) {
    BANLANG_TRY(target, targetIn(document, command));
    Box box = boxOf(*document.district, target);
    if (box.empty()) {
        return Unexpected(
            Error{ErrorKind::failed,
                  "no-place",
                  {"Bản ghi này chưa gắn với vị trí nào.", "This record has no place yet."},
                  {"Bổ sung mã thôn hoặc số thửa rồi nhập lại.", "Add a village code or a parcel number and import again."},
                  {}});
    }
    const double missing = leastTargetM - std::max(box.width(), box.height());
    if (missing > 0) box = box.widenedBy(missing / 2);
    showBox(document, box, targetMarginPx);
    return {};
}

Result<void> applyView(Document& document, const Command& command) {
    switch (command.verb) {
    case Verb::zoom:
    case Verb::zoomAt:
    case Verb::pan:
        return moveView(document, command);
    case Verb::zoomTo:
        return zoomToTarget(document, command);
    case Verb::home:
        if (document.district) {
            document.fitted.reset();
            document.view = document.view.fitted(extentOf(*document.district, document.asOf), extentMarginPx, document.coveredPx);
        }
        return {};
    case Verb::searchOpen:
        return assign(document.searchOpen, onOff(command.arguments[0]), command);
    case Verb::officeOpen:
        document.officeProblem.reset();
        return assign(document.officeOpen, onOff(command.arguments[0]), command);
    case Verb::importView:
        return assign(document.importView, importViewFromId(command.arguments[0]), command);
    case Verb::importRow:
        return chooseRow(document.importRow, document.importLog ? document.importLog->rows.size() : 0, command);
    case Verb::conclusionOf:
        return filterDirective(document, command);
    case Verb::linkView:
        return assign(document.linkView, linkViewFromId(command.arguments[0]), command);
    case Verb::linkRow:
        return chooseRow(document.linkRow, document.links ? document.links->unresolved.size() : 0, command);
    case Verb::inspect:
        return assign(document.inspectorTab, inspectorTabFromId(command.arguments[0]), command);
    case Verb::fullScreen:
        return assign(document.fullScreen, onOff(command.arguments[0]), command);
    default:
        return Unexpected(badValue(command));
    }
}

Result<void> applyToDocument(Document& document, const Command& command) {
    switch (command.verb) {
    case Verb::layer:
        return showLayer(document, command);
    case Verb::legend:
        document.openLegend = command.arguments.empty() ? std::string() : command.arguments[0];
        return {};
    case Verb::programme:
        return chooseProgramme(document, command.arguments[0]);
    case Verb::asOf:
    case Verb::compare:
        return setDay(document, command);
    case Verb::split:
        return splitMap(document, command);
    case Verb::audience:
        return setAudience(document, command);
    case Verb::language:
        return assign(document.language, languageFromId(command.arguments[0]), command);
    case Verb::theme:
        return assign(document.colourScheme, uiColourSchemeFromId(command.arguments[0]), command);
    case Verb::backdropOpacity:
        return setOpacity(document, command);
    case Verb::tab:
        return assign(document.tab, bottomTabFromId(command.arguments[0]), command);
    case Verb::gap:
        return chooseGap(document, command.arguments[0]);
    case Verb::conclusion:
        return showDirective(document, command);
    case Verb::sort:
        return setSort(document, command);
    case Verb::select:
        return choose(document, command);
    case Verb::projector:
        return assign(document.projector, onOff(command.arguments[0]), command);
    case Verb::page:
        return turnPage(document, command);
    default:
        return Unexpected(badValue(command));
    }
}

} // namespace

Result<void> apply(Document& document, const Command& command) {
    return info(command.verb).group == VerbGroup::view ? applyView(document, command) : applyToDocument(document, command);
}

} // namespace banlang::viewer
