// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/category_field.h"

#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/workspace/settings.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int CodeRole = Qt::UserRole + 1;
constexpr int LimitRole = Qt::UserRole + 2;
constexpr std::size_t MostMatches = 8;
constexpr int MostRecent = 6;
const QString RecentKey = QStringLiteral("cases/recent_categories");

/// Name at the left, limit at the right, the code before it in a quieter colour.
class MatchDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        background.text.clear();
        const QWidget* widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        QColor quiet = text;
        quiet.setAlphaF(0.65F);
        QRect rest = option.rect.adjusted(Gap, 0, -Gap, 0);
        const auto drawRight = [&](const QString& words, int width) {
            painter->setPen(quiet);
            painter->drawText(QRect(rest.right() - width, rest.top(), width + 1, rest.height()),
                              Qt::AlignVCenter | Qt::AlignRight, words);
            rest.setRight(rest.right() - width - Gap);
        };
        painter->save();
        painter->setFont(sized(option.font, TextSize::Small));
        const QFontMetrics small(painter->font());
        if (const QString limit = index.data(LimitRole).toString(); !limit.isEmpty())
            drawRight(limit, small.horizontalAdvance(limit));
        drawRight(index.data(CodeRole).toString(), small.horizontalAdvance(QStringLiteral("00-00-00")));
        painter->setFont(option.font);
        painter->setPen(text);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {100, option.fontMetrics.height() + Gap};
    }
};

} // namespace

CategoryField::CategoryField(QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_list(new QListWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(SmallGap);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    m_edit->setObjectName(QStringLiteral("category"));
    m_edit->setPlaceholderText(tr("Name, initials or code"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("categoryMatches"));
    m_list->setItemDelegate(new MatchDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &CategoryField::search);
    connect(m_list, &QListWidget::itemClicked, this, &CategoryField::take);
}

void CategoryField::setCategories(std::shared_ptr<const core::CategoryRegister> categories) {
    m_categories = std::move(categories);
}

void CategoryField::setCategory(core::CategoryId id) {
    const core::Category* category = m_categories && !id.isNull() ? m_categories->find(id) : nullptr;
    m_category = category ? id : core::CategoryId();
    m_edit->setText(category ? categoryLabel(*m_categories, id) : QString());
    m_edit->setCursorPosition(0);
    showList(false);
    emit categoryChanged();
}

void CategoryField::clear() { setCategory({}); }

bool CategoryField::isListShown() const { return !m_list->isHidden(); }

bool CategoryField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit)
        return false;
    if (event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent*>(event)->key());
    if (event->type() == QEvent::FocusIn && m_edit->text().isEmpty())
        offerRecent();
    if (event->type() == QEvent::FocusOut && isListShown())
        showList(false);
    return false;
}

bool CategoryField::onKey(int key) {
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!isListShown()) {
            m_edit->text().isEmpty() ? offerRecent() : search(m_edit->text());
            return true;
        }
        m_list->setCurrentRow(std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isListShown() && m_list->currentItem())
            take(m_list->currentItem());
        else
            emit confirmed();
        return true;
    case Qt::Key_Tab:
        if (isListShown() && m_list->currentItem() && !m_edit->text().isEmpty())
            take(m_list->currentItem());
        return false;
    case Qt::Key_Escape:
        if (!isListShown() || m_edit->text().isEmpty())
            return false;
        showList(false);
        return true;
    default:
        return false;
    }
}

void CategoryField::search(const QString& typed) {
    if (!m_category.isNull()) {
        m_category = {};
        emit categoryChanged();
    }
    if (!m_categories)
        return;
    const QString text = typed.trimmed();
    if (text.isEmpty())
        offerRecent();
    else
        fill(m_categories->search(text.toStdString(), MostMatches));
}

void CategoryField::offerRecent() {
    std::vector<const core::Category*> recent;
    for (const QString& key : remembered(RecentKey).toStringList())
        if (const core::Category* category = m_categories ? m_categories->find(key.toStdString()) : nullptr;
            category && category->isEnabled && !category->isGroup)
            recent.push_back(category);
    fill(recent);
    m_list->setCurrentRow(-1);
}

void CategoryField::fill(const std::vector<const core::Category*>& matches) {
    m_list->clear();
    for (const core::Category* category : matches) {
        auto* item = new QListWidgetItem(categoryName(*category), m_list);
        item->setData(IdRole, static_cast<qlonglong>(category->id.value()));
        item->setData(CodeRole, QString::fromStdString(category->key.code));
        const core::LimitRule* rule = m_categories->defaultRule(category->id);
        if (rule && rule->limit)
            item->setData(LimitRole, limitText(*rule->limit));
        item->setToolTip(categoryName(*category));
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(static_cast<int>(matches.size()) * (fontMetrics().height() + Gap) + 2 * m_list->frameWidth());
    showList(!matches.empty());
}

void CategoryField::showList(bool shown) {
    if (!shown)
        m_list->clear();
    m_list->setVisible(shown);
    emit listToggled();
}

void CategoryField::take(const QListWidgetItem* item) {
    const core::CategoryId id(item->data(IdRole).toLongLong());
    const QString key = QString::fromStdString(m_categories->find(id)->key.text());
    QStringList recent = remembered(RecentKey).toStringList();
    recent.removeAll(key);
    recent.prepend(key);
    remember(RecentKey, QStringList(recent.mid(0, MostRecent)));
    setCategory(id);
}

} // namespace gridwarden::app
