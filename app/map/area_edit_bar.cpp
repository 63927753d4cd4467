// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/area_edit_bar.h"

#include "app/map/area_editing.h"
#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int Margin = 12;
constexpr int BelowMessages = 48; // messages are told above it

QString change(const QString& before, const QString& after) {
    return before == after ? before : QString(before + QStringLiteral(" → <b>") + after + QStringLiteral("</b>"));
}

} // namespace

AreaEditBar::AreaEditBar(MapWidget& map)
    : QFrame(&map), m_map(map), m_kind(new QComboBox(this)), m_rule(new QComboBox(this)), m_days(new QComboBox(this)), m_snap(new QToolButton(this)),
      m_confirm(new QToolButton(this)), m_loads(new QLabel(this)) {
    setObjectName(QStringLiteral("areaEditBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    auto* const row = new QHBoxLayout;
    row->setSpacing(4);
    column->addLayout(row);
    const auto add = [&](QWidget* widget) { row->addWidget(widget); };
    m_kind->setObjectName(QStringLiteral("areaEditKind"));
    m_kind->setToolTip(tr("Which areas are edited"));
    add(m_kind);
    add(addTool(ToolKind::ReshapeBorder, "reshapeBorder", "spline", tr("Border"), tr("Draw a border anew: what one area loses the other gets")));
    add(addTool(ToolKind::MoveVertices, "moveVertices", "move", tr("Vertices"), tr("Drag vertices of borders: both sides move")));
    add(addTool(ToolKind::SplitArea, "splitArea", "scissors", tr("Split"), tr("Split areas along a line")));
    add(addTool(ToolKind::MergeAreas, "mergeAreas", "combine", tr("Merge"), tr("Make one area of several")));
    add(addTool(ToolKind::DrawArea, "drawArea", "pentagon", tr("Draw"), tr("Draw a new area")));
    m_rule->setObjectName(QStringLiteral("areaEditRule"));
    m_rule->addItem(tr("takes ground"), static_cast<int>(gis::DrawRule::CutOut));
    m_rule->addItem(tr("fills gaps"), static_cast<int>(gis::DrawRule::Clip));
    m_rule->setToolTip(tr("Where there are areas already: the new one takes their ground, or only what is nobody's"));
    add(m_rule);
    m_snap->setObjectName(QStringLiteral("areaEditSnap"));
    m_snap->setIcon(icon(QLatin1String("magnet")));
    m_snap->setCheckable(true);
    m_snap->setAutoRaise(true);
    m_snap->setToolTip(tr("Snap to borders and street lines (S; Alt while held turns it round)"));
    add(m_snap);
    m_confirm->setObjectName(QStringLiteral("areaEditConfirm"));
    m_confirm->setIcon(icon(QLatin1String("check")));
    m_confirm->setText(tr("Confirm …"));
    m_confirm->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_confirm->setAutoRaise(true);
    m_confirm->setToolTip(tr("Day and reason, then it is saved (Enter)"));
    add(m_confirm);
    auto* const close = new QToolButton(this);
    close->setObjectName(QStringLiteral("areaEditClose"));
    close->setIcon(icon(QLatin1String("x")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Stop editing areas"));
    add(close);
    auto* const lower = new QHBoxLayout;
    lower->setSpacing(8);
    column->addLayout(lower);
    m_days->setObjectName(QStringLiteral("areaEditDays"));
    for (const int days : {30, 90, 365})
        m_days->addItem(tr("Cases of the last %n day(s)", nullptr, days), days);
    lower->addWidget(m_days, 0, Qt::AlignTop);
    m_loads->setObjectName(QStringLiteral("areaEditLoads"));
    m_loads->setTextFormat(Qt::RichText);
    lower->addWidget(m_loads, 1);
    AreaEditing& editing = map.areaEditing();
    connect(m_kind, &QComboBox::activated, this, [this, &editing](int index) { editing.setAreaKind(static_cast<core::AreaKind>(m_kind->itemData(index).toInt())); });
    connect(m_rule, &QComboBox::activated, this, [this, &editing](int index) { editing.setRule(static_cast<gis::DrawRule>(m_rule->itemData(index).toInt())); });
    connect(m_days, &QComboBox::activated, this, [this, &editing](int index) { editing.setDays(m_days->itemData(index).toInt()); });
    connect(m_snap, &QToolButton::toggled, &editing, &AreaEditing::setSnaps);
    connect(m_confirm, &QToolButton::clicked, &editing, &AreaEditing::confirm);
    connect(close, &QToolButton::clicked, this, [this] { m_map.setTool(ToolKind::Pan); });
    connect(&editing, &AreaEditing::activeChanged, this, [this](bool active) {
        if (active)
            fillKinds();
        follow();
    });
    connect(&editing, &AreaEditing::settingsChanged, this, &AreaEditBar::follow);
    connect(&editing, &AreaEditing::proposalChanged, this, &AreaEditBar::showLoads);
    connect(&editing, &AreaEditing::loadsReady, this, &AreaEditBar::showLoads);
    connect(&map, &MapWidget::toolChanged, this, &AreaEditBar::follow);
    map.installEventFilter(this);
    follow();
}

QToolButton* AreaEditBar::addTool(ToolKind kind, const char* name, const char* iconName, const QString& title, const QString& tip) {
    auto* const button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setText(title);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, kind] {
        m_map.setTool(kind);
        m_map.setFocus();
        follow();
    });
    m_tools.emplace_back(kind, button);
    return button;
}

void AreaEditBar::fillKinds() {
    m_kind->clear();
    const core::AreaRegister& areas = m_map.workspace().district()->areas();
    for (const core::AreaKind kind : core::AllAreaKinds)
        if (kind != core::AreaKind::Road && (kind == core::AreaKind::Grid || !areas.ofKind(kind).empty()))
            m_kind->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
}

void AreaEditBar::follow() {
    const AreaEditing& editing = m_map.areaEditing();
    setVisible(editing.isActive());
    if (!editing.isActive())
        return;
    for (const auto& [kind, button] : m_tools)
        button->setChecked(kind == m_map.tool());
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(editing.areaKind())));
    m_rule->setCurrentIndex(m_rule->findData(static_cast<int>(editing.rule())));
    m_rule->setVisible(m_map.tool() == ToolKind::DrawArea);
    m_days->setCurrentIndex(m_days->findData(editing.days()));
    m_snap->setChecked(editing.snaps());
    showLoads();
}

