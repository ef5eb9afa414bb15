// SPDX-License-Identifier: MIT
// The mapping file: profiles as TOML, so that they can be read, edited and used again.
#include "core/geo/crs.h"
#include "core/intake/profile/import_profile.h"
#include "core/text/dates.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace banlang {
namespace {

Error badProfile(const std::string& name, std::int64_t line, Bilingual message) {
    return {
        ErrorKind::usage,
        "bad-mapping",
        std::move(message),
        {"Sửa dòng này trong tệp ánh xạ; xem docs/user/import.md", "Mend this line of the mapping file; see docs/user/import.md"},
        {name, {}, line, {}}};
}

Error noLayers(const std::string& name, const toml::node& node) {
    return badProfile(name, node.source().begin.line,
                      {"Tệp ánh xạ gồm các bảng [[layer]]", "A mapping file is made of [[layer]] tables"});
}

bool isField(std::string_view name) {
    const auto kinds = recordKinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const RecordKind& kind) { return findField(kind, name) != nullptr; });
}

/// Reads one [[layer]] table; the first thing that cannot be understood is kept.
class EntryReader {
public:
    EntryReader(const toml::table& table, const std::string& name) : table_(table), name_(name) {}

    Result<ImportProfileEntry> read() {
        ImportProfileEntry entry;
        entry.file = "*";
        for (const auto& [key, node] : table_) {
            if (key.str() == "file")
                entry.file = textOf(node);
            else if (key.str() == "layer")
                entry.layer = textOf(node);
            else
                readSetting(std::string(key.str()), node, entry.profile);
        }
        if (failure_) return Unexpected(*failure_);
        return entry;
    }

private:
    void readSetting(const std::string& key, const toml::node& node, ImportProfile& profile) {
        if (key == "skip") {
            profile.skip = known(node.value<bool>(), node).value_or(false);
        } else if (key == "role") {
            profile.role = known(roleFromId(node.value_or(std::string())), node);
        } else if (key == "encoding") {
            profile.decoding = known(textDecodingFromText(node.value_or(std::string())), node);
        } else if (key == "crs") {
            profile.epsg = known(epsgFromText(node.value_or(std::string())), node);
        } else if (key == "store_crs") {
            profile.storeEpsg = known(epsgFromText(node.value_or(std::string())), node);
        } else if (key == "swap_axes") {
            profile.swapAxes = known(node.value<bool>(), node);
        } else if (key == "commune") {
            profile.commune = known(node.value<std::string>(), node);
        } else if (key == "complete") {
            profile.complete = known(node.value<bool>(), node).value_or(false);
        } else if (key == "report_day") {
            profile.reportedOn = known(reportDay(node), node);
        } else if (key == "header_rows") {
            readHeaderRows(node, profile);
        } else if (key == "columns" || key == "encodings" || key == "marks") {
            readColumns(key, node, profile);
        } else {
            fail(node, {fmt::format("Không có thiết lập “{}”", key), fmt::format("There is no setting “{}”", key)});
        }
    }

    void readHeaderRows(const toml::node& node, ImportProfile& profile) {
        const toml::array* rows = node.as_array();
        const bool good =
            rows != nullptr && !rows->empty() && rows->size() <= 2 && rows->front().is_integer() && rows->back().is_integer();
        if (!good) return fail(node, {"Viết header_rows = [dòng đầu, dòng cuối]", "Write header_rows = [first row, last row]"});
        const std::pair<std::int64_t, std::int64_t> range{rows->front().value_or(std::int64_t{0}),
                                                          rows->back().value_or(std::int64_t{0})};
        if (range.first < 1 || range.second < range.first)
            return fail(node, {"Dòng đếm từ 1, dòng đầu trước dòng cuối", "Rows count from 1, the first before the last"});
        profile.headerRows = range;
    }

    void readColumns(const std::string& key, const toml::node& node, ImportProfile& profile) {
        const toml::table* columns = node.as_table();
        if (columns == nullptr) return fail(node, {"Cần một bảng cột", "A table of columns is needed"});
        for (const auto& [column, value] : *columns) {
            const std::string name(column.str());
            const std::string text = textOf(value);
            if (key == "columns") {
                if (!text.empty() && !isField(text)) (void)known(std::optional<std::string>(), value);
                profile.fields[name] = text;
            } else if (key == "encodings") {
                if (const auto decoding = known(textDecodingFromText(text), value)) profile.decodings[name] = *decoding;
            } else if (text == "," || text == ".") {
                profile.marks[name] = text == "," ? DecimalMark::comma : DecimalMark::dot;
            } else {
                fail(value, {"Dấu thập phân là “,” hoặc “.”", "The decimal mark is “,” or “.”"});
            }
        }
    }

