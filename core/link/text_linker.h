// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_overrides.h"
#include "core/link/link_targets.h"
#include "core/link/table_linking.h"

namespace banlang {

/// Links records by what they say, field by field: units, roads and things by id or name, parcels by number, households by their
/// head; before all that by what people decided about these words.
class TextLinker {
public:
    TextLinker(TableLinking& linking, LinkTargets& targets, const LinkOverrideIndex& overrides)
        : linking_(linking), targets_(targets), overrides_(overrides) {}
    void link();

private:
    void byText(const RecordField& field);
    void byParcelName();
    void byHead(const RecordField& field);
    void applyOverride(const RecordField& field, std::size_t row, const LinkOverride& linkOverride);
    [[nodiscard]] std::int32_t parentOf(const RecordField& field, std::size_t row) const;
    [[nodiscard]] bool findUnitOfVillage(const RecordField& field, std::size_t row, std::string_view rawText);
    [[nodiscard]] std::int32_t householdOfHead(std::size_t row, std::string_view head, bool saysVillage);
    [[nodiscard]] std::string unitOfHead(std::size_t row) const;

    TableLinking& linking_;
    LinkTargets& targets_;
    const LinkOverrideIndex& overrides_;
};

} // namespace banlang
