// SPDX-License-Identifier: MIT
#include "core/intake/profile/columns.h"
#include "core/text/keys.h"

#include <algorithm>

namespace banlang {
namespace {

/// Words that name a kind in the names of files and layers, beside its id and table.
struct RoleWord {
    std::string_view word;
    Role role;
};
constexpr RoleWord roleWords[] = {{"xa", Role::communes},
                                  {"ranh_gioi_xa", Role::communes},
                                  {"thon", Role::villages},
                                  {"ban", Role::villages},
                                  {"duong", Role::roads},
                                  {"giao_thong", Role::roads},
                                  {"song", Role::rivers},
                                  {"song_suoi", Role::rivers},
                                  {"thua", Role::parcels},
                                  {"thua_dat", Role::parcels},
                                  {"dia_chinh", Role::parcels},
                                  {"ho", Role::households},
                                  {"ho_gia_dinh", Role::households},
                                  {"hien_dat", Role::donations},
                                  {"cong_trinh", Role::roadWorks},
                                  {"vuon", Role::gardens},
                                  {"nha", Role::houses},
                                  {"nha_o", Role::houses},
                                  {"thu_7", Role::saturdays},
                                  {"hop_dan", Role::meetings},
                                  {"tieu_chi", Role::criteria},
                                  {"chi_tieu", Role::targets},
                                  {"tuyen_xanh", Role::greenRoutes},
                                  {"xanh_sach_dep", Role::greenRoutes},
                                  {"thon_kieu_mau", Role::modelVillages},
                                  {"kieu_mau", Role::modelVillages},
                                  {"ho_dan", Role::households},
                                  {"danh_sach_ho_tro", Role::supportList},
                                  {"ho_tro", Role::supportList},
                                  {"ngay_thu_7", Role::saturdays},
                                  {"ngay_thu_bay", Role::saturdays},
                                  {"thu_bay", Role::saturdays},
                                  {"cong_trinh_duong", Role::roadWorks},
                                  {"vuon_tap", Role::gardens},
                                  {"hang_muc_nha", Role::houseItems},
                                  {"nguon_luc_ho", Role::houseResources},
                                  {"kha_nang_doi_ung", Role::houseResources},
                                  {"ngay_cong", Role::labourDays},
                                  {"cham_cong", Role::labourDays},
                                  {"vat_lieu", Role::deliveries},
                                  {"cap_vat_tu", Role::deliveries},
                                  {"vat_tu", Role::deliveries},
                                  {"kiem_tra", Role::inspections},
                                  {"kiem_tra_von_vay", Role::inspections},
                                  {"dong_gop", Role::contributions},
                                  {"danh_sach_dong_gop", Role::contributions},
                                  {"ung_ho", Role::contributions},
                                  {"xa_hoi_hoa", Role::contributions},
                                  {"ra_quan", Role::campaigns},
                                  {"phat_dong", Role::campaigns},
                                  {"cong_trinh_phuc_loi", Role::publicAssets},
                                  {"phuc_loi", Role::publicAssets},
                                  {"tai_san_cong", Role::publicAssets},
                                  {"dien_ho", Role::householdCategories},
                                  {"danh_sach_ho_ngheo", Role::householdCategories},
                                  {"ra_soat_nha_o", Role::housingReviews},
                                  {"ra_soat_ho", Role::housingReviews},
                                  {"phan_bo_tieu_chi", Role::criteriaDue},
                                  {"tieu_chi_phan_dau", Role::criteriaDue},
                                  {"cham_thon_kieu_mau", Role::checklists},
                                  {"danh_gia_thon_kieu_mau", Role::checklists},
                                  {"diem_thi_dua", Role::communeRankingScores},
                                  {"cham_thi_dua", Role::communeRankingScores},
                                  {"thay_doi_don_vi", Role::adminUnitChanges},
                                  {"sap_nhap", Role::adminUnitChanges}};

bool holdsWord(const std::string& name, const std::string& word) {
    return ("_" + name + "_").find("_" + word + "_") != std::string::npos;
}

bool fits(const FeatureTable& source, const RecordKind& kind) {
    return geometryFits(source.geometry.kind, kind) && missingRequired(mapColumns(source, kind), kind, true).empty();
}

std::ptrdiff_t knownColumns(const FeatureTable& source, const RecordKind& kind) {
    const std::vector<int> fields = mapColumns(source, kind).fields;
    return std::count_if(fields.begin(), fields.end(), [](int column) { return column != noColumn; });
}

/// The longest word that a name holds decides: "road_works_2022" is not roads.
class LongestWord {
public:
    LongestWord(const std::string& name, const FeatureTable& source) : name_(name), source_(source) {
        for (const RecordKind& kind : recordKinds()) {
            offer(headerKey(kind.id), kind.role);
            offer(std::string(kind.table), kind.role);
        }
        for (const RoleWord& entry : roleWords) offer(std::string(entry.word), entry.role);
    }

