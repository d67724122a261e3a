#include "ui/message/messageview.h"

#include "core/message/deviceid.h"
#include "core/message/manscdp.h"
#include "core/message/siphead.h"
#include "core/message/structure.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"
#include "ui/ladder/ladderrow.h"
#include "ui/message/messagehighlighter.h"
#include "ui/message/messagevalues.h"
#include "ui/message/parttree.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cstdlib>

namespace gb::ui {
namespace {

enum Content { Octets, Parts };
enum Page { EmptyPage, MessagePage };

QString nameOf(Charset charset)
{
    switch (charset) {
    case Charset::Utf8: break;
    case Charset::Gb18030: return QStringLiteral("GB 18030");
    case Charset::Utf16: return QStringLiteral("UTF-16");
    }
    return QStringLiteral("UTF-8");
}

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel())
    , m_facts(mutedLabel())
    , m_belongs(mutedLabel())
    , m_faults(plainLabel())
    , m_empty(mutedLabel())
    , m_tabs(new QTabBar)
    , m_lineEnds(new QToolButton)
    , m_copy(new QToolButton)
    , m_text(new QTextEdit)
    , m_asideText(plainLabel())
    , m_showAll(new QPushButton)
    , m_charsetButton(new QToolButton)
    , m_parts(new QTreeWidget)
    , m_contents(new QStackedWidget)
    , m_pages(new QStackedWidget)
    , m_highlighter(new MessageHighlighter(m_text->document()))
    , m_values(new MessageValues(m_text, m_parts, this))
{
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, &MessageView::render);
    connect(m_lineEnds, &QToolButton::toggled, this, &MessageView::render);
    connect(m_copy, &QToolButton::clicked, this, &MessageView::copy);
    connect(m_showAll, &QPushButton::clicked, this, &MessageView::showAllRequested);
    m_text->viewport()->installEventFilter(this);
    connect(m_values, &MessageValues::menuRequested, this, &MessageView::menuRequested);
    retranslate();
}

void MessageView::build()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_title, m_facts, m_belongs, m_faults, m_empty}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_empty->setAlignment(Qt::AlignCenter);
    m_text->setReadOnly(true);
    m_text->setFont(monospace());
    m_text->setAcceptRichText(false);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFrameShape(QFrame::NoFrame);
    for (int i = Text; i <= Hex; ++i)
        m_tabs->addTab(QString());
    m_parts->setColumnCount(3); // name, value, meaning
    m_parts->setUniformRowHeights(true);
    m_parts->setFrameShape(QFrame::NoFrame);
    m_contents->insertWidget(Octets, m_text);
    m_contents->insertWidget(Parts, m_parts);
    for (QWidget *one : std::initializer_list<QWidget *>{m_text, m_parts})
        one->setMinimumHeight(24); // of panes that share a place the highest rules
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_lineEnds->setCheckable(true);
    m_lineEnds->setAutoRaise(true);
    m_copy->setAutoRaise(true);
    m_lineEnds->setText(QStringLiteral("\u00b6"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(4, 0, 4, 0);
    tools->addWidget(m_tabs);
    tools->addStretch();
    tools->addWidget(m_charsetButton);
    tools->addWidget(m_lineEnds);
    tools->addWidget(m_copy);
    auto *message = new QWidget;
    auto *column = new QVBoxLayout(message);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    buildHead(column);
    column->addLayout(tools);
    column->addWidget(m_contents, 1);
    m_pages->insertWidget(EmptyPage, m_empty);
    m_pages->insertWidget(MessagePage, message);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
}

void MessageView::buildHead(QVBoxLayout *column)
{
    m_aside = new QWidget;
    m_aside->setAutoFillBackground(true);
    m_aside->setBackgroundRole(QPalette::Highlight);
    m_asideText->setWordWrap(true);
    m_asideText->setForegroundRole(QPalette::HighlightedText);
    auto *aside = new QHBoxLayout(m_aside);
    aside->setContentsMargins(8, 4, 8, 4);
    aside->addWidget(m_asideText, 1);
    aside->addWidget(m_showAll);
    m_aside->hide();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 6, 8, 0);
    head->setSpacing(2);
    for (QLabel *label : {m_title, m_facts, m_belongs, m_faults})
        head->addWidget(label);
    column->addWidget(m_aside);
    column->addLayout(head);
    m_charsetButton->setAutoRaise(true);
    m_charsetButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_charsetButton);
    m_charsetButton->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const auto offer = [this, menu](const QString &text, std::optional<Charset> charset) {
            QAction *const action = menu->addAction(text);
            action->setCheckable(true);
            action->setChecked(m_charset == charset);
            connect(action, &QAction::triggered, this, [this, charset] { setCharset(charset); });
        };
        offer(tr("As it shows by itself"), std::nullopt);
        for (const Charset one : {Charset::Utf8, Charset::Gb18030, Charset::Utf16})
            offer(nameOf(one), one);
    });
}

void MessageView::setAside(const QString &text, const QString &button)
{
    m_asideText->setText(text);
    m_showAll->setText(button);
    m_aside->setVisible(!text.isEmpty());
}

void MessageView::setBelongs(const QString &text)
{
    m_belongs->setText(text);
    m_belongs->setVisible(!text.isEmpty());
}

