#pragma once
#include "ui/client/asking.h"
#include "ui/client/asktable.h"

#include <deque>

namespace gb::ui {

/**
 * The same question to many devices: a row each, in the order in which they were chosen, that fills as the answers
 * come. At most atOnce questions are open; those of a device that was not asked so far wait here, so that they can be
 * stopped.
 */
class AskBatch final : public AskTable
{
    Q_OBJECT
public:
    static constexpr int atOnce = 200;
    static constexpr qsizetype maxColumns = 64; ///< of values
    enum Column { Device, Name, State, Took, Oddities, firstValue };
    enum class Stage : quint8 { Waiting, Asked, Done, Failed, Stopped };

    AskBatch(Asking &asking, QObject *parent);

    /// Whatever ran before is stopped. `names`: what people call the devices. `withClock`: each is asked for its status
    /// as well, for the column Clock.
    void start(
        const AskQuestion &question, const QStringList &devices, const QHash<QString, QString> &names, bool withClock);
    void stop();
    /// Asks those again that failed, or were stopped.
    void askFailed();

    bool isRunning() const { return !m_waiting.empty() || !m_asked.isEmpty(); }
    int count(Stage stage) const { return m_counts[static_cast<std::size_t>(stage)]; }
    const QString &command() const { return m_question.command; }
    QString idAt(int row) const { return m_rows[static_cast<std::size_t>(sourceOf(row))].device; }
    AskReportPtr reportAt(int row) const { return m_rows[static_cast<std::size_t>(sourceOf(row))].report; }

    int sourceRows() const override { return static_cast<int>(m_rows.size()); }
    int columns() const override { return firstValue + (m_withClock ? 1 : 0) + static_cast<int>(m_paths.size()); }
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
        QString device, name;
        Stage stage = Stage::Waiting;
        AskReportPtr report, status; ///< status: for the clock
    };

    void take(quint64 id, const AskReportPtr &report);
    void feed();
    void ask(int row, bool forClock);
    void move(int row, Stage stage);
    void addPaths(const AskReport &report);
    QString stateText(const Row &row) const;
    QString valueOf(const Row &row, int column) const;
    int clockColumn() const { return m_withClock ? firstValue : -1; }

    Asking &m_asking;
    AskQuestion m_question;
    std::vector<Row> m_rows;
    std::deque<int> m_waiting;
    QHash<quint64, int> m_asked; ///< rows by question
    QStringList m_paths;         ///< of values that came
    std::array<int, 5> m_counts{};
    bool m_withClock = false, m_feeding = false;
};

} // namespace gb::ui
