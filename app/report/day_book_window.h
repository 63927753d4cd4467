// SPDX-License-Identifier: GPL-3.0-or-later
// The day book of a shift: its numbers, each a way to its cases, remarks for who takes over, and the paper.
#pragma once

#include "app/workspace/workspace.h"
#include "core/district_day_book.h"

#include <QWidget>
#include <functional>
#include <span>

class QComboBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gridwarden::app {

class LanguageBox;
class NewestWork;

class DayBookWindow : public QWidget {
    Q_OBJECT
  public:
    DayBookWindow(Workspace& workspace, QWidget* parent);
    [[nodiscard]] const std::optional<core::ShiftBook>& book() const { return m_book; } ///< that is shown

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void build();
    void fillShifts();
    void choose(const core::ShiftOfDay& shift);
    void step(int by);
    void read();
    void showBook();
    void addFigures(const QString& title, std::span<const char* const> keys);
    void addTally(const QString& title, const std::vector<core::TallyRow>& rows, const std::function<QString(const core::TallyRow&)>& name);
    QTreeWidgetItem* addGroup(const QString& title);
    void addNumber(QTreeWidgetItem* group, const QString& name, const QString& note, std::int64_t value, const core::Selection& rows);
    void addActivities();
    void selectRows();
    void save();
    void tellSaved(const QString& file); ///< empty: nothing is told
    [[nodiscard]] core::ShiftOfDay chosen() const;
    Workspace& m_workspace;
    NewestWork* m_counting;
    std::optional<core::ShiftBook> m_book;
    std::vector<core::Selection> m_rows; ///< behind the numbers of the tree
    bool m_isChoosing = false;
    QDateEdit* m_day;
    QComboBox* m_shift;
    QTreeWidget* m_tree;
    QLabel* m_summary;
    QPlainTextEdit* m_remarks;
    LanguageBox* m_language;
    QLabel* m_saved; ///< what became of saving, with a way to the file
    QPushButton* m_save;
};

} // namespace gridwarden::app
