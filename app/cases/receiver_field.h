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
    /// The one that was chosen in the list, also among namesakes; none while something else is written in the field.
    [[nodiscard]] std::optional<Receiver> chosen() const;
    /// That one, or whom the text in the field means; none when that is nobody of the list.
    [[nodiscard]] std::optional<Receiver> receiver() const;

  private:
    [[nodiscard]] Receiver receiverAt(int row) const;
    void offer(const QString& label, core::OrganisationId organisation, core::PersonId person);
};

} // namespace gridwarden::app
