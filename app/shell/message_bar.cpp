// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/message_bar.h"

#include "app/workspace/icon.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int NoteTimeMs = 6000;
constexpr std::size_t Longest = 200;
constexpr int Margin = 8;

} // namespace

MessageBar::MessageBar(Workspace& workspace, QWidget* parent)
    : QFrame(parent), m_symbol(new QLabel(this)), m_text(new QLabel(this)), m_details(new QToolButton(this)),
      m_action(new QPushButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_details->setText(tr("Details"));
    m_details->setAutoRaise(true);
    m_action->setObjectName(QStringLiteral("messageAction"));
    auto* const close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setIcon(icon(QLatin1String("x")));
    close->setToolTip(tr("Close"));
    close->setAutoRaise(true);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_symbol, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_details);
    row->addWidget(close);
    m_goAway.setSingleShot(true);
    m_goAway.setInterval(NoteTimeMs);
    connect(&m_goAway, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_details, &QToolButton::clicked, this, &MessageBar::showHistory);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_open.empty() ? std::function<void()>() : m_open.back().run;
        dismiss();
        if (run)
            run();
    });
    connect(&workspace, &Workspace::noticePosted, this, &MessageBar::post);
    connect(&workspace, &Workspace::districtClosed, this, &MessageBar::clear);
    parent->installEventFilter(this);
    hide();
}

void MessageBar::post(const Notice& notice) {
    m_history.push_front(notice);
    if (m_history.size() > Longest)
        m_history.pop_back();
    ++m_unread;
    if (!m_open.empty() && m_open.back().kind == NoticeKind::Note)
        m_open.pop_back();
    m_open.push_back(notice);
    show(notice);
    emit historyChanged();
}

void MessageBar::show(const Notice& notice) {
    const char* const name = notice.kind == NoticeKind::Fault     ? "circle-alert"
                             : notice.kind == NoticeKind::Warning ? "triangle-alert"
                                                                  : "info";
    m_symbol->setPixmap(icon(QLatin1String(name)).pixmap(18));
    m_text->setText(notice.text);
    m_details->setVisible(!notice.details.isEmpty());
    m_action->setText(notice.action);
    m_action->setVisible(notice.run != nullptr);
    if (notice.kind == NoticeKind::Note)
        m_goAway.start();
    else
        m_goAway.stop();
    QFrame::show();
    place();
    raise();
}

void MessageBar::dismiss() {
    if (!m_open.empty())
        m_open.pop_back();
    if (m_open.empty()) {
        hide();
        m_unread = 0;
    } else {
        show(m_open.back());
    }
    emit historyChanged();
}

/// What was said about a district that is not open any more cannot be acted upon.
void MessageBar::clear() {
    m_goAway.stop();
    m_open.clear();
    hide();
}

void MessageBar::place() {
    const int width = std::min(parentWidget()->width() - 2 * Margin, 720);
    layout()->activate(); // with the words and buttons of this notice
    const int height = heightForWidth(width);
    setGeometry((parentWidget()->width() - width) / 2, Margin, width, height);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void MessageBar::showHistory() {
    auto* const dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Notes"));
    auto* const column = new QVBoxLayout(dialog);
    auto* const text = new QPlainTextEdit(dialog);
    text->setReadOnly(true);
    QStringList lines;
    for (const Notice& notice : m_history) {
        lines << notice.text;
        if (!notice.details.isEmpty())
            lines << u"    " + notice.details;
    }
    text->setPlainText(lines.isEmpty() ? tr("There are no notes.") : lines.join(u'\n'));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(560, 320);
    dialog->show();
    m_unread = 0;
    emit historyChanged();
}

} // namespace gridwarden::app
