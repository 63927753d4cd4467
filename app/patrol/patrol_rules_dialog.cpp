// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patrol/patrol_rules_dialog.h"

#include "app/cases/panel_text.h"
#include "app/text/message_text.h"
#include "core/base/words.h"
#include "core/patrol_actions.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>
#include <cmath>
#include <set>

namespace gridwarden::app {

namespace {

constexpr int MostPasses = 1440;
constexpr double Hundred = 100;

/// Those that roads of the district have, and those that have a rule already.
std::set<std::string> gradesOf(const core::District& district, const core::PatrolRules& rules) {
    std::set<std::string> grades;
    for (const auto& [grade, passes] : rules.passes)
        grades.insert(grade);
    for (const core::Area* const road : district.areas().ofKind(core::AreaKind::Road))
        if (!road->grade.empty())
            grades.insert(road->grade);
    return grades;
}

} // namespace

PatrolRulesDialog::PatrolRulesDialog(Workspace& workspace, core::PatrolRules rules, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_rules(std::move(rules)), m_share(new QSpinBox(this)) {
    setObjectName(QStringLiteral("patrolRulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How often roads have to be passed"));
    auto* const form = new QFormLayout;
    for (const std::string& grade : gradesOf(*workspace.district(), m_rules)) {
        auto* const passes = new QSpinBox(this);
        passes->setObjectName(QStringLiteral("passes_") + QString::fromStdString(grade));
        passes->setRange(0, MostPasses);
        passes->setSpecialValueText(tr("not required"));
        passes->setSuffix(tr(" a day"));
        passes->setValue(m_rules.required(grade));
        form->addRow(word("road_grades", grade), passes);
        m_passes[grade] = passes;
    }
    m_share->setObjectName(QStringLiteral("patrolShare"));
    m_share->setRange(1, 100);
    m_share->setSuffix(QStringLiteral(" %"));
    m_share->setValue(static_cast<int>(std::lround(m_rules.share * Hundred)));
    form->addRow(tr("Part of a road that has to be passed"), m_share);
    auto* const note = new QLabel(tr("A road counts as passed once when so much of its length was passed, in either "
                                     "direction. Grades are given to roads in the editor of areas."),
                                  this);
    note->setWordWrap(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    auto* const rows = new QVBoxLayout(this);
    rows->setSpacing(Gap);
    rows->addWidget(note);
    rows->addLayout(form);
    rows->addStretch();
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PatrolRulesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
}

void PatrolRulesDialog::save() {
    for (const auto& [grade, passes] : m_passes) {
        m_rules.passes.erase(grade);
        if (passes->value() > 0)
            m_rules.passes[grade] = passes->value();
    }
    if (m_share->value() != std::lround(m_rules.share * Hundred))
        m_rules.share = m_share->value() / Hundred;
    if (m_workspace.change({"edit-patrol-rules", {}},
                           [rules = m_rules](core::Change& change) { return core::savePatrolRules(change, rules); }))
        accept();
}

void editPatrolRules(Workspace& workspace, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto rules = core::patrolRules(*workspace.district());
    if (!rules) {
        workspace.notifyFault(rules.error());
        return;
    }
    (new PatrolRulesDialog(workspace, std::move(*rules), parent))->open();
}

} // namespace gridwarden::app
