// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/subject_text.h"

namespace gridwarden::app {

QString subjectText(const core::EvaluationSubject& subject) {
    const QString name = QString::fromStdString(subject.name), code = QString::fromStdString(subject.code);
    return code.isEmpty() || code == name ? name : name.isEmpty() ? code : QString(code + u' ' + name);
}

} // namespace gridwarden::app
