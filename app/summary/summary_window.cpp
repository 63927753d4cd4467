// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/summary_window.h"

#include "app/cases/panel_text.h"
#include "app/cases/period_stepper.h"
#include "app/figures/figure_records.h"
#include "app/report/language_box.h"
#include "app/report/summary_words.h"
#include "app/summary/summary_saving.h"
#include "app/summary/text_editor.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "app/workspace/workspace.h"
#include "core/evaluation/publication.h"
#include "core/summary/published_summary.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

/// \param indent of the first line of a paragraph, pixels
QString htmlOf(const core::Summary& summary, int indent) {
    QString html;
    for (const core::SummaryParagraph& paragraph : summary.paragraphs) {
        QString runs;
        for (const core::SummaryRun& run : paragraph.runs) {
            const QString words = QString::fromStdString(run.text).toHtmlEscaped();
            runs += run.number ? QString(QStringLiteral("<a href=\"#%1\">").arg(*run.number) + words + u"</a>") : words;
        }
        switch (paragraph.style) {
        case core::ParagraphStyle::Title:
            html += u"<h2 align=\"center\">" + runs + u"</h2>";
            break;
        case core::ParagraphStyle::Heading1:
            html += u"<h3>" + runs + u"</h3>";
            break;
        case core::ParagraphStyle::Heading2:
            html += u"<h4>" + runs + u"</h4>";
            break;
        case core::ParagraphStyle::Body:
            html += QStringLiteral("<p style=\"text-indent: %1px; line-height: 150%\">").arg(indent) + runs + u"</p>";
            break;
        }
    }
    return html;
}

} // namespace

SummaryWindow::SummaryWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_texts(new QComboBox(this)), m_period(new PeriodStepper(this)), m_language(new LanguageBox(this)),
      m_editor(new TextEditor(this)), m_fault(makeLabel({}, TextSize::Small, /*isMuted=*/false, this)),
      m_saveText(new QPushButton(icon(QLatin1String("check")), tr("Save text"), this)), m_saveAs(new QPushButton(tr("Save text as …"), this)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove"), this)), m_preview(new QTextBrowser(this)),
      m_about(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)), m_publish(new QPushButton(tr("Publish …"), this)),
      m_export(new QPushButton(icon(QLatin1String("download")), tr("Save summary …"), this)),
      m_writing(this, writeBeside, [this](const auto& answer) { take(answer); }),
      m_looking([this](const auto& wish, const std::stop_token& stop) {
          const core::SummaryNumber& number = wish.first->summary->numbers[wish.second];
          auto value = valueBehind(wish.first->wish, number, stop);
          if (stop.stop_requested())
              return;
          QMetaObject::invokeMethod(this, [this, value = std::move(value), answer = wish.first, name = QString::fromStdString(number.name)] {
              if (m_workspace.district() == nullptr)
                  return;
              if (!value)
                  return m_workspace.notifyFault(value.error());
              if (!value->activities.empty())
                  emit activitiesWanted(answer->wish.period, value->activities);
              showCases(m_workspace, tr("%1 · %2").arg(name, QString::fromStdString(answer->wish.words.period)), *value, answer->wish.basis);
          }, Qt::QueuedConnection);
      }) {
    setObjectName(QStringLiteral("summaryWindow"));
    setWindowTitle(tr("Work summary"));
    resize(1240, 700);
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    connect(&m_delay, &QTimer::timeout, this, &SummaryWindow::ask);
    connect(m_texts, &QComboBox::activated, this, &SummaryWindow::chooseText);
    connect(m_period, &PeriodStepper::periodChanged, this, &SummaryWindow::ask);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SummaryWindow::ask);
    connect(m_editor->document(), &QTextDocument::modificationChanged, this, &SummaryWindow::followChanges);
    connect(m_editor, &QPlainTextEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_preview, &QTextBrowser::anchorClicked, this, &SummaryWindow::showNumber);
    connect(m_saveText, &QPushButton::clicked, this, [this] { saveText(/*asNew=*/false); });
    connect(m_saveAs, &QPushButton::clicked, this, [this] { saveText(/*asNew=*/true); });
    connect(m_remove, &QPushButton::clicked, this, &SummaryWindow::removeText);
    connect(m_publish, &QPushButton::clicked, this, &SummaryWindow::publish);
    connect(m_export, &QPushButton::clicked, this, &SummaryWindow::saveSummary);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if ((touched.definitions || touched.everything) && !m_editor->document()->isModified())
            loadTexts(current() != nullptr ? current()->key : std::string());
        m_delay.start();
    });
    connect(&workspace, &Workspace::filterChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::busyChanged, this, [this] {
        if (m_known.empty())
            loadTexts({});
        m_delay.start();
    });
    connect(&workspace, &Workspace::districtClosing, this, [this] {
        m_writing.forget();
        m_looking.forget();
        m_editor->document()->setModified(false);
        close();
    });
    loadTexts({});
}

SummaryWindow::~SummaryWindow() = default;

