// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inbox/inbox_panel.h"

#include "app/cases/panel_text.h"
#include "app/district/form_fields.h"
#include "app/inbox/proposal_list.h"
#include "app/inbox/proposal_view.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

QPushButton* makeButton(const char* name, const QString& words, const char* iconName, QWidget* parent) {
    auto* const button = iconName == nullptr ? new QPushButton(words, parent) : new QPushButton(icon(QLatin1String(iconName)), words, parent);
    button->setObjectName(QLatin1String(name));
    return button;
}

} // namespace

InboxPanel::InboxPanel(Workspace& workspace, Inbox& inbox, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_inbox(inbox), m_model(new RecordModel({tr("Proposal"), tr("Time")}, this)), m_list(new QTreeView(this)),
      m_detail(new ProposalView(workspace, this)), m_parts(new QSplitter(Qt::Vertical, this)), m_none(new QWidget(this)),
      m_noneText(makeLabel({}, TextSize::Body, /*isMuted=*/true, m_none)), m_makeFolder(makeButton("makeFolder", tr("Make the folder"), "folder-open", m_none)),
      m_accept(makeButton("accept", tr("Accept"), "check", this)), m_link(makeButton("acceptAndLink", tr("Accept and link"), nullptr, this)),
      m_correct(makeButton("correct", tr("Correct …"), nullptr, this)), m_refuse(makeButton("refuse", tr("Refuse …"), "x", this)), m_more(new QToolButton(this)),
      m_move(nullptr) {
    setObjectName(QStringLiteral("inboxPanel"));
    build();
    connect(&inbox, &Inbox::changed, this, &InboxPanel::refresh);
    connect(&workspace, &Workspace::busyChanged, this, &InboxPanel::followSelection);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isVisible())
            followSelection(); // what it may be the same as
    });
    refresh();
}

void InboxPanel::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Gap, Gap, Gap, Gap);
    column->setSpacing(Gap);
    m_list->setObjectName(QStringLiteral("proposals"));
    m_list->setModel(m_model);
    styleRows(m_list);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setIndentation(16);
    m_list->installEventFilter(this);
    m_model->setRightAligned(1);
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_detail);
    m_parts->addWidget(m_list);
    m_parts->addWidget(scroll);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({300, 300}); // both halves whatever the rows would like
    column->addWidget(m_parts, 1);
    auto* const none = new QVBoxLayout(m_none);
    m_noneText->setObjectName(QStringLiteral("empty"));
    m_noneText->setWordWrap(true);
    m_noneText->setAlignment(Qt::AlignCenter);
    none->addStretch();
    none->addWidget(m_noneText);
    none->addWidget(m_makeFolder, 0, Qt::AlignCenter);
    none->addStretch();
    column->addWidget(m_none, 1);
    column->addWidget(buildButtons());
    connect(m_makeFolder, &QPushButton::clicked, this, [this] { m_inbox.makeFolder(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InboxPanel::followSelection);
    connect(m_list, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!digestOfKey(index.data(RecordModel::KeyRole).toString()).empty())
            correct();
    });
}

