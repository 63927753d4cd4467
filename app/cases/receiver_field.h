// SPDX-License-Identifier: GPL-3.0-or-later
// To whom a case goes: a person or an organisation, whoever is on duty at the place first; typing narrows the list.
#pragma once

#include "core/case_actions.h"

#include <QComboBox>

namespace gridwarden::app {

class ReceiverField : public QComboBox {
    Q_OBJECT
  public:
    explicit ReceiverField(QWidget* parent = nullptr);
    /// \param onDuty the persons to be offered first
    void setPeople(const core::PeopleRegister& people, const std::vector<core::Responsible>& onDuty, bool withPersons);
    struct Receiver {
        core::OrganisationId organisation;
        core::PersonId person;
    };
    /// Shows one of the list: the person, or the organisation when there is none; nobody when neither is in the list.
    void choose(core::OrganisationId organisation, core::PersonId person);
    /// None when what is written in the field is nobody of the list.
    [[nodiscard]] std::optional<Receiver> receiver() const;

  private:
    void offer(const QString& label, core::OrganisationId organisation, core::PersonId person);
};

} // namespace gridwarden::app
