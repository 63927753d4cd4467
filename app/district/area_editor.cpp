// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/area_editor.h"

#include "app/district/cover_panel.h"
#include "app/district/form_fields.h"
#include "app/district/grade_field.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "core/district/areas.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

QString keyOf(core::AreaId id) { return QString::number(id.value()); }
QString kindKey(core::AreaKind kind) { return QString::fromStdString(std::string(core::areaKindKey(kind))); }
QString kindText(core::AreaKind kind) { return word("area_kinds", core::areaKindKey(kind)); }
QString dayText(std::optional<core::Day> day) { return day ? QString::fromStdString(core::dayText(*day)) : QString(); }

bool isSame(const core::Membership& a, const core::Membership& b) {
    return a.parent == b.parent && a.from == b.from && a.to == b.to;
}

std::vector<core::Membership> membershipsOf(const core::AreaRegister& areas, core::AreaId child) {
    std::vector<core::Membership> all;
    for (const core::Membership& membership : areas.memberships())
        if (membership.child == child)
            all.push_back(membership);
    return all;
}

/// Stores what differs, parent by parent.
core::Result<void> storeMemberships(core::Change& change, core::AreaId area, const std::vector<core::Membership>& stored,
                                    const std::vector<core::Membership>& wanted) {
    const auto ofParent = [](const std::vector<core::Membership>& all, core::AreaId parent) {
        std::vector<core::Membership> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), [parent](const auto& one) { return one.parent == parent; });
        return found;
    };
    std::vector<core::AreaId> parents;
    for (const auto* list : {&stored, &wanted})
        for (const core::Membership& membership : *list)
            if (std::find(parents.begin(), parents.end(), membership.parent) == parents.end())
                parents.push_back(membership.parent);
    for (const core::AreaId parent : parents) {
        const auto before = ofParent(stored, parent);
        auto after = ofParent(wanted, parent);
        if (std::equal(before.begin(), before.end(), after.begin(), after.end(), isSame))
            continue;
        if (!before.empty())
            if (auto removed = core::removeMembership(change, area, parent); !removed)
                return removed;
        for (core::Membership& membership : after) {
            membership.child = area;
            if (auto added = core::addMembership(change, membership); !added)
                return added;
        }
    }
    return {};
}

} // namespace

