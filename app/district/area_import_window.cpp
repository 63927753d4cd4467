// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/area_import_window.h"

#include "app/district/form_fields.h"
#include "app/district/record_model.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "core/base/text.h"
#include "gis/crs/crs.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }
QString kindKey(core::AreaKind kind) { return QString::fromStdString(std::string(core::areaKindKey(kind))); }

QComboBox* makeBox(const QString& name, bool isEditable, QWidget* parent) {
    auto* const box = new QComboBox(parent);
    box->setObjectName(name);
    box->setEditable(isEditable);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    return box;
}

/// What is chosen, or typed where that is no entry.
std::string valueOf(const QComboBox& box) {
    const int index = box.findText(box.currentText());
    const QString value = index >= 0 ? box.itemData(index).toString() : box.currentText().trimmed();
    return value.toStdString();
}

void choose(QComboBox& box, const std::string& value) {
    const int index = box.findData(QString::fromStdString(value));
    box.setCurrentIndex(std::max(0, index));
}

/// Longitude and latitude of a problem that has a place: "ring-invalid" {why, longitude, latitude}.
std::optional<core::GeoPoint> placeOf(const gis::ImportProblem& problem) {
    if (problem.reason.key != "ring-invalid" || problem.reason.arguments.size() < 3)
        return std::nullopt;
    bool isNumber = false;
    bool isOther = false;
    const core::GeoPoint place{QString::fromStdString(problem.reason.arguments[1]).toDouble(&isNumber),
                               QString::fromStdString(problem.reason.arguments[2]).toDouble(&isOther)};
    return isNumber && isOther ? std::optional(place) : std::nullopt;
}

} // namespace

AreaImportWindow::AreaImportWindow(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_jobs(jobs), m_file(makeLine(QStringLiteral("file"), this)), m_preview(new QTableWidget(this)),
      m_message(new QLabel(this)), m_problemModel(new RecordModel({tr("Row"), tr("Column"), tr("Value"), tr("Reason")}, this)), m_problems(new QTreeView(this)),
      m_progress(new QProgressBar(this)), m_showOnMap(new QPushButton(icon(QLatin1String("crosshair")), tr("Show on the map"), this)),
      m_cancel(new QPushButton(tr("Close"), this)), m_import(new QPushButton(icon(QLatin1String("download")), tr("Import"), this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import areas"));
    m_file->setReadOnly(true);
    m_file->setPlaceholderText(tr("A layer of polygons: shapefile, GeoPackage, GeoJSON, DXF …"));
    auto* const browse = new QPushButton(icon(QLatin1String("folder-open")), tr("Choose a file …"), this);
    browse->setObjectName(QStringLiteral("browse"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_problems->setModel(m_problemModel);
    m_problems->setRootIsDecorated(false);
    styleRows(m_problems);
    m_problems->hide();
    m_problemModel->setRightAligned(0);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_showOnMap->setObjectName(QStringLiteral("showOnMap"));
    m_showOnMap->hide();
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_import->setObjectName(QStringLiteral("import"));

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    auto* const fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    column->addLayout(fileRow);
    column->addWidget(makeFields());
    column->addWidget(m_preview, 1);
    column->addWidget(m_message);
    column->addWidget(m_problems, 1);
    column->addWidget(m_progress);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_showOnMap);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_import);
    column->addLayout(row);
    resize(860, 640);

    connect(browse, &QPushButton::clicked, this, &AreaImportWindow::chooseFile);
    connect(m_import, &QPushButton::clicked, this, &AreaImportWindow::run);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job != 0)
            m_jobs.cancel(m_job);
        else
            close();
    });
    connect(m_showOnMap, &QPushButton::clicked, this, [this] {
        if (m_workspace.district() != nullptr)
            m_workspace.requestZoom(m_workspace.district()->areas().bounds());
    });
    connect(m_problems, &QTreeView::clicked, this, &AreaImportWindow::zoomToProblem);
    connect(m_problems, &QTreeView::activated, this, &AreaImportWindow::zoomToProblem);
    connect(&m_jobs, &Jobs::progressed, this, [this](int job, double share) {
        if (job == m_job)
            m_progress->setValue(static_cast<int>(share * 1000));
    });
    connect(&m_workspace, &Workspace::busyChanged, this, &AreaImportWindow::updateButtons);
    connect(&m_workspace, &Workspace::districtClosing, this, &QWidget::close);
    updateButtons();
}

AreaImportWindow::~AreaImportWindow() = default;

