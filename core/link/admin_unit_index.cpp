// SPDX-License-Identifier: MIT
#include "core/link/admin_unit_index.h"

#include "core/text/keys.h"
#include "core/text/named_code.h"

#include <algorithm>
#include <optional>

namespace banlang {
namespace {

std::string withParent(const std::string& key, std::int32_t parent) {
    return key.empty() ? key : key + '\x1f' + std::to_string(parent);
}

std::string_view withoutLeadingZeros(std::string_view code) {
    const std::size_t first = code.find_first_not_of('0');
    return first == std::string_view::npos ? code : code.substr(first);
}

TextMatch matchOf(std::int32_t row, LinkMethod method) {
    if (row >= 0) return {row, method, {}};
    return {notLinked, LinkMethod::none, row == TextIndex::ambiguous ? MatchFailure::several : MatchFailure::unknown};
}

/// A unit above the communes, whose first word nameKey() would take for the kind of a commune.
bool isAboveCommunes(std::string_view text) {
    return lowerCase(text).starts_with("thị xã ");
}

} // namespace

AdminUnitIndex::AdminUnitIndex(const FeatureTable& units, const TextField& codeField, std::span<const std::int32_t> parents,
                               const AdminUnitIndex* above)
    : versions_(units), above_(above), codes_(2 * units.rowCount) {
    const auto codes = units.column(codeField);
    const bool named = units.columnNamed(fields::named.name.name) != nullptr;
    if (units.kind == tableKind(Role::communes)) {
        recycled_ = RecycledCodes(units);
        for (std::size_t row = 0; row < units.rowCount; ++row) names_.push_back(fullName(units, row));
    }
    for (std::size_t row = 0; row < units.rowCount; ++row) {
        const std::string code = numberKey(codes[row]);
        addCode(code, row, parents);
        // Spreadsheets eat the zeros in front of a code: all of them, never some.
        if (const std::string_view bare = withoutLeadingZeros(code); bare != code) addCode(bare, row, parents);
        if (named) addNames(units, row, parents);
    }
}

void AdminUnitIndex::addCode(std::string_view code, std::size_t row, std::span<const std::int32_t> parents) {
    codes_.add(code, static_cast<std::int32_t>(row));
    if (above_ != nullptr) codes_.add(withParent(std::string(code), parents[row]), static_cast<std::int32_t>(row));
}

void AdminUnitIndex::addNames(const FeatureTable& units, std::size_t row, std::span<const std::int32_t> parents) {
    const auto add = [&](TextIndex& index, const std::string& key) {
        index.add(key, static_cast<std::int32_t>(row));
        if (!parents.empty()) index.add(withParent(key, parents[row]), static_cast<std::int32_t>(row));
    };
    // "Xã Việt Lâm" and "Thị trấn Việt Lâm" are two.
    const std::string full = lowerCase(fullName(units, row));
    if (parents.empty() && nameKey(full) != full) fullNames_.add(full, static_cast<std::int32_t>(row));
    // "Bản Sản" is also written "Thôn Bản Sản", and only the first such word falls away.
    for (const std::string& name : {std::string(units.textAt(fields::named.name, row)), fullName(units, row)}) {
        add(bareNames_, nameKey(name));
        add(folded_, foldedNameKey(name));
        add(withoutDiacritics_, nameKeyWithoutDiacritics(name));
    }
}

std::span<const std::int32_t> AdminUnitIndex::codeRows(std::string_view text) const {
    return codes_.all(numberKey(text));
}

std::span<const std::int32_t> AdminUnitIndex::codeRowsWithin(std::string_view text, std::int32_t parent) const {
    return codes_.all(withParent(numberKey(text), parent));
}

std::vector<std::int32_t> AdminUnitIndex::rowsNamed(std::string_view codeOrNamedCode) const {
    const auto named = names_.empty() ? std::nullopt : namedCode(codeOrNamedCode);
    const auto rows = codeRows(named ? named->code : codeOrNamedCode);
    std::vector<std::int32_t> found(rows.begin(), rows.end());
    if (named)
        std::erase_if(found, [&](std::int32_t row) { return !isSameName(names_[static_cast<std::size_t>(row)], named->name); });
    return found;
}

bool AdminUnitIndex::saysItsCommune(std::string_view code) const {
    constexpr std::size_t shortest = 3; // of a commune's code, once a spreadsheet ate its zeros
    for (std::size_t length = shortest; length < code.size(); ++length) {
        if (!above_->codes_.all(code.substr(0, length)).empty()) return true;
    }
    return false;
}

TextMatch AdminUnitIndex::findCode(std::string_view text, Date on, std::int32_t parent) const {
    const std::string key = numberKey(text);
    auto rows = codes_.all(key);
    if (above_ != nullptr && parent != notLinked && !rows.empty()) {
        const auto within = codes_.all(withParent(key, parent));
        if (within.empty() && !saysItsCommune(key)) return {notLinked, LinkMethod::none, MatchFailure::elsewhere};
        if (!within.empty()) rows = within;
    }
    return codeMatch(rows, on);
}

TextMatch AdminUnitIndex::codeMatch(std::span<const std::int32_t> rows, Date on) const {
    const TextMatch match = matchOf(versions_.choose(rows, on), LinkMethod::code);
    return versions_.endedBy(match.row, on) ? TextMatch{notLinked, LinkMethod::none, MatchFailure::ended} : match;
}

/// Every day that is told has to name one and the same unit, and that one has to be there.
TextMatch AdminUnitIndex::ofRecycled(std::span<const std::int32_t> rows, const CodeDays& days, TextMatch byVersions) const {
    const TextMatch open{notLinked, LinkMethod::none, MatchFailure::recycled};
    std::optional<std::int32_t> bearer;
    for (const Date day : {days.happenedOn, days.reportedOn}) {
        if (!day.known()) continue;
        std::vector<std::int32_t> bearers(rows.begin(), rows.end());
        std::erase_if(bearers, [&](std::int32_t row) {
            return !recycled_.boreItOn(static_cast<std::size_t>(row), day) || !versions_.inForce(row, day);
        });
        // Where nobody bore it then, it is as of any other code: its unit was over, or had not begun.
        const bool another = recycled_.anotherBoreItOn(static_cast<std::size_t>(rows.front()), day);
        if (bearers.empty() && !another) return byVersions;
        if (bearers.size() != 1 || (bearer && *bearer != bearers.front())) return open;
        bearer = bearers.front();
    }
    return bearer ? TextMatch{*bearer, LinkMethod::code, {}} : open;
}

TextMatch AdminUnitIndex::find(std::string_view text, std::int32_t parent, Date on, const CodeDays& days) const {
    const auto named = names_.empty() ? std::nullopt : namedCode(text);
    if (named && !codeRows(named->code).empty()) {
        const std::vector<std::int32_t> rows = rowsNamed(text);
        const bool recycled = rows.empty() && recycled_.contains(numberKey(named->code));
        if (recycled) return {notLinked, LinkMethod::none, MatchFailure::recycled};
        return codeMatch(rows, on);
    }
    TextMatch byCode = findCode(text, on, parent);
    if (const auto rows = codeRows(text); recycled_.any() && !rows.empty()) {
        const auto isRecycled = [&](std::int32_t row) { return recycled_.containsRow(static_cast<std::size_t>(row)); };
        if (std::any_of(rows.begin(), rows.end(), isRecycled)) byCode = ofRecycled(rows, days, byCode);
    }
    if (byCode.settled()) return byCode;
    const TextMatch byName = findName(text, parent, on);
    return byName.settled() ? byName : byCode;
}

TextMatch AdminUnitIndex::findName(std::string_view text, std::int32_t parent, Date on) const {
    const std::string key = nameKey(text);
    const std::string plain = withoutDiacritics(key);
    struct Step {
        const TextIndex& index;
        std::string key;
        LinkMethod method;
    };
    // Names that differ by an accent are two names, so that the last step needs one side that was written without any.
    const Step steps[] = {{fullNames_, lowerCase(text), LinkMethod::name},
                          {bareNames_, key, LinkMethod::name},
                          {folded_, foldedNameKey(text), LinkMethod::foldedName},
                          {key == plain ? withoutDiacritics_ : bareNames_, plain, LinkMethod::foldedName}};
    for (const Step& step : std::span(steps).first(isAboveCommunes(text) ? 1 : std::size(steps))) {
        // Within the named commune, else in the whole district.
        const auto rows = step.index.all(parent == notLinked ? step.key : withParent(step.key, parent));
        const TextMatch match = matchOf(versions_.choose(rows, on), step.method);
        if (match.settled()) return match;
    }
    return {};
}

} // namespace banlang
