# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and where: bin/gridwarden beside share/gridwarden, which the program finds from where it is.
include(GNUInstallDirs)
# A checkout under a strict umask must not lead to files that only root can read.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(made ${PROJECT_BINARY_DIR}/packaging)
set(share ${CMAKE_INSTALL_DATAROOTDIR})
set(documents ${share}/doc/gridwarden)
set(GRIDWARDEN_MAINTAINERS "Gridwarden maintainers <maintainers@users.noreply.gridwarden.example>")

install(TARGETS gridwarden RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The process that reads strangers' files; nobody starts it by hand.
install(TARGETS gridwarden-reader RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/gridwarden)

# What is read at run time; icons and translations are inside the program.
foreach(folder calendars categories demo disclosure figures limits reports schema schemes styles summaries words)
  install(DIRECTORY resources/${folder} DESTINATION ${share}/gridwarden
    PATTERN "*.py" EXCLUDE PATTERN "maker" EXCLUDE PATTERN "*.md" EXCLUDE PATTERN "__pycache__" EXCLUDE)
endforeach()
install(FILES resources/activities.json resources/duties.json resources/methods.json resources/patrol.json resources/sources.json resources/views.json DESTINATION ${share}/gridwarden)

# The desktop
string(TIMESTAMP GRIDWARDEN_RELEASE_DAY "%Y-%m-%d" UTC)
configure_file(packaging/desktop/org.gridwarden.Gridwarden.metainfo.xml.in ${made}/org.gridwarden.Gridwarden.metainfo.xml @ONLY)
install(FILES packaging/desktop/org.gridwarden.Gridwarden.desktop DESTINATION ${share}/applications)
install(FILES ${made}/org.gridwarden.Gridwarden.metainfo.xml DESTINATION ${share}/metainfo)
install(FILES packaging/desktop/org.gridwarden.Gridwarden.xml DESTINATION ${share}/mime/packages)
install(FILES packaging/desktop/gridwarden.bash-completion DESTINATION ${share}/bash-completion/completions RENAME gridwarden)
install(FILES resources/icons/gridwarden.svg DESTINATION ${share}/icons/hicolor/scalable/apps)
foreach(size 16 24 32 48 64 128 256)
  install(FILES packaging/desktop/icons/${size}.png
    DESTINATION ${share}/icons/hicolor/${size}x${size}/apps RENAME gridwarden.png)
endforeach()

# compressed(SOURCE NAME): SOURCE as NAME.gz, without a time in it.
find_program(GZIP_PROGRAM gzip REQUIRED)
function(compressed source name)
  add_custom_command(OUTPUT ${made}/${name}.gz COMMAND ${GZIP_PROGRAM} -9nc ${source} > ${made}/${name}.gz DEPENDS ${source} VERBATIM)
  set(compressed_files ${compressed_files} ${made}/${name}.gz PARENT_SCOPE)
endfunction()
string(TIMESTAMP GRIDWARDEN_RELEASE_MOMENT "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(GRIDWARDEN_PACKAGE_RELEASE 1)
configure_file(packaging/debian/changelog.in ${made}/changelog.Debian @ONLY)
compressed(${PROJECT_SOURCE_DIR}/packaging/man/gridwarden.1 gridwarden.1)
compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog)
compressed(${made}/changelog.Debian changelog.Debian)
add_custom_target(gridwarden_documents ALL DEPENDS ${compressed_files})
install(FILES ${made}/gridwarden.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/changelog.gz ${made}/changelog.Debian.gz packaging/debian/copyright DESTINATION ${documents})
install(FILES README.md DESTINATION ${documents})
install(FILES resources/README.md DESTINATION ${documents} RENAME resources.md)
install(FILES packaging/debian/lintian-overrides DESTINATION ${share}/lintian/overrides RENAME gridwarden)

# The Debian package
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gridwarden)
set(CPACK_PACKAGE_VENDOR "Gridwarden")
set(CPACK_PACKAGE_CONTACT "${GRIDWARDEN_MAINTAINERS}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${GRIDWARDEN_PACKAGE_RELEASE})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The report's text face; PROJ's grids and GDAL's tables come with their libraries.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-wqy-microhei, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fcitx5-frontend-qt6, fonts-arphic-gkai00mp, fonts-arphic-uming, fonts-noto-cjk, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qgis")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "grid supervision for a district's urban management")
set(CPACK_PACKAGE_DESCRIPTION
"Desktop GIS for the supervisors of a district's urban-management bureau.
They see grids and incidents on map layers of any kind, enter an incident
by a click, know at once who answers for it and until when, follow each
case to its closure, and print the report of a grid for any period.
.
Everything is kept in one local GeoPackage file per district: no server,
account or network is needed.")
include(CPack)
