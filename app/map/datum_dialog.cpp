// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/datum_dialog.h"

#include "app/map/control_point_table.h"
#include "app/map/coordinate_text.h"
#include "app/map/crs_dialog.h"
#include "app/text/message_text.h"
#include "gis/crs/crs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

enum Kind { AsItSays, Registered, Gcj02, Bd09, FourParameters, ControlPoints, SevenParameters };

} // namespace

CrsButton::CrsButton(const QString& title, core::GeoPoint place, bool planesOnly, QWidget* parent) : QWidget(parent), m_name(new QLabel(this)) {
    auto* const choose = new QPushButton(tr("Choose …"), this);
    choose->setAutoDefault(false);
    m_name->setWordWrap(true);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, title, place, planesOnly] {
        if (const auto chosen = chooseCrs(this, title, place, QString::fromStdString(m_crs), planesOnly)) {
            setCrs(chosen->text());
            emit changed();
        }
    });
}

void CrsButton::setCrs(const std::string& crs) {
    m_crs = crs;
    const auto known = gis::Crs::parse(crs);
    m_name->setText(known ? crsText(*known) : QString::fromStdString(crs));
}

DatumDialog::DatumDialog(const QString& layer, const std::string& crs, core::GeoPoint place, const std::string& plane, QWidget* parent)
    : QDialog(parent), m_kind(new QComboBox(this)), m_pages(new QStackedWidget(this)), m_verdict(new QLabel(this)) {
    setObjectName(QStringLiteral("datumDialog"));
    setWindowTitle(tr("Coordinates of %1").arg(layer));
    m_kind->setObjectName(QStringLiteral("datumKind"));
    const QString offsetText = tr("The offset of the map service is undone by the public formulas. The service's own offset differs from them by metres in places: good for looking, not for surveying.");
    const auto add = [this](const QString& name, Kind kind, QWidget* page) {
        m_kind->addItem(name, kind);
        m_pages->addWidget(page);
    };
    add(tr("As the layer says"), AsItSays, textPage(tr("The system that the file names is used. Where it names none, degrees are taken as CGCS2000 and other numbers as the map's own plane.")));
    add(tr("CGCS2000, WGS 84 or another registered system"), Registered, systemPage(place));
    add(tr("GCJ-02 (Amap, Tencent)"), Gcj02, textPage(offsetText));
    add(tr("BD-09 (Baidu)"), Bd09, textPage(offsetText));
    add(tr("Local plane by four parameters"), FourParameters, fourPage(place));
    add(tr("Local plane by control points"), ControlPoints, pointsPage(place));
    add(tr("Another datum by seven parameters"), SevenParameters, sevenPage(place));
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(QStringLiteral("datumVerdict"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_kind);
    column->addWidget(m_pages, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    resize(660, 420);
    connect(m_kind, &QComboBox::currentIndexChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DatumDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill(crs, plane);
    judge();
}

QWidget* DatumDialog::textPage(const QString& words) {
    auto* const label = new QLabel(words, this);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QWidget* DatumDialog::systemPage(core::GeoPoint place) {
    auto* const page = new QWidget(this);
    m_system = new CrsButton(tr("Coordinate system"), place, /*planesOnly=*/false, page);
    auto* const form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("System"), m_system);
    connect(m_system, &CrsButton::changed, this, &DatumDialog::judge);
    return page;
}

QDoubleSpinBox* DatumDialog::numberField(double most, int decimals, const QString& suffix, const QString& name) {
    auto* const field = new QDoubleSpinBox(this);
    field->setObjectName(name);
    field->setRange(-most, most);
    field->setDecimals(decimals);
    field->setSuffix(suffix);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setMaximumWidth(240);
    connect(field, &QDoubleSpinBox::valueChanged, this, &DatumDialog::judge);
    return field;
}

QWidget* DatumDialog::fourPage(core::GeoPoint place) {
    auto* const page = new QWidget(this);
    auto* const form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_fourPlane = new CrsButton(tr("Plane that it is brought into"), place, /*planesOnly=*/true, page);
    connect(m_fourPlane, &CrsButton::changed, this, &DatumDialog::judge);
    m_four = {numberField(1e9, 4, QStringLiteral(" m"), QStringLiteral("shiftEast")), numberField(1e9, 4, QStringLiteral(" m"), QStringLiteral("shiftNorth")),
              numberField(1'296'000, 6, QStringLiteral("″"), QStringLiteral("rotation")), numberField(1000, 10, {}, QStringLiteral("scale"))};
    m_four[3]->setMinimum(0.001);
    form->addRow(tr("Brought into"), m_fourPlane);
    form->addRow(tr("Shift east (ΔY)"), m_four[0]);
    form->addRow(tr("Shift north (ΔX)"), m_four[1]);
    form->addRow(tr("Rotation, anticlockwise"), m_four[2]);
    form->addRow(tr("Scale k"), m_four[3]);
    form->addRow(textPage(tr("east′ = ΔY + k (east · cos α − north · sin α), north′ = ΔX + k (east · sin α + north · cos α)")));
    return page;
}

QWidget* DatumDialog::pointsPage(core::GeoPoint place) {
    auto* const page = new QWidget(this);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* const form = new QFormLayout;
    m_pointsPlane = new CrsButton(tr("Plane that it is brought into"), place, /*planesOnly=*/true, page);
    connect(m_pointsPlane, &CrsButton::changed, this, &DatumDialog::judge);
    form->addRow(tr("Brought into"), m_pointsPlane);
    m_points = new ControlPointTable(page);
    connect(m_points, &ControlPointTable::changed, this, &DatumDialog::judge);
    column->addLayout(form);
    column->addWidget(m_points, 1);
    return page;
}

QWidget* DatumDialog::sevenPage(core::GeoPoint place) {
    auto* const page = new QWidget(this);
    auto* const form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_sevenSystem = new CrsButton(tr("System of the layer"), place, /*planesOnly=*/false, page);
    connect(m_sevenSystem, &CrsButton::changed, this, &DatumDialog::judge);
    form->addRow(tr("System of the layer"), m_sevenSystem);
    const QString names[7] = {tr("Shift X"), tr("Shift Y"), tr("Shift Z"), tr("Rotation X"), tr("Rotation Y"), tr("Rotation Z"), tr("Scale")};
    for (std::size_t i = 0; i < m_seven.size(); ++i) {
        const bool isShift = i < 3;
        const bool isScale = i == 6;
        m_seven[i] = numberField(isShift ? 100'000 : 10'000, isShift ? 4 : 6, isShift ? QStringLiteral(" m") : isScale ? QStringLiteral(" ppm") : QStringLiteral("″"),
                                 QStringLiteral("seven%1").arg(i));
        form->addRow(names[i], m_seven[i]);
    }
    form->addRow(textPage(tr("From the layer's datum to CGCS2000, signs as in the Bursa–Wolf form (position vector).")));
    return page;
}

void DatumDialog::fill(const std::string& crs, const std::string& plane) {
    m_system->setCrs("EPSG:4490");
    m_fourPlane->setCrs(plane);
    m_pointsPlane->setCrs(plane);
    m_sevenSystem->setCrs("EPSG:4610");
    m_four[3]->setValue(1);
    Kind kind = crs.empty() ? AsItSays : Registered;
    if (crs == "gcj02" || crs == "bd09") {
        kind = crs == "gcj02" ? Gcj02 : Bd09;
    } else if (const auto local = gis::parseLocalSystem(crs)) {
        switch (local->kind) {
        case gis::LocalSystemKind::FourParameters:
            kind = FourParameters;
            m_fourPlane->setCrs(local->base);
            m_four[0]->setValue(local->similarity.shiftX);
            m_four[1]->setValue(local->similarity.shiftY);
            m_four[2]->setValue(local->similarity.rotationSeconds());
            m_four[3]->setValue(local->similarity.scale());
            break;
        case gis::LocalSystemKind::ControlPoints:
            kind = ControlPoints;
            m_pointsPlane->setCrs(local->base);
            m_points->setPoints(local->points);
            break;
        case gis::LocalSystemKind::SevenParameters:
            kind = SevenParameters;
            m_sevenSystem->setCrs(local->base);
            for (std::size_t i = 0; i < 3; ++i) {
                m_seven[i]->setValue(local->seven.shift[i]);
                m_seven[i + 3]->setValue(local->seven.rotation[i]);
            }
            m_seven[6]->setValue(local->seven.scale);
            break;
        }
    } else if (!crs.empty()) {
        m_system->setCrs(crs);
    }
    m_kind->setCurrentIndex(m_kind->findData(kind));
}

std::string DatumDialog::crs() const {
    gis::LocalSystem local;
    switch (static_cast<Kind>(m_kind->currentData().toInt())) {
    case AsItSays:
        return {};
    case Registered:
        return m_system->crs();
    case Gcj02:
        return "gcj02";
    case Bd09:
        return "bd09";
    case FourParameters:
        local.base = m_fourPlane->crs();
        local.similarity = gis::Similarity::from(m_four[0]->value(), m_four[1]->value(), m_four[2]->value(), m_four[3]->value());
        break;
    case ControlPoints:
        local.kind = gis::LocalSystemKind::ControlPoints;
        local.base = m_pointsPlane->crs();
        local.points = m_points->points();
        break;
    case SevenParameters:
        local.kind = gis::LocalSystemKind::SevenParameters;
        local.base = m_sevenSystem->crs();
        for (std::size_t i = 0; i < 3; ++i) {
            local.seven.shift[i] = m_seven[i]->value();
            local.seven.rotation[i] = m_seven[i + 3]->value();
        }
        local.seven.scale = m_seven[6]->value();
        break;
    }
    return gis::textOf(local);
}

void DatumDialog::judge() {
    if (m_ok == nullptr)
        return;
    const std::string chosen = crs();
    const auto known = chosen.empty() ? core::Result<gis::Crs>(gis::Crs::cgcs2000()) : gis::Crs::parse(chosen);
    const bool isSaid = m_kind->currentData().toInt() == ControlPoints; // by the table itself
    m_verdict->setText(known || isSaid ? QString() : text(known.error()));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    m_ok->setEnabled(known.has_value());
}

} // namespace gridwarden::app
