#include "ui/message/messageview.h"

#include "core/message/structure.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"
#include "ui/ladder/ladderrow.h"
#include "ui/message/messagehighlighter.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

namespace gb::ui {
namespace {

enum Content { Octets, Parts };
enum Page { EmptyPage, MessagePage };

void fill(QTreeWidgetItem *parent, const QList<StructureNode> &nodes)
{
    for (const StructureNode &node : nodes) {
        auto *item = new QTreeWidgetItem(parent, {node.name, node.value});
        fill(item, node.parts);
    }
}

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel())
    , m_facts(mutedLabel())
    , m_faults(plainLabel())
    , m_empty(mutedLabel())
    , m_tabs(new QTabBar)
    , m_lineEnds(new QToolButton)
    , m_copy(new QToolButton)
    , m_text(new QPlainTextEdit)
    , m_parts(new QTreeWidget)
    , m_contents(new QStackedWidget)
    , m_pages(new QStackedWidget)
    , m_highlighter(new MessageHighlighter(m_text->document()))
{
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, &MessageView::render);
    connect(m_lineEnds, &QToolButton::toggled, this, &MessageView::render);
    connect(m_copy, &QToolButton::clicked, this, &MessageView::copy);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_text, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *const menu = m_text->createStandardContextMenu(at);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        emit menuRequested(m_text->viewport()->mapToGlobal(at), menu);
    });
    retranslate();
}

void MessageView::build()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_title, m_facts, m_faults, m_empty}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_empty->setAlignment(Qt::AlignCenter);
    m_text->setReadOnly(true);
    m_text->setFont(monospace());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    for (int i = Text; i <= Hex; ++i)
        m_tabs->addTab(QString());
    m_parts->setColumnCount(2);
    m_parts->setHeaderHidden(true);
    m_parts->setUniformRowHeights(true);
    m_parts->setFrameShape(QFrame::NoFrame);
    m_parts->setColumnWidth(0, fontMetrics().horizontalAdvance(QStringLiteral("WWW-Authenticate")) + 48);
    m_contents->insertWidget(Octets, m_text);
    m_contents->insertWidget(Parts, m_parts);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_lineEnds->setCheckable(true);
    m_lineEnds->setAutoRaise(true);
    m_copy->setAutoRaise(true);
    m_lineEnds->setText(QStringLiteral("\u00b6"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 6, 8, 0);
    head->setSpacing(2);
    for (QLabel *label : {m_title, m_facts, m_faults})
        head->addWidget(label);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(4, 0, 4, 0);
    tools->addWidget(m_tabs);
    tools->addStretch();
    tools->addWidget(m_lineEnds);
    tools->addWidget(m_copy);
    auto *message = new QWidget;
    auto *column = new QVBoxLayout(message);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addLayout(tools);
    column->addWidget(m_contents, 1);
    m_pages->insertWidget(EmptyPage, m_empty);
    m_pages->insertWidget(MessagePage, message);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
}

void MessageView::setMessage(const MessageSummary &summary, const Datagram &datagram)
{
    m_summary = summary;
    m_octets = datagram.octets;
    m_has = true;
    m_pages->setCurrentIndex(MessagePage);
    describe();
    render();
}

void MessageView::setWanted(const QString &text)
{
    if (m_wanted == text)
        return;
    m_wanted = text;
    m_highlighter->setWanted(text);
    m_highlighter->rehighlight();
    showWanted();
}

void MessageView::showWanted()
{
    QTextCursor first = m_wanted.isEmpty() ? QTextCursor() : m_text->document()->find(m_wanted);
    if (first.isNull())
        return;
    first.setPosition(first.selectionStart()); // it is marked already
    m_text->setTextCursor(first);
    m_text->ensureCursorVisible();
}

void MessageView::copy() const
{
    QApplication::clipboard()->setText(m_text->toPlainText());
}

void MessageView::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

MessageView::Tab MessageView::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void MessageView::clear()
{
    m_has = false;
    m_octets.clear();
    m_text->clear();
    m_pages->setCurrentIndex(EmptyPage);
}

