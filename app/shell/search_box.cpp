// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/search_box.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/base/pinyin.h"

#include <QKeyEvent>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int CaseDelayMs = 250;
constexpr std::size_t MostOfAKind = 6;
constexpr qsizetype ShortestCaseText = 2;

bool matches(const QString& text, const QString& typed) { return text.contains(typed, Qt::CaseInsensitive); }

} // namespace

SearchBox::SearchBox(MapWidget& map, LayerList& layers, Actions& actions, QWidget* parent)
    : QLineEdit(parent), m_map(map), m_layers(layers), m_actions(actions), m_list(new QListWidget(window())),
      m_places([this](const QString& typed, std::vector<PlaceHit> hits) {
          QMetaObject::invokeMethod(this, [this, typed, hits = std::move(hits)] {
              if (text().trimmed() == typed && !hits.empty())
                  addPlaces(hits);
          }, Qt::QueuedConnection);
      }),
      m_cases([this](const std::string& typed, std::vector<core::CaseText> hits) {
          QMetaObject::invokeMethod(this, [this, typed, hits = std::move(hits)] {
              if (text().trimmed().toStdString() == typed && !hits.empty())
                  addCases(hits);
          }, Qt::QueuedConnection);
      }) {
    setObjectName(QStringLiteral("search"));
    setPlaceholderText(tr("Search places, cases, commands (Ctrl+K)"));
    setClearButtonEnabled(true);
    addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    setMinimumWidth(180);
    setMaximumWidth(360);
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(CaseDelayMs);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::search);
    connect(&m_delay, &QTimer::timeout, this, &SearchBox::searchCases);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { goTo(m_list->row(item)); });
}

void SearchBox::addHit(Hit hit, std::optional<std::size_t> position) {
    const std::size_t at = std::min(position.value_or(m_hits.size()), m_hits.size());
    auto* const item = new QListWidgetItem(icon(QLatin1String(hit.iconName.toLatin1())), hit.title + u"    " + hit.kind);
    item->setToolTip(hit.title);
    m_list->insertItem(static_cast<int>(at), item);
    m_hits.insert(m_hits.begin() + static_cast<std::ptrdiff_t>(at), std::move(hit));
}

void SearchBox::search() {
    m_hits.clear();
    m_list->clear();
    m_goesToPlace = false;
    m_places.forget();
    m_cases.forget();
    const QString typed = text().trimmed();
    if (typed.isEmpty()) {
        m_delay.stop();
        m_list->hide();
        return;
    }
    if (m_map.workspace().district() != nullptr) {
        findCoordinate(typed);
        findAreas(typed);
        m_placesAt = m_hits.size();
        searchPlaces(typed);
    }
    findCommands(typed);
    m_delay.start();
    showList();
}

void SearchBox::findCoordinate(const QString& typed) {
    if (const auto place = parseCoordinate(typed, m_layers.mapCrs()))
        addHit({QStringLiteral("crosshair"), coordinateText(*place, gis::Crs::cgcs2000()), tr("Coordinate"), [this, place = *place] {
                    m_map.centreOn(place);
                }});
}

void SearchBox::findAreas(const QString& typed) {
    const core::District& district = *m_map.workspace().district();
    const core::Day today = district.timeZone().day(core::now());
    std::size_t found = 0;
    for (const core::Area& area : district.areas().all()) {
        if (found >= MostOfAKind)
            break;
        const QString name = QString::fromStdString(area.name);
        if (!area.isValidOn(today) ||
            !(matches(QString::fromStdString(area.code), typed) || matches(name, typed) ||
              matches(QString::fromStdString(core::pinyinInitials(area.name)), typed)))
            continue;
        ++found;
        addHit({QStringLiteral("grid-3x3"), QString::fromStdString(area.code) + u' ' + name, word("area_kinds", core::areaKindKey(area.kind)),
                [this, id = area.id, box = core::boundsOf(area.shape)] {
                    m_map.workspace().selectArea(id);
                    m_map.zoomTo(box);
                }});
    }
}

void SearchBox::searchPlaces(const QString& typed) {
    PlaceSearchWish wish{typed, {}, MostOfAKind};
    for (const auto& [row, layer] : m_layers.visibleLayers())
        if (const auto* const shapes = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&layer))
            wish.layers.push_back({m_layers.titleOf(row), *shapes, m_layers.styleOf(row).labelField});
    m_places.request(std::move(wish));
}

void SearchBox::addPlaces(const std::vector<PlaceHit>& places) {
    std::size_t position = m_placesAt;
    for (const PlaceHit& place : places)
        addHit({QStringLiteral("map"), place.name, place.layer,
                [this, box = place.box] {
                    const gis::MapView view = m_map.view().fittedTo(box, 64);
                    m_map.setView(view.scaleDenominator() < 1000 ? view.withScale(1000) : view);
                }},
               position++);
    if (m_list->currentRow() == static_cast<int>(position) && m_placesAt == 0)
        m_list->setCurrentRow(0); // nobody has moved yet: the first hit is the chosen one
    showList();
    if (m_goesToPlace)
        goTo(0);
}

void SearchBox::findCommands(const QString& typed) {
    std::size_t found = 0;
    for (const auto& [id, action] : m_actions.all()) {
        const QString name = plainText(action->text());
        if (found >= MostOfAKind || !action->isEnabled() || id == ActionId::Search || !matches(name, typed))
            continue;
        ++found;
        addHit({QStringLiteral("arrow-right"), name, action->shortcut().toString(QKeySequence::NativeText), [command = action] { command->trigger(); }});
    }
}

void SearchBox::searchCases() {
    const Workspace& workspace = m_map.workspace();
    const QString typed = text().trimmed();
    if (workspace.district() == nullptr || workspace.facts() == nullptr || typed.size() < ShortestCaseText)
        return;
    m_cases.request({workspace.district()->path(), typed.toStdString(), workspace.facts(), MostOfAKind});
}

void SearchBox::addCases(const std::vector<core::CaseText>& cases) {
    for (const core::CaseText& each : cases) {
        const QString about = QString::fromStdString(each.description.empty() ? each.address : each.description);
        addHit({QStringLiteral("clipboard-list"), QString(QString::fromStdString(each.number) + u"  " + about).trimmed().left(48), tr("Case"), [this, id = each.id] {
                    m_map.workspace().selectCases({id});
                    m_map.zoomToSelection();
                }});
    }
    showList();
}

void SearchBox::showList() {
    if (m_hits.empty()) {
        m_list->hide();
        return;
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    if (m_list->parentWidget() != window())
        m_list->setParent(window());
    const int rows = std::min(m_list->count(), 14);
    const QPoint corner = mapTo(window(), QPoint(0, height() + 2));
    m_list->setGeometry(corner.x(), corner.y(), std::max(width(), 320), rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + 2);
    m_list->show();
    m_list->raise();
}

void SearchBox::goTo(int row) {
    if (row < 0 || row >= static_cast<int>(m_hits.size()))
        return;
    const auto go = m_hits[static_cast<std::size_t>(row)].go;
    m_goesToPlace = false;
    m_list->hide();
    clear();
    m_map.setFocus();
    go();
}

void SearchBox::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
        return;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->isVisible())
            goTo(m_list->currentRow());
        else
            m_goesToPlace = !text().trimmed().isEmpty();
        return;
    case Qt::Key_Escape:
        m_list->hide();
        clear();
        m_map.setFocus();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event) {
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace gridwarden::app
