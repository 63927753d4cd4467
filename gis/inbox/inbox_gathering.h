// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together what the files of the inbox hold: photos go to the rows that name them, what two files say is there once, what is decided is left out.
#pragma once

#include "gis/inbox/inbox_reader.h"

namespace gridwarden::gis {

/// \param present names of all files in the folder
void gatherInbox(const std::map<std::string, InboxReader::Known>& files, const std::map<std::string, FileMark>& present,
                 const std::unordered_set<std::string>& decided, InboxContent& content);

} // namespace gridwarden::gis
