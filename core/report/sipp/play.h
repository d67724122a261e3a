#pragma once
#include "core/report/sipp/scenario.h"

#include <QHash>

namespace gb::sipp {

/// Messages in their order; those of a Record.
using Course = QList<const Message *>;

/// Plays one side of a course in a scenario: sends what that side sent, after as long as it took, and waits for what it
/// got. One call of sipp: its first Call-ID is the call's own.
class Play
{
public:
    static constexpr std::chrono::seconds longestPause{60};

    /// `device`: plays the device. All must outlive it.
    Play(Record &record, Scenario &scenario, bool device, const Writing &writing)
        : m_record(record)
        , m_scenario(scenario)
        , m_device(device)
        , m_writing(writing)
    {
    }

    /// `received`: the first one is there already, and the tag of who sent it is in the variable `peer`. `end`: label
    /// behind all.
    void run(const Course &course, bool received, int end);
    quint64 shortened() const { return m_shortened; } ///< pauses

private:
    bool isOurs(const Message &message) const { return message.ofDevice == m_device; }
    Dialog &dialogOf(const Message &message);
    bool asksLater(const Message &message) const;
    int finalStatusOf(const Message &request) const;
    void step(const Message &message);
    void wait(const Message &message);
    void sendRequest(const Message &message);
    void sendResponse(const Message &message);
    void awaitRequest(const Message &message);
    void awaitResponse(const Message &message);
    void awaitAnother(const QByteArray &attributes, const QByteArray &actions);
    void note(const Message &message);

    Record &m_record;
    Scenario &m_scenario;
    const bool m_device;
    const Writing m_writing;
    Course m_course;
    QHash<QByteArray, Dialog> m_dialogs; ///< by Call-ID
    const Message *m_last = nullptr;     ///< that came
    const Message *m_sent = nullptr;     ///< the last request of ours
    std::optional<TimePoint> m_at;       ///< of the message ahead
    Text m_again;                        ///< of a request with a digest for an old challenge
    bool m_challenged = false, m_fresh = false, m_challenges = false;
    int m_end = 0;
    quint64 m_shortened = 0;
};

} // namespace gb::sipp
