// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/identify_panel.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/roomy_delegate.h"
#include "gis/crs/geodesic.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int PanelWidth = 340;
constexpr int Margin = 12;

QString titleOf(const core::Category* category, const std::string& text) {
    if (category == nullptr)
        return QString::fromStdString(text);
    return QString::fromStdString(language() == core::Language::English ? category->english : category->name);
}

/// Without texts while a worker has the district.
std::vector<core::CaseText> textsOf(const Workspace& workspace, const std::vector<core::CaseId>& cases) {
    if (core::Connection* const connection = workspace.connection())
        if (auto texts = core::loadTexts(*connection, cases))
            return std::move(*texts);
    std::vector<core::CaseText> bare(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i)
        bare[i].id = cases[i];
    return bare;
}

} // namespace

IdentifyPanel::IdentifyPanel(MapWidget& map, LayerList& layers, Jobs& jobs)
    : QFrame(&map), m_map(map), m_layers(layers), m_jobs(jobs), m_title(new QLabel(this)), m_list(new QListWidget(this)),
      m_attributes(new QTableWidget(0, 2, this)) {
    setObjectName(QStringLiteral("identifyPanel"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_list->setObjectName(QStringLiteral("identified"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_attributes->setObjectName(QStringLiteral("attributes"));
    m_attributes->setFrameShape(QFrame::NoFrame);
    m_attributes->horizontalHeader()->hide();
    m_attributes->horizontalHeader()->setStretchLastSection(true);
    m_attributes->verticalHeader()->hide();
    m_attributes->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_attributes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_attributes->setWordWrap(false);
    auto* const close = new QToolButton(this);
    close->setIcon(icon(QLatin1String("x")));
    close->setToolTip(tr("Close"));
    close->setAutoRaise(true);
    auto* const head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 4, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_list, 2);
    column->addWidget(m_attributes, 3);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_list, &QListWidget::currentRowChanged, this, &IdentifyPanel::showAttributes);
    connect(&map.workspace(), &Workspace::districtClosed, this, &QWidget::hide);
    connect(&layers, &QAbstractItemModel::modelReset, this, &QWidget::hide);
    map.installEventFilter(this);
    hide();
}

IdentifyPanel::~IdentifyPanel() { m_jobs.cancel(m_job); }

int IdentifyPanel::count() const { return static_cast<int>(m_finds.size()); }

void IdentifyPanel::add(const Find& find, const QString& iconName, const QString& title) {
    m_finds.push_back(find);
    auto* const item = new QListWidgetItem(icon(QLatin1String(iconName.toLatin1())), title, m_list);
    item->setToolTip(title);
}

void IdentifyPanel::identify(gis::MapPoint place) {
    m_finds.clear();
    m_list->clear();
    m_attributes->setRowCount(0);
    Workspace& workspace = m_map.workspace();
    const double tolerance = m_map.pickTolerance();
    const std::vector<core::CaseId> cases = m_map.picture().casesNear(place, tolerance, 20);
    for (const core::CaseText& each : textsOf(workspace, cases)) {
        const auto row = workspace.facts()->rowOf(each.id);
        const core::Category* const category = row ? workspace.district()->categories().find((*workspace.facts())[*row].category) : nullptr;
        add({.caseId = each.id, .area = {}}, QStringLiteral("clipboard-list"),
            QString(QString::fromStdString(each.number) + u"  " + titleOf(category, each.categoryText)).trimmed());
    }
    for (const auto& areas : m_layers.visibleAreas())
        for (const std::uint32_t shape : areas->at(place)) {
            const gis::AreaLayer::Item& item = areas->item(shape);
            add({.caseId = {}, .area = item.id}, QStringLiteral("grid-3x3"),
                word("area_kinds", core::areaKindKey(areas->kind())) + u' ' + QString::fromStdString(item.code + " " + item.name));
        }
    for (const auto& [row, layer] : m_layers.visibleLayers()) {
        const auto* const vector = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&layer);
        if (vector == nullptr)
            continue;
        const gis::LayerColumn* const labels = (*vector)->column(m_layers.styleOf(row).labelField);
        for (const std::uint32_t shape : (*vector)->at(place, tolerance)) {
            const QString label = labels != nullptr ? QString::fromStdString(labels->of(shape)) : QString();
            add({.caseId = {}, .area = {}, .layer = row, .shape = shape}, QStringLiteral("layers"),
                label.isEmpty() ? m_layers.titleOf(row) : m_layers.titleOf(row) + u": " + label);
        }
    }
    m_title->setText(m_finds.empty() ? tr("Nothing here") : tr("%n thing(s) here", "", count()));
    m_list->setVisible(!m_finds.empty());
    m_attributes->setVisible(!m_finds.empty());
    show();
    this->place();
    raise();
    if (!m_finds.empty())
        m_list->setCurrentRow(0);
}

void IdentifyPanel::showAttributes(int row) {
    m_attributes->setRowCount(0);
    m_jobs.cancel(std::exchange(m_job, 0));
    if (row < 0 || row >= count())
        return;
    const Find& find = m_finds[static_cast<std::size_t>(row)];
    Workspace& workspace = m_map.workspace();
    const auto line = [this](const QString& name, const QString& value) { addLine(name, value); };
    if (!find.caseId.isNull()) {
        workspace.selectCases({find.caseId});
        if (const auto fact = workspace.facts()->rowOf(find.caseId)) {
            const core::CaseFact& each = (*workspace.facts())[*fact];
            line(tr("State"), word("states", core::caseStateKey(each.stateAt(core::now()))));
            line(tr("Reported"), QString::fromStdString(core::localText(core::Moment(core::seconds(each.reported)), workspace.district()->timeZone())));
        }
    } else if (!find.area.isNull()) {
        workspace.selectArea(find.area);
        if (const core::Area* const area = workspace.district()->areas().find(find.area)) {
            line(tr("Kind"), word("area_kinds", core::areaKindKey(area->kind)));
            line(tr("Code"), QString::fromStdString(area->code));
            line(tr("Name"), QString::fromStdString(area->name));
            if (!area->shape.polygons.empty())
                line(tr("Size"), areaText(gis::ellipsoidAreaSquareMetres(area->shape)));
            if (area->from)
                line(tr("Valid from"), QString::fromStdString(core::dayText(*area->from)));
            if (!area->note.empty())
                line(tr("Note"), QString::fromStdString(area->note));
        }
    } else if (const auto& layer = m_layers.entry(find.layer).layer) {
        if (const auto* const vector = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&*layer))
            readAttributes(*vector, find.shape);
    }
    m_attributes->resizeColumnToContents(0);
}

