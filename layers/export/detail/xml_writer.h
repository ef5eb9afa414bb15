// SPDX-License-Identifier: MIT
#pragma once

#include <libxml/xmlwriter.h>

#include <memory>
#include <string>
#include <string_view>

namespace banlang {

/// Writes XML, or a piece of it, into memory. All text goes through xmlText() and is escaped. For one thread.
class XmlWriter {
public:
    XmlWriter();

    void declaration();
    void start(const char* element);
    void attribute(const char* name, std::string_view value);
    void text(std::string_view text);
    void end();
    void element(const char* name, std::string_view text);
    /// Digits and other text that needs no escaping.
    void plain(std::string_view text);
    /// HTML in a CDATA section; values in it are escaped already, so it holds no end of the section.
    void html(std::string_view html);
    /// What was written since the last time.
    [[nodiscard]] std::string take();

private:
    std::unique_ptr<std::string> written_ = std::make_unique<std::string>(); ///< libxml2 knows where it is
    std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer_;
};

} // namespace banlang
