// SPDX-License-Identifier: MIT
#include "core/link/link_candidates.h"

#include "core/geo/measure.h"
#include "core/link/admin_unit_index.h"
#include "core/link/unresolved_reason.h"
#include "core/model/record_names.h"
#include "core/model/units/issuer.h"
#include "core/text/keys.h"
#include "core/text/named_code.h"
#include "core/text/string_similarity.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// What a record said, in the forms in which it is compared.
struct SoughtName {
    std::string number, folded, withoutDiacritics;

    explicit SoughtName(std::string_view text)
        : number(numberKey(text)), folded(foldedNameKey(text)), withoutDiacritics(nameKeyWithoutDiacritics(text)) {}

    [[nodiscard]] double nameSimilarity(std::string_view name) const {
        if (name.empty()) return 0;
        return (similarity(folded, foldedNameKey(name)) + similarity(withoutDiacritics, nameKeyWithoutDiacritics(name))) / 2;
    }
    [[nodiscard]] double keySimilarity(std::string_view key) const { return similarity(number, numberKey(key)); }
};

std::string nameOf(const District& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    if (role == Role::communes || role == Role::villages) return fullName(table, row);
    if (role == Role::households) return std::string(table.textAt(fields::households.headName, row));
    return std::string(ownName(table, row));
}

/// Whether a row lies in the commune or village that a scope names, "00901", "0090102" or "00901/2"; never where it is empty.
class Context {
public:
    Context(const District& district, std::string_view scope) : district_(district), within_(scope) {
        const FeatureTable& villages = district.table(Role::villages);
        const auto codes = villages.column(fields::villages.code);
        for (std::size_t row = 0; row < villages.rowCount && !scope.empty(); ++row) {
            if (!scope.ends_with(codes[row]) || !namesVillage(row, codes[row])) continue;
            village_ = static_cast<std::int32_t>(row);
            commune_ = linkedRow(district.linksOf(Role::villages).commune, row);
        }
        const FeatureTable& communes = district.table(Role::communes);
        for (std::size_t row = 0; row < communes.rowCount && !scope.empty(); ++row) {
            if (communes.textAt(fields::units.code, row) == scope) commune_ = static_cast<std::int32_t>(row);
        }
    }

    /// Whether it lies in the same commune at least; everything does where no place is named.
    [[nodiscard]] bool isNear(Role role, std::size_t row) const {
        const std::int32_t commune = linkedRow(district_.linksOf(role).commune, row);
        return within_.empty() || commune < 0 || commune == commune_;
    }
    [[nodiscard]] bool holds(Role role, std::size_t row) const {
        if (within_.empty()) return false;
        const TableLinks& links = district_.linksOf(role);
        const std::int32_t village = linkedRow(links.village, row);
        return communeCode(linkedRow(links.commune, row)) == within_ || (village >= 0 && village == village_);
    }

private:
    [[nodiscard]] std::string_view communeCode(std::int32_t row) const {
        return row < 0 ? std::string_view()
                       : district_.table(Role::communes).textAt(fields::units.code, static_cast<std::size_t>(row));
    }
    [[nodiscard]] bool namesVillage(std::size_t row, std::string_view code) const {
        return code == within_ ||
               within_ == villageTarget(code, communeCode(linkedRow(district_.linksOf(Role::villages).commune, row)));
    }
    const District& district_;
    std::string_view within_;
    std::int32_t commune_ = notLinked; ///< of the place that is named
    std::int32_t village_ = notLinked;
};

struct Ranked {
    LinkCandidate candidate;
    double rank = 0;
};

std::vector<LinkCandidate> best(std::vector<Ranked>& ranked, std::size_t limit) {
    limit = std::min(limit, ranked.size());
    std::partial_sort(
        ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(limit), ranked.end(),
        [](const Ranked& a, const Ranked& b) { return a.rank != b.rank ? a.rank > b.rank : a.candidate.row < b.candidate.row; });
    std::vector<LinkCandidate> candidates;
    for (std::size_t i = 0; i < limit; ++i) candidates.push_back(std::move(ranked[i].candidate));
    return candidates;
}

