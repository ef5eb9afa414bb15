# Writes a header with one hash over the given files, anew when one of them changes. What the program computed and kept holds only as
# long as the code that computed it is the same.
# As a script: cmake -D HEADER=... -D NAME=... -D "FILES=a|b" -P code_version.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  set(hashes "")
  string(REPLACE "|" ";" FILES "${FILES}")
  foreach(file IN LISTS FILES)
    file(SHA256 "${file}" hash)
    string(APPEND hashes "${hash}")
  endforeach()
  string(SHA256 version "${hashes}")
  file(WRITE "${HEADER}" "#pragma once\n\nnamespace banlang {\ninline constexpr const char* ${NAME} = \"${version}\";\n}\n")
  return()
endif()

set(banlang_code_version_script "${CMAKE_CURRENT_LIST_FILE}")
function(banlang_code_version target header name)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/generated/${header}")
  list(JOIN ARGN "|" files)
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -D "HEADER=${output}" -D "NAME=${name}" -D "FILES=${files}" -P "${banlang_code_version_script}"
    DEPENDS ${ARGN} "${banlang_code_version_script}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/generated")
endfunction()
