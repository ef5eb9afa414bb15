// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/problem_list.h"
#include "core/model/record_kinds.h"

#include <cstdint>
#include <string>
#include <vector>

// A blank cell says nothing. That a value which was reported before is to go, a source says by "x", "bỏ" or "xóa" in its cell.

namespace banlang {

/// A cell that says so.
struct ErasedCell {
    std::uint32_t row;
    const RecordField* field;
    std::string column; ///< as the source calls it
    std::string written;
};

/// Whether a number means yes or no, so that a cross is an answer.
[[nodiscard]] bool asksYesOrNo(const RecordField& field);
/// A cross alone: "yes", and no number.
[[nodiscard]] bool isCross(std::string_view text);

/// Takes such cells out of a column of texts that is to become a date, a number or what is measured. They stay where they must be
/// filled, name the record or answer a question, and where a column holds nothing but crosses: those say "done".
void takeErased(Column& source, const RecordKind& kind, const RecordField& field, std::vector<ErasedCell>& erased);

/// Per row, fieldBit of what it says is to be blank; empty where no row says so. Only rows with a number can: what others are about
/// is told by what they say, and their cells are listed as unreadable.
[[nodiscard]] std::vector<std::uint64_t> erasedFields(FeatureTable& rows, const RecordKind& kind,
                                                      const std::vector<ErasedCell>& erased, ProblemList& problems);

} // namespace banlang
