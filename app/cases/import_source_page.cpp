// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/import_source_page.h"

#include "app/cases/case_labels.h"
#include "app/cases/field_names.h"
#include "app/cases/import_tables.h"
#include "app/cases/panel_text.h"
#include "app/text/message_text.h"
#include "gis/crs/crs.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {
constexpr int WidestField = 240; // pixels
} // namespace

ImportSourcePage::ImportSourcePage(CaseImportSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_summary(makeLabel({}, TextSize::Body, /*isMuted=*/true, this)),
      m_layer(new QComboBox(this)), m_encoding(new QComboBox(this)), m_crs(new QComboBox(this)), m_zone(new QLineEdit(this)),
      m_group(new QComboBox(this)), m_fault(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)), m_rows(new SourceRowsModel(this)), m_view(new QTableView(this)), m_fields(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(Gap);
    auto* file = makeLabel(QFileInfo(session.file()).fileName(), TextSize::Heading, /*isMuted=*/false, this);
    file->setToolTip(session.file());
    column->addWidget(file);
    m_summary->setObjectName(QStringLiteral("sourceSummary"));
    column->addWidget(m_summary);

    auto* grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(Gap);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    const auto add = [&](int row, int place, const QString& label, QWidget* field, const char* name, const QString& toolTip) {
        auto* words = makeLabel(label, TextSize::Body, /*isMuted=*/true, this);
        words->setBuddy(field);
        field->setObjectName(QLatin1String(name));
        field->setToolTip(toolTip);
        grid->addWidget(words, row, place * 2);
        grid->addWidget(field, row, place * 2 + 1);
    };
    add(0, 0, tr("Layer"), m_layer, "layer", tr("Table or layer of the file"));
    add(0, 1, tr("Encoding"), m_encoding, "encoding", tr("How the text is written; the rows below follow"));
    add(1, 0, tr("Coordinates"), m_crs, "crs", tr("The system of the coordinates, also one with a map service's offset"));
    add(1, 1, tr("Time zone"), m_zone, "timeZone", tr("Of times that say none, for instance Asia/Shanghai"));
    add(2, 0, tr("A case is"), m_group, "group", tr("Rows that agree in these fields are one case; join several fields with +"));
    column->addWidget(m_fields);
    for (QComboBox* box : {m_layer, m_encoding, m_crs, m_group})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    m_encoding->setEditable(true);
    m_encoding->addItem(tr("found by itself"), QString());
    for (const char* name : {"UTF-8", "GB18030", "BIG5", "SHIFT_JIS", "EUC-KR", "CP1252"})
        m_encoding->addItem(QLatin1String(name), QLatin1String(name));
    fillCrs();
    m_zone->setPlaceholderText(QString::fromStdString(session.workspace().district()->timeZone().name()));
    m_group->setEditable(true);

    m_fault->setObjectName(QStringLiteral("sourceFault"));
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
    m_view->setObjectName(QStringLiteral("sourceRows"));
    m_view->setModel(m_rows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Gap);
    column->addWidget(m_view, 1);

    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
        m_session.changeSource([this](gis::CaseImportOptions& options) { options.layer = m_layer->currentText().toStdString(); });
    });
    const auto chooseEncoding = [this] {
        const bool isListed = m_encoding->findText(m_encoding->currentText()) == m_encoding->currentIndex();
        const QString name = isListed ? m_encoding->currentData().toString() : m_encoding->currentText().trimmed();
        if (name.toStdString() != m_session.options().encoding)
            m_session.changeSource([&](gis::CaseImportOptions& options) { options.encoding = name.toStdString(); });
    };
    connect(m_encoding, &QComboBox::activated, this, chooseEncoding);
    connect(m_encoding->lineEdit(), &QLineEdit::editingFinished, this, chooseEncoding);
    const auto chooseCrs = [this] {
        const bool isListed = m_crs->findText(m_crs->currentText()) == m_crs->currentIndex();
        const QString crs = isListed ? m_crs->currentData().toString() : m_crs->currentText().trimmed();
        if (crs.toStdString() != m_session.options().crs)
            m_session.change([&](gis::CaseImportOptions& options) { options.crs = crs.toStdString(); });
    };
    connect(m_crs, &QComboBox::activated, this, chooseCrs);
    connect(m_crs->lineEdit(), &QLineEdit::editingFinished, this, chooseCrs);
    connect(m_zone, &QLineEdit::editingFinished, this, [this] {
        const std::string zone = m_zone->text().trimmed().toStdString();
        if (zone != m_session.options().timeZone)
            m_session.change([&](gis::CaseImportOptions& options) { options.timeZone = zone; });
    });
    const auto chooseGroup = [this] {
        const QString typed = m_group->currentText();
        std::vector<std::string> fields;
        if (typed != m_group->itemText(0))
            fields = fieldsNamed(typed, m_session.preview() ? m_session.preview()->fields : fields);
        if (fields != m_session.options().groupBy)
            m_session.change([&](gis::CaseImportOptions& options) { options.groupBy = fields; });
    };
    connect(m_group, &QComboBox::activated, this, chooseGroup);
    connect(m_group->lineEdit(), &QLineEdit::editingFinished, this, chooseGroup);
    connect(&session, &CaseImportSession::previewChanged, this, &ImportSourcePage::follow);
    connect(&session, &CaseImportSession::workChanged, this, &ImportSourcePage::followWork);
    follow();
    followWork();
}

