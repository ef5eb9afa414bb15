// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/report/audience.h"
#include "core/store/review.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ReviewArguments {
    std::string store;
    std::string decideFile;
    std::string by;
    std::string audience = "meeting";
    std::size_t examples = 20;
};

using Batches = std::map<std::int64_t, StoredBatch>;

std::string fileOf(const Batches& batches, std::int64_t batch) {
    const auto found = batches.find(batch);
    return found == batches.end() ? std::string() : found->second.file;
}

Json reportJson(const ReviewReport& report, const Batches& batches, Audience audience) {
    Json values = Json::object();
    for (const auto& [field, text] : report.values) {
        if (mayShow(audience, *field)) values[std::string(field->name)] = text;
    }
    return {{"report", report.id},
            {"batch", report.batch},
            {"file", fileOf(batches, report.batch)},
            {"row", report.row},
            {"as_of", report.reportedOn.known() ? Json(toIso(report.reportedOn)) : Json()},
            {"values", values},
            {"holds", report.holds}};
}

Json cardJson(const ReviewCard& card, const Batches& batches, const ReviewArguments& arguments, Language language) {
    const Audience audience = *audienceFromId(arguments.audience);
    Json about = Json::array();
    for (const std::int64_t batch : card.batches) about.push_back({{"batch", batch}, {"file", fileOf(batches, batch)}});
    Json cases = Json::array();
    const std::size_t shown = mayShowRecordOf(audience, card.role) ? std::min(arguments.examples, card.cases.size()) : 0;
    for (std::size_t i = 0; i < shown; ++i) {
        const ReviewCase& one = card.cases[i];
        Json reports = Json::array();
        for (const ReviewReport& report : one.reports) reports.push_back(reportJson(report, batches, audience));
        Json json = {{"reports", reports}};
        if (mayShowKeysOf(audience, card.role)) {
            json["key"] = one.key;
            if (!one.mayCorrect.empty()) json["may_correct"] = one.mayCorrect;
        }
        if (!one.mayCorrectKey.empty()) json["may_correct_key"] = one.mayCorrectKey;
        cases.push_back(std::move(json));
    }
    return {{"cause", id(card.cause)},
            {"question", questionOf(card.cause).in(language)},
            {"kind", recordKind(card.role).id},
            {"issuer", card.issuer},
            {"count", card.count},
            {"batches", about},
            {"examples", cases}};
}

void printCard(const ReviewCard& card, const Batches& batches, const ReviewArguments& arguments, Language language) {
    const Audience audience = *audienceFromId(arguments.audience);
    print("  {} {}: {}\n", recordKind(card.role).label.in(language), card.issuer, card.count);
    for (const std::int64_t batch : card.batches) print("    #{} {}\n", batch, fileOf(batches, batch));
    if (!mayShowRecordOf(audience, card.role)) return;
    for (std::size_t i = 0; i < std::min(arguments.examples, card.cases.size()); ++i) {
        const ReviewCase& one = card.cases[i];
        if (mayShowKeysOf(audience, card.role))
            print("  “{}”{}\n", one.key, one.mayCorrect.empty() ? "" : fmt::format(" ? “{}”", one.mayCorrect));
        for (const ReviewReport& report : one.reports) {
            print("    {}{}  ", report.holds ? "* " : "  ", report.id);
            for (const auto& [field, text] : report.values) {
                if (mayShow(audience, *field)) print(" {} {};", field->label.in(language), text);
            }
            print("\n");
        }
    }
}

Result<std::vector<ReviewVerdict>> decisionsIn(const std::string& file, const std::string& by) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream) {
        return Unexpected(Error{ErrorKind::inputUnreadable,
                                "cannot-open",
                                {"Không đọc được tệp quyết định", "The file of decisions cannot be read"},
                                {"Kiểm tra đường dẫn", "Check the path"},
                                {file, {}, -1, {}}});
    }
    BANLANG_TRY(decisions, parseReviewVerdicts(text, file));
    for (ReviewVerdict& decision : decisions) {
        if (decision.by.empty()) decision.by = by;
    }
    return decisions;
}

Result<std::size_t> decide(const ReviewArguments& arguments, const CommonOptions& common) {
    if (arguments.decideFile.empty()) return 0;
    BANLANG_TRY(decisions, decisionsIn(arguments.decideFile, arguments.by));
    allowTimeToStop(timeForAStore);
    BANLANG_CHECK(decideReviews(arguments.store, decisions, terminalProgress(common)));
    storeIsWritten();
    say(common, {fmt::format("Đã ghi {} quyết định", decisions.size()), fmt::format("Kept {} decisions", decisions.size())});
    return decisions.size();
}

Result<Batches> batchesOf(const std::string& path) {
    BANLANG_TRY(store, Store::openForReading(path));
    BANLANG_TRY(list, store.batches());
    Batches batches;
    for (StoredBatch& batch : list) batches.emplace(batch.id, std::move(batch));
    return batches;
}

int runReview(const ReviewArguments& arguments, const CommonOptions& common) {
    const auto decided = decide(arguments, common);
    if (!decided) return fail(common, decided.error());
    const auto cards = openReviews(arguments.store);
    if (!cards) return fail(common, cards.error());
    const auto batches = batchesOf(arguments.store);
    if (!batches) return fail(common, batches.error());
    Json list = Json::array();
    Json groups = Json::array();
    for (const ReviewCard& card : *cards) list.push_back(cardJson(card, *batches, arguments, common.language()));
    for (const ReviewGroup& group : groupsOf(*cards)) {
        const std::string_view question = questionOf(group.cause).in(common.language());
        groups.push_back({{"cause", id(group.cause)}, {"question", question}, {"count", group.count}, {"cards", group.cards}});
        if (common.json) continue;
        print("{} ({})\n", question, group.count);
        for (const std::size_t card : group.cards) printCard((*cards)[card], *batches, arguments, common.language());
    }
    if (common.json) printJson("review", {{"decided", *decided}, {"groups", groups}, {"cards", list}});
    if (!common.json && cards->empty()) say(common, {"Không có gì chờ quyết định", "Nothing waits for a decision"});
    return 0;
}

} // namespace

void addReview(CommandLine& line) {
    auto arguments = std::make_shared<ReviewArguments>();
    VerbOptions verb = line.addVerb("review", "Những gì chờ người quyết định / what waits for a person");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    verb.option("--decide", arguments->decideFile, "Danh sách quyết định (JSON) / a list of decisions (JSON)");
    verb.option("--by", arguments->by, "Người quyết định / who decides");
    verb.option("--examples", arguments->examples, "Số ví dụ mỗi câu hỏi / examples per question").showDefault();
    verb.option("--audience", arguments->audience, "Cho ai / for whom").oneOf({"meeting", "working-group", "public"}).showDefault();
    line.whenChosen(verb, [&line, arguments] { return runReview(*arguments, line.common); });
}

} // namespace banlang::cli