void SummaryWindow::build() {
    m_texts->setObjectName(QStringLiteral("summaryTexts"));
    m_texts->setAccessibleName(tr("Text"));
    m_texts->setMinimumContentsLength(16);
    m_fault->setObjectName(QStringLiteral("summaryFault"));
    m_fault->setWordWrap(true);
    m_saveText->setObjectName(QStringLiteral("saveText"));
    m_saveAs->setObjectName(QStringLiteral("saveTextAs"));
    m_remove->setObjectName(QStringLiteral("removeText"));
    m_preview->setObjectName(QStringLiteral("summaryPreview"));
    m_preview->setOpenLinks(false);
    m_about->setObjectName(QStringLiteral("summaryAbout"));
    m_about->setWordWrap(true);
    m_publish->setObjectName(QStringLiteral("publishSummary"));
    m_publish->setToolTip(tr("Keeps its numbers as they are now; later changes of the data show beside them"));
    m_export->setObjectName(QStringLiteral("saveSummary"));
    m_editor->setToolTip(tr("{figure | unit | over | decimals | year-on-year | period-on-period | monthly | withheld}: an open brace offers the figures"));
    auto* const top = new QHBoxLayout;
    top->setSpacing(Gap * 2);
    auto* const choices = new QVBoxLayout;
    choices->setSpacing(SmallGap);
    choices->addWidget(m_texts);
    choices->addWidget(m_language);
    top->addLayout(choices, 2);
    top->addWidget(m_period, 2);
    top->addStretch(3);
    const auto side = [this](QWidget* content, QWidget* below, std::initializer_list<QPushButton*> buttons) {
        auto* const page = new QWidget(this);
        auto* const column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Gap);
        column->addWidget(content, 1);
        column->addWidget(below);
        auto* const row = new QHBoxLayout;
        row->addStretch();
        for (QPushButton* const button : buttons)
            row->addWidget(button);
        column->addLayout(row);
        return page;
    };
    auto* const parts = new QSplitter(this);
    parts->addWidget(side(m_editor, m_fault, {m_remove, m_saveAs, m_saveText}));
    parts->addWidget(side(m_preview, m_about, {m_publish, m_export}));
    parts->setChildrenCollapsible(false);
    parts->setSizes({560, 640});
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(Gap, Gap, Gap, Gap);
    all->setSpacing(Gap);
    all->addLayout(top);
    all->addWidget(parts, 1);
}

void SummaryWindow::setPeriod(core::Period period) { m_period->setPeriod(period); }

const core::SummaryText* SummaryWindow::current() const {
    return m_shownText >= 0 && m_shownText < static_cast<int>(m_known.size()) ? &m_known[static_cast<std::size_t>(m_shownText)] : nullptr;
}

void SummaryWindow::loadTexts(const std::string& key) {
    core::Connection* const connection = m_workspace.connection();
    if (connection == nullptr) // busy: asked again afterwards
        return;
    auto texts = core::summaryTexts(*connection);
    if (!texts)
        return m_workspace.notifyFault(texts.error());
    m_known = std::move(*texts);
    m_texts->clear();
    int chosen = 0;
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        m_texts->addItem(QString::fromStdString(m_known[i].name));
        if (m_known[i].key == key)
            chosen = static_cast<int>(i);
    }
    m_texts->setCurrentIndex(chosen);
    m_editor->document()->setModified(false);
    m_shownText = -1;
    chooseText();
}

bool SummaryWindow::mayLeaveText() {
    return !m_editor->document()->isModified() || prompts().confirm(this, tr("The text was changed and is not saved."), tr("Drop the changes"));
}

void SummaryWindow::chooseText() {
    const int chosen = m_texts->currentIndex();
    if (chosen == m_shownText || chosen < 0)
        return;
    if (!mayLeaveText()) {
        m_texts->setCurrentIndex(m_shownText);
        return;
    }
    m_shownText = chosen;
    if (const QString shown = QString::fromStdString(current()->text); shown != m_editor->toPlainText()) // else the cursor stays where it is
        m_editor->setPlainText(shown);
    m_editor->document()->setModified(false);
    followChanges();
    ask();
}

void SummaryWindow::followChanges() {
    const core::SummaryText* const text = current();
    const bool canWrite = m_workspace.canWrite();
    m_saveText->setEnabled(canWrite && m_editor->document()->isModified());
    m_saveAs->setEnabled(canWrite);
    m_remove->setEnabled(canWrite && text != nullptr && text->isOwn);
    m_remove->setText(text != nullptr && text->isOwn && text->isShipped ? tr("As shipped") : tr("Remove"));
}

