# SPDX-License-Identifier: MIT
# What `cmake --install` and `cpack` leave: program, libraries, headers, data, documents.
include(CMakePackageConfigHelpers)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/actant)
install(EXPORT actantTargets NAMESPACE actant:: DESTINATION ${config_dir} COMPONENT development)
configure_package_config_file(cmake/actantConfig.cmake.in actantConfig.cmake
  INSTALL_DESTINATION ${config_dir} PATH_VARS ACTANT_INSTALL_DATADIR)
write_basic_package_version_file(actantConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/actantConfig.cmake ${PROJECT_BINARY_DIR}/actantConfigVersion.cmake
  DESTINATION ${config_dir} COMPONENT development)

configure_file(cmake/actant.pc.in actant.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/actant.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

foreach(folder IN ITEMS models gazetteers rules ontology)
  install(DIRECTORY data/${folder} DESTINATION ${ACTANT_INSTALL_DATADIR} COMPONENT program
    PATTERN "*.py" EXCLUDE PATTERN "__pycache__" EXCLUDE)
endforeach()
install(FILES docs/actant.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES cmake/actant.bash-completion RENAME actant
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES LICENSE README.md CHANGELOG.md data/models/ATTRIBUTION.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the Actant authors <actant@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "knowledge graphs from news articles")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_STRIP_FILES ON)
include(CPack)
