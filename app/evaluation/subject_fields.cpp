// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/subject_fields.h"

#include "app/district/form_fields.h"
#include "app/evaluation/scheme_words.h"
#include "app/figures/key_choice.h"
#include "app/text/message_text.h"

#include <QFormLayout>
#include <QLabel>
#include <algorithm>

namespace gridwarden::app {

namespace {

std::vector<KeyChoice::Entry> entriesOf(const SchemeChoices& choices) {
    std::vector<KeyChoice::Entry> entries;
    for (const auto& [key, label] : choices)
        entries.push_back({key.toStdString(), label});
    return entries;
}

/// Who can be named in a choice of single ones: by the code, or by the name where that is how they are named already.
template <class Named>
void offerNamed(std::vector<KeyChoice::Entry>& entries, const std::vector<std::string>& chosen, const Named& each) {
    const bool isByName = each.code.empty() || std::find(chosen.begin(), chosen.end(), each.name) != chosen.end();
    const std::string label = each.code.empty() || each.code == each.name ? each.name : each.code + ' ' + each.name;
    entries.push_back({isByName ? each.name : each.code, QString::fromStdString(label)});
}

} // namespace

SubjectFields::SubjectFields(std::function<const core::District&()> district, QWidget* parent)
    : QWidget(parent), m_district(std::move(district)), m_form(makeForm(this)),
      m_kind(makeChoiceBox(QStringLiteral("subjectKind"), {}, this)),
      m_areas(makeChoiceBox(QStringLiteral("subjectAreas"), {}, this)),
      m_organisationKinds(new KeyChoice(
          QStringLiteral("subjectOrganisationKinds"), tr("of every kind"),
          [] { return entriesOf(organisationKinds()); }, this)),
      m_roles(new KeyChoice(
          QStringLiteral("subjectRoles"), tr("in every role"), [] { return entriesOf(personRoles()); }, this)),
      m_only(new KeyChoice(
          QStringLiteral("subjectOnly"), tr("all of them"),
          [this] {
              std::vector<KeyChoice::Entry> entries;
              const core::PeopleRegister& people = m_district().people();
              switch (kind()) {
              case core::SubjectKind::Areas:
                  for (const core::Area* const area :
                       m_district().areas().ofKind(subjects().areas, m_district().timeZone().day(core::now())))
                      entries.push_back({area->code, areaText(*area)});
                  break;
              case core::SubjectKind::Organisations:
                  for (const core::Organisation& each : people.organisations())
                      offerNamed(entries, m_only->keys(), each);
                  break;
              case core::SubjectKind::People:
                  for (const core::Person& each : people.people())
                      offerNamed(entries, m_only->keys(), each);
                  break;
              }
              return entries;
          },
          this)) {
    const std::initializer_list<std::pair<core::SubjectKind, QString>> kinds = {
        {core::SubjectKind::Areas, tr("areas")},
        {core::SubjectKind::Organisations, tr("organisations")},
        {core::SubjectKind::People, tr("people")}};
    for (const auto& [kind, label] : kinds)
        m_kind->addItem(label, static_cast<int>(kind));
    for (const core::AreaKind kind : core::AllAreaKinds)
        m_areas->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
    m_form->addRow(tr("Evaluated are"), m_kind);
    m_form->addRow(tr("Kind of areas"), m_areas);
    m_form->addRow(tr("Kinds"), m_organisationKinds);
    m_form->addRow(tr("Roles"), m_roles);
    m_form->addRow(tr("Which"), m_only);
    m_form->addRow(makeNote(tr("Areas stand for their codes, whichever was valid in the period. People and "
                               "organisations that are not active any more are "
                               "listed where something counts for them."),
                            this));
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_only->setKeys({});
        showFields();
        emit edited();
    });
    connect(m_areas, &QComboBox::currentIndexChanged, this, [this] {
        m_only->setKeys({});
        emit edited();
    });
    for (KeyChoice* const choice : {m_organisationKinds, m_roles, m_only})
        connect(choice, &KeyChoice::chosen, this, &SubjectFields::edited);
    showFields();
}

core::SubjectKind SubjectFields::kind() const {
    return static_cast<core::SubjectKind>(m_kind->currentData().toInt());
}

void SubjectFields::showFields() {
    m_form->setRowVisible(m_areas, kind() == core::SubjectKind::Areas);
    m_form->setRowVisible(m_organisationKinds, kind() == core::SubjectKind::Organisations);
    m_form->setRowVisible(m_roles, kind() == core::SubjectKind::People);
}

void SubjectFields::setSubjects(const core::SubjectChoice& subjects) {
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(subjects.kind)));
    m_areas->setCurrentIndex(m_areas->findData(static_cast<int>(subjects.areas)));
    m_organisationKinds->setKeys(subjects.kind == core::SubjectKind::Organisations ? subjects.kinds
                                                                                   : std::vector<std::string>());
    m_roles->setKeys(subjects.kind == core::SubjectKind::People ? subjects.kinds : std::vector<std::string>());
    m_only->setKeys(subjects.only);
    showFields();
}

core::SubjectChoice SubjectFields::subjects() const {
    core::SubjectChoice subjects;
    subjects.kind = kind();
    if (subjects.kind == core::SubjectKind::Areas)
        subjects.areas = static_cast<core::AreaKind>(m_areas->currentData().toInt());
    else
        subjects.kinds = (subjects.kind == core::SubjectKind::People ? m_roles : m_organisationKinds)->keys();
    subjects.only = m_only->keys();
    return subjects;
}

} // namespace gridwarden::app
