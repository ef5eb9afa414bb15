// SPDX-License-Identifier: MIT
#include "core/intake/layer_errors.h"

#include <fmt/format.h>

namespace banlang {
namespace {

Bilingual kindOfGeometry(GeometryKind kind) {
    switch (kind) {
    case GeometryKind::point:
        return {"điểm", "points"};
    case GeometryKind::line:
        return {"đường", "lines"};
    case GeometryKind::polygon:
        return {"vùng", "polygons"};
    case GeometryKind::none:
        break;
    }
    return {"không có hình", "no geometry"};
}

} // namespace

Error wrongRole(const RecordKind& kind, GeometryKind found, const ErrorPlace& where) {
    const Bilingual has = kindOfGeometry(found);
    const Bilingual needs = kindOfGeometry(kind.geometry);
    return {ErrorKind::inputUnreadable,
            found == GeometryKind::none ? "no-geometry" : "wrong-role",
            {fmt::format("Lớp này ({}) không thể là “{}”, vốn cần {}", has.vi, kind.label.vi, needs.vi),
             fmt::format("This layer ({}) cannot be “{}”, which need {}", has.en, kind.label.en, needs.en)},
            {"Chọn vai trò khác bằng --as, hoặc chọn đúng tệp", "Choose another role with --as, or the right file"},
            where};
}

Error missingColumns(const RecordKind& kind, const std::vector<std::string>& missing, const FeatureTable& source,
                     const ErrorPlace& where) {
    std::string names;
    for (const std::string& name : missing) names += (names.empty() ? "" : ", ") + name;
    std::string have;
    for (const Column& column : source.columns) have += (have.empty() ? "" : " | ") + column.name;
    return {
        ErrorKind::inputUnreadable,
        "missing-column",
        {fmt::format("Không thấy cột bắt buộc của “{}”: {}", kind.label.vi, names),
         fmt::format("Required columns of “{}” were not found: {}", kind.label.en, names)},
        {fmt::format("Đặt lại tên cột, ghép cột trong tệp ánh xạ, hoặc chọn vai trò khác bằng --as. Các cột có: {}", have),
         fmt::format("Rename the columns, match them in a mapping file, or choose another role with --as. There are: {}", have)},
        where};
}

} // namespace banlang
