// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_legend.h"

#include "app/map/map_overlay.h"
#include "app/text/message_text.h"
#include "app/workspace/settings.h"

#include <QListWidget>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int SoonMs = 100;
constexpr QSize SampleSize(24, 16);
const QString FoldedKey = QStringLiteral("layers/legend-folded");

QPixmap sampleOf(const gis::LegendEntry& entry, const QColor& background) {
    constexpr double Ratio = 2; // fine enough for dense screens
    QPixmap picture(SampleSize * Ratio);
    picture.setDevicePixelRatio(Ratio);
    picture.fill(entry.kind == gis::LegendEntry::Kind::Shape ? background : QColor(Qt::transparent));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    gis::paintLegendSample(painter, QRectF(QPointF(1, 0), QSizeF(SampleSize) - QSizeF(2, 0)), entry);
    return picture;
}

} // namespace

MapLegend::MapLegend(MapWidget& map, QWidget* parent)
    : QWidget(parent), m_map(map), m_title(new QToolButton(this)), m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("mapLegend"));
    m_title->setObjectName(QStringLiteral("legendTitle"));
    m_title->setText(tr("Legend"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setAutoRaise(true);
    m_title->setToolTip(tr("Show or hide what the signs on the map mean"));
    m_list->setObjectName(QStringLiteral("legendList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize(SampleSize);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(4, 0, 4, 4);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(m_title, &QToolButton::clicked, this, [this] {
        setFolded(m_list->isVisibleTo(this));
        remember(FoldedKey, !m_list->isVisibleTo(this));
    });
    connect(&m_soon, &QTimer::timeout, this, &MapLegend::refresh);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&map.picture(), &MapPicture::changed, this, soon);
    connect(&map, &MapWidget::viewChanged, this, soon);
    connect(&map, &MapWidget::overlaysChanged, this, soon);
    connect(&map.workspace(), &Workspace::districtClosed, this, soon);
    setFolded(remembered(FoldedKey, false).toBool());
    refresh();
}

void MapLegend::setFolded(bool isFolded) {
    m_list->setVisible(!isFolded);
    m_title->setArrowType(isFolded ? Qt::RightArrow : Qt::DownArrow);
    setSizePolicy(QSizePolicy::Preferred, isFolded ? QSizePolicy::Maximum : QSizePolicy::Preferred);
}

void MapLegend::refresh() {
    std::vector<gis::LegendEntry> entries;
    if (m_map.workspace().district() != nullptr)
        entries = gis::legendOf(m_map.picture().content(), m_map.view());
    for (auto overlay = m_map.overlays().rbegin(); overlay != m_map.overlays().rend(); ++overlay) {
        const auto more = (*overlay)->legend();
        entries.insert(entries.begin(), more.begin(), more.end());
    }
    if (entries == m_entries && m_list->count() == static_cast<int>(entries.size()))
        return;
    m_entries = std::move(entries);
    m_list->clear();
    const QColor background = m_map.picture().layers().theme().background();
    QColor faint = palette().color(QPalette::Text);
    faint.setAlpha(180);
    for (const gis::LegendEntry& entry : m_entries) {
        auto* const item = new QListWidgetItem(QString::fromStdString(entry.caption.text(language())), m_list);
        item->setToolTip(item->text());
        if (entry.kind == gis::LegendEntry::Kind::Note)
            item->setForeground(faint);
        else
            item->setIcon(sampleOf(entry, background));
    }
}

} // namespace gridwarden::app
