// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/disclosure_account.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

std::string text(std::int64_t number) { return std::to_string(number); }

void addTexts(std::vector<Message>& lines, const DisclosureAccount& account) {
    const std::array<Message, TraceKindCount> kinds = {Message{"disclosure-masked-identity", {}},    Message{"disclosure-masked-mobile", {}},
                                                       Message{"disclosure-masked-landline", {}},    Message{"disclosure-masked-plate", {}},
                                                       Message{"disclosure-masked-email", {}},       Message{"disclosure-masked-name", {}},
                                                       Message{"disclosure-masked-house-number", {}}};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        if (account.masked.at(kind) > 0)
            lines.push_back({kinds.at(kind).key, {text(account.masked.at(kind))}});
    if (std::all_of(account.masked.begin(), account.masked.end(), [](std::int64_t count) { return count == 0; }))
        lines.push_back({"disclosure-masked-nothing", {}});
    if (account.descriptions > 0)
        lines.push_back({"disclosure-descriptions-left-out", {text(account.descriptions)}});
    if (account.addresses > 0)
        lines.push_back({"disclosure-addresses-left-out", {text(account.addresses)}});
    if (account.sealedContacts > 0)
        lines.push_back({"disclosure-names-sealed", {text(account.sealedContacts)}});
    if (account.rules.descriptions == TextShown::Masked || account.rules.addresses == TextShown::Masked)
        lines.push_back({"disclosure-read-texts", {}});
}

Message peopleLine(const DisclosureAccount& account) {
    switch (account.rules.people) {
    case PeopleShown::Names:
        return {"disclosure-people-names", {text(account.handlers)}};
    case PeopleShown::Codes:
        return {"disclosure-people-codes", {text(account.handlers)}};
    case PeopleShown::Roles:
        return {"disclosure-people-roles", {text(account.handlers)}};
    case PeopleShown::Nobody:
        break;
    }
    return {"disclosure-people-nobody", {text(account.handlers)}};
}

void addPlaces(std::vector<Message>& lines, const DisclosureAccount& account) {
    if (account.placesLattice > 0) {
        std::string sizes;
        const auto addSize = [&](const PlaceRule& rule) {
            const std::string size = text(static_cast<std::int64_t>(rule.metres));
            if (rule.how == PlaceRule::How::Lattice && sizes.find(size) == std::string::npos)
                sizes += (sizes.empty() ? "" : ", ") + size;
        };
        addSize(account.rules.places);
        for (const CategoryPlaceRule& each : account.rules.placesByCategory)
            addSize(each.place);
        lines.push_back({"disclosure-places-lattice", {text(account.placesLattice), sizes}});
    }
    if (account.placesGrid > 0)
        lines.push_back({"disclosure-places-grid", {text(account.placesGrid)}});
    if (account.placesLeftOut > 0)
        lines.push_back({"disclosure-places-left-out", {text(account.placesLeftOut)}});
    if (account.placesExact > 0)
        lines.push_back({"disclosure-places-exact", {text(account.placesExact)}});
}

void addPhotos(std::vector<Message>& lines, const DisclosureAccount& account) {
    if (account.pictures > 0)
        lines.push_back({"disclosure-pictures", {text(account.pictures)}});
    if (account.picturesLeftOut > 0)
        lines.push_back({"disclosure-pictures-left-out", {text(account.picturesLeftOut)}});
    if (account.papersLeftOut > 0)
        lines.push_back({"disclosure-papers-left-out", {text(account.papersLeftOut)}});
}

} // namespace

std::vector<Message> accountLines(const DisclosureAccount& account, const std::string& rulesName, const TimeZone& zone) {
    std::vector<Message> lines = {
        {"disclosure-of", {account.district, rulesName}}, {"disclosure-as-of", {localText(account.asOf, zone)}}, {"disclosure-head", {account.head}}};
    if (account.isCounts) {
        lines.push_back({"disclosure-counted", {text(account.records)}});
        if (account.rules.smallestCount == 0)
            lines.push_back({"disclosure-all-counts", {}});
        else
            lines.push_back({"disclosure-small-cells", {text(account.smallCells), text(account.rules.smallestCount), text(account.withheldCells)}});
        lines.push_back({"disclosure-other-tables", {}});
        return lines;
    }
    lines.push_back({"disclosure-records", {text(account.records)}});
    lines.push_back({"disclosure-contacts", {text(account.contacts)}});
    addTexts(lines, account);
    lines.push_back(peopleLine(account));
    addPlaces(lines, account);
    lines.push_back(account.rules.times == TimesShown::Days ? Message{"disclosure-times-days", {}} : Message{"disclosure-times-exact", {}});
    addPhotos(lines, account);
    return lines;
}

} // namespace gridwarden::core