QWidget* AreaImportWindow::makeFields() {
    m_fields = new QWidget(this);
    m_layer = makeBox(QStringLiteral("layer"), false, m_fields);
    m_kind = makeBox(QStringLiteral("kind"), false, m_fields);
    m_parentKind = makeBox(QStringLiteral("parentKind"), false, m_fields);
    m_parentKind->addItem(tr("of any kind"), QString());
    for (const core::AreaKind kind : core::AllAreaKinds) {
        m_kind->addItem(word("area_kinds", core::areaKindKey(kind)), kindKey(kind));
        m_parentKind->addItem(word("area_kinds", core::areaKindKey(kind)), kindKey(kind));
    }
    m_code = makeBox(QStringLiteral("codeField"), false, m_fields);
    m_name = makeBox(QStringLiteral("nameField"), false, m_fields);
    m_parent = makeBox(QStringLiteral("parentField"), false, m_fields);
    m_grade = makeBox(QStringLiteral("gradeField"), false, m_fields);
    m_grade->setToolTip(tr("How strictly a road is kept; patrols are asked for by it"));
    m_from = makeBox(QStringLiteral("from"), true, m_fields);
    m_to = makeBox(QStringLiteral("to"), true, m_fields);
    m_crs = makeBox(QStringLiteral("crs"), true, m_fields);
    m_encoding = makeBox(QStringLiteral("encoding"), true, m_fields);
    m_snap = new QDoubleSpinBox(m_fields);
    m_snap->setObjectName(QStringLiteral("snap"));
    m_snap->setRange(0, 50);
    m_snap->setDecimals(2);
    m_snap->setSingleStep(0.1);
    m_snap->setSpecialValueText(tr("leave as they are"));
    for (QComboBox* const box : {m_from, m_to})
        box->setToolTip(tr("A column with the day, or a day for all: 2026-01-01"));
    m_crs->setToolTip(tr("Other than the file says: choose one, or type EPSG:n"));

    auto* const left = makeForm(nullptr);
    left->addRow(tr("Layer"), m_layer);
    left->addRow(tr("Kind of area"), m_kind);
    left->addRow(tr("Code"), m_code);
    left->addRow(tr("Name"), m_name);
    left->addRow(tr("Belongs to"), m_parent);
    left->addRow(tr("which is"), m_parentKind);
    left->addRow(tr("Grade (roads)"), m_grade);
    auto* const right = makeForm(nullptr);
    right->addRow(tr("First day"), m_from);
    right->addRow(tr("Last day"), m_to);
    right->addRow(tr("Coordinate system"), m_crs);
    right->addRow(tr("Encoding"), m_encoding);
    right->addRow(tr("Snap borders within metres"), m_snap);
    auto* const columns = new QHBoxLayout(m_fields);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);

    for (QComboBox* const box : {m_layer, m_crs, m_encoding})
        connect(box, &QComboBox::activated, this, [this] {
            if (!m_isFilling)
                look(false);
        });
    for (QComboBox* const box : {m_crs, m_encoding})
        connect(box->lineEdit(), &QLineEdit::returnPressed, this, [this] { look(false); });
    connect(m_code, &QComboBox::currentIndexChanged, this, &AreaImportWindow::updateButtons);
    return m_fields;
}

