// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/kind_field.h"

#include "app/cases/panel_text.h"
#include "app/text/activity_kind_name.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int KeyRole = Qt::UserRole;
constexpr std::size_t MostMatches = 7;

} // namespace

KindField::KindField(QWidget* parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_list(new QListWidget(this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(SmallGap);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    m_edit->setObjectName(QStringLiteral("kind"));
    m_edit->setPlaceholderText(tr("What was done: a few letters"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("kindMatches"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (!m_kind.empty()) {
            m_kind.clear();
            emit kindChanged();
        }
        offer(typed);
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
        take(item);
        emit taken();
    });
}

void KindField::setKinds(const core::ActivityLists& lists) {
    m_lists = lists;
    const core::ActivityKind* const kind = m_lists.find(m_kind);
    if (kind == nullptr && !m_kind.empty())
        setKind({});
    else if (kind != nullptr && m_edit->text() != kindName(*kind))
        m_edit->setText(kindName(*kind));
}

void KindField::setKind(const std::string& key) {
    const core::ActivityKind* const kind = m_lists.find(key);
    m_kind = kind == nullptr ? std::string() : key;
    m_edit->setText(kind == nullptr ? QString() : kindName(*kind));
    m_edit->setCursorPosition(0);
    showList(false);
    emit kindChanged();
}

void KindField::selectAll() {
    m_edit->selectAll();
}

bool KindField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit)
        return false;
    if (event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent*>(event)->key());
    if (event->type() == QEvent::FocusOut)
        showList(false);
    return false;
}

bool KindField::onKey(int key) {
    const bool isShown = !m_list->isHidden();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (isShown)
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
        else
            offer(m_kind.empty() ? m_edit->text() : QString());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isShown && m_list->currentItem() != nullptr)
            take(m_list->currentItem());
        if (!m_kind.empty())
            emit taken();
        return true;
    case Qt::Key_Tab:
        if (isShown && m_list->currentItem() != nullptr && !m_edit->text().isEmpty())
            take(m_list->currentItem());
        return false;
    case Qt::Key_Escape:
        if (!isShown)
            return false;
        showList(false);
        return true;
    default:
        return false;
    }
}

void KindField::offer(const QString& typed) {
    m_list->clear();
    for (const core::ActivityKind* const kind : m_lists.search(typed.toStdString(), MostMatches)) {
        auto* const item =
            new QListWidgetItem(tr("%1 (%2)").arg(kindName(*kind), QString::fromStdString(kind->unit)), m_list);
        item->setData(KeyRole, QString::fromStdString(kind->key));
        item->setToolTip(item->text());
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(m_list->count() * (fontMetrics().height() + SmallGap) + 2 * m_list->frameWidth() + SmallGap);
    showList(m_list->count() > 0);
}

void KindField::showList(bool shown) {
    if (!shown)
        m_list->clear();
    m_list->setVisible(shown);
}

void KindField::take(const QListWidgetItem* item) {
    setKind(item->data(KeyRole).toString().toStdString());
}

} // namespace gridwarden::app
