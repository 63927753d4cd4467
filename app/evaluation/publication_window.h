// SPDX-License-Identifier: GPL-3.0-or-later
// What was published, beside what the records of now say: the past is not changed, later changes show as differences.
#pragma once

#include "app/workspace/newest_work.h"
#include "core/evaluation/publication.h"

#include <QWidget>

class QTextBrowser;
class QTreeWidget;

namespace gridwarden::app {

class PublicationWindow : public QWidget {
    Q_OBJECT
  public:
    PublicationWindow(Workspace& workspace, QWidget* parent);
    [[nodiscard]] QString shown() const; ///< the comparison as plain text

  private:
    void list();
    void compare();
    Workspace& m_workspace;
    QTreeWidget* m_publications;
    QTextBrowser* m_comparison;
    NewestWork m_work;
};

/// Opens the window or raises the one that is open. Nothing without a district.
void openPublications(Workspace& workspace, QWidget* parent);

} // namespace gridwarden::app
