// SPDX-License-Identifier: GPL-3.0-or-later
// A list or tree of check boxes in a popup, with a field that narrows it. Each tick counts at once.
#pragma once

#include <QFrame>
#include <QVariant>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace gridwarden::app {

class ChoicePopup : public QFrame {
    Q_OBJECT
  public:
    /// Deletes itself when closed.
    explicit ChoicePopup(QWidget* parent);
    /// \param search other words under which it is found
    QTreeWidgetItem* addChoice(QTreeWidgetItem* above, const QString& label, const QVariant& value, bool isChosen,
                               const QString& search = {});
    /// A heading that cannot be chosen.
    QTreeWidgetItem* addHeading(const QString& label);
    void openUnder(QWidget* button);

  signals:
    void chosen(const QVariantList& values);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void narrow(const QString& typed);
    [[nodiscard]] QVariantList values() const;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

} // namespace gridwarden::app
