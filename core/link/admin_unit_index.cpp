// SPDX-License-Identifier: MIT
#include "core/link/admin_unit_index.h"

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

TextMatch matchOf(std::int32_t row, LinkMethod method) {
    if (row >= 0) return {row, method, false};
    return {notLinked, LinkMethod::none, row == TextIndex::ambiguous};
}

} // namespace

AdminUnitIndex::AdminUnitIndex(const FeatureTable& units, const TextField& codeField, std::span<const std::int32_t> parents)
    : versions_(units), codes_(2 * units.rowCount) {
    const auto codes = units.column(codeField);
    const bool named = units.columnNamed(fields::named.name.name) != nullptr;
    for (std::size_t i = 0; i < units.rowCount; ++i) {
        const auto row = static_cast<std::int32_t>(i);
        const std::string_view code = codes[i];
        codes_.add(code, row);
        // Spreadsheets eat the zeros in front of a code: all of them, never some.
        if (const std::string bare = withoutLeadingZeros(code); bare != code) codes_.add(bare, row);
        if (named) addNames(units, i, parents);
    }
}

void AdminUnitIndex::addNames(const FeatureTable& units, std::size_t row, std::span<const std::int32_t> parents) {
    const auto add = [&](TextIndex& index, const std::string& key) {
        index.add(key, static_cast<std::int32_t>(row));
        if (!parents.empty()) index.add(withParent(key, parents[row]), static_cast<std::int32_t>(row));
    };
    // "Bản Sản" is also written "Thôn Bản Sản", and only the first such word falls away.
    for (const std::string& name : {std::string(units.textAt(fields::named.name, row)), fullName(units, row)}) {
        add(names_, nameKey(name));
        add(folded_, foldedNameKey(name));
        add(withoutDiacritics_, nameKeyWithoutDiacritics(name));
    }
}

TextMatch AdminUnitIndex::findCode(std::string_view text, Date on) const {
    return matchOf(versions_.choose(codes_.all(text), on), LinkMethod::code);
}

TextMatch AdminUnitIndex::find(std::string_view text, std::int32_t parent, Date on) const {
    const TextMatch byCode = findCode(text, on);
    if (byCode.row >= 0 || byCode.ambiguous) return byCode;
    struct Step {
        const TextIndex& index;
        std::string key;
        LinkMethod method;
    };
    const Step steps[] = {{names_, nameKey(text), LinkMethod::name},
                          {folded_, foldedNameKey(text), LinkMethod::foldedName},
                          {withoutDiacritics_, nameKeyWithoutDiacritics(text), LinkMethod::foldedName}};
    for (const Step& step : steps) {
        // Within the named commune, else in the whole district.
        const auto rows = step.index.all(parent == notLinked ? step.key : withParent(step.key, parent));
        const TextMatch match = matchOf(versions_.choose(rows, on), step.method);
        if (match.row >= 0 || match.ambiguous) return match;
    }
    return {};
}

} // namespace banlang
