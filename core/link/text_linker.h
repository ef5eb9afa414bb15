// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_overrides.h"
#include "core/link/link_targets.h"
#include "core/link/number_references.h"
#include "core/link/table_linking.h"

#include <optional>

namespace banlang {

/// Links records by what they say, field by field: units, roads and things by id or name, parcels by number, households by their
/// head; before all that by what people decided about these words.
class TextLinker {
public:
    TextLinker(TableLinking& linking, LinkTargets& targets, const LinkOverrideIndex& overrides)
        : linking_(linking), targets_(targets), overrides_(overrides) {}
    void link();

private:
    /// A field of a kind with all that its words are looked up in.
    struct ReferenceField {
        const RecordField& field;
        const Column& column;
        std::optional<NumberReferences> numbers; ///< what is named by a number of its issuer
        const AdminUnitIndex* names = nullptr;   ///< what has a code of the state, or a name
    };

    void byText(const RecordField& field);
    void byHead(const RecordField& field);
    void applyOverride(const RecordField& field, std::size_t row, const LinkOverride& linkOverride);
    [[nodiscard]] TextMatch decidedRow(Role target, std::size_t row, std::string_view text);
    [[nodiscard]] std::vector<const LinkOverride*> overridesOf(const ReferenceField& reference);
    [[nodiscard]] std::vector<std::uint8_t> matchAll(const ReferenceField& reference,
                                                     const std::vector<const LinkOverride*>& overrides);
    [[nodiscard]] TextMatch match(const ReferenceField& reference, std::size_t row) const;
    [[nodiscard]] CodeDays codeDays(std::size_t row) const;
    [[nodiscard]] std::int32_t communeOf(std::size_t row) const;
    [[nodiscard]] std::int32_t parentOf(const ReferenceField& reference, std::size_t row) const;
    [[nodiscard]] std::string scopeOf(const ReferenceField& reference, std::size_t row) const;
    [[nodiscard]] bool isOfDistrictLevel(const RecordField& field, std::size_t row, std::string_view rawText);
    [[nodiscard]] bool findUnitOfVillage(const RecordField& field, std::size_t row, std::string_view rawText);
    [[nodiscard]] std::int32_t householdOfHead(std::size_t row, std::string_view head, bool saysVillage);
    [[nodiscard]] const LinkOverride* overrideOfHead(const RecordField& field, std::size_t row, std::string_view head) const;
    [[nodiscard]] std::string unitOfHead(std::size_t row) const;

    TableLinking& linking_;
    LinkTargets& targets_;
    const LinkOverrideIndex& overrides_;
};

} // namespace banlang