    /// As a text, or as a date of TOML.
    static std::optional<Date> reportDay(const toml::node& node) {
        if (const auto day = node.value<toml::date>()) {
            const Date date = Date::fromYmd(day->year, day->month, day->day);
            return date.known() ? std::optional(date) : std::nullopt;
        }
        return parseOfficeDate(node.value_or(std::string()));
    }

    std::string textOf(const toml::node& node) { return known(node.value<std::string>(), node).value_or(std::string()); }

    template <class Value> std::optional<Value> known(std::optional<Value> value, const toml::node& node) {
        if (!value) {
            const std::string text = node.value_or(std::string());
            fail(node, {fmt::format("Không hiểu giá trị “{}”", text), fmt::format("The value “{}” is not understood", text)});
        }
        return value;
    }

    void fail(const toml::node& node, Bilingual message) {
        if (!failure_) failure_ = badProfile(name_, node.source().begin.line, std::move(message));
    }

    const toml::table& table_;
    const std::string& name_;
    std::optional<Error> failure_;
};

toml::table columnsOf(const std::map<std::string, std::string>& values) {
    toml::table table;
    for (const auto& [column, value] : values) table.insert(column, value);
    return table;
}

toml::table tableOf(const ImportProfileEntry& entry) {
    const ImportProfile& profile = entry.profile;
    toml::table table{{"file", entry.file}};
    if (!entry.layer.empty()) table.insert("layer", entry.layer);
    if (profile.skip) table.insert("skip", true);
    if (profile.role) table.insert("role", recordKind(*profile.role).id);
    if (profile.decoding) table.insert("encoding", toText(*profile.decoding));
    if (profile.epsg) table.insert("crs", fmt::format("EPSG:{}", *profile.epsg));
    if (profile.storeEpsg) table.insert("store_crs", fmt::format("EPSG:{}", *profile.storeEpsg));
    if (profile.swapAxes) table.insert("swap_axes", *profile.swapAxes);
    if (profile.commune) table.insert("commune", *profile.commune);
    if (profile.complete) table.insert("complete", true);
    if (profile.reportedOn) table.insert("report_day", toIso(*profile.reportedOn));
    if (profile.headerRows) table.insert("header_rows", toml::array{profile.headerRows->first, profile.headerRows->second});
    std::map<std::string, std::string> decodings;
    for (const auto& [column, decoding] : profile.decodings) decodings[column] = toText(decoding);
    std::map<std::string, std::string> marks;
    for (const auto& [column, mark] : profile.marks) marks.emplace(column, mark == DecimalMark::comma ? "," : ".");
    if (!profile.fields.empty()) table.insert("columns", columnsOf(profile.fields));
    if (!decodings.empty()) table.insert("encodings", columnsOf(decodings));
    if (!marks.empty()) table.insert("marks", columnsOf(marks));
    return table;
}

} // namespace

Result<ImportProfiles> parseImportProfiles(const std::string& text, const std::string& name) {
    toml::table root;
    try {
        root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        const std::string what(error.description());
        return Unexpected(badProfile(name, error.source().begin.line,
                                     {"Tệp ánh xạ sai cú pháp: " + what, "The mapping file is not TOML: " + what}));
    }
    ImportProfiles book;
    for (const auto& [key, node] : root) {
        const toml::array* layers = node.as_array();
        if (key.str() != "layer" || layers == nullptr) {
            return Unexpected(noLayers(name, node));
        }
        for (const toml::node& layer : *layers) {
            if (layer.as_table() == nullptr) return Unexpected(noLayers(name, layer));
            BANLANG_TRY(entry, EntryReader(*layer.as_table(), name).read());
            book.push_back(std::move(entry));
        }
    }
    return book;
}

std::string toToml(const ImportProfiles& book) {
    toml::array layers;
    for (const ImportProfileEntry& entry : book) layers.push_back(tableOf(entry));
    std::ostringstream text;
    text << toml::table{{"layer", layers}} << "\n";
    return text.str();
}

} // namespace banlang
