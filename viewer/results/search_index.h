// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"
#include "core/model/record_ref.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang::viewer {

struct SearchHit {
    RecordRef target;
    std::string name;
    std::string place; ///< the commune that it lies in; empty for communes
};

/// Communes, villages and roads by name, without accents, case or tone placement: "xa na sang" finds "Xã Nà Sáng".
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(const District& district);

    /// Names that begin with the text first, then names with a word that does, then names that hold it; ties by name.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view text, std::size_t most = 12) const;

private:
    struct Entry {
        std::string key;
        SearchHit hit;
    };
    std::vector<Entry> entries_;
};

} // namespace banlang::viewer
