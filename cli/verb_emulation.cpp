// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/base/write_error.h"
#include "core/store/rules.h"
#include "core/store/standings.h"
#include "core/text/format.h"
#include "layers/export/export_layer.h"
#include "layers/theme_layers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct EmulationArguments {
    std::string store;
    int year = 0;
    std::string asOf;
    std::string freeze;
    bool list = false;
    std::string show;
    std::string output;
    bool overwrite = false;
};

/// A ranking and, when it was frozen, what is known about that.
struct Shown {
    EmulationStanding standing;
    std::optional<FrozenStanding> frozen;
    std::optional<bool> sameToday;
};

/// The labels of a frozen ranking are in both languages; what is printed is in one.
Json standingFields(const EmulationStanding& standing, Language language) {
    Json json = Json::parse(standingJson(standing));
    const std::string id = language == Language::vietnamese ? "vi" : "en";
    const auto choose = [&](Json& words) { words = Json(words.at(id).get<std::string>()); };
    choose(json["rules"]["title"]);
    for (Json& indicator : json["rules"]["indicators"]) {
        choose(indicator["label"]);
        choose(indicator["source_words"]);
    }
    for (Json& commune : json["communes"]) {
        for (Json& part : commune["parts"]) choose(part["label"]);
    }
    return json;
}

void printStanding(const EmulationStanding& standing, Language language) {
    fmt::print("{} {}, {} {}{}\n", standing.rules.title.in(language), standing.year, Label{"tính đến", "as of"}.in(language),
               formatDate(standing.asOf, language),
               standing.rules.verified ? "" : Label{" (quy tắc chưa được huyện duyệt)", " (rules not approved yet)"}.in(language));
    for (const EmulationRow& row : standing.rows) {
        fmt::print("{:>3}{} {:<8} {:<24} ", row.rank, row.tied ? "=" : " ", row.code, row.name);
        if (!row.score) {
            fmt::print("{}\n", Label{"chưa có báo cáo", "no report"}.in(language));
            continue;
        }
        fmt::print("{:>7} ", formatNumber(*row.score, standing.rules.decimals, language));
        for (std::size_t i = 0; i < row.parts.size(); ++i) {
            const EmulationPart& part = row.parts[i];
            fmt::print("  {} {}", standing.rules.indicators[i].id,
                       part.percent ? formatNumber(part.points, standing.rules.decimals, language) : "–");
        }
        fmt::print("\n");
    }
}

int runList(const EmulationArguments& arguments, const CommonOptions& common) {
    const auto all = frozenStandings(arguments.store);
    if (!all) return fail(common, all.error());
    Json list = Json::array();
    for (const FrozenStanding& one : *all) {
        if (common.json) {
            list.push_back({{"name", one.name},
                            {"year", one.year},
                            {"as_of", toIso(one.asOf)},
                            {"frozen_at", one.frozenAt},
                            {"intact", one.intact()}});
        } else {
            fmt::print("{:<24} {}  {}  {}\n", one.name, one.year, toIso(one.asOf), one.frozenAt);
        }
    }
    if (common.json) printJson("emulation", {{"frozen", list}});
    return 0;
}

Result<Shown> showFrozen(const EmulationArguments& arguments, const District& district) {
    BANLANG_TRY(frozen, frozenStanding(arguments.store, arguments.show));
    BANLANG_TRY(standing, standingFromJson(frozen.standing(), district));
    BANLANG_TRY(same, stillTheSame(frozen, district));
    return Shown{std::move(standing), std::move(frozen), same};
}

Result<Shown> rankNow(const EmulationArguments& arguments, const District& district) {
    BANLANG_TRY(rules, storedRules(arguments.store));
    BANLANG_TRY(asOf, asOfDate(arguments.asOf, district));
    const int year = arguments.year == 0 ? toYmd(asOf).year : arguments.year;
    BANLANG_TRY(standing, emulation(district, year, asOf, rules));
    Shown shown{std::move(standing), {}, {}};
    if (arguments.freeze.empty()) return shown;
    BANLANG_TRY(frozen, freezeStanding(arguments.store, arguments.freeze, shown.standing, rules));
    shown.frozen = std::move(frozen);
    shown.sameToday = true;
    return shown;
}

