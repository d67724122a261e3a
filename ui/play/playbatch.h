#pragma once
#include "ui/client/asktable.h"
#include "ui/play/playing.h"

#include <deque>

namespace gb::ui {

/// A channel that is to be played.
struct PlayItem
{
    PlayKey key;
    QString name; ///< of the channel, else of the device; may be empty
};

/**
 * Plays many channels one after the other, a few at a time: a row each, that fills as they end. Those whose turn has
 * not come wait here, so that they can be stopped.
 */
class PlayBatch final : public AskTable
{
    Q_OBJECT
public:
    static constexpr int usualAtOnce = 4, mostAtOnce = 64;
    static constexpr qsizetype maxItems = 10'000;
    static_assert(Playing::maxKept >= static_cast<std::size_t>(maxItems), "each row can be opened");
    enum Column { Device, Channel, Name, Verdict, Broken, Size, Rate, Codec, Delay, Loss, Why, columnTotal };
    enum class Stage : quint8 { Waiting, Playing, Good, Failed, Stopped, Count };

    PlayBatch(Playing &playing, QObject *parent);

    /// Whatever ran before is stopped. `how`: transport, time, address and ports. Of `items` the first maxItems, each
    /// channel once. `atOnce`: 1 to mostAtOnce.
    void start(const PlayQuestion &how, const QList<PlayItem> &items, int atOnce);
    void stop();
    /// Plays those again that failed, or were stopped.
    void playFailed();

    bool isRunning() const { return !m_waiting.empty() || !m_open.isEmpty(); }
    /// Beyond maxItems.
    int leftOut() const { return m_leftOut; }
    int count(Stage stage) const { return m_counts[static_cast<std::size_t>(stage)]; }
    const PlayItem &itemAt(int row) const { return m_rows[static_cast<std::size_t>(sourceOf(row))].item; }

    int sourceRows() const override { return static_cast<int>(m_rows.size()); }
    int columns() const override { return columnTotal; }
    QString cell(int source, int column) const override;
    QString header(int column) const override;

signals:
    /// Counts are others.
    void moved();

protected:
    QString meaning(int column) const override;
    bool isNumber(int column) const override { return column == Rate || column == Delay || column == Loss; }
    std::optional<double> number(int source, int column) const override;
    QVariant colour(int source, int column) const override;

private:
    struct Row
    {
        PlayItem item;
        Stage stage = Stage::Waiting;
        quint64 id = 0;
        PlayReportPtr report;
    };

    void take(quint64 id, const PlayReportPtr &report);
    void feed();
    void move(int row, Stage stage);
    QString verdictText(const Row &row) const;
    static QString brokenText(const PlayReport &report);

    Playing &m_playing;
    PlayQuestion m_how;
    int m_atOnce = usualAtOnce, m_leftOut = 0;
    std::vector<Row> m_rows;
    std::deque<int> m_waiting;
    QHash<quint64, int> m_open; ///< rows by play
    std::array<int, static_cast<std::size_t>(Stage::Count)> m_counts{};
    bool m_feeding = false;
};

} // namespace gb::ui