void IdentifyPanel::addLine(const QString& name, const QString& value) {
    const int at = m_attributes->rowCount();
    m_attributes->insertRow(at);
    m_attributes->setItem(at, 0, new QTableWidgetItem(name));
    auto* const item = new QTableWidgetItem(value);
    item->setToolTip(value);
    m_attributes->setItem(at, 1, item);
}

/// They are read from the file again, which may take its time.
void IdentifyPanel::readAttributes(std::shared_ptr<const gis::VectorLayer> layer, std::uint32_t shape) {
    addLine(tr("Reading …"), {});
    const auto read = std::make_shared<core::Result<std::vector<gis::LayerAttribute>>>();
    const QPointer<IdentifyPanel> self(this);
    const auto number = std::make_shared<int>(0);
    const QString file = QString::fromStdString(layer->source().path.filename().string());
    m_job = m_jobs.start(
        tr("Reading from %1").arg(file),
        [read, layer = std::move(layer), shape](const Jobs::Progress&, std::stop_token) { *read = layer->attributes(shape, &Jobs::goesOn); },
        [self, read, number] {
            if (!self || self->m_job != *number) // another one was chosen meanwhile
                return;
            self->m_job = 0;
            self->m_attributes->setRowCount(0);
            if (*read)
                for (const gis::LayerAttribute& attribute : **read)
                    self->addLine(QString::fromStdString(attribute.field), QString::fromStdString(attribute.value));
            else if (read->error().code != core::ErrorCode::Cancelled)
                self->m_map.workspace().notifyFault(read->error());
            self->m_attributes->resizeColumnToContents(0);
        });
    *number = m_job;
}

void IdentifyPanel::place() {
    const int height = m_finds.empty() ? sizeHint().height() : std::min(m_map.height() - 2 * Margin, 360);
    setGeometry(m_map.width() - PanelWidth - Margin, Margin, PanelWidth, m_finds.empty() ? m_title->sizeHint().height() + 24 : height);
}

bool IdentifyPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace gridwarden::app
