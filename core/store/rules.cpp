// SPDX-License-Identifier: MIT
#include "core/store/rules.h"

#include "core/analysis/rule_files/rule_files.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"

#include <fmt/format.h>

namespace banlang {
namespace {

/// Says in which store the text lies, and how what ships comes back.
Error inStore(Error error, const std::string& storePath) {
    const std::string file = error.where.file;
    error.hint.vi += fmt::format("; hoặc trở lại theo phần mềm: banlang rules KHO --reset {}", file);
    error.hint.en += fmt::format("; or go back to what ships: banlang rules STORE --reset {}", file);
    error.where.layer = file;
    error.where.file = storePath;
    return error;
}

} // namespace

Result<std::shared_ptr<const AnalysisRules>> storedRules(const std::string& storePath) {
    BANLANG_TRY(texts, storedRuleTexts(storePath));
    auto rules = readRules(std::move(texts));
    if (!rules) return Unexpected(inStore(std::move(rules.error()), storePath));
    return rules;
}

Result<RuleTexts> storedRuleTexts(const std::string& storePath) {
    BANLANG_TRY(opened, detail::openStoreFile(storePath, false));
    const detail::Database& rulesDatabase = opened.database;
    RuleTexts rules;
    detail::Statement select = rulesDatabase.prepare("SELECT file, text FROM banlang_rules ORDER BY fid");
    while (select.row()) rules.own[std::string(select.text(0))] = std::string(select.text(1));
    if (select.failed()) return Unexpected(rulesDatabase.error());
    return rules;
}

Result<void> setRule(const std::string& storePath, const std::string& file, const std::string& text) {
    BANLANG_CHECK(checkRuleText(file, text));
    BANLANG_TRY(opened, detail::openStoreFile(storePath, true));
    const detail::Database& rulesDatabase = opened.database;
    return detail::inTransaction(rulesDatabase, [&]() -> Result<void> {
        detail::Statement remove = rulesDatabase.prepare("DELETE FROM banlang_rules WHERE file = ?");
        remove.bind(1, file);
        detail::Statement insert = rulesDatabase.prepare("INSERT INTO banlang_rules (file, text) VALUES (?, ?)");
        insert.bind(1, file);
        insert.bind(2, text);
        if (!remove.done() || !insert.done()) return Unexpected(rulesDatabase.error());
        return {};
    });
}

Result<void> resetRule(const std::string& storePath, const std::string& file) {
    BANLANG_TRY(rules, storedRuleTexts(storePath));
    if (!rules.isReplaced(file)) {
        return Unexpected(Error{ErrorKind::usage,
                                "rules-not-replaced",
                                {fmt::format("Kho này chưa thay tệp “{}”", file), fmt::format("“{}” is not replaced here", file)},
                                {"Xem danh sách bằng banlang rules KHO --list", "See the list with banlang rules STORE --list"},
                                {storePath, {}, -1, {}}});
    }
    BANLANG_TRY(opened, detail::openStoreFile(storePath, true));
    const detail::Database& rulesDatabase = opened.database;
    detail::Statement remove = rulesDatabase.prepare("DELETE FROM banlang_rules WHERE file = ?");
    remove.bind(1, file);
    if (!remove.done()) return Unexpected(rulesDatabase.error());
    return {};
}

} // namespace banlang