/// `number`: the row bears the very number or code; `commune`: the other one that it lies in.
Bilingual whyAlike(const SoughtName& wanted, const std::string& name, bool number, bool near, const std::string& commune) {
    const bool same = !name.empty() && nameKeyWithoutDiacritics(name) == wanted.withoutDiacritics;
    Label words{"gần giống", "much alike"};
    if (same) words = {"cùng tên", "the same name"};
    if (number) words = {"cùng số", "the same number"};
    if (near) return {fmt::format("{}, cùng nơi", words.vi), fmt::format("{}, in the same place", words.en)};
    if (!number || commune.empty()) return words.text();
    return {fmt::format("{}, của {}", words.vi, commune), fmt::format("{}, of {}", words.en, commune)};
}

/// A start for what lies where the record is, in shares of likeness; and what is too unlike to be worth a look.
constexpr double startOfTheSamePlace = 0.3;
constexpr double leastSimilarity = 0.35;
constexpr double mostAlike = 2;

void addAlike(const District& district, Role role, const UnresolvedReference& unresolved, bool byName,
              std::vector<Ranked>& ranked) {
    const FeatureTable& table = district.table(role);
    const auto codes = table.column(codeField(role));
    const SoughtName wanted(unresolved.key);
    const Context context(district, unresolved.scope);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        // A district has tens of thousands of households, and names of people repeat.
        if (role == Role::households && byName && !context.isNear(role, row)) continue;
        const std::string name = nameOf(district, role, row);
        // "Thôn Bản Sản" is asked for as "Bản Sản" and as "Thôn Bản Sản".
        double like = byName ? std::max(wanted.nameSimilarity(name), wanted.nameSimilarity(ownName(table, row))) : 0;
        if (unresolved.field != fields::headReferences.headName.name) like = std::max(like, wanted.keySimilarity(codes[row]));
        if (like < leastSimilarity) continue;
        const bool near = context.holds(role, row);
        const bool number = !codes[row].empty() && wanted.number == numberKey(codes[row]);
        const bool unit = role == Role::communes || role == Role::villages;
        const std::string commune = unit || near ? std::string() : communeName(district, role, row);
        std::string shown = name;
        if (!commune.empty()) shown = name.empty() ? commune : fmt::format("{} ({})", name, commune);
        LinkCandidate candidate{static_cast<std::int32_t>(row),
                                role,
                                {},
                                shown,
                                like,
                                whyAlike(wanted, byName ? name : "", number && !unit, near, commune)};
        ranked.push_back({std::move(candidate), like + (near ? startOfTheSamePlace : 0)});
    }
}

/// A day on which the unit that a code may have meant was in force: that of the store, else one of an official list that the store
/// lacks. No date where there is none.
Date dayOfEnded(const FeatureTable& communes, const AdminUnitIndex& index, std::string_view code) {
    const auto rows = index.codeRows(code);
    const std::vector<OfficialAdminUnit> lists = shippedAdminUnitLists();
    for (const OfficialAdminUnit& unit : lists) {
        const bool isHere = std::any_of(rows.begin(), rows.end(), [&](std::int32_t row) {
            return isSameName(communes.textAt(fields::communes.name, static_cast<std::size_t>(row)), unit.name);
        });
        if (unit.code == code && unit.validTo.known() && !isHere) return Date{unit.validTo.daysSince1970 - 1};
    }
    // Where all units that bore it are here, they are the candidates themselves.
    return rows.empty() || index.recycled().contains(code) ? Date() : AdminUnitVersions(communes).dayOf(rows.back());
}

/// Communes that took the place of one whose code a record still uses.
void addSuccessors(const District& district, const UnresolvedReference& unresolved, std::vector<Ranked>& ranked) {
    const std::vector<Date> days = effectiveDates(district.table(unresolved.role), unresolved.role);
    const Date on = days.empty() ? Date() : days[unresolved.row];
    const FeatureTable& communes = district.table(Role::communes);
    const auto codes = communes.column(fields::communes.code);
    const AdminUnitVersions versions(communes);
    const AdminUnitIndex index(communes, fields::communes.code, {});
    const auto named = namedCode(unresolved.key);
    const std::string_view old = named ? named->code : std::string_view(unresolved.key);
    const Date before = dayOfEnded(communes, index, old);
    for (const std::string& code : IssuerRelations(adminUnitChangesOf(district)).related(old, before)) {
        for (std::size_t row = 0; row < communes.rowCount && before.known(); ++row) {
            // It ended before the record, or is not here at all: then whatever came after it is offered.
            const bool there = !on.known() || index.codeRows(old).empty() || versions.inForce(static_cast<std::int32_t>(row), on);
            if (codes[row] != code || !there) continue;
            const Bilingual why{"kế thừa đơn vị mang mã này", "took the place of the unit of this code"};
            ranked.push_back({{static_cast<std::int32_t>(row), Role::communes, {}, fullName(communes, row), 0, why}, mostAlike});
        }
    }
}

