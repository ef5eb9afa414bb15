// SPDX-License-Identifier: MIT
#pragma once

#include "layers/provenance.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// One thing that a file says of itself.
struct ProvenanceLine {
    std::string_view key; ///< for programs: "title", "as_of", "audience", "sources", "program", "made_at", "command"
    Label label;
    std::string value; ///< in the reader's language
};

/// All that is known, in a fixed order.
[[nodiscard]] std::vector<ProvenanceLine> provenanceLines(const Provenance& provenance, Language language);

/// The same without title and program, as one sentence after another, for formats with one field for a description.
[[nodiscard]] std::string provenanceText(const Provenance& provenance, Language language);

[[nodiscard]] std::string sourcesText(const Provenance& provenance, Language language);
[[nodiscard]] std::string madeAtIso(const Provenance& provenance); ///< 2022-05-18T07:30:00Z

} // namespace banlang
