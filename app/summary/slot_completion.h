// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity_lists.h"
#include "core/figures/figure_definition.h"

#include <QCompleter>

class QStandardItemModel;

namespace gridwarden::app {

/// Figures as they are typed into a slot: found by a part of their name, English name or key.
class SlotCompletion : public QCompleter {
    Q_OBJECT
  public:
    explicit SlotCompletion(QObject* parent);
    void setFigures(const core::FigureDefinitions& figures, const core::ActivityLists& lists);
    /// The part of a line before the cursor that names a figure in an open slot; none outside a slot and after its first bar.
    [[nodiscard]] static std::optional<QString> nameBefore(const QString& line);
    /// Of the entries that are offered: the first whose name begins with what was typed, else the first.
    [[nodiscard]] QModelIndex bestFor(const QString& typed) const;
    /// What an entry of the list puts into the slot: the figure's name.
    [[nodiscard]] static QString nameAt(const QModelIndex& index);

  private:
    QStandardItemModel* m_figures;
};

} // namespace gridwarden::app
