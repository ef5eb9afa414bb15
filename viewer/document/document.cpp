// SPDX-License-Identifier: MIT
#include "viewer/document/document.h"

#include "core/analysis/gaps/gaps.h"
#include "core/model/as_of.h"
#include "core/model/latest_date.h"
#include "core/model/units/admin_unit_validity.h"
#include "layers/themes/catalogue.h"
#include "viewer/document/active_theme.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace banlang::viewer {
namespace {

constexpr std::array<std::string_view, uiColourSchemeCount> themeIds{"light", "dark", "contrast"};
constexpr std::array<std::string_view, 10> tabIds{"table",    "chart",     "conclusion", "gaps",   "links",
                                                  "criteria", "emulation", "candidates", "import", "messages"};
constexpr std::array<std::string_view, 3> importViewIds{"layers", "questions", "history"};
constexpr std::array<std::string_view, 2> linkViewIds{"open", "decided"};
constexpr std::array<std::string_view, 2> inspectorTabIds{"record", "history"};

nlohmann::ordered_json importJson(const Document& document) {
    using nlohmann::ordered_json;
    if (!document.importLog) return nullptr;
    const ImportLog& log = *document.importLog;
    ordered_json json{{"view", id(document.importView)},
                      {"row", document.importRow ? ordered_json(*document.importRow + 1) : ordered_json(nullptr)},
                      {"store", log.storePath},
                      {"layers", log.totals.layers},
                      {"rows_loaded", log.totals.rowsLoaded},
                      {"rows_rejected", log.totals.rowsRejected},
                      {"refused", log.totals.refused},
                      {"questions", ordered_json::array()},
                      {"rows", ordered_json::array()},
                      {"history", ordered_json::array()}};
    for (const Question& question : log.report.questions) {
        ordered_json options = ordered_json::array();
        for (const Question::Option& option : question.options) options.push_back(option.value);
        json["questions"].push_back(
            {{"kind", question.kind}, {"layers", question.layers.size()}, {"records", question.records}, {"options", options}});
    }
    for (const ImportRow& row : log.rows)
        json["rows"].push_back({{"state", id(row.state)}, {"file", row.shownFile}, {"layer", row.layer}});
    for (const StoredBatch& batch : log.history)
        json["history"].push_back(
            {{"batch", batch.id}, {"import", batch.importId}, {"layer", batch.layer}, {"state", id(batch.state)}});
    return json;
}

nlohmann::ordered_json figuresJson(const std::optional<ShownFigures>& figures) {
    if (!figures) return nullptr;
    return {{"id", figures->id}, {"title", {{"vi", figures->title.vi}, {"en", figures->title.en}}}, {"rows", figures->rows}};
}

nlohmann::ordered_json rasterBasemapJson(const ShownRasterBasemap& rasterBasemap) {
    using nlohmann::ordered_json;
    if (rasterBasemap.path.empty()) return nullptr;
    return {{"file", rasterBasemap.path},
            {"opened", rasterBasemap.source != nullptr},
            {"problem", rasterBasemap.problem ? ordered_json(rasterBasemap.problem->code) : ordered_json(nullptr)},
            {"visible", rasterBasemap.visible},
            {"opacity", rasterBasemap.opacity}};
}

nlohmann::ordered_json linksJson(const Document& document) {
    using nlohmann::ordered_json;
    if (!document.links) return nullptr;
    ordered_json json{{"view", id(document.linkView)},
                      {"row", document.linkRow ? ordered_json(*document.linkRow + 1) : ordered_json(nullptr)},
                      {"open", ordered_json::array()},
                      {"decisions", ordered_json::array()}};
    for (const UnresolvedReferenceGroup& open : document.links->unresolved) {
        json["open"].push_back({{"role", recordKind(open.link.role).id},
                                {"field", open.link.field},
                                {"said", open.link.key},
                                {"within", open.link.scope},
                                {"records", open.records}});
    }
    for (const LinkOverride& linkOverride : document.links->linkOverrides) {
        json["decisions"].push_back({{"role", recordKind(linkOverride.role).id},
                                     {"field", linkOverride.field},
                                     {"said", linkOverride.rawText},
                                     {"target", linkOverride.target},
                                     {"state", id(linkOverride.state)}});
    }
    return json;
}

} // namespace

Box extentOf(const District& district, Date day) {
    for (const Role role : {Role::communes, Role::villages, Role::roads, Role::parcels}) {
        const FeatureTable& table = district.table(role);
        Box box;
        for (std::size_t row = 0; row < table.geometry.featureCount(); ++row) {
            if (!hasVersions(role) || !day.known() || inForce(table, row, day)) box.grow(table.geometry.boxes[row]);
        }
        if (!box.empty()) return box;
    }
    return {};
}

std::vector<int> projectorPages(const Document& document) {
    std::vector<int> pages{-1};
    const std::size_t count = document.district ? document.district->table(Role::communes).rowCount : 0;
    for (std::size_t row = 0; row < count; ++row) {
        if (inForce(document.district->table(Role::communes), row, document.asOf)) pages.push_back(static_cast<int>(row));
    }
    return pages;
}

