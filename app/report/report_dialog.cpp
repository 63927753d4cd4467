// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_dialog.h"

#include "app/report/language_box.h"
#include "app/report/page_layout.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPageLayout>
#include <QPageSize>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int PreviewDelayMs = 300;
constexpr int MaxPreviewPages = 60;

QString titleOf(const core::Area& area) {
    const QString code = QString::fromStdString(area.code);
    return area.name.empty() ? code : code + QStringLiteral("  ") + QString::fromStdString(area.name);
}

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// A job's work on the district's file through a connection of its own.
template <class Result> struct Background {
    std::optional<core::Result<Result>> result;

    template <class Work> void run(const std::filesystem::path& path, Work work) {
        auto district = core::District::open(path, core::OpenMode::ReadOnly);
        if (!district)
            result = core::fail(district);
        else
            result = work(**district);
    }
};

} // namespace

void openGridReportDialog(Workspace& workspace, Jobs& jobs, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* const dialog = new ReportDialog(workspace, jobs, workspace.district()->timeZone().day(core::now()), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

ReportDialog::ReportDialog(Workspace& workspace, Jobs& jobs, core::Day today, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_jobs(jobs), m_today(today) {
    setWindowTitle(tr("Reports"));
    setObjectName(QStringLiteral("reportDialog"));
    resize(1080, 720);
    m_delay.setSingleShot(true);
    m_delay.setInterval(PreviewDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ReportDialog::preparePreview);
    buildForm();
    fillAreas();
    chooseSelectedArea();
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::close);
    connect(&workspace, &Workspace::changed, this, [this] { follow(); });
    follow();
}

ReportDialog::~ReportDialog() {
    m_jobs.cancel(m_job);
}

// ── The form ──

void ReportDialog::buildForm() {
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("kind"));
    m_all = new QRadioButton(tr("All of this kind"));
    m_all->setObjectName(QStringLiteral("all"));
    m_some = new QRadioButton(tr("Only these:"));
    m_some->setObjectName(QStringLiteral("some"));
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Code or name"));
    m_search->setClearButtonEnabled(true);
    m_areas = new QListWidget;
    m_areas->setObjectName(QStringLiteral("areas"));
    m_areas->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_areas->setUniformItemSizes(true);
    m_period = new PeriodField(m_today);
    m_language = new LanguageBox;
    m_bound = new QRadioButton(tr("One file with a summary and bookmarks"));
    m_bound->setObjectName(QStringLiteral("bound"));
    m_bound->setChecked(true);
    m_separate = new QRadioButton(tr("One file for each area"));
    m_separate->setObjectName(QStringLiteral("separate"));
    auto* const files = new QButtonGroup(this);
    files->addButton(m_bound);
    files->addButton(m_separate);

    auto* const areaRows = new QVBoxLayout;
    areaRows->setSpacing(4);
    areaRows->addWidget(m_kind);
    areaRows->addWidget(m_all);
    areaRows->addWidget(m_some);
    areaRows->addWidget(m_search);
    areaRows->addWidget(m_areas, 1);
    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("Period"), m_period);
    form->addRow(tr("Language of the report"), m_language);
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("PDF (*.pdf)"), static_cast<int>(OfficialFileKind::Pdf));
    m_format->addItem(tr("Document to edit (*.odt)"), static_cast<int>(OfficialFileKind::OpenDocument));
    m_format->addItem(tr("Its tables (*.xlsx)"), static_cast<int>(OfficialFileKind::Workbook));
    form->addRow(tr("Saved as"), m_format);

    m_save = new QPushButton(tr("Save …"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    m_print = new QPushButton(tr("Print…"));
    m_print->setObjectName(QStringLiteral("print"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    buttons->addButton(m_print, QDialogButtonBox::ActionRole);

    auto* const left = new QVBoxLayout;
    left->addWidget(new QLabel(tr("Report on")));
    left->addLayout(areaRows, 1);
    left->addLayout(form);
    left->addWidget(m_bound);
    left->addWidget(m_separate);
    m_preview = new ReportPreview(m_jobs);
    auto* const columns = new QHBoxLayout;
    columns->addLayout(left);
    columns->addWidget(m_preview, 1);
    auto* const rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);
    m_areas->setMinimumWidth(260);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { fillAreas(); });
    connect(m_all, &QRadioButton::toggled, this, &ReportDialog::follow);
    connect(m_search, &QLineEdit::textChanged, this, &ReportDialog::filterAreas);
    connect(m_areas, &QListWidget::itemSelectionChanged, this, [this] {
        m_some->setChecked(true);
        follow();
    });
    connect(m_period, &PeriodField::changed, this, &ReportDialog::follow);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ReportDialog::follow);
    connect(m_bound, &QRadioButton::toggled, this, &ReportDialog::follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::save);
    connect(m_print, &QPushButton::clicked, this, &ReportDialog::print);

    for (const core::AreaKind kind : core::AllAreaKinds)
        if (!m_workspace.district()->areas().ofKind(kind).empty())
            m_kind->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(core::AreaKind::Grid))));
    m_all->setChecked(true);
}