void AreaEditBar::showLoads() {
    const AreaEditing& editing = m_map.areaEditing();
    const auto& proposal = editing.proposal();
    m_confirm->setEnabled(proposal.has_value());
    QStringList rows;
    constexpr std::size_t Longest = 6;
    const auto loads = editing.isActive() ? editing.loads() : std::vector<AreaLoads::Line>();
    for (std::size_t i = 0; i < std::min(loads.size(), Longest); ++i) {
        const AreaLoads::Line& line = loads[i];
        const core::Area* const area = m_map.workspace().district()->areas().find(line.area);
        const auto cell = [&](const auto& text) {
            const QString before = line.before ? text(*line.before) : QStringLiteral("–");
            const QString after = line.after ? text(*line.after) : QStringLiteral("–");
            return QString(u"<td align='right' style='padding-left:12px'>" + change(before, after) + u"</td>"); // its parts end here
        };
        const QString name = area != nullptr ? QString::fromStdString(area->code).toHtmlEscaped() : tr("New area %1").arg(line.added + 1);
        rows << u"<tr><td>" + name + u"</td>" + cell([](const AreaLoad& load) { return QLocale().toString(static_cast<qulonglong>(load.cases)); }) +
                    cell([](const AreaLoad& load) { return QLocale().toString(load.squareMetres / 1e6, 'f', 3); }) +
                    cell([](const AreaLoad& load) { return QLocale().toString(load.streetMetres / 1000, 'f', 2); }) + u"</tr>";
    }
    if (loads.size() > Longest)
        rows << u"<tr><td>" + tr("and %n more", nullptr, static_cast<int>(loads.size() - Longest)) + u"</td></tr>";
    const QString head = u"<tr><th align='left'>" + tr("Area") + u"</th><th style='padding-left:12px'>" + tr("Cases") + u"</th><th style='padding-left:12px'>" +
                         tr("km²") + u"</th><th style='padding-left:12px'>" + tr("Streets km") + u"</th></tr>";
    m_loads->setText(rows.isEmpty() ? tr("What an edit does to the load of each area is shown here.") : QString(u"<table>" + head + rows.join(QString()) + u"</table>"));
    place();
}

void AreaEditBar::place() {
    adjustSize();
    move(std::max(Margin, (m_map.width() - width()) / 2), BelowMessages);
    raise();
}

bool AreaEditBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_map && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace gridwarden::app
