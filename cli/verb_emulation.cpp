// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/rule_files/rule_files.h"
#include "core/base/write_error.h"
#include "core/store/ranking_snapshots.h"
#include "core/text/format.h"
#include "layers/export/export_layer.h"
#include "layers/themes/commune_ranking.h"

#include <nlohmann/json.hpp>

#include <array>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct CommuneRankingArguments {
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
    AnalysisContext analysis; ///< under the rules that it was made by
    CommuneRanking ranking;
    std::optional<RankingSnapshot> frozen;
    std::optional<bool> sameToday;
};

/// The labels of a frozen ranking are in both languages; what is printed is in one.
Json rankingFields(const CommuneRanking& ranking, Language language) {
    Json json = Json::parse(communeRankingJson(ranking));
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

void printRanking(const CommuneRanking& ranking, Language language) {
    print("{} {}, {} {}{}\n", ranking.rules.title.in(language), ranking.year, Label{"tính đến", "as of"}.in(language),
          formatDate(ranking.asOf, language),
          ranking.rules.verified ? "" : Label{" (quy tắc chưa được duyệt)", " (rules not approved yet)"}.in(language));
    for (const CommuneRankingRow& row : ranking.rows) {
        print("{:>3}{} {:<8} {:<24} ", row.rank, row.tied ? "=" : " ", row.code, row.name);
        if (!row.score) {
            print("{}\n", Label{"chưa có báo cáo", "no report"}.in(language));
            continue;
        }
        print("{:>7} ", formatNumber(*row.score, ranking.rules.decimals, language));
        for (std::size_t i = 0; i < row.parts.size(); ++i) {
            const CommuneRankingPart& part = row.parts[i];
            print("  {} {}", ranking.rules.indicators[i].id,
                  part.percent ? formatNumber(part.points, ranking.rules.decimals, language) : "–");
        }
        print("\n");
    }
}

int runList(const CommuneRankingArguments& arguments, const CommonOptions& common) {
    const auto all = rankingSnapshots(arguments.store);
    if (!all) return fail(common, all.error());
    Json list = Json::array();
    for (const RankingSnapshot& one : *all) {
        if (common.json) {
            list.push_back({{"name", one.name},
                            {"year", one.year},
                            {"as_of", toIso(one.asOf)},
                            {"frozen_at", one.frozenAt},
                            {"intact", one.intact()}});
        } else {
            print("{:<24} {}  {}  {}\n", one.name, one.year, toIso(one.asOf), formatLocalTime(one.frozenAt, common.language()));
        }
    }
    if (common.json) printJson("emulation", {{"frozen", list}});
    return 0;
}

Result<Shown> showFrozen(const CommuneRankingArguments& arguments, const std::shared_ptr<const District>& district) {
    BANLANG_TRY(frozen, rankingSnapshot(arguments.store, arguments.show));
    BANLANG_TRY(ranking, communeRankingFromJson(frozen.ranking(), *district));
    BANLANG_TRY(same, isReproducible(frozen, district));
    BANLANG_TRY(texts, frozen.rules());
    BANLANG_TRY(rules, readRules(std::move(texts)));
    return Shown{AnalysisContext(district, std::move(rules), ranking.asOf), std::move(ranking), std::move(frozen), same};
}

Result<Shown> rankNow(const CommuneRankingArguments& arguments, const std::shared_ptr<const District>& district) {
    BANLANG_TRY(context, analysisContext(arguments.store, district, arguments.asOf));
    BANLANG_TRY(ranking, communeRanking(arguments.year == 0 ? context : context.within(Period::ofYear(arguments.year))));
    if (context.shouldStop()) return Unexpected(stoppedError(arguments.store));
    Shown shown{context, *ranking, {}, {}};
    if (arguments.freeze.empty()) return shown;
    BANLANG_TRY(frozen, saveRankingSnapshot(arguments.store, arguments.freeze, shown.ranking, context.rules().texts));
    storeIsWritten();
    shown.frozen = std::move(frozen);
    shown.sameToday = true;
    return shown;
}

void printFrozen(const Shown& shown, Language language) {
    print("{} “{}”, {}\n", Label{"Bảng đã chốt", "Frozen ranking"}.in(language), shown.frozen->name,
          formatLocalTime(shown.frozen->frozenAt, language));
    if (!shown.frozen->intact())
        print("{}\n", Label{"CẢNH BÁO: nội dung đã bị sửa sau khi chốt", "WARNING: changed after it was frozen"}.in(language));
    print("{}\n", *shown.sameToday ? Label{"Số liệu hôm nay vẫn cho kết quả này", "Today's data still give this"}.in(language)
                                   : Label{"Số liệu hôm nay cho kết quả khác", "Today's data give another result"}.in(language));
}

/// A ranking is read as a table; the outlines of communes would only be in the way.
MapLayer tableOnly(const LayerRequest& request, const CommuneRanking& ranking) {
    MapLayer layer = communeRankingLayer({request}, ranking);
    layer.attributes = [whole = layer.attributes] {
        ClassedRows classed = whole();
        classed.rows.geometry = {};
        for (std::size_t row = 0; row < classed.rows.rowCount; ++row) classed.rows.geometry.endFeature();
        return classed;
    };
    return layer;
}

int runCommuneRanking(const CommuneRankingArguments& arguments, const CommonOptions& common) {
    if (arguments.list) return runList(arguments, common);
    if (const auto free = notOwnInput(arguments.output, std::array{arguments.store}); !free) return fail(common, free.error());
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto shown = arguments.show.empty() ? rankNow(arguments, *district) : showFrozen(arguments, *district);
    if (!shown) return fail(common, shown.error());
    if (!arguments.output.empty()) {
        const LayerRequest request{shown->analysis.on(shown->ranking.asOf), Audience::meeting, MapColourScheme::light};
        const MapLayer table = tableOnly(request, shown->ranking);
        const auto written = exportLayer(
            table, {(*district)->epsg, common.language(), arguments.output, arguments.overwrite, terminalProgress(common),
                    provenanceOf(table, request, common.language(), sourceNames(arguments.store, common.language()))});
        if (!written) return fail(common, written.error());
    }
    if (!common.json) {
        if (shown->frozen) printFrozen(*shown, common.language());
        printRanking(shown->ranking, common.language());
        return 0;
    }
    Json fields = rankingFields(shown->ranking, common.language());
    if (shown->frozen) {
        fields["frozen"] = {{"name", shown->frozen->name},
                            {"frozen_at", shown->frozen->frozenAt},
                            {"intact", shown->frozen->intact()},
                            {"same_today", *shown->sameToday}};
    }
    if (!arguments.output.empty()) fields["file"] = arguments.output;
    printJson("emulation", fields);
    return 0;
}

} // namespace

void addEmulation(CommandLine& line) {
    auto arguments = std::make_shared<CommuneRankingArguments>();
    VerbOptions verb = line.addVerb("emulation", "Xếp hạng thi đua cuối năm / year-end ranking of communes");
    verb.option("STORE", arguments->store).required();
    verb.option("--year", arguments->year, "Năm thi đua / year");
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    const OptionRules freeze = verb.option("--freeze", arguments->freeze, "Chốt bảng này với tên / freeze under a name");
    const OptionRules list = verb.flag("--list", arguments->list, "Các bảng đã chốt / frozen rankings").excludes(freeze);
    verb.option("--show", arguments->show, "Xem bảng đã chốt / show a frozen ranking").excludes(freeze).excludes(list);
    verb.option("-o,--output", arguments->output, "F.xlsx | csv").excludes(list);
    verb.flag("--overwrite", arguments->overwrite, "Ghi đè / replace the file");
    line.whenChosen(verb, [&line, arguments] { return runCommuneRanking(*arguments, line.common); });
}

} // namespace banlang::cli
