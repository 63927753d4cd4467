// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_labels.h"

#include "app/cases/case_labels.h"

#include <QCoreApplication>
#include <QStringList>

namespace gridwarden::app {

namespace {

struct ActivityLabels {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::ActivityLabels)
};

} // namespace

QString countText(double quantity, const std::string& unit, std::optional<std::int64_t> people) {
    const QString count = quantityText(quantity, unit);
    return people ? ActivityLabels::tr("%1 · %2 people").arg(count).arg(*people) : count;
}

QString whereAndWho(const core::PeopleRegister& people, const std::string& place, core::OrganisationId organisation,
                    core::PersonId person) {
    QStringList parts;
    if (!place.empty())
        parts << QString::fromStdString(place);
    if (const QString who = handlerLabel(people, organisation, person); !who.isEmpty())
        parts << who;
    return parts.join(QStringLiteral(" · "));
}

} // namespace gridwarden::app
