// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/choice_popup.h"

#include "app/cases/panel_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {
constexpr int ValueRole = Qt::UserRole;
constexpr int SearchRole = Qt::UserRole + 1;
constexpr int SearchFrom = 10; ///< shorter lists need no search field
constexpr int MostRows = 14;
} // namespace

ChoicePopup::ChoicePopup(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit(this)), m_tree(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("choicePopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(SmallGap, SmallGap, SmallGap, SmallGap);
    column->setSpacing(SmallGap);
    column->addWidget(m_search);
    column->addWidget(m_tree);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_search, &QLineEdit::textChanged, this, &ChoicePopup::narrow);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this] { emit chosen(values()); });
    connect(m_tree, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem* item) {
        if (!item->flags().testFlag(Qt::ItemIsUserCheckable))
            item->setExpanded(!item->isExpanded());
    });
}

QTreeWidgetItem* ChoicePopup::addChoice(QTreeWidgetItem* above, const QString& label, const QVariant& value, bool isChosen,
                                        const QString& search) {
    const QSignalBlocker quiet(m_tree);
    auto* item = above ? new QTreeWidgetItem(above, {label}) : new QTreeWidgetItem(m_tree, {label});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setData(0, ValueRole, value);
    item->setData(0, SearchRole, QString(label + QLatin1Char(' ') + search));
    item->setToolTip(0, label);
    item->setCheckState(0, isChosen ? Qt::Checked : Qt::Unchecked);
    if (isChosen)
        for (QTreeWidgetItem* parent = above; parent; parent = parent->parent())
            parent->setExpanded(true);
    return item;
}

QTreeWidgetItem* ChoicePopup::addHeading(const QString& label) {
    const QSignalBlocker quiet(m_tree);
    auto* item = new QTreeWidgetItem(m_tree, {label});
    item->setFlags(Qt::ItemIsEnabled);
    item->setData(0, SearchRole, QString());
    return item;
}

void ChoicePopup::openUnder(QWidget* button) {
    bool isTree = false;
    int rows = 0;
    int all = 0;
    int widest = 0;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it, ++all) {
        isTree = isTree || (*it)->childCount() > 0;
        const bool isShown = !(*it)->parent() || (*it)->parent()->isExpanded();
        rows += isShown ? 1 : 0;
        widest = std::max(widest, fontMetrics().horizontalAdvance((*it)->text(0)));
    }
    m_tree->setRootIsDecorated(isTree);
    m_search->setVisible(all >= SearchFrom);
    const int rowHeight = std::max(m_tree->sizeHintForRow(0), fontMetrics().height());
    m_tree->setFixedHeight(std::clamp(isTree ? MostRows : rows, 1, MostRows) * rowHeight + SmallGap);
    m_tree->setFixedWidth(std::clamp(widest + 80, 200, 400));
    adjustSize();
    const QRect room = button->screen()->availableGeometry();
    QPoint at = button->mapToGlobal(QPoint(0, button->height()));
    if (at.y() + height() > room.bottom())
        at = button->mapToGlobal(QPoint(0, -height()));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(at);
    show();
    if (all >= SearchFrom)
        m_search->setFocus();
    else
        m_tree->setFocus();
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void ChoicePopup::narrow(const QString& typed) {
    const QString wanted = typed.trimmed();
    QTreeWidgetItem* first = nullptr;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        (*it)->setHidden(!wanted.isEmpty());
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (wanted.isEmpty() || !(*it)->data(0, SearchRole).toString().contains(wanted, Qt::CaseInsensitive))
            continue;
        first = first ? first : *it;
        for (QTreeWidgetItem* item = *it; item; item = item->parent()) {
            item->setHidden(false);
            if (item != *it)
                item->setExpanded(true);
        }
    }
    if (first)
        m_tree->setCurrentItem(first);
}

QVariantList ChoicePopup::values() const {
    QVariantList all;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        if ((*it)->checkState(0) == Qt::Checked && (*it)->flags().testFlag(Qt::ItemIsUserCheckable))
            all << (*it)->data(0, ValueRole);
    return all;
}

void ChoicePopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            m_tree->setFocus();
            return true;
        }
        QTreeWidgetItem* current = m_tree->currentItem();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_search->text().isEmpty() && current &&
            current->flags().testFlag(Qt::ItemIsUserCheckable)) {
            current->setCheckState(0, current->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
            m_search->selectAll();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gridwarden::app
