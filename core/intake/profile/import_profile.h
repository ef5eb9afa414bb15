// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/record_kinds.h"
#include "core/text/encoding_guess.h"
#include "core/text/numbers.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang {

/// How one layer is to be read. What is set decides; what is not is guessed from the data. The same type holds what a user asks
/// for, what a store remembers of him, and what an import did in the end.
struct ImportProfile {
    bool skip = false;
    std::optional<Role> role;
    std::optional<std::pair<std::int64_t, std::int64_t>> headerRows; ///< of a worksheet, counted from 1
    std::optional<TextDecoding> decoding;                            ///< of all texts
    std::map<std::string, TextDecoding> decodings;                   ///< of single columns, by name (by letter in a worksheet)
    std::optional<int> epsg;
    std::optional<bool> swapAxes;
    std::map<std::string, std::string> fields; ///< column -> field of the role; "" leaves the column out
    std::map<std::string, DecimalMark> marks;  ///< column -> its decimal mark
    std::optional<std::string> commune;        ///< code of the commune of all rows that name none
    std::optional<Date> reportedOn;            ///< day as of which all rows speak that name none
    bool complete = false;                     ///< what it no longer names of its issuers has ended
    bool completeByMemory = false;             ///< nobody says so now: an earlier layer of that name was complete
    std::optional<int> storeEpsg;              ///< CRS that the store is to be in; of the store, and never remembered of a layer

    bool operator==(const ImportProfile&) const = default;
    [[nodiscard]] bool empty() const { return *this == ImportProfile(); }
};

/// What is set in `stronger` wins, column by column.
[[nodiscard]] ImportProfile mergedProfile(ImportProfile weaker, const ImportProfile& stronger);

/// Profiles by the layers that they are for, in the order of the file.
struct ImportProfileEntry {
    std::string file;  ///< path or its last parts; * stands for any text
    std::string layer; ///< empty: every layer of the file
    ImportProfile profile;
};
using ImportProfiles = std::vector<ImportProfileEntry>;

/// All entries that fit, later ones over earlier ones.
[[nodiscard]] ImportProfile profileFor(const ImportProfiles& book, const std::string& file, const std::string& layer);

/// A mapping file (TOML): [[layer]] tables, see docs/user/import.md. `name` is only for messages.
[[nodiscard]] Result<ImportProfiles> parseImportProfiles(const std::string& toml, const std::string& name);
[[nodiscard]] std::string toToml(const ImportProfiles& book);

/// Something that the data does not settle. Until it is answered the layer stays out (`blocking`) or is read with the first option.
struct Question {
    struct Option {
        std::string value; ///< as a mapping file takes it
        Bilingual label;
        double score = 0; ///< share of what was looked at that fits, 0 to 1
        std::vector<std::string> preview;
    };
    std::string kind; ///< "role", "crs", "store-crs", "encoding", "header", "commune"
    Bilingual text;
    std::vector<std::pair<std::string, std::string>> layers; ///< file and layer; one answer serves all of them
    std::vector<Option> options;                             ///< best first
    bool blocking = true;
    std::size_t records = 0; ///< whose figures hang on the answer, where the layers are loaded meanwhile
};

/// Adds a question, or its layers to one that asks the same with the same options, in the same order: equal questions about many
/// files are one.
void ask(std::vector<Question>& questions, Question question);

} // namespace banlang
