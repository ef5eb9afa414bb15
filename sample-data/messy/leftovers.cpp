// SPDX-License-Identifier: MIT
#include "sample-data/messy/offices.h"

#include <filesystem>
#include <string>

namespace banlang::sample {
namespace {

/// A copy that broke off.
Result<void> writeTorn(const std::string& from, const std::string& to, double share, Delivery& delivery) {
    BANLANG_TRY(bytes, readBytes(delivery.pathOf(from)));
    bytes.resize(static_cast<std::size_t>(static_cast<double>(bytes.size()) * share));
    addRow(delivery.refused, {{"file", to}, {"why", "the copy broke off"}});
    return writeBytes(delivery.pathOf(to), bytes);
}

Result<void> writePassedOver(const std::string& file, const std::string& what, const std::string& bytes, Delivery& delivery) {
    delivery.add({file, "", "none", "", "", 0, what});
    return writeBytes(delivery.pathOf(file), bytes);
}

/// What a spreadsheet program leaves beside an open workbook: the user's name, padded.
std::string lockFile() {
    std::string bytes("\x07Van thu");
    bytes.resize(55, ' ');
    std::string wide("\x07\0", 2);
    for (const char letter : std::string("Van thu")) {
        wide += letter;
        wide += '\0';
    }
    while (wide.size() < 110) wide += std::string(" \0", 2);
    return bytes + wide;
}

} // namespace

Result<void> writeLeftovers(Delivery& delivery) {
    BANLANG_CHECK(writeTorn("ranh gioi/ranh_gioi_xa.shp", "ranh gioi/ban cu - loi.shp", 0.55, delivery));
    for (const char* part : {".shx", ".dbf"}) {
        BANLANG_TRY(bytes, readBytes(delivery.pathOf(std::string("ranh gioi/ranh_gioi_xa") + part)));
        BANLANG_CHECK(writeBytes(delivery.pathOf(std::string("ranh gioi/ban cu - loi") + part), bytes));
    }
    BANLANG_CHECK(writeTorn("cong trinh.xlsx", "cong trinh - ban sao.xlsx", 0.7, delivery));
    BANLANG_CHECK(writePassedOver("bao cao xa/Thumbs.db", "thumbnails of Windows",
                                  std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(504, '\0'), delivery));
    BANLANG_CHECK(
        writePassedOver("van ban/CV 45-UBND.pdf", "a letter",
                        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                        "trailer<</Root 1 0 R>>\n%%EOF\n",
                        delivery));
    return writePassedOver("~$cong trinh.xlsx", "lock of an open workbook", lockFile(), delivery);
}

} // namespace banlang::sample
