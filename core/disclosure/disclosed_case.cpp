// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/disclosed_case.h"

#include "core/cases/contact.h"
#include "core/store/district_summary.h"

#include <limits>

namespace gridwarden::core {

Result<CaseDisclosure> CaseDisclosure::begin(DisclosureRules rules, DisclosureContext context, Moment asOf, Connection& connection, const UnsealKey* key) {
    CaseDisclosure begun;
    begun.m_context = std::move(context);
    begun.m_account.district = begun.m_context.district;
    begun.m_account.rules = std::move(rules);
    begun.m_account.asOf = asOf;
    const auto head = journalHead(connection);
    if (!head)
        return fail(head);
    begun.m_account.head = head->hash;
    if (auto read = begun.readPlaceRules(); !read)
        return fail(read);
    if (auto read = begun.readNames(connection, key); !read)
        return fail(read);
    const auto today = std::chrono::year_month_day(begun.m_context.zone.day(now()));
    begun.m_search = {begun.m_names.get(), begun.m_account.rules.maskHouseNumbers, static_cast<int>(today.year())};
    return begun;
}

Result<void> CaseDisclosure::readPlaceRules() {
    for (const CategoryPlaceRule& rule : m_account.rules.placesByCategory)
        for (const std::string& key : rule.categories) {
            const Category* const category = m_context.categories->find(key);
            if (category == nullptr)
                return fail(ErrorCode::NotFound, {"category-unknown", {key}}, key);
            for (const CategoryId id : m_context.categories->withAllBelow(category->id))
                m_placeOfCategory.emplace(id.value(), rule.place); // the first rule holds
        }
    return {};
}

Result<void> CaseDisclosure::readNames(Connection& connection, const UnsealKey* key) {
    m_names = std::make_shared<KnownNames>(m_account.rules.noNames);
    CaseId after(std::numeric_limits<std::int64_t>::min());
    for (;;) { // in pages, so that no commit is held up
        const auto page = connection.rows("SELECT case_id, reporter, phone, sealed FROM case_contact WHERE case_id > ? ORDER BY case_id LIMIT 1000", {after},
                                          [](const Row& row) {
                                              return StoredContact{row.id<CaseId>(0), {row.text(1), row.text(2)}, row.isNull(3) ? std::string() : row.blob(3)};
                                          });
        if (!page)
            return fail(page);
        if (page->empty())
            break;
        for (const StoredContact& stored : *page) {
            after = stored.id;
            if (stored.isSealed() && key == nullptr) {
                ++m_account.sealedContacts;
                continue;
            }
            const auto contact = stored.isSealed() ? openContact(stored, *key) : Result<Contact>(stored.plain);
            if (!contact)
                return fail(contact);
            m_names->addName(contact->reporter);
            m_names->addTelephone(contact->phone);
        }
    }
    for (const Person& person : m_context.people->people()) {
        m_names->addTelephone(person.phone);
        if (m_account.rules.people != PeopleShown::Names)
            m_names->addName(person.name);
    }
    return {};
}

std::string CaseDisclosure::masked(const std::string& text) { return maskedText(text, m_search, m_account.masked); }

std::optional<Moment> CaseDisclosure::told(std::int64_t time) const {
    if (time == 0)
        return std::nullopt;
    const Moment moment{seconds(time)};
    return m_account.rules.times == TimesShown::Days ? m_context.zone.start(m_context.zone.day(moment)) : moment;
}

std::optional<GeoPoint> CaseDisclosure::placeOf(const CaseFact& fact) {
    if (!fact.hasPlace())
        return std::nullopt;
    const auto other = m_placeOfCategory.find(fact.category.value());
    const PlaceRule& rule = other == m_placeOfCategory.end() ? m_account.rules.places : other->second;
    const GeoPoint exact{fact.longitude, fact.latitude};
    std::optional<GeoPoint> told;
    switch (rule.how) {
    case PlaceRule::How::Exact:
        ++m_account.placesExact;
        return exact;
    case PlaceRule::How::Lattice:
        ++m_account.placesLattice;
        return PlaceLattice(rule.metres).centre(exact);
    case PlaceRule::How::Grid:
        if (const Area* const grid = fact.grid.isNull() ? nullptr : m_context.areas->find(fact.grid))
            told = labelPoint(grid->shape);
        break;
    case PlaceRule::How::None:
        break;
    }
    ++(told ? m_account.placesGrid : m_account.placesLeftOut);
    return told;
}

void CaseDisclosure::takePerson(const CaseFact& fact, DisclosedCase& disclosed) {
    disclosed.organisation = fact.organisation;
    const Person* const person = fact.person.isNull() ? nullptr : m_context.people->find(fact.person);
    if (person == nullptr)
        return;
    ++m_account.handlers;
    if (disclosed.organisation.isNull())
        disclosed.organisation = person->organisation;
    switch (m_account.rules.people) {
    case PeopleShown::Names:
        disclosed.person = person->name;
        break;
    case PeopleShown::Codes:
        disclosed.person = person->code;
        break;
    case PeopleShown::Roles:
        disclosed.roles = person->roles;
        break;
    case PeopleShown::Nobody:
        break;
    }
}

DisclosedCase CaseDisclosure::disclosed(const CaseFact& fact, const CaseText& text) {
    DisclosedCase disclosed;
    const DisclosureRules& rules = m_account.rules;
    disclosed.number = text.number;
    disclosed.state = fact.stateAt(m_account.asOf);
    disclosed.category = fact.category;
    disclosed.categoryText = masked(text.categoryText);
    if (rules.descriptions == TextShown::Masked)
        disclosed.description = masked(text.description);
    else if (!text.description.empty())
        ++m_account.descriptions;
    if (rules.addresses == TextShown::Masked)
        disclosed.address = masked(text.address);
    else if (!text.address.empty())
        ++m_account.addresses;
    disclosed.grid = fact.grid;
    takePerson(fact, disclosed);
    disclosed.reported = told(fact.reported);
    disclosed.due = told(fact.due);
    disclosed.closed = told(fact.closed);
    disclosed.source = fact.source;
    disclosed.quantity = text.quantity;
    disclosed.unit = masked(text.unit);
    disclosed.place = placeOf(fact);
    return disclosed;
}

Result<void> CaseDisclosure::takeAttachments(CaseId id, DisclosedCase& disclosed, Connection& connection) {
    const auto contacts = connection.integer("SELECT count(*) FROM case_contact WHERE case_id = ?", {id});
    if (!contacts)
        return fail(contacts);
    m_account.contacts += *contacts;
    const auto attached = connection.rows("SELECT sha256, kind FROM photo WHERE case_id = ? ORDER BY id", {id},
                                          [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
    if (!attached)
        return fail(attached);
    for (const auto& [sha256, kind] : *attached) {
        if (kind == PaperKind) {
            ++m_account.papersLeftOut;
        } else if (m_account.rules.photos == PhotosShown::Pictures) {
            disclosed.pictures.push_back(sha256);
            ++m_account.pictures;
        } else {
            ++m_account.picturesLeftOut;
        }
    }
    return {};
}

Result<std::vector<DisclosedCase>> CaseDisclosure::take(const CaseFacts& facts, std::span<const std::uint32_t> rows, Connection& connection) {
    std::vector<CaseFact> chosen;
    std::vector<CaseId> ids;
    for (const std::uint32_t row : rows) {
        chosen.push_back(facts[row]);
        ids.push_back(chosen.back().id);
    }
    const auto texts = loadTexts(connection, ids);
    if (!texts)
        return fail(texts);
    std::vector<DisclosedCase> taken;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        taken.push_back(disclosed(chosen[i], (*texts)[i]));
        if (auto read = takeAttachments(ids[i], taken.back(), connection); !read)
            return fail(read);
        ++m_account.records;
    }
    return taken;
}

void CaseDisclosure::leaveOutPicture() {
    --m_account.pictures;
    ++m_account.picturesLeftOut;
}

} // namespace gridwarden::core
