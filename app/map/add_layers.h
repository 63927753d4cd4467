// SPDX-License-Identifier: GPL-3.0-or-later
// From files to layers of the map.
#pragma once

#include "app/map/layer_list.h"
#include "gis/source/layer_info.h"

#include <QStringList>

class QWidget;

namespace gridwarden::app {

/// The file filter of everything that can be a layer, for a picker.
[[nodiscard]] QString layerFilters();
/// Looks into the files, as a job, and adds what they hold. A file with several layers asks once which of them; files that
/// cannot be used are told as notices. An unknown CRS asks nothing: it is a badge in the list of layers.
void addLayers(const QStringList& files, LayerList& layers, Workspace& workspace, Jobs& jobs, QWidget* parent);
/// Asks for the address of a map service and adds it.
void addMapService(LayerList& layers, Jobs& jobs, QWidget* parent);
/// Which of several layers; all of them are marked at first. Empty when given up.
[[nodiscard]] std::vector<std::string> chooseLayers(const gis::SourceInfo& source, QWidget* parent);

} // namespace gridwarden::app
