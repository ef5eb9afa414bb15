// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/role.h"

#include <cstdint>
#include <string_view>

namespace banlang::fields {

/// The fields of one kind of record. A kind lists its handles as members, in the order of its columns; each counts the next.
template <Role role> struct KindFields {
    std::uint16_t count = 0; ///< fields named so far

protected:
    constexpr TextField textField(std::string_view name) { return next<ColumnType::text>(name); }
    constexpr NumberField numberField(std::string_view name) { return next<ColumnType::number>(name); }
    constexpr DateField dateField(std::string_view name) { return next<ColumnType::date>(name); }

private:
    template <ColumnType type> constexpr TypedField<type> next(std::string_view name) {
        return {{name, type, count++, tableKind(role)}};
    }
};

/// One handle for a field that several kinds have under the same name, for what is asked of all of them alike.
template <ColumnType type, class... Others>
consteval TypedField<type> common(const TypedField<type>& first, const Others&... others) {
    if (((others.name != first.name || others.type != first.type) || ...)) throw "fields of different names or types";
    TypedField<type> shared = first;
    shared.kinds = (first.kinds | ... | others.kinds);
    return shared;
}

} // namespace banlang::fields
