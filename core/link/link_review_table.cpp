// SPDX-License-Identifier: MIT
#include "core/link/link_review_table.h"

#include "core/io/source.h"
#include "core/link/link_candidates.h"
#include "core/link/link_targets.h"
#include "core/link/parcel_lookup.h"
#include "core/text/formula_escape.h"
#include "core/text/keys.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace banlang {
namespace {

constexpr std::array<std::string_view, 10> columns = {"role",   "field",      "said",   "within", "records",
                                                      "reason", "candidates", "target", "note",   "id"};

/// Starts with a letter, so that no spreadsheet takes it for a number.
std::string idOf(const UnresolvedReference& unresolved) {
    const std::string words =
        fmt::format("{}\x1f{}\x1f{}\x1f{}", recordKind(unresolved.role).id, unresolved.field, unresolved.key, unresolved.scope);
    return fmt::format("q{:016x}", XXH3_64bits(words.data(), words.size()));
}

std::string inQuotes(std::string_view rawText) {
    std::string text = escapeFormulas(rawText);
    if (text.find_first_of(",;\"\n\r") == std::string::npos) return text;
    std::string cell = "\"";
    for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
    return cell + '"';
}

std::string candidatesText(const District& district, const UnresolvedReference& unresolved, std::size_t limit) {
    std::string text;
    for (const LinkCandidate& candidate : candidatesFor(district, unresolved, limit)) {
        if (!text.empty()) text += "; ";
        text += candidate.name.empty() ? candidate.key : fmt::format("{} ({})", candidate.key, candidate.name);
    }
    return text;
}

Error cannotUse(std::string_view code, Bilingual message, Bilingual hint, ErrorPlace where) {
    return {ErrorKind::inputUnreadable, std::string(code), std::move(message), std::move(hint), std::move(where)};
}

Error notAReviewTable(const std::string& path) {
    return cannotUse(
        "no-review-sheet",
        {"Tệp không có các cột role, field, said, within, target", "The file has no columns role, field, said, within, target"},
        {"Xuất bảng bằng banlang link KHO --export TỆP.csv rồi điền cột target",
         "Write the sheet with banlang link STORE --export FILE.csv and fill in the column target"},
        {path, {}, 1, {}});
}

Error unknownField(const ReviewLine& line, const std::string& path) {
    return cannotUse("field-unknown",
                     {fmt::format("Không có trường “{}” trong loại “{}”", line.field, line.role),
                      fmt::format("There is no field “{}” in the kind “{}”", line.field, line.role)},
                     {"Giữ nguyên các cột role, field của bảng đã xuất", "Leave the columns role and field as they were written"},
                     {path, {}, line.row, "field"});
}

Error unknownTarget(const ReviewLine& line, const std::string& path) {
    return cannotUse(
        "target-unknown",
        {fmt::format("Không có nơi nào mang mã “{}”", line.target), fmt::format("No place has the key “{}”", line.target)},
        {"Ghi mã ở cột candidates, mã khác có trong kho, hoặc “-” nếu không có nơi nào",
         "Write a key of the column candidates, another one that the store holds, or “-” if there is none"},
        {path, {}, line.row, "target"});
}

/// Finds the rows that targets name, as linking will.
class Targets {
public:
    explicit Targets(const District& district) : district_(district), targets_(district, *district.links) {}

    /// The key as the store writes it. Nothing where no row is meant, or several.
    [[nodiscard]] std::optional<std::string> find(const RecordField* field, const std::string& key, std::string_view scope) {
        if (field == nullptr) return firstOf({Role::villages, Role::communes}, key, scope);
        const Role role = targetOf(field->reference);
        if (role == Role::parcels) return parcel(key);
        return field->name == fields::unitReferences.unitCode.name ? firstOf({role, Role::villages}, key, scope)
                                                                   : firstOf({role}, key, scope);
    }

private:
    std::optional<std::string> firstOf(std::initializer_list<Role> roles, const std::string& key, std::string_view scope) {
        for (const Role role : roles) {
            const std::vector<std::int32_t> rows = targets_.decided(role, key);
            if (rows.empty()) continue;
            return role == Role::communes || role == Role::villages ? unit(role, rows, scope) : numbered(role, rows, scope);
        }
        return std::nullopt;
    }
    /// Units of one code that follow one another are one; of several communes' village 1 the one where the words were said.
    std::optional<std::string> unit(Role role, const std::vector<std::int32_t>& rows, std::string_view scope) const {
        std::optional<std::string> found;
        for (const std::int32_t row : rows) {
            const std::string key = exactTargetKey(district_, role, static_cast<std::size_t>(row));
            const bool within = key.starts_with(fmt::format("{}/", scope));
            if (within) return key;
            if (found && *found != key) return std::nullopt;
            found = key;
        }
        return found;
    }
    /// A bare number that several bear means that of the commune in which the words were said.
    std::optional<std::string> numbered(Role role, const std::vector<std::int32_t>& rows, std::string_view scope) {
        const auto communes = targets_.named(Role::communes).codeRows(scope);
        const TextMatch match = targets_.numbered(role).choose(rows, communes.empty() ? notLinked : communes.front());
        return match.row < 0 ? std::nullopt : std::optional(exactTargetKey(district_, role, static_cast<std::size_t>(match.row)));
    }
    std::optional<std::string> parcel(const std::string& key) {
        const ParcelKeyText parts = splitParcelKey(key);
        const std::int32_t commune = targets_.named(Role::communes).findCode(parts.commune).row;
        const std::array names = {ParcelName{commune, parts.sheet, parts.number}};
        const std::int32_t row = findParcels(district_.table(Role::parcels), district_.linksOf(Role::parcels), names).front();
        return row < 0 ? std::nullopt : std::optional(targetKey(district_, Role::parcels, static_cast<std::size_t>(row)));
    }

