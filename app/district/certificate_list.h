// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates of one person as they are being edited: a row with kind, first and last day for each.
#pragma once

#include "core/base/result.h"
#include "core/district/certificates.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace gridwarden::app {

class DayField;

class CertificateList : public QWidget {
    Q_OBJECT
public:
    explicit CertificateList(QWidget* parent);
    void setCertificates(const std::vector<core::Certificate>& certificates);
    /// Rows without a kind count as incomplete. Errors: BadInput "certificate-incomplete", "day-unreadable" {text}.
    [[nodiscard]] core::Result<std::vector<core::Certificate>> certificates() const;

signals:
    void edited();

private:
    struct Row {
        core::CertificateId id;
        QWidget* widget;
        QComboBox* kind;
        DayField* from;
        DayField* to;
    };
    void add(const core::Certificate& certificate);
    void remove(const QWidget* widget);
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
};

} // namespace gridwarden::app
