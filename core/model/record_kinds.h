// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/geo/feature_table.h"
#include "core/model/fields/role.h"
#include "core/model/record_fields.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace banlang {

/// What a field points at. Linking resolves it to a row of that table.
enum class Reference : std::uint8_t {
    none,
    commune,
    village,
    road,
    parcelSheet,
    parcelNumber,
    household,
    householdHead, ///< name of a head of household; names one together with the village
    garden,
    house,
    roadWork,
};

/// Who may see a value. Anything that identifies a person, or his money, stays in the working group.
enum class Sensitivity : std::uint8_t { open, personal };

/// What import, store, attribute tables and exports know of a field beside its column.
struct RecordField : FieldHandle {
    Label label;
    std::string_view aliases; ///< other headers seen in the field, without accents, lower case, separated by |
    bool required = false;
    Reference reference = Reference::none;
    Sensitivity sensitivity = Sensitivity::open;
    bool blankMeansNo = false;           ///< yes or no, where a sheet of crosses leaves "no" blank
    std::string_view fallbackField = {}; ///< field that a required value may be missing for, when that one is there
    bool internal = false;               ///< kept by the import: no source has it, and tables and exports leave it out
};

/// Calls visit(alias) for each of a field's other headers.
template <class Visit> void eachAlias(std::string_view aliases, Visit&& visit) {
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find('|'), aliases.size());
        visit(aliases.substr(0, end));
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
}

/// One declaration per kind, read by import, store, attribute tables and exports alike.
struct RecordKind {
    Role role;
    std::string_view id;    ///< on the command line: "road-works"
    std::string_view table; ///< in the store: "road_works"
    Label label;            ///< plural, lower case
    GeometryKind geometry = GeometryKind::none;
    bool geometryRequired = false;
    std::span<const RecordField> fields;
    std::span<const std::string_view> key;           ///< fields that together name one record; empty: rows have no number
    std::span<const std::string_view> identity = {}; ///< without a number: rows alike in these tell of one and the same event
};

[[nodiscard]] std::span<const RecordKind> recordKinds(); ///< one per Role, in its order
[[nodiscard]] const RecordKind& recordKind(Role role);
[[nodiscard]] std::optional<Role> roleFromId(std::string_view id);
[[nodiscard]] const RecordField* findField(const RecordKind& kind, std::string_view name);

/// A field and the fields that stand in for it where it is blank, the first of them first.
[[nodiscard]] std::vector<const RecordField*> fallbackChain(const RecordKind& kind, const RecordField& field);

/// By what other records name a row of a kind: the code of a unit, else the id.
[[nodiscard]] constexpr const TextField& codeField(Role role) {
    return role == Role::communes || role == Role::villages ? fields::units.code : fields::identified.id;
}

/// An empty table with one column per field.
[[nodiscard]] FeatureTable emptyTable(Role role);

} // namespace banlang
