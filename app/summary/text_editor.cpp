// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/text_editor.h"

#include "app/summary/slot_completion.h"
#include "app/summary/slot_highlighter.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

namespace gridwarden::app {

TextEditor::TextEditor(QWidget* parent) : QPlainTextEdit(parent), m_highlighter(new SlotHighlighter(document())), m_completion(new SlotCompletion(this)) {
    setObjectName(QStringLiteral("summaryText"));
    setAccessibleName(tr("Text with slots for numbers"));
    m_completion->setWidget(this);
    connect(m_completion, qOverload<const QModelIndex&>(&QCompleter::activated), this, &TextEditor::insertName);
}

void TextEditor::setFigures(std::shared_ptr<const core::FigureDefinitions> figures, const core::ActivityLists& lists) {
    m_completion->setFigures(*figures, lists);
    m_highlighter->setFigures(std::move(figures));
}

void TextEditor::markLine(int line) {
    QList<QTextEdit::ExtraSelection> marks;
    if (const QTextBlock block = document()->findBlockByNumber(line - 1); line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        QColor wash(0xB3, 0x26, 0x1E);
        wash.setAlphaF(0.15F);
        mark.format.setBackground(wash);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(block);
        marks << mark;
    }
    setExtraSelections(marks);
}

void TextEditor::keyPressEvent(QKeyEvent* event) {
    if (m_completion->popup()->isVisible())
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // for the list
            return;
        default:
            break;
        }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty() || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier))
        offer();
}

void TextEditor::inputMethodEvent(QInputMethodEvent* event) {
    QPlainTextEdit::inputMethodEvent(event);
    if (!event->commitString().isEmpty())
        offer();
}

void TextEditor::offer() {
    const QTextCursor cursor = textCursor();
    const auto name = SlotCompletion::nameBefore(cursor.block().text().left(cursor.positionInBlock()));
    if (!name) {
        m_completion->popup()->hide();
        return;
    }
    m_completion->setCompletionPrefix(*name);
    if (m_completion->completionCount() == 0) {
        m_completion->popup()->hide();
        return;
    }
    m_completion->popup()->setCurrentIndex(m_completion->bestFor(*name));
    QRect place = cursorRect();
    place.setWidth(m_completion->popup()->sizeHintForColumn(0) + m_completion->popup()->verticalScrollBar()->sizeHint().width() + 16);
    m_completion->complete(place);
}

void TextEditor::insertName(const QModelIndex& index) {
    QTextCursor cursor = textCursor();
    const QString line = cursor.block().text();
    const auto typed = SlotCompletion::nameBefore(line.left(cursor.positionInBlock()));
    if (!typed)
        return;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(typed->size()));
    const bool isClosed = line.mid(textCursor().positionInBlock()).startsWith(u'}');
    cursor.insertText(SlotCompletion::nameAt(index) + (isClosed ? QString() : QStringLiteral("}")));
    setTextCursor(cursor);
}

} // namespace gridwarden::app
