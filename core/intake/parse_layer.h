// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/profile/encoding.h"
#include "core/intake/typing.h"

#include <string>
#include <vector>

namespace banlang {

/// A layer on its way in: its texts are readable, a worksheet has found its header, and its kind is known.
struct ParsedLayer {
    std::string file;
    RawLayer raw;
    ImportProfile userProfile; ///< by the user, now or before
    Role role = Role::communes;
    std::vector<ColumnDecoding> decodings;
    std::optional<std::pair<std::int64_t, std::int64_t>> headerRows; ///< of a worksheet
    WorksheetNotes notes;
    std::vector<std::string> names;   ///< what stands over the data, nearest first: titles, layer, file, folder
    std::vector<RowProblem> problems; ///< rows that were no records, doubts
};

/// Makes a raw layer readable and tells what it holds. Fails, perhaps with a question, when no header or no kind is found; such an
/// error has the code "no-table" when there is nothing in the layer that could be one.
[[nodiscard]] Result<ParsedLayer> parseLayer(RawLayer raw, const std::string& file, const ImportProfile& userProfile,
                                             const std::vector<EncodingGuess>& guesses, const EncodingTally& import,
                                             std::vector<Question>& questions);

} // namespace banlang
