// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inbox/proposal_view.h"

#include "app/cases/case_labels.h"
#include "app/cases/duplicate_list.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/cases/source_field_text.h"
#include "app/inbox/proposal_list.h"
#include "app/text/message_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

ProposalView::ProposalView(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_title(makeLabel({}, TextSize::Heading, /*isMuted=*/false, this)),
      m_problems(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)), m_photos(new PhotoStrip(workspace, /*isEditable=*/false, this)),
      m_duplicates(new DuplicateList(workspace, this)) {
    setObjectName(QStringLiteral("proposal"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Gap, Gap, Gap, Gap);
    column->setSpacing(Gap);
    m_title->setObjectName(QStringLiteral("proposalTitle"));
    m_problems->setObjectName(QStringLiteral("problems"));
    for (QLabel* const label : {m_title, m_problems}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    setTextColour(m_problems, lampTextColour(core::Lamp::Yellow, palette()));
    m_problems->hide();
    m_photos->hide();
    column->addWidget(m_photos);
    column->addWidget(m_duplicates);
    column->addStretch();
}

void ProposalView::say(const QString& sentence) {
    m_digest.clear();
    display({.title = sentence, .isSentence = true, .lines = {}, .problems = {}, .photos = {}, .near = {}, .place = {}}, {});
}

void ProposalView::show(const gis::Proposal& proposal) {
    if (m_workspace.isBusy() && proposal.digest == m_digest)
        return; // hints cannot be looked up meanwhile; those that are shown stay
    m_digest = proposal.digest;
    display(contentOf(proposal), proposal.draft.photos);
}

ProposalView::Content ProposalView::contentOf(const gis::Proposal& proposal) const {
    core::District& district = *m_workspace.district();
    const core::CaseDraft& draft = proposal.draft;
    Content content;
    const auto add = [&content](const QString& name, const QString& value, const QString& objectName = {}) {
        if (!value.isEmpty())
            content.lines.push_back({name, value, objectName});
    };
    const bool hasCategory = !draft.category.isNull() || !proposal.categoryText.empty();
    content.title = hasCategory ? categoryLabel(district.categories(), draft.category, proposal.categoryText) : tr("No category");
    add(tr("From"), QString::fromStdString(proposal.file) + (proposal.place.empty() ? QString() : QStringLiteral(" · ") + inboxPlaceText(proposal.place)));
    add(tr("Number there"), QString::fromStdString(proposal.number));
    add(tr("Description"), QString::fromStdString(draft.description));
    add(tr("Time"), draft.time ? fullTime(*draft.time, district.timeZone()) : QString());
    add(tr("Address"), QString::fromStdString(draft.address));
    if (draft.place && !m_workspace.isBusy()) {
        const core::Moment time = draft.time.value_or(core::now());
        if (const auto preview = core::previewCase(district, draft.place, draft.category, time)) {
            add(tr("Grid"), areaTrail(district.areas(), preview->grid, district.timeZone().day(time)), QStringLiteral("grid"));
            content.near = preview->duplicates;
            content.place = *draft.place;
        }
    }
    const core::CaseSource* const source = core::findSource(district.sources(), draft.source);
    add(tr("Source"), draft.source.empty() ? QString() : sourceName(district, draft.source));
    if (source != nullptr)
        for (const FieldLine& line : fieldLines(source->fields, draft.fields, district.timeZone()))
            add(line.name, line.value);
    if (draft.quantity)
        add(tr("Quantity"), quantityText(*draft.quantity, draft.unit));
    QStringList contact = {QString::fromStdString(draft.contact.reporter), QString::fromStdString(draft.contact.phone)};
    contact.removeAll(QString());
    add(tr("Reporter"), contact.join(QStringLiteral(" · ")));
    content.problems = problemsOf(proposal);
    for (const core::PhotoDraft& photo : draft.photos)
        content.photos.push_back(photo.file);
    return content;
}

QString ProposalView::problemsOf(const gis::Proposal& proposal) const {
    QStringList problems;
    const auto why = gis::whyNotAcceptable(proposal, m_workspace.district()->sources(), m_workspace.district()->timeZone());
    if (why && std::find(proposal.problems.begin(), proposal.problems.end(), *why) == proposal.problems.end())
        problems << text(*why);
    for (const core::Message& problem : proposal.problems)
        problems << text(problem);
    return problems.join(QLatin1Char('\n'));
}

void ProposalView::display(Content content, const std::vector<core::PhotoDraft>& photos) {
    if (content == m_content)
        return;
    const Content before = std::exchange(m_content, std::move(content));
    m_title->setFont(sized(m_title->font(), m_content.isSentence ? TextSize::Body : TextSize::Heading));
    m_title->setText(m_content.title);
    if (m_content.lines != before.lines)
        displayLines();
    m_problems->setText(m_content.problems);
    m_problems->setVisible(!m_content.problems.isEmpty());
    if (m_content.photos != before.photos) {
        m_photos->setFiles(photos);
        m_photos->setVisible(!photos.empty());
    }
    m_duplicates->setCases(m_content.near, m_content.place);
}

void ProposalView::displayLines() {
    delete m_facts;
    m_facts = new QWidget(this);
    auto* const rows = new QGridLayout(m_facts);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(SmallGap);
    rows->setColumnStretch(1, 1);
    for (const Line& line : m_content.lines) {
        const int row = rows->rowCount();
        rows->addWidget(makeLabel(line.name, TextSize::Body, /*isMuted=*/true, m_facts), row, 0, Qt::AlignTop | Qt::AlignLeft);
        auto* const words = makeLabel(line.value, TextSize::Body, /*isMuted=*/false, m_facts);
        words->setObjectName(line.objectName);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        rows->addWidget(words, row, 1, Qt::AlignTop);
    }
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, m_facts);
    m_facts->show();
}

core::CaseId ProposalView::duplicate() const {
    const core::CaseId chosen = m_duplicates->chosen();
    return chosen.isNull() && !m_content.near.empty() ? m_content.near.front() : chosen;
}

} // namespace gridwarden::app
