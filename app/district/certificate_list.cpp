// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/certificate_list.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/base/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr const char* Kinds[] = {"enforcement", "auxiliary"};

/// The key of a shipped kind, else the bureau's own word.
std::string kindFrom(const QString& text) {
    for (const char* const kind : Kinds)
        if (word("certificate_kinds", kind) == text.trimmed())
            return kind;
    return std::string(core::trimmed(text.toStdString()));
}

} // namespace

CertificateList::CertificateList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("certificates"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto* const addButton = new QPushButton(icon(QLatin1String("plus")), tr("Add a certificate"), this);
    addButton->setObjectName(QStringLiteral("addCertificate"));
    m_column->addWidget(addButton, 0, Qt::AlignLeft);
    connect(addButton, &QPushButton::clicked, this, [this] {
        add({});
        m_rows.back().kind->setFocus();
        emit edited();
    });
}

void CertificateList::setCertificates(const std::vector<core::Certificate>& certificates) {
    while (!m_rows.empty())
        remove(m_rows.back().widget);
    for (const core::Certificate& certificate : certificates)
        add(certificate);
}

core::Result<std::vector<core::Certificate>> CertificateList::certificates() const {
    std::vector<core::Certificate> all;
    for (const Row& row : m_rows) {
        const auto from = row.from->day();
        const auto to = row.to->day();
        if (!from || !to)
            return core::fail(from ? to : from);
        all.push_back({row.id, {}, kindFrom(row.kind->currentText()), *from, *to});
        if (all.back().kind.empty())
            return core::fail(core::ErrorCode::BadInput, {"certificate-incomplete", {}});
    }
    return all;
}

void CertificateList::add(const core::Certificate& certificate) {
    const QString number = QString::number(m_rows.size());
    auto* const widget = new QWidget(this);
    auto* const kind = new QComboBox(widget);
    kind->setObjectName(u"certificateKind" + number);
    kind->setEditable(true);
    kind->setInsertPolicy(QComboBox::NoInsert);
    kind->setMinimumContentsLength(8);
    kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const char* const known : Kinds)
        kind->addItem(word("certificate_kinds", known));
    kind->setCurrentText(certificate.kind.empty() ? QString() : word("certificate_kinds", certificate.kind));
    auto* const from = new DayField(u"certificateFrom" + number, tr("since ever"), widget);
    auto* const to = new DayField(u"certificateTo" + number, tr("open"), widget);
    from->setDay(certificate.from);
    to->setDay(certificate.to);
    auto* const removeButton = new QToolButton(widget);
    removeButton->setObjectName(u"removeCertificate" + number);
    removeButton->setIcon(icon(QLatin1String("trash-2")));
    removeButton->setToolTip(tr("Remove this certificate"));
    removeButton->setAutoRaise(true);
    auto* const rows = new QVBoxLayout(widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    auto* const above = new QHBoxLayout;
    above->addWidget(kind, 1);
    above->addWidget(removeButton);
    auto* const days = new QHBoxLayout;
    days->addWidget(from);
    days->addWidget(new QLabel(QStringLiteral("–"), widget));
    days->addWidget(to);
    days->addStretch();
    rows->addLayout(above);
    rows->addLayout(days);
    m_column->insertWidget(static_cast<int>(m_rows.size()), widget);
    m_rows.push_back({certificate.id, widget, kind, from, to});
    connect(kind, &QComboBox::currentTextChanged, this, &CertificateList::edited);
    connect(from, &QLineEdit::textChanged, this, &CertificateList::edited);
    connect(to, &QLineEdit::textChanged, this, &CertificateList::edited);
    connect(removeButton, &QToolButton::clicked, this, [this, widget] {
        remove(widget);
        emit edited();
    });
}

void CertificateList::remove(const QWidget* widget) {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.widget == widget; });
    found->widget->hide();
    found->widget->deleteLater();
    m_rows.erase(found);
}

} // namespace gridwarden::app
