// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the XML of OpenDocument files.
#pragma once

#include <QString>
#include <string>

namespace gridwarden::app {

inline constexpr const char* XmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// For an attribute or a text. What XML cannot hold (control characters, halves of characters) is left out; tabs and line ends become blanks.
[[nodiscard]] std::string xmlText(const QString& text);
/// The content of a paragraph: several blanks in a row, tabs and line ends become elements of their own.
[[nodiscard]] std::string odtInline(const QString& text);

} // namespace gridwarden::app
