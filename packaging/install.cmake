# SPDX-License-Identifier: GPL-3.0-or-later
# bin/gridwarden beside share/gridwarden, which the program finds from where it is.
include(GNUInstallDirs)
install(TARGETS gridwarden RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS gridwarden-reader RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/gridwarden)
install(DIRECTORY resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/gridwarden PATTERN "*.py" EXCLUDE PATTERN "*.ts" EXCLUDE PATTERN "pictures" EXCLUDE)