void ReportDialog::fillAreas() {
    const QSignalBlocker quiet(m_areas);
    m_areas->clear();
    if (m_kind->currentIndex() < 0)
        return;
    const auto kind = static_cast<core::AreaKind>(m_kind->currentData().toInt());
    auto areas = m_workspace.district()->areas().ofKind(kind, m_today);
    std::sort(areas.begin(), areas.end(), [](const core::Area* a, const core::Area* b) { return a->code < b->code; });
    for (const core::Area* area : areas) {
        auto* const item = new QListWidgetItem(titleOf(*area), m_areas);
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(area->id.value()));
    }
    filterAreas(m_search->text());
    m_all->setChecked(true);
    follow();
}

void ReportDialog::filterAreas(const QString& text) {
    for (int row = 0; row < m_areas->count(); ++row) {
        QListWidgetItem* const item = m_areas->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
    }
}

void ReportDialog::chooseSelectedArea() {
    const core::Area* const area = m_workspace.district()->areas().find(m_workspace.selectedArea());
    if (area == nullptr)
        return;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(area->kind)));
    for (int row = 0; row < m_areas->count(); ++row)
        if (m_areas->item(row)->data(Qt::UserRole).toLongLong() == area->id.value()) {
            m_areas->setCurrentRow(row);
            m_areas->scrollToItem(m_areas->item(row));
        }
}

GridReportOptions ReportDialog::options() const {
    GridReportOptions options;
    for (int row = 0; row < m_areas->count(); ++row)
        if (const QListWidgetItem* item = m_areas->item(row); m_all->isChecked() || item->isSelected())
            options.areas.emplace_back(item->data(Qt::UserRole).toLongLong());
    options.period = m_period->period();
    options.language = m_language->language();
    options.binding =
        m_separate->isChecked() && options.areas.size() > 1 ? ReportBinding::FilePerArea : ReportBinding::OneFile;
    options.kind = static_cast<OfficialFileKind>(m_format->currentData().toInt());
    options.printedBy = m_workspace.actor().name;
    return options;
}

void ReportDialog::follow() {
    const std::size_t count = options().areas.size();
    m_bound->setEnabled(count > 1);
    m_separate->setEnabled(count > 1);
    m_save->setEnabled(count > 0);
    m_print->setEnabled(count > 0);
    ++m_wanted;
    m_delay.start();
}

// ── Preview ──

void ReportDialog::preparePreview() {
    m_jobs.cancel(m_job);
    const GridReportOptions wanted = options();
    if (wanted.areas.empty()) {
        m_preview->showMessage(tr("Choose an area."));
        m_shown = m_wanted;
        return;
    }
    struct Pages : Background<bool> {
        std::vector<std::shared_ptr<const Chapter>> chapters;
        int count = 0;
        bool isWhole = true;
    };
    auto pages = std::make_shared<Pages>();
    const QPointer<ReportDialog> self(this);
    m_job = m_jobs.start(
        tr("Preparing the report"),
        [pages, wanted, path = m_workspace.district()->path()](const Jobs::Progress& progress, std::stop_token) {
            const auto take = [&pages](std::shared_ptr<const Chapter> chapter) {
                pages->isWhole = pages->count < MaxPreviewPages;
                if (!pages->isWhole)
                    return false;
                pages->count += chapter->pageCount();
                pages->chapters.push_back(std::move(chapter));
                return true;
            };
            pages->run(path, [&](core::District& district) -> core::Result<bool> {
                const auto composed = composeGridReports(district, wanted, take, progress);
                return composed ? core::Result<bool>(true) : core::Result<bool>(core::fail(composed));
            });
        },
        [self, pages, number = m_wanted] {
            if (!self || number != self->m_wanted)
                return;
            self->m_shown = number;
            if (*pages->result)
                self->m_preview->setChapters(std::move(pages->chapters), pages->isWhole);
            else
                self->m_preview->showMessage(text(pages->result->error()));
        });
}

// ── Saving ──

