// SPDX-License-Identifier: MIT
#include "core/model/units/recycled_codes.h"

#include "core/text/keys.h"
#include "core/text/named_code.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

bool isInTime(const CodeBearer& bearer, Date day) {
    return (!bearer.from.known() || bearer.from <= day) && bearer.to > day;
}

/// The same unit once more: a store tells less of its time than the list does, or neither tells of any.
bool isRepeated(std::span<const CodeBearer> bearers, const CodeBearer& other) {
    return std::any_of(bearers.begin(), bearers.end(), [&](const CodeBearer& one) {
        const bool sameFrom = one.from == other.from || !one.from.known() || !other.from.known();
        const bool sameTo = one.to == other.to || !one.to.known() || !other.to.known();
        return sameFrom && sameTo && isSameName(one.name, other.name);
    });
}

bool beganLater(const CodeBearer& a, const CodeBearer& b) {
    if (a.from.known() && b.from.known()) return a.from > b.from;
    if (a.from.known() != b.from.known()) return a.from.known();
    return a.to > b.to;
}

} // namespace

std::vector<CodeBearer> bearersOfCode(std::string_view code, std::span<const CodeBearer> known,
                                      std::span<const OfficialAdminUnit> lists) {
    std::vector<CodeBearer> bearers;
    const auto before = [](const OfficialAdminUnit& unit, std::string_view other) { return unit.code < other; };
    for (auto unit = std::lower_bound(lists.begin(), lists.end(), code, before); unit != lists.end() && unit->code == code; ++unit)
        bearers.push_back({fmt::format("{} {}", unit->kind, unit->name), unit->validFrom, unit->validTo});
    const auto isListed = [&](const CodeBearer& one) {
        return std::any_of(bearers.begin(), bearers.end(),
                           [&](const CodeBearer& listed) { return isSameName(listed.name, one.name); });
    };
    if (std::none_of(known.begin(), known.end(), isListed)) bearers.clear();
    for (const CodeBearer& one : known) {
        if (!isRepeated(bearers, one)) bearers.push_back(one);
    }
    std::stable_sort(bearers.begin(), bearers.end(), beganLater);
    return bearers;
}

bool areSeveralUnits(std::span<const CodeBearer> bearers) {
    return std::any_of(bearers.begin(), bearers.end(),
                       [&](const CodeBearer& one) { return !isSameName(one.name, bearers.front().name); });
}

RecycledCodes::RecycledCodes(const FeatureTable& communes) {
    const std::vector<OfficialAdminUnit> lists = shippedAdminUnitLists();
    std::map<std::string, std::vector<CodeBearer>, std::less<>> known;
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        codes_.emplace_back(communes.textAt(fields::communes.code, row));
        names_.push_back(fullName(communes, row));
        known[codes_.back()].push_back(
            {names_.back(), communes.dateAt(fields::communes.validFrom, row), communes.dateAt(fields::communes.validTo, row)});
    }
    for (const auto& [code, units] : known) {
        std::vector<CodeBearer> bearers = bearersOfCode(code, units, lists);
        if (areSeveralUnits(bearers)) bearers_.emplace(code, std::move(bearers));
    }
}

bool RecycledCodes::isBorneOn(std::size_t row, Date day, bool byItself) const {
    const auto found = row < codes_.size() ? bearers_.find(codes_[row]) : bearers_.end();
    if (found == bearers_.end()) return byItself;
    return std::any_of(found->second.begin(), found->second.end(), [&](const CodeBearer& bearer) {
        return isInTime(bearer, day) && isSameName(bearer.name, names_[row]) == byItself;
    });
}

bool RecycledCodes::boreItOn(std::size_t row, Date day) const {
    return isBorneOn(row, day, true);
}

bool RecycledCodes::anotherBoreItOn(std::size_t row, Date day) const {
    return isBorneOn(row, day, false);
}

Bilingual RecycledCodes::meaning(std::string_view code) const {
    const auto found = bearers_.find(code);
    if (found == bearers_.end()) return {};
    Bilingual text;
    const std::vector<CodeBearer>& bearers = found->second;
    for (std::size_t i = 0; i < bearers.size(); ++i) {
        if (i > 0 && isSameName(bearers[i - 1].name, bearers[i].name)) continue;
        // The time from which a name bore the code is that of its first version.
        std::size_t oldest = i;
        while (oldest + 1 < bearers.size() && isSameName(bearers[oldest + 1].name, bearers[i].name)) ++oldest;
        const Date from = bearers[oldest].from;
        const std::string& name = bearers[i].name;
        if (i == 0 && from.known()) {
            text = {fmt::format("mã này từ {} là {}", toVietnamese(from), name),
                    fmt::format("this code is {} from {}", name, toVietnamese(from))};
        } else if (i == 0) {
            text = {fmt::format("mã này là {}", name), fmt::format("this code is {}", name)};
        } else {
            text.vi += fmt::format(", trước đó là {}", name);
            text.en += fmt::format(", before that {}", name);
        }
    }
    return text;
}

} // namespace banlang
