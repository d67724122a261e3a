#include "ui/whynot/whynotwindow.h"

#include "core/message/deviceid.h"
#include "ui/widgets/plainlabel.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

using Hidden = FlowMatcher::Hidden;

constexpr int tallyRole = Qt::UserRole;
constexpr int longest = 300;                                 ///< characters that can be typed
constexpr qint64 share = 20, soonest = 500, latest = 10'000; ///< ms between two looks while messages come

} // namespace

WhyNotWindow::WhyNotWindow(const FlowRows &rows, std::function<Account()> account, QWidget *parent)
    : QDialog(parent)
    , m_rows(rows)
    , m_account(std::move(account))
    , m_about(plainLabel())
    , m_head(plainLabel())
    , m_line(new QLineEdit)
    , m_reasons(new QTreeWidget)
    , m_show(new QPushButton)
    , m_take(new QPushButton)
    , m_search(new QPushButton)
    , m_close(new QPushButton)
{
    build();
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &WhyNotWindow::refresh);
    connect(&rows, &FlowRows::matched, this, &WhyNotWindow::later);
    connect(m_line, &QLineEdit::textChanged, this, [this] { m_later.start(0); });
    connect(m_reasons, &QTreeWidget::itemActivated, this, &WhyNotWindow::act);
    connect(m_reasons, &QTreeWidget::itemSelectionChanged, this,
        [this] { m_take->setEnabled(m_reasons->currentItem() != nullptr); });
    connect(m_take, &QPushButton::clicked, this, &WhyNotWindow::act);
    connect(m_show, &QPushButton::clicked, this, &WhyNotWindow::showIt);
    connect(m_search, &QPushButton::clicked, this, [this] { emit textWanted(m_line->text().trimmed()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

void WhyNotWindow::build()
{
    m_about->setBuddy(m_line);
    m_line->setMaxLength(longest);
    m_head->setWordWrap(true);
    m_reasons->setColumnCount(2);
    m_reasons->setRootIsDecorated(false);
    m_reasons->setUniformRowHeights(true);
    m_reasons->setAllColumnsShowFocus(true);
    m_reasons->header()->setStretchLastSection(false);
    m_reasons->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_reasons->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *const buttons = new QHBoxLayout;
    for (QPushButton *button : {m_show, m_take, m_search})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *const column = new QVBoxLayout(this);
    column->addWidget(m_about);
    column->addWidget(m_line);
    column->addWidget(m_head);
    column->addWidget(m_reasons, 1);
    column->addLayout(buttons);
    for (QPushButton *button : {m_show, m_take, m_search, m_close})
        button->setAutoDefault(false); // Enter belongs to the rows
    resize(620, 360);
}

void WhyNotWindow::ask(const QString &wanted)
{
    m_line->setText(wanted);
    m_line->selectAll();
    m_line->setFocus();
    refresh();
}

void WhyNotWindow::later()
{
    if (isVisible() && !m_later.isActive())
        m_later.start(static_cast<int>(std::clamp(m_took * share / 1'000'000, soonest, latest)));
}

void WhyNotWindow::refresh()
{
    QElapsedTimer timer;
    timer.start();
    m_later.stop();
    m_absence = absenceOf(m_rows, m_line->text());
    m_head->setText(head());
    fill();
    m_show->setEnabled(m_absence.firstAbsent != 0);
    m_search->setEnabled(!m_absence.number && !m_line->text().trimmed().isEmpty());
    m_took = timer.nsecsElapsed();
}

QString WhyNotWindow::head() const
{
    const QLocale locale;
    const MessageLog &log = m_rows.log();
    const QString wanted = printable(m_line->text().trimmed(), longest);
    const quint64 first = log.count() == 0 ? 0 : log.entry(0).number,
                  last = log.count() == 0 ? 0 : log.entry(log.count() - 1).number;
    if (wanted.isEmpty())
        return tr("Type the number of a message, a device ID, an address or a Call-ID.");
    if (m_absence.isForgotten)
        return tr(
            "Message #%1 was in the list and made room, as the limits of the preferences want it: the list begins "
            "with #%2. The record still has it.")
            .arg(*m_absence.number)
            .arg(first);
    if (m_absence.isBeyond)
        return last == 0 ? tr("No message came so far.")
                         : tr("No message #%1 came so far: the last one is #%2.").arg(*m_absence.number).arg(last);
    if (m_absence.messages == 0)
        return tr(
            "No message of the list has “%1” in what the list shows. It may stand in the text of a message, or in "
            "what is counted here:")
            .arg(wanted);
    if (m_absence.shown == m_absence.messages)
        return tr(
            "The flow shows it: %Ln message(s), the first one is #%1.", nullptr, static_cast<int>(m_absence.messages))
            .arg(m_absence.first);
    return tr("%Ln message(s) of the list are meant; the flow shows %1 of them.", nullptr,
        static_cast<int>(m_absence.messages))
        .arg(locale.toString(m_absence.shown));
}

QString WhyNotWindow::reason(const Absence::Stage &stage) const
{
    switch (stage.by) {
    case Hidden::No: return tr("In a fold");
    case Hidden::ByKind: return tr("The flow shows only one kind of message");
    case Hidden::ByRepeats: return tr("Repeats are hidden");
    case Hidden::ByGroup: return tr("The flow shows only one operation");
    case Hidden::ByDevices: return tr("The flow shows only the chosen devices");
    case Hidden::ByDialogs: return tr("The flow shows only one dialog");
    case Hidden::ByText:
        return stage.condition.isEmpty() ? tr("No message of its dialog, or of its device, meets the filter")
                                         : tr("The filter wants: %1").arg(stage.condition);
    case Hidden::Unread: return tr("Not looked into so far for: %1").arg(stage.condition);
    }
    return {};
}

void WhyNotWindow::fill()
{
    const QLocale locale;
    const auto add = [&](const QString &text, quint64 messages) {
        auto *const item = new QTreeWidgetItem(m_reasons, {text, locale.toString(messages)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, toolTipText(text));
        return item;
    };
    m_reasons->clear();
    for (const Absence::Stage &stage : std::as_const(m_absence.stages))
        add(reason(stage), stage.messages);
    const Account account = m_account();
    for (int i = 0;
         m_absence.messages == 0 && !m_line->text().trimmed().isEmpty() && i < static_cast<int>(Tally::Count); ++i) {
        const auto tally = static_cast<Tally>(i);
        const bool isOut = !tallyScope(tally) && tally != Tally::Hidden && tally != Tally::Packets;
        if (const quint64 count = tallyOf(account, tally); isOut && count > 0)
            add(tallyLabel(tally), count)->setData(0, tallyRole, i);
    }
    m_take->setText(m_absence.stages.isEmpty() ? tr("Tell more") : tr("Take this away"));
    if (QTreeWidgetItem *const first = m_reasons->topLevelItem(0))
        m_reasons->setCurrentItem(first);
    m_take->setEnabled(m_reasons->currentItem() != nullptr);
}

void WhyNotWindow::act()
{
    const QTreeWidgetItem *const item = m_reasons->currentItem();
    if (!item)
        return;
    if (const QVariant tally = item->data(0, tallyRole); tally.isValid())
        return emit tallyWanted(static_cast<Tally>(tally.toInt()));
    const Absence::Stage stage = m_absence.stages.value(
        m_reasons->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)));
    if (stage.by == Hidden::No)
        return emit messageWanted(stage.first);
    emit filterWanted(without(m_rows.filter(), stage));
}

void WhyNotWindow::showIt()
{
    const quint64 number = m_absence.firstAbsent;
    if (number == 0)
        return;
    if (const FlowFilter wanted = showing(m_rows.log(), m_rows.filter(), number); wanted != m_rows.filter())
        emit filterWanted(wanted);
    emit messageWanted(number);
}

QString WhyNotWindow::answer() const
{
    QStringList lines{m_head->text()};
    for (int i = 0; i < m_reasons->topLevelItemCount(); ++i)
        lines << m_reasons->topLevelItem(i)->text(0) + u'\t' + m_reasons->topLevelItem(i)->text(1);
    return lines.join(u'\n');
}

void WhyNotWindow::retranslate()
{
    setWindowTitle(tr("Why is it not here?"));
    m_about->setText(tr("&What you look for:"));
    m_line->setAccessibleName(tr("What you look for"));
    m_reasons->setHeaderLabels({tr("What keeps it away"), tr("Messages")});
    m_reasons->setAccessibleName(tr("What keeps it away"));
    m_show->setText(tr("Show it"));
    m_search->setText(tr("Search the text of all messages"));
    m_close->setText(tr("Close"));
    refresh();
}

void WhyNotWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void WhyNotWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
}

} // namespace gb::ui
