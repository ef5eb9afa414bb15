// SPDX-License-Identifier: MIT
#include "viewer/session/open_document.h"

namespace banlang::viewer {
namespace {

Bilingual textOf(const Error& error) {
    return {describe(error, Language::vietnamese), describe(error, Language::english)};
}

} // namespace

void OpenDocument::warn(const Error& error) {
    tell({true, textOf(error)});
}

void OpenDocument::fail(const Error& error) {
    const bool stopped = error.kind == ErrorKind::interrupted;
    tell({!stopped, textOf(error)});
    if (!stopped) failure = error;
}

} // namespace banlang::viewer
