// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/bulletin_window.h"

#include "app/cases/panel_text.h"
#include "app/report/bulletin.h"
#include "app/report/desk_paper.h"
#include "app/report/language_box.h"
#include "app/report/official_pages.h"
#include "app/report/official_saving.h"
#include "app/report/official_words.h"
#include "app/report/report_period.h"
#include "app/report/supervision.h"
#include "app/text/days.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

/// What is made beside the window.
struct Made {
    core::Result<OfficialDocument> document = core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    QString date{};
};

} // namespace

BulletinWindow::BulletinWindow(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_kind(new QComboBox(this)),
      m_period(new PeriodField(workspace.district()->timeZone().day(core::now()), this)), m_areas(new QComboBox(this)),
      m_putRightBy(new QDateEdit(this)), m_language(new LanguageBox(this)), m_issuer(new QLineEdit(this)),
      m_number(new QLineEdit(this)), m_addressee(new QLineEdit(this)),
      m_save(new QPushButton(icon(QLatin1String("download")), tr("Save …"), this)),
      m_preview(new ReportPreview(jobs, this)), m_work(workspace, this) {
    setObjectName(QStringLiteral("bulletinWindow"));
    setWindowTitle(tr("Bulletin of a period"));
    resize(1100, 700);
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(400);
    connect(&m_delay, &QTimer::timeout, this, &BulletinWindow::make);
    connect(m_period, &PeriodField::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(m_putRightBy, &QDateEdit::dateChanged, &m_delay, qOverload<>(&QTimer::start));
    for (QComboBox* const box : {m_kind, m_areas, static_cast<QComboBox*>(m_language)})
        connect(box, &QComboBox::currentIndexChanged, &m_delay, qOverload<>(&QTimer::start));
    for (QLineEdit* const line : {m_issuer, m_number, m_addressee})
        connect(line, &QLineEdit::textEdited, this, &BulletinWindow::present);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_document)
            saveOfficial(m_workspace, m_document->title, *m_document, this);
    });
    connect(&workspace, &Workspace::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::districtClosing, this, &QWidget::close);
    m_period->choose(PeriodChoice::LastMonth);
}

void BulletinWindow::build() {
    m_areas->setObjectName(QStringLiteral("bulletinAreas"));
    const core::Day today = m_workspace.district()->timeZone().day(core::now());
    m_areas->addItem(tr("as the district has them"), -1);
    for (const core::AreaKind kind : core::AllAreaKinds)
        if (!m_workspace.district()->areas().ofKind(kind, today).empty())
            m_areas->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
    m_issuer->setObjectName(QStringLiteral("bulletinIssuer"));
    m_issuer->setPlaceholderText(tr("in red at its head; may be empty"));
    m_number->setObjectName(QStringLiteral("bulletinNumber"));
    m_addressee->setObjectName(QStringLiteral("bulletinAddressee"));
    m_save->setObjectName(QStringLiteral("saveBulletin"));
    m_save->setEnabled(false);
    auto* const side = new QWidget(this);
    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    addChoices(*form);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Issuer"), m_issuer);
    form->addRow(tr("Number of the document"), m_number);
    form->addRow(tr("For whom"), m_addressee);
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(m_save);
    auto* const parts = new QSplitter(this);
    parts->addWidget(side);
    parts->addWidget(m_preview);
    parts->setStretchFactor(1, 1);
    parts->setSizes({280, 800});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(Gap, Gap, Gap, Gap);
    all->addWidget(parts);
}

/// What only one kind of bulletin asks for is shown with it.
void BulletinWindow::addChoices(QFormLayout& form) {
    m_kind->setObjectName(QStringLiteral("bulletinKind"));
    m_kind->addItem(tr("Bulletin"));
    m_kind->addItem(tr("Supervision bulletin"));
    m_putRightBy->setObjectName(QStringLiteral("putRightBy"));
    m_putRightBy->setCalendarPopup(true);
    m_putRightBy->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    constexpr std::chrono::days Fortnight(14);
    m_putRightBy->setDate(dateOf(m_workspace.district()->timeZone().day(core::now()) + Fortnight));
    form.addRow(tr("Kind"), m_kind);
    form.addRow(tr("Period"), m_period);
    form.addRow(tr("Areas compared"), m_areas);
    form.addRow(tr("To be put right by"), m_putRightBy);
    const auto show = [this, &form] {
        for (QWidget* const field : {static_cast<QWidget*>(m_areas), static_cast<QWidget*>(m_putRightBy)}) {
            const bool isShown = isSupervision() == (field == m_putRightBy);
            field->setVisible(isShown);
            form.labelForField(field)->setVisible(isShown);
        }
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, show);
    show();
}

bool BulletinWindow::isSupervision() const {
    return m_kind->currentIndex() == 1;
}

void BulletinWindow::setPeriod(core::Period period) {
    m_period->setPeriod(period);
}

void BulletinWindow::make() {
    if (m_workspace.district() == nullptr)
        return;
    m_isMaking = true;
    const auto made = std::make_shared<Made>();
    const PaperOptions options{m_language->language(), {}};
    const core::Period period = m_period->period();
    const int areas = m_areas->currentData().toInt();
    const auto putRightBy = isSupervision() ? std::optional(dayOf(m_putRightBy->date())) : std::nullopt;
    m_work.ask(
        tr("Making the bulletin"),
        [made, options, period, areas, putRightBy](core::District& district, const Jobs::Progress&) {
            auto scope = deskScope(district, options);
            if (!scope) {
                made->document = core::fail(scope);
                return;
            }
            scope->period = period;
            made->date = scope->text.day(district.timeZone().day(scope->asOf()));
            if (putRightBy) {
                const auto supervision = readSupervision(*scope);
                made->document =
                    supervision ? core::Result<OfficialDocument>(supervisionDocument(*scope, *supervision, putRightBy))
                                : core::fail(supervision);
                return;
            }
            const auto bulletin =
                readBulletin(*scope, areas < 0 ? std::nullopt : std::optional(static_cast<core::AreaKind>(areas)));
            if (!bulletin) {
                made->document = core::fail(bulletin);
                return;
            }
            made->document = bulletinDocument(*scope, *bulletin);
        },
        [this, made] {
            m_isMaking = false;
            m_counted = made->document ? std::optional(std::move(*made->document)) : std::nullopt;
            m_date = made->date;
            present();
            if (!m_counted)
                m_preview->showMessage(text(made->document.error()));
        });
}

void BulletinWindow::present() {
    m_save->setEnabled(m_counted.has_value());
    m_document = m_counted;
    if (!m_document)
        return;
    giveHeading(*m_document, {m_issuer->text().trimmed(), m_number->text().trimmed(), m_addressee->text().trimmed()},
                m_date);
    m_preview->setChapters(officialChapters(*m_document), /*isWhole=*/true);
}

void openBulletin(Workspace& workspace, Jobs& jobs, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<BulletinWindow*>(QString(), Qt::FindDirectChildrenOnly);
    if (window == nullptr) {
        window = new BulletinWindow(workspace, jobs, parent);
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
