// SPDX-License-Identifier: MIT
#include "core/intake/known_admin_units.h"

#include "core/geo/measure.h"
#include "core/model/district.h"
#include "core/model/units/whole_district.h"
#include "core/text/keys.h"
#include "core/text/named_code.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr std::array<std::string_view, 8> unitWords = {"xã", "thị trấn", "phường", "xa", "thi tran", "phuong", "tt", "p"};

/// Words of a text, each followed by one space, with one in front: " hiến đất xã nà sáng ".
std::string spaced(std::string_view lower) {
    std::string words = " ";
    for (const char c : lower) {
        const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            words += c;
        else if (words.back() != ' ')
            words += ' ';
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

bool hasAccents(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// The name as it stands behind its kind: "Nà Sáng" of "Xã Nà Sáng", "Bản Chiêng" of a commune that is called so.
std::string spokenName(const FeatureTable& units, std::size_t row) {
    std::string name = lowerCase(units.textAt(fields::units.name, row));
    for (const std::string_view word : {"xã ", "thị trấn ", "phường "}) {
        if (name.starts_with(word) && name.size() > word.size()) return name.substr(word.size());
    }
    return name;
}

std::string_view withoutPlainKind(std::string_view plain) {
    for (const std::string_view kind : {"xa ", "thi tran ", "phuong ", "thon ", "ban ", "tt ", "tt. "}) {
        if (plain.starts_with(kind) && plain.size() > kind.size()) return plain.substr(kind.size());
    }
    return plain;
}

/// Units above that may share their name with a commune.
constexpr std::array<std::string_view, 4> wordsAbove = {"huyện", "huyen", "tỉnh", "tinh"};

bool endsWithWord(std::string_view text, std::string_view word) {
    return text.ends_with(word) && (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
}

/// How strongly the text names the unit: 0 not at all, 1 by its bare name, 2 by kind and name.
int naming(const std::string& words, const std::string& name) {
    int best = 0;
    const std::string wanted = " " + name + " ";
    for (std::size_t at = words.find(wanted); at != std::string::npos; at = words.find(wanted, at + 1)) {
        const std::string_view before = std::string_view(words).substr(0, at);
        const auto isBefore = [&](std::string_view word) { return endsWithWord(before, word); };
        if (std::any_of(wordsAbove.begin(), wordsAbove.end(), isBefore)) continue;
        const bool afterKind = std::any_of(unitWords.begin(), unitWords.end(), isBefore);
        best = std::max(best, afterKind ? 2 : 1);
    }
    return best;
}

} // namespace

void KnownAdminUnits::add(const FeatureTable& units, std::optional<TextField> parentField) {
    for (std::size_t row = 0; row < units.rowCount; ++row) {
        const std::string code(units.textAt(fields::units.code, row));
        const std::string_view name = units.textAt(fields::units.name, row);
        const std::string parent(parentField ? units.textAt(*parentField, row) : std::string_view());
        std::vector<std::string>& parents = parents_[code];
        if (std::find(parents.begin(), parents.end(), parent) == parents.end()) parents.push_back(parent);
        const Date from = units.dateAt(fields::units.validFrom, row);
        versions_.emplace(code, AdminUnitVersion{std::string(name), from, units.dateAt(fields::units.validTo, row)});
        if (!parentField && !units.textAt(fields::communes.district, row).empty())
            districts_.insert(districtKey(units.textAt(fields::communes.district, row)));
        units_.push_back({code, parent});
        spokenNames_.push_back(spokenName(units, row));
        names_.emplace(lowerCase(name), units_.back());
        withoutDiacritics_.emplace(withoutDiacritics(name), units_.back());
        // "Bản Sản" is also written "Thôn Bản Sản", and "Xã Bản Sản" "Bản Sản"; only the first such word falls away.
        for (const std::string& full : {std::string(name), fullName(units, row), nameKey(name)}) {
            names_.emplace(nameKey(full), units_.back());
            folded_.emplace(foldedNameKey(full), units_.back());
            withoutDiacritics_.emplace(nameKeyWithoutDiacritics(full), units_.back());
        }
        if (units.geometry.kind != GeometryKind::polygon || units.geometry.isEmpty(row)) continue;
        polygons_.appendFeature(units.geometry, row);
        polygonsOf_.emplace(code, static_cast<std::uint32_t>(polygonCodes_.size()));
        polygonCodes_.push_back(code);
        polygonsValidFrom_.push_back(from.known() ? from : Date{std::numeric_limits<std::int32_t>::min()});
    }
    index_ = PackedRtree(polygons_.boxes);
    if (!parentField) findRecycledCodes();
}

void KnownAdminUnits::findRecycledCodes() {
    const std::vector<OfficialAdminUnit> lists = shippedAdminUnitLists();
    recycled_.clear();
    for (auto first = versions_.begin(); first != versions_.end();) {
        const std::string& code = first->first;
        const auto end = versions_.upper_bound(code);
        std::vector<CodeBearer> known;
        for (auto entry = first; entry != end; ++entry)
            known.push_back({entry->second.name, entry->second.validFrom, entry->second.validTo});
        std::vector<CodeBearer> bearers = bearersOfCode(code, known, lists);
        if (areSeveralUnits(bearers)) recycled_.emplace(code, std::move(bearers));
        first = end;
    }
}

bool KnownAdminUnits::mayNameDistrict(std::string_view text) const {
    if (text.empty() || !districts_.contains(districtKey(text))) return false;
    return saysDistrict(text) || nameKey(text) == lowerCase(text);
}

std::span<const CodeBearer> KnownAdminUnits::bearersOfRecycled(std::string_view code) const {
    const auto found = recycled_.find(code);
    return found == recycled_.end() ? std::span<const CodeBearer>() : std::span(found->second);
}

std::optional<std::string> KnownAdminUnits::onlyOne(const Names& names, const std::string& key, std::string_view parent) {
    std::optional<std::string> found;
    const auto [first, last] = names.equal_range(key);
    for (auto entry = first; entry != last; ++entry) {
        if (!parent.empty() && entry->second.parent != parent) continue;
        if (found && *found != entry->second.code) return std::nullopt;
        found = entry->second.code;
    }
    return found;
}

std::optional<std::string> KnownAdminUnits::codeOf(std::string_view codeOrName, std::string_view parent) const {
    if (hasCode(codeOrName)) return std::string(codeOrName);
    if (const auto named = namedCode(codeOrName); named && hasCode(named->code)) return std::string(named->code);
    const std::string key = nameKey(codeOrName);
    if (key.empty()) return std::nullopt;
    if (auto code = onlyOne(names_, lowerCase(codeOrName), parent)) return code;
    if (auto code = onlyOne(names_, key, parent)) return code;
    if (auto code = onlyOne(folded_, foldedNameKey(codeOrName), parent)) return code;
    // A name that is spelled another way with accents is another name.
    if (hasAccents(key)) return std::nullopt;
    const std::string plain = nameKeyWithoutDiacritics(codeOrName);
    if (auto code = onlyOne(withoutDiacritics_, plain, parent)) return code;
    // Without accents a name may begin like a kind of unit (Xa Dung), so that the kind falls away only now.
    const std::string_view rest = withoutPlainKind(plain);
    return onlyOne(withoutDiacritics_, std::string(rest), parent);
}

std::string KnownAdminUnits::parentOf(std::string_view code) const {
    const auto found = parents_.find(code);
    return found == parents_.end() || found->second.size() > 1 ? std::string() : found->second.front();
}

bool KnownAdminUnits::isUnder(std::string_view code, std::string_view parent) const {
    const auto found = parents_.find(code);
    return found != parents_.end() && std::find(found->second.begin(), found->second.end(), parent) != found->second.end();
}

bool KnownAdminUnits::isNamed(std::string_view code, std::string_view name) const {
    const auto [first, last] = versions_.equal_range(code);
    const std::string plain = nameKeyWithoutDiacritics(name);
    return std::any_of(first, last, [&](const auto& entry) {
        const std::string& own = entry.second.name;
        return foldedNameKey(own) == foldedNameKey(name) || (!hasAccents(name) && nameKeyWithoutDiacritics(own) == plain);
    });
}

std::optional<std::string> KnownAdminUnits::codeNamedIn(std::span<const std::string> texts) const {
    Naming best;
    for (const std::string& text : texts) {
        Naming found = namedIn(text);
        if (found.strength > best.strength) best = std::move(found);
    }
    return best.code;
}

KnownAdminUnits::Naming KnownAdminUnits::codeIn(std::string_view words) const {
    constexpr std::size_t codeLength = 5;
    Naming found;
    for (std::size_t at = 0; at + codeLength + 1 < words.size(); at = words.find(' ', at + 1)) {
        const std::string_view word = words.substr(at + 1, words.find(' ', at + 1) - at - 1);
        const bool isCode = word.size() == codeLength && word.find_first_not_of("0123456789") == std::string_view::npos;
        if (!isCode || !hasCode(word) || found.code == word) continue;
        found = {2, found.strength > 0 ? std::nullopt : std::optional<std::string>(word)};
        if (!found.code) break;
    }
    return found;
}

KnownAdminUnits::Naming KnownAdminUnits::namedIn(std::string_view text) const {
    const bool accents = hasAccents(text);
    const std::string words = spaced(accents ? lowerCase(text) : withoutDiacritics(text));
    if (Naming byCode = codeIn(words); byCode.strength > 0) return byCode;
    Naming best;
    std::size_t bestLength = 0;
    for (std::size_t i = 0; i < units_.size(); ++i) {
        const std::string name = accents ? spokenNames_[i] : withoutDiacritics(spokenNames_[i]);
        const int strength = name.empty() ? 0 : naming(words, name);
        if (strength == 0 || strength < best.strength || (strength == best.strength && name.size() < bestLength)) continue;
        const bool tie = strength == best.strength && name.size() == bestLength && best.code != units_[i].code;
        best = {strength, tie ? std::nullopt : std::optional(units_[i].code)};
        bestLength = name.size();
    }
    return best;
}

std::optional<std::string> KnownAdminUnits::codeAt(Point point) const {
    std::optional<std::uint32_t> best;
    index_.search(Box{point.x, point.y, point.x, point.y}, [&](std::uint32_t feature) {
        if ((!best || polygonsValidFrom_[feature] > polygonsValidFrom_[*best]) && contains(polygons_, feature, point))
            best = feature;
    });
    return best ? std::optional(polygonCodes_[*best]) : std::nullopt;
}

bool KnownAdminUnits::covers(std::string_view code, Point point) const {
    const auto [first, last] = polygonsOf_.equal_range(code);
    return std::any_of(first, last, [&](const auto& entry) { return contains(polygons_, entry.second, point); });
}

bool KnownAdminUnits::insideAny(Point point) const {
    return codeAt(point).has_value();
}

} // namespace banlang
