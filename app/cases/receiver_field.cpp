// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/receiver_field.h"

#include "app/cases/case_labels.h"

#include <QCompleter>
#include <QLineEdit>
#include <unordered_set>

namespace gridwarden::app {

namespace {
constexpr int OrganisationRole = Qt::UserRole;
constexpr int PersonRole = Qt::UserRole + 1;
} // namespace

ReceiverField::ReceiverField(QWidget* parent) : QComboBox(parent) {
    setObjectName(QStringLiteral("receiver"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    lineEdit()->setPlaceholderText(tr("Person or organisation"));
}

void ReceiverField::setPeople(const core::PeopleRegister& people, const std::vector<core::Responsible>& onDuty, bool withPersons) {
    clear();
    std::unordered_set<core::PersonId> offered;
    const auto separate = [this] {
        if (count() > 0)
            insertSeparator(count());
    };
    if (withPersons)
        for (const core::Responsible& responsible : onDuty)
            if (const core::Person* person = people.find(responsible.person); person && offered.insert(person->id).second)
                offer(tr("%1 · on duty").arg(personLabel(people, person->id)), person->organisation, person->id);
    separate();
    for (const core::Organisation& organisation : people.organisations())
        if (organisation.active)
            offer(QString::fromStdString(organisation.name), organisation.id, {});
    if (withPersons) {
        separate();
        for (const core::Person& person : people.people())
            if (person.active && !offered.contains(person.id))
                offer(personLabel(people, person.id), person.organisation, person.id);
    }
    setCurrentIndex(offered.empty() ? -1 : 0);
}

void ReceiverField::offer(const QString& label, core::OrganisationId organisation, core::PersonId person) {
    addItem(label);
    setItemData(count() - 1, static_cast<qlonglong>(organisation.value()), OrganisationRole);
    setItemData(count() - 1, static_cast<qlonglong>(person.value()), PersonRole);
}

void ReceiverField::choose(core::OrganisationId organisation, core::PersonId person) {
    int found = -1;
    for (int row = 0; row < count() && found < 0; ++row) {
        const core::PersonId itsPerson(itemData(row, PersonRole).toLongLong());
        const core::OrganisationId itsOrganisation(itemData(row, OrganisationRole).toLongLong());
        const bool isOrganisation = person.isNull() && itsPerson.isNull() && !organisation.isNull() && itsOrganisation == organisation;
        if (isOrganisation || (!person.isNull() && itsPerson == person))
            found = row;
    }
    setCurrentIndex(found);
    if (found < 0)
        clearEditText();
}

ReceiverField::Receiver ReceiverField::receiverAt(int row) const {
    return {core::OrganisationId(itemData(row, OrganisationRole).toLongLong()), core::PersonId(itemData(row, PersonRole).toLongLong())};
}

std::optional<ReceiverField::Receiver> ReceiverField::chosen() const {
    if (currentIndex() < 0 || currentText().isEmpty() || currentText() != itemText(currentIndex()))
        return std::nullopt;
    return receiverAt(currentIndex());
}

std::optional<ReceiverField::Receiver> ReceiverField::receiver() const {
    if (const auto known = chosen())
        return known;
    const QString typed = currentText().trimmed();
    if (typed.isEmpty()) // a separator has no text either
        return std::nullopt;
    int row = findText(typed, Qt::MatchFixedString);
    if (row < 0) // a part that fits one only
        for (int i = 0; i < count(); ++i)
            if (itemText(i).contains(typed, Qt::CaseInsensitive))
                row = row < 0 ? i : count();
    if (row < 0 || row >= count())
        return std::nullopt;
    return receiverAt(row);
}

} // namespace gridwarden::app
