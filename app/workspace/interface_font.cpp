// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/interface_font.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QRawFont>
#include <QStringList>
#include <QTextLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

const QStringList SansFaces = {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"), QStringLiteral("Source Han Sans CN"), QStringLiteral("Microsoft YaHei"),
                               QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("WenQuanYi Zen Hei"), QStringLiteral("SimHei")};

bool isSans(const QString& face) {
    return SansFaces.contains(face) || face.contains(QLatin1String("Sans")) || face.contains(QLatin1String("Hei")) || face.contains(QLatin1String("Gothic"));
}

} // namespace

QString chineseFace() {
    QTextLayout layout(QStringLiteral("网"), QGuiApplication::font());
    layout.beginLayout();
    (void)layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return runs.isEmpty() ? QString() : runs.front().rawFont().familyName();
}

void preferSansForChinese() {
    if (isSans(chineseFace()))
        return;
    const auto found = std::find_if(SansFaces.begin(), SansFaces.end(), [](const QString& face) { return QFontDatabase::hasFamily(face); });
    if (found == SansFaces.end())
        return;
    QFont font = QGuiApplication::font();
    font.setFamilies(font.families() << *found);
    if (qobject_cast<QApplication*>(QCoreApplication::instance()) != nullptr)
        QApplication::setFont(font);
    else
        QGuiApplication::setFont(font);
}

} // namespace gridwarden::app