void SummaryWindow::ask() {
    m_delay.stop();
    if (m_workspace.district() == nullptr || m_workspace.isBusy())
        return;
    followChanges();
    core::District& district = *m_workspace.district();
    auto basis = figureBasis(m_workspace);
    const auto words = ReportText::load(m_language->language(), district.timeZone());
    if (!basis || !words) {
        m_fault->setText(text(basis ? words.error() : basis.error()));
        return;
    }
    basis->cases.filter = {}; // a summary is about the whole district
    if (!m_wish || m_wish->basis.definitions->all() != basis->definitions->all()) // else an open list of them would close
        m_editor->setFigures(basis->definitions, *basis->lists);
    const core::Day today = district.timeZone().day(basis->cases.asOf);
    SummaryWish wish{std::move(*basis), m_editor->toPlainText().toStdString(), m_period->period(), summaryWords(*words, district.name(), m_period->period(), today)};
    if (m_wish && m_wish->text == wish.text && m_wish->period == wish.period && m_wish->words == wish.words && wish.basis.countsAs(m_wish->basis))
        return; // the preview stays where it is
    m_wish = wish;
    m_writing.ask(std::move(wish));
}

void SummaryWindow::take(const std::shared_ptr<const SummaryAnswer>& answer) {
    m_answer = answer;
    const auto& summary = answer->summary;
    m_export->setEnabled(summary.has_value());
    m_publish->setEnabled(summary && m_workspace.canWrite());
    const core::Message none;
    const core::Message& what = summary ? none : summary.error().what;
    m_fault->setText(summary ? QString() : text(summary.error()));
    m_editor->markLine(what.key.starts_with("summary-") && !what.arguments.empty() ? std::atoi(what.arguments.front().c_str()) : 0);
    if (summary)
        showSummary(*summary);
}

void SummaryWindow::showSummary(const core::Summary& summary) {
    m_preview->setHtml(htmlOf(summary, m_preview->fontMetrics().horizontalAdvance(QStringLiteral("　　"))));
    m_about->setText(tr("%n number(s); a click on one shows the records behind it.", nullptr, static_cast<int>(summary.numbers.size())));
}

void SummaryWindow::showNumber(const QUrl& link) {
    if (summary() == nullptr)
        return;
    bool isNumber = false;
    const std::size_t position = link.fragment().toULongLong(&isNumber);
    if (!isNumber || position >= summary()->numbers.size())
        return;
    const core::SummaryNumber& number = summary()->numbers[position];
    m_about->setText(tr("%1: %2. %n record(s).", nullptr, static_cast<int>(number.records)).arg(QString::fromStdString(number.name), QString::fromStdString(number.definition)));
    m_looking.request({m_answer, position});
}

void SummaryWindow::saveText(bool asNew) {
    core::SummaryText saved = current() != nullptr ? *current() : core::SummaryText();
    if (asNew) {
        const QString name = prompts().text(this, tr("Save text as"), tr("Name"), {}).trimmed();
        if (name.isEmpty())
            return;
        if (std::any_of(m_known.begin(), m_known.end(), [&](const core::SummaryText& each) { return each.name == name.toStdString(); })) {
            m_fault->setText(tr("There already is a text with the name %1.").arg(name));
            return;
        }
        saved.name = saved.key = name.toStdString();
    }
    saved.text = m_editor->toPlainText().toStdString();
    if (const auto read = core::SummaryTemplate::parse(saved.text); !read) {
        m_fault->setText(text(read.error()));
        return;
    }
    const bool wasModified = m_editor->document()->isModified();
    m_editor->document()->setModified(false); // what the change tells loads it again
    if (m_workspace.change({"save-summary-text", {saved.name}}, [&](core::Change& change) { return core::saveSummaryText(change, saved); }))
        loadTexts(saved.key);
    else
        m_editor->document()->setModified(wasModified);
}

void SummaryWindow::removeText() {
    if (current() == nullptr || !mayLeaveText())
        return;
    const core::SummaryText removed = *current();
    m_editor->document()->setModified(false);
    if (m_workspace.change({"remove-summary-text", {removed.name}}, [&](core::Change& change) { return core::removeSummaryText(change, removed.key); }))
        loadTexts(removed.key);
}

void SummaryWindow::saveSummary() {
    if (summary() != nullptr)
        app::saveSummary(m_workspace, *summary(), m_language->language(), this);
}

void SummaryWindow::publish() {
    if (summary() == nullptr)
        return;
    const QString suggested = summary()->paragraphs.empty() ? windowTitle() : QString::fromStdString(summary()->paragraphs.front().text());
    const QString title = prompts().text(this, tr("Publish the summary"), tr("Title"), suggested).trimmed();
    if (title.isEmpty())
        return;
    const core::Publication publication{.kind = "summary", .title = title.toStdString(), .period = summary()->period, .content = core::summaryToText(*summary())};
    if (m_workspace.change(core::publicationLabel(publication), [&](core::Change& change) -> core::Result<void> {
            const auto done = core::publish(change, publication);
            return done ? core::Result<void>() : core::fail(done);
        }))
        m_workspace.notify(NoticeKind::Note, tr("Published: %1. What changes from now on shows beside it.").arg(title));
}

void SummaryWindow::closeEvent(QCloseEvent* event) {
    if (mayLeaveText())
        QWidget::closeEvent(event);
    else
        event->ignore();
}

} // namespace gridwarden::app