QWidget* InboxPanel::buildButtons() {
    auto* const bar = new QWidget(this);
    auto* const grid = new QGridLayout(bar);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(SmallGap);
    m_accept->setToolTip(tr("Makes a case of each chosen proposal (Enter)"));
    m_link->setToolTip(tr("Makes a case and links it to the open case of the same problem"));
    m_correct->setToolTip(tr("Opens the card of a new incident with what is known (F2)"));
    m_refuse->setToolTip(tr("Nothing becomes of it; the file stays (Delete)"));
    m_more->setObjectName(QStringLiteral("inboxMore"));
    m_more->setIcon(icon(QLatin1String("folder-open")));
    m_more->setToolTip(tr("The folder"));
    m_more->setAccessibleName(tr("The folder"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* const menu = new QMenu(m_more);
    menu->addAction(tr("Look again"), &m_inbox, &Inbox::look);
    m_move = menu->addAction(tr("Move decided files into “done”"), &m_inbox, [this] {
        const QStringList files = m_inbox.decidedFiles();
        if (prompts().confirm(this, tr("Everything in %n file(s) is decided. Move them into the subfolder “done”?", "", static_cast<int>(files.size())), tr("Move")))
            m_inbox.moveDecidedFiles();
    });
    m_move->setObjectName(QStringLiteral("moveDecided"));
    menu->addAction(tr("Watch another folder …"), &m_inbox, [this] { m_inbox.chooseFolder(this); });
    m_more->setMenu(menu);
    grid->addWidget(m_accept, 0, 0);
    grid->addWidget(m_link, 0, 1, 1, 2);
    grid->addWidget(m_correct, 1, 0);
    grid->addWidget(m_refuse, 1, 1);
    grid->addWidget(m_more, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_accept, &QPushButton::clicked, this, &InboxPanel::accept);
    connect(m_link, &QPushButton::clicked, this, &InboxPanel::acceptAndLink);
    connect(m_correct, &QPushButton::clicked, this, &InboxPanel::correct);
    connect(m_refuse, &QPushButton::clicked, this, &InboxPanel::refuse);
    return bar;
}

void InboxPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_inbox.look();
}

void InboxPanel::startDeciding() {
    m_list->setFocus();
    if (selected().empty() && !m_inbox.content().proposals.empty())
        m_list->setCurrentIndex(m_model->indexOf(QStringLiteral("p:") + QString::fromStdString(m_inbox.content().proposals.front().digest)));
}

void InboxPanel::refresh() {
    const core::District* const district = m_workspace.district();
    const QString current = m_list->currentIndex().data(RecordModel::KeyRole).toString();
    const int row = m_list->currentIndex().row();
    const bool wasOne = m_list->selectionModel()->selectedRows().size() == 1;
    std::vector<Record> records = district == nullptr ? std::vector<Record>() : inboxRecords(m_inbox.content(), *district);
    const bool isEmpty = records.empty();
    m_model->setRecords(std::move(records));
    m_list->expandAll();
    // The next one takes the place of one that was decided.
    if (wasOne && !digestOfKey(current).empty() && !m_model->indexOf(current).isValid() && !m_inbox.content().proposals.empty()) {
        const auto& all = m_inbox.content().proposals;
        const auto next = std::min(static_cast<std::size_t>(std::max(row, 0)), all.size() - 1);
        m_list->setCurrentIndex(m_model->indexOf(QStringLiteral("p:") + QString::fromStdString(all[next].digest)));
    }
    m_parts->setVisible(!isEmpty);
    m_none->setVisible(isEmpty);
    if (isEmpty)
        tellEmpty();
    m_move->setEnabled(!m_inbox.decidedFiles().isEmpty());
    followSelection();
}

void InboxPanel::tellEmpty() {
    m_makeFolder->hide();
    if (m_workspace.district() == nullptr) {
        m_noneText->setText(tr("No district is open."));
        return;
    }
    const QString folder = QString::fromStdString(m_inbox.folder().string());
    if (m_inbox.content().exists) {
        m_noneText->setText(tr("Nothing waits.\n\nTables, photos with a place and Open311 files that are put into this folder become proposals:\n%1").arg(folder));
        return;
    }
    m_noneText->setText(tr("Tables, photos with a place and Open311 files can be put into a folder and become proposals here. The folder is not there yet:\n%1").arg(folder));
    m_makeFolder->show();
}

std::vector<gis::Proposal> InboxPanel::selected() const {
    std::vector<gis::Proposal> chosen;
    for (const gis::Proposal& proposal : m_inbox.content().proposals) {
        const QModelIndex own = m_model->indexOf(QStringLiteral("p:") + QString::fromStdString(proposal.digest));
        const QModelIndex file = m_model->indexOf(QStringLiteral("f:") + QString::fromStdString(proposal.file));
        const auto isSelected = [this](const QModelIndex& index) { return index.isValid() && m_list->selectionModel()->isRowSelected(index.row(), index.parent()); };
        if (isSelected(own) || isSelected(file))
            chosen.push_back(proposal);
    }
    return chosen;
}

void InboxPanel::followSelection() {
    const core::District* const district = m_workspace.district();
    const std::vector<gis::Proposal> chosen = district == nullptr ? std::vector<gis::Proposal>() : selected();
    if (chosen.size() == 1) {
        m_detail->show(chosen.front());
    } else if (!chosen.empty()) {
        m_detail->say(tr("%n proposal(s) chosen", "", static_cast<int>(chosen.size())));
    } else {
        const QModelIndex current = m_list->currentIndex().siblingAtColumn(0);
        m_detail->say(current.isValid() ? current.data().toString() : QString());
    }
    const bool canDecide = m_workspace.canWrite();
    const auto acceptable = [district](const gis::Proposal& each) { return !gis::whyNotAcceptable(each, district->sources(), district->timeZone()); };
    const auto ready = std::count_if(chosen.begin(), chosen.end(), acceptable);
    m_accept->setEnabled(canDecide && ready > 0);
    m_accept->setText(chosen.size() > 1 ? tr("Accept %1").arg(ready) : tr("Accept"));
    m_link->setEnabled(canDecide && chosen.size() == 1 && ready == 1 && !m_detail->duplicates().empty());
    m_correct->setEnabled(canDecide && chosen.size() == 1);
    m_refuse->setEnabled(canDecide && !chosen.empty());
}

void InboxPanel::accept() {
    if (m_accept->isEnabled())
        m_inbox.accept(selected());
}

void InboxPanel::acceptAndLink() {
    if (m_link->isEnabled())
        m_inbox.accept(selected(), m_detail->duplicate());
}

void InboxPanel::correct() {
    if (m_correct->isEnabled())
        emit correctionWanted(selected().front());
}

void InboxPanel::refuse() {
    if (!m_refuse->isEnabled())
        return;
    const QString note = prompts().text(this, tr("Refuse"), tr("Why does nothing become of it?"), QString());
    if (!note.isNull())
        m_inbox.refuse(selected(), note);
}

bool InboxPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            accept();
            return true;
        case Qt::Key_F2:
            correct();
            return true;
        case Qt::Key_Delete:
            refuse();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridwarden::app
