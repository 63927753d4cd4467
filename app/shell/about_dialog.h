// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace gridwarden::app {

/// What the program is, its version, its licence and those of what it is built with.
void showAbout(QWidget* parent);
/// Every shortcut of the list of actions, and what keys and mouse do on the map.
void showShortcuts(QWidget* parent);

} // namespace gridwarden::app
