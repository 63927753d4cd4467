// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/correction_fields.h"

#include "app/cases/category_field.h"
#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace gridwarden::app {

namespace {

QString coordinateText(const std::optional<core::GeoPoint>& place) {
    return place ? QStringLiteral("%1, %2").arg(place->longitude, 0, 'f', 6).arg(place->latitude, 0, 'f', 6) : QString();
}

std::optional<core::GeoPoint> readCoordinates(const QString& text) {
    static const QRegularExpression separators(QStringLiteral("[\\s,，;；]+"));
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    if (parts.size() != 2)
        return std::nullopt;
    bool isLongitude = false, isLatitude = false;
    const core::GeoPoint place{parts[0].toDouble(&isLongitude), parts[1].toDouble(&isLatitude)};
    return isLongitude && isLatitude ? std::optional(place) : std::nullopt;
}

QLineEdit* makeLine(const std::string& text, const char* name, QWidget* parent) {
    auto* const line = new QLineEdit(QString::fromStdString(text), parent);
    line->setObjectName(QLatin1String(name));
    line->setCursorPosition(0);
    return line;
}

} // namespace

CorrectionFields::CorrectionFields(const core::CaseRecord& record, std::shared_ptr<const core::CategoryRegister> categories,
                                   const std::function<void(const QString&, QWidget*)>& addRow, QWidget* parent)
    : QObject(parent), m_record(record), m_category(new CategoryField(parent)), m_description(makeLine(record.description(), "description", parent)),
      m_address(makeLine(record.address(), "address", parent)) {
    m_category->setCategories(std::move(categories));
    m_category->setCategory(record.derived.category);
    auto* const both = new QWidget(parent);
    auto* const row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(SmallGap);
    m_place = new QLineEdit(coordinateText(record.derived.place), both);
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setPlaceholderText(tr("longitude, latitude"));
    auto* const pick = new QToolButton(both);
    pick->setObjectName(QStringLiteral("pickPlace"));
    pick->setIcon(icon(QLatin1String("crosshair")));
    pick->setToolTip(tr("Pick on the map"));
    connect(pick, &QToolButton::clicked, this, &CorrectionFields::placeWanted);
    row->addWidget(m_place, 1);
    row->addWidget(pick);
    addRow(tr("Category"), m_category);
    addRow(tr("Description"), m_description);
    addRow(tr("Address"), m_address);
    addRow(tr("Place"), both);
}

void CorrectionFields::setPlace(core::GeoPoint place) { m_place->setText(coordinateText(place)); }

QString CorrectionFields::fill(core::StepDetail& detail) const {
    if (m_category->category().isNull() && !m_category->edit()->text().trimmed().isEmpty())
        return tr("Choose a category of the list.");
    if (!m_category->category().isNull() && m_category->category() != m_record.derived.category)
        detail.category = m_category->category();
    if (const std::string description = m_description->text().trimmed().toStdString(); description != m_record.description())
        detail.description = description;
    if (const std::string address = m_address->text().trimmed().toStdString(); address != m_record.address())
        detail.address = address;
    if (const QString typed = m_place->text().trimmed(); typed != coordinateText(m_record.derived.place)) {
        detail.place = readCoordinates(typed);
        if (!detail.place)
            return tr("Write the place as longitude and latitude in degrees, or pick it on the map.");
    }
    return {};
}

} // namespace gridwarden::app
