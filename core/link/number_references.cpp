// SPDX-License-Identifier: MIT
#include "core/link/number_references.h"

#include "core/model/record_key.h"
#include "core/text/keys.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace banlang {
namespace {

const Column* communeColumn(const RecordKind& kind, const FeatureTable& records) {
    const auto field = std::find_if(kind.fields.begin(), kind.fields.end(),
                                    [](const RecordField& one) { return one.reference == Reference::commune; });
    return field == kind.fields.end() ? nullptr : records.find(*field);
}

} // namespace

NumberReferences::NumberReferences(const TableLinking& linking, LinkTargets& targets, const Column& numbers, Role target)
    : linking_(linking), targets_(targets), index_(targets.numbered(target)), communeCodes_(targets.named(Role::communes)),
      targetLinks_(linking.linksOf(target)), issuers_(issuersOf(linking.table())), storeIssuer_(targets.storeIssuer()),
      communeTexts_(communeColumn(linking.kind(), linking.table())), scopeOf_(numbers.size(), 0),
      communes_(numbers.size(), notLinked) {
    if (target == Role::roads && linking.table(Role::communes).geometry.featureCount() > 0) {
        roads_ = &linking.table(Role::roads).geometry;
        communePolygons_ = &targets.polygons(Role::communes);
    }
    std::map<std::pair<std::string, std::int32_t>, std::uint32_t> known;
    std::optional<std::size_t> last;
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        if (numbers.text[row].empty()) continue;
        const std::int32_t linked = linkedCommune(row);
        // Neighbours are mostly of one unit.
        if (last && linked >= 0 && linked == communes_[*last] && issuers_[row] == issuers_[*last]) {
            communes_[row] = linked;
            scopeOf_[row] = scopeOf_[*last];
            continue;
        }
        const std::string issuer = issuerOf(row);
        communes_[row] =
            linked >= 0 ? linked
                        : std::max(targets.communeVersions().choose(communeCodes_.codeRows(issuer), linking.day(row)), notLinked);
        const auto [scope, isNew] = known.try_emplace({issuer, communes_[row]}, static_cast<std::uint32_t>(scopes_.size()));
        if (isNew) scopes_.push_back(scopeOf(issuer, communes_[row]));
        scopeOf_[row] = scope->second;
        last = row;
    }
}

std::int32_t NumberReferences::linkedCommune(std::size_t row) const {
    const TableLinks& links = linking_.linksOf(linking_.role());
    if (const std::int32_t commune = linkedRow(links.commune, row); commune >= 0) return commune;
    const std::int32_t village = linkedRow(links.village, row);
    return village < 0 ? notLinked : linkedRow(linking_.linksOf(Role::villages).commune, static_cast<std::size_t>(village));
}

/// Parcels have no issuer beside their commune, and what other programs made may have none.
std::string NumberReferences::issuerOf(std::size_t row) const {
    if (!issuers_.isMissing(row)) return std::string(issuers_[row]);
    const std::int32_t commune = linkedCommune(row);
    return commune >= 0 ? linking_.communeCode(commune) : std::string(communeTexts_[row]);
}

/// Districts and provinces may be told by their bare code too.
bool NumberReferences::isCommune(std::string_view issuer) const {
    constexpr std::size_t digitsOfACommune = 5;
    if (levelOf(issuer) != IssuerLevel::commune || issuer == storeIssuer_) return false;
    if (issuer.size() >= digitsOfACommune || !communeCodes_.codeRows(issuer).empty()) return true;
    return !std::all_of(issuer.begin(), issuer.end(), [](char c) { return c >= '0' && c <= '9'; });
}

NumberReferences::Proof NumberReferences::proofOf(std::string_view issuer, std::int32_t commune, bool own) const {
    const AdminUnitVersions& versions = targets_.communeVersions();
    const auto bearers = communeCodes_.codeRows(issuer);
    const bool another = std::any_of(bearers.begin(), bearers.end(), [&](std::int32_t bearer) {
        const bool same = versions.lineage(bearer) == versions.lineage(commune);
        return own ? versions.dated() && !same : !same && (commune < 0 || versions.beside(bearer, commune));
    });
    if (!another) return Proof::none;
    return own ? Proof::sameUnit : Proof::otherTime;
}

