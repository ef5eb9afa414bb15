// SPDX-License-Identifier: MIT
#include "core/link/link_candidates.h"

#include "core/geo/measure.h"
#include "core/text/keys.h"
#include "core/text/string_similarity.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// What a record said, in the forms in which it is compared.
struct SoughtName {
    std::string rawText, folded, withoutDiacritics;

    explicit SoughtName(std::string_view text)
        : rawText(text), folded(foldedNameKey(text)), withoutDiacritics(nameKeyWithoutDiacritics(text)) {}

    [[nodiscard]] double nameSimilarity(std::string_view name) const {
        if (name.empty()) return 0;
        return (similarity(folded, foldedNameKey(name)) + similarity(withoutDiacritics, nameKeyWithoutDiacritics(name))) / 2;
    }
    [[nodiscard]] double keySimilarity(std::string_view key) const { return similarity(rawText, key); }
};

std::string nameOf(const District& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    if (role == Role::communes || role == Role::villages) return fullName(table, row);
    if (role == Role::households) return std::string(table.textAt(fields::households.headName, row));
    return std::string(ownName(table, row));
}

/// Whether a row lies in the commune or village of this code; never where the code is empty.
class Context {
public:
    Context(const District& district, std::string_view scope) : district_(district), within_(scope) {
        for (const Role role : {Role::villages, Role::communes}) {
            for (std::size_t row = 0; row < district.table(role).rowCount && !scope.empty(); ++row) {
                if (district.table(role).textAt(fields::units.code, row) != scope) continue;
                commune_ = role == Role::communes ? static_cast<std::int32_t>(row) : linkedRow(district.linksOf(role).commune, row);
            }
        }
    }

    /// Whether it lies in the same commune at least; everything does where no place is named.
    [[nodiscard]] bool isNear(Role role, std::size_t row) const {
        const std::int32_t commune = linkedRow(district_.linksOf(role).commune, row);
        return within_.empty() || commune_ < 0 || commune == commune_;
    }
    [[nodiscard]] bool holds(Role role, std::size_t row) const {
        if (within_.empty()) return false;
        const TableLinks& links = district_.linksOf(role);
        return hasCode(Role::communes, linkedRow(links.commune, row)) || hasCode(Role::villages, linkedRow(links.village, row));
    }

private:
    [[nodiscard]] bool hasCode(Role role, std::int32_t row) const {
        return row >= 0 && district_.table(role).textAt(fields::units.code, static_cast<std::size_t>(row)) == within_;
    }
    const District& district_;
    std::string_view within_;
    std::int32_t commune_ = notLinked; ///< of the place that is named
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

Bilingual whyAlike(const SoughtName& wanted, const std::string& name, bool near) {
    const bool same = !name.empty() && nameKeyWithoutDiacritics(name) == wanted.withoutDiacritics;
    const Label words = same ? Label{"cùng tên", "the same name"} : Label{"gần giống", "much alike"};
    if (!near) return words.text();
    return {fmt::format("{}, cùng nơi", words.vi), fmt::format("{}, in the same place", words.en)};
}

/// A start for what lies where the record is, in shares of likeness; and what is too unlike to be worth a look.
constexpr double startOfTheSamePlace = 0.3;
constexpr double leastSimilarity = 0.35;

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
        LinkCandidate candidate{static_cast<std::int32_t>(row),
                                role,
                                targetKey(district, role, row),
                                name,
                                like,
                                whyAlike(wanted, byName ? name : "", near)};
        ranked.push_back({std::move(candidate), like + (near ? startOfTheSamePlace : 0)});
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
        ranked.push_back({{static_cast<std::int32_t>(row), Role::villages, targetKey(district, Role::villages, row),
                           nameOf(district, Role::villages, row), 0, why},
                          -nearest->distanceM});
    }
}

} // namespace

std::string targetKey(const District& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    if (role != Role::parcels) return std::string(table.textAt(codeField(role), row));
    const std::int32_t commune = linkedRow(district.linksOf(Role::parcels).commune, row);
    const std::string_view code =
        commune < 0 ? table.textAt(fields::parcels.communeCode, row)
                    : district.table(Role::communes).textAt(fields::communes.code, static_cast<std::size_t>(commune));
    return fmt::format("{}/{}/{}", code, table.textAt(fields::parcels.sheet, row), table.textAt(fields::parcels.number, row));
}

std::vector<LinkCandidate> candidatesFor(const District& district, const UnresolvedReference& unresolved, std::size_t limit) {
    std::vector<Ranked> ranked;
    const RecordField* field = findField(recordKind(unresolved.role), unresolved.field);
    if (field == nullptr) {
        addNearest(district, unresolved, ranked);
    } else if (const Role target = targetOf(field->reference); target == Role::parcels) {
        addParcels(district, unresolved, ranked);
    } else {
        addAlike(district, target, unresolved, field->reference != Reference::household, ranked);
        if (field->name == fields::unitReferences.unitCode.name) addAlike(district, Role::villages, unresolved, true, ranked);
    }
    std::vector<LinkCandidate> candidates = best(ranked, limit);
    for (LinkCandidate& candidate : candidates) {
        // Only for those that are shown: a commune has tens of thousands of parcels.
        if (candidate.key.empty()) candidate.key = targetKey(district, candidate.role, static_cast<std::size_t>(candidate.row));
    }
    return candidates;
}

} // namespace banlang
