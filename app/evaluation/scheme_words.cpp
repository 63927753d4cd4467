// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/scheme_words.h"

#include "app/text/message_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <initializer_list>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SchemeWords)
};

SchemeChoices fromWords(std::string_view group, std::initializer_list<const char*> keys) {
    SchemeChoices choices;
    for (const char* const key : keys)
        choices.emplace_back(QString::fromLatin1(key), word(group, key));
    return choices;
}

} // namespace

SchemeChoices stepTakers() {
    SchemeChoices choices{{QString(), Words::tr("who handles the case")}};
    for (int kind = static_cast<int>(core::StepKind::Report); kind <= core::StepKindCount; ++kind) {
        if (static_cast<core::StepKind>(kind) == core::StepKind::Import)
            continue;
        const QString key = stepTakerKey(static_cast<core::StepKind>(kind));
        choices.emplace_back(key, Words::tr("who took the step: %1").arg(word("steps", key.toStdString())));
    }
    return choices;
}

QString stepTakerKey(const std::optional<core::StepKind>& by) {
    return by ? QString::fromStdString(std::string(core::stepKindKey(*by))) : QString();
}

std::optional<core::StepKind> stepTakerFromKey(const QString& key) {
    return key.isEmpty() ? std::nullopt : core::stepKindFromKey(key.toStdString());
}

SchemeChoices schemePeriods() {
    return {{QStringLiteral("day"), Words::tr("day")},
            {QStringLiteral("week"), Words::tr("week")},
            {QStringLiteral("month"), Words::tr("month")},
            {QStringLiteral("quarter"), Words::tr("quarter")},
            {QStringLiteral("half-year"), Words::tr("half-year")},
            {QStringLiteral("year"), Words::tr("year")}};
}

SchemeChoices organisationKinds() {
    return fromWords("organisation_kinds", {"bureau", "squad", "department", "street_office", "contractor"});
}

SchemeChoices personRoles() {
    return fromWords("roles", {"collector", "registrar", "shift_leader", "dispatcher", "handler", "evaluator", "leader",
                               "officer", "administrator", "auxiliary", "street_chief"});
}

QString whenUndefinedText(core::WhenUndefined undefined) {
    switch (undefined) {
    case core::WhenUndefined::Spread:
        return Words::tr("its weight is spread over the others");
    case core::WhenUndefined::Full:
        return Words::tr("counts in full");
    case core::WhenUndefined::None:
        return Words::tr("counts as nought");
    }
    return {};
}

QComboBox* makeChoiceBox(const QString& name, const SchemeChoices& choices, QWidget* parent) {
    auto* const box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const auto& [key, label] : choices)
        box->addItem(label, key);
    return box;
}

} // namespace gridwarden::app
