// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <map>

namespace banlang {
namespace {

struct Version {
    Date from; ///< the beginning of time where nothing is said
    Date to;
    std::size_t row = 0;
};

/// The versions of each code that has several, in order of their beginning.
std::map<std::string_view, std::vector<Version>> versionsOf(const FeatureTable& units) {
    std::map<std::string_view, std::vector<Version>> versions;
    const auto codes = units.column(fields::units.code);
    for (std::size_t row = 0; codes.present() && row < units.rowCount; ++row) {
        Version version{units.dateAt(fields::units.validFrom, row), units.dateAt(fields::units.validTo, row), row};
        if (!version.from.known()) version.from.daysSince1970 = std::numeric_limits<std::int32_t>::min();
        versions[codes[row]].push_back(version);
    }
    std::erase_if(versions, [](const auto& entry) { return entry.second.size() < 2; });
    for (auto& [code, all] : versions) {
        std::stable_sort(all.begin(), all.end(), [](const Version& a, const Version& b) { return a.from < b.from; });
    }
    return versions;
}

template <class Visit> void eachPairOfVersions(const District& district, Visit&& visit) {
    for (const Role role : {Role::communes, Role::villages}) {
        const FeatureTable& units = district.table(role);
        for (const auto& [code, versions] : versionsOf(units)) {
            for (std::size_t i = 1; i < versions.size(); ++i) visit(role, units, versions[i - 1], versions[i]);
        }
    }
}

/// "Xã Quản Bạ (từ 1/7/2025)"
Bilingual nameAndBeginning(const FeatureTable& units, const Version& version) {
    const std::string name = fullName(units, version.row);
    const Date from = units.dateAt(fields::units.validFrom, version.row);
    if (!from.known()) return {name, name};
    return {fmt::format("{} (từ {})", name, toVietnamese(from)), fmt::format("{} (from {})", name, toVietnamese(from))};
}

} // namespace

void findOverlappingVersions(const QualityContext& context, Findings& findings) {
    eachPairOfVersions(context.district, [&](Role role, const FeatureTable& units, const Version& older, const Version& newer) {
        // The same beginning is the same key, which is another rule's.
        if (older.from == newer.from || older.to <= newer.from) return;
        const Date until = std::min(older.to, newer.to);
        const bool open = !until.known();
        const int days = (open ? std::max(context.asOf, newer.from) : until).daysSince1970 - newer.from.daysSince1970;
        findings.add(role, older.row, days, [&] {
            const Bilingual a = nameAndBeginning(units, older);
            const Bilingual b = nameAndBeginning(units, newer);
            return Bilingual{fmt::format("{} chưa hết hiệu lực khi {} bắt đầu", a.vi, b.vi),
                             fmt::format("{} had not ended when {} began", a.en, b.en)};
        });
    });
}

void findRecycledCodes(const QualityContext& context, Findings& findings) {
    eachPairOfVersions(context.district, [&](Role role, const FeatureTable& units, const Version& older, const Version& newer) {
        if (foldedNameKey(units.textAt(fields::units.name, older.row)) ==
            foldedNameKey(units.textAt(fields::units.name, newer.row)))
            return;
        findings.add(role, newer.row, 1, [&] {
            const Bilingual a = nameAndBeginning(units, older);
            const Bilingual b = nameAndBeginning(units, newer);
            return Bilingual{fmt::format("trước là {}, nay là {}", a.vi, b.vi), fmt::format("was {}, is now {}", a.en, b.en)};
        });
    });
}

} // namespace banlang
