// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_strip.h"

#include "app/cases/case_labels.h"
#include "app/cases/comparison_window.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_adding.h"
#include "app/cases/photo_note_text.h"
#include "app/cases/photo_tile.h"
#include "app/cases/readable_copy.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "app/workspace/settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QShortcut>
#include <QToolButton>
#include <QUrl>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr qint64 DraggedAtOnce = 8'000'000; // bytes: copied while the hand already moves
const QString OriginalsKey = QStringLiteral("cases/keep-originals");

} // namespace

PhotoStrip::PhotoStrip(Workspace& workspace, bool isEditable, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_isEditable(isEditable), m_adding(new PhotoAdding(workspace, this)),
      m_row(new QHBoxLayout), m_compare(new QToolButton(this)), m_add(new QToolButton(this)),
      m_preparing(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)),
      m_originals(new QCheckBox(tr("Keep the originals"), this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(SmallGap);
    column->addLayout(m_row);
    m_row->setSpacing(SmallGap);
    m_row->addWidget(m_compare);
    m_row->addWidget(m_add);
    m_row->addWidget(m_preparing);
    m_row->addStretch();
    column->addWidget(m_originals);
    m_compare->setObjectName(QStringLiteral("comparePhotos"));
    m_compare->setIcon(icon(QLatin1String("columns-2")));
    m_compare->setAutoRaise(true);
    m_compare->setToolTip(tr("Compare two photos with a line between them"));
    m_compare->setAccessibleName(m_compare->toolTip());
    connect(m_compare, &QToolButton::clicked, this, &PhotoStrip::compare);
    buildAdding();
    followCount();
}

void PhotoStrip::buildAdding() {
    m_add->setObjectName(QStringLiteral("addPhoto"));
    m_add->setIcon(icon(QLatin1String("camera")));
    m_add->setText(tr("Add photos"));
    m_add->setToolTip(tr("Choose photos or papers, drop them here, or paste them (Ctrl+Shift+V)"));
    m_add->setVisible(m_isEditable);
    m_preparing->hide();
    m_originals->setObjectName(QStringLiteral("keepOriginals"));
    m_originals->setChecked(remembered(OriginalsKey, false).toBool());
    m_adding->setKeepsOriginals(m_originals->isChecked());
    setAcceptDrops(m_isEditable);
    if (!m_isEditable)
        return;
    connect(m_add, &QToolButton::clicked, this, &PhotoStrip::choose);
    connect(&m_workspace, &Workspace::districtClosing, this, &PhotoStrip::clear); // beside which copies lie
    connect(m_originals, &QCheckBox::toggled, this, &PhotoStrip::prepareAgain);
    connect(m_adding, &PhotoAdding::refused, this, &PhotoStrip::refused);
    connect(m_adding, &PhotoAdding::prepared, this, &PhotoStrip::take);
    connect(m_adding, &PhotoAdding::preparingChanged, this, [this] {
        m_preparing->setText(tr("copying …"));
        m_preparing->setVisible(m_adding->isPreparing());
        followCount();
        emit changed();
    });
    auto* const paste =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), parentWidget() ? parentWidget() : this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, [this] { addFrom(QApplication::clipboard()->mimeData()); });
}

// ── What is in it ──

void PhotoStrip::setCase(const core::CaseRecord& record) {
    clear();
    m_number = QString::fromStdString(record.report.number);
    const core::District& district = *m_workspace.district();
    for (const core::Photo& photo : record.photos) {
        QStringList caption = {QString::fromStdString(photo.name)};
        if (!photo.kind.empty())
            caption << word("photo_kinds", photo.kind);
        if (photo.taken)
            caption << fullTime(*photo.taken, district.timeZone());
        const bool isPaper = photo.kind == core::PaperKind;
        addEntry({photo, QString::fromStdString((district.filesFolder() / photo.sha256).string()),
                  caption.join(QStringLiteral(" · ")),
                  isPaper ? QString() : photoNoteText(core::photoNote(record, photo)), nullptr});
    }
    followCount();
}

void PhotoStrip::setFiles(const std::vector<core::PhotoDraft>& files) {
    clear();
    for (const core::PhotoDraft& draft : files) {
        core::Photo photo;
        photo.name = draft.file.filename().string();
        photo.kind = draft.kind;
        photo.taken = draft.taken;
        photo.thumbnail = draft.thumbnail;
        QStringList caption = {QString::fromStdString(photo.name)};
        if (photo.taken && m_workspace.district() != nullptr)
            caption << fullTime(*photo.taken, m_workspace.district()->timeZone());
        addEntry(
            {photo, QString::fromStdString(draft.file.string()), caption.join(QStringLiteral(" · ")), {}, nullptr});
    }
    followCount();
}

