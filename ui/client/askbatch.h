#pragma once
#include "core/client/batchrules.h"
#include "ui/client/asking.h"
#include "ui/client/asktable.h"

#include <deque>

namespace gb::ui {

/**
 * The same question to many devices or channels: a row each, in the order in which they were chosen, that fills as the
 * answers come. So many questions a second go out, one at a time to a device, at most atOnce in all; the others wait
 * here, so that they can be stopped.
 */
class AskBatch final : public AskTable
{
    Q_OBJECT
public:
    static constexpr int atOnce = 50; ///< as many as DeviceControl asks: what is sent here goes out there at once
    static constexpr qsizetype maxRows = 10'000, maxColumns = 64; ///< columns: of values
    enum Column { Device, Channel, Name, State, Took, Oddities, firstValue };
    enum class Stage : quint8 { Waiting, Asked, Done, Failed, Stopped };

    AskBatch(Asking &asking, QObject *parent);

    /// It outlives this.
    void useClock(const Clock &clock) { m_clock = &clock; }
    /// Questions a second, from now on; 0: without a limit.
    void setRate(int perSecond);
    /// Whatever ran before is stopped. The first maxRows of them are asked. `withClock`: each is asked for its status
    /// as well, for the column Clock.
    void start(const AskQuestion &question, const QList<AskWhom> &whom, bool withClock);
    void stop();
    /// Asks those again that failed, or were stopped.
    void askFailed();
    /// Sends what may go out now; a timer calls it.
    void goOn();

    bool isRunning() const { return m_steps > 0 || !m_asked.isEmpty(); }
    bool isOfChannels() const { return m_ofChannels; }
    int count(Stage stage) const { return m_counts[static_cast<std::size_t>(stage)]; }
    const QString &command() const { return m_question.command; }
    QString idAt(int row) const { return m_rows[static_cast<std::size_t>(sourceOf(row))].whom.device; }
    const AskWhom &whomAt(int row) const { return m_rows[static_cast<std::size_t>(sourceOf(row))].whom; }
    AskReportPtr reportAt(int row) const { return m_rows[static_cast<std::size_t>(sourceOf(row))].report; }

    int sourceRows() const override { return static_cast<int>(m_rows.size()); }
    int columns() const override
    {
        return firstValue - (m_ofChannels ? 0 : 1) + (m_withClock ? 1 : 0) + static_cast<int>(m_paths.size());
    }
    QString cell(int source, int column) const override;
    QString header(int column) const override;

signals:
    /// Counts are others.
    void moved();

protected:
    QString meaning(int column) const override;
    QVariant colour(int source, int column) const override;
    std::optional<double> number(int source, int column) const override;

private:
    struct Row
    {
        AskWhom whom;
        Stage stage = Stage::Waiting;
        AskReportPtr report, status; ///< status: for the clock
    };

    struct Step ///< a question that waits
    {
        int row = 0;
        bool forClock = false;
    };

    void take(quint64 id, const AskReportPtr &report);
    void wait(const Step &step);
    void ask(const Step &step);
    void settle(int row);
    void move(int row, Stage stage);
    void addPaths(const AskReport &report);
    QString stateText(const Row &row) const;
    bool isOfItems(int column) const;
    QString itemsMeaning() const;
    QString valueOf(const Row &row, int column) const;
    /// What a column that is shown has: that of devices is not for channels.
    int meant(int column) const { return column + (!m_ofChannels && column >= Channel ? 1 : 0); }
    int clockColumn() const { return m_withClock ? firstValue : -1; }

    Asking &m_asking;
    AskQuestion m_question;
    std::vector<Row> m_rows;
    QHash<QString, std::deque<Step>> m_waiting; ///< by device
    std::deque<QString> m_free;                 ///< devices with such that owe no answer, in turn
    int m_steps = 0;                            ///< that wait
    QHash<quint64, int> m_asked;                ///< rows by question
    QStringList m_paths;                        ///< of values that came
    QSet<QString> m_secret;                     ///< those of them that are called a password
    std::array<int, 5> m_counts{};
    const SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock;
    AskRate m_rate;
    QTimer m_next;
    bool m_ofChannels = false, m_withClock = false, m_going = false;
};

} // namespace gb::ui
