// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/field_names.h"

#include <QStringList>
#include <algorithm>

namespace gridwarden::app {

QString joinedFields(const std::vector<std::string>& fields) {
    QStringList names;
    for (const std::string& field : fields)
        names << QString::fromStdString(field);
    return names.join(QStringLiteral(" + "));
}

std::vector<std::string> fieldsNamed(const QString& text, const std::vector<std::string>& known) {
    const std::string whole = text.trimmed().toStdString();
    if (whole.empty())
        return {};
    if (std::find(known.begin(), known.end(), whole) != known.end())
        return {whole};
    std::vector<std::string> fields;
    for (const QString& part : text.split(QLatin1Char('+')))
        if (const QString name = part.trimmed(); !name.isEmpty())
            fields.push_back(name.toStdString());
    return fields;
}

} // namespace gridwarden::app
