// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

// What offices keep beside their records: scenarios, meetings, notes, published figures. A document is never changed: a new one of
// its kind and key supersedes those that were current. Documents travel between stores like batches do.

namespace banlang {

struct StoredDocument {
    std::string id;   ///< hash of all below; the same document in every store
    std::string kind; ///< "scenario", "note"
    std::string key;  ///< names it among those of its kind
    std::string json;
    std::string madeAt; ///< ISO 8601, UTC; filled in where it is missing
    std::string madeBy;
    std::string supersedes; ///< ids, separated by blanks
};

/// Keeps a document in place of the current ones of its kind and key; in a transaction of its own. One that says the same as the
/// only current one changes nothing. Fails (usage: document-not-json) for what is no JSON.
[[nodiscard]] Result<StoredDocument> saveDocument(const std::string& storePath, StoredDocument document);

/// The current documents of a kind, by key and id; `key` empty: all keys. Several of one key are in conflict: offices changed it
/// without knowing of each other; the next one that is saved settles it.
[[nodiscard]] Result<std::vector<StoredDocument>> currentDocuments(const std::string& storePath, std::string_view kind,
                                                                   std::string_view key = {});

} // namespace banlang
