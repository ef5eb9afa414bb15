// SPDX-License-Identifier: MIT
#include "core/intake/profile/columns.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace banlang {
namespace {

/// For the field, or for one that stands in for it.
bool hasColumnFor(const ColumnMapping& mapping, const RecordKind& kind, const RecordField& field) {
    const auto chain = fallbackChain(kind, field);
    return std::any_of(chain.begin(), chain.end(),
                       [&](const RecordField* one) { return mapping.fields[one->position] != noColumn; });
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
double similarity(const std::vector<std::string_view>& header, std::string_view name) {
    const std::vector<std::string_view> words = wordsOf(name);
    if (words.size() < 2) return 0;
    std::size_t found = 0;
    for (const std::string_view word : header) found += found < words.size() && word == words[found] ? 1U : 0U;
    return found == words.size() ? static_cast<double>(words.size()) / static_cast<double>(header.size()) : 0;
}

double similarity(const std::string& header, const RecordField& field) {
    const std::vector<std::string_view> words = wordsOf(header);
    double best = std::max(similarity(words, field.name), similarity(words, headerKey(field.label.vi)));
    eachAlias(field.aliases, [&](std::string_view alias) { best = std::max(best, similarity(words, alias)); });
    return best;
}

struct Similarity {
    double score;
    std::size_t field;
    std::size_t column;
};

/// Columns that nothing matched exactly go to the fields that they resemble most, best pairs first.
void mapBySimilarity(const RecordKind& kind, ColumnMapping& mapping, ColumnFinder& finder) {
    constexpr double enough = 0.6;
    std::vector<Similarity> pairs;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (mapping.fields[field] != noColumn || kind.fields[field].internal) continue;
        finder.eachFree([&](std::size_t column, const std::array<std::string, headerForms>& forms) {
            double score = 0;
            for (const std::string& form : forms) score = std::max(score, similarity(form, kind.fields[field]));
            if (score >= enough) pairs.push_back({score, field, column});
        });
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Similarity& a, const Similarity& b) { return a.score > b.score; });
    for (const Similarity& pair : pairs) {
        if (mapping.fields[pair.field] != noColumn || !finder.isFree(pair.column)) continue;
        finder.use(pair.column);
        mapping.fields[pair.field] = static_cast<int>(pair.column);
    }
}

bool namesUnit(const RecordField& field) {
    return field.reference == Reference::commune || field.reference == Reference::village;
}

void mapAsPlanned(const FeatureTable& source, const RecordKind& kind, const ImportProfile& profile, ColumnMapping& mapping,
                  ColumnFinder& finder) {
    for (std::size_t column = 0; column < source.columns.size(); ++column) {
        const auto planned = profile.fields.find(source.columns[column].name);
        if (planned == profile.fields.end()) continue;
        finder.use(column);
        for (std::size_t field = 0; field < kind.fields.size(); ++field) {
            if (kind.fields[field].name == planned->second && !kind.fields[field].internal)
                mapping.fields[field] = static_cast<int>(column);
        }
    }
}

} // namespace

ColumnMapping mapColumns(const FeatureTable& source, const RecordKind& kind, const ImportProfile& profile) {
    ColumnMapping mapping{std::vector<int>(kind.fields.size(), noColumn), std::vector<int>(kind.fields.size(), noColumn)};
    ColumnFinder finder(source);
    mapAsPlanned(source, kind, profile, mapping, finder);
    for (std::size_t form = 0; form < headerForms; ++form) {
        for (const NamedBy way : waysOfNaming) {
            for (std::size_t field = 0; field < kind.fields.size(); ++field) {
                if (mapping.fields[field] == noColumn && !kind.fields[field].internal)
                    mapping.fields[field] = finder.take(kind.fields[field], form, way);
            }
        }
    }
    mapBySimilarity(kind, mapping, finder);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (!namesUnit(kind.fields[field]) || mapping.fields[field] == noColumn) continue;
        for (std::size_t form = 0; form < headerForms && mapping.companions[field] == noColumn; ++form)
            mapping.companions[field] = finder.take(kind.fields[field], form, NamedBy::alias);
    }
    const bool keepsCommune = std::any_of(kind.fields.begin(), kind.fields.end(),
                                          [](const RecordField& field) { return field.reference == Reference::commune; });
    const RecordField& commune = *findField(recordKind(Role::villages), fields::villages.communeCode.name);
    for (std::size_t form = 0; form < headerForms && !keepsCommune && mapping.communeOfVillage == noColumn; ++form)
        mapping.communeOfVillage = finder.take(commune, form, NamedBy::alias);
    return mapping;
}

std::vector<std::string> missingRequired(const ColumnMapping& mapping, const RecordKind& kind, bool unitsCanBeTold) {
    std::vector<std::string> missing;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        const bool told = unitsCanBeTold && namesUnit(kind.fields[field]);
        if (kind.fields[field].required && !told && !hasColumnFor(mapping, kind, kind.fields[field]))
            missing.emplace_back(kind.fields[field].name);
    }
    return missing;
}

bool geometryFits(GeometryKind source, const RecordKind& kind) {
    if (source == kind.geometry) return true;
    if (kind.geometryRequired) return false;
    const bool hasCentre = findField(kind, fields::units.centreXM.name) != nullptr;
    return source == GeometryKind::none || (source == GeometryKind::point && hasCentre);
}

bool isKnownHeader(std::string_view key) {
    static const std::unordered_set<std::string> known = [] {
        std::unordered_set<std::string> keys{"stt", "tt", "so_tt", "ghi_chu", "x", "y"};
        for (const RecordKind& kind : recordKinds()) {
            for (const RecordField& field : kind.fields) {
                if (field.internal) continue;
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

} // namespace banlang
