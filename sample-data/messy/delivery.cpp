// SPDX-License-Identifier: MIT
#include "sample-data/messy/delivery.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace banlang::sample {
namespace fs = std::filesystem;

Delivery::Delivery(std::string outputFolder)
    : folder(std::move(outputFolder)), files(textTable({"file", "layer", "role", "encoding", "crs", "rows", "mess"})),
      refused(textTable({"file", "why"})), unreadable(textTable({"role", "key", "why"})),
      upperCased(textTable({"role", "key", "field"})) {}

std::string Delivery::pathOf(const std::string& file) const {
    const fs::path path = fs::path(folder) / file;
    std::error_code failure; // shows itself when the file is written
    fs::create_directories(path.parent_path(), failure);
    return path.string();
}

void Delivery::add(const DeliveredLayer& layer) {
    const std::string rows = std::to_string(layer.rows);
    addRow(files, {{"file", layer.file},
                   {"layer", layer.layer},
                   {"role", layer.role},
                   {"encoding", layer.encoding},
                   {"crs", layer.crs},
                   {"rows", rows},
                   {"mess", layer.mess}});
}

Error cannotWrite(const std::string& path) {
    return {ErrorKind::outputUnwritable,
            "output-unwritable",
            {"Không ghi được tệp", "The file cannot be written"},
            {"Kiểm tra quyền ghi và chỗ trống của ổ đĩa", "Check permissions and free space"},
            {path, {}, -1, {}}};
}

Result<void> writeBytes(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return Unexpected(cannotWrite(path));
    return {};
}

Result<std::string> readBytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return Unexpected(cannotWrite(path));
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace banlang::sample
