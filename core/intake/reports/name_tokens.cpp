// SPDX-License-Identifier: MIT
#include "core/intake/reports/name_tokens.h"

#include <algorithm>
#include <charconv>

namespace banlang {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

template <class Is> std::size_t lengthWhile(std::string_view text, Is&& is) {
    std::size_t length = 0;
    while (length < text.size() && is(text[length])) ++length;
    return length;
}

} // namespace

std::vector<NameToken> nameTokens(std::string_view plain) {
    std::vector<NameToken> tokens;
    bool glued = false;
    while (!plain.empty()) {
        NameToken token;
        token.digits = lengthWhile(plain, isDigit);
        const auto length = std::max<std::size_t>({token.digits, lengthWhile(plain, isLetter), 1});
        token.text = plain.substr(0, length);
        token.glued = glued && (token.digits > 0 || isLetter(token.text.front()));
        if (token.digits > 0) std::from_chars(plain.data(), plain.data() + token.digits, token.number);
        plain.remove_prefix(length);
        glued = token.digits > 0 || isLetter(token.text.front());
        if (token.text != " " && token.text != "_") tokens.push_back(token);
    }
    return tokens;
}

} // namespace banlang
