# SPDX-License-Identifier: MIT
# actant_library and actant_test: a folder is one target, and its DEPENDS are the layer table.

add_library(actant_warnings INTERFACE)
target_compile_options(actant_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  # gcc 12 warns of overlaps in its own std::string (gcc.gnu.org/PR105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

# Contracted multiply-adds would give other scores on other processors.
add_library(actant_arithmetic INTERFACE)
target_compile_options(actant_arithmetic INTERFACE -ffp-contract=off)

# actant_library(NAME HEADERS h... SOURCES s... [DEPENDS targets...] [PRIVATE_DEPENDS targets...])
function(actant_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;DEPENDS;PRIVATE_DEPENDS")
  set(target actant_${name})
  add_library(${target} STATIC)
  add_library(actant::${name} ALIAS ${target})
  target_sources(${target} PRIVATE ${arg_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS}
    $<BUILD_INTERFACE:actant_warnings> $<BUILD_INTERFACE:actant_arithmetic>)
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${name}
    POSITION_INDEPENDENT_CODE ON
    VERIFY_INTERFACE_HEADER_SETS ON)
  install(TARGETS ${target} EXPORT actantTargets
    ARCHIVE COMPONENT development
    FILE_SET HEADERS DESTINATION ${ACTANT_INSTALL_INCLUDEDIR} COMPONENT development)
endfunction()

# actant_test(NAME SOURCES s... DEPENDS targets...): one Catch2 program for a layer.
function(actant_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  set(target ${name}_test)
  add_executable(${target} ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/tests/support/main.cpp)
  target_link_libraries(${target} PRIVATE ${arg_DEPENDS} Catch2::Catch2 actant_warnings
    actant_arithmetic)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${target} PRIVATE
    ACTANT_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
    ACTANT_DATA_FOLDER="${PROJECT_SOURCE_DIR}/data")
  add_test(NAME ${name} COMMAND ${target})
endfunction()
