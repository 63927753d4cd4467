// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a kind of activity by typing a few letters: Chinese, pinyin initials or English. The matches stand below the
// field, not in a window of their own, so that input methods keep working.
#pragma once

#include "core/activities/activity_lists.h"

#include <QWidget>
#include <memory>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace gridwarden::app {

class KindField : public QWidget {
    Q_OBJECT
public:
    explicit KindField(QWidget* parent);
    /// Keeps the kind where it is still in the list, under the name that it has now, and what is being typed.
    void setKinds(const core::ActivityLists& lists);
    /// Empty when nothing is taken, also while the text is being changed.
    [[nodiscard]] const std::string& kind() const { return m_kind; }
    void setKind(const std::string& key);
    void selectAll();

signals:
    void kindChanged();
    void taken(); ///< Enter took a match, or there was one taken already: go on to the next field

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const QString& typed);
    void showList(bool shown);
    void take(const QListWidgetItem* item);
    bool onKey(int key);
    core::ActivityLists m_lists;
    std::string m_kind;
    QLineEdit* m_edit;
    QListWidget* m_list;
};

} // namespace gridwarden::app