/// Parcels of the commune that is named; those of other communes are of no help.
void addParcels(const District& district, const UnresolvedReference& unresolved, std::vector<Ranked>& ranked) {
    const FeatureTable& parcels = district.table(Role::parcels);
    const auto sheets = parcels.column(fields::parcels.sheet);
    const auto numbers = parcels.column(fields::parcels.number);
    if (!sheets.present() || !numbers.present()) return;
    const FeatureTable& communes = district.table(Role::communes);
    const auto& communeOf = district.linksOf(Role::parcels).commune;
    for (std::size_t row = 0; row < parcels.rowCount; ++row) {
        const std::int32_t commune = linkedRow(communeOf, row);
        if (commune < 0 || communes.textAt(fields::communes.code, static_cast<std::size_t>(commune)) != unresolved.scope) continue;
        const std::string rawText = fmt::format("{}/{}", sheets[row], numbers[row]);
        const double like = similarity(unresolved.key, rawText);
        if (like < leastSimilarity) continue;
        const Bilingual why{"số tờ, số thửa gần giống, cùng xã", "much the same sheet and number, in the same commune"};
        ranked.push_back({{static_cast<std::int32_t>(row), Role::parcels, {}, {}, like, why}, like});
    }
}

/// Villages nearest to a record that lies outside all of them.
void addNearest(const District& district, const UnresolvedReference& unresolved, std::vector<Ranked>& ranked) {
    const GeometryColumn& shapes = district.table(unresolved.role).geometry;
    const GeometryColumn& villages = district.table(Role::villages).geometry;
    const auto point = unresolved.row < shapes.featureCount() ? representativePoint(shapes, unresolved.row) : std::nullopt;
    for (std::size_t row = 0; point && row < villages.featureCount(); ++row) {
        const auto nearest = nearestOnLine(villages, row, *point);
        if (!nearest) continue;
        const Bilingual why{fmt::format("cách ranh giới {:.0f} m", nearest->distanceM),
                            fmt::format("{:.0f} m from its boundary", nearest->distanceM)};
        ranked.push_back({{static_cast<std::int32_t>(row), Role::villages, {}, nameOf(district, Role::villages, row), 0, why},
                          -nearest->distanceM});
    }
}

} // namespace

std::vector<LinkCandidate> candidatesFor(const District& district, const UnresolvedReference& unresolved, std::size_t limit) {
    std::vector<Ranked> ranked;
    const RecordField* field = findField(recordKind(unresolved.role), unresolved.field);
    if (field == nullptr) {
        addNearest(district, unresolved, ranked);
    } else if (const Role target = targetOf(field->reference); target == Role::parcels) {
        addParcels(district, unresolved, ranked);
    } else {
        addAlike(district, target, unresolved, field->reference != Reference::household, ranked);
        const bool mayHaveEnded = unresolved.reasonId == unresolved_reason::unitEnded.id ||
                                  unresolved.reasonId == unresolved_reason::recycledCode.id ||
                                  unresolved.reasonId == unresolved_reason::unknown(Reference::commune).id;
        if (mayHaveEnded && target == Role::communes) addSuccessors(district, unresolved, ranked);
        if (field->name == fields::unitReferences.unitCode.name) addAlike(district, Role::villages, unresolved, true, ranked);
    }
    std::vector<LinkCandidate> candidates = best(ranked, limit);
    for (LinkCandidate& candidate : candidates) {
        // Only for those that are shown: a commune has tens of thousands of parcels.
        candidate.key = exactTargetKey(district, candidate.role, static_cast<std::size_t>(candidate.row));
    }
    // What has neither number nor name cannot be chosen.
    std::erase_if(candidates, [](const LinkCandidate& candidate) { return candidate.key.empty(); });
    return candidates;
}

} // namespace banlang
