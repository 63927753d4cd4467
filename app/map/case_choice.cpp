// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/case_choice.h"

#include "app/text/message_text.h"
#include "gis/draw/decorations.h"

#include <QCoreApplication>
#include <QMenu>

namespace gridwarden::app {

namespace {

struct CaseChoice {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::CaseChoice)
};

} // namespace

void offerCases(MapWidget& map, const std::vector<core::CaseId>& cases, QPoint globalPosition) {
    Workspace& workspace = map.workspace();
    auto* const menu = new QMenu(&map);
    menu->setObjectName(QStringLiteral("casesHere"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(CaseChoice::tr("%n case(s) here", "", static_cast<int>(cases.size())));
    constexpr std::size_t Longest = 20;
    const std::vector<core::CaseId> shown(cases.begin(), cases.begin() + static_cast<std::ptrdiff_t>(std::min(cases.size(), Longest)));
    core::Connection* const connection = workspace.connection(); // none while a worker has the district: then without number
    const auto texts = connection != nullptr ? core::loadTexts(*connection, shown) : core::Result<std::vector<core::CaseText>>(std::vector<core::CaseText>(shown.size()));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const core::CaseId id = shown[i];
        const auto row = workspace.facts()->rowOf(id);
        if (!texts || !row)
            continue;
        const core::CaseFact& fact = (*workspace.facts())[*row];
        const core::Category* const category = workspace.district()->categories().find(fact.category);
        const std::string name = category == nullptr                             ? (*texts)[i].categoryText
                                 : language() == core::Language::English ? category->english
                                                                         : category->name;
        const QString title = QString::fromStdString((*texts)[i].number + "  " + name).trimmed();
        const QImage symbol = gis::symbolImage(16, map.devicePixelRatioF(), gis::lampSymbol(fact.lampAt(core::now())));
        QObject::connect(menu->addAction(QIcon(QPixmap::fromImage(symbol)), title), &QAction::triggered, &map,
                [&workspace, id] { workspace.selectCases({id}); });
    }
    if (cases.size() > Longest)
        menu->addAction(CaseChoice::tr("and %n more", "", static_cast<int>(cases.size() - Longest)))->setEnabled(false);
    if (cases.size() > 1) {
        menu->addSeparator();
        QObject::connect(menu->addAction(CaseChoice::tr("Select all")), &QAction::triggered, &map, [&workspace, cases] { workspace.selectCases(cases); });
    }
    menu->popup(globalPosition);
}

} // namespace gridwarden::app
