# Writes a source file that holds the given text files as strings, so that the program needs no path to find them.
function(banlang_embed_data target)
  set(entries "")
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" text)
    string(APPEND entries "    {\"${name}\", R\"data(${text})data\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  endforeach()
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/shipped_data.cpp" @ONLY CONTENT [[
#include "core/base/shipped_data.h"

#include <utility>

namespace banlang {
namespace {
constexpr std::pair<std::string_view, std::string_view> files[] = {
@entries@};
} // namespace

std::string_view shippedData(std::string_view fileName) {
    for (const auto& [name, text] : files) {
        if (name == fileName) return text;
    }
    return {};
}

} // namespace banlang
]])
  target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/shipped_data.cpp")
endfunction()
