// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/datum_check.h"

#include "app/workspace/icon.h"
#include "gis/draw/layer_places.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostVertices = 200'000; ///< of the layer, before those near the other one are taken

QString nameOf(gis::DatumShift datum) {
    switch (datum) {
    case gis::DatumShift::Gcj02:
        return QStringLiteral("GCJ-02");
    case gis::DatumShift::Bd09:
        return QStringLiteral("BD-09");
    case gis::DatumShift::None:
        break;
    }
    return QStringLiteral("CGCS2000");
}

/// A way as a distance and its parts.
QString wayText(gis::ShiftVector way) {
    return DatumCheck::tr("%1 m (%2 east, %3 north)")
        .arg(QLocale().toString(std::hypot(way.east, way.north), 'f', 1), QLocale().toString(way.east, 'f', 1), QLocale().toString(way.north, 'f', 1));
}

} // namespace

DatumCheck::DatumCheck(LayerList& layers, int row, Jobs& jobs, QWidget* parent)
    : QDialog(parent), m_jobs(jobs), m_mapCrs(layers.mapCrs()), m_reference(new QComboBox(this)), m_table(new QTableWidget(3, 4, this)),
      m_verdict(new QLabel(this)), m_apply(nullptr) {
    setObjectName(QStringLiteral("datumCheck"));
    setWindowTitle(tr("Check the datum of %1").arg(layers.titleOf(row)));
    const auto vectorAt = [&layers](int at) -> std::shared_ptr<const gis::VectorLayer> {
        const auto& layer = layers.entry(at).layer;
        const auto* const vector = layer ? std::get_if<std::shared_ptr<const gis::VectorLayer>>(&*layer) : nullptr;
        return vector != nullptr ? *vector : nullptr;
    };
    m_layer = vectorAt(row);
    if (const auto crs = gis::Crs::parse(layers.entry(row).source.crs))
        m_readAs = crs->datumShift();
    for (const auto& areas : layers.visibleAreas()) {
        m_references.emplace_back(areas, &areas->shapes());
        m_reference->addItem(tr("Areas of the district"));
        break;
    }
    for (int other = 0; other < layers.rowCount(); ++other)
        if (const auto vector = other != row ? vectorAt(other) : nullptr) {
            m_references.emplace_back(vector, &vector->shapes());
            m_reference->addItem(layers.titleOf(other));
        }
    // Streets and buildings tell more than the borders of areas.
    if (m_references.size() > 1 && !layers.visibleAreas().empty())
        m_reference->setCurrentIndex(1);
    m_reference->setObjectName(QStringLiteral("datumReference"));
    m_table->setObjectName(QStringLiteral("datumEvidence"));
    m_table->setHorizontalHeaderLabels({tr("Read as"), tr("Found on it"), tr("Before: to where it belongs"), tr("After: what is left")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(QStringLiteral("datumVerdict"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_apply = buttons->addButton(tr("Read as %1").arg(QStringLiteral("GCJ-02")), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("applyDatum"));
    m_apply->setEnabled(false);
    auto* const form = new QFormLayout;
    form->addRow(tr("Compare with"), m_reference);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_table, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    resize(760, 300);
    connect(m_reference, &QComboBox::currentIndexChanged, this, &DatumCheck::compare);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_chosen = m_found == gis::DatumShift::Gcj02 ? "gcj02" : m_found == gis::DatumShift::Bd09 ? "bd09" : "";
        accept();
    });
    compare();
}

DatumCheck::~DatumCheck() {
    m_jobs.cancel(m_job);
}

void DatumCheck::compare() {
    m_jobs.cancel(m_job);
    m_table->clearContents();
    m_apply->setEnabled(false);
    if (!m_layer || m_references.empty()) {
        m_verdict->setText(tr("There is nothing to compare with: show areas, or add a layer whose coordinates are known to be right."));
        return;
    }
    m_verdict->setText(tr("Comparing …"));
    const auto hint = std::make_shared<std::optional<gis::DatumHint>>();
    const auto reference = m_references[static_cast<std::size_t>(m_reference->currentIndex())];
    m_job = m_jobs.start(
        windowTitle(),
        [hint, reference, layer = m_layer, crs = m_mapCrs, readAs = m_readAs](const Jobs::Progress&, std::stop_token stop) {
            const std::vector<core::GeoPoint> places = gis::placesBeforeDatum(layer->shapes(), crs, readAs, MostVertices);
            const std::vector<core::Line> lines = gis::linesOf(*reference, crs);
            *hint = gis::hintAtDatum(places, lines, [&stop] { return !stop.stop_requested(); });
        },
        [hint, dialog = QPointer<DatumCheck>(this), reference] {
            // Another one may have been chosen meanwhile.
            if (dialog && *hint && reference == dialog->m_references[static_cast<std::size_t>(dialog->m_reference->currentIndex())])
                dialog->showEvidence(**hint);
        });
}

void DatumCheck::showEvidence(const gis::DatumHint& hint) {
    const QLocale locale;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const gis::DatumEvidence& evidence = hint.evidence[static_cast<std::size_t>(row)];
        const bool isNow = evidence.datum == m_readAs;
        const bool isMeant = evidence.matched > hint.chanceMatched; // else the ways are those of chance
        const QStringList texts{isNow ? tr("%1 (as now)").arg(nameOf(evidence.datum)) : nameOf(evidence.datum),
                                tr("%1 of %2 points").arg(locale.toString(static_cast<qulonglong>(evidence.matched)), locale.toString(static_cast<qulonglong>(hint.points))),
                                isMeant ? wayText(evidence.before) : QStringLiteral("—"),
                                isMeant ? QString(wayText(evidence.after) + u", " + tr("median distance %1 m").arg(locale.toString(evidence.medianMetres, 'f', 1))) : QStringLiteral("—")};
        for (int column = 0; column < texts.size(); ++column) {
            auto* const item = new QTableWidgetItem(texts[column]);
            QFont font = item->font();
            font.setBold(evidence.datum == hint.verdict);
            item->setFont(font);
            m_table->setItem(row, column, item);
        }
    }
    m_found = hint.verdict;
    const QString chance = tr("Moved at random, at most %1 points were found.").arg(locale.toString(static_cast<qulonglong>(hint.chanceMatched)));
    if (!hint.verdict)
        m_verdict->setText(tr("The two layers do not tell: in no datum are clearly more points found than by chance.") + u'\n' + chance);
    else if (*hint.verdict == m_readAs)
        m_verdict->setText(tr("It lies where it belongs, read as %1 as it is now.").arg(nameOf(m_readAs)) + u'\n' + chance);
    else
        m_verdict->setText(tr("This looks like %1.").arg(nameOf(*hint.verdict)) + u'\n' + chance);
    m_apply->setEnabled(hint.verdict && *hint.verdict != m_readAs);
    if (hint.verdict)
        m_apply->setText(tr("Read as %1").arg(nameOf(*hint.verdict)));
}

} // namespace gridwarden::app
