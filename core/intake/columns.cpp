// SPDX-License-Identifier: MIT
#include "core/intake/columns.h"

#include "core/text/keys.h"

#include <algorithm>
#include <filesystem>

namespace banlang {
namespace {

template <class Visit> void eachAlias(std::string_view aliases, Visit&& visit) {
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find('|'), aliases.size());
        visit(aliases.substr(0, end));
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
}

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
                                  {"tuyen_xanh", Role::greenRoutes}};

bool holdsWord(const std::string& name, const std::string& word) {
    return ("_" + name + "_").find("_" + word + "_") != std::string::npos;
}

/// The longest word that the name holds decides: "road_works_2022" is not roads.
std::optional<Role> roleByName(const std::string& name, GeometryKind geometry) {
    std::optional<Role> best;
    std::size_t bestLength = 0;
    const auto offer = [&](const std::string& word, Role role) {
        if (word.size() <= bestLength || !holdsWord(name, word) || !geometryFits(geometry, recordKind(role))) return;
        best = role;
        bestLength = word.size();
    };
    for (const RecordKind& kind : recordKinds()) {
        offer(headerKey(kind.id), kind.role);
        offer(std::string(kind.table), kind.role);
    }
    for (const RoleWord& entry : roleWords) offer(std::string(entry.word), entry.role);
    return best;
}

std::optional<Role> roleByColumns(const FeatureTable& source) {
    std::optional<Role> best;
    std::ptrdiff_t bestCount = 1; // one matching column says nothing
    for (const RecordKind& kind : recordKinds()) {
        if (!geometryFits(source.geometry.kind, kind)) continue;
        const std::vector<int> mapping = mapColumns(source, kind);
        if (!missingRequired(mapping, kind).empty()) continue;
        const auto count = std::count_if(mapping.begin(), mapping.end(), [](int column) { return column != noColumn; });
        if (count > bestCount) {
            best = kind.role;
            bestCount = count;
        }
    }
    return best;
}

} // namespace

std::vector<int> mapColumns(const FeatureTable& source, const RecordKind& kind) {
    std::vector<std::string> headers;
    for (const Column& column : source.columns) headers.push_back(headerKey(column.name));
    std::vector<bool> used(headers.size(), false);
    std::vector<int> mapping(kind.fields.size(), noColumn);
    const auto take = [&](std::size_t field, std::string_view name) {
        if (mapping[field] != noColumn) return;
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (used[i] || headers[i] != name) continue;
            used[i] = true;
            mapping[field] = static_cast<int>(i);
            return;
        }
    };
    for (std::size_t field = 0; field < mapping.size(); ++field) take(field, kind.fields[field].name);
    for (std::size_t field = 0; field < mapping.size(); ++field)
        eachAlias(kind.fields[field].aliases, [&](std::string_view alias) { take(field, alias); });
    for (std::size_t field = 0; field < mapping.size(); ++field) {
        take(field, headerKey(kind.fields[field].label.vi));
        take(field, headerKey(kind.fields[field].label.en));
    }
    return mapping;
}

std::vector<std::string> missingRequired(const std::vector<int>& mapping, const RecordKind& kind) {
    std::vector<std::string> missing;
    for (std::size_t field = 0; field < mapping.size(); ++field) {
        if (mapping[field] == noColumn && kind.fields[field].required) missing.emplace_back(kind.fields[field].name);
    }
    return missing;
}

bool geometryFits(GeometryKind source, const RecordKind& kind) {
    if (source == kind.geometry) return true;
    if (kind.geometryRequired) return false;
    const bool hasCentre = findField(kind, "centre_x_m") != nullptr;
    return source == GeometryKind::none || (source == GeometryKind::point && hasCentre);
}

std::optional<Role> guessRole(std::string_view file, const FeatureTable& source) {
    if (const auto role = roleByName(headerKey(source.name), source.geometry.kind)) return role;
    if (const auto role = roleByName(headerKey(std::filesystem::path(file).stem().string()), source.geometry.kind)) return role;
    return roleByColumns(source);
}

} // namespace banlang
