// SPDX-License-Identifier: MIT
#pragma once

#include "layers/export/export_layer.h"
#include "layers/export/row_style.h"

#include <memory>
#include <string>

namespace banlang {

/// One KML document of a layer's rows, made piece by piece, so that it never stands in memory as a whole: what the file says about
/// itself, a style for each class, the schema of the fields (not in a KMZ), and a folder for each class in the legend's words. The
/// next piece is written on all cores while the last one is taken. What is handed in must outlive it. For one thread.
class KmlDocument {
public:
    [[nodiscard]] static Result<KmlDocument> of(const MapLayer& layer, const FeatureTable& table, const RowStyles& styles,
                                                const ExportRequest& request);
    KmlDocument(KmlDocument&&) noexcept;
    ~KmlDocument();

    /// The next piece, some MB; "" after the end, or when the job is to stop.
    [[nodiscard]] std::string next();
    /// More than all pieces together will have.
    [[nodiscard]] std::uint64_t bytesAtMost() const;
    /// Points that have no longitude and latitude so far; their rows are without shape.
    [[nodiscard]] std::size_t lostPoints() const;

private:
    struct Impl;
    explicit KmlDocument(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang
