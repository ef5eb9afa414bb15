// SPDX-License-Identifier: MIT
#include "core/intake/columns.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <unordered_set>

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
                                  {"vuon_tap", Role::gardens}};

bool holdsWord(const std::string& name, const std::string& word) {
    return ("_" + name + "_").find("_" + word + "_") != std::string::npos;
}

struct NamedRole {
    std::optional<Role> role;
    bool strong = false; ///< a name of several words, or a long one, is no part of the name of a place by chance
};

/// The longest word that the name holds decides: "road_works_2022" is not roads.
NamedRole roleByName(const std::string& name, GeometryKind geometry) {
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
    constexpr std::size_t strongLength = 5;
    return {best, bestLength >= strongLength};
}

bool hasColumnFor(const ColumnMapping& mapping, const RecordKind& kind, std::string_view field) {
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (kind.fields[i].name == field) return mapping.fields[i] != noColumn;
    }
    return false;
}

bool fits(const FeatureTable& source, const RecordKind& kind) {
    return geometryFits(source.geometry.kind, kind) && missingRequired(mapColumns(source, kind), kind, true).empty();
}

/// Whether a column stands in for a required one: a weaker sign, since names of people stand in tables of every kind.
bool needsStandIn(const FeatureTable& source, const RecordKind& kind) {
    const ColumnMapping mapping = mapColumns(source, kind);
    return std::any_of(kind.fields.begin(), kind.fields.end(), [&](const RecordField& field) {
        return field.required && !field.standIn.empty() && !hasColumnFor(mapping, kind, field.name);
    });
}

/// Kinds whose required columns are there, by how many columns they know.
std::vector<std::pair<Role, std::ptrdiff_t>> rolesByColumns(const FeatureTable& source) {
    std::vector<std::pair<Role, std::ptrdiff_t>> roles;
    for (const RecordKind& kind : recordKinds()) {
        if (!fits(source, kind)) continue;
        const std::vector<int> fields = mapColumns(source, kind).fields;
        const auto count = std::count_if(fields.begin(), fields.end(), [](int column) { return column != noColumn; });
        if (count > 1) roles.emplace_back(kind.role, count); // one matching column says nothing
    }
    std::stable_sort(roles.begin(), roles.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const auto weak = std::stable_partition(roles.begin(), roles.end(),
                                            [&](const auto& role) { return !needsStandIn(source, recordKind(role.first)); });
    if (weak != roles.begin()) roles.erase(weak, roles.end());
    return roles;
}

std::string withoutBrackets(std::string_view header) {
    std::string text;
    int depth = 0;
    for (const char c : header) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) text += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return text;
}

std::string_view lowerLevel(std::string_view header) {
    const std::size_t slash = header.rfind(" / ");
    return slash == std::string_view::npos ? header : header.substr(slash + 3);
}

std::vector<std::string_view> wordsOf(std::string_view key) {
    std::vector<std::string_view> words;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find('_'), key.size());
        words.push_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return words;
}

/// The forms in which a header is looked up, best first.
constexpr std::size_t headerForms = 4;
std::array<std::string, headerForms> formsOf(std::string_view header) {
    return {headerKey(header), headerKey(withoutBrackets(header)), headerKey(lowerLevel(header)),
            headerKey(withoutBrackets(lowerLevel(header)))};
}

/// In this order, over all fields: an alias of one field may be the name of another.
enum class NamedBy : std::uint8_t { name, label, alias };
constexpr NamedBy waysOfNaming[] = {NamedBy::name, NamedBy::label, NamedBy::alias};

/// Finds columns for fields; every column once.
class ColumnFinder {
public:
    explicit ColumnFinder(const FeatureTable& source) : used_(source.columns.size(), false) {
        for (const Column& column : source.columns) headers_.push_back(formsOf(column.name));
    }

    void use(std::size_t column) { used_[column] = true; }
    [[nodiscard]] bool isFree(std::size_t column) const { return !used_[column]; }
    template <class Visit> void eachFree(Visit&& visit) const {
        for (std::size_t column = 0; column < headers_.size(); ++column) {
            if (!used_[column]) visit(column, headers_[column]);
        }
    }

