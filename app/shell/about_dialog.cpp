// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/about_dialog.h"

#include "app/shell/actions.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "gis/process/protections.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

struct Part {
    const char* name;
    const char* licence;
};
constexpr Part Parts[] = {
    {"Qt", "LGPL-3.0"},           {"GDAL", "MIT"},          {"PROJ", "MIT"},          {"SQLite", "public domain"},
    {"SQLiteCpp", "MIT"},         {"{fmt}", "MIT"},         {"nlohmann/json", "MIT"}, {"Howard Hinnant's date", "MIT"},
    {"tl::expected", "CC0-1.0"},  {"ICU", "Unicode-3.0"},   {"libsodium", "ISC"},     {"uchardet", "MPL-1.1 / GPL-2.0+ / LGPL-2.1+"},
    {"exiv2", "GPL-2.0+"},        {"QPDF", "Apache-2.0"},   {"CLI11", "BSD-3-Clause"}, {"Lucide", "ISC, MIT"},
    {"OpenStreetMap (demo district)", "ODbL-1.0"}};

QString say(const char* text) { return QCoreApplication::translate("About", text); }

QDialogButtonBox* closeButton(QDialog& dialog) {
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

} // namespace

void showAbout(QWidget* parent) {
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("aboutDialog"));
    dialog.setWindowTitle(say(QT_TRANSLATE_NOOP("About", "About Gridwarden")));
    auto* const sign = new QLabel(&dialog);
    sign->setPixmap(programIcon().pixmap(64, 64));
    auto* const name = new QLabel(QApplication::applicationDisplayName() + u' ' + QApplication::applicationVersion(), &dialog);
    QFont large = dialog.font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    name->setFont(large);
    auto* const about = new QLabel(say(QT_TRANSLATE_NOOP("About", "A desktop system for the supervisors of a district's urban management: see the "
                                                                   "district, enter incidents, know who answers for them and until when, and never "
                                                                   "count by hand.\n\nFree software under the GNU General Public License, version 3 or "
                                                                   "later, without any warranty. It is built with:")),
                                   &dialog);
    about->setWordWrap(true);
    auto* const parts = new QTreeWidget(&dialog);
    parts->setRootIsDecorated(false);
    parts->setHeaderLabels({say(QT_TRANSLATE_NOOP("About", "Part")), say(QT_TRANSLATE_NOOP("About", "Licence"))});
    for (const Part& part : Parts)
        new QTreeWidgetItem(parts, {QString::fromUtf8(part.name), QString::fromUtf8(part.licence)});
    parts->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    parts->header()->setStretchLastSection(false);
    parts->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* const text = new QVBoxLayout;
    text->addWidget(name);
    text->addWidget(about);
    auto* const top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(sign, 0, Qt::AlignTop);
    top->addLayout(text, 1);
    QStringList missing;
    for (const core::Message& each : gis::missingProtections())
        missing << app::text(each);
    auto* const protections = new QLabel(missing.join(u'\n'), &dialog);
    protections->setObjectName(QStringLiteral("protections"));
    protections->setWordWrap(true);
    protections->setVisible(!missing.isEmpty());
    auto* const column = new QVBoxLayout(&dialog);
    column->addLayout(top);
    column->addWidget(parts, 1);
    column->addWidget(protections);
    column->addWidget(closeButton(dialog));
    dialog.resize(520, 460);
    dialog.exec();
}

void showShortcuts(QWidget* parent) {
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("shortcutsDialog"));
    dialog.setWindowTitle(say(QT_TRANSLATE_NOOP("About", "Keyboard and mouse")));
    auto* const list = new QTreeWidget(&dialog);
    list->setRootIsDecorated(false);
    list->setHeaderLabels({say(QT_TRANSLATE_NOOP("About", "What")), say(QT_TRANSLATE_NOOP("About", "How"))});
    const std::pair<const char*, const char*> onMap[] = {
        {QT_TRANSLATE_NOOP("About", "Zoom about the pointer"), QT_TRANSLATE_NOOP("About", "Wheel; with Ctrl finer")},
        {QT_TRANSLATE_NOOP("About", "Move the map"), QT_TRANSLATE_NOOP("About", "Middle button, Space and movement, arrow keys")},
        {QT_TRANSLATE_NOOP("About", "Zoom box in every tool"), QT_TRANSLATE_NOOP("About", "Shift and drag; with Alt out")},
        {QT_TRANSLATE_NOOP("About", "Previous and next view"), QT_TRANSLATE_NOOP("About", "Back and forward buttons of the mouse")},
        {QT_TRANSLATE_NOOP("About", "Add to the selection"), QT_TRANSLATE_NOOP("About", "Ctrl and click")},
        {QT_TRANSLATE_NOOP("About", "Leave the sketch, then the tool"), QT_TRANSLATE_NOOP("About", "Esc")}};
    for (const auto& [what, how] : onMap)
        new QTreeWidgetItem(list, {say(what), say(how)});
    for (const ActionDefinition& definition : actionDefinitions())
        if (definition.shortcut != nullptr) {
            const QStringList texts = QString::fromLatin1(definition.shortcut).split(QStringLiteral("; "));
            QStringList native;
            for (const QString& text : texts)
                native << QKeySequence(text, QKeySequence::PortableText).toString(QKeySequence::NativeText);
            new QTreeWidgetItem(list, {plainText(QCoreApplication::translate("Action", definition.text)), native.join(QStringLiteral(", "))});
        }
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* const column = new QVBoxLayout(&dialog);
    column->addWidget(list, 1);
    column->addWidget(closeButton(dialog));
    dialog.resize(620, 560);
    dialog.exec();
}

} // namespace gridwarden::app