void printFrozen(const Shown& shown, Language language) {
    fmt::print("{} “{}”, {}\n", Label{"Bảng đã chốt", "Frozen ranking"}.in(language), shown.frozen->name, shown.frozen->frozenAt);
    if (!shown.frozen->intact())
        fmt::print("{}\n", Label{"CẢNH BÁO: nội dung đã bị sửa sau khi chốt", "WARNING: changed after it was frozen"}.in(language));
    fmt::print("{}\n", *shown.sameToday
                           ? Label{"Số liệu hôm nay vẫn cho kết quả này", "Today's data still give this"}.in(language)
                           : Label{"Số liệu hôm nay cho kết quả khác", "Today's data give another result"}.in(language));
}

/// A ranking is read as a table; the outlines of communes would only be in the way.
MapLayer tableOnly(const LayerRequest& request, const EmulationStanding& standing) {
    MapLayer layer = emulationLayer({request}, standing);
    layer.attributes = [whole = layer.attributes] {
        ClassedRows classed = whole();
        classed.rows.geometry = {};
        for (std::size_t row = 0; row < classed.rows.rowCount; ++row) classed.rows.geometry.endFeature();
        return classed;
    };
    return layer;
}

int runEmulation(const EmulationArguments& arguments, const CommonOptions& common) {
    if (arguments.list) return runList(arguments, common);
    if (const auto free = notOwnInput(arguments.output, std::array{arguments.store}); !free) return fail(common, free.error());
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto shown = arguments.show.empty() ? rankNow(arguments, **district) : showFrozen(arguments, **district);
    if (!shown) return fail(common, shown.error());
    if (!arguments.output.empty()) {
        const LayerRequest request{*district, shown->standing.asOf, Audience::meeting, MapTheme::light, {}};
        const MapLayer table = tableOnly(request, shown->standing);
        const auto written = exportLayer(
            table, {(*district)->epsg, common.language(), arguments.output, arguments.overwrite, terminalProgress(common),
                    provenanceOf(table, request, common.language(), sourceNames(arguments.store, common.language()))});
        if (!written) return fail(common, written.error());
    }
    if (!common.json) {
        if (shown->frozen) printFrozen(*shown, common.language());
        printStanding(shown->standing, common.language());
        return 0;
    }
    Json fields = standingFields(shown->standing, common.language());
    if (shown->frozen) {
        fields["frozen"] = {{"name", shown->frozen->name},
                            {"frozen_at", shown->frozen->frozenAt},
                            {"intact", shown->frozen->intact()},
                            {"same_today", *shown->sameToday}};
    }
    if (!arguments.output.empty()) fields["file"] = arguments.output;
    printJson("emulation", std::move(fields));
    return 0;
}

} // namespace

void addEmulation(CommandLine& line) {
    auto arguments = std::make_shared<EmulationArguments>();
    CLI::App* verb = line.app.add_subcommand("emulation", "Xếp hạng thi đua cuối năm / year-end ranking of communes");
    verb->add_option("STORE", arguments->store)->required();
    verb->add_option("--year", arguments->year, "Năm thi đua / year");
    verb->add_option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    auto* freeze = verb->add_option("--freeze", arguments->freeze, "Chốt bảng này với tên / freeze under a name");
    auto* list = verb->add_flag("--list", arguments->list, "Các bảng đã chốt / frozen rankings")->excludes(freeze);
    verb->add_option("--show", arguments->show, "Xem bảng đã chốt / show a frozen ranking")->excludes(freeze)->excludes(list);
    verb->add_option("-o,--output", arguments->output, "F.xlsx | csv")->excludes(list);
    verb->add_flag("--overwrite", arguments->overwrite, "Ghi đè / replace the file");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runEmulation(*arguments, line.common); }; });
}

} // namespace banlang::cli
