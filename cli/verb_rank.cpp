// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/roads/candidates.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/base/write_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct RankArguments {
    std::string store;
    std::string weights;
    std::string asOf;
    std::size_t top = 0;
};

Json candidateJson(const Candidate& candidate, Language language) {
    Json criteria = Json::object();
    const auto known = upgradeCriteria();
    for (std::size_t i = 0; i < known.size(); ++i) {
        const double value = candidate.raw[i];
        criteria[std::string(known[i].id)] = std::isnan(value) ? Json(nullptr) : Json(value);
    }
    Json reasons = Json::array();
    for (const Bilingual& reason : candidate.reasons) reasons.push_back(reason.in(language));
    return {{"id", candidate.id},
            {"name", candidate.name},
            {"rank", candidate.rank},
            {"score", candidate.score},
            {"criteria", criteria},
            {"reasons", reasons},
            {"stability", {{"best", candidate.bestRank}, {"worst", candidate.worstRank}}}};
}

void printCandidate(const Candidate& candidate, Language language) {
    print("{:>3}  {:.2f}  {:<10} {:<34} {}–{}\n", candidate.rank, candidate.score, candidate.id, candidate.name, candidate.bestRank,
          candidate.worstRank);
    for (const Bilingual& reason : candidate.reasons) print("           {}\n", reason.in(language));
}

int runRank(const RankArguments& arguments, const CommonOptions& common) {
    const auto weights = arguments.weights.empty() ? Result<Weights>(defaultWeights()) : readWeights(arguments.weights);
    if (!weights) return fail(common, weights.error());
    const auto context = analysisContext(arguments.store, common, arguments.asOf);
    if (!context) return fail(common, context.error());
    const auto ranked = upgradeCandidates(context->under(context->rules().withWeights(*weights)));
    if (context->shouldStop()) return fail(common, stoppedError(arguments.store));
    const std::vector<Candidate>& candidates = *ranked;
    const std::size_t shown = arguments.top == 0 ? candidates.size() : std::min(arguments.top, candidates.size());
    if (!common.json) {
        for (std::size_t i = 0; i < shown; ++i) printCandidate(candidates[i], common.language());
        return 0;
    }
    Json weightList = Json::object();
    const auto criteria = upgradeCriteria();
    for (std::size_t i = 0; i < criteria.size(); ++i) weightList[std::string(criteria[i].id)] = weights->values[i];
    Json roads = Json::array();
    for (std::size_t i = 0; i < shown; ++i) roads.push_back(candidateJson(candidates[i], common.language()));
    printJson("rank",
              {{"as_of", toIso(context->asOf())}, {"weights", weightList}, {"candidates", candidates.size()}, {"roads", roads}});
    return 0;
}

} // namespace

void addRank(CommandLine& line) {
    auto arguments = std::make_shared<RankArguments>();
    VerbOptions verb = line.addVerb("rank", "Tuyến đường nên nâng cấp / road-upgrade candidates");
    verb.option("STORE", arguments->store).required();
    verb.option("--weights", arguments->weights, "Tệp trọng số / weights file (TOML)");
    verb.option("--top", arguments->top, "Chỉ N tuyến đầu / only the first N");
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    line.whenChosen(verb, [&line, arguments] { return runRank(*arguments, line.common); });
}

} // namespace banlang::cli