void PhotoStrip::take(const core::PhotoDraft& draft) {
    core::Photo photo;
    photo.name = draft.name.empty() ? draft.file.filename().string() : draft.name;
    photo.kind = draft.kind;
    photo.thumbnail = draft.thumbnail;
    const QFileInfo original(QString::fromStdString(draft.file.string()));
    QStringList caption = {original.fileName()};
    if (draft.taken && m_workspace.district() != nullptr)
        caption << fullTime(*draft.taken, m_workspace.district()->timeZone());
    QString note;
    if (const auto size = static_cast<qint64>(draft.staged->size()); size != original.size())
        note = tr("kept at %1 instead of %2")
                   .arg(QLocale().formattedDataSize(size), QLocale().formattedDataSize(original.size()));
    m_drafts.push_back(draft);
    addEntry({photo, QString::fromStdString(draft.staged->path().string()), caption.join(QStringLiteral(" · ")), note,
              nullptr});
    followCount();
    emit added(draft);
    emit changed();
}

void PhotoStrip::addEntry(Entry entry) {
    auto* const button = makePhotoTile(entry.photo, this);
    entry.button = button;
    QStringList lines = {entry.caption};
    if (!entry.note.isEmpty())
        lines << entry.note;
    if (m_isEditable)
        lines << tr("Delete takes it away");
    button->setToolTip(lines.join(u'\n'));
    button->setAccessibleName(entry.caption);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, button] { open(positionOf(button)); });
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(button, &QWidget::customContextMenuRequested, this, [this, button](QPoint at) { showMenu(button, at); });
    if (m_isEditable) {
        auto* const shortcut = new QShortcut(QKeySequence::Delete, button);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(
            shortcut, &QShortcut::activated, this, [this, button] { removeAt(positionOf(button)); },
            Qt::QueuedConnection);
    }
    m_row->insertWidget(static_cast<int>(m_entries.size()), button);
    button->show();
    m_entries.push_back(std::move(entry));
}

void PhotoStrip::followCount() {
    m_compare->setVisible(pictures().size() > 1);
    m_add->setToolButtonStyle(m_entries.empty() && !isPreparing() ? Qt::ToolButtonTextBesideIcon
                                                                  : Qt::ToolButtonIconOnly);
    const int pixels = m_adding->copyPixels();
    m_originals->setVisible(m_isEditable && pixels > 0 && (!m_entries.empty() || isPreparing()));
    m_originals->setToolTip(tr("Photos are copied with at most %L1 pixels on the longer side, which is enough to see "
                               "everything; time and place stay. Checked, the files are kept as they are.")
                                .arg(pixels));
}

void PhotoStrip::clear() {
    m_adding->clear();
    m_preparing->hide();
    dropEntries();
}

void PhotoStrip::dropEntries() {
    for (const Entry& entry : m_entries)
        delete entry.button;
    m_entries.clear();
    m_drafts.clear();
    followCount();
}

void PhotoStrip::removeAt(int position) {
    if (position >= count())
        return;
    m_entries[static_cast<std::size_t>(position)].button->deleteLater();
    m_entries[static_cast<std::size_t>(position)].button->hide();
    m_entries.erase(m_entries.begin() + position);
    m_drafts.erase(m_drafts.begin() + position);
    followCount();
    emit changed();
}

/// With other sizes than before.
void PhotoStrip::prepareAgain() {
    remember(OriginalsKey, m_originals->isChecked());
    m_adding->setKeepsOriginals(m_originals->isChecked());
    QStringList files;
    for (const core::PhotoDraft& draft : m_drafts)
        files << QString::fromStdString(draft.file.string());
    dropEntries();
    m_adding->addAgain(files);
}

int PhotoStrip::positionOf(const QObject* button) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.button == button; });
    return static_cast<int>(found - m_entries.begin());
}

std::vector<int> PhotoStrip::pictures() const {
    std::vector<int> positions;
    for (int i = 0; i < count(); ++i)
        if (!m_entries[static_cast<std::size_t>(i)].isPaper())
            positions.push_back(i);
    return positions;
}

std::optional<std::pair<int, int>> PhotoStrip::compared() const {
    const std::vector<int> all = pictures();
    if (all.size() < 2)
        return std::nullopt;
    const auto kindOf = [&](int i) {
        return m_entries[static_cast<std::size_t>(all[static_cast<std::size_t>(i)])].photo.kind;
    };
    const int last = static_cast<int>(all.size()) - 1;
    int before = 0, after = last;
    while (before < last && kindOf(before) != "before")
        ++before;
    while (after > 0 && kindOf(after) != "after")
        --after;
    const bool isPair = kindOf(before) == "before" && kindOf(after) == "after";
    return isPair ? std::pair(before, after) : std::pair(0, last);
}

bool PhotoStrip::isPreparing() const {
    return m_adding->isPreparing();
}

// ── Adding ──

void PhotoStrip::choose() {
    const QPointer<PhotoStrip> self = this; // may go while the dialog is open
    const QStringList files = prompts().filesToOpen(window(), tr("Add photos and papers"), tr("All files (*)"));
    if (self)
        addFiles(files);
}

void PhotoStrip::addFiles(const QStringList& files) {
    m_adding->add(files);
}

