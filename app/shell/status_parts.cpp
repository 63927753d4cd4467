// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/status_parts.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/settings.h"
#include "gis/draw/decorations.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QRegularExpression>
#include <QToolButton>

namespace gridwarden::app {

namespace {

constexpr int JobDelayMs = 500;
const QString SystemKey = QStringLiteral("window/coordinates");

} // namespace

// ── Coordinates ──

CoordinateBox::CoordinateBox(MapWidget& map, LayerList& layers, QWidget* parent)
    : QWidget(parent), m_layers(layers), m_text(new QLabel(this)), m_system(new QComboBox(this)) {
    m_text->setObjectName(QStringLiteral("coordinates"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000000.00, 0000000.00")));
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_system->setObjectName(QStringLiteral("coordinateSystem"));
    m_system->setToolTip(tr("Coordinate system of the numbers beside"));
    m_system->setFocusPolicy(Qt::ClickFocus);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_system);
    fillSystems();
    connect(&layers, &LayerList::mapCrsChanged, this, &CoordinateBox::fillSystems);
    connect(m_system, &QComboBox::activated, this, [this] {
        remember(SystemKey, m_system->currentData());
        fillSystems();
    });
    connect(&map, &MapWidget::pointerMoved, this, &CoordinateBox::show);
}

void CoordinateBox::fillSystems() {
    const QString chosen = remembered(SystemKey, QStringLiteral("EPSG:4490")).toString();
    m_system->clear();
    m_system->addItem(QStringLiteral("CGCS2000"), QStringLiteral("EPSG:4490"));
    m_system->addItem(tr("Map (%1)").arg(crsShortText(m_layers.mapCrs())), QStringLiteral("map"));
    m_system->addItem(QStringLiteral("WGS 84"), QStringLiteral("wgs84"));
    m_system->addItem(QStringLiteral("GCJ-02"), QStringLiteral("gcj02"));
    m_system->addItem(QStringLiteral("BD-09"), QStringLiteral("bd09"));
    m_system->setCurrentIndex(std::max(0, m_system->findData(chosen)));
    const QString name = m_system->currentData().toString();
    const auto crs = name == QStringLiteral("map") ? core::Result<gis::Crs>(m_layers.mapCrs()) : gis::Crs::parse(name.toStdString());
    m_transform.reset();
    if (!crs)
        return;
    m_digits = crs->isGeographic() ? 6 : 2;
    if (auto transform = gis::Transform::between(gis::Crs::cgcs2000(), *crs))
        m_transform = std::move(*transform);
}

void CoordinateBox::show(const std::optional<core::GeoPoint>& place) {
    if (!place || !m_transform) {
        m_text->clear();
        return;
    }
    if (const auto point = m_transform->forward(gis::toMapPoint(*place)))
        m_text->setText(QString::number(point->x, 'f', m_digits) + u", " + QString::number(point->y, 'f', m_digits));
}

// ── Scale ──

ScaleBox::ScaleBox(MapWidget& map, QWidget* parent) : QComboBox(parent), m_map(map) {
    setObjectName(QStringLiteral("scale"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setToolTip(tr("Scale of the map"));
    setFocusPolicy(Qt::ClickFocus);
    setMinimumContentsLength(12);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const int denominator : gis::usualDenominators())
        addItem(u"1:" + QLocale().toString(denominator));
    connect(this, &QComboBox::textActivated, this, &ScaleBox::take);
    connect(lineEdit(), &QLineEdit::returnPressed, this, [this] { take(lineEdit()->text()); });
    connect(&map, &MapWidget::viewChanged, this, &ScaleBox::showScale);
    showScale();
}

void ScaleBox::showScale() {
    if (!lineEdit()->hasFocus())
        setEditText(u"1:" + QLocale().toString(static_cast<qlonglong>(m_map.view().scaleDenominator() + 0.5)));
}

void ScaleBox::take(const QString& text) {
    static const QRegularExpression noDigit(QStringLiteral("\\D"));
    QString digits = text.section(u':', -1);
    const double denominator = digits.remove(noDigit).toDouble();
    if (denominator >= 1)
        m_map.setScale(denominator);
    m_map.setFocus();
    showScale();
}

// ── Jobs ──

JobBar::JobBar(Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_cancel(new QToolButton(this)), m_title(new QLabel(this)), m_progress(new QProgressBar(this)) {
    setObjectName(QStringLiteral("jobBar"));
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(120);
    m_progress->setMaximumHeight(16);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_title->setObjectName(QStringLiteral("jobTitle"));
    m_cancel->setIcon(icon(QLatin1String("x")));
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAutoRaise(true);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(JobDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &JobBar::showLatest);
    connect(&jobs, &Jobs::started, this, [this](int job, const QString& title) {
        m_running.push_back({job, title});
        if (isVisible())
            showLatest();
        else if (!m_delay.isActive())
            m_delay.start();
    });
    connect(&jobs, &Jobs::progressed, this, [this](int job, double share) {
        for (Running& each : m_running)
            if (each.job == job)
                each.percent = static_cast<int>(share * 100);
        if (!m_running.empty())
            m_progress->setValue(m_running.back().percent);
    });
    connect(&jobs, &Jobs::finished, this, [this](int job) {
        std::erase_if(m_running, [job](const Running& each) { return each.job == job; });
        if (m_running.empty()) {
            m_delay.stop();
            hide();
        } else if (isVisible()) {
            showLatest();
        }
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_running.empty())
            return;
        m_running.back().isStopping = true;
        m_jobs.cancel(m_running.back().job);
        showLatest();
    });
}

void JobBar::showLatest() {
    if (m_running.empty())
        return;
    const Running& latest = m_running.back();
    QString title = latest.isStopping ? tr("Stopping: %1").arg(latest.title) : latest.title;
    QStringList all;
    for (const Running& each : m_running)
        all << each.title;
    if (m_running.size() > 1)
        title += u' ' + tr("and %n more", nullptr, static_cast<int>(m_running.size()) - 1);
    m_title->setText(title);
    m_title->setToolTip(all.join(u'\n'));
    m_progress->setValue(latest.percent);
    m_cancel->setEnabled(!latest.isStopping);
    show();
}

// ── Saved ──

SavedLabel::SavedLabel(Workspace& workspace, QWidget* parent) : QLabel(parent), m_workspace(workspace) {
    setObjectName(QStringLiteral("saved"));
    connect(&workspace, &Workspace::changed, this, [this] {
        m_saved = core::now();
        refresh();
    });
    connect(&workspace, &Workspace::districtOpened, this, [this] {
        m_saved.reset();
        refresh();
    });
    connect(&workspace, &Workspace::districtClosed, this, &SavedLabel::refresh);
    refresh();
}

void SavedLabel::refresh() {
    if (m_workspace.district() == nullptr) {
        clear();
        setToolTip({});
    } else if (!m_workspace.canWrite()) {
        setText(tr("Reading only"));
        setToolTip(tr("The district was opened for reading only; nothing can be changed."));
    } else {
        setText(m_saved ? tr("● Saved %1").arg(shortTime(*m_saved, m_workspace.district()->timeZone(), core::now())) : tr("● Saved"));
        setToolTip(tr("Every change is in the file at once: %1").arg(QString::fromStdString(m_workspace.district()->path().string())));
    }
}

} // namespace gridwarden::app