    /// The first free column whose header, in this form, is what a field is called in this way.
    [[nodiscard]] int take(const RecordField& field, std::size_t form, NamedBy way) {
        if (way == NamedBy::name) return takeNamed(field.name, form);
        int found = noColumn;
        const auto offer = [&](std::string_view name) {
            if (found == noColumn) found = takeNamed(name, form);
        };
        if (way == NamedBy::label) {
            offer(headerKey(field.label.vi));
            offer(headerKey(field.label.en));
        } else {
            eachAlias(field.aliases, offer);
        }
        return found;
    }

private:
    [[nodiscard]] int takeNamed(std::string_view name, std::size_t form) {
        for (std::size_t column = 0; column < headers_.size(); ++column) {
            if (used_[column] || headers_[column][form] != name || name.empty()) continue;
            used_[column] = true;
            return static_cast<int>(column);
        }
        return noColumn;
    }

    std::vector<std::array<std::string, headerForms>> headers_;
    std::vector<bool> used_;
};

/// How well a header says what a field is called: the words of the name in their order, as a share of all words of the header. A
/// name of one word says too little.
double likeness(const std::vector<std::string_view>& header, std::string_view name) {
    const std::vector<std::string_view> words = wordsOf(name);
    if (words.size() < 2) return 0;
    std::size_t found = 0;
    for (const std::string_view word : header) found += found < words.size() && word == words[found] ? 1U : 0U;
    return found == words.size() ? static_cast<double>(words.size()) / static_cast<double>(header.size()) : 0;
}

double likeness(const std::string& header, const RecordField& field) {
    const std::vector<std::string_view> words = wordsOf(header);
    double best = std::max(likeness(words, field.name), likeness(words, headerKey(field.label.vi)));
    eachAlias(field.aliases, [&](std::string_view alias) { best = std::max(best, likeness(words, alias)); });
    return best;
}

struct Likeness {
    double score;
    std::size_t field;
    std::size_t column;
};

/// Columns that nothing matched exactly go to the fields that they resemble most, best pairs first.
void mapByLikeness(const RecordKind& kind, ColumnMapping& mapping, ColumnFinder& finder) {
    constexpr double enough = 0.6;
    std::vector<Likeness> pairs;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (mapping.fields[field] != noColumn) continue;
        finder.eachFree([&](std::size_t column, const std::array<std::string, headerForms>& forms) {
            double score = 0;
            for (const std::string& form : forms) score = std::max(score, likeness(form, kind.fields[field]));
            if (score >= enough) pairs.push_back({score, field, column});
        });
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Likeness& a, const Likeness& b) { return a.score > b.score; });
    for (const Likeness& pair : pairs) {
        if (mapping.fields[pair.field] != noColumn || !finder.isFree(pair.column)) continue;
        finder.use(pair.column);
        mapping.fields[pair.field] = static_cast<int>(pair.column);
    }
}

bool namesUnit(const RecordField& field) {
    return field.reference == Reference::commune || field.reference == Reference::village;
}

void mapAsPlanned(const FeatureTable& source, const RecordKind& kind, const LayerPlan& plan, ColumnMapping& mapping,
                  ColumnFinder& finder) {
    for (std::size_t column = 0; column < source.columns.size(); ++column) {
        const auto planned = plan.fields.find(source.columns[column].name);
        if (planned == plan.fields.end()) continue;
        finder.use(column);
        for (std::size_t field = 0; field < kind.fields.size(); ++field) {
            if (kind.fields[field].name == planned->second) mapping.fields[field] = static_cast<int>(column);
        }
    }
}

} // namespace

ColumnMapping mapColumns(const FeatureTable& source, const RecordKind& kind, const LayerPlan& plan) {
    ColumnMapping mapping{std::vector<int>(kind.fields.size(), noColumn), std::vector<int>(kind.fields.size(), noColumn)};
    ColumnFinder finder(source);
    mapAsPlanned(source, kind, plan, mapping, finder);
    for (std::size_t form = 0; form < headerForms; ++form) {
        for (const NamedBy way : waysOfNaming) {
            for (std::size_t field = 0; field < kind.fields.size(); ++field) {
                if (mapping.fields[field] == noColumn) mapping.fields[field] = finder.take(kind.fields[field], form, way);
            }
        }
    }
    mapByLikeness(kind, mapping, finder);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (!namesUnit(kind.fields[field]) || mapping.fields[field] == noColumn) continue;
        for (std::size_t form = 0; form < headerForms && mapping.companions[field] == noColumn; ++form)
            mapping.companions[field] = finder.take(kind.fields[field], form, NamedBy::alias);
    }
    const bool keepsCommune = std::any_of(kind.fields.begin(), kind.fields.end(),
                                          [](const RecordField& field) { return field.reference == Reference::commune; });
    const RecordField& commune = *findField(recordKind(Role::villages), "commune_code");
    for (std::size_t form = 0; form < headerForms && !keepsCommune && mapping.communeOfVillage == noColumn; ++form)
        mapping.communeOfVillage = finder.take(commune, form, NamedBy::alias);
    return mapping;
}

