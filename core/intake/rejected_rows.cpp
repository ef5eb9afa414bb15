// SPDX-License-Identifier: MIT
#include "core/intake/rejected_rows.h"

namespace banlang {
namespace {

template <class Value> void keepOnly(std::vector<Value>& values, const std::vector<std::uint32_t>& kept) {
    if (values.empty()) return;
    for (std::size_t i = 0; i < kept.size(); ++i) values[i] = values[kept[i]];
    values.resize(kept.size());
}

void keepOnly(FeatureTable& rows, const std::vector<std::uint32_t>& kept) {
    rows.rowCount = kept.size();
    if (rows.geometry.kind != GeometryKind::none) rows.geometry.keepOnly(kept);
    for (Column& column : rows.columns) {
        keepOnly(column.numbers, kept);
        keepOnly(column.dates, kept);
        if (column.type != ColumnType::text) continue;
        TextValues texts;
        for (const std::uint32_t row : kept) texts.append(column.text[row]);
        column.text = std::move(texts);
    }
}

} // namespace

void removeRejected(CheckedBatch& batch, const ProblemList& problems) {
    std::vector<std::uint32_t> kept;
    for (std::size_t row = 0; row < batch.rows.rowCount; ++row) {
        if (!problems.isRejected(row)) kept.push_back(static_cast<std::uint32_t>(row));
    }
    batch.rowsRejected = batch.rows.rowCount - kept.size();
    if (batch.rowsRejected == 0) return;
    keepOnly(batch.rows, kept);
    keepOnly(batch.sourceRows, kept);
    keepOnly(batch.erased, kept);
}

} // namespace banlang
