// SPDX-License-Identifier: MIT
#include "core/intake/issuer_resolution.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "core/intake/osm_road_tags.h"
#include "core/model/record_fields.h"
#include "core/model/record_traits.h"
#include "core/text/keys.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace banlang {
namespace {

const Column* columnThatNames(const FeatureTable& rows, const RecordKind& kind, Reference reference) {
    for (const RecordField& field : kind.fields) {
        if (field.reference == reference) return rows.find(field);
    }
    return nullptr;
}

bool isCommuneCode(std::string_view text) {
    constexpr std::size_t length = 5;
    return text.size() == length && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "Xa_A", "XÃ LŨNG CÚ": a sheet, file or folder that is called by nothing but a commune; "" otherwise.
std::string calledByACommune(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    const std::string lower = lowerCase(words);
    constexpr std::size_t mostWords = 4;
    for (const std::string_view kind : {"xã ", "xa ", "phường ", "phuong ", "thị trấn ", "thi tran "}) {
        if (!lower.starts_with(kind)) continue;
        const std::string_view rest = std::string_view(lower).substr(kind.size());
        const auto count = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), ' ')) + 1;
        return rest.empty() || count > mostWords ? std::string() : foldedNameKey(rest);
    }
    return {};
}

/// Finds the commune that each row is of.
class CommuneOfRow {
public:
    CommuneOfRow(const FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                 const AdminUnitContext& context, const KnownRecords& known)
        : rows_(rows), companions_(companions), known_(known), commune_(columnThatNames(rows, kind, Reference::commune)),
          village_(columnThatNames(rows, kind, Reference::village)), saidByUser_(context.commune.has_value()),
          told_(toldBy(context)) {}

    /// For every row; "" where nothing tells.
    [[nodiscard]] std::vector<std::string> all() {
        std::vector<std::string> communes(rows_.rowCount);
        for (std::size_t row = 0; row < rows_.rowCount; ++row) communes[row] = said(row);
        std::vector<std::string> places = placesOfOthers(communes);
        const bool told = !told_.empty() && isOfOneCommune(places);
        for (std::size_t row = 0; row < rows_.rowCount; ++row) {
            if (communes[row].empty()) communes[row] = told ? told_ : std::move(places[row]);
        }
        return communes;
    }

private:
    [[nodiscard]] std::string toldBy(const AdminUnitContext& context) {
        if (context.commune) return named(*context.commune);
        if (auto code = known_.communes().codeNamedIn(context.names)) return *code;
        for (const std::string& name : context.names) {
            if (std::string called = calledByACommune(name); !called.empty()) return called;
        }
        return {};
    }

    [[nodiscard]] const std::string& named(std::string_view text) {
        const std::string key(text);
        if (const auto known = named_.find(key); known != named_.end()) return known->second;
        const auto code = known_.communes().codeOf(text);
        return named_[key] = code ? *code : isCommuneCode(numberKey(text)) ? numberKey(text) : foldedNameKey(text);
    }

    [[nodiscard]] std::string said(std::size_t row) {
        if (commune_ != nullptr && !commune_->isMissing(row)) return named(commune_->text[row]);
        if (companions_.commune.size() > row && !companions_.commune[row].empty()) return named(companions_.commune[row]);
        if (village_ == nullptr || village_->isMissing(row)) return {};
        const auto village = known_.villages().codeOf(village_->text[row]);
        return village ? communeOfVillage(*village) : std::string();
    }

    [[nodiscard]] std::string communeOfVillage(const std::string& village) {
        const std::string parent = known_.villages().parentOf(village);
        return parent.empty() ? std::string() : named(parent);
    }

    /// Whether the layer may be of the commune that its names say: what a commune sends reaches a little beyond it, and a layer of
    /// the whole district, which may be called like one of its communes, lies all over.
    [[nodiscard]] bool isOfOneCommune(const std::vector<std::string>& places) const {
        if (saidByUser_ || !known_.communes().hasCode(told_)) return true;
        constexpr std::size_t enough = 4;
        const auto placed = places.size() - static_cast<std::size_t>(std::count(places.begin(), places.end(), std::string()));
        const auto there = static_cast<std::size_t>(std::count(places.begin(), places.end(), told_));
        return enough * there >= placed;
    }

