// SPDX-License-Identifier: MIT
#include "core/store/documents.h"

#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace banlang {
namespace {

constexpr char separator = '\x1f';

std::string idOf(const StoredDocument& document) {
    std::string text;
    for (const std::string* part :
         {&document.kind, &document.key, &document.json, &document.supersedes, &document.madeAt, &document.madeBy}) {
        text += *part;
        text += separator;
    }
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Error notJson(const StoredDocument& document) {
    return {ErrorKind::usage,
            "document-not-json",
            {fmt::format("“{}” không phải là JSON", document.key), fmt::format("“{}” is no JSON", document.key)},
            {"Kiểm tra nội dung", "Check what it holds"},
            {}};
}

/// Several heads of one key stay several.
void leaveHeads(std::vector<StoredDocument>& documents) {
    std::set<std::string> superseded;
    for (const StoredDocument& document : documents) {
        std::istringstream ids(document.supersedes);
        for (std::string id; ids >> id;) superseded.insert(std::move(id));
    }
    std::erase_if(documents, [&](const StoredDocument& document) { return superseded.contains(document.id); });
}

Result<std::vector<StoredDocument>> headsOf(const detail::Database& database, std::string_view kind, std::string_view key) {
    detail::Statement select = database.prepare("SELECT id, kind, key, json, made_at, made_by, supersedes FROM banlang_documents "
                                                "WHERE kind = ?1 AND (?2 = '' OR key = ?2) ORDER BY key, id");
    if (!select.valid()) return Unexpected(database.error());
    const std::string wanted(key); // a view of nothing would be bound as NULL
    select.bind(1, kind);
    select.bind(2, std::string_view(wanted));
    std::vector<StoredDocument> documents;
    while (select.row()) {
        StoredDocument document;
        int column = 0;
        for (std::string* text : {&document.id, &document.kind, &document.key, &document.json, &document.madeAt, &document.madeBy,
                                  &document.supersedes})
            *text = select.text(column++);
        documents.push_back(std::move(document));
    }
    if (select.failed()) return Unexpected(database.error());
    leaveHeads(documents);
    return documents;
}

std::string now(const detail::Database& database) {
    detail::Statement select = database.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')");
    return select.row() ? std::string(select.text(0)) : std::string();
}

Result<void> insert(const detail::Database& database, const StoredDocument& document) {
    detail::Statement insert =
        database.prepare("INSERT OR IGNORE INTO banlang_documents (id, kind, key, json, supersedes, made_at, made_by) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?)");
    int parameter = 1;
    for (const std::string* text :
         {&document.id, &document.kind, &document.key, &document.json, &document.supersedes, &document.madeAt, &document.madeBy})
        insert.bind(parameter++, std::string_view(*text));
    return insert.valid() && insert.done() ? Result<void>() : Result<void>(Unexpected(database.error()));
}

} // namespace

Result<StoredDocument> saveDocument(const std::string& storePath, StoredDocument document) {
    if (!nlohmann::json::accept(document.json)) return Unexpected(notJson(document));
    BANLANG_TRY(file, detail::openStoreFile(storePath, true));
    const auto save = [&]() -> Result<void> {
        BANLANG_TRY(heads, headsOf(file.database, document.kind, document.key));
        if (heads.size() == 1 && heads.front().json == document.json) {
            document = heads.front();
            return {};
        }
        document.supersedes.clear();
        for (const StoredDocument& head : heads)
            document.supersedes += fmt::format("{}{}", document.supersedes.empty() ? "" : " ", head.id);
        if (document.madeAt.empty()) document.madeAt = now(file.database);
        document.id = idOf(document);
        return insert(file.database, document);
    };
    BANLANG_CHECK(detail::inTransaction(file.database, save));
    return document;
}

Result<std::vector<StoredDocument>> currentDocuments(const std::string& storePath, std::string_view kind, std::string_view key) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return headsOf(file.database, kind, key);
}

} // namespace banlang
