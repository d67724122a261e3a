#pragma once
#include "core/simulator/answer.h"
#include "core/simulator/deviceline.h"

#include <functional>
#include <vector>

namespace gb {

/// MESSAGEs that a device sends by itself: Responses, and Notifys but heartbeats. Each letter is of several pages; the
/// next one is sent when the one before has its SIP answer (GB/T 28181-2022 annex M). A refusal or a silence ends the
/// letter. Bounded: at most `maxLetters`, the rest is dropped and counted.
class Mailbox
{
public:
    static constexpr std::size_t maxLetters = 64;
    static constexpr std::chrono::milliseconds endlessGap{20}; ///< between pages that have no end

    /// Octets of page n, from 0 on; empty: there is none.
    using Pages = std::function<QByteArray(qsizetype)>;

    Mailbox(const DeviceModel &model, DeviceLine &line)
        : m_model(model)
        , m_line(line)
    {
    }

    /// Goes out at the next advance() from `at` on.
    void add(Pages pages, TimePoint at, Duration gap = {});
    void add(const XmlElement &message, TimePoint at);
    void add(Answer answer, TimePoint at);
    void clear();
    void advance(TimePoint now);
    TimePoint deadline() const;
    bool answered(TransactionId id, const SipHead &head, TimePoint now);
    bool failed(TransactionId id);

    std::size_t size() const { return m_letters.size(); }
    quint64 sent() const { return m_sent; }
    quint64 dropped() const { return m_dropped; }

private:
    struct Letter
    {
        Pages pages;
        qsizetype page = 0;
        TimePoint at{};
        Duration gap{};
        TransactionId waits;
        bool over = false;
    };

    bool send(Letter &letter, TimePoint now);

    const DeviceModel &m_model;
    DeviceLine &m_line;
    std::vector<Letter> m_letters;
    quint64 m_sent = 0, m_dropped = 0;
};

} // namespace gb
