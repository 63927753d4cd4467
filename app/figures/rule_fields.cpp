// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/rule_fields.h"

#include "app/cases/case_labels.h"
#include "app/district/form_fields.h"
#include "app/figures/figure_groups.h"
#include "app/figures/key_choice.h"
#include "app/text/activity_kind_name.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <array>
#include <map>

namespace gridwarden::app {

namespace {

QComboBox* makeBox(const char* name, const std::vector<std::pair<QString, QVariant>>& choices, QWidget* parent) {
    auto* const box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    for (const auto& [label, value] : choices)
        box->addItem(label, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void choose(QComboBox& box, const QVariant& value) {
    const int found = box.findData(value);
    box.setCurrentIndex(found < 0 ? 0 : found);
}

QString asText(std::string_view key) { return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())); }

std::vector<KeyChoice::Entry> conditions() {
    std::vector<KeyChoice::Entry> entries;
    for (const bool isNot : {false, true})
        for (const core::CaseIs what : core::allCaseIs()) {
            const std::string key(core::caseIsKey(what));
            const QString label = word("case_is", key);
            entries.push_back({(isNot ? "!" : "") + key, isNot ? RuleFields::tr("not: %1").arg(label) : label, isNot ? RuleFields::tr("Must not be") : RuleFields::tr("Must be")});
        }
    return entries;
}

std::vector<std::string> conditionKeys(const core::CaseCount& count) {
    std::vector<std::string> keys;
    for (const core::CaseIs what : core::allCaseIs())
        for (const bool isNot : {false, true})
            if (((isNot ? count.isNot : count.is) & static_cast<std::uint32_t>(what)) != 0)
                keys.push_back((isNot ? "!" : "") + std::string(core::caseIsKey(what)));
    return keys;
}

std::vector<KeyChoice::Entry> steps() {
    std::vector<KeyChoice::Entry> entries;
    for (int kind = static_cast<int>(core::StepKind::VerifyBefore); kind <= core::StepKindCount; ++kind) {
        const std::string key(core::stepKindKey(static_cast<core::StepKind>(kind)));
        entries.push_back({key, word("steps", key)});
    }
    return entries;
}

} // namespace

RuleFields::RuleFields(QFormLayout& form, QWidget* parent, std::function<const core::District&()> district, std::function<core::FigureDefinitions()> figures)
    : QObject(parent), m_form(form), m_district(std::move(district)), m_figures(std::move(figures)) {
    addFields(form, parent);
    for (QComboBox* const box : {m_counts, m_when, m_result, m_reply, m_urging, m_numerator, m_denominator})
        connect(box, &QComboBox::activated, this, &RuleFields::edited);
    for (KeyChoice* const choice : {m_conditions, m_steps, m_kinds, m_chapters, m_parts, m_categories, m_sources, m_methods, m_areas, m_organisations})
        connect(choice, &KeyChoice::chosen, this, &RuleFields::edited);
    connect(m_of, &QLineEdit::textEdited, this, &RuleFields::edited);
    connect(m_inverse, &QCheckBox::clicked, this, &RuleFields::edited);
    connect(m_counts, &QComboBox::currentIndexChanged, this, &RuleFields::showFields);
    showFields();
}

void RuleFields::addFields(QFormLayout& form, QWidget* parent) {
    const auto add = [&](const QString& label, auto* field) {
        form.addRow(label, field);
        return field;
    };
    const auto choice = [&](const char* name, const QString& none, std::function<std::vector<KeyChoice::Entry>()> offer) {
        return new KeyChoice(QLatin1String(name), none, std::move(offer), parent);
    };
    const QString any = tr("any");
    m_counts = add(tr("Counts"), makeBox("counts",
                                         {{tr("cases"), static_cast<int>(Counts::Cases)},
                                          {tr("places with cases"), static_cast<int>(Counts::Places)},
                                          {tr("steps"), static_cast<int>(Counts::Steps)},
                                          {tr("quantities of steps"), static_cast<int>(Counts::StepQuantity)},
                                          {tr("entries of work"), static_cast<int>(Counts::Activities)},
                                          {tr("quantities of work"), static_cast<int>(Counts::ActivityQuantity)},
                                          {tr("people of work"), static_cast<int>(Counts::People)},
                                          {tr("hours of work"), static_cast<int>(Counts::Hours)},
                                          {tr("the sum of figures"), static_cast<int>(Counts::Sum)},
                                          {tr("a rate of two figures"), static_cast<int>(Counts::Rate)}},
                                         parent));
    std::vector<std::pair<QString, QVariant>> whens, results{{any, 0}}, urgings{{any, QString()}};
    for (const core::CaseWhen when : core::allCaseWhen())
        whens.emplace_back(word("case_when", core::caseWhenKey(when)), static_cast<int>(when));
    for (const core::StepResult result : {core::StepResult::Pass, core::StepResult::Fail, core::StepResult::Unable})
        results.emplace_back(word("results", core::stepResultKey(result)), static_cast<int>(result));
    for (const char* const urging : {"overdue", "leader", "important"})
        urgings.emplace_back(word("urging_kinds", urging), QString::fromLatin1(urging));
    m_when = add(tr("When"), makeBox("when", whens, parent));
    m_conditions = add(tr("Conditions"), choice("conditions", tr("none"), conditions));
    m_steps = add(tr("Steps"), choice("steps", tr("choose at least one"), steps));
    m_result = add(tr("Result"), makeBox("result", results, parent));
    m_reply = add(tr("Urgings"), makeBox("reply", {{tr("urgings and replies"), 0}, {tr("urgings"), 1}, {tr("replies"), 2}}, parent));
    m_urging = add(tr("Kind of urging"), makeBox("urging", urgings, parent));
    m_kinds = add(tr("Kinds of work"), choice("kinds", any, [this] {
                      std::vector<KeyChoice::Entry> entries;
                      for (const core::ActivityKind& kind : m_district().activityLists().kinds())
                          entries.push_back({kind.key, kindName(kind), word("activity_chapters", kind.chapter), QString::fromStdString(kind.aliases)});
                      return entries;
                  }));
    m_chapters = add(tr("Chapters"), choice("chapters", any, [this] {
                         std::map<std::string, QString> chapters;
                         for (const core::ActivityKind& kind : m_district().activityLists().kinds())
                             if (!kind.chapter.empty())
                                 chapters.emplace(kind.chapter, word("activity_chapters", kind.chapter));
                         std::vector<KeyChoice::Entry> entries;
                         for (auto& [key, label] : chapters)
                             entries.push_back({key, label});
                         return entries;
                     }));
    m_of = add(tr("Quantities in"), makeLine(QStringLiteral("of"), parent));
    m_of->setPlaceholderText(tr("the unit, for instance 处"));
    m_parts = add(tr("Of"), choice("parts", tr("choose at least one"), [this] { return numbers(); }));
    m_numerator = add(tr("Numerator"), makeBox("numerator", {}, parent));
    m_denominator = add(tr("Denominator"), makeBox("denominator", {}, parent));
    m_inverse = add(QString(), new QCheckBox(tr("What is left: 1 − numerator ÷ denominator"), parent));
    m_inverse->setObjectName(QStringLiteral("inverse"));
    m_categories = add(tr("Categories"), choice("categories", any, [this] {
                           std::vector<KeyChoice::Entry> entries;
                           for (const core::Category& category : m_district().categories().all())
                               entries.push_back({category.key.text(), asText(category.key.code) + u' ' + categoryName(category),
                                                  word("category_standards", category.key.standard) + u" · " + word("category_kinds", category.key.kind),
                                                  QString::fromStdString(category.initials)});
                           return entries;
                       }));
    m_sources = add(tr("Sources"), choice("sources", any, [this] {
                        std::vector<KeyChoice::Entry> entries{{"@public", tr("all of the public")}, {"@collector", tr("all of collectors")}};
                        for (const core::CaseSource& source : m_district().sources())
                            entries.push_back({source.key, sourceName(m_district(), source.key)});
                        return entries;
                    }));
    m_methods = add(tr("Methods of handling"), choice("methods", any, [this] {
                        std::vector<KeyChoice::Entry> entries;
                        for (const core::HandlingMethod& method : m_district().methods())
                            entries.push_back({method.key, methodName(m_district(), method.key)});
                        return entries;
                    }));
    m_areas = add(tr("Areas"), choice("areas", any, [this] {
                      std::vector<KeyChoice::Entry> entries;
                      const core::Day today = m_district().timeZone().day(core::now());
                      for (const core::AreaKind kind : core::AllAreaKinds)
                          for (const core::Area* const area : m_district().areas().ofKind(kind, today))
                              entries.push_back({area->code, areaLabel(*area), word("area_kinds", core::areaKindKey(kind))});
                      return entries;
                  }));
    m_organisations = add(tr("Organisations"), choice("organisations", any, [this] {
                              std::vector<KeyChoice::Entry> entries;
                              for (const core::Organisation& organisation : m_district().people().organisations())
                                  entries.push_back({organisation.code.empty() ? organisation.name : organisation.code, QString::fromStdString(organisation.name)});
                              return entries;
                          }));
}

std::vector<KeyChoice::Entry> RuleFields::numbers() const {
    std::vector<KeyChoice::Entry> entries;
    const core::FigureDefinitions figures = m_figures();
    for (const FigureGroup& group : figureGroups(figures, m_district().activityLists()))
        for (const core::FigureDefinition* const figure : group.figures)
            if (!figure->isRate())
                entries.push_back({figure->key, figureName(*figure), group.title, QString::fromStdString(figure->key)});
    return entries;
}

RuleFields::Counts RuleFields::counts() const { return static_cast<Counts>(m_counts->currentData().toInt()); }

void RuleFields::showFields() {
    const Counts what = counts();
    const bool isCases = what == Counts::Cases || what == Counts::Places, isSteps = what == Counts::Steps || what == Counts::StepQuantity,
               isWork = what == Counts::Activities || what == Counts::ActivityQuantity || what == Counts::People || what == Counts::Hours,
               isRate = what == Counts::Rate;
    const std::initializer_list<std::pair<QWidget*, bool>> rows = {
        {m_when, isCases}, {m_conditions, isCases}, {m_steps, isSteps}, {m_result, isSteps}, {m_reply, isSteps}, {m_urging, isSteps}, {m_kinds, isWork},
        {m_chapters, isWork}, {m_of, what == Counts::StepQuantity || what == Counts::ActivityQuantity}, {m_parts, what == Counts::Sum}, {m_numerator, isRate},
        {m_denominator, isRate}, {m_inverse, isRate}, {m_categories, isCases || isSteps}, {m_sources, isCases || isSteps}, {m_methods, isCases || isSteps},
        {m_areas, isCases || isSteps || isWork}, {m_organisations, isCases || isSteps || isWork}};
    for (const auto& [field, isSeen] : rows)
        m_form.setRowVisible(field, isSeen);
}

core::FigureScope RuleFields::scope() const {
    core::FigureScope scope;
    const Counts what = counts();
    if (what <= Counts::StepQuantity) {
        scope.categories = m_categories->keys();
        scope.sources = m_sources->keys();
        scope.methods = m_methods->keys();
    }
    scope.areas = m_areas->keys();
    scope.organisations = m_organisations->keys();
    return scope;
}

void RuleFields::setScope(const core::FigureScope& scope) {
    m_categories->setKeys(scope.categories);
    m_sources->setKeys(scope.sources);
    m_methods->setKeys(scope.methods);
    m_areas->setKeys(scope.areas);
    m_organisations->setKeys(scope.organisations);
}

RuleFields::Rule RuleFields::rule() const {
    const Counts what = counts();
    const std::string of(core::trimmed(m_of->text().toStdString()));
    switch (what) {
    case Counts::Cases:
    case Counts::Places: {
        core::CaseCount count{.when = static_cast<core::CaseWhen>(m_when->currentData().toInt()), .countsPlaces = what == Counts::Places, .scope = scope()};
        for (const std::string& key : m_conditions->keys())
            (key.starts_with('!') ? count.isNot : count.is) |= static_cast<std::uint32_t>(*core::caseIsFromKey(std::string_view(key).substr(key.starts_with('!') ? 1 : 0)));
        return count;
    }
    case Counts::Steps:
    case Counts::StepQuantity: {
        core::StepCount count;
        for (const std::string& key : m_steps->keys())
            count.kinds.push_back(*core::stepKindFromKey(key));
        if (const int result = m_result->currentData().toInt(); result != 0)
            count.result = static_cast<core::StepResult>(result);
        if (const int reply = m_reply->currentData().toInt(); reply != 0)
            count.isReply = reply == 2;
        count.urging = m_urging->currentData().toString().toStdString();
        if (what == Counts::StepQuantity)
            count.quantityOf = of;
        count.scope = scope();
        return count;
    }
    case Counts::Sum:
        return core::FigureSum{m_parts->keys()};
    case Counts::Rate:
        return core::FigureRate{m_numerator->currentData().toString().toStdString(), m_denominator->currentData().toString().toStdString(), m_inverse->isChecked()};
    default:
        break;
    }
    core::ActivityCount count{.kinds = m_kinds->keys(), .chapters = m_chapters->keys()};
    count.measure = what == Counts::Activities         ? core::ActivityMeasure::Entries
                    : what == Counts::ActivityQuantity ? core::ActivityMeasure::Quantity
                    : what == Counts::People           ? core::ActivityMeasure::People
                                                       : core::ActivityMeasure::Hours;
    if (what == Counts::ActivityQuantity)
        count.unit = of;
    count.scope = scope();
    return count;
}

void RuleFields::setRule(const Rule& rule) {
    Counts what = Counts::Cases;
    setScope({});
    for (KeyChoice* const choice : {m_conditions, m_steps, m_kinds, m_chapters, m_parts})
        choice->setKeys({});
    m_of->clear();
    m_numerator->clear();
    m_denominator->clear();
    for (const KeyChoice::Entry& entry : numbers())
        for (QComboBox* const box : {m_numerator, m_denominator})
            box->addItem(entry.label, QString::fromStdString(entry.key));
    if (const auto* cases = std::get_if<core::CaseCount>(&rule)) {
        what = cases->countsPlaces ? Counts::Places : Counts::Cases;
        choose(*m_when, static_cast<int>(cases->when));
        m_conditions->setKeys(conditionKeys(*cases));
        setScope(cases->scope);
    } else if (const auto* counted = std::get_if<core::StepCount>(&rule)) {
        what = counted->quantityOf ? Counts::StepQuantity : Counts::Steps;
        std::vector<std::string> kinds;
        for (const core::StepKind kind : counted->kinds)
            kinds.emplace_back(core::stepKindKey(kind));
        m_steps->setKeys(std::move(kinds));
        choose(*m_result, counted->result ? static_cast<int>(*counted->result) : 0);
        choose(*m_reply, !counted->isReply ? 0 : *counted->isReply ? 2 : 1);
        choose(*m_urging, QString::fromStdString(counted->urging));
        m_of->setText(QString::fromStdString(counted->quantityOf.value_or(std::string())));
        setScope(counted->scope);
    } else if (const auto* work = std::get_if<core::ActivityCount>(&rule)) {
        constexpr std::array Measures = {Counts::Activities, Counts::ActivityQuantity, Counts::People, Counts::Hours};
        what = Measures[static_cast<std::size_t>(work->measure)];
        m_kinds->setKeys(work->kinds);
        m_chapters->setKeys(work->chapters);
        m_of->setText(QString::fromStdString(work->unit));
        setScope(work->scope);
    } else if (const auto* sum = std::get_if<core::FigureSum>(&rule)) {
        what = Counts::Sum;
        m_parts->setKeys(sum->parts);
    } else if (const auto* rate = std::get_if<core::FigureRate>(&rule)) {
        what = Counts::Rate;
        choose(*m_numerator, QString::fromStdString(rate->numerator));
        choose(*m_denominator, QString::fromStdString(rate->denominator));
        m_inverse->setChecked(rate->isInverse);
    }
    choose(*m_counts, static_cast<int>(what));
    showFields();
}

} // namespace gridwarden::app
