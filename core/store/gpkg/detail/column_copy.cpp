// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/column_copy.h"

#include "core/store/gpkg/detail/packed_array.h"
#include "core/store/gpkg/detail/table_arrays.h"
#include "link_code_version.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

namespace banlang::detail {
namespace {

/// To be raised when arrays, packings or the reading of rows change.
constexpr int copyVersion = 2;
constexpr std::string_view linksKind = "links";
constexpr const char* overridesTable = "banlang_decisions";

constexpr const char* copyTables =
    "CREATE TABLE IF NOT EXISTS banlang_columns (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, part TEXT NOT NULL, "
    "first INTEGER NOT NULL, count INTEGER NOT NULL, packing INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS banlang_columns_state (kind TEXT PRIMARY KEY, rows INTEGER NOT NULL, signature TEXT NOT NULL, "
    "edition TEXT NOT NULL)";

bool hasCopy(const Database& database) {
    Statement select = database.prepare("SELECT 1 FROM banlang_columns_state LIMIT 1");
    return select.valid() && select.row();
}

/// SQL of every table and of our triggers on it, by table: what makes a copy hold.
std::map<std::string, std::string, std::less<>> definitionsOf(const Database& database) {
    std::map<std::string, std::string, std::less<>> definitions;
    Statement select = database.prepare("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'table' OR "
                                        "(type = 'trigger' AND name GLOB 'banlang_columns_*') ORDER BY tbl_name, type, name");
    while (select.row()) definitions[std::string(select.text(0))] += std::string(select.text(1)) + '\n';
    return definitions;
}

std::string fieldsOf(const RecordKind& kind) {
    std::string fields;
    for (const RecordField& field : kind.fields) fields += fmt::format("{}:{} ", field.name, static_cast<int>(field.type));
    return fields;
}

/// First and last row and their number as GDAL keeps it: all three are known without reading the table.
std::string boundsOf(const Database& database, std::string_view table) {
    Statement select =
        database.prepare(fmt::format("SELECT (SELECT min(fid) FROM \"{0}\") || ' ' || (SELECT max(fid) FROM \"{0}\") || ' ' || "
                                     "(SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '{0}')",
                                     table));
    return select.valid() && select.row() ? std::string(select.text(0)) : std::string();
}

/// Signatures of what is in the store now.
class Signatures {
public:
    explicit Signatures(const Database& database) : database_(database), definitions_(definitionsOf(database)) {}