    /// Where rows lie that name no commune.
    [[nodiscard]] std::vector<std::string> placesOfOthers(const std::vector<std::string>& communes) {
        std::vector<std::string> places(rows_.rowCount);
        const bool ground = known_.communes().hasPolygons() || known_.villages().hasPolygons();
        if (rows_.geometry.featureCount() != rows_.rowCount || !ground) return places;
        std::vector<std::string> villages(rows_.rowCount);
        constexpr std::size_t grain = 1024;
        parallelRanges(rows_.rowCount, grain, [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                if (!communes[row].empty() || rows_.geometry.isEmpty(row)) continue;
                const auto point = representativePoint(rows_.geometry, row);
                if (!point) continue;
                places[row] = known_.communes().codeAt(*point).value_or(std::string());
                if (places[row].empty()) villages[row] = known_.villages().codeAt(*point).value_or(std::string());
            }
        });
        for (std::size_t row = 0; row < rows_.rowCount; ++row) {
            if (!villages[row].empty()) places[row] = communeOfVillage(villages[row]);
        }
        return places;
    }

    const FeatureTable& rows_;
    const AdminUnitCompanions& companions_;
    const KnownRecords& known_;
    const Column* commune_;
    const Column* village_;
    std::map<std::string, std::string, std::less<>> named_;
    bool saidByUser_;
    std::string told_;
};

/// Who stands above communes, looked up once for each.
class RoadAuthorities {
public:
    explicit RoadAuthorities(const std::string& office) : office_(office) {}

    /// The unit of a level to which a commune belongs; the office where that is not known.
    [[nodiscard]] std::string of(const std::string& commune, IssuerLevel level) {
        if (level == IssuerLevel::state) return std::string(stateIssuer);
        const std::string& unit = commune.empty() ? office_ : commune;
        if (level == IssuerLevel::commune || level == IssuerLevel::unknown || levelOf(unit) == level) return unit;
        const auto [above, isNew] = above_.try_emplace(unit);
        if (isNew) above->second = relations_.above(unit);
        const auto found = std::find_if(above->second.begin(), above->second.end(),
                                        [&](const std::string& issuer) { return levelOf(issuer) == level; });
        return found == above->second.end() ? office_ : *found;
    }

private:
    const std::string& office_;
    IssuerRelations relations_{{}};
    std::map<std::string, std::vector<std::string>> above_;
};

IssuerLevel authorityOfRoad(const FeatureTable& roads, std::size_t row) {
    const std::string_view id = roads.textAt(fields::roads.id, row);
    const IssuerLevel byNumber = authorityOfRoadNumber(id.empty() ? roads.textAt(fields::roads.name, row) : id);
    return byNumber != IssuerLevel::unknown ? byNumber : authorityOfRoadClass(roads.textAt(fields::roads.managementClass, row));
}

struct Authority {
    std::string_view word;
    IssuerLevel level;
};

} // namespace

IssuerLevel authorityOfRoadNumber(std::string_view number) {
    static constexpr Authority names[] = {
        {"quoc_lo", IssuerLevel::state},       {"cao_toc", IssuerLevel::state},      {"tinh_lo", IssuerLevel::province},
        {"duong_tinh", IssuerLevel::province}, {"huyen_lo", IssuerLevel::district},  {"duong_huyen", IssuerLevel::district},
        {"duong_xa", IssuerLevel::commune},    {"duong_thon", IssuerLevel::commune}, {"duong_noi_dong", IssuerLevel::commune}};
    static constexpr Authority letters[] = {
        {"ql", IssuerLevel::state},    {"dt", IssuerLevel::province}, {"tl", IssuerLevel::province},
        {"dh", IssuerLevel::district}, {"hl", IssuerLevel::district}, {"dx", IssuerLevel::commune},
        {"dth", IssuerLevel::commune}, {"nx", IssuerLevel::commune},  {"nd", IssuerLevel::commune}};
    const std::string key = headerKey(number);
    for (const Authority& name : names) {
        if (key.starts_with(name.word)) return name.level;
    }
    // "ĐT.176", "DT176"; words that begin alike go on in letters.
    const std::size_t end = std::min(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), key.size());
    const std::size_t digit = key.find_first_of("0123456789");
    if (digit == std::string::npos || digit > end + 1) return IssuerLevel::unknown;
    for (const Authority& prefix : letters) {
        if (std::string_view(key).substr(0, end) == prefix.word) return prefix.level;
    }
    return IssuerLevel::unknown;
}

IssuerLevel authorityOfRoadClass(std::string_view managementClass) {
    if (managementClass.empty()) return IssuerLevel::unknown;
    const std::string_view known = managementClassOf(managementClass).value_or(managementClass);
    if (known == "QL") return IssuerLevel::state;
    if (known == "ĐT") return IssuerLevel::province;
    if (known == "ĐH") return IssuerLevel::district;
    return IssuerLevel::commune;
}

void resolveIssuers(FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                    const AdminUnitContext& context, const KnownRecords& known, const std::string& office) {
    const KeyScope scope = traitsOf(kind.role).scope;
    if (scope == KeyScope::none) return;
    std::vector<std::string> issuers = CommuneOfRow(rows, kind, companions, context, known).all();
    RoadAuthorities authorities(office);
    TextValues texts;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const IssuerLevel level = scope == KeyScope::roadAuthority ? authorityOfRoad(rows, row) : IssuerLevel::commune;
        texts.append(authorities.of(issuers[row], level));
    }
    rows.find(fields::issued.issuer)->text = std::move(texts);
}

} // namespace banlang
