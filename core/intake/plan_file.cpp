// SPDX-License-Identifier: MIT
// The mapping file: plans as TOML, so that they can be read, edited and used again.
#include "core/geo/crs.h"
#include "core/intake/plan.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace banlang {
namespace {

Error badPlan(const std::string& name, std::int64_t line, Bilingual message) {
    return {
        ErrorKind::usage,
        "bad-mapping",
        std::move(message),
        {"Sửa dòng này trong tệp ánh xạ; xem docs/user/import.md", "Mend this line of the mapping file; see docs/user/import.md"},
        {name, {}, line, {}}};
}

Error noLayers(const std::string& name, const toml::node& node) {
    return badPlan(name, node.source().begin.line,
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

    Result<PlanEntry> read() {
        PlanEntry entry;
        entry.file = "*";
        for (const auto& [key, node] : table_) {
            if (key.str() == "file")
                entry.file = textOf(node);
            else if (key.str() == "layer")
                entry.layer = textOf(node);
            else
                readSetting(std::string(key.str()), node, entry.plan);
        }
        if (failure_) return Unexpected(*failure_);
        return entry;
    }

private:
    void readSetting(const std::string& key, const toml::node& node, LayerPlan& plan) {
        if (key == "skip") {
            plan.skip = known(node.value<bool>(), node).value_or(false);
        } else if (key == "role") {
            plan.role = known(roleFromId(node.value_or(std::string())), node);
        } else if (key == "encoding") {
            plan.reading = known(textReadingFromText(node.value_or(std::string())), node);
        } else if (key == "crs") {
            plan.epsg = known(epsgFromText(node.value_or(std::string())), node);
        } else if (key == "swap_axes") {
            plan.swapAxes = known(node.value<bool>(), node);
        } else if (key == "commune") {
            plan.commune = known(node.value<std::string>(), node);
        } else if (key == "header_rows") {
            readHeaderRows(node, plan);
        } else if (key == "columns" || key == "encodings" || key == "marks") {
            readColumns(key, node, plan);
        } else {
            fail(node, {fmt::format("Không có thiết lập “{}”", key), fmt::format("There is no setting “{}”", key)});
        }
    }

    void readHeaderRows(const toml::node& node, LayerPlan& plan) {
        const toml::array* rows = node.as_array();
        const bool good =
            rows != nullptr && !rows->empty() && rows->size() <= 2 && rows->front().is_integer() && rows->back().is_integer();
        if (!good) return fail(node, {"Viết header_rows = [dòng đầu, dòng cuối]", "Write header_rows = [first row, last row]"});
        const std::pair<std::int64_t, std::int64_t> range{rows->front().value_or(std::int64_t{0}),
                                                          rows->back().value_or(std::int64_t{0})};
        if (range.first < 1 || range.second < range.first)
            return fail(node, {"Dòng đếm từ 1, dòng đầu trước dòng cuối", "Rows count from 1, the first before the last"});
        plan.headerRows = range;
    }

    void readColumns(const std::string& key, const toml::node& node, LayerPlan& plan) {
        const toml::table* columns = node.as_table();
        if (columns == nullptr) return fail(node, {"Cần một bảng cột", "A table of columns is needed"});
        for (const auto& [column, value] : *columns) {
            const std::string name(column.str());
            const std::string text = textOf(value);
            if (key == "columns") {
                if (!text.empty() && !isField(text)) (void)known(std::optional<std::string>(), value);
                plan.fields[name] = text;
            } else if (key == "encodings") {
                if (const auto reading = known(textReadingFromText(text), value)) plan.readings[name] = *reading;
            } else if (text == "," || text == ".") {
                plan.marks[name] = text == "," ? DecimalMark::comma : DecimalMark::dot;
            } else {
                fail(value, {"Dấu thập phân là “,” hoặc “.”", "The decimal mark is “,” or “.”"});
            }
        }
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
        if (!failure_) failure_ = badPlan(name_, node.source().begin.line, std::move(message));
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

toml::table tableOf(const PlanEntry& entry) {
    const LayerPlan& plan = entry.plan;
    toml::table table{{"file", entry.file}};
    if (!entry.layer.empty()) table.insert("layer", entry.layer);
    if (plan.skip) table.insert("skip", true);
    if (plan.role) table.insert("role", recordKind(*plan.role).id);
    if (plan.reading) table.insert("encoding", toText(*plan.reading));
    if (plan.epsg) table.insert("crs", fmt::format("EPSG:{}", *plan.epsg));
    if (plan.swapAxes) table.insert("swap_axes", *plan.swapAxes);
    if (plan.commune) table.insert("commune", *plan.commune);
    if (plan.headerRows) table.insert("header_rows", toml::array{plan.headerRows->first, plan.headerRows->second});
    std::map<std::string, std::string> readings;
    for (const auto& [column, reading] : plan.readings) readings[column] = toText(reading);
    std::map<std::string, std::string> marks;
    for (const auto& [column, mark] : plan.marks) marks.emplace(column, mark == DecimalMark::comma ? "," : ".");
    if (!plan.fields.empty()) table.insert("columns", columnsOf(plan.fields));
    if (!readings.empty()) table.insert("encodings", columnsOf(readings));
    if (!marks.empty()) table.insert("marks", columnsOf(marks));
    return table;
}

} // namespace

Result<PlanBook> parsePlanBook(const std::string& text, const std::string& name) {
    toml::table root;
    try {
        root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        const std::string what(error.description());
        return Unexpected(
            badPlan(name, error.source().begin.line, {"Tệp ánh xạ sai cú pháp: " + what, "The mapping file is not TOML: " + what}));
    }
    PlanBook book;
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

std::string toToml(const PlanBook& book) {
    toml::array layers;
    for (const PlanEntry& entry : book) layers.push_back(tableOf(entry));
    std::ostringstream text;
    text << toml::table{{"layer", layers}} << "\n";
    return text.str();
}

} // namespace banlang
