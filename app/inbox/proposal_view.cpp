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
      m_problems(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)), m_photos(new PhotoStrip(/*isEditable=*/false, this)),
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
    column->addWidget(m_photos);
    column->addWidget(m_duplicates);
    column->addStretch();
    clear();
}

void ProposalView::clear() {
    delete m_facts;
    m_facts = new QWidget(this);
    m_rows = new QGridLayout(m_facts);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(SmallGap);
    m_rows->setColumnStretch(1, 1);
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, m_facts);
    m_facts->show();
    m_title->clear();
    m_problems->hide();
    m_photos->clear();
    m_photos->hide();
    m_near.clear();
    m_duplicates->setCases({}, {});
}

void ProposalView::say(const QString& sentence) {
    clear();
    m_title->setFont(sized(m_title->font(), TextSize::Body));
    m_title->setText(sentence);
}

void ProposalView::addRow(const QString& name, const QString& value, const char* objectName) {
    if (value.isEmpty())
        return;
    const int row = m_rows->rowCount();
    m_rows->addWidget(makeLabel(name, TextSize::Body, /*isMuted=*/true, m_facts), row, 0, Qt::AlignTop | Qt::AlignLeft);
    auto* const words = makeLabel(value, TextSize::Body, /*isMuted=*/false, m_facts);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (objectName != nullptr)
        words->setObjectName(QLatin1String(objectName));
    m_rows->addWidget(words, row, 1, Qt::AlignTop);
}

void ProposalView::show(const gis::Proposal& proposal) {
    clear();
    const core::District& district = *m_workspace.district();
    const core::CaseDraft& draft = proposal.draft;
    m_title->setFont(sized(m_title->font(), TextSize::Heading));
    const bool hasCategory = !draft.category.isNull() || !proposal.categoryText.empty();
    m_title->setText(hasCategory ? categoryLabel(district.categories(), draft.category, proposal.categoryText) : tr("No category"));
    addRow(tr("From"), QString::fromStdString(proposal.file) +
                           (proposal.place.empty() ? QString() : QStringLiteral(" · ") + inboxPlaceText(proposal.place)));
    addRow(tr("Number there"), QString::fromStdString(proposal.number));
    addRow(tr("Description"), QString::fromStdString(draft.description));
    addRow(tr("Time"), draft.time ? fullTime(*draft.time, district.timeZone()) : QString());
    addRow(tr("Address"), QString::fromStdString(draft.address));
    addHints(proposal);
    const core::CaseSource* const source = core::findSource(district.sources(), draft.source);
    addRow(tr("Source"), draft.source.empty() ? QString() : sourceName(district, draft.source));
    if (source != nullptr)
        for (const FieldLine& line : fieldLines(source->fields, draft.fields, district.timeZone()))
            addRow(line.name, line.value);
    if (draft.quantity)
        addRow(tr("Quantity"), quantityText(*draft.quantity, draft.unit));
    QStringList contact = {QString::fromStdString(draft.contact.reporter), QString::fromStdString(draft.contact.phone)};
    contact.removeAll(QString());
    addRow(tr("Reporter"), contact.join(QStringLiteral(" · ")));
    addProblems(proposal);
    std::vector<core::Photo> photos;
    for (const core::PhotoDraft& draftOfPhoto : draft.photos) {
        core::Photo& photo = photos.emplace_back();
        photo.name = draftOfPhoto.file.filename().string();
        photo.sha256 = photo.name; // under which it lies in its folder
        photo.taken = draftOfPhoto.taken;
        photo.thumbnail = draftOfPhoto.thumbnail;
    }
    m_photos->setTimeZone(district.timeZone());
    if (!photos.empty())
        m_photos->setPhotos(photos, draft.photos.front().file.parent_path());
    m_photos->setVisible(!photos.empty());
}

void ProposalView::addHints(const gis::Proposal& proposal) {
    if (!proposal.draft.place || m_workspace.isBusy())
        return;
    core::District& district = *m_workspace.district();
    const core::Moment time = proposal.draft.time.value_or(core::now());
    const auto preview = core::previewCase(district, proposal.draft.place, proposal.draft.category, time);
    if (!preview)
        return;
    addRow(tr("Grid"), areaTrail(district.areas(), preview->grid, district.timeZone().day(time)), "grid");
    m_near = preview->duplicates;
    m_duplicates->setCases(m_near, *proposal.draft.place);
}

void ProposalView::addProblems(const gis::Proposal& proposal) {
    QStringList problems;
    const auto why = gis::whyNotAcceptable(proposal, m_workspace.district()->sources(), m_workspace.district()->timeZone());
    if (why && std::find(proposal.problems.begin(), proposal.problems.end(), *why) == proposal.problems.end())
        problems << text(*why);
    for (const core::Message& problem : proposal.problems)
        problems << text(problem);
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
}

core::CaseId ProposalView::duplicate() const {
    const core::CaseId chosen = m_duplicates->chosen();
    return chosen.isNull() && !m_near.empty() ? m_near.front() : chosen;
}

} // namespace gridwarden::app
