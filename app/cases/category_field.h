// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a category by typing a few letters: Chinese, pinyin initials, a code or English. The matches stand below the
// field, not in a window of their own, so that input methods keep working.
#pragma once

#include "core/case_actions.h"

#include <QWidget>
#include <memory>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace gridwarden::app {

class CategoryField : public QWidget {
    Q_OBJECT
  public:
    explicit CategoryField(QWidget* parent = nullptr);

    void setCategories(std::shared_ptr<const core::CategoryRegister> categories);
    /// Null when nothing is taken, also while the text is being changed.
    [[nodiscard]] core::CategoryId category() const { return m_category; }
    void setCategory(core::CategoryId category);
    void clear();
    [[nodiscard]] bool isListShown() const;
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

  signals:
    void categoryChanged(); ///< one was taken, or the one taken no longer stands
    void confirmed();       ///< Enter while no list is shown
    void listToggled();     ///< the list appeared or went: the field needs another height

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void search(const QString& typed);
    void offerRecent();
    void fill(const std::vector<const core::Category*>& matches);
    void showList(bool shown);
    void take(const QListWidgetItem* item);
    bool onKey(int key);
    std::shared_ptr<const core::CategoryRegister> m_categories;
    core::CategoryId m_category;
    QLineEdit* m_edit;
    QListWidget* m_list;
};

} // namespace gridwarden::app