AreaEditor::AreaEditor(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : RecordEditor(workspace, tr("Areas"), {tr("Code"), tr("Name"), tr("First day"), tr("Last day"), tr("Belongs to")},
                   tr("Choose an area. Areas come from a layer: import them."), parent),
      m_fields(nullptr), m_kind(new QComboBox(form())), m_code(makeLine(QStringLiteral("code"), form())), m_name(makeLine(QStringLiteral("name"), form())),
      m_from(new DayField(QStringLiteral("from"), tr("since ever"), form())), m_to(new DayField(QStringLiteral("to"), tr("still valid"), form())),
      m_grade(new GradeField(QStringLiteral("grade"), tr("none"), form())), m_note(makeLine(QStringLiteral("note"), form())), m_membershipModel(new RecordModel({tr("Belongs to"), tr("First day"), tr("Last day")}, this)),
      m_memberships(nullptr), m_parent(nullptr), m_parentFrom(nullptr), m_parentTo(nullptr), m_ending(nullptr), m_lastDay(nullptr),
      m_successor(nullptr), m_succession(makeNote({}, form())), m_show(nullptr), m_cover(new CoverPanel(workspace, jobs, this)) {
    m_kind->setObjectName(QStringLiteral("kind"));
    for (const core::AreaKind kind : core::AllAreaKinds)
        m_kind->addItem(kindText(kind), kindKey(kind));
    auto* const fields = new QWidget(form());
    auto* const layout = makeForm(fields);
    m_fields = layout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("Kind"), m_kind);
    layout->addRow(tr("Code"), m_code);
    layout->addRow(tr("Name"), m_name);
    auto* const days = new QHBoxLayout;
    days->addWidget(m_from);
    days->addWidget(new QLabel(QStringLiteral("–"), fields));
    days->addWidget(m_to);
    days->addStretch();
    layout->addRow(tr("Days"), days);
    layout->addRow(tr("Road grade"), m_grade);
    layout->addRow(tr("Note"), m_note);
    m_succession->setObjectName(QStringLiteral("succession"));
    layout->addRow(QString(), m_succession);
    auto* const column = new QVBoxLayout(form());
    column->addWidget(fields);
    column->addWidget(makeMemberships());
    column->addWidget(makeEnding());
    column->addStretch();
    watch(fields);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AreaEditor::showGrade);

    connect(addListButton(QStringLiteral("add"), tr("Add without shape"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    m_show = addListButton(QStringLiteral("showOnMap"), tr("Show on the map"), QLatin1String("crosshair"));
    connect(m_show, &QPushButton::clicked, this, &AreaEditor::showOnMap);
    content()->addWidget(m_cover);
    resize(1080, 720);
    showFirst();
}

QWidget* AreaEditor::makeMemberships() {
    auto* const box = new QGroupBox(tr("Belongs to"), form());
    m_memberships = new QTreeView(box);
    m_memberships->setObjectName(QStringLiteral("memberships"));
    m_memberships->setModel(m_membershipModel);
    m_memberships->setRootIsDecorated(false);
    styleRows(m_memberships);
    m_memberships->setMaximumHeight(120);
    m_memberships->setColumnWidth(0, 200);
    m_parent = new ChoiceField(QStringLiteral("parent"), box);
    m_parent->lineEdit()->setPlaceholderText(tr("A larger area"));
    m_parentFrom = new DayField(QStringLiteral("parentFrom"), tr("since ever"), box);
    m_parentTo = new DayField(QStringLiteral("parentTo"), tr("still valid"), box);
    auto* const add = new QPushButton(icon(QLatin1String("plus")), tr("Add"), box);
    add->setObjectName(QStringLiteral("addMembership"));
    auto* const remove = new QPushButton(icon(QLatin1String("trash-2")), tr("Remove"), box);
    remove->setObjectName(QStringLiteral("removeMembership"));
    auto* const days = new QHBoxLayout;
    days->addWidget(m_parentFrom);
    days->addWidget(new QLabel(QStringLiteral("–"), box));
    days->addWidget(m_parentTo);
    days->addStretch();
    auto* const row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch();
    auto* const column = new QVBoxLayout(box);
    column->addWidget(m_memberships);
    column->addWidget(m_parent);
    column->addLayout(days);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, &AreaEditor::addMembership);
    connect(remove, &QPushButton::clicked, this, &AreaEditor::removeMembership);
    return box;
}

QWidget* AreaEditor::makeEnding() {
    m_ending = new QGroupBox(tr("End this area"), form());
    m_ending->setObjectName(QStringLiteral("ending"));
    m_lastDay = new DayField(QStringLiteral("lastDay"), tr("last day"), m_ending);
    m_successor = new ChoiceField(QStringLiteral("successor"), m_ending);
    auto* const end = new QPushButton(tr("End the area"), m_ending);
    end->setObjectName(QStringLiteral("endArea"));
    end->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* const layout = makeForm(m_ending);
    layout->addRow(tr("Last day"), m_lastDay);
    layout->addRow(tr("Followed by"), m_successor);
    layout->addRow(QString(), makeNote(tr("Its cases stay with it. It is no longer offered or counted after that day."), m_ending));
    layout->addRow(QString(), end);
    connect(end, &QPushButton::clicked, this, &AreaEditor::endArea);
    return m_ending;
}

const core::Area* AreaEditor::current() const { return district().areas().find(core::AreaId(currentKey().toLongLong())); }

std::vector<Record> AreaEditor::records() const {
    const core::AreaRegister& areas = district().areas();
    const core::Day today = district().timeZone().day(core::now());
    std::vector<Record> all;
    for (const core::AreaKind kind : core::AllAreaKinds) {
        const auto ofKind = areas.ofKind(kind);
        if (ofKind.empty())
            continue;
        const QString heading = u"kind:" + kindKey(kind);
        all.push_back({.key = heading, .cells = {kindText(kind), tr("%n area(s)", nullptr, static_cast<int>(ofKind.size()))}, .isHeading = true});
        for (const core::Area* const area : ofKind) {
            QStringList parents;
            for (const core::Area* const above : areas.parents(area->id, area->isValidOn(today) ? std::optional(today) : std::nullopt))
                parents << areaText(*above);
            all.push_back({.key = keyOf(area->id),
                           .parent = heading,
                           .cells = {QString::fromStdString(area->code), QString::fromStdString(area->name), dayText(area->from), dayText(area->to),
                                     parents.join(QStringLiteral(", "))},
                           .search = QString::fromStdString(core::pinyinInitials(area->name)),
                           .isQuiet = !area->isValidOn(today)});
        }
    }
    return all;
}

void AreaEditor::fill(const QString& key) {
    const core::AreaRegister& areas = district().areas();
    const core::AreaId id(key.toLongLong());
    const core::Area* const stored = areas.find(id);
    core::Area fresh;
    fresh.kind = core::AreaKind::Zone;
    const core::Area& shown = stored != nullptr ? *stored : fresh;
    m_kind->setCurrentIndex(m_kind->findData(kindKey(shown.kind)));
    m_kind->setEnabled(stored == nullptr);
    m_code->setText(QString::fromStdString(shown.code));
    m_name->setText(QString::fromStdString(shown.name));
    m_from->setDay(shown.from);
    m_to->setDay(shown.to);
    m_grade->setGrade(shown.grade);
    showGrade();
    m_note->setText(QString::fromStdString(shown.note));
    m_draft = membershipsOf(areas, id);
    listMemberships();
    std::vector<ChoiceField::Choice> larger = {{QString(), 0}};
    std::vector<ChoiceField::Choice> successors = {{tr("(nothing)"), 0}};
    for (const core::AreaKind kind : core::AllAreaKinds)
        for (const core::Area* const area : areas.ofKind(kind)) {
            if (area->id == id)
                continue;
            const QString label = areaText(*area) + QStringLiteral(" · ") + kindText(kind);
            if (kind != shown.kind && kind != core::AreaKind::Cell)
                larger.push_back({label, area->id.value()});
            else if (kind == shown.kind)
                successors.push_back({label, area->id.value()});
        }
    m_parent->setChoices(larger);
    m_parent->setValue(0);
    m_parentFrom->clear();
    m_parentTo->clear();
    m_successor->setChoices(successors);
    m_successor->setValue(0);
    m_lastDay->clear();
    m_ending->setVisible(stored != nullptr && !stored->to);
    m_cover->setKind(shown.kind);
    m_succession->setText(successionText(id));
    m_succession->setVisible(!m_succession->text().isEmpty());
}

void AreaEditor::showGrade() {
    const bool isRoad = m_kind->currentData().toString() == kindKey(core::AreaKind::Road);
    m_grade->setVisible(isRoad);
    m_fields->labelForField(m_grade)->setVisible(isRoad);
}

QString AreaEditor::successionText(core::AreaId id) const {
    const core::AreaRegister& areas = district().areas();
    // Of each day one line: the others' codes, and the day when they are not of one.
    const auto list = [&](const std::vector<core::Succession>& all, core::AreaId core::Succession::*other) {
        QStringList texts;
        for (const core::Succession& one : all)
            if (const core::Area* const area = areas.find(one.*other))
                texts << tr("%1 on %2").arg(QString::fromStdString(area->code), QString::fromStdString(core::dayText(one.first)));
        return texts.join(QStringLiteral(", "));
    };
    QStringList lines;
    if (const QString from = list(areas.cameFrom(id), &core::Succession::predecessor); !from.isEmpty())
        lines << tr("Came from %1").arg(from);
    if (const QString to = list(areas.became(id), &core::Succession::successor); !to.isEmpty())
        lines << tr("Became %1").arg(to);
    return lines.join(u'\n');
}

void AreaEditor::onCurrentChanged() { m_show->setEnabled(current() != nullptr && !current()->shape.isEmpty()); }

void AreaEditor::listMemberships() {
    std::vector<Record> records;
    for (const core::Membership& membership : m_draft) {
        const core::Area* const parent = district().areas().find(membership.parent);
        records.push_back({.key = QString::number(records.size()),
                           .cells = {parent != nullptr ? QString(areaText(*parent) + QStringLiteral(" · ") + kindText(parent->kind)) : QString(),
                                     dayText(membership.from), dayText(membership.to)}});
    }
    m_membershipModel->setRecords(std::move(records));
}

void AreaEditor::addMembership() {
    const qint64 parent = m_parent->value().value_or(0);
    const auto from = valueOr(m_parentFrom->day());
    const auto to = from ? valueOr(m_parentTo->day()) : std::nullopt;
    if (!to)
        return;
    if (parent == 0) {
        showFault(tr("Choose the larger area from the list."));
        return;
    }
    m_draft.push_back({core::AreaId(currentKey().toLongLong()), core::AreaId(parent), *from, *to});
    listMemberships();
    setChanged(true);
}

void AreaEditor::removeMembership() {
    const QModelIndex index = m_memberships->currentIndex();
    if (!index.isValid())
        return;
    m_draft.erase(m_draft.begin() + index.row());
    listMemberships();
    setChanged(true);
}

std::optional<QString> AreaEditor::store(const QString& key) {
    const core::Area* const stored = district().areas().find(core::AreaId(key.toLongLong()));
    core::Area area;
    if (stored != nullptr)
        area = *stored;
    area.kind = core::areaKindFromKey(m_kind->currentData().toString().toStdString()).value_or(area.kind);
    area.code = core::trimmed(m_code->text().toStdString());
    area.name = core::trimmed(m_name->text().toStdString());
    area.note = core::trimmed(m_note->text().toStdString());
    area.grade = area.kind == core::AreaKind::Road ? m_grade->grade() : std::string();
    const auto from = valueOr(m_from->day());
    const auto to = from ? valueOr(m_to->day()) : std::nullopt;
    if (!to)
        return std::nullopt;
    area.from = *from;
    area.to = *to;
    const bool isNew = stored == nullptr;
    const auto id = std::make_shared<core::AreaId>(area.id);
    const std::vector<core::Membership> before = isNew ? std::vector<core::Membership>() : membershipsOf(district().areas(), area.id);
    writeBeside(
        {isNew ? "add-area" : "edit-area", {areaText(area).toStdString()}},
        [area, isNew, id, before, wanted = m_draft](core::Change& change) -> core::Result<void> {
            if (isNew) {
                const auto added = core::addArea(change, area);
                if (!added)
                    return core::fail(added);
                *id = *added;
            } else if (auto updated = core::updateArea(change, area); !updated) {
                return updated;
            }
            return storeMemberships(change, *id, before, wanted);
        },
        [this, id](bool done) {
            if (done)
                takeStored(keyOf(*id));
        });
    return std::nullopt;
}

void AreaEditor::endArea() {
    const core::Area* const area = current();
    const auto read = valueOr(m_lastDay->day());
    if (area == nullptr || !read)
        return;
    if (isChanged()) {
        showFault(tr("Save or discard what you entered first."));
        return;
    }
    const auto successor = m_successor->value();
    if (!*read || !successor) {
        showFault(!*read ? tr("Give the last day.") : tr("Choose the area that follows from the list."));
        return;
    }
    const core::Day last = **read;
    const core::AreaId id = area->id;
    writeBeside(
        {"end-area", {areaText(*area).toStdString(), core::dayText(last)}},
        [id, last, successor = *successor](core::Change& change) -> core::Result<void> {
            if (auto ended = core::endArea(change, id, last); !ended)
                return ended;
            return successor == 0 ? core::Result<void>() : core::addSuccession(change, id, core::AreaId(successor), last + std::chrono::days(1));
        },
        [](bool) {});
}

void AreaEditor::showOnMap() {
    const core::Area* const area = current();
    if (area == nullptr)
        return;
    workspace().selectArea(area->id);
    workspace().requestZoom(core::boundsOf(area->shape));
}

} // namespace gridwarden::app