    [[nodiscard]] std::string of(const RecordKind& kind) const {
        return fmt::format("{}\n{}\n{}\n{}", copyVersion, fieldsOf(kind), boundsOf(database_, kind.table), definition(kind.table));
    }
    [[nodiscard]] std::string ofLinks() const {
        return fmt::format("{}\n{}\n{}", copyVersion, linkCodeVersion, definition(overridesTable));
    }

private:
    [[nodiscard]] std::string_view definition(std::string_view table) const {
        const auto found = definitions_.find(table);
        return found == definitions_.end() ? std::string_view() : std::string_view(found->second);
    }
    const Database& database_;
    std::map<std::string, std::string, std::less<>> definitions_;
};

Result<void> addTriggers(const Database& database, std::string_view table, const std::string& stateKinds) {
    Statement exists = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    exists.bind(1, table);
    if (!exists.row()) return {};
    for (const std::string_view change : {"insert", "update", "delete"}) {
        BANLANG_CHECK(database.run(fmt::format("CREATE TRIGGER IF NOT EXISTS \"banlang_columns_{0}_{1}\" AFTER {1} ON \"{0}\" "
                                               "BEGIN DELETE FROM banlang_columns_state WHERE kind IN ({2}); END",
                                               table, change, stateKinds)));
    }
    return {};
}

/// Copies of earlier versions say no checksums.
Result<void> removeOlderTable(const Database& database) {
    Statement table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'banlang_columns'");
    if (!table.row()) return {};
    Statement column = database.prepare("SELECT 1 FROM pragma_table_info('banlang_columns') WHERE name = 'checksum'");
    if (column.row()) return {};
    if (!table.done() || !column.done()) return Unexpected(database.error());
    return database.run("DROP TABLE banlang_columns");
}

Result<void> prepareTables(const Database& database) {
    BANLANG_CHECK(removeOlderTable(database));
    BANLANG_CHECK(database.run(copyTables));
    for (const RecordKind& kind : recordKinds())
        BANLANG_CHECK(addTriggers(database, kind.table, fmt::format("'{}', '{}'", kind.table, linksKind)));
    return addTriggers(database, overridesTable, fmt::format("'{}'", linksKind));
}

Result<void> writeArrays(const Database& database, std::string_view kind, const std::vector<TableArray>& arrays) {
    Statement forget = database.prepare("DELETE FROM banlang_columns WHERE kind = ?");
    forget.bind(1, kind);
    if (!forget.valid() || !forget.done()) return Unexpected(database.error());
    Statement insert = database.prepare(
        "INSERT INTO banlang_columns (kind, part, first, count, packing, bytes, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert.valid()) return Unexpected(database.error());
    for (const TableArray& array : arrays) {
        const std::size_t count = array.bytes.size() / array.elementSize;
        for (std::size_t first = 0; first < count; first += elementsPerChunk) {
            const std::size_t chunkCount = std::min(elementsPerChunk, count - first);
            const PackedChunk packed =
                pack(array.bytes.subspan(first * array.elementSize, chunkCount * array.elementSize), array.elementSize);
            const ChunkHead head{kind, array.name, static_cast<std::int64_t>(first), static_cast<std::int64_t>(chunkCount),
                                 static_cast<std::int64_t>(packed.packing)};
            insert.bind(1, head.kind);
            insert.bind(2, head.part);
            insert.bind(3, head.first);
            insert.bind(4, head.count);
            insert.bind(5, head.packing);
            insert.bind(6, std::span<const std::byte>(packed.bytes));
            insert.bind(7, chunkChecksum(head, packed.bytes));
            if (!insert.done()) return Unexpected(database.error());
        }
    }
    return {};
}

Result<void> writeState(const Database& database, std::string_view kind, std::size_t rowCount, const std::string& signature) {
    Statement insert =
        database.prepare("INSERT OR REPLACE INTO banlang_columns_state (kind, rows, signature, edition) VALUES (?, ?, "
                         "?, hex(randomblob(8)))");
    insert.bind(1, kind);
    insert.bind(2, static_cast<std::int64_t>(rowCount));
    insert.bind(3, std::string_view(signature));
    if (!insert.valid() || !insert.done()) return Unexpected(database.error());
    return {};
}

} // namespace

std::int64_t chunkChecksum(const ChunkHead& head, std::span<const std::byte> bytes) {
    const std::string text = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}", head.kind, head.part, head.first, head.count, head.packing);
    return static_cast<std::int64_t>(XXH3_64bits_withSeed(bytes.data(), bytes.size(), XXH3_64bits(text.data(), text.size())));
}

std::string copyEditionOf(const Database& database) {
    std::string edition;
    Statement select = database.prepare("SELECT kind, edition FROM banlang_columns_state ORDER BY kind");
    while (select.valid() && select.row()) edition += fmt::format("{} {}\n", select.text(0), select.text(1));
    return edition;
}

CopyState copyStateOf(const Database& database) {
    CopyState state;
    if (!hasCopy(database)) return state;
    const Signatures signatures(database);
    Statement select = database.prepare("SELECT rows, signature FROM banlang_columns_state WHERE kind = ?");
    const auto isCurrent = [&](std::string_view kind, const std::string& signature) {
        (void)select.done();
        select.bind(1, kind);
        return select.row() && select.text(1) == signature;
    };
    for (const RecordKind& kind : recordKinds()) {
        if (!isCurrent(kind.table, signatures.of(kind))) continue;
        state.current[indexOf(kind.role)] = true;
        state.rowCounts[indexOf(kind.role)] = static_cast<std::size_t>(select.integer(0));
    }
    const bool all = std::all_of(state.current.begin(), state.current.end(), [](bool current) { return current; });
    state.links = all && isCurrent(linksKind, signatures.ofLinks());
    state.edition = copyEditionOf(database);
    return state;
}

Result<void> markChanged(const Database& database, Role role) {
    if (!hasCopy(database)) return {};
    return database.run(
        fmt::format("DELETE FROM banlang_columns_state WHERE kind IN ('{}', '{}')", recordKind(role).table, linksKind));
}

Result<void> writeTablesToCopy(const Database& database, const District& district, const CopyState& before) {
    BANLANG_CHECK(prepareTables(database));
    const Signatures signatures(database);
    for (const RecordKind& kind : recordKinds()) {
        if (before.current[indexOf(kind.role)]) continue;
        const FeatureTable& table = district.table(kind.role);
        BANLANG_CHECK(writeArrays(database, kind.table, table.rowCount == 0 ? std::vector<TableArray>() : arraysOf(table)));
        BANLANG_CHECK(writeState(database, kind.table, table.rowCount, signatures.of(kind)));
    }
    return {};
}

Result<void> writeLinksToCopy(const Database& database, const District& district) {
    for (const RecordKind& kind : recordKinds())
        BANLANG_CHECK(writeArrays(database, fmt::format("{}{}", linksPrefix, kind.table), arraysOf(district.linksOf(kind.role))));
    return writeState(database, linksKind, 0, Signatures(database).ofLinks());
}

} // namespace banlang::detail
