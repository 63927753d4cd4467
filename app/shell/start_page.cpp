// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_page.h"

#include "app/workspace/icon.h"
#include "app/workspace/settings.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>

namespace gridwarden::app {

StartPage::StartPage(QWidget* parent) : QWidget(parent), m_recent(new QListWidget(this)), m_recentBox(new QWidget(this)) {
    setObjectName(QStringLiteral("startPage"));
    auto* const sign = new QLabel(this);
    sign->setPixmap(programIcon().pixmap(56, 56));
    auto* const title = new QLabel(tr("Gridwarden"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    title->setFont(large);
    auto* const promise = new QLabel(tr("Open the district, see it, and know who answers for what until when."), this);
    promise->setWordWrap(true);
    auto* const head = new QVBoxLayout;
    head->addWidget(title);
    head->addWidget(promise);
    auto* const top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(sign, 0, Qt::AlignTop);
    top->addLayout(head, 1);

    const auto link = [this](const char* iconName, const QString& text, const QString& about, const QString& name) {
        auto* const button = new QCommandLinkButton(text, about, this);
        button->setIcon(icon(QLatin1String(iconName)));
        button->setObjectName(name);
        return button;
    };
    auto* const open = link("folder-open", tr("Open a district"), tr("A file of this program (.gpkg)"), QStringLiteral("startOpen"));
    auto* const fresh = link("file-plus", tr("New district"), tr("With the standard categories, limits and calendar"), QStringLiteral("startNew"));
    auto* const demo = link("map-pin-plus", tr("Create a demo district"), tr("Real streets, made-up cases: to try everything"), QStringLiteral("startDemo"));
    connect(open, &QCommandLinkButton::clicked, this, &StartPage::chooseRequested);
    connect(fresh, &QCommandLinkButton::clicked, this, &StartPage::newRequested);
    connect(demo, &QCommandLinkButton::clicked, this, &StartPage::demoRequested);
    auto* const links = new QVBoxLayout;
    links->setSpacing(4);
    for (QCommandLinkButton* const each : {open, fresh, demo})
        links->addWidget(each);
    links->addStretch(1);

    auto* const recentColumn = new QVBoxLayout(m_recentBox);
    recentColumn->setContentsMargins(0, 0, 0, 0);
    auto* const recentTitle = new QLabel(tr("Recent districts"), this);
    QFont bold = font();
    bold.setBold(true);
    recentTitle->setFont(bold);
    m_recent->setObjectName(QStringLiteral("recentDistricts"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAlternatingRowColors(false);
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->setSpacing(2);
    m_recent->viewport()->setAutoFillBackground(false); // the page's own ground shows
    recentColumn->addWidget(recentTitle);
    recentColumn->addWidget(m_recent, 1);
    connect(m_recent, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { emit openRequested(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { emit openRequested(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        QListWidgetItem* const item = m_recent->itemAt(position);
        if (item == nullptr)
            return;
        QMenu menu(this);
        QAction* const forget = menu.addAction(tr("Remove from the list"));
        if (menu.exec(m_recent->viewport()->mapToGlobal(position)) == forget) {
            forgetDistrict(item->data(Qt::UserRole).toString());
            refresh();
        }
    });

    auto* const columns = new QHBoxLayout;
    columns->setSpacing(32);
    columns->addLayout(links, 1);
    columns->addWidget(m_recentBox, 1);
    auto* const sheet = new QWidget(this);
    sheet->setMaximumWidth(820);
    sheet->setMinimumWidth(560);
    auto* const column = new QVBoxLayout(sheet);
    column->setSpacing(24);
    column->addLayout(top);
    column->addLayout(columns, 1);
    auto* const centre = new QVBoxLayout(this);
    centre->addStretch(1);
    centre->addWidget(sheet, 4, Qt::AlignHCenter);
    centre->addStretch(1);
    refresh();
}

void StartPage::refresh() {
    m_recent->clear();
    const QStringList recent = recentDistricts();
    for (const QString& path : recent) {
        const QFileInfo file(path);
        auto* const item = new QListWidgetItem(file.completeBaseName() + u'\n' + file.absolutePath(), m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
        if (!file.exists()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
            item->setToolTip(tr("%1 is not there now").arg(path));
        }
    }
    m_recentBox->setVisible(!recent.isEmpty());
}

} // namespace gridwarden::app
