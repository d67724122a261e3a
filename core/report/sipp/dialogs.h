#pragma once
#include "core/report/sipp/play.h"

#include <functional>

namespace gb::sipp {

/// The messages of one Call-ID.
struct Talk
{
    bool byDevice = false; ///< it began
    Course course;
    const Message *first = nullptr; ///< request; null: the record has none
};

/// In the order in which they begin.
QList<Talk> talksOf(const Record &record);

/// Talks that a side is drawn into, by what they begin with: of several of one kind the first is played.
struct Kind
{
    QByteArray method, command; ///< of a MESSAGE
    Course course;
};
/// Those of one side; what was left out is counted in `record`.
QList<Kind> kindsOf(const QList<Talk> &talks, bool byDevice, Record &record);

/// In the order of the record.
void sortCourse(Course &course);

/// Addresses of one side. `port`: stands for address and port, `host` for an address alone; empty: it stays.
void addAddresses(Names &names, const Record &record, bool ofDevice, const QByteArray &port, const QByteArray &host);

/// Waits for each kind, and goes to where it is played. Captures what a course needs; see Play::run().
class Entrance
{
public:
    Entrance(Scenario &scenario, const QList<Kind> &kinds);
    void write(const QByteArray &more = {}); ///< `more`: actions of each
    int labelOf(qsizetype kind) const { return m_labels.at(kind); }
    int end() const { return m_end; }

private:
    QList<qsizetype> ofMethod(const QByteArray &method) const;
    QByteArray captures(const QByteArray &method);

    Scenario &m_scenario;
    const QList<Kind> &m_kinds;
    QList<QByteArray> m_methods;
    QList<int> m_labels;
    int m_end = 0;
};

/// Waits for whatever of the kinds comes, and plays it; over and over. `more`: see Entrance::write(). Returns how many
/// pauses are shortened.
quint64 playKinds(Record &record, Scenario &scenario, const QList<Kind> &kinds, bool device, const QByteArray &more,
    const std::function<Writing(const Kind &)> &writing);

} // namespace gb::sipp
