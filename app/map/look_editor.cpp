// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/look_editor.h"

#include <QColorDialog>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace gridwarden::app {

namespace {

struct Pattern {
    const char* name;
    std::vector<double> dash;
};

const std::vector<Pattern>& patterns() {
    static const std::vector<Pattern> all{{QT_TRANSLATE_NOOP("LinePattern", "Solid"), {}},
                                          {QT_TRANSLATE_NOOP("LinePattern", "Dashed"), {6, 3}},
                                          {QT_TRANSLATE_NOOP("LinePattern", "Long dashes"), {12, 5}},
                                          {QT_TRANSLATE_NOOP("LinePattern", "Dotted"), {1.5, 2.5}},
                                          {QT_TRANSLATE_NOOP("LinePattern", "Dash and dot"), {8, 3, 1.5, 3}}};
    return all;
}

QIcon patternSample(const std::vector<double>& dash, const QColor& ink) {
    QPixmap picture(QSize(96, 28));
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(ink, 1.5);
    if (!dash.empty()) {
        QList<qreal> lengths;
        for (const double length : dash)
            lengths << length / pen.widthF();
        pen.setDashPattern(lengths);
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(0, 7), QPointF(48, 7));
    return QIcon(picture);
}

} // namespace

QIcon colourSwatch(const QColor& colour) {
    QPixmap picture(40, 28);
    picture.setDevicePixelRatio(2);
    picture.fill(colour.isValid() ? colour : QColor(Qt::white));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!colour.isValid()) {
        painter.setPen(QPen(Qt::lightGray, 1));
        for (int x = -14; x < 20; x += 5)
            painter.drawLine(QPointF(x, 14), QPointF(x + 14, 0));
    }
    painter.setPen(QPen(Qt::gray, 1));
    painter.drawRect(QRectF(0.5, 0.5, 19, 13));
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected); // not tinted by the selection
    return icon;
}

LookEditor::LookEditor(Parts parts, QWidget* parent) : QWidget(parent) {
    auto* const form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    if (parts.hasFill || parts.hasPoints)
        addColour(form, tr("Fill"), &gis::Look::fill)->setObjectName(QStringLiteral("fill"));
    addColour(form, tr("Line"), &gis::Look::line, newPixels(40, &gis::Look::width))->setObjectName(QStringLiteral("line"));
    if (parts.hasLine) {
        addColour(form, tr("Casing"), &gis::Look::casing, newPixels(20, &gis::Look::casingWidth))->setObjectName(QStringLiteral("casing"));
    }
    if (parts.hasLine || parts.hasFill) {
        m_pattern = new QComboBox(this);
        m_pattern->setObjectName(QStringLiteral("pattern"));
        m_pattern->setIconSize({48, 14});
        for (const Pattern& each : patterns())
            m_pattern->addItem(patternSample(each.dash, palette().color(QPalette::Text)), QCoreApplication::translate("LinePattern", each.name));
        form->addRow(tr("Pattern"), m_pattern);
        connect(m_pattern, &QComboBox::activated, this, [this](int position) {
            if (position < static_cast<int>(patterns().size()))
                m_look.dash = patterns()[static_cast<std::size_t>(position)].dash;
            emit edited();
        });
    }
    if (parts.hasPoints)
        form->addRow(tr("Point size"), newPixels(40, &gis::Look::markerSize));
}

QToolButton* LookEditor::addColour(QFormLayout* form, const QString& title, QColor gis::Look::* colour, QDoubleSpinBox* beside) {
    auto* const button = new QToolButton(this);
    button->setIconSize({20, 14});
    button->setPopupMode(QToolButton::MenuButtonPopup);
    auto* const menu = new QMenu(button);
    connect(menu->addAction(tr("None")), &QAction::triggered, this, [this, colour] {
        m_look.*colour = QColor();
        showLook();
        emit edited();
    });
    button->setMenu(menu);
    connect(button, &QToolButton::clicked, this, [this, colour] {
        const QColor chosen = QColorDialog::getColor(m_look.*colour, this, {}, QColorDialog::ShowAlphaChannel);
        if (!chosen.isValid())
            return;
        m_look.*colour = QColor::fromRgba(chosen.rgba());
        showLook();
        emit edited();
    });
    m_colours.push_back({button, colour});
    auto* const row = new QHBoxLayout;
    row->addWidget(button);
    if (beside != nullptr)
        row->addWidget(beside);
    row->addStretch();
    form->addRow(title, row);
    return button;
}

QDoubleSpinBox* LookEditor::newPixels(double most, double gis::Look::* length) {
    auto* const box = new QDoubleSpinBox(this);
    box->setRange(0, most);
    box->setSingleStep(0.5);
    box->setDecimals(1);
    box->setSuffix(tr(" px"));
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, length](double pixels) {
        if (m_isShowing)
            return;
        m_look.*length = pixels;
        emit edited();
    });
    m_pixels.push_back({box, length});
    return box;
}

void LookEditor::setLook(const gis::Look& look) {
    m_look = look;
    showLook();
}

void LookEditor::showLook() {
    m_isShowing = true;
    for (const ColourButton& each : m_colours)
        each.button->setIcon(colourSwatch(m_look.*each.colour));
    for (const PixelBox& each : m_pixels)
        each.box->setValue(m_look.*each.length);
    if (m_pattern != nullptr) {
        const auto& all = patterns();
        const auto known = std::find_if(all.begin(), all.end(), [this](const Pattern& each) { return each.dash == m_look.dash; });
        const int own = static_cast<int>(all.size()); // a pattern that is none of these
        m_pattern->removeItem(own);
        if (known == all.end())
            m_pattern->addItem(patternSample(m_look.dash, palette().color(QPalette::Text)), tr("Its own"));
        m_pattern->setCurrentIndex(static_cast<int>(known - all.begin()));
    }
    m_isShowing = false;
}

} // namespace gridwarden::app
