// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_rules_dialog.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/district/hours_text.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr const char* Roles[] = {"collector", "registrar", "shift_leader",  "dispatcher", "handler",     "evaluator",
                                 "leader",    "officer",   "administrator", "auxiliary",  "street_chief"};
constexpr const char* Certificates[] = {"enforcement", "auxiliary"};

/// The key of a word, or the text where it is none.
template <std::size_t N> std::string keyOf(const char* group, const char* const (&keys)[N], const QString& text) {
    for (const char* const key : keys)
        if (word(group, key).compare(text, Qt::CaseInsensitive) == 0)
            return key;
    return text.toStdString();
}

QStringList linesOf(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

} // namespace

QString serviceText(const std::vector<core::ServiceHours>& service) {
    QStringList lines;
    for (const core::ServiceHours& each : service) {
        QString line = QString::fromStdString(core::weekdaysCode(each.hours.weekdays)) + QLatin1Char(' ') +
                       minuteText(each.hours.startMinute) + QLatin1Char('-') + minuteText(each.hours.endMinute);
        for (const std::string& more : {each.area, each.post})
            if (!more.empty())
                line += QLatin1Char(' ') + QString::fromStdString(more);
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

core::Result<std::vector<core::ServiceHours>> serviceFromText(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral(
        "^(.*?)\\s*(\\d{1,2}[:：]\\d{2})\\s*[-–—~至到]\\s*(\\d{1,2}[:：]\\d{2})(?:\\s+(\\S+)(?:\\s+(\\S.*))?)?$"));
    std::vector<core::ServiceHours> all;
    for (const QString& line : linesOf(text)) {
        const QRegularExpressionMatch match = pattern.match(line);
        const auto weekdays = core::weekdaysFromText(match.captured(1).toStdString());
        const auto start = core::clockFromText(match.captured(2).toStdString());
        const auto end = core::clockFromText(match.captured(3).toStdString());
        if (!match.hasMatch() || !weekdays || !start || !end)
            return core::fail(core::ErrorCode::BadInput, {"service-hours-unreadable", {line.toStdString()}});
        all.push_back({{*weekdays, *start, *end}, match.captured(4).toStdString(), match.captured(5).toStdString()});
    }
    return all;
}

QString certificatesText(const std::vector<core::CertificateRule>& certificates) {
    QStringList lines;
    for (const core::CertificateRule& rule : certificates)
        lines << word("roles", rule.role) + QStringLiteral(": ") + word("certificate_kinds", rule.kind);
    return lines.join(QLatin1Char('\n'));
}

core::Result<std::vector<core::CertificateRule>> certificatesFromText(const QString& text) {
    static const QRegularExpression colon(QStringLiteral("\\s*[:：]\\s*"));
    std::vector<core::CertificateRule> all;
    for (const QString& line : linesOf(text)) {
        const QStringList parts = line.split(colon);
        if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
            return core::fail(core::ErrorCode::BadInput, {"certificate-rule-unreadable", {line.toStdString()}});
        all.push_back({keyOf("roles", Roles, parts[0]), keyOf("certificate_kinds", Certificates, parts[1])});
    }
    return all;
}

DutyRulesDialog::DutyRulesDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_service(new QPlainTextEdit(this)), m_shift(new QDoubleSpinBox(this)),
      m_week(new QDoubleSpinBox(this)), m_round(new QSpinBox(this)), m_certificates(new QPlainTextEdit(this)),
      m_fault(new QLabel(this)) {
    setObjectName(QStringLiteral("dutyRulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rules of duties"));
    m_service->setObjectName(QStringLiteral("service"));
    m_certificates->setObjectName(QStringLiteral("certificateRules"));
    for (QPlainTextEdit* const text : {m_service, m_certificates})
        text->setFixedHeight(fontMetrics().height() * 5);
    m_shift->setObjectName(QStringLiteral("longestShift"));
    m_shift->setRange(0, 48);
    m_week->setObjectName(QStringLiteral("longestWeek"));
    m_week->setRange(0, 168);
    for (QDoubleSpinBox* const hours : {m_shift, m_week}) {
        hours->setDecimals(1);
        hours->setSuffix(tr(" h"));
        hours->setSpecialValueText(tr("no limit"));
    }
    m_round->setObjectName(QStringLiteral("largestRound"));
    m_round->setRange(0, 1000);
    m_round->setSpecialValueText(tr("no limit"));
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* const buttons = new QDialogButtonBox(
        QDialogButtonBox::Save | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    for (const auto& [standard, name] :
         {std::pair(QDialogButtonBox::Save, "save"), std::pair(QDialogButtonBox::RestoreDefaults, "shipped")})
        buttons->button(standard)->setObjectName(QLatin1String(name));
    auto* const form = new QFormLayout;
    form->addRow(tr("Hours to be covered"), m_service);
    form->addRow(QString(), makeNote(tr("One in a line: 1-5 07:00-19:00 for every area; with a code behind, for that "
                                        "area; with a guard post behind it, for that post."),
                                     this));
    form->addRow(tr("Longest shift"), m_shift);
    form->addRow(tr("Longest week"), m_week);
    form->addRow(tr("Areas in one round"), m_round);
    form->addRow(
        QString(),
        makeNote(tr("Duties of one person with the same responsibility and hours are one round through their areas."),
                 this));
    form->addRow(tr("Certificates"), m_certificates);
    form->addRow(QString(), makeNote(tr("One in a line, role: certificate."), this));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addLayout(form);
    column->addWidget(m_fault);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DutyRulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DutyRulesDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        if (const auto shipped = core::dutyRulesOf({}))
            fill(*shipped);
    });
    connect(&workspace, &Workspace::districtClosing, this, &DutyRulesDialog::reject);
    const auto rules = core::dutyRulesOf(workspace.district()->setting("duty_rules"));
    fill(rules.value_or(core::DutyRules()));
    resize(560, sizeHint().height());
}

void DutyRulesDialog::fill(const core::DutyRules& rules) {
    m_service->setPlainText(serviceText(rules.service));
    m_shift->setValue(rules.longestShift.value_or(0) / 60.0);
    m_week->setValue(rules.longestWeek.value_or(0) / 60.0);
    m_round->setValue(rules.largestRound.value_or(0));
    m_certificates->setPlainText(certificatesText(rules.certificates));
}

core::Result<core::DutyRules> DutyRulesDialog::entered() const {
    core::DutyRules rules;
    auto service = serviceFromText(m_service->toPlainText());
    if (!service)
        return core::fail(service);
    rules.service = std::move(*service);
    auto certificates = certificatesFromText(m_certificates->toPlainText());
    if (!certificates)
        return core::fail(certificates);
    rules.certificates = std::move(*certificates);
    const auto minutes = [](double hours) {
        return hours > 0 ? std::optional(static_cast<int>(std::lround(hours * 60))) : std::nullopt;
    };
    rules.longestShift = minutes(m_shift->value());
    rules.longestWeek = minutes(m_week->value());
    if (m_round->value() > 0)
        rules.largestRound = m_round->value();
    return rules;
}

void DutyRulesDialog::accept() {
    const auto rules = entered();
    if (!rules) {
        m_fault->setText(text(rules.error()));
        m_fault->show();
        return;
    }
    if (m_workspace.change({"edit-duty-rules", {}}, [&](core::Change& change) {
            return core::saveSetting(change, "duty_rules", core::dutyRulesText(*rules));
        }))
        QDialog::accept();
}

} // namespace gridwarden::app
