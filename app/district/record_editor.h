// SPDX-License-Identifier: GPL-3.0-or-later
// An editor with its records at the left, in a list or tree with a filter, and a form for one of them at the right.
#pragma once

#include "app/district/editor_window.h"
#include "app/district/record_model.h"

#include <optional>

class QLineEdit;
class QScrollArea;
class QSortFilterProxyModel;
class QSplitter;
class QTreeView;

namespace gridwarden::app {

class RecordEditor : public EditorWindow {
    Q_OBJECT
  public:
    void refresh() override;
    /// Shows a record in the form and the list. Refused while something is unsaved.
    bool select(const QString& key);
    [[nodiscard]] QString currentKey() const { return m_key; } ///< empty: a new one, or none
    [[nodiscard]] bool isNew() const { return m_isNew; }

  protected:
    /// \param empty what to do when there is no record yet
    RecordEditor(Workspace& workspace, const QString& title, const QStringList& columns, const QString& empty, QWidget* parent);
    /// The widget that the form is laid out in; shown while there is something to edit.
    [[nodiscard]] QWidget* form() const { return m_form; }
    [[nodiscard]] QTreeView* view() const { return m_view; }
    [[nodiscard]] RecordModel* model() const { return m_model; }
    [[nodiscard]] QVBoxLayout* besideList() const { return m_besideList; } ///< between filter and list
    QPushButton* addListButton(const QString& name, const QString& text, QLatin1String iconName);
    void startNew(); ///< an empty form for a new record
    void shareWidth(int list, int form); ///< pixels, of a window as wide as both; else in proportion
    void fitForm(); ///< room for the form's width; at the end of the constructor, showFirst does it too
    void showFirst(); ///< at the end of the constructor of what derives from it

    [[nodiscard]] virtual std::vector<Record> records() const = 0;
    /// Fills the form with a stored record, or for a new one when the key is empty.
    virtual void fill(const QString& key) = 0;
    /// Stores the form; the key of what was stored, none after a fault that is shown or when takeStored follows later.
    virtual std::optional<QString> store(const QString& key) = 0;
    virtual void onCurrentChanged() {} ///< another record, a new one, or none

    bool save() override;
    /// What was in the form is stored now under this key.
    void takeStored(const QString& key);
    void discard() override;
    void onWritableChanged(bool canWrite) override;

  private:
    void show(const QString& key, bool isNew);
    void onRowChanged(const QModelIndex& current);
    void restoreRow();
    void filter(const QString& typed);
    RecordModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QTreeView* m_view;
    QVBoxLayout* m_besideList;
    QHBoxLayout* m_listButtons;
    std::vector<QPushButton*> m_changers; // buttons that change the list
    QWidget* m_form;
    QScrollArea* m_scroll;
    QSplitter* m_parts;
    QLabel* m_none;
    QString m_key;
    bool m_isNew = false;
    bool m_isMoving = false; // the row is moved by the editor itself
};

} // namespace gridwarden::app