std::vector<std::string> missingRequired(const ColumnMapping& mapping, const RecordKind& kind, bool unitsCanBeTold) {
    std::vector<std::string> missing;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        const bool told = unitsCanBeTold && namesUnit(kind.fields[field]);
        const bool stoodIn = hasColumnFor(mapping, kind, kind.fields[field].standIn);
        if (mapping.fields[field] == noColumn && kind.fields[field].required && !told && !stoodIn)
            missing.emplace_back(kind.fields[field].name);
    }
    return missing;
}

bool geometryFits(GeometryKind source, const RecordKind& kind) {
    if (source == kind.geometry) return true;
    if (kind.geometryRequired) return false;
    const bool hasCentre = findField(kind, "centre_x_m") != nullptr;
    return source == GeometryKind::none || (source == GeometryKind::point && hasCentre);
}

bool isKnownHeader(std::string_view key) {
    static const std::unordered_set<std::string> known = [] {
        std::unordered_set<std::string> keys{"stt", "tt", "so_tt", "ghi_chu", "x", "y"};
        for (const RecordKind& kind : recordKinds()) {
            for (const RecordField& field : kind.fields) {
                keys.emplace(field.name);
                keys.insert(headerKey(field.label.vi));
                keys.insert(headerKey(field.label.en));
                eachAlias(field.aliases, [&](std::string_view alias) { keys.emplace(alias); });
            }
        }
        return keys;
    }();
    if (known.contains(std::string(key))) return true;
    // Units and asides follow the name: "dien_tich_hien_m2".
    std::vector<std::string_view> words = wordsOf(key);
    constexpr std::size_t mostAsides = 2;
    for (std::size_t aside = 0; aside < mostAsides && words.size() > 2; ++aside) {
        words.pop_back();
        const auto end = static_cast<std::size_t>(words.back().data() + words.back().size() - key.data());
        if (known.contains(std::string(key.substr(0, end)))) return true;
    }
    return false;
}

std::optional<CoordinateColumns> findCoordinates(const FeatureTable& source) {
    constexpr std::string_view xNames[] = {"x",   "x_m",  "toa_do_x",  "td_x",    "kinh_do",
                                           "lon", "long", "longitude", "easting", "dong"};
    constexpr std::string_view yNames[] = {"y", "y_m", "toa_do_y", "td_y", "vi_do", "lat", "latitude", "northing", "bac"};
    CoordinateColumns found;
    const auto among = [](const auto& names, const std::string& key) {
        return std::find(std::begin(names), std::end(names), key) != std::end(names);
    };
    for (std::size_t column = 0; column < source.columns.size(); ++column) {
        for (const std::string& form : formsOf(source.columns[column].name)) {
            if (found.x == noColumn && among(xNames, form)) found.x = static_cast<int>(column);
            if (found.y == noColumn && among(yNames, form)) found.y = static_cast<int>(column);
        }
    }
    if (found.x == noColumn || found.y == noColumn || found.x == found.y) return std::nullopt;
    return found;
}

RoleGuess guessRole(const std::vector<std::string>& names, const FeatureTable& source) {
    RoleGuess guess;
    std::optional<Role> named;
    for (const std::string& name : names) {
        const auto [role, strong] = roleByName(headerKey(name), source.geometry.kind);
        if (!role) continue;
        if (!named) named = role;
        if (!strong && !fits(source, recordKind(*role))) continue;
        guess.role = role;
        return guess;
    }
    const auto roles = rolesByColumns(source);
    for (const auto& [role, count] : roles) guess.rivals.push_back(role);
    const bool clear = roles.size() == 1 || (roles.size() > 1 && roles[0].second > roles[1].second);
    if (clear) guess.role = roles.front().first;
    // The name is kept although columns are missing, so that the user learns which.
    if (roles.empty()) guess.role = named;
    return guess;
}

} // namespace banlang
