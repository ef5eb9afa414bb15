// SPDX-License-Identifier: MIT
#include "core/base/result.h"

namespace banlang {
namespace {

void appendPart(std::string& line, const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += " / ";
    line += part;
}

} // namespace

std::string describe(const Error& error, Language language) {
    std::string line;
    appendPart(line, error.where.file);
    appendPart(line, error.where.layer);
    if (error.where.row >= 0) {
        appendPart(line, (language == Language::vietnamese ? "dòng " : "row ") + std::to_string(error.where.row));
    }
    appendPart(line, error.where.column);
    if (!line.empty()) line += ": ";
    line += error.message.in(language);
    if (!error.hint.in(language).empty()) line += ". " + error.hint.in(language);
    return line;
}

} // namespace banlang
