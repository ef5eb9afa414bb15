# Linked by our own targets only, so that nobody who builds on them inherits our warnings.
add_library(banlang_strict INTERFACE)
target_compile_options(banlang_strict INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wcast-align -Wsuggest-override -Wextra-semi
  # The same input must give the same bytes on every machine.
  -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(banlang_strict INTERFACE -Wduplicated-cond -Wlogical-op -fpch-preprocess)
endif()
if(WARNINGS_AS_ERRORS)
  target_compile_options(banlang_strict INTERFACE -Werror)
endif()
target_include_directories(banlang_strict INTERFACE "${PROJECT_SOURCE_DIR}")

# Headers that most files need, compiled once per room.
set(banlang_common_headers
  <algorithm> <array> <bitset> <chrono> <cmath> <condition_variable> <cstdint> <deque> <filesystem> <functional> <future> <map> <memory>
  <mutex> <numeric> <optional> <set> <span> <stop_token> <string> <string_view> <thread> <typeindex> <unordered_map> <utility> <variant>
  <vector> <fmt/format.h> <tl/expected.hpp>)
