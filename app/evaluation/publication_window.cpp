// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/publication_window.h"

#include "app/cases/case_labels.h"
#include "app/figures/period_text.h"
#include "app/figures/single_window.h"
#include "app/text/message_text.h"
#include "core/publication_check.h"
#include "core/summary/published_summary.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr int IdRole = Qt::UserRole;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PublicationWindow)
};

QString utf8(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString number(const std::optional<double>& value) { return value ? QString::number(*value, 'f', 2) : QStringLiteral("—"); }

QString standing(const std::optional<core::PublishedSubject>& subject) {
    if (!subject)
        return Words::tr("not there");
    const QString rank = subject->rank ? QString::number(*subject->rank) : QStringLiteral("—");
    return Words::tr("%1 points, rank %2").arg(number(subject->total), rank);
}

/// One line for each difference.
QStringList linesOf(const core::EvaluationComparison& comparison, const core::EvaluationScheme& scheme) {
    QStringList lines;
    for (const core::SubjectDifference& each : comparison.subjects)
        lines << Words::tr("<b>%1</b>: %2 → %3").arg(utf8(each.code + ' ' + each.name), standing(each.published), standing(each.now));
    for (const core::ItemDifference& each : comparison.items) {
        const core::SchemeItem* const item = scheme.item(each.item);
        lines << Words::tr("%1, %2: %3 → %4 (records %5 → %6)")
                     .arg(utf8(each.code + ' ' + each.name), utf8(item == nullptr ? each.item : item->nameIn(language())), number(each.published.score), number(each.now.score))
                     .arg(each.published.records)
                     .arg(each.now.records);
    }
    return lines;
}

QString section(const QString& title, const QStringList& lines) {
    if (lines.isEmpty())
        return u"<h4>" + title + u"</h4><p>✓ " + Words::tr("All numbers hold.") + u"</p>";
    return u"<h4>" + title + u"</h4><ul><li>" + lines.join(QStringLiteral("</li><li>")) + u"</li></ul>";
}

core::Result<QString> comparedEvaluation(core::District& district, const core::Publication& publication, const std::function<bool()>& goesOn) {
    const auto published = core::evaluationFromText(publication.content);
    if (!published)
        return core::fail(published);
    QString html;
    for (const auto& [title, asOf] : {std::pair(Words::tr("As of %1, by the records of now").arg(fullTime(published->asOf, district.timeZone())), std::optional(published->asOf)),
                                      {Words::tr("As of now"), std::optional<core::Moment>()}}) {
        const auto comparison = core::comparedAgain(district, *published, asOf, goesOn);
        if (!comparison)
            return core::fail(comparison);
        html += section(title, linesOf(*comparison, published->scheme));
    }
    return html;
}

core::Result<QString> comparedSummary(core::District& district, const core::Publication& publication, const std::function<bool()>& goesOn) {
    const auto published = core::summaryFromText(publication.content);
    if (!published)
        return core::fail(published);
    const auto checks = core::checkedAgain(district, *published, goesOn);
    if (!checks)
        return core::fail(checks);
    QStringList lines;
    for (std::size_t i = 0; i < checks->size(); ++i)
        if (const core::SummaryNumber& was = published->numbers[i]; !(*checks)[i].holds)
            lines << ((*checks)[i].isKnown ? Words::tr("%1: %2 → %3 (records %4 → %5)")
                                                 .arg(utf8(was.name), number(was.value), number((*checks)[i].value))
                                                 .arg(was.records)
                                                 .arg((*checks)[i].records)
                                           : Words::tr("%1: its figure is not defined any more").arg(utf8(was.name)));
    return section(Words::tr("As of %1, by the records of now").arg(fullTime(published->asOf, district.timeZone())), lines);
}

} // namespace

PublicationWindow::PublicationWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_publications(new QTreeWidget(this)), m_comparison(new QTextBrowser(this)), m_work(workspace, this) {
    setObjectName(QStringLiteral("publicationWindow"));
    setWindowTitle(Words::tr("Published"));
    resize(960, 560);
    m_publications->setObjectName(QStringLiteral("publications"));
    m_publications->setHeaderLabels({Words::tr("Title"), Words::tr("Period"), Words::tr("Published")});
    m_publications->setRootIsDecorated(false);
    m_publications->setAlternatingRowColors(true);
    m_publications->header()->setStretchLastSection(false);
    m_publications->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_publications->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_comparison->setObjectName(QStringLiteral("publicationComparison"));
    m_comparison->setOpenLinks(false);
    auto* const parts = new QSplitter(this);
    parts->addWidget(m_publications);
    parts->addWidget(m_comparison);
    parts->setSizes({460, 500});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->addWidget(parts);
    connect(m_publications, &QTreeWidget::currentItemChanged, this, &PublicationWindow::compare);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.definitions || touched.everything)
            list();
        else
            compare();
    });
    connect(&workspace, &Workspace::districtClosing, this, &QWidget::close);
    list();
}

QString PublicationWindow::shown() const { return m_comparison->toPlainText(); }

void PublicationWindow::list() {
    core::Connection* const connection = m_workspace.connection();
    if (connection == nullptr)
        return;
    const auto all = core::publications(*connection);
    if (!all)
        return m_workspace.notifyFault(all.error());
    const qlonglong before = m_publications->currentItem() == nullptr ? 0 : m_publications->currentItem()->data(0, IdRole).toLongLong();
    m_publications->clear();
    for (const core::Publication& each : *all) {
        auto* const line = new QTreeWidgetItem(m_publications, {QString::fromStdString(each.title), periodText(each.period), fullTime(each.at, m_workspace.district()->timeZone())});
        line->setData(0, IdRole, static_cast<qlonglong>(each.id.value()));
        line->setToolTip(0, line->text(0));
        if (each.id.value() == before || m_publications->currentItem() == nullptr)
            m_publications->setCurrentItem(line);
    }
    if (all->empty())
        m_comparison->setPlainText(Words::tr("Nothing is published yet. A ranking is published beside its table, a summary in its window."));
}

void PublicationWindow::compare() {
    if (m_publications->currentItem() == nullptr)
        return m_work.forget();
    const core::PublicationId id(m_publications->currentItem()->data(0, IdRole).toLongLong());
    const auto html = std::make_shared<core::Result<QString>>();
    m_comparison->setPlainText(Words::tr("Comparing with the records of now …"));
    m_work.ask(Words::tr("Comparing what was published"),
               [id, html](core::District& district, const Jobs::Progress& progress) {
                   const auto publication = core::loadPublication(district.connection(), id);
                   const auto goesOn = [&progress] { return progress(0); };
                   if (!publication)
                       *html = core::fail(publication);
                   else
                       *html = publication->kind == "summary" ? comparedSummary(district, *publication, goesOn) : comparedEvaluation(district, *publication, goesOn);
               },
               [this, html] { m_comparison->setHtml(*html ? **html : text(html->error()).toHtmlEscaped()); });
}

void openPublications(Workspace& workspace, QWidget* parent) { openSingle<PublicationWindow>(workspace, parent); }

} // namespace gridwarden::app
