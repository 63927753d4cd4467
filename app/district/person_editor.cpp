// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/person_editor.h"

#include "app/district/certificate_list.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QPushButton>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr const char* Roles[] = {"collector", "registrar", "shift_leader",  "dispatcher", "handler",     "evaluator",
                                 "leader",    "officer",   "administrator", "auxiliary",  "street_chief"};

QString keyOf(core::PersonId id) { return QString::number(id.value()); }

} // namespace

PersonEditor::PersonEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("People"), {tr("Name"), tr("Code"), tr("Organisation"), tr("Roles")},
                   tr("Choose a person, or add the first one."), parent),
      m_name(makeLine(QStringLiteral("name"), form())), m_code(makeLine(QStringLiteral("code"), form())),
      m_organisation(new ChoiceField(QStringLiteral("organisation"), form())), m_phone(makeLine(QStringLiteral("phone"), form())), m_certificates(nullptr),
      m_active(new QCheckBox(tr("Works here at present"), form())) {
    m_active->setObjectName(QStringLiteral("active"));
    auto* const roles = new QWidget(form());
    auto* const grid = new QGridLayout(roles);
    grid->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    for (const char* role : Roles) {
        auto* const box = new QCheckBox(word("roles", role), roles);
        box->setObjectName(u"role-" + QString::fromLatin1(role));
        box->setToolTip(QString::fromStdString(core::wordNote("roles", role, language())));
        grid->addWidget(box, place / 2, place % 2);
        m_roles.emplace_back(role, box);
        ++place;
    }
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("Code"), m_code);
    layout->addRow(tr("Organisation"), m_organisation);
    layout->addRow(tr("Roles"), roles);
    layout->addRow(tr("Telephone"), m_phone);
    layout->addRow(QString(), m_active);
    watch(form());
    m_certificates = new CertificateList(form()); // it tells by itself what was edited: its rows change with who is shown
    layout->insertRow(4, tr("Certificates"), m_certificates);
    connect(m_certificates, &CertificateList::edited, this, [this] { setChanged(true); });
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    showFirst();
}

std::vector<Record> PersonEditor::records() const {
    const core::PeopleRegister& people = district().people();
    std::vector<Record> all;
    for (const core::Person& person : people.people()) {
        const core::Organisation* const organisation = people.find(person.organisation);
        QStringList roles;
        for (const std::string& role : person.roles)
            roles << word("roles", role);
        all.push_back({.key = keyOf(person.id),
                       .parent = {},
                       .cells = {QString::fromStdString(person.name), QString::fromStdString(person.code),
                                 organisation != nullptr ? QString::fromStdString(organisation->name) : QString(), roles.join(QStringLiteral(", "))},
                       .search = QString::fromStdString(core::pinyinInitials(person.name)),
                       .isQuiet = !person.active});
    }
    return all;
}

void PersonEditor::fill(const QString& key) {
    const core::PeopleRegister& people = district().people();
    const core::Person* const stored = people.find(core::PersonId(key.toLongLong()));
    const core::Person shown = stored != nullptr ? *stored : core::Person{};
    m_name->setText(QString::fromStdString(shown.name));
    m_code->setText(QString::fromStdString(shown.code));
    std::vector<ChoiceField::Choice> organisations = {{tr("(nothing)"), 0}};
    for (const core::Organisation& organisation : people.organisations())
        organisations.push_back({QString::fromStdString(organisation.name), organisation.id.value()});
    m_organisation->setChoices(organisations);
    m_organisation->setValue(shown.organisation.value());
    m_otherRoles = shown.roles;
    for (const auto& [role, box] : m_roles)
        box->setChecked(std::erase(m_otherRoles, role) > 0);
    m_phone->setText(QString::fromStdString(shown.phone));
    const auto certificates = people.certificatesOf(shown.id);
    m_certificates->setCertificates({certificates.begin(), certificates.end()});
    m_active->setChecked(shown.active);
}

std::optional<QString> PersonEditor::store(const QString& key) {
    core::Person person;
    person.id = core::PersonId(key.toLongLong());
    person.name = core::trimmed(m_name->text().toStdString());
    person.code = core::trimmed(m_code->text().toStdString());
    person.phone = core::trimmed(m_phone->text().toStdString());
    person.active = m_active->isChecked();
    for (const auto& [role, box] : m_roles)
        if (box->isChecked())
            person.roles.push_back(role);
    person.roles.insert(person.roles.end(), m_otherRoles.begin(), m_otherRoles.end());
    const auto organisation = m_organisation->value();
    if (!organisation) {
        showFault(tr("Choose the organisation from the list."));
        return std::nullopt;
    }
    person.organisation = core::OrganisationId(*organisation);
    const auto certificates = valueOr(m_certificates->certificates());
    if (!certificates)
        return std::nullopt;
    const bool done = write({isNew() ? "add-person" : "edit-person", {person.name}}, [&](core::Change& change) -> core::Result<void> {
        const auto id = core::savePerson(change, person);
        if (!id)
            return core::fail(id);
        person.id = *id;
        return core::saveCertificates(change, person.id, *certificates);
    });
    return done ? std::optional(keyOf(person.id)) : std::nullopt;
}

} // namespace gridwarden::app
