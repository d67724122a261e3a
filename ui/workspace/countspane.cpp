#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/statusline.h"

#include <QFileInfo>

namespace gb::ui {

/// What is counted, in the status line; a click shows what is counted, or tells why it cannot be shown.
class CountsPane final : public Pane
{
    Q_OBJECT
public:
    explicit CountsPane(Desk &desk)
        : Pane(desk, "counts")
    {
    }

    void start() override;
    void takes(const Batch &batch) override;

private:
    void show(Tally tally);
    void explain(Tally tally);

    bool m_toldDropped = false;
};

void CountsPane::start()
{
    StatusLine &line = m_desk.status();
    line.setRecord(m_desk.session().files());
    connect(&line, &StatusLine::tallyChosen, this, &CountsPane::show);
    for (int i = 0; i < static_cast<int>(Tally::Count); ++i) {
        const auto tally = static_cast<Tally>(i);
        m_desk.commands().add({.id = QStringLiteral("count.%1").arg(i),
            .text = [tally] { return tallyLabel(tally); },
            .spots = {{Menu::Counts, isInLine(tally) ? 0 : 10}},
            .run = [this, tally] { show(tally); },
            .when = [this, tally] { return tallyOf(m_desk.status().account(), tally) > 0; }});
    }
}

void CountsPane::takes(const Batch &batch)
{
    m_desk.status().setCounters(batch.counters);
    if (batch.counters.captureDropped == 0 || std::exchange(m_toldDropped, true))
        return;
    m_desk.bar().show(MessageBar::Kind::Error, // once, when it begins: the line is not the place for what spoils a
                                               // measurement
        tr("This computer did not keep up with %1: packets were dropped. Messages may be missing that were really "
           "sent.")
            .arg(m_desk.listening().choice().interface));
}

void CountsPane::show(Tally tally)
{
    const auto scope = tallyScope(tally);
    if (!scope)
        return explain(tally);
    m_desk.focus().clearFilters();
    m_desk.show(QStringLiteral("flow"));
    m_desk.focus().setFilter({.devices = {}, .callIds = {}, .text = {}, .only = *scope}, this);
}

void CountsPane::explain(Tally tally)
{
    const QString file = m_desk.session().isLive() ? QFileInfo(m_desk.session().file()).fileName() : m_desk.fileNames();
    QList<MessageBar::Choice> choices;
    if (tally == Tally::Evicted && !file.isEmpty())
        choices.append({tr("Export\u2026"), [this] { m_desk.commands().run(QStringLiteral("capture.export")); }});
    if (tally == Tally::Unlisted && m_desk.session().isLive() && !file.isEmpty())
        choices.append({tr("Open it"), [this] { emit m_desk.openRequested(m_desk.session().files()); }});
    const Account &account = m_desk.status().account();
    m_desk.bar().show(isLoss(tally) ? MessageBar::Kind::Error : MessageBar::Kind::Information,
        tallyText(tally, tallyOf(account, tally)) + u'\n' + tallyReason(tally, file, account.removed), choices);
}

Pane *makeCountsPane(Desk &desk)
{
    return new CountsPane(desk);
}

} // namespace gb::ui

#include "countspane.moc"