bool PhotoStrip::accepts(const QMimeData* carried) {
    return PhotoAdding::carriesFiles(carried);
}

void PhotoStrip::addFrom(const QMimeData* carried) {
    if (carried != nullptr && m_isEditable)
        addFiles(m_adding->filesOf(carried));
}

void PhotoStrip::dragEnterEvent(QDragEnterEvent* event) {
    const auto* const source = qobject_cast<QWidget*>(event->source());
    if (accepts(event->mimeData()) && (source == nullptr || !isAncestorOf(source)))
        event->acceptProposedAction();
}

void PhotoStrip::dropEvent(QDropEvent* event) {
    addFrom(event->mimeData());
    event->acceptProposedAction();
}

// ── Looking, and giving to other programs ──

void PhotoStrip::open(int position) {
    if (position >= count())
        return;
    if (m_entries[static_cast<std::size_t>(position)].isPaper())
        return openElsewhere(m_workspace, m_entries[static_cast<std::size_t>(position)].file, nameOf(position));
    std::vector<PhotoViewer::Picture> shown;
    int first = 0;
    for (const int i : pictures()) {
        const Entry& entry = m_entries[static_cast<std::size_t>(i)];
        if (i == position)
            first = static_cast<int>(shown.size());
        shown.push_back({entry.file, entry.caption, entry.note});
    }
    PhotoViewer::open(std::move(shown), first, window());
}

void PhotoStrip::compare() {
    const auto both = compared();
    if (!both)
        return;
    std::vector<PhotoViewer::Picture> shown;
    for (const int i : pictures()) {
        const Entry& entry = m_entries[static_cast<std::size_t>(i)];
        QStringList words;
        if (!entry.photo.kind.empty())
            words << word("photo_kinds", entry.photo.kind);
        if (entry.photo.taken && m_workspace.district() != nullptr)
            words << fullTime(*entry.photo.taken, m_workspace.district()->timeZone());
        words << QString::fromStdString(entry.photo.name);
        shown.push_back({entry.file, words.join(QStringLiteral(" · ")), entry.note});
    }
    ComparisonWindow::open(std::move(shown), both->first, both->second, window());
}

QString PhotoStrip::nameOf(int position) const {
    return readableName(m_number, m_entries[static_cast<std::size_t>(position)].photo, position + 1);
}

void PhotoStrip::showMenu(QToolButton* button, QPoint at) {
    const int position = positionOf(button);
    if (position >= count())
        return;
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("photoMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<QToolButton> tile = button; // may go while the menu or a dialog is open
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, tile] { open(positionOf(tile)); });
    connect(
        menu->addAction(icon(QLatin1String("download")), tr("Save a copy …")), &QAction::triggered, this,
        [this, file = m_entries[static_cast<std::size_t>(position)].file, name = nameOf(position)] {
            saveCopy(m_workspace, window(), file, name);
        },
        Qt::QueuedConnection); // the menu has ended by then
    if (m_isEditable)
        connect(
            menu->addAction(icon(QLatin1String("trash-2")), tr("Take away")), &QAction::triggered, this,
            [this, tile] { removeAt(positionOf(tile)); }, Qt::QueuedConnection);
    menu->popup(button->mapToGlobal(at));
}

QMimeData* PhotoStrip::dragged(int position) const {
    const QString& file = m_entries[static_cast<std::size_t>(position)].file;
    if (QFileInfo(file).size() > DraggedAtOnce && !hasReadableCopy(file.toStdString(), nameOf(position)))
        return nullptr;
    const auto copy = readableCopy(file.toStdString(), nameOf(position));
    if (!copy)
        return nullptr;
    auto* const carried = new QMimeData;
    carried->setUrls({QUrl::fromLocalFile(*copy)});
    return carried;
}

/// What cannot be dragged at once is copied beside the window, for the next time.
void PhotoStrip::drag(int position) {
    const Entry& entry = m_entries[static_cast<std::size_t>(position)];
    entry.button->setDown(false);
    QMimeData* const carried = dragged(position);
    if (carried == nullptr) {
        const QString name = nameOf(position);
        m_workspace.notify(NoticeKind::Note,
                           tr("%1 is being copied for other programs. Drag it again in a moment.").arg(name));
        prepareReadableCopy(m_workspace, entry.file, name);
        return;
    }
    auto* const drag = new QDrag(window());
    drag->setMimeData(carried);
    drag->setPixmap(entry.button->icon().pixmap(entry.button->iconSize()));
    drag->exec(Qt::CopyAction);
}

bool PhotoStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress)
        m_pressed = static_cast<QMouseEvent*>(event)->pos();
    if (event->type() != QEvent::MouseMove)
        return false;
    const auto* const move = static_cast<QMouseEvent*>(event);
    const int position = positionOf(watched);
    if (!(move->buttons() & Qt::LeftButton) || position >= count())
        return false;
    if (!m_pressed)
        return true; // it became a drag already
    if ((move->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return false;
    m_pressed.reset();
    drag(position);
    return true;
}

} // namespace gridwarden::app