NumberReferences::Scope NumberReferences::scopeOf(std::string issuer, std::int32_t commune) const {
    Scope scope{std::move(issuer), commune, false, {}};
    scope.anywhere = !isCommune(scope.issuer);
    const auto add = [&](std::vector<Step>& steps, std::string_view code, Proof proof) {
        if (const std::uint32_t found = index_.issuer(code); found != NumberIndex::noIssuer) steps.push_back({found, proof});
    };
    const auto addLevel = [&](std::string_view code) {
        std::vector<Step> steps;
        add(steps, code, Proof::none);
        if (const std::size_t colon = code.find(':'); colon != std::string_view::npos)
            add(steps, code.substr(colon + 1), Proof::none);
        if (!steps.empty()) scope.steps.push_back(std::move(steps));
    };
    if (!scope.anywhere && index_.hasIssuers()) {
        std::vector<Step> own;
        add(own, scope.issuer, proofOf(scope.issuer, commune, true));
        std::vector<Step> related;
        for (const std::string& code : targets_.issuers().related(scope.issuer, targets_.communeVersions().dayOf(commune)))
            add(related, code, proofOf(code, commune, false));
        if (!own.empty() && own.front().proof != Proof::none && targets_.isKeptCode(scope.issuer))
            related.push_back({own.front().issuer, Proof::otherTime});
        for (std::vector<Step>* steps : {&own, &related}) {
            if (!steps->empty()) scope.steps.push_back(std::move(*steps));
        }
        for (const std::string& code : targets_.issuers().above(scope.issuer)) addLevel(code);
        if (!storeIssuer_.empty()) addLevel(storeIssuer_);
    }
    addLevel("");
    return scope;
}

bool NumberReferences::counts(std::int32_t target, Proof proof, std::int32_t commune) const {
    if (proof == Proof::none) return true;
    const AdminUnitVersions& versions = targets_.communeVersions();
    const std::int32_t there = linkedRow(targetLinks_.commune, static_cast<std::size_t>(target));
    if (there < 0 || commune < 0) return false;
    const bool same = versions.lineage(there) == versions.lineage(commune);
    return same || (proof == Proof::otherTime && !versions.beside(there, commune));
}

std::vector<std::int32_t> NumberReferences::rowsOf(const std::vector<Step>& steps, std::string_view key,
                                                   std::int32_t commune) const {
    std::vector<std::int32_t> rows;
    for (const Step& step : steps) {
        for (const std::int32_t row : index_.ofIssuer(step.issuer, key)) {
            if (counts(row, step.proof, commune)) rows.push_back(row);
        }
    }
    return rows;
}

TextMatch NumberReferences::find(std::string_view text, std::size_t row) const {
    const std::string key = numberKey(text);
    const Scope& scope = scopes_[scopeOf_[row]];
    if (scope.anywhere) return index_.choose(index_.ofAll(key), communes_[row]);
    for (const std::vector<Step>& steps : scope.steps) {
        if (steps.size() == 1 && steps.front().proof == Proof::none) {
            const auto rows = index_.ofIssuer(steps.front().issuer, key);
            if (!rows.empty()) return index_.choose(rows, communes_[row]);
        } else if (const auto rows = rowsOf(steps, key, communes_[row]); !rows.empty()) {
            return index_.choose(rows, communes_[row]);
        }
    }
    return findBeyondDoubt(key, communes_[row]);
}

bool NumberReferences::runsThrough(std::int32_t road, std::int32_t commune) const {
    if (communePolygons_ == nullptr || commune < 0 || roads_->isEmpty(static_cast<std::size_t>(road))) return false;
    if (!isCommune(index_.issuerCode(road))) return false; // levels above were asked already
    const auto feature = static_cast<std::size_t>(road);
    const std::size_t firstRing = roads_->partOffsets[roads_->featureOffsets[feature]];
    const std::size_t endRing = roads_->partOffsets[roads_->featureOffsets[feature + 1]];
    for (std::size_t point = roads_->ringOffsets[firstRing]; point < roads_->ringOffsets[endRing]; ++point) {
        if (communePolygons_->contains(static_cast<std::size_t>(commune), roads_->point(point))) return true;
    }
    return false;
}

/// "0091903-017" was given by 00919, whoever refers to it.
bool NumberReferences::namesItsIssuer(std::int32_t target, std::string_view key) const {
    const std::string_view issuer = index_.issuerCode(target);
    return !issuer.empty() && isCommune(issuer) && key.size() > issuer.size() && key.starts_with(issuer);
}

TextMatch NumberReferences::findBeyondDoubt(std::string_view key, std::int32_t commune) const {
    const auto all = index_.ofAll(key);
    std::vector<std::int32_t> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows),
                 [&](std::int32_t one) { return namesItsIssuer(one, key) || runsThrough(one, commune); });
    if (rows.size() == 1) return index_.choose(rows, commune);
    return {notLinked, LinkMethod::none, all.empty() ? MatchFailure::unknown : MatchFailure::elsewhere};
}

std::string_view NumberReferences::issuer(std::size_t row) const {
    return index_.hasIssuers() && !scopes_.empty() ? std::string_view(scopes_[scopeOf_[row]].issuer) : std::string_view();
}

bool NumberReferences::mayMean(std::size_t row, std::int32_t target) const {
    const Scope& scope = scopes_[scopeOf_[row]];
    const std::uint32_t issuer = index_.issuerOf(target);
    return scope.anywhere || std::any_of(scope.steps.begin(), scope.steps.end(), [&](const std::vector<Step>& steps) {
               return std::any_of(steps.begin(), steps.end(), [&](const Step& step) { return step.issuer == issuer; });
           });
}

} // namespace banlang