    const District& district_;
    LinkTargets targets_;
};

} // namespace

std::string linkReviewTable(const District& district, std::span<const TableLinkReport> reports, std::size_t candidates,
                            Language language) {
    struct Line {
        const UnresolvedReference* unresolved;
        std::size_t records = 0;
    };
    std::vector<Line> lines;
    std::map<std::string, std::size_t> lineOf;
    for (const TableLinkReport& report : reports) {
        for (const UnresolvedReference& unresolved : report.unresolved) {
            // What says nothing at all cannot be decided upon.
            if (unresolved.key.empty()) continue;
            const auto [place, isNew] = lineOf.try_emplace(idOf(unresolved), lines.size());
            if (isNew) lines.push_back({&unresolved});
            ++lines[place->second].records;
        }
    }
    std::string csv = "\xEF\xBB\xBF";
    csv += fmt::format("{}\r\n", fmt::join(columns, ","));
    for (const auto& [unresolved, records] : lines) {
        const std::array cells = {std::string(recordKind(unresolved->role).id),
                                  unresolved->field,
                                  unresolved->key,
                                  unresolved->scope,
                                  std::to_string(records),
                                  unresolved->reason.in(language),
                                  candidatesText(district, *unresolved, candidates),
                                  std::string(),
                                  std::string(),
                                  idOf(*unresolved)};
        for (std::size_t i = 0; i < cells.size(); ++i) csv += fmt::format("{}{}", i == 0 ? "" : ",", inQuotes(cells[i]));
        csv += "\r\n";
    }
    return csv;
}

Result<std::vector<ReviewLine>> readLinkReviewTable(const std::string& path) {
    BANLANG_TRY(source, Source::open(path));
    BANLANG_TRY(raw, source.read(0));
    const FeatureTable& table = raw.table;
    if (table.rowCount == 0 || !raw.cells) return Unexpected(notAReviewTable(path));
    std::map<std::string, const Column*> named;
    for (const Column& column : table.columns) named[headerKey(column.text[0])] = &column;
    for (const char* needed : {"role", "field", "said", "within", "target"}) {
        if (!named.contains(needed)) return Unexpected(notAReviewTable(path));
    }
    std::vector<ReviewLine> lines;
    for (std::size_t row = 1; row < table.rowCount; ++row) {
        ReviewLine line;
        line.row = raw.rowNumber(row);
        const std::pair<const char*, std::string*> cells[] = {
            {"role", &line.role},     {"field", &line.field}, {"said", &line.rawText}, {"within", &line.scope},
            {"target", &line.target}, {"note", &line.note},   {"id", &line.id}};
        for (const auto& [column, text] : cells) {
            if (const auto found = named.find(column); found != named.end()) *text = toNfc(found->second->text[row]);
        }
        const std::size_t last = line.target.find_last_not_of(' ');
        line.target.erase(last == std::string::npos ? 0 : last + 1);
        if (!line.target.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<LinkOverride>> overridesFrom(std::span<const ReviewLine> lines, const std::string& path,
                                                const District& district, std::span<const TableLinkReport> reports) {
    std::map<std::string, const UnresolvedReference*> unresolvedById;
    for (const TableLinkReport& report : reports) {
        for (const UnresolvedReference& unresolved : report.unresolved) unresolvedById.try_emplace(idOf(unresolved), &unresolved);
    }
    Targets targets(district);
    std::vector<LinkOverride> linkOverrides;
    for (const ReviewLine& line : lines) {
        LinkOverride linkOverride;
        const auto known = unresolvedById.find(line.id);
        const std::optional<Role> role = known == unresolvedById.end() ? roleFromId(line.role) : std::optional(known->second->role);
        if (!role) return Unexpected(unknownField(line, path));
        linkOverride.role = *role;
        linkOverride.field = known == unresolvedById.end() ? line.field : known->second->field;
        linkOverride.rawText = known == unresolvedById.end() ? line.rawText : known->second->key;
        linkOverride.scope = known == unresolvedById.end() ? line.scope : known->second->scope;
        linkOverride.reason = line.note;
        const RecordField* field = findField(recordKind(*role), linkOverride.field);
        const bool refers = field != nullptr ? field->reference != Reference::none : linkOverride.field == placeField;
        if (!refers) return Unexpected(unknownField(line, path));
        if (line.target != "-") {
            const auto target = targets.find(field, line.target, linkOverride.scope);
            if (!target) return Unexpected(unknownTarget(line, path));
            linkOverride.target = *target;
        }
        linkOverrides.push_back(std::move(linkOverride));
    }
    return linkOverrides;
}

} // namespace banlang
