// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patrol/track_import_dialog.h"

#include "app/cases/panel_text.h"
#include "app/patrol/track_import_text.h"
#include "app/text/message_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

/// What came of all files.
struct Outcome {
    QStringList lines{};
    std::optional<core::Moment> from{}, to{};
};

void importFile(core::District& district, const core::Actor& actor, const QString& file,
                const gis::TrackOptions& options, core::OrganisationId squad,
                const std::function<bool(double)>& progress, Outcome& outcome) {
    const QString name = QFileInfo(file).fileName();
    const auto part = [&](double from) {
        return [&progress, from](double share) { return progress(from + share / 2); };
    };
    const auto read = gis::readTracks(file.toStdString(), options, part(0));
    if (!read) {
        outcome.lines += name + QStringLiteral(": ") + text(read.error());
        return;
    }
    const auto written = core::importTracks(district, actor, read->tracks, squad, name.toStdString(), part(0.5));
    if (!written) {
        outcome.lines += name + QStringLiteral(": ") + text(written.error());
        return;
    }
    outcome.lines += trackImportText(name, *read, *written);
    if (written->from) {
        outcome.from = std::min(outcome.from.value_or(*written->from), *written->from);
        outcome.to = std::max(outcome.to.value_or(*written->to), *written->to);
    }
}

} // namespace

TrackImportDialog::TrackImportDialog(Workspace& workspace, QStringList files, core::OrganisationId squad,
                                     QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_files(std::move(files)), m_squad(new QComboBox(this)),
      m_crs(new QComboBox(this)), m_said(new QPlainTextEdit(this)), m_import(nullptr) {
    setObjectName(QStringLiteral("trackImportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import tracks"));
    resize(620, 460);
    m_squad->setObjectName(QStringLiteral("trackSquad"));
    m_squad->addItem(tr("not known"), qlonglong(0));
    for (const core::Organisation& organisation : workspace.district()->people().organisations())
        if (organisation.active)
            m_squad->addItem(QString::fromStdString(organisation.name), qlonglong(organisation.id.value()));
    m_squad->setCurrentIndex(std::max(0, m_squad->findData(qlonglong(squad.value()))));
    m_crs->setObjectName(QStringLiteral("trackCrs"));
    m_crs->addItem(tr("as the file says, else WGS 84"), QString());
    m_crs->addItem(tr("GCJ-02 (Amap, Tencent)"), QStringLiteral("gcj02"));
    m_crs->addItem(tr("BD-09 (Baidu)"), QStringLiteral("bd09"));
    QStringList names;
    for (const QString& file : m_files)
        names += QFileInfo(file).fileName();
    m_said->setObjectName(QStringLiteral("trackImportSaid"));
    m_said->setReadOnly(true);
    m_said->setPlainText(names.join(QLatin1Char('\n')));
    auto* const note = new QLabel(tr("Tracks are matched to the roads of the district. Kept is which roads a squad "
                                     "passed and when, not who carried the device."),
                                  this);
    note->setWordWrap(true);
    auto* const form = new QFormLayout;
    form->addRow(tr("Whose tracks"), m_squad);
    form->addRow(tr("Coordinates"), m_crs);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(QStringLiteral("startTrackImport"));
    m_import->setDefault(true);
    auto* const rows = new QVBoxLayout(this);
    rows->setSpacing(Gap);
    rows->addWidget(note);
    rows->addLayout(form);
    rows->addWidget(m_said, 1);
    rows->addWidget(buttons);
    connect(m_import, &QPushButton::clicked, this, &TrackImportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
}

void TrackImportDialog::start() {
    const auto outcome = std::make_shared<Outcome>();
    gis::TrackOptions options;
    options.crs = m_crs->currentData().toString().toStdString();
    options.timeZone = m_workspace.district()->timeZone();
    const core::OrganisationId squad(m_squad->currentData().toLongLong());
    const core::TimeZone zone = options.timeZone;
    m_import->setEnabled(false);
    const QPointer<TrackImportDialog> self(this);
    const auto begun = m_workspace.run(
        tr("Importing tracks"),
        [outcome, options, squad, files = m_files, actor = m_workspace.actor()](core::District& district,
                                                                                const Jobs::Progress& progress) {
            for (qsizetype i = 0;
                 i < files.size() && progress(static_cast<double>(i) / static_cast<double>(files.size())); ++i)
                importFile(
                    district, actor, files[i], options, squad,
                    [&](double share) {
                        return progress((static_cast<double>(i) + share) / static_cast<double>(files.size()));
                    },
                    *outcome);
        },
        [self, outcome, zone] {
            if (!self)
                return;
            self->m_said->setPlainText(outcome->lines.join(QLatin1Char('\n')));
            if (outcome->from)
                emit self->imported({zone.day(*outcome->from), zone.day(*outcome->to)});
            else
                self->m_import->setEnabled(true); // nothing came in: another choice may help
        });
    if (!begun)
        m_import->setEnabled(true);
}

} // namespace gridwarden::app