Document documentFor(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules, std::string storePath,
                     const Document& settings) {
    Document document = settings;
    document.storePath = std::move(storePath);
    document.asOf = lastProgrammeDay(*district);
    document.compareWith.reset();
    document.split = false;
    document.selected.reset();
    document.messages.clear();
    document.importLog.reset();
    document.importRow.reset();
    document.rules = std::move(rules);
    document.links.reset();
    document.linkRow.reset();
    document.rasterBasemap = {};
    document.visibleLayers.clear();
    for (const LayerInfo& info : layerCatalogue()) {
        if (!info.isTheme || info.id == themeLayer(document)) document.visibleLayers.emplace_back(info.id);
    }
    document.fitted.reset();
    document.view = document.view.fitted(extentOf(*district, document.asOf), extentMarginPx, document.coveredPx);
    document.district = std::move(district);
    return document;
}

Document documentWith(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules,
                      const Document& before) {
    Document document = before;
    const District& old = *before.district;
    if (before.asOf == lastProgrammeDay(old)) document.asOf = lastProgrammeDay(*district);
    if (before.selected) {
        const RecordRef selected = *before.selected;
        document.selected = targetFor(*district, recordKind(selected.role).id, keyOf(old, selected));
    }
    document.projectorPage = -1;
    if (extentOf(old, before.asOf).empty())
        document.view = document.view.fitted(extentOf(*district, document.asOf), extentMarginPx, document.coveredPx);
    document.district = std::move(district);
    document.rules = std::move(rules);
    return document;
}

std::string keyOf(const District& district, RecordRef target) {
    const std::string key = keyText(district.table(target.role), target.role, target.row);
    return key.empty() ? fmt::format("#{}", target.row) : key;
}

std::optional<RecordRef> targetFor(const District& district, std::string_view roleId, std::string_view key) {
    const auto role = roleFromId(roleId);
    if (!role) return std::nullopt;
    const FeatureTable& table = district.table(*role);
    if (key.starts_with('#')) {
        std::uint32_t row = 0;
        const auto [end, error] = std::from_chars(key.data() + 1, key.data() + key.size(), row);
        if (error != std::errc() || row >= table.rowCount) return std::nullopt;
        return RecordRef{*role, row};
    }
    for (std::uint32_t row = 0; row < table.rowCount; ++row) {
        if (isNamedBy(table, *role, row, key)) return RecordRef{*role, row};
    }
    return std::nullopt;
}

Box boxOf(const District& district, RecordRef target) {
    const FeatureTable& table = district.table(target.role);
    if (target.row < table.geometry.boxes.size() && !table.geometry.boxes[target.row].empty())
        return table.geometry.boxes[target.row];
    const TableLinks& links = district.linksOf(target.role);
    const std::array<std::pair<const std::vector<std::int32_t>*, Role>, 5> places{{{&links.parcel, Role::parcels},
                                                                                   {&links.household, Role::households},
                                                                                   {&links.road, Role::roads},
                                                                                   {&links.village, Role::villages},
                                                                                   {&links.commune, Role::communes}}};
    for (const auto& [rows, role] : places) {
        const std::int32_t row = linkedRow(*rows, target.row);
        if (row == notLinked) continue;
        const auto& boxes = district.table(role).geometry.boxes;
        if (static_cast<std::size_t>(row) < boxes.size() && !boxes[static_cast<std::size_t>(row)].empty()) {
            return boxes[static_cast<std::size_t>(row)];
        }
    }
    return {};
}

void showBox(Document& document, const Box& box, double marginPx) {
    document.view = document.view.fitted(box, marginPx, document.coveredPx);
    document.fitted = Document::Fitted{box, marginPx, document.view};
}

bool isSplit(const Document& document) {
    return document.split && document.compareWith && document.district;
}

std::string_view shownGap(const Document& document) {
    if (!document.gap.empty()) return document.gap;
    const auto all = themes();
    const auto first = std::ranges::find_if(all, [](const Theme& theme) { return theme.question != nullptr; });
    return first == all.end() ? std::string_view() : first->question->id;
}

std::string themeLayer(const Document& document) {
    return layerOfChoice(document, document.activeTheme);
}

bool showsFigures(BottomTab tab) {
    return tab == BottomTab::table || tab == BottomTab::chart || tab == BottomTab::gaps || tab == BottomTab::candidates ||
           tab == BottomTab::messages;
}

std::string figuresOf(const Document& document) {
    const auto all = themes();
    const auto listed = std::ranges::find(all, id(document.tab), &Theme::listedIn);
    return listed == all.end() ? themeLayer(document) : layerOfChoice(document, choiceOf(*listed).id);
}

bool isVisible(const Document& document, std::string_view layerId) {
    return std::ranges::find(document.visibleLayers, layerId) != document.visibleLayers.end();
}

