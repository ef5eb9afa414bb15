// SPDX-License-Identifier: MIT
#include "core/link/review_sheet.h"

#include "core/io/source.h"
#include "core/link/link_candidates.h"
#include "core/link/to_parcel.h"
#include "core/link/to_unit.h"
#include "core/text/inert_text.h"
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
std::string idOf(const OpenLink& open) {
    const std::string words = fmt::format("{}\x1f{}\x1f{}\x1f{}", recordKind(open.role).id, open.field, open.key, open.within);
    return fmt::format("q{:016x}", XXH3_64bits(words.data(), words.size()));
}

std::string quoted(std::string_view said) {
    const std::string text = inertText(said);
    if (text.find_first_of(",;\"\n\r") == std::string::npos) return text;
    std::string cell = "\"";
    for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
    return cell + '"';
}

std::string candidatesText(const District& district, const OpenLink& open, std::size_t limit) {
    std::string text;
    for (const LinkCandidate& candidate : candidatesFor(district, open, limit)) {
        if (!text.empty()) text += "; ";
        text += candidate.name.empty() ? candidate.key : fmt::format("{} ({})", candidate.key, candidate.name);
    }
    return text;
}

Error cannotUse(std::string_view code, Bilingual message, Bilingual hint, ErrorPlace where) {
    return {ErrorKind::inputUnreadable, std::string(code), std::move(message), std::move(hint), std::move(where)};
}

Error notASheet(const std::string& path) {
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
    explicit Targets(const District& district) : district_(district) {}

    /// The key as the store writes it.
    [[nodiscard]] std::optional<std::string> find(const RecordField* field, const std::string& key) {
        if (field == nullptr) return firstOf({Role::villages, Role::communes}, key);
        const Role role = targetOf(field->reference);
        if (role == Role::parcels) return parcel(key);
        return field->name == "unit_code" ? firstOf({role, Role::villages}, key) : firstOf({role}, key);
    }

private:
    std::optional<std::string> firstOf(std::initializer_list<Role> roles, const std::string& key) {
        for (const Role role : roles) {
            const auto& rows = index(role).codeRows(key);
            if (!rows.empty()) return targetKey(district_, role, static_cast<std::size_t>(rows.front()));
        }
        return std::nullopt;
    }
    std::optional<std::string> parcel(const std::string& key) {
        const ParcelKeyText parts = splitParcelKey(key);
        const std::int32_t commune = index(Role::communes).findCode(parts.commune).row;
        const std::array names = {ParcelName{commune, parts.sheet, parts.number}};
        const std::int32_t row = findParcels(district_.table(Role::parcels), district_.linksOf(Role::parcels), names).front();
        return row < 0 ? std::nullopt : std::optional(targetKey(district_, Role::parcels, static_cast<std::size_t>(row)));
    }
    const UnitIndex& index(Role role) {
        const std::string_view code = role == Role::communes || role == Role::villages ? "code" : "id";
        return indexes_.try_emplace(role, district_.table(role), code, std::span<const std::int32_t>()).first->second;
    }

    const District& district_;
    std::map<Role, UnitIndex> indexes_;
};

} // namespace

std::string reviewSheet(const District& district, std::span<const TableLinkReport> reports, std::size_t candidates,
                        Language language) {
    struct Line {
        const OpenLink* open;
        std::size_t records = 0;
    };
    std::vector<Line> lines;
    std::map<std::string, std::size_t> lineOf;
    for (const TableLinkReport& report : reports) {
        for (const OpenLink& open : report.open) {
            // What says nothing at all cannot be decided upon.
            if (open.key.empty()) continue;
            const auto [place, isNew] = lineOf.try_emplace(idOf(open), lines.size());
            if (isNew) lines.push_back({&open});
            ++lines[place->second].records;
        }
    }
    std::string csv = "\xEF\xBB\xBF";
    csv += fmt::format("{}\r\n", fmt::join(columns, ","));
    for (const auto& [open, records] : lines) {
        const std::array cells = {std::string(recordKind(open->role).id),
                                  open->field,
                                  open->key,
                                  open->within,
                                  std::to_string(records),
                                  open->reason.in(language),
                                  candidatesText(district, *open, candidates),
                                  std::string(),
                                  std::string(),
                                  idOf(*open)};
        for (std::size_t i = 0; i < cells.size(); ++i) csv += fmt::format("{}{}", i == 0 ? "" : ",", quoted(cells[i]));
        csv += "\r\n";
    }
    return csv;
}

Result<std::vector<ReviewLine>> readReviewSheet(const std::string& path) {
    BANLANG_TRY(source, Source::open(path));
    BANLANG_TRY(raw, source.read(0));
    const FeatureTable& table = raw.table;
    if (table.rowCount == 0 || !raw.cells) return Unexpected(notASheet(path));
    std::map<std::string, const Column*> named;
    for (const Column& column : table.columns) named[headerKey(column.text[0])] = &column;
    for (const char* needed : {"role", "field", "said", "within", "target"}) {
        if (!named.contains(needed)) return Unexpected(notASheet(path));
    }
    std::vector<ReviewLine> lines;
    for (std::size_t row = 1; row < table.rowCount; ++row) {
        ReviewLine line;
        line.row = raw.rowNumber(row);
        const std::pair<const char*, std::string*> cells[] = {
            {"role", &line.role},     {"field", &line.field}, {"said", &line.said}, {"within", &line.within},
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

Result<std::vector<LinkDecision>> decisionsOf(std::span<const ReviewLine> lines, const std::string& path, const District& district,
                                              std::span<const TableLinkReport> reports) {
    std::map<std::string, const OpenLink*> openById;
    for (const TableLinkReport& report : reports) {
        for (const OpenLink& open : report.open) openById.try_emplace(idOf(open), &open);
    }
    Targets targets(district);
    std::vector<LinkDecision> decisions;
    for (const ReviewLine& line : lines) {
        LinkDecision decision;
        const auto known = openById.find(line.id);
        const std::optional<Role> role = known == openById.end() ? roleFromId(line.role) : std::optional(known->second->role);
        if (!role) return Unexpected(unknownField(line, path));
        decision.role = *role;
        decision.field = known == openById.end() ? line.field : known->second->field;
        decision.said = known == openById.end() ? line.said : known->second->key;
        decision.within = known == openById.end() ? line.within : known->second->within;
        decision.reason = line.note;
        const RecordField* field = findField(recordKind(*role), decision.field);
        const bool refers = field != nullptr ? field->reference != Reference::none : decision.field == placeField;
        if (!refers) return Unexpected(unknownField(line, path));
        if (line.target != "-") {
            const auto target = targets.find(field, line.target);
            if (!target) return Unexpected(unknownTarget(line, path));
            decision.target = *target;
        }
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

} // namespace banlang
