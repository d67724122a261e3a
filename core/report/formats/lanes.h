#pragma once
#include "core/report/format.h"

#include <QHash>
#include <QList>

namespace gb::shelf {

/// Messages as rows between lanes, for formats that have to know all lanes ahead of the first row.
class Lanes
{
public:
    static constexpr qsizetype capacity = 100'000; ///< rows; more are counted
    static constexpr int mostLanes = 8;            ///< a message of another end has no arrow

    struct Row
    {
        quint64 number = 0;
        TimePoint at{};
        int from = -1, to = -1; ///< lanes; -1: it has none
        QString ends;           ///< both ends, of a row without lanes
        QString label;          ///< what stands on the arrow, with what it repeats; one line
    };

    void take(const CleanMessage &message);
    /// Lanes are addresses; where both ends of a message have the same one, addresses with ports. In the order in which
    /// they were first seen.
    void finish();

    const QStringList &names() const { return m_names; }
    const QList<Row> &rows() const { return m_rows; }
    quint64 left() const { return m_left; }
    /// What a row says of its message, for Written::quoted.
    static QByteArray quoted(const CleanMessage &message);
    static QString label(const MessageSummary &message);

private:
    int laneOf(const Endpoint &end);

    struct Ends
    {
        Endpoint from, to;
    };
    QList<Ends> m_ends; ///< of the rows, until finish()
    QList<Row> m_rows;
    QSet<IpAddress> m_shared; ///< both ends of a message had it
    QHash<QString, int> m_lanes;
    QStringList m_names;
    quint64 m_left = 0;
};

/// A text with diagrams of `rowsOfADiagram` messages each, one behind the other.
class LaneDiagrams : public FormatWriter
{
public:
    static constexpr qsizetype rowsOfADiagram = 200; ///< renderers have limits: 50,000 letters, 4,096 pixels

    Written take(const CleanMessage &message) final;
    QByteArray end() final;

protected:
    /// `remark`: how a line begins that is none of the diagram.
    explicit LaneDiagrams(const char *remark)
        : m_remark(remark)
    {
    }
    virtual QString head(const QStringList &lanes) const = 0;
    virtual QString line(const Lanes::Row &row) const = 0;
    virtual QString foot() const = 0;

private:
    const char *m_remark;
    Lanes m_lanes;
};

/// "12:00:01.250", of the day in this computer's zone.
QString timeOfDay(TimePoint at);

} // namespace gb::shelf
