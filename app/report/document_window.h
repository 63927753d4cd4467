// SPDX-License-Identifier: GPL-3.0-or-later
// An official document as pages, to be looked at and saved.
#pragma once

#include "app/report/official_document.h"
#include "app/workspace/workspace.h"

#include <QWidget>

namespace gridwarden::app {

class ReportPreview;

class DocumentWindow : public QWidget {
    Q_OBJECT
  public:
    DocumentWindow(Workspace& workspace, Jobs& jobs, OfficialDocument document, QWidget* parent);
    [[nodiscard]] ReportPreview& preview() { return *m_preview; }

  private:
    Workspace& m_workspace;
    OfficialDocument m_document;
    ReportPreview* m_preview;
};

} // namespace gridwarden::app
