// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/new_district_dialog.h"

#include "app/map/coordinate_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimeZone>
#include <QToolButton>

namespace gridwarden::app {

NewDistrictDialog::NewDistrictDialog(QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit(this)), m_path(new QLineEdit(this)), m_zone(new QComboBox(this)),
      m_crs(new QComboBox(this)), m_verdict(new QLabel(this)) {
    setObjectName(QStringLiteral("newDistrictDialog"));
    setWindowTitle(tr("New district"));
    m_name->setObjectName(QStringLiteral("districtName"));
    m_path->setObjectName(QStringLiteral("districtPath"));
    auto* const browse = new QToolButton(this);
    browse->setIcon(icon(QLatin1String("folder-open")));
    browse->setToolTip(tr("Choose"));
    auto* const pathRow = new QHBoxLayout;
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(browse);
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& zone : zones)
        m_zone->addItem(QString::fromLatin1(zone));
    m_zone->setCurrentText(QStringLiteral("Asia/Shanghai"));
    m_crs->addItem(tr("Chosen from the first area"), QString());
    for (const gis::Crs& crs : gis::usualCrs({114, 32}))
        if (!crs.isGeographic())
            m_crs->addItem(crsText(crs), QString::fromStdString(crs.text()));
    m_verdict->setWordWrap(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("createDistrict"));
    auto* const form = new QFormLayout(this);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("File"), pathRow);
    form->addRow(tr("Time zone"), m_zone);
    form->addRow(tr("Plane of the map"), m_crs);
    form->addRow(m_verdict);
    form->addRow(buttons);
    resize(520, sizeHint().height());

    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) {
        static const QRegularExpression unfit(QStringLiteral("[/\\\\:*?\"<>|]"));
        if (!m_pathEdited)
            m_path->setText(name.trimmed().isEmpty() ? QString()
                                                     : QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                                           .filePath(QString(name.trimmed()).replace(unfit, QStringLiteral("_")) + u".gpkg"));
        judge();
    });
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_pathEdited = true;
        judge();
    });
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString chosen = prompts().fileToSave(this, tr("File of the new district"), m_path->text(), tr("Districts (*.gpkg)"));
        if (chosen.isEmpty())
            return;
        m_pathEdited = true;
        m_path->setText(chosen);
        judge();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

void NewDistrictDialog::judge() {
    QString problem;
    if (QFileInfo::exists(path()))
        problem = tr("There is already a file of this name. Choose another one.");
    m_verdict->setText(problem);
    m_create->setEnabled(!m_name->text().trimmed().isEmpty() && !m_path->text().trimmed().isEmpty() && problem.isEmpty());
}

QString NewDistrictDialog::path() const {
    const QString path = m_path->text().trimmed();
    return path.isEmpty() || path.endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive) ? path : path + u".gpkg";
}

core::NewDistrict NewDistrictDialog::description() const {
    return {.name = m_name->text().trimmed().toStdString(),
            .timeZone = m_zone->currentText().toStdString(),
            .mapCrs = m_crs->currentData().toString().toStdString()};
}

} // namespace gridwarden::app
