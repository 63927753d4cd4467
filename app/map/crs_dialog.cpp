// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/crs_dialog.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("CrsDialog", text); }

} // namespace

std::optional<gis::Crs> chooseCrs(QWidget* parent, const QString& title, core::GeoPoint place, const QString& current,
                                  bool planesOnly) {
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("crsDialog"));
    dialog.setWindowTitle(title);
    auto* const column = new QVBoxLayout(&dialog);
    auto* const typed = new QLineEdit(&dialog);
    typed->setObjectName(QStringLiteral("crsText"));
    typed->setPlaceholderText(say(QT_TRANSLATE_NOOP("CrsDialog", "Filter, or EPSG:n, or WKT")));
    typed->setClearButtonEnabled(true);
    auto* const list = new QListWidget(&dialog);
    list->setObjectName(QStringLiteral("crsList"));
    auto* const verdict = new QLabel(&dialog);
    verdict->setWordWrap(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    column->addWidget(typed);
    column->addWidget(list, 1);
    column->addWidget(verdict);
    column->addWidget(buttons);
    dialog.resize(460, 420);

    const std::vector<gis::Crs> usual = gis::usualCrs(place);
    for (const gis::Crs& crs : usual) {
        if (planesOnly && crs.isGeographic())
            continue;
        const QString code = QString::fromStdString(crs.text());
        const QString name = crsText(crs);
        auto* const item = new QListWidgetItem(code.size() < 16 && !name.contains(code) ? name + u"   " + code : name, list);
        item->setData(Qt::UserRole, code);
        if (code == current)
            list->setCurrentItem(item);
    }
    std::optional<gis::Crs> chosen;
    QPushButton* const ok = buttons->button(QDialogButtonBox::Ok);
    const auto judge = [&] {
        chosen.reset();
        verdict->clear();
        const QListWidgetItem* const item = list->currentItem();
        const QString text = item != nullptr && !item->isHidden() ? item->data(Qt::UserRole).toString() : typed->text().trimmed();
        if (!text.isEmpty()) {
            auto crs = gis::Crs::parse(text.toStdString());
            if (!crs)
                verdict->setText(app::text(crs.error()));
            else if (planesOnly && crs->isGeographic())
                verdict->setText(say(QT_TRANSLATE_NOOP("CrsDialog", "The map needs a plane, not degrees.")));
            else
                chosen = std::move(*crs);
        }
        ok->setEnabled(chosen.has_value());
    };
    QObject::connect(typed, &QLineEdit::textChanged, &dialog, [&](const QString& text) {
        QListWidgetItem* first = nullptr;
        for (int i = 0; i < list->count(); ++i) {
            QListWidgetItem* const item = list->item(i);
            item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
            if (!item->isHidden() && first == nullptr)
                first = item;
        }
        list->setCurrentItem(text.isEmpty() ? list->currentItem() : first);
        judge();
    });
    QObject::connect(list, &QListWidget::currentItemChanged, &dialog, judge);
    QObject::connect(list, &QListWidget::itemDoubleClicked, &dialog, [&] {
        if (chosen)
            dialog.accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    judge();
    return dialog.exec() == QDialog::Accepted ? chosen : std::nullopt;
}

} // namespace gridwarden::app