std::string_view id(UiColourScheme colourScheme) {
    return themeIds[static_cast<std::size_t>(colourScheme)];
}

std::string_view id(BottomTab tab) {
    return tabIds[static_cast<std::size_t>(tab)];
}

std::string_view id(ImportView view) {
    return importViewIds[static_cast<std::size_t>(view)];
}

std::string_view id(LinkView view) {
    return linkViewIds[static_cast<std::size_t>(view)];
}

std::string_view id(InspectorTab tab) {
    return inspectorTabIds[static_cast<std::size_t>(tab)];
}

std::string_view id(Language language) {
    return language == Language::vietnamese ? "vi" : "en";
}

std::optional<UiColourScheme> uiColourSchemeFromId(std::string_view id) {
    const auto found = std::ranges::find(themeIds, id);
    if (found == themeIds.end()) return std::nullopt;
    return static_cast<UiColourScheme>(found - themeIds.begin());
}

std::optional<BottomTab> bottomTabFromId(std::string_view id) {
    const auto found = std::ranges::find(tabIds, id);
    if (found == tabIds.end()) return std::nullopt;
    return static_cast<BottomTab>(found - tabIds.begin());
}

std::optional<ImportView> importViewFromId(std::string_view id) {
    const auto found = std::ranges::find(importViewIds, id);
    if (found == importViewIds.end()) return std::nullopt;
    return static_cast<ImportView>(found - importViewIds.begin());
}

std::optional<LinkView> linkViewFromId(std::string_view id) {
    const auto found = std::ranges::find(linkViewIds, id);
    if (found == linkViewIds.end()) return std::nullopt;
    return static_cast<LinkView>(found - linkViewIds.begin());
}

std::optional<InspectorTab> inspectorTabFromId(std::string_view id) {
    const auto found = std::ranges::find(inspectorTabIds, id);
    if (found == inspectorTabIds.end()) return std::nullopt;
    return static_cast<InspectorTab>(found - inspectorTabIds.begin());
}

std::string toJson(const Document& document, const std::optional<ShownFigures>& table, const std::optional<ShownFigures>& chart) {
    using nlohmann::ordered_json;
    ordered_json json;
    json["schema"] = "banlang/viewer-state/1";
    json["store"] = document.storePath;
    json["district"] = document.district ? document.district->office.name : std::string();
    json["language"] = id(document.language);
    json["theme"] = id(document.colourScheme);
    json["as_of"] = toIso(document.asOf);
    json["compare"] = document.compareWith ? ordered_json(toIso(*document.compareWith)) : ordered_json(nullptr);
    json["split"] = isSplit(document);
    json["audience"] = id(document.audience);
    json["programme"] = document.activeTheme;
    json["layers"] = document.visibleLayers;
    json["legend"] = document.openLegend;
    json["backdrop"] = rasterBasemapJson(document.rasterBasemap);
    json["view"] = {{"x", document.view.centre.x},
                    {"y", document.view.centre.y},
                    {"metres_per_px", document.view.metresPerPx},
                    {"scale", document.view.scaleDenominator()},
                    {"width_px", document.view.widthPx},
                    {"height_px", document.view.heightPx}};
    json["selected"] = nullptr;
    if (document.selected && document.district) {
        json["selected"] = {{"role", recordKind(document.selected->role).id},
                            {"key", keyOf(*document.district, *document.selected)}};
    }
    json["inspector"] = id(document.inspectorTab);
    json["tab"] = id(document.tab);
    json["table"] = figuresJson(table);
    json["chart"] = figuresJson(chart);
    json["gap"] = document.gap;
    json["conclusion"] = document.directive;
    json["conclusion_programme"] = document.directiveProgramme;
    json["links"] = linksJson(document);
    json["import"] = importJson(document);
    json["sort"] = {{"column", document.sort.column}, {"descending", document.sort.descending}};
    json["projector"] = document.projector;
    json["projector_page"] = document.projectorPage;
    json["full_screen"] = document.fullScreen;
    json["search_open"] = document.searchOpen;
    json["office_open"] = document.officeOpen;
    if (document.officeProblem) json["office_problem"] = document.officeProblem->code;
    json["close_asked"] = document.closeAsked;
    if (document.pathDialog) {
        const PathDialog& dialog = *document.pathDialog;
        ordered_json names = ordered_json::array();
        for (const PathEntry& entry : dialog.entries) names.push_back(entry.name + (entry.isFolder ? "/" : ""));
        json["path_dialog"] = {{"kind", id(dialog.kind)}, {"folder", dialog.folder}, {"entries", std::move(names)}};
        if (dialog.problem) json["path_dialog"]["problem"] = dialog.problem->code;
    }
    json["messages"] = ordered_json::array();
    for (const Message& message : document.messages) {
        json["messages"].push_back({{"error", message.isError}, {"vi", message.text.vi}, {"en", message.text.en}});
    }
    return json.dump(2) + "\n";
}

} // namespace banlang::viewer
