// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/organisation_editor.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <functional>
#include <set>

namespace gridwarden::app {

namespace {

constexpr const char* Kinds[] = {"bureau", "squad", "department", "street_office", "contractor"};

QString keyOf(core::OrganisationId id) { return QString::number(id.value()); }

/// Whether an organisation lies below another one or is it.
bool isWithin(const core::PeopleRegister& people, core::OrganisationId id, core::OrganisationId above) {
    std::set<core::OrganisationId> seen;
    while (!id.isNull() && seen.insert(id).second) {
        if (id == above)
            return true;
        const core::Organisation* const organisation = people.find(id);
        id = organisation != nullptr ? organisation->parent : core::OrganisationId();
    }
    return false;
}

} // namespace

OrganisationEditor::OrganisationEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Organisations"), {tr("Name"), tr("Code"), tr("Kind")},
                   tr("Choose an organisation, or add the first one: squads, departments, contractors and street offices that handle cases."), parent),
      m_name(makeLine(QStringLiteral("name"), form())), m_code(makeLine(QStringLiteral("code"), form())), m_kind(new QComboBox(form())),
      m_above(new ChoiceField(QStringLiteral("above"), form())), m_phone(makeLine(QStringLiteral("phone"), form())),
      m_active(new QCheckBox(tr("Handles cases at present"), form())) {
    m_kind->setObjectName(QStringLiteral("kind"));
    for (const char* kind : Kinds)
        m_kind->addItem(word("organisation_kinds", kind), QString::fromLatin1(kind));
    m_active->setObjectName(QStringLiteral("active"));
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("Code"), m_code);
    layout->addRow(tr("Kind"), m_kind);
    layout->addRow(tr("Belongs to"), m_above);
    layout->addRow(tr("Telephone"), m_phone);
    layout->addRow(QString(), m_active);
    watch(form());
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    showFirst();
}

std::vector<Record> OrganisationEditor::records() const {
    const core::PeopleRegister& people = district().people();
    std::vector<Record> all;
    std::set<core::OrganisationId> placed;
    // Each branch after the one above it; a circle of parents ends at the top.
    const std::function<void(core::OrganisationId)> branch = [&](core::OrganisationId above) {
        for (const core::Organisation& organisation : people.organisations()) {
            const core::OrganisationId parent = people.find(organisation.parent) != nullptr ? organisation.parent : core::OrganisationId();
            if (parent != above || !placed.insert(organisation.id).second)
                continue;
            all.push_back({.key = keyOf(organisation.id),
                           .parent = above.isNull() ? QString() : keyOf(above),
                           .cells = {QString::fromStdString(organisation.name), QString::fromStdString(organisation.code),
                                     word("organisation_kinds", organisation.kind)},
                           .search = QString::fromStdString(core::pinyinInitials(organisation.name)),
                           .isQuiet = !organisation.active});
            branch(organisation.id);
        }
    };
    branch({});
    return all;
}

void OrganisationEditor::fill(const QString& key) {
    const core::PeopleRegister& people = district().people();
    const core::OrganisationId id(key.toLongLong());
    const core::Organisation* const stored = people.find(id);
    core::Organisation shown;
    shown.kind = "squad";
    if (stored != nullptr)
        shown = *stored;
    m_name->setText(QString::fromStdString(shown.name));
    m_code->setText(QString::fromStdString(shown.code));
    const QString kind = QString::fromStdString(shown.kind);
    if (!kind.isEmpty() && m_kind->findData(kind) < 0)
        m_kind->addItem(word("organisation_kinds", shown.kind), kind);
    m_kind->setCurrentIndex(m_kind->findData(kind));
    std::vector<ChoiceField::Choice> above = {{tr("(nothing)"), 0}};
    for (const core::Organisation& other : people.organisations())
        if (id.isNull() || !isWithin(people, other.id, id))
            above.push_back({QString::fromStdString(other.name), other.id.value()});
    m_above->setChoices(above);
    m_above->setValue(shown.parent.value());
    m_phone->setText(QString::fromStdString(shown.phone));
    m_active->setChecked(shown.active);
}

std::optional<QString> OrganisationEditor::store(const QString& key) {
    core::Organisation organisation;
    organisation.id = core::OrganisationId(key.toLongLong());
    organisation.name = core::trimmed(m_name->text().toStdString());
    organisation.code = core::trimmed(m_code->text().toStdString());
    organisation.kind = m_kind->currentData().toString().toStdString();
    organisation.phone = core::trimmed(m_phone->text().toStdString());
    organisation.active = m_active->isChecked();
    const auto above = m_above->value();
    if (!above) {
        showFault(tr("Choose the organisation above from the list."));
        return std::nullopt;
    }
    organisation.parent = core::OrganisationId(*above);
    const bool done = write({isNew() ? "add-organisation" : "edit-organisation", {organisation.name}}, [&](core::Change& change) -> core::Result<void> {
        const auto id = core::saveOrganisation(change, organisation);
        if (!id)
            return core::fail(id);
        organisation.id = *id;
        return {};
    });
    return done ? std::optional(keyOf(organisation.id)) : std::nullopt;
}

} // namespace gridwarden::app
