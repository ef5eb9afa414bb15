// SPDX-License-Identifier: MIT
#include "core/store/ranking_snapshots.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/rule_files/rule_files.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include <algorithm>
#include <ctime>

namespace banlang {
namespace {

using Json = nlohmann::ordered_json;

std::string hashOf(const std::string& ranking, const Json& ruleTexts) {
    const std::string all = ranking + ruleTexts.dump();
    const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// The parts of the content; null where it is no longer whole.
Json contentOf(const RankingSnapshot& frozen) {
    return Json::parse(frozen.content, nullptr, false);
}

Error frozenAlready(const std::string& name) {
    return {ErrorKind::usage,
            "standing-exists",
            {fmt::format("Đã có bảng xếp hạng chốt tên “{}”", name), fmt::format("A ranking “{}” is frozen already", name)},
            {"Bảng đã chốt không ghi đè; chọn tên khác", "A frozen ranking is not written over; choose another name"},
            {}};
}

Error noSuchSnapshot(const std::string& name, const std::vector<RankingSnapshot>& all) {
    std::string known;
    for (const RankingSnapshot& one : all) known += fmt::format("{}{}", known.empty() ? "" : ", ", one.name);
    return {ErrorKind::usage,
            "unknown-standing",
            {fmt::format("Không có bảng xếp hạng chốt tên “{}”", name), fmt::format("There is no frozen ranking “{}”", name)},
            {known.empty() ? std::string("Chưa chốt bảng nào; dùng --freeze TÊN") : fmt::format("Có: {}", known),
             known.empty() ? std::string("None was frozen yet; use --freeze NAME") : fmt::format("There are: {}", known)},
            {}};
}

Error rulesMissing(const std::string& name) {
    return {ErrorKind::inputUnreadable,
            "bad-standing",
            {fmt::format("Bảng xếp hạng chốt “{}” không còn đủ quy tắc đã chốt cùng", name),
             fmt::format("The frozen ranking “{}” no longer holds the rules that were frozen with it", name)},
            {"Kho có thể đã bị sửa bằng chương trình khác", "The store may have been changed by another program"},
            {}};
}

} // namespace

std::string RankingSnapshot::ranking() const {
    const Json json = contentOf(*this);
    return json.is_object() ? json.value("standing", std::string{}) : std::string{};
}

Result<RuleTexts> RankingSnapshot::rules() const {
    RuleTexts rules;
    const Json json = contentOf(*this);
    if (!json.is_object() || !json.contains("rule_texts")) return Unexpected(rulesMissing(name));
    for (const auto& [file, text] : json["rule_texts"].items()) {
        if (!text.is_string()) return Unexpected(rulesMissing(name));
        rules.own[file] = text.get<std::string>();
    }
    return rules;
}

bool RankingSnapshot::intact() const {
    const Json json = contentOf(*this);
    return json.is_object() && json.contains("rule_texts") &&
           json.value("hash", std::string{}) == hashOf(json.value("standing", std::string{}), json["rule_texts"]);
}

Result<std::vector<RankingSnapshot>> rankingSnapshots(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    const detail::Database& database = file.database;
    std::vector<RankingSnapshot> all;
    detail::Statement select = database.prepare("SELECT name, year, as_of, frozen_at, content FROM banlang_standings ORDER BY fid");
    while (select.row()) {
        all.push_back({std::string(select.text(0)), static_cast<int>(select.integer(1)), parseDate(select.text(2)).value_or(Date{}),
                       std::string(select.text(3)), std::string(select.text(4))});
    }
    if (select.failed()) return Unexpected(database.error());
    return all;
}

Result<RankingSnapshot> rankingSnapshot(const std::string& storePath, const std::string& name) {
    BANLANG_TRY(all, rankingSnapshots(storePath));
    const auto found = std::find_if(all.begin(), all.end(), [&](const RankingSnapshot& one) { return one.name == name; });
    if (found == all.end()) return Unexpected(noSuchSnapshot(name, all));
    return *found;
}

Result<RankingSnapshot> saveRankingSnapshot(const std::string& storePath, const std::string& name, const CommuneRanking& current,
                                            const RuleTexts& rules) {
    BANLANG_TRY(before, rankingSnapshots(storePath));
    if (std::any_of(before.begin(), before.end(), [&](const RankingSnapshot& one) { return one.name == name; }))
        return Unexpected(frozenAlready(name));
    // Also the texts that ship: a later version of the program may ship others.
    Json texts = Json::object();
    for (const RuleFile& file : shippedRuleFiles()) texts[std::string(file.name)] = rules.text(file.name);
    for (const auto& [file, text] : rules.own) texts[file] = text;
    const std::string ranking = communeRankingJson(current);
    const Json content = {{"hash", hashOf(ranking, texts)}, {"standing", ranking}, {"rule_texts", texts}};
    const RankingSnapshot frozen{name, current.year, current.asOf,
                                 fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))), content.dump(1)};
    BANLANG_TRY(file, detail::openStoreFile(storePath, true));
    const detail::Database& database = file.database;
    const std::string asOf = toIso(frozen.asOf);
    detail::Statement insert =
        database.prepare("INSERT INTO banlang_standings (name, year, as_of, frozen_at, content) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, frozen.name);
    insert.bind(2, static_cast<std::int64_t>(frozen.year));
    insert.bind(3, asOf);
    insert.bind(4, frozen.frozenAt);
    insert.bind(5, frozen.content);
    if (!insert.done()) return Unexpected(database.error());
    return frozen;
}

Result<bool> isReproducible(const RankingSnapshot& frozen, const std::shared_ptr<const District>& district) {
    BANLANG_TRY(texts, frozen.rules());
    BANLANG_TRY(rules, readRules(std::move(texts)));
    BANLANG_TRY(today, communeRanking(AnalysisContext(district, rules, frozen.asOf).within(Period::ofYear(frozen.year))));
    return communeRankingJson(*today) == frozen.ranking();
}

} // namespace banlang
