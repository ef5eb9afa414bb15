// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/column_reader.h"

#include "core/base/parallel.h"
#include "core/store/gpkg/detail/packed_array.h"
#include "core/store/gpkg/detail/table_arrays.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>

namespace banlang::detail {
namespace {

/// An array that is to be filled; `room` is there once makeRoom was called.
struct WantedArray {
    ArraySlot slot;
    std::size_t count = 0;
    std::span<std::byte> room;
};

struct Chunk {
    std::int64_t id = 0;
    std::size_t array = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    Packing packing = Packing::raw;
    std::int64_t checksum = 0;
};

/// How much memory an array may take for each byte of the file: a row has at least a byte for each of its values.
constexpr std::uint64_t memoryPerFileByte = 16;
constexpr std::uint64_t memoryOfSmallFiles = 1U << 20U;

std::uint64_t fileBytes(const Database& database) {
    Statement pages = database.prepare("SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM "
                                       "pragma_page_size())");
    return pages.row() ? static_cast<std::uint64_t>(std::max<std::int64_t>(0, pages.integer(0))) : 0;
}

class CopyReader {
public:
    CopyReader(const Database& database, std::string edition) : database_(database), edition_(std::move(edition)) {}

    void want(const std::string& kind, std::vector<ArraySlot> slots) {
        for (ArraySlot& slot : slots) {
            names_.push_back(&index_.emplace(std::pair(kind, slot.name), arrays_.size()).first->first);
            arrays_.push_back({std::move(slot), 0, {}});
        }
    }
    [[nodiscard]] CopyReading read() {
        if (!listChunks()) return CopyReading::damaged;
        makeRoom();
        const ReadersBeside beside(database_);
        std::atomic<std::size_t> next{0};
        std::atomic<CopyReading> reading{CopyReading::whole};
        const std::size_t connections = std::clamp<std::size_t>(chunks_.size(), 1, workerCount());
        parallelRanges(connections, 1, [&](std::size_t, std::size_t) {
            if (const CopyReading mine = readChunks(beside, next); mine != CopyReading::whole) reading = mine;
        });
        return reading;
    }

private:
    bool listChunks() {
        const std::uint64_t mostBytes = memoryOfSmallFiles + memoryPerFileByte * fileBytes(database_);
        Statement select =
            database_.prepare("SELECT id, kind, part, first, count, packing, checksum, length(bytes) FROM banlang_columns "
                              "ORDER BY id");
        while (select.valid() && select.row()) {
            const auto found = index_.find(std::pair(std::string(select.text(1)), std::string(select.text(2))));
            if (found == index_.end()) continue;
            WantedArray& array = arrays_[found->second];
            const std::int64_t count = select.integer(4);
            const std::int64_t packing = select.integer(5);
            const bool inOrder = select.integer(3) == static_cast<std::int64_t>(array.count);
            if (!inOrder || count < 1 || count > static_cast<std::int64_t>(elementsPerChunk) || packing < 0 || packing > 0xFF)
                return false;
            const Chunk chunk{
                select.integer(0), found->second, array.count, static_cast<std::size_t>(count), static_cast<Packing>(packing),
                select.integer(6)};
            array.count += chunk.count;
            const auto size = packedSize(chunk.packing, chunk.count, array.slot.elementSize);
            if (!size || static_cast<std::int64_t>(*size) != select.integer(7)) return false;
            if (array.count * array.slot.elementSize > mostBytes) return false;
            chunks_.push_back(chunk);
        }
        return select.valid() && !select.failed();
    }

    /// Largest first: fresh memory costs as much as filling it, and the coordinates are half of all.
    void makeRoom() {
        std::vector<WantedArray*> bySize;
        for (WantedArray& array : arrays_) bySize.push_back(&array);
        std::stable_sort(bySize.begin(), bySize.end(), [](const WantedArray* a, const WantedArray* b) {
            return a->count * a->slot.elementSize > b->count * b->slot.elementSize;
        });
        parallelRanges(bySize.size(), 1, [&](std::size_t at, std::size_t) {
            if (bySize[at]->count > 0) bySize[at]->room = bySize[at]->slot.makeRoom(bySize[at]->count);
        });
    }

    CopyReading readChunks(const ReadersBeside& beside, std::atomic<std::size_t>& next) const {
        const auto connection = beside.open();
        if (!connection || !connection->run("BEGIN") || copyEditionOf(*connection) != edition_)
            return CopyReading::changedMeanwhile;
        std::vector<std::byte> packed;
        for (std::size_t at = next++; at < chunks_.size(); at = next++) {
            if (!readChunk(*connection, chunks_[at], packed)) return CopyReading::damaged;
        }
        return CopyReading::whole;
    }

    bool readChunk(const Database& connection, const Chunk& chunk, std::vector<std::byte>& packed) const {
        const WantedArray& array = arrays_[chunk.array];
        const std::size_t size = array.slot.elementSize;
        const std::span<std::byte> elements = array.room.subspan(chunk.first * size, chunk.count * size);
        const Blob blob(connection, "banlang_columns", "bytes", chunk.id);
        if (chunk.packing == Packing::raw)
            return blob.size() == elements.size() && blob.read(elements) && isAsWritten(chunk, elements);
        packed.resize(blob.size());
        return blob.read(packed) && isAsWritten(chunk, packed) && unpack(chunk.packing, packed, size, elements);
    }
    [[nodiscard]] bool isAsWritten(const Chunk& chunk, std::span<const std::byte> bytes) const {
        const auto& [kind, part] = *names_[chunk.array];
        const ChunkHead head{kind, part, static_cast<std::int64_t>(chunk.first), static_cast<std::int64_t>(chunk.count),
                             static_cast<std::int64_t>(chunk.packing)};
        return chunkChecksum(head, bytes) == chunk.checksum;
    }

    const Database& database_;
    std::string edition_;
    std::map<std::pair<std::string, std::string>, std::size_t> index_; ///< kind and part -> array
    std::vector<const std::pair<std::string, std::string>*> names_;    ///< of arrays_
    std::vector<WantedArray> arrays_;
    std::vector<Chunk> chunks_;
};

bool finishAll(std::vector<std::optional<TableInMaking>>& tables, District& district) {
    for (std::size_t at = 0; at < tables.size(); ++at) {
        if (!tables[at]) continue;
        if (!tables[at]->finish()) return false;
        district.tables[at] = tables[at]->take();
    }
    return true;
}

} // namespace

CopyReading readCopy(const Database& database, const CopyState& state, const std::array<bool, roleCount>& wanted, bool withLinks,
                     District& district) {
    CopyReader reader(database, state.edition);
    std::vector<std::optional<TableInMaking>> tables(roleCount);
    std::array<TableLinks, roleCount> links;
    for (const RecordKind& kind : recordKinds()) {
        const std::size_t at = indexOf(kind.role);
        if (wanted[at] && state.rowCounts[at] > 0)
            reader.want(std::string(kind.table), tables[at].emplace(kind.role, state.rowCounts[at]).slots());
        if (withLinks) reader.want(fmt::format("{}{}", linksPrefix, kind.table), slotsOf(links[at]));
    }
    if (const CopyReading reading = reader.read(); reading != CopyReading::whole) return reading;
    if (!finishAll(tables, district)) return CopyReading::damaged;
    if (!withLinks) return CopyReading::whole;
    district.links = std::move(links);
    const bool lead = std::all_of(recordKinds().begin(), recordKinds().end(),
                                  [&](const RecordKind& kind) { return leadToRows(district, kind.role); });
    return lead ? CopyReading::whole : CopyReading::damaged;
}

} // namespace banlang::detail
