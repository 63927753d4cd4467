// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_service_dialog.h"

#include "app/text/message_text.h"
#include "gis/crs/crs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr qint64 LargestDescription = 16 << 20;
constexpr int TimeoutMilliseconds = 20'000;
constexpr int UsualLastLevel = 18;

} // namespace

MapServiceDialog::MapServiceDialog(Jobs& jobs, QWidget* parent)
    : QDialog(parent), m_jobs(jobs), m_form(new QFormLayout), m_name(new QLineEdit(this)), m_address(new QLineEdit(this)),
      m_read(new QPushButton(tr("Read description"), this)), m_servers(new QLineEdit(this)), m_layer(new QComboBox(this)), m_grid(new QComboBox(this)),
      m_first(new QSpinBox(this)), m_last(new QSpinBox(this)), m_datum(new QComboBox(this)), m_attribution(new QLineEdit(this)), m_verdict(new QLabel(this)) {
    setObjectName(QStringLiteral("mapServiceDialog"));
    setWindowTitle(tr("Add map service"));
    m_name->setObjectName(QStringLiteral("serviceName"));
    m_address->setObjectName(QStringLiteral("serviceAddress"));
    m_address->setPlaceholderText(QStringLiteral("http://10.0.0.8/tiles/{z}/{x}/{y}.png"));
    m_address->setToolTip(tr("Tiles by {z}, {x} and {y} ({-y} when rows are counted from below, {s} for one of several servers), or the address of a WMTS"));
    m_read->setObjectName(QStringLiteral("readDescription"));
    m_read->setAutoDefault(false);
    m_servers->setObjectName(QStringLiteral("serviceServers"));
    m_servers->setText(QStringLiteral("abc"));
    m_servers->setToolTip(tr("One letter or digit for each server"));
    m_layer->setObjectName(QStringLiteral("serviceLayer"));
    m_grid->setObjectName(QStringLiteral("serviceGrid"));
    m_first->setRange(0, gis::LastMercatorLevel);
    m_last->setRange(0, gis::LastMercatorLevel);
    m_last->setValue(UsualLastLevel);
    m_last->setObjectName(QStringLiteral("serviceLast"));
    m_datum->setObjectName(QStringLiteral("serviceDatum"));
    m_datum->addItem(tr("CGCS2000 or WGS 84"), QString());
    m_datum->addItem(tr("GCJ-02 (Amap, Tencent)"), QStringLiteral("gcj02"));
    m_datum->addItem(tr("BD-09 (Baidu)"), QStringLiteral("bd09"));
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(QStringLiteral("serviceVerdict"));
    auto* const address = new QHBoxLayout;
    address->setSpacing(8);
    address->addWidget(m_address, 1);
    address->addWidget(m_read);
    auto* const zoom = new QHBoxLayout;
    zoom->setSpacing(8);
    zoom->addWidget(m_first);
    zoom->addWidget(new QLabel(QStringLiteral("–"), this));
    zoom->addWidget(m_last);
    zoom->addStretch(1);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Address"), address);
    m_form->addRow(tr("Servers {s}"), m_servers);
    m_form->addRow(tr("Layer"), m_layer);
    m_form->addRow(tr("Grid of tiles"), m_grid);
    m_form->addRow(tr("Levels"), zoom);
    m_form->addRow(tr("Datum"), m_datum);
    m_form->addRow(tr("Belongs to"), m_attribution);
    auto* const note = new QLabel(tr("Only layers that are added by address use the network, and only their own. What was seen is kept on this computer (512 MB at most) and shown when the service cannot be reached."), this);
    note->setWordWrap(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("addService"));
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(m_form);
    column->addWidget(m_verdict);
    column->addWidget(note);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(620, 380);
    for (QLineEdit* const each : {m_name, m_address, m_servers, m_attribution})
        connect(each, &QLineEdit::textChanged, this, &MapServiceDialog::judge);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_capabilities.reset();
        m_fault.clear();
        judge();
    });
    for (QSpinBox* const each : {m_first, m_last})
        connect(each, &QSpinBox::valueChanged, this, &MapServiceDialog::judge);
    connect(m_datum, &QComboBox::currentIndexChanged, this, &MapServiceDialog::judge);
    connect(m_layer, &QComboBox::currentIndexChanged, this, &MapServiceDialog::fillGrids);
    connect(m_grid, &QComboBox::currentIndexChanged, this, &MapServiceDialog::judge);
    connect(m_read, &QPushButton::clicked, this, &MapServiceDialog::readDescription);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

MapServiceDialog::~MapServiceDialog() {
    m_jobs.cancel(m_job);
}

QString MapServiceDialog::name() const {
    const QString typed = m_name->text().trimmed();
    if (!typed.isEmpty())
        return typed;
    if (m_capabilities && m_layer->currentIndex() >= 0)
        return m_layer->currentText();
    return QUrl(m_address->text()).host();
}

bool MapServiceDialog::isTemplate() const {
    return m_address->text().contains(u"{x}");
}