    [[nodiscard]] std::optional<Role> role() const { return any_.role; }
    /// "Kiểm tra tiến độ nhà ở" is about houses where its columns are. A short word says nothing beside a long one.
    [[nodiscard]] std::optional<Role> roleThatFits() const {
        return isStrong() && fitting_.length < strongLength ? std::nullopt : fitting_.role;
    }
    /// A name of several words, or a long one, is no part of the name of a place by chance.
    [[nodiscard]] bool isStrong() const { return any_.length >= strongLength; }

private:
    static constexpr std::size_t strongLength = 5;
    struct Found {
        std::optional<Role> role;
        std::size_t length = 0;
    };
    void offer(const std::string& word, Role role) {
        const RecordKind& kind = recordKind(role);
        if (word.size() <= fitting_.length || !holdsWord(name_, word) || !geometryFits(source_.geometry.kind, kind)) return;
        if (word.size() > any_.length) any_ = {role, word.size()};
        // Where units can be told from elsewhere, one column fits kinds that need nothing but a unit.
        if (fits(source_, kind) && knownColumns(source_, kind) > 1) fitting_ = {role, word.size()};
    }

    const std::string& name_;
    const FeatureTable& source_;
    Found any_;
    Found fitting_;
};

/// Whether a column stands in for a required one: a weaker sign, since names of people stand in tables of every kind.
bool needsFallback(const ColumnMapping& mapping, const RecordKind& kind) {
    return std::any_of(kind.fields.begin(), kind.fields.end(), [&](const RecordField& field) {
        return field.required && !field.fallbackField.empty() && mapping.fields[field.position] == noColumn;
    });
}

/// Whether there is no column for what tells the kind from others: its own number, of roads the class as well. Rows may do without;
/// a table without a name is then asked about.
bool lacksItsMark(const ColumnMapping& mapping, const RecordKind& kind) {
    if (kind.role == Role::roads && mapping.fields[fields::roads.managementClass.position] == noColumn) return true;
    const RecordField* number = kind.key.empty() ? nullptr : findField(kind, kind.key.front());
    return number != nullptr && number->reference == Reference::none && mapping.fields[number->position] == noColumn;
}

enum class Sign : std::uint8_t { clear, weak, markless };

struct FittingRole {
    Role role;
    std::ptrdiff_t columns;
    Sign sign;
};

/// Kinds whose required columns are there, of those with the clearest signs, by how many columns they know.
std::vector<FittingRole> rolesByColumns(const FeatureTable& source) {
    std::vector<FittingRole> roles;
    for (const RecordKind& kind : recordKinds()) {
        if (!fits(source, kind)) continue;
        const std::ptrdiff_t count = knownColumns(source, kind);
        const ColumnMapping mapping = mapColumns(source, kind);
        const Sign sign = lacksItsMark(mapping, kind) ? Sign::markless : needsFallback(mapping, kind) ? Sign::weak : Sign::clear;
        if (count > 1) roles.push_back({kind.role, count, sign}); // one matching column says nothing
    }
    std::stable_sort(roles.begin(), roles.end(), [](const FittingRole& a, const FittingRole& b) {
        return a.sign != b.sign ? a.sign < b.sign : a.columns > b.columns;
    });
    std::erase_if(roles, [&](const FittingRole& one) { return one.sign != roles.front().sign; });
    return roles;
}

} // namespace

RoleGuess guessRole(const std::vector<std::string>& names, const FeatureTable& source) {
    RoleGuess guess;
    std::optional<Role> named;
    for (const std::string& name : names) {
        const std::string key = headerKey(name);
        const LongestWord word(key, source);
        if (!word.role()) continue;
        if (!named) named = word.role();
        if (!word.isStrong() && !word.roleThatFits()) continue;
        guess.role = word.roleThatFits() ? word.roleThatFits() : word.role();
        return guess;
    }
    const auto roles = rolesByColumns(source);
    for (const FittingRole& one : roles) guess.rivals.push_back(one.role);
    const bool clear = roles.size() == 1 || (roles.size() > 1 && roles[0].columns > roles[1].columns);
    if (clear) guess.role = roles.front().role;
    // The name is kept although columns are missing, so that the user learns which; without one the user is asked.
    if (roles.empty() || roles.front().sign == Sign::markless) guess.role = named;
    return guess;
}

} // namespace banlang
