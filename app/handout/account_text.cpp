// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/account_text.h"

#include "app/text/message_text.h"

namespace gridwarden::app {

QString rulesName(const core::DisclosureRules& rules) { return QString::fromStdString(language() == core::Language::Chinese ? rules.name : rules.english); }

QStringList accountText(const core::DisclosureAccount& account, const core::TimeZone& zone) {
    QStringList lines;
    for (const core::Message& line : core::accountLines(account, rulesName(account.rules).toStdString(), zone))
        lines << text(line);
    return lines;
}

std::filesystem::path accountFileOf(const std::filesystem::path& target) {
    std::filesystem::path file = target;
    file += ".txt";
    return file;
}

core::Result<void> checkTarget(const std::filesystem::path& target, bool overwrite) {
    std::error_code problem;
    for (const std::filesystem::path& file : {target, accountFileOf(target)})
        if (!overwrite && std::filesystem::exists(file, problem))
            return core::fail(core::ErrorCode::Exists, {"file-exists", {file.string()}}, file.string());
    return {};
}

core::Result<void> nameWithAccount(const std::filesystem::path& target, const QStringList& account, bool overwrite,
                                   const std::function<core::Result<void>()>& name) {
    const std::filesystem::path file = accountFileOf(target);
    const QString text = account.join(QLatin1Char('\n')) + QLatin1Char('\n');
    if (auto written = core::writeDurably(file, text.toStdString(), overwrite); !written)
        return written;
    auto named = name();
    if (!named) {
        std::error_code problem;
        std::filesystem::remove(file, problem);
    }
    return named;
}

} // namespace gridwarden::app