void AreaImportWindow::chooseFile() {
    const QString file = prompts().fileToOpen(this, tr("Layer with areas"),
                                              tr("Layers (*.shp *.gpkg *.geojson *.json *.kml *.dxf *.gdb *.tab *.mif *.zip);;All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

void AreaImportWindow::openFile(const QString& file) {
    m_file->setText(file);
    m_layer->clear();
    m_crs->clear();
    m_encoding->clear();
    look(true);
}

void AreaImportWindow::look(bool isOtherFile) {
    if (m_file->text().isEmpty())
        return;
    m_isReady = false;
    updateButtons();
    say(tr("Reading …"), false);
    const std::filesystem::path path = toPath(m_file->text());
    const gis::AreaImportOptions asked = isOtherFile ? gis::AreaImportOptions() : options();
    const auto found = std::make_shared<core::Result<AreaSource>>();
    const QPointer<AreaImportWindow> self(this);
    const int number = ++m_looking;
    m_jobs.start(
        tr("Reading %1").arg(QFileInfo(m_file->text()).fileName()),
        [path, asked, found](const Jobs::Progress&, std::stop_token) { *found = readAreaSource(path, asked, &Jobs::goesOn); },
        [self, found, isOtherFile, number] {
            if (!self || number != self->m_looking)
                return;
            if (*found)
                self->showSource(**found, isOtherFile);
            else
                self->say(text(found->error()), true);
        });
}

void AreaImportWindow::showSource(const AreaSource& source, bool isOtherFile) {
    const gis::AreaImportOptions asked = options();
    const bool sameLayer = !isOtherFile && asked.layer == source.layer;
    gis::AreaImportOptions chosen = guessAreaFields(toPath(m_file->text()), source);
    if (sameLayer && !asked.codeField.empty())
        chosen = asked;
    chosen.crs = isOtherFile ? std::string() : asked.crs;
    chosen.encoding = isOtherFile ? std::string() : asked.encoding;
    fillChoices(source, chosen);
    showPreview(source);
    m_problems->hide();
    m_showOnMap->hide();
    m_preview->show();
    m_isReady = !source.crs.empty();
    QStringList notes;
    if (source.rowCount)
        notes << tr("%n row(s).", nullptr, static_cast<int>(*source.rowCount));
    if (source.crs.empty())
        notes << text(core::Message{"crs-missing", {QFileInfo(m_file->text()).fileName().toStdString()}});
    for (const core::Message& problem : source.problems)
        if (problem.key != "layer-no-crs")
            notes << text(problem);
    say(notes.join(QLatin1Char('\n')), source.crs.empty());
    updateButtons();
}

void AreaImportWindow::fillChoices(const AreaSource& source, const gis::AreaImportOptions& guess) {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    m_layer->clear();
    for (const std::string& layer : source.layers)
        m_layer->addItem(QString::fromStdString(layer), QString::fromStdString(layer));
    choose(*m_layer, source.layer);
    choose(*m_kind, std::string(core::areaKindKey(guess.kind)));
    choose(*m_parentKind, guess.parentKind ? std::string(core::areaKindKey(*guess.parentKind)) : std::string());
    const std::pair<QComboBox*, QString> none[] = {{m_code, tr("(choose)")}, {m_name, tr("(none)")}, {m_parent, tr("(nothing)")},
                                                   {m_grade, tr("(none)")}, {m_from, tr("since ever")}, {m_to, tr("still valid")}};
    for (const auto& [box, label] : none) {
        box->clear();
        box->addItem(label, QString());
        for (const std::string& field : source.fields)
            box->addItem(QString::fromStdString(field), QString::fromStdString(field));
    }
    choose(*m_code, guess.codeField);
    choose(*m_name, guess.nameField);
    choose(*m_parent, guess.parentField);
    choose(*m_grade, guess.gradeField);
    for (const auto& [box, value] : {std::pair(m_from, guess.from), std::pair(m_to, guess.to)}) {
        choose(*box, value);
        if (!value.empty() && box->currentIndex() == 0)
            box->setEditText(QString::fromStdString(value)); // a day for all
    }

    const std::string known = guess.crs.empty() ? source.crs : std::string();
    m_crs->clear();
    const auto crs = known.empty() ? std::nullopt : std::optional(gis::Crs::parse(known));
    m_crs->addItem(crs && *crs ? tr("As the file says: %1").arg(text((*crs)->description())) : tr("As the file says"), QString());
    const core::GeoBox bounds = m_workspace.district()->areas().bounds();
    const core::GeoPoint place = bounds.isEmpty() ? core::GeoPoint{116, 36} : core::GeoPoint{bounds.minLongitude, bounds.minLatitude};
    for (const gis::Crs& usual : gis::usualCrs(place)) {
        const QString code = QString::fromStdString(usual.text());
        const QString name = text(usual.description());
        m_crs->addItem(code.startsWith(QStringLiteral("EPSG")) ? QString(name + QStringLiteral(" · ") + code) : name, code);
    }
    choose(*m_crs, guess.crs);
    if (!guess.crs.empty() && m_crs->currentIndex() == 0)
        m_crs->setEditText(QString::fromStdString(guess.crs));

    m_crs->lineEdit()->setCursorPosition(0);

    m_encoding->clear();
    m_encoding->addItem(guess.encoding.empty() && !source.encoding.empty() ? tr("Found: %1").arg(QString::fromStdString(source.encoding)) : tr("Find out"),
                        QString());
    for (const char* encoding : {"GB18030", "UTF-8", "BIG5"})
        m_encoding->addItem(QString::fromLatin1(encoding), QString::fromLatin1(encoding));
    choose(*m_encoding, guess.encoding);
    if (!guess.encoding.empty() && m_encoding->currentIndex() == 0)
        m_encoding->setEditText(QString::fromStdString(guess.encoding));
}

void AreaImportWindow::showPreview(const AreaSource& source) {
    QStringList headings;
    for (const std::string& field : source.fields)
        headings << QString::fromStdString(field);
    m_preview->setColumnCount(static_cast<int>(headings.size()));
    m_preview->setHorizontalHeaderLabels(headings);
    m_preview->setRowCount(static_cast<int>(source.rows.size()));
    for (std::size_t row = 0; row < source.rows.size(); ++row)
        for (std::size_t column = 0; column < source.rows[row].size(); ++column)
            m_preview->setItem(static_cast<int>(row), static_cast<int>(column), new QTableWidgetItem(QString::fromStdString(source.rows[row][column])));
}

gis::AreaImportOptions AreaImportWindow::options() const {
    gis::AreaImportOptions options;
    options.layer = valueOf(*m_layer);
    options.kind = core::areaKindFromKey(valueOf(*m_kind)).value_or(core::AreaKind::Grid);
    options.codeField = valueOf(*m_code);
    options.nameField = valueOf(*m_name);
    options.parentField = valueOf(*m_parent);
    options.gradeField = valueOf(*m_grade);
    options.parentKind = core::areaKindFromKey(valueOf(*m_parentKind));
    options.from = valueOf(*m_from);
    options.to = valueOf(*m_to);
    options.crs = valueOf(*m_crs);
    options.encoding = valueOf(*m_encoding);
    options.snapMetres = m_snap->value();
    return options;
}

void AreaImportWindow::run() {
    if (m_job != 0 || !m_workspace.canWrite())
        return;
    m_progress->setValue(0);
    m_progress->show();
    m_problems->hide();
    say(tr("Importing …"), false);
    const auto report = std::make_shared<core::Result<gis::AreaImportReport>>();
    const QPointer<AreaImportWindow> self(this);
    const auto job = m_workspace.run(
        tr("Importing areas from %1").arg(QFileInfo(m_file->text()).fileName()),
        [report, actor = m_workspace.actor(), path = toPath(m_file->text()), options = options()](core::District& district, const Jobs::Progress& progress) {
            *report = gis::importAreas(district, actor, path, options, progress);
        },
        [self, report, workspace = &m_workspace] {
            if (self)
                self->showResult(*report);
            else if (!*report && report->error().code != core::ErrorCode::Cancelled)
                workspace->notifyFault(report->error());
        });
    m_job = job.value_or(0);
    updateButtons();
}

void AreaImportWindow::showResult(const core::Result<gis::AreaImportReport>& report) {
    m_job = 0;
    m_progress->hide();
    if (!report) {
        say(text(report.error()), report.error().code != core::ErrorCode::Cancelled);
        updateButtons();
        return;
    }
    QString summary = tr("%n area(s) imported.", nullptr, static_cast<int>(report->accepted));
    if (report->rejected > 0)
        summary = tr("%1 %2", "two sentences").arg(summary, tr("%n row(s) refused, see below.", nullptr, static_cast<int>(report->rejected)));
    if (report->snapped > 0)
        summary = tr("%1 %2", "two sentences").arg(summary, tr("%n vertex(es) snapped.", nullptr, static_cast<int>(report->snapped)));
    say(summary, false);
    m_found = report->problems;
    std::stable_partition(m_found.begin(), m_found.end(), [](const auto& problem) { return problem.isRefused; });
    std::vector<Record> records;
    for (const gis::ImportProblem& problem : m_found)
        records.push_back({.key = QString::number(records.size()),
                           .cells = {problem.row == 0 ? tr("all") : QString::number(problem.row), QString::fromStdString(problem.field),
                                     QString::fromStdString(problem.value), text(problem.reason)},
                           .isQuiet = !problem.isRefused});
    m_problemModel->setRecords(std::move(records));
    m_problems->setVisible(!m_found.empty());
    m_preview->setVisible(m_found.empty());
    m_showOnMap->setVisible(report->accepted > 0);
    m_isReady = report->accepted == 0; // the same rows again would only be refused
    updateButtons();
}

void AreaImportWindow::zoomToProblem(const QModelIndex& index) {
    const auto row = static_cast<std::size_t>(index.row());
    const auto place = index.isValid() && row < m_found.size() ? placeOf(m_found[row]) : std::nullopt;
    if (!place)
        return;
    constexpr double Around = 0.001; // degrees, about a hundred metres
    core::GeoBox box;
    box.include(core::GeoPoint{place->longitude - Around, place->latitude - Around});
    box.include(core::GeoPoint{place->longitude + Around, place->latitude + Around});
    m_workspace.requestZoom(box);
}

void AreaImportWindow::say(const QString& text, bool isFault) {
    QPalette colours = palette();
    if (isFault)
        colours.setColor(QPalette::WindowText, QColor(0xB3, 0x26, 0x1E));
    m_message->setPalette(colours);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void AreaImportWindow::updateButtons() {
    const bool isRunning = m_job != 0;
    m_fields->setEnabled(!isRunning && !m_file->text().isEmpty());
    m_cancel->setText(isRunning ? tr("Cancel") : tr("Close"));
    m_import->setEnabled(m_isReady && !isRunning && m_workspace.canWrite() && !valueOf(*m_code).empty());
}

} // namespace gridwarden::app
