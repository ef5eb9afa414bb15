// SPDX-License-Identifier: MIT
#include "core/intake/profile/import_profile.h"

#include <algorithm>

namespace banlang {
namespace {

/// Shell-like: * stands for any text.
bool matches(std::string_view pattern, std::string_view text) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, star))) return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star; at <= text.size(); ++at) {
        if (matches(rest, text.substr(at))) return true;
    }
    return false;
}

/// "Xa A.xlsx" names "bao cao/Xa A.xlsx", whatever folder stands before it.
bool namesFile(const std::string& pattern, const std::string& file) {
    return matches(pattern, file) || matches("*/" + pattern, file);
}

template <class Value> void take(std::optional<Value>& value, const std::optional<Value>& stronger) {
    if (stronger) value = stronger;
}

template <class Map> void take(Map& map, const Map& stronger) {
    for (const auto& [key, value] : stronger) map[key] = value;
}

bool sameOptions(const Question& a, const Question& b) {
    return std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                      [](const Question::Option& x, const Question::Option& y) { return x.value == y.value; });
}

} // namespace

ImportProfile mergedProfile(ImportProfile weaker, const ImportProfile& stronger) {
    weaker.skip = weaker.skip || stronger.skip;
    take(weaker.role, stronger.role);
    take(weaker.headerRows, stronger.headerRows);
    // One encoding for all texts is for those too that a weaker profile read in another way.
    if (stronger.decoding) weaker.decodings.clear();
    take(weaker.decoding, stronger.decoding);
    take(weaker.decodings, stronger.decodings);
    take(weaker.epsg, stronger.epsg);
    take(weaker.swapAxes, stronger.swapAxes);
    take(weaker.fields, stronger.fields);
    take(weaker.marks, stronger.marks);
    take(weaker.commune, stronger.commune);
    take(weaker.reportedOn, stronger.reportedOn);
    take(weaker.storeEpsg, stronger.storeEpsg);
    weaker.complete = weaker.complete || stronger.complete;
    return weaker;
}

ImportProfile profileFor(const ImportProfiles& book, const std::string& file, const std::string& layer) {
    ImportProfile profile;
    for (const ImportProfileEntry& entry : book) {
        const bool fits = namesFile(entry.file, file) && (entry.layer.empty() || matches(entry.layer, layer));
        if (fits) profile = mergedProfile(std::move(profile), entry.profile);
    }
    return profile;
}

void ask(std::vector<Question>& questions, Question question) {
    for (Question& asked : questions) {
        if (asked.kind != question.kind || asked.blocking != question.blocking || !sameOptions(asked, question)) continue;
        asked.layers.insert(asked.layers.end(), question.layers.begin(), question.layers.end());
        asked.records += question.records;
        return;
    }
    questions.push_back(std::move(question));
}

} // namespace banlang