void MapServiceDialog::readDescription() {
    QUrl url(m_address->text().trimmed());
    if (!url.isValid() || (url.scheme() != QStringLiteral("http") && url.scheme() != QStringLiteral("https"))) {
        m_fault = tr("The address begins with http:// or https://.");
        judge();
        return;
    }
    m_asked = url.toString();
    // An address without its question is completed; a document is asked for as it is.
    if (!m_asked.endsWith(QStringLiteral(".xml"), Qt::CaseInsensitive) && !m_asked.contains(QStringLiteral("request="), Qt::CaseInsensitive))
        url.setQuery(url.query() + (url.query().isEmpty() ? QString() : QStringLiteral("&")) + QStringLiteral("SERVICE=WMTS&REQUEST=GetCapabilities"));
    if (m_network == nullptr)
        m_network = new QNetworkAccessManager(this);
    QNetworkRequest question(url);
    question.setTransferTimeout(TimeoutMilliseconds);
    question.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    question.setMaximumRedirectsAllowed(3);
    question.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Gridwarden"));
    QNetworkReply* const reply = m_network->get(question);
    m_read->setEnabled(false);
    m_fault.clear();
    m_verdict->setText(tr("Reading …"));
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > LargestDescription)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_read->setEnabled(true);
        if (reply->error() == QNetworkReply::NoError) {
            takeDescription(reply->readAll());
            return;
        }
        m_fault = tr("The service does not answer: %1").arg(reply->errorString());
        judge();
    });
}

void MapServiceDialog::takeDescription(const QByteArray& xml) {
    const auto read = std::make_shared<core::Result<gis::WmtsCapabilities>>(tl::unexpected(core::Error{}));
    m_job = m_jobs.start(
        windowTitle(), [read, xml](const Jobs::Progress&, std::stop_token) { *read = gis::WmtsCapabilities::parse(xml); },
        [read, dialog = QPointer<MapServiceDialog>(this)] {
            if (!dialog)
                return;
            if (!*read) {
                dialog->m_fault = text(read->error());
                dialog->judge();
                return;
            }
            dialog->m_capabilities = std::move(**read);
            dialog->m_layer->clear();
            for (const gis::WmtsLayer& layer : dialog->m_capabilities->layers)
                dialog->m_layer->addItem(QString::fromStdString(layer.title.empty() ? layer.name : layer.title));
            dialog->m_attribution->setText(QString::fromStdString(dialog->m_capabilities->provider));
            dialog->fillGrids();
        });
}

void MapServiceDialog::fillGrids() {
    m_grid->clear();
    if (m_capabilities && m_layer->currentIndex() >= 0)
        for (const std::string& name : m_capabilities->layers[static_cast<std::size_t>(m_layer->currentIndex())].grids)
            for (const gis::WmtsGrid& grid : m_capabilities->grids)
                if (grid.name == name)
                    m_grid->addItem(QString::fromStdString(name + " (" + grid.crs + ")"), QString::fromStdString(name));
    judge();
}

void MapServiceDialog::judge() {
    if (m_ok == nullptr)
        return;
    const bool isTiles = isTemplate();
    m_form->setRowVisible(m_servers, isTiles && m_address->text().contains(u"{s}"));
    m_form->setRowVisible(m_layer, m_capabilities.has_value());
    m_form->setRowVisible(m_grid, m_capabilities.has_value());
    m_form->setRowVisible(5, isTiles);
    m_read->setVisible(!isTiles);
    m_service.reset();
    QString fault = m_fault;
    gis::TileService service;
    if (isTiles) {
        service.url = m_address->text().trimmed().toStdString();
        service.servers = service.url.find("{s}") != std::string::npos ? m_servers->text().trimmed().toStdString() : std::string();
        service.crs = "EPSG:3857";
        service.levels = gis::mercatorLevels(m_first->value(), m_last->value());
    } else if (m_capabilities && m_layer->currentIndex() >= 0 && m_grid->currentIndex() >= 0) {
        auto chosen = m_capabilities->service(static_cast<std::size_t>(m_layer->currentIndex()), m_grid->currentData().toString().toStdString(), m_asked.toStdString());
        if (chosen)
            service = std::move(*chosen);
        else
            fault = text(chosen.error());
    }
    service.attribution = m_attribution->text().trimmed().toStdString();
    if (const std::string datum = m_datum->currentData().toString().toStdString(); !datum.empty())
        service.crs = datum + ':' + service.crs;
    if (service.isUsable()) {
        const auto crs = gis::Crs::parse(service.crs);
        if (crs)
            service.crs = crs->text();
        else
            fault = text(crs.error());
        if (crs)
            m_service = std::move(service);
    } else if (fault.isEmpty() && isTiles) {
        fault = tr("The address needs {z}, {x} and {y} and begins with http:// or https://.");
    }
    m_verdict->setText(fault);
    m_verdict->setVisible(!fault.isEmpty());
    m_ok->setEnabled(m_service.has_value());
}

} // namespace gridwarden::app