void ReportDialog::save() {
    GridReportOptions wanted = options();
    QString chosen;
    if (wanted.binding == ReportBinding::FilePerArea) {
        chosen = prompts().folder(this, tr("Folder for the reports"));
    } else {
        const QString ending = QString::fromLatin1(officialEnding(wanted.kind));
        const QString subject =
            wanted.areas.size() == 1 && m_workspace.district()->areas().find(wanted.areas.front()) != nullptr
                ? QString::fromStdString(m_workspace.district()->areas().find(wanted.areas.front())->code)
                : QString::fromStdString(m_workspace.district()->name());
        const QString name = subject + QLatin1Char('_') + QString::fromStdString(core::dayText(wanted.period.from)) +
                             QLatin1Char('_') + QString::fromStdString(core::dayText(wanted.period.to)) + ending;
        const QDir folder = QFileInfo(pathText(m_workspace.district()->path())).dir();
        chosen = prompts().fileToSave(this, tr("Save the report"), folder.filePath(name), m_format->currentText());
        wanted.overwrite = QFileInfo::exists(chosen); // the file dialog has asked
        if (!chosen.isEmpty() && QFileInfo(chosen).suffix().isEmpty()) {
            chosen += ending;
            wanted.overwrite = false;
        }
    }
    if (chosen.isEmpty())
        return;
    wanted.output = chosen.toStdString();
    saveTo(std::move(wanted));
}

void ReportDialog::saveTo(GridReportOptions wanted) {
    auto written = std::make_shared<Background<GridReportOutcome>>();
    const QPointer<ReportDialog> self(this);
    const QPointer<Workspace> workspace(&m_workspace);
    m_jobs.start(
        tr("Writing the report"),
        [written, wanted, path = m_workspace.district()->path()](const Jobs::Progress& progress, std::stop_token) {
            written->run(path, [&](core::District& district) { return writeGridReports(district, wanted, progress); });
        },
        [self, workspace, written, wanted] {
            if (!workspace)
                return;
            if (*written->result) {
                const GridReportOutcome& outcome = **written->result;
                QStringList details;
                for (const auto& file : outcome.files)
                    details += pathText(file);
                for (const core::Message& note : outcome.notes)
                    details += text(note);
                workspace->notify(outcome.notes.empty() ? NoticeKind::Note : NoticeKind::Warning,
                                  outcome.pages > 0
                                      ? tr("Report saved: %n page(s).", "", outcome.pages)
                                      : tr("Report saved: %n file(s).", "", static_cast<int>(outcome.files.size())),
                                  details.join(QLatin1Char('\n')));
                return;
            }
            const core::Error& fault = written->result->error();
            if (fault.code == core::ErrorCode::Cancelled)
                return;
            if (fault.code == core::ErrorCode::Exists && self && prompts().confirm(self, text(fault), tr("Replace"))) {
                GridReportOptions again = wanted;
                again.overwrite = true;
                self->saveTo(std::move(again));
                return;
            }
            if (fault.code != core::ErrorCode::Exists)
                workspace->notifyFault(fault);
        });
}

// ── Printing ──

void ReportDialog::print() {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(windowTitle());
    QPrintDialog dialog(printer.get(), this);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    if (dialog.exec() == QDialog::Accepted)
        printOn(printer);
}

void ReportDialog::printOn(const std::shared_ptr<QPrinter>& printer) {
    auto printed = std::make_shared<Background<bool>>();
    const QPointer<Workspace> workspace(&m_workspace);
    m_jobs.start(
        tr("Printing the report"),
        [printed, printer, wanted = options(), path = m_workspace.district()->path()](const Jobs::Progress& progress,
                                                                                      std::stop_token) {
            printed->run(path, [&](core::District& district) -> core::Result<bool> {
                const auto fault = [] { return core::fail(core::ErrorCode::Io, {"printer-failed", {}}); };
                const int from = printer->fromPage(), to = printer->toPage();
                QPainter painter;
                int number = 0;
                bool isBroken = false;
                const auto use = [&](const std::shared_ptr<const Chapter>& chapter) {
                    for (int page = 0; page < chapter->pageCount(); ++page) {
                        ++number;
                        if ((from > 0 && number < from) || (to > 0 && number > to))
                            continue;
                        isBroken = painter.isActive() ? !printer->newPage() : !painter.begin(printer.get());
                        if (isBroken)
                            return false;
                        painter.save();
                        const double scale = static_cast<double>(printer->resolution()) / UnitsPerInch;
                        painter.scale(scale, scale);
                        chapter->paint(painter, page, number);
                        painter.restore();
                    }
                    return true;
                };
                const auto composed = composeGridReports(district, wanted, use, progress);
                if (!composed) {
                    printer->abort();
                    return core::fail(composed);
                }
                if (isBroken || (painter.isActive() && !painter.end()))
                    return fault();
                return true;
            });
        },
        [workspace, printed] {
            if (workspace && !*printed->result && printed->result->error().code != core::ErrorCode::Cancelled)
                workspace->notifyFault(printed->result->error());
        });
}

} // namespace gridwarden::app