void MessageView::setCharset(std::optional<Charset> charset)
{
    m_charset = charset;
    describeCharset();
    render();
}

/// As declared, as detected, or as somebody wants it.
void MessageView::describeCharset()
{
    const SipHead head = scanHead({m_octets.constData(), static_cast<std::size_t>(m_octets.size())});
    const QByteArray body = m_octets.right(static_cast<qsizetype>(head.bodyOctets));
    const Manscdp manscdp = body.contains('<') ? parseManscdp(body) : Manscdp();
    m_context = {manscdp.root, manscdp.cmdType};
    m_values->setContext(m_context);
    const DecodedText text = decodeBody(body, m_charset);
    m_charsetButton->setVisible(!body.isEmpty());
    const bool odd = text.wrongDeclaration || text.invalid || text.unknown;
    m_charsetButton->setText((odd ? QStringLiteral("\u26a0 ") : QString()) + nameOf(text.used)
        + (m_charset ? QStringLiteral(" !") : QString()));
    QStringList tip{text.declared.isEmpty() ? tr("The body does not say its character set.")
                                            : tr("The body says: %1").arg(printable(text.declared)),
        m_charset ? tr("Read as %1, as you chose").arg(nameOf(text.used))
                  : tr("Read as %1, as its bytes show").arg(nameOf(text.used))};
    if (text.wrongDeclaration)
        tip << tr("What it says is wrong: others may read it otherwise.");
    if (text.invalid)
        tip << tr("Some bytes are no characters of it.");
    m_charsetButton->setToolTip(toolTipText(tip.join(u'\n')));
    m_charsetButton->setAccessibleName(tr("Character set"));
}

/// Octets a row: what has room.
int MessageView::hexColumns() const
{
    const QFontMetrics metrics(monospace());
    const int letters = (m_text->viewport()->width() - 2 * static_cast<int>(m_text->document()->documentMargin()))
        / std::max(1, metrics.horizontalAdvance(u'0'));
    constexpr int wide = 7 + 3 * 16 + 1 + 16, narrow = 7 + 3 * 8 + 1 + 8;
    return letters >= wide ? 16 : letters >= narrow ? 8 : -8;
}

bool MessageView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::Resize && m_has && tab() == Hex
        && hexColumns() != m_columns)
        QMetaObject::invokeMethod(this, &MessageView::render, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

/// Lines that are wrapped go on a bit to the right, so that names of headers stand alone at the left.
void MessageView::setPlain(const QString &text)
{
    m_text->setLineWrapMode(tab() == Hex ? QTextEdit::NoWrap : QTextEdit::WidgetWidth);
    m_text->setPlainText(text);
    const qreal indent = tab() == Hex ? 0 : QFontMetricsF(monospace()).horizontalAdvance(QStringLiteral("    "));
    QTextBlockFormat format;
    format.setLeftMargin(indent);
    format.setTextIndent(-indent);
    QTextCursor all(m_text->document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

void MessageView::setMessage(const MessageSummary &summary, const Datagram &datagram)
{
    m_summary = summary;
    m_octets = datagram.octets;
    m_has = true;
    m_charset.reset(); // it was for the body of another
    m_pages->setCurrentIndex(MessagePage);
    describe();
    describeCharset();
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
    m_values->setOfTree(tab() == Structure);
    m_values->setPlain(tab() == Hex);
    if (m_tabs->currentIndex() == Structure)
        return showParts(m_parts, structureOf(m_octets, m_charset), m_context);
    const QByteArray octets = m_octets.left(maxShown);
    m_columns = hexColumns();
    QString text = m_tabs->currentIndex() == Hex ? hexDump(octets, std::abs(m_columns), m_columns < 0)
                                                 : readableText(octets, m_lineEnds->isChecked(), m_charset);
    if (m_octets.isEmpty() && m_summary.octets > 0)
        text = tr("The text of this message is not in the record.");
    else if (octets.size() < m_octets.size())
        text += u'\n' + tr("\u2026 and %n more byte(s)", nullptr, static_cast<int>(m_octets.size() - octets.size()));
    m_highlighter->setDocument(m_tabs->currentIndex() == Hex ? nullptr : m_text->document());
    setPlain(text);
    showWanted();
}

void MessageView::retranslate()
{
    m_empty->setText(tr("Select a message in the ladder"));
    m_tabs->setTabText(Text, tr("Text"));
    m_tabs->setTabText(Structure, tr("Structure"));
    m_tabs->setTabText(Hex, tr("Hex"));
    m_parts->setAccessibleName(tr("Headers in their parts"));
    m_parts->setHeaderLabels({tr("Name"), tr("Value"), tr("Meaning")}); // as PartColumn has them
    m_lineEnds->setToolTip(toolTipText(tr("Show CR, LF and tabs")));
    m_lineEnds->setAccessibleName(tr("Line ends"));
    m_copy->setToolTip(toolTipText(tr("Copy")));
    m_copy->setAccessibleName(tr("Copy"));
    m_text->setAccessibleName(tr("Text of the message"));
    m_tabs->setAccessibleName(tr("Text, structure or bytes"));
    if (m_has) {
        describe();
        describeCharset();
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
