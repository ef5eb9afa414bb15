// SPDX-License-Identifier: MIT
#include "core/store/store.h"

#include "core/store/detail/schema.h"
#include "core/store/detail/sqlite.h"
#include "core/store/detail/table_reader.h"
#include "core/store/detail/table_writer.h"

#include <fmt/format.h>

#include <filesystem>

namespace banlang {
namespace {

Error notAStore(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "not-a-store",
            {"Tệp này không phải kho dữ liệu banlang", "This file is not a banlang store"},
            {"Tạo kho bằng lệnh import", "Make a store with import"},
            {path, {}, -1, {}}};
}

std::string metaValue(const detail::Database& database, std::string_view key) {
    detail::Statement select = database.prepare("SELECT value FROM banlang_meta WHERE key = ?");
    select.bind(1, key);
    return select.valid() && select.row() ? std::string(select.text(0)) : std::string();
}

std::string mappingText(const CheckedBatch& batch) {
    std::string text;
    for (const auto& [column, field] : batch.mapping) text += fmt::format("{}{} -> {}", text.empty() ? "" : "; ", column, field);
    return text;
}

Result<StoredBatch> writeBatch(const detail::Database& database, const CheckedBatch& batch) {
    StoredBatch stored{0,  batch.file,     batch.layer,         batch.sha,         batch.role,
                       {}, batch.rowsRead, batch.rows.rowCount, batch.rowsRejected};
    detail::Statement insert = database.prepare(
        "INSERT INTO banlang_batches (file, layer, sha, role, imported_at, encoding, crs, mapping, rows_read, rows_loaded, "
        "rows_rejected) VALUES (?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?) RETURNING fid, imported_at");
    const std::string mapping = mappingText(batch);
    int parameter = 1;
    for (const std::string_view text :
         {std::string_view(batch.file), std::string_view(batch.layer), std::string_view(batch.sha), recordKind(batch.role).id,
          std::string_view(batch.encoding), std::string_view(batch.crs), std::string_view(mapping)})
        insert.bind(parameter++, text);
    for (const std::size_t count : {stored.rowsRead, stored.rowsLoaded, stored.rowsRejected})
        insert.bind(parameter++, static_cast<std::int64_t>(count));
    if (!insert.valid() || !insert.row()) return Unexpected(database.error());
    stored.id = insert.integer(0);
    stored.importedAt = insert.text(1);
    if (!insert.done()) return Unexpected(database.error());
    return stored;
}

std::string_view severityName(Severity severity) {
    if (severity == Severity::rejected) return "rejected";
    return severity == Severity::warning ? "warning" : "note";
}

Result<void> writeProblems(const detail::Database& database, const CheckedBatch& batch, std::int64_t batchId) {
    detail::Statement insert =
        database.prepare("INSERT INTO banlang_problems (batch, severity, rule, row, \"column\", cause_vi, cause_en, fix_vi, "
                         "fix_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert.valid()) return Unexpected(database.error());
    for (const RowProblem& problem : batch.problems) {
        insert.bind(1, batchId);
        insert.bind(2, severityName(problem.severity));
        insert.bind(3, problem.rule);
        insert.bind(4, problem.where.row);
        int parameter = 5;
        for (const std::string* text :
             {&problem.where.column, &problem.cause.vi, &problem.cause.en, &problem.fix.vi, &problem.fix.en})
            insert.bind(parameter++, std::string_view(*text));
        if (!insert.done()) return Unexpected(database.error());
    }
    return {};
}

} // namespace

struct Store::Impl {
    std::string path;
    int epsg = 0;
    detail::Database database;
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

int Store::epsg() const {
    return impl_->epsg;
}
const std::string& Store::path() const {
    return impl_->path;
}

Result<Store> Store::create(const std::string& path, int epsg) {
    if (std::error_code failure; std::filesystem::exists(path, failure)) {
        return Unexpected(Error{ErrorKind::outputUnwritable,
                                "output-exists",
                                {"Tệp đã có", "The file is there already"},
                                {"Chọn tên khác", "Choose another name"},
                                {path, {}, -1, {}}});
    }
    BANLANG_CHECK(detail::createGeoPackage(path, epsg));
    BANLANG_TRY(database, detail::Database::open(path, true));
    BANLANG_CHECK(database.run(fmt::format("INSERT INTO banlang_meta (key, value) VALUES ('schema_version', '{}'), ('epsg', '{}'), "
                                           "('district_name', '')",
                                           detail::schemaVersion, epsg)));
    return openForWriting(path);
}

Result<Store> Store::openForReading(const std::string& path) {
    if (std::error_code failure; !std::filesystem::exists(path, failure)) {
        return Unexpected(Error{ErrorKind::inputUnreadable,
                                "file-missing",
                                {"Không có tệp này", "There is no such file"},
                                {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"},
                                {path, {}, -1, {}}});
    }
    BANLANG_TRY(database, detail::Database::open(path, false));
    const std::string epsg = metaValue(database, "epsg");
    if (epsg.empty()) return Unexpected(notAStore(path));
    return Store(std::make_unique<Impl>(Impl{path, std::stoi(epsg), std::move(database)}));
}

Result<Store> Store::openForWriting(const std::string& path) {
    BANLANG_TRY(store, openForReading(path));
    BANLANG_TRY(database, detail::Database::open(path, true));
    BANLANG_CHECK(database.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536"));
    store.impl_->database = std::move(database);
    return std::move(store);
}

Result<std::vector<StoredBatch>> Store::append(const std::vector<CheckedBatch>& batches, const Progress& progress) {
    const detail::Database& database = impl_->database;
    std::vector<StoredBatch> stored;
    const auto writeAll = [&]() -> Result<void> {
        for (std::size_t i = 0; i < batches.size(); ++i) {
            progress.tell(static_cast<double>(i) / static_cast<double>(batches.size()), {"Ghi vào kho", "Writing to the store"});
            BANLANG_TRY(batch, writeBatch(database, batches[i]));
            BANLANG_CHECK(detail::writeRows(database, batches[i], batch.id, impl_->epsg, progress));
            BANLANG_CHECK(writeProblems(database, batches[i], batch.id));
            stored.push_back(batch);
        }
        return {};
    };
    BANLANG_CHECK(database.run("BEGIN IMMEDIATE"));
    auto written = writeAll();
    if (written) written = database.run("COMMIT");
    if (!written) {
        (void)database.run("ROLLBACK");
        return Unexpected(std::move(written.error()));
    }
    return stored;
}

Result<void> Store::keepTerrain(const std::string& geoTiffBytes) {
    const detail::Database& database = impl_->database;
    BANLANG_CHECK(database.run("BEGIN IMMEDIATE; DELETE FROM banlang_rasters WHERE name = 'terrain'"));
    detail::Statement insert = database.prepare("INSERT INTO banlang_rasters (name, bytes) VALUES ('terrain', ?)");
    insert.bind(1, std::as_bytes(std::span(geoTiffBytes)));
    if (!insert.done()) {
        Error error = database.error();
        (void)database.run("ROLLBACK");
        return Unexpected(std::move(error));
    }
    return database.run("COMMIT");
}

Result<std::vector<StoredBatch>> Store::batches() const {
    detail::Statement select = impl_->database.prepare("SELECT fid, file, layer, sha, role, imported_at, rows_read, rows_loaded, "
                                                       "rows_rejected FROM banlang_batches ORDER BY fid");
    std::vector<StoredBatch> batches;
    while (select.row()) {
        const auto count = [&](int column) { return static_cast<std::size_t>(select.integer(column)); };
        batches.push_back({select.integer(0), std::string(select.text(1)), std::string(select.text(2)), std::string(select.text(3)),
                           roleFromId(select.text(4)).value_or(Role::communes), std::string(select.text(5)), count(6), count(7),
                           count(8)});
    }
    if (select.failed()) return Unexpected(impl_->database.error());
    return batches;
}

/// Communes of several districts make a province or a region, which has no name here.
static std::string nameOfOnlyDistrict(const FeatureTable& communes) {
    if (communes.rowCount == 0) return {};
    const std::string_view first = communes.textAt("district", 0);
    for (std::size_t row = 1; row < communes.rowCount; ++row) {
        if (communes.textAt("district", row) != first) return {};
    }
    return std::string(first);
}

Result<District> Store::read(const Progress& progress) const {
    District district = emptyDistrict(impl_->epsg);
    district.name = metaValue(impl_->database, "district_name");
    for (const RecordKind& kind : recordKinds()) {
        progress.tell(static_cast<double>(indexOf(kind.role)) / roleCount, kind.label.text());
        BANLANG_TRY(table, detail::readTable(impl_->path, kind.role, progress));
        district.table(kind.role) = std::move(table);
    }
    if (district.name.empty()) district.name = nameOfOnlyDistrict(district.table(Role::communes));
    detail::Statement terrain = impl_->database.prepare("SELECT bytes FROM banlang_rasters WHERE name = 'terrain'");
    if (terrain.row()) {
        const auto bytes = terrain.blob(0);
        district.terrainTiff.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    return district;
}

} // namespace banlang