QString MessageView::shownText() const
{
    return m_text->toPlainText();
}

void MessageView::showLineEnds(bool on)
{
    m_lineEnds->setChecked(on);
}

void MessageView::showHex(bool on)
{
    m_tabs->setCurrentIndex(on ? Hex : Text);
}

void MessageView::describe()
{
    m_title->setText(QStringLiteral("#%1  %2").arg(m_summary.number).arg(arrowLabel(m_summary)));
    m_facts->setText(
        tr("%1 \u00b7 %2 \u2192 %3 \u00b7 %4 \u00b7 %n byte(s)", nullptr, static_cast<int>(m_summary.octets))
            .arg(wording::exactClock(m_summary.at), m_summary.from.text(), m_summary.to.text(),
                m_summary.transport == TransportKind::Udp ? QStringLiteral("UDP") : QStringLiteral("TCP")));
    QStringList faults;
    for (int fault = 0; fault < static_cast<int>(HeadFault::Count); ++fault) {
        if (m_summary.faults >> fault & 1U)
            faults.append(QStringLiteral("\u26a0 ") + wording::headFault(static_cast<HeadFault>(fault)));
    }
    if (m_summary.kind == SipKind::NotSip)
        faults.append(QStringLiteral("\u26a0 ") + tr("This is not SIP."));
    if (m_summary.repeatOf != 0)
        faults.append(copyMark(m_summary.copy) + u' '
            + tr("A copy of #%1: %2")
                  .arg(QString::number(m_summary.repeatOf), wording::repeat(m_summary.copy, m_summary.transport)));
    m_faults->setText(faults.join(u'\n'));
    m_faults->setVisible(!faults.isEmpty());
    QPalette palette = m_faults->palette();
    palette.setColor(QPalette::WindowText,
        m_summary.faults != 0 || m_summary.kind == SipKind::NotSip ? colours().failed : colours().late);
    m_faults->setPalette(palette);
}

void MessageView::render()
{
    if (!m_has)
        return;
    m_contents->setCurrentIndex(m_tabs->currentIndex() == Structure ? Parts : Octets);
    if (m_tabs->currentIndex() == Structure)
        return renderStructure();
    const QByteArray octets = m_octets.left(maxShown);
    QString text = m_tabs->currentIndex() == Hex ? hexDump(octets) : readableText(octets, m_lineEnds->isChecked());
    if (m_octets.isEmpty() && m_summary.octets > 0)
        text = tr("The text of this message is not in the record.");
    else if (octets.size() < m_octets.size())
        text += u'\n' + tr("\u2026 and %n more byte(s)", nullptr, static_cast<int>(m_octets.size() - octets.size()));
    m_highlighter->setDocument(m_tabs->currentIndex() == Hex ? nullptr : m_text->document());
    m_text->setPlainText(text);
    showWanted();
}

void MessageView::renderStructure()
{
    m_parts->clear();
    const MessageStructure structure = structureOf(m_octets);
    if (!structure.parsed) {
        new QTreeWidgetItem(m_parts,
            {structure.tried ? tr("osip2 refuses this message, too") : tr("Too odd to be taken apart; see the text")});
        return;
    }
    fill(m_parts->invisibleRootItem(), structure.nodes);
}

void MessageView::retranslate()
{
    m_empty->setText(tr("Select a message in the ladder"));
    m_tabs->setTabText(Text, tr("Text"));
    m_tabs->setTabText(Structure, tr("Structure"));
    m_tabs->setTabText(Hex, tr("Hex"));
    m_parts->setAccessibleName(tr("Headers in their parts"));
    m_lineEnds->setToolTip(toolTipText(tr("Show CR, LF and tabs")));
    m_lineEnds->setAccessibleName(tr("Line ends"));
    m_copy->setToolTip(toolTipText(tr("Copy")));
    m_copy->setAccessibleName(tr("Copy"));
    m_text->setAccessibleName(tr("Text of the message"));
    m_tabs->setAccessibleName(tr("Text, structure or bytes"));
    if (m_has) {
        describe();
        render();
    }
}

void MessageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_has)
        m_highlighter->rehighlight();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
