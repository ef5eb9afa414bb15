// SPDX-License-Identifier: MIT
#include "core/link/to_unit.h"

#include "core/text/keys.h"

namespace banlang {
namespace {

std::string withParent(const std::string& key, std::int32_t parent) {
    return key.empty() ? key : key + '\x1f' + std::to_string(parent);
}

std::string withoutLeadingZeros(std::string_view code) {
    const std::size_t first = code.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? code : code.substr(first));
}

/// Within the named commune, else in the whole district.
std::int32_t findName(const TextIndex& index, const std::string& key, std::int32_t parent) {
    if (parent == notLinked) return index.find(key);
    return index.find(withParent(key, parent));
}

} // namespace

UnitIndex::UnitIndex(const FeatureTable& units, std::string_view codeColumn, std::span<const std::int32_t> parents)
    : codes_(2 * units.rowCount) {
    for (std::size_t i = 0; i < units.rowCount; ++i) {
        const auto row = static_cast<std::int32_t>(i);
        const std::string_view code = units.textAt(codeColumn, i);
        codes_.add(code, row);
        // Spreadsheets eat the zeros in front of a code: all of them, never some.
        if (const std::string bare = withoutLeadingZeros(code); bare != code) codes_.add(bare, row);
        const auto addName = [&](TextIndex& index, const std::string& key) {
            index.add(key, row);
            if (!parents.empty()) index.add(withParent(key, parents[i]), row);
        };
        // "Bản Sản" is also written "Thôn Bản Sản", and only the first such word falls away.
        for (const std::string& name : {std::string(units.textAt("name", i)), fullName(units, i)}) {
            addName(names_, nameKey(name));
            addName(folded_, foldedNameKey(name));
            addName(accentFree_, accentFreeNameKey(name));
        }
    }
}

TextMatch UnitIndex::findCode(std::string_view text) const {
    const std::int32_t row = codes_.find(text);
    if (row >= 0) return {row, LinkMethod::code, false};
    return {notLinked, LinkMethod::none, row == TextIndex::ambiguous};
}

TextMatch UnitIndex::find(std::string_view text, std::int32_t parent) const {
    const TextMatch byCode = findCode(text);
    if (byCode.row >= 0 || byCode.ambiguous) return byCode;
    struct Step {
        const TextIndex& index;
        std::string key;
        LinkMethod method;
    };
    const Step steps[] = {{names_, nameKey(text), LinkMethod::name},
                          {folded_, foldedNameKey(text), LinkMethod::foldedName},
                          {accentFree_, accentFreeNameKey(text), LinkMethod::foldedName}};
    for (const Step& step : steps) {
        const std::int32_t row = findName(step.index, step.key, parent);
        if (row >= 0) return {row, step.method, false};
        if (row == TextIndex::ambiguous) return {notLinked, LinkMethod::none, true};
    }
    return {};
}

} // namespace banlang
