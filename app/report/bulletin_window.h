// SPDX-License-Identifier: GPL-3.0-or-later
// The bulletin (月报、通报) or the supervision bulletin (督查通报) of a period: what is in it is chosen at the left, the pages stand beside it, and it is saved as a document, PDF or workbook.
#pragma once

#include "app/report/official_document.h"
#include "app/report/report_preview.h"
#include "app/workspace/newest_work.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace gridwarden::app {

class LanguageBox;
class PeriodField;

class BulletinWindow : public QWidget {
    Q_OBJECT
  public:
    BulletinWindow(Workspace& workspace, Jobs& jobs, QWidget* parent);
    [[nodiscard]] ReportPreview& preview() { return *m_preview; }
    [[nodiscard]] bool isMaking() const { return m_delay.isActive() || m_isMaking; }
    void setPeriod(core::Period period);

  private:
    void build();
    void addChoices(QFormLayout& form);
    [[nodiscard]] bool isSupervision() const;
    void make();    ///< counts anew
    void present(); ///< puts the heading above what was counted
    Workspace& m_workspace;
    QComboBox* m_kind;
    PeriodField* m_period;
    QComboBox* m_areas;
    QDateEdit* m_putRightBy;
    LanguageBox* m_language;
    QLineEdit* m_issuer;
    QLineEdit* m_number;
    QLineEdit* m_addressee;
    QPushButton* m_save;
    ReportPreview* m_preview;
    QTimer m_delay; ///< typing does not make it with each key
    bool m_isMaking = false;
    std::optional<OfficialDocument> m_counted;  ///< without its heading
    QString m_date;                             ///< of the data, for the heading
    std::optional<OfficialDocument> m_document; ///< that is shown
    NewestWork m_work;
};

/// Opens the window or raises the one that is open. Nothing without a district.
void openBulletin(Workspace& workspace, Jobs& jobs, QWidget* parent);

} // namespace gridwarden::app
