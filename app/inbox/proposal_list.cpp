// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inbox/proposal_list.h"

#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

#include <QCoreApplication>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProposalList)
};

QString titleOf(const gis::Proposal& proposal, const core::District& district) {
    QStringList parts;
    const QString category = categoryLabel(district.categories(), proposal.draft.category, proposal.categoryText);
    if (!proposal.draft.category.isNull() || !proposal.categoryText.empty())
        parts << category;
    if (!proposal.draft.description.empty())
        parts << QString::fromStdString(proposal.draft.description).simplified();
    if (parts.isEmpty())
        parts << (proposal.draft.photos.empty() ? Words::tr("without a word") : Words::tr("photo"));
    const QString title = parts.join(QStringLiteral(" · "));
    return gis::whyNotAcceptable(proposal, district.sources(), district.timeZone()) ? QStringLiteral("! ") + title : title;
}

QString remarkText(const gis::InboxRemark& remark) {
    const QString place = inboxPlaceText(remark.place);
    return place.isEmpty() ? text(remark.what) : Words::tr("%1: %2").arg(place, text(remark.what));
}

} // namespace

QString inboxPlaceText(const std::string& place) {
    if (place.empty())
        return {};
    const std::size_t colon = place.rfind(':');
    if (colon == std::string::npos)
        return Words::tr("row %1").arg(QString::fromStdString(place));
    return Words::tr("%1, row %2").arg(QString::fromStdString(place.substr(0, colon)), QString::fromStdString(place.substr(colon + 1)));
}

std::string digestOfKey(const QString& key) {
    return key.startsWith(QLatin1String("p:")) ? key.mid(2).toStdString() : std::string();
}

std::vector<Record> inboxRecords(const gis::InboxContent& content, const core::District& district) {
    std::map<std::string, std::pair<std::vector<Record>, int>> byFile; // what stands below each, and how many wait in it
    const auto keyOf = [](const std::string& file) -> QString { return QStringLiteral("f:") + QString::fromStdString(file); };
    const core::Moment now = core::now();
    for (const gis::Proposal& proposal : content.proposals) {
        auto& [records, count] = byFile[proposal.file];
        ++count;
        records.push_back({.key = QStringLiteral("p:") + QString::fromStdString(proposal.digest),
                           .parent = keyOf(proposal.file),
                           .cells = {titleOf(proposal, district), proposal.draft.time ? shortTime(*proposal.draft.time, district.timeZone(), now) : QString()},
                           .search = QString::fromStdString(proposal.draft.address)});
    }
    for (std::size_t i = 0; i < content.remarks.size(); ++i) {
        const gis::InboxRemark& remark = content.remarks[i];
        byFile[remark.file].first.push_back({.key = QStringLiteral("r:%1:").arg(i) + QString::fromStdString(remark.file),
                                             .parent = keyOf(remark.file),
                                             .cells = {remarkText(remark), QString()},
                                             .isQuiet = true});
    }
    for (const gis::InboxFile& file : content.files)
        if (file.isDecided && !byFile.contains(file.name))
            byFile[file.name] = {};
    std::vector<Record> all;
    for (auto& [file, below] : byFile) {
        const QString state = below.second > 0           ? QString::number(below.second)
                              : below.first.empty() ? Words::tr("decided")
                                                         : QString();
        all.push_back({.key = keyOf(file), .cells = {QString::fromStdString(file), state}, .isQuiet = below.second == 0});
        for (Record& record : below.first)
            all.push_back(std::move(record));
    }
    return all;
}

} // namespace gridwarden::app
