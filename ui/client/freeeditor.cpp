#include "ui/client/freeeditor.h"

#include "core/report/words/freewording.h"
#include "ui/message/messagehighlighter.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace gb::ui {
namespace {

/// Takes no more at once than could be sent, so that what somebody copied by mistake does not stop the window.
class BoundedText final : public QPlainTextEdit
{
protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        constexpr qsizetype most = FreeQuestion::maxOctets + 100; // more than can be sent: the check says so
        if (source->hasText())
            insertPlainText(source->text().left(std::max<qsizetype>(most - document()->characterCount(), 1)));
    }
};

} // namespace

FreeEditor::FreeEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new BoundedText)
    , m_highlighter(new MessageHighlighter(m_text->document()))
    , m_anewLabel(plainLabel())
    , m_list(new QListWidget)
{
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, &FreeEditor::check);
    connect(m_list, &QListWidget::itemActivated, this, [this] { go(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { go(m_list->currentRow()); });
}

void FreeEditor::build()
{
    m_text->setFont(monospace());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    boundList();
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *parts = new QHBoxLayout;
    parts->addWidget(m_anewLabel);
    for (QCheckBox *&one : m_parts) {
        one = new QCheckBox;
        one->setChecked(true);
        parts->addWidget(one);
        connect(one, &QCheckBox::toggled, this, &FreeEditor::check);
    }
    parts->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(m_list);
    column->addLayout(parts);
}

/// As many lines as people read, in letters of any size.
void FreeEditor::boundList()
{
    m_list->setMaximumHeight(fontMetrics().height() * 5);
}

void FreeEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        boundList();
}

QString FreeEditor::text() const
{
    return m_text->toPlainText();
}

void FreeEditor::setText(const QString &text)
{
    m_text->setPlainText(text.left(FreeQuestion::maxOctets + 1));
}

QByteArray FreeEditor::octets() const
{
    return freetext::encode(text());
}

FreeParts FreeEditor::anew() const
{
    FreeParts parts;
    for (int i = 0; i < static_cast<int>(FreePart::Count); ++i)
        parts.set(static_cast<FreePart>(i), m_parts[i]->isChecked());
    return parts;
}

void FreeEditor::setPlaces(const freetext::Places &places, bool inDialog)
{
    m_places = places;
    m_inDialog = inDialog;
    check();
}

void FreeEditor::setEdition(std::optional<Edition> edition)
{
    if (std::exchange(m_edition, edition) != edition)
        check();
}

bool FreeEditor::isGood() const
{
    return std::none_of(m_faults.begin(), m_faults.end(), wording::forbidsSending);
}

void FreeEditor::check()
{
    const QByteArray octets = this->octets();
    m_faults = checkFree(octets, anew(), m_inDialog, m_places, m_edition);
    m_effect = octets.size() > FreeQuestion::maxOctets ? AskCommand::Effect::Reads : effectOf(octets);
    // To an answer nothing belongs but its length
    const bool answer = octets.trimmed().startsWith("SIP/2.0");
    for (int i = 0; i < static_cast<int>(FreePart::ContentLength); ++i)
        m_parts[i]->setEnabled(!answer);
    showFaults();
    emit changed();
}

void FreeEditor::showFaults()
{
    m_list->clear();
    for (const FreeFault &one : std::as_const(m_faults)) {
        // What devices see differently is no fault
        const bool note = wording::isNote(one);
        auto *const item = new QListWidgetItem(
            (note ? tr("Note: ") : QStringLiteral("\u25d0 ")) + wording::freeFault(one), m_list);
        if (!note)
            item->setForeground(colours().late);
    }
    if (m_faults.isEmpty())
        new QListWidgetItem(QStringLiteral("\u25cf ") + tr("gbscope's rules find nothing wrong."), m_list);
    const bool meant = !m_faults.isEmpty() && isGood();
    m_list->setToolTip(meant ? toolTipText(tr("It can be sent all the same.")) : QString());
}

/// To the line that it is about.
void FreeEditor::go(int row)
{
    const int line = m_faults.value(row).line;
    const QTextBlock block = line > 0 ? m_text->document()->findBlockByNumber(line - 1) : QTextBlock();
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

void FreeEditor::enter()
{
    m_text->setFocus();
}

void FreeEditor::retranslate()
{
    m_text->setAccessibleName(tr("Text of the message"));
    QStringList places;
    for (const QByteArray &one : freetext::placeNames())
        places.append(QString::fromLatin1(one));
    m_text->setToolTip(toolTipText(tr("Filled in for the device: %1").arg(places.join(QStringLiteral(" ")))));
    m_list->setAccessibleName(tr("What is to be said of the message"));
    m_anewLabel->setText(tr("Renewed when sent:"));
    for (int i = 0; i < static_cast<int>(FreePart::Count); ++i) {
        m_parts[i]->setText(wording::freePart(static_cast<FreePart>(i)));
        m_parts[i]->setToolTip(toolTipText(tr("Without the tick it is sent as it is typed, right or wrong.")));
    }
    m_highlighter->rehighlight();
    showFaults();
}

} // namespace gb::ui