void ImportSourcePage::followWork() {
    const bool isReading = m_session.work() == CaseImportSession::Work::Reading;
    m_fields->setEnabled(!isReading);
    if (isReading)
        m_summary->setText(tr("Reading …"));
    else if (!m_session.preview())
        m_summary->clear();
}

void ImportSourcePage::fillCrs() {
    m_crs->setEditable(true);
    m_crs->addItem(tr("as the file says"), QString());
    const core::GeoBox bounds = m_session.workspace().district()->areas().bounds();
    const core::GeoPoint middle = bounds.isEmpty() ? core::GeoPoint{120, 30}
                                                   : core::GeoPoint{(bounds.minLongitude + bounds.maxLongitude) / 2,
                                                                    (bounds.minLatitude + bounds.maxLatitude) / 2};
    for (const gis::Crs& crs : gis::usualCrs(middle))
        m_crs->addItem(text(crs.description()), QString::fromStdString(crs.text()));
}

void ImportSourcePage::follow() {
    const auto& preview = m_session.preview();
    if (m_layer->count() != m_session.layers().size()) {
        const QSignalBlocker quiet(m_layer);
        m_layer->clear();
        m_layer->addItems(m_session.layers());
    }
    m_layer->setEnabled(m_layer->count() > 1);
    setTextColour(m_fault, faultColour(palette()));
    m_fault->setText(m_session.fault());
    m_fault->setVisible(!m_session.fault().isEmpty());
    m_rows->setPreview(preview ? std::make_shared<const gis::CaseImportPreview>(*preview) : nullptr);
    m_view->resizeColumnsToContents();
    for (int field = 0; field < m_rows->columnCount(); ++field)
        m_view->setColumnWidth(field, std::min(m_view->columnWidth(field), WidestField));
    if (!preview)
        return;
    QStringList summary;
    if (preview->rowCount)
        summary << tr("%1 rows").arg(QLocale().toString(static_cast<qulonglong>(*preview->rowCount)));
    summary << tr("%n field(s)", "", static_cast<int>(preview->fields.size()));
    if (!preview->encoding.empty())
        summary << tr("text in %1").arg(QString::fromStdString(preview->encoding));
    if (!preview->crs.empty())
        summary << tr("coordinates in %1").arg(QString::fromStdString(preview->crs));
    m_summary->setText(summary.join(QStringLiteral(" · ")));
    const QSignalBlocker quiet(m_group);
    m_group->clear();
    m_group->addItem(tr("every row by itself"));
    for (const std::string& field : preview->fields)
        m_group->addItem(QString::fromStdString(field));
    if (m_session.options().groupBy.empty())
        m_group->setCurrentIndex(0);
    else
        m_group->setEditText(joinedFields(m_session.options().groupBy));
}

} // namespace gridwarden::app
