// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/linked_cases.h"

#include "app/cases/panel_text.h"

#include <QCoreApplication>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LinkedCases)
};

constexpr std::size_t MostShown = 12;

/// The numbers of cases as links that carry their ids.
QString linksTo(Workspace& workspace, std::span<const core::CaseId> ids) {
    const auto texts = core::loadTexts(workspace.district()->connection(), ids);
    QStringList links;
    if (texts)
        for (const core::CaseText& text : *texts)
            links << QStringLiteral("<a href=\"%1\">%2</a>").arg(text.id.value()).arg(QString::fromStdString(text.number).toHtmlEscaped());
    return links.join(Words::tr(", "));
}

} // namespace

QWidget* makeLinkedCases(Workspace& workspace, const core::CaseRecord& record, QWidget* parent) {
    const auto linked = core::casesLinkedTo(workspace.district()->connection(), record.report.id);
    QStringList lines;
    if (const core::CaseId main = record.derived.linkedTo; !main.isNull())
        lines << Words::tr("same problem as %1").arg(linksTo(workspace, std::span(&main, 1)));
    if (linked && !linked->empty()) {
        const auto shown = std::span(*linked).first(std::min(MostShown, linked->size()));
        QString line = Words::tr("%n further report(s): %1", "", static_cast<int>(linked->size())).arg(linksTo(workspace, shown));
        if (shown.size() < linked->size())
            line += QStringLiteral(" …");
        lines << line;
    }
    if (lines.isEmpty())
        return nullptr;
    auto* label = new QLabel(lines.join(QStringLiteral("<br>")), parent);
    label->setObjectName(QStringLiteral("linkedCases"));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    QObject::connect(label, &QLabel::linkActivated, &workspace, [&workspace](const QString& id) {
        workspace.selectCases({core::CaseId(id.toLongLong())});
    });
    return label;
}

} // namespace gridwarden::app
