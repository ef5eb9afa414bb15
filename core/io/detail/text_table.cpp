// SPDX-License-Identifier: MIT
#include "core/io/detail/text_table.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/io/archive.h"
#include "core/io/detail/column_limit.h"
#include "core/text/detail/icu_text.h"
#include "core/text/formula_escape.h"

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <limits>
#include <map>
#include <stdexcept>

namespace banlang::detail {
namespace {

constexpr std::size_t longestLine = std::size_t{1024} * 1024;
constexpr std::size_t longestCell = std::size_t{64} * 1024;
constexpr std::size_t sampleSize = std::size_t{64} * 1024;

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

Error badTable(const std::string& path, std::int64_t row, std::string code, Bilingual message, Bilingual hint) {
    return {ErrorKind::inputUnreadable, std::move(code), std::move(message), std::move(hint), {path, {}, row, {}}};
}

Error unreadable(const std::string& path) {
    return badTable(path, -1, "file-unreadable", {"Không đọc được tệp", "The file cannot be read"},
                    {"Kiểm tra quyền đọc, hoặc xin lại tệp", "Check the permission to read, or ask for the file again"});
}

Error endlessCell(const std::string& path, std::int64_t row) {
    return badTable(path, row, "endless-cell",
                    {"Dòng quá dài; có thể thiếu dấu ngoặc kép đóng", "The row is too long; a closing quote may be missing"},
                    {"Sửa dấu ngoặc kép ở dòng này", "Mend the quotes in this row"});
}

std::string readSample(VSILFILE* file) {
    std::string sample(sampleSize, '\0');
    sample.resize(VSIFReadL(sample.data(), 1, sample.size(), file));
    VSIRewindL(file);
    return sample;
}

/// How evenly a delimiter splits the lines: lines that agree with the commonest count, times that count.
std::size_t evenness(std::string_view sample, char delimiter) {
    std::map<std::size_t, std::size_t> linesByCount;
    bool quoted = false;
    std::size_t count = 0;
    for (const char c : sample) {
        if (c == '"') quoted = !quoted;
        if (!quoted && c == delimiter) ++count;
        if (!quoted && c == '\n') {
            if (count > 0) ++linesByCount[count];
            count = 0;
        }
    }
    if (count > 0) ++linesByCount[count];
    std::size_t best = 0;
    for (const auto& [delimiters, lines] : linesByCount) best = std::max(best, lines * (1 + std::min<std::size_t>(delimiters, 8)));
    return best;
}

char delimiterOf(std::string_view sample) {
    char best = ',';
    std::size_t bestEvenness = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        // A decimal comma splits lines as well, but less evenly than the semicolon beside it.
        const std::size_t found = evenness(sample, delimiter);
        const bool semicolonBeatsComma = delimiter == ';' && found > 0 && found * 2 >= bestEvenness;
        if (found <= bestEvenness && !semicolonBeatsComma) continue;
        best = delimiter;
        bestEvenness = found;
    }
    return best;
}

/// Whether the file is UTF-16, by its mark; little endian, as Excel writes "Unicode text".
bool isUtf16(std::string_view sample) {
    return sample.starts_with("\xFF\xFE");
}

/// The whole file as UTF-8 in memory, under a name of its own that `owner` removes.
struct MemoryFile {
    std::string name;
    std::string bytes;
    ~MemoryFile() {
        if (!name.empty()) VSIUnlink(name.c_str());
    }
};

File asUtf8(const std::string& path, VSILFILE* file, MemoryFile& owner) {
    std::string bytes;
    std::array<char, sampleSize> block{};
    for (std::size_t count = 1; count > 0;) {
        count = VSIFReadL(block.data(), 1, block.size(), file);
        bytes.append(block.data(), count);
    }
    std::u16string text(bytes.size() / 2, u'\0');
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto low = static_cast<unsigned char>(bytes[2 * i]);
        const auto high = static_cast<unsigned char>(bytes[2 * i + 1]);
        text[i] = static_cast<char16_t>(low | (high << 8));
    }
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) throw std::length_error(path);
    owner.bytes = utf8FromUnicode(icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())));
    owner.name = fmt::format("/vsimem/banlang/{:x}.csv", std::hash<std::string>{}(path));
    return File(VSIFileFromMemBuffer(owner.name.c_str(), reinterpret_cast<GByte*>(owner.bytes.data()), owner.bytes.size(), FALSE));
}

bool anyCellTooLong(const CPLStringList& values) {
    for (int i = 0; i < values.size(); ++i) {
        if (std::string_view(values[i]).size() > longestCell) return true;
    }
    return false;
}

void appendRow(FeatureTable& cells, const CPLStringList& values) {
    const auto count = static_cast<std::size_t>(values.size());
    while (cells.columns.size() < count) {
        Column column;
        column.name = cellColumnName(cells.columns.size());
        for (std::size_t row = 0; row < cells.rowCount; ++row) column.appendMissing();
        cells.columns.push_back(std::move(column));
    }
    for (std::size_t i = 0; i < cells.columns.size(); ++i)
        cells.columns[i].text.append(i < count ? unescapeFormulas(values[static_cast<int>(i)]) : std::string());
    ++cells.rowCount;
}

} // namespace

std::string cellColumnName(std::size_t index) {
    constexpr std::size_t letters = 26;
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / letters)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
    return name;
}

Result<RawLayer> readTextTable(const std::string& path, const Progress& progress) {
    const GdalErrors errors;
    File file(VSIFOpenL(gdalPath(path).c_str(), "rb"));
    if (file == nullptr) return Unexpected(unreadable(path));
    MemoryFile memory;
    const bool wide = isUtf16(readSample(file.get()));
    if (wide) file = asUtf8(path, file.get(), memory);
    const std::string sample = readSample(file.get());
    if (sample.find('\0') != std::string::npos) return Unexpected(unreadable(path));
    const std::string delimiter(1, delimiterOf(sample));
    RawLayer raw;
    raw.cells = true;
    if (wide) raw.recodedFrom = "UTF-16LE";
    raw.table.name = std::filesystem::path(path).stem().string();
    for (;;) {
        constexpr std::size_t stopInterval = 4'096;
        if (raw.table.rowCount % stopInterval == 0 && progress.shouldStop()) break;
        const CPLStringList values(
            CSVReadParseLine3L(file.get(), longestLine, delimiter.c_str(), true, false, false, raw.table.rowCount == 0), TRUE);
        const auto row = static_cast<std::int64_t>(raw.table.rowCount) + 1;
        if (values.List() == nullptr) {
            if (VSIFEofL(file.get()) == 0) return Unexpected(endlessCell(path, row));
            break;
        }
        if (anyCellTooLong(values)) return Unexpected(endlessCell(path, row));
        if (values.size() > mostColumns) return Unexpected(tooManyColumns({path, {}, row, {}}));
        appendRow(raw.table, values);
    }
    return raw;
}

} // namespace banlang::detail
