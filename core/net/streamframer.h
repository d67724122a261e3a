#pragma once
#include <QByteArray>

namespace gb {

/**
 * Cuts a TCP stream into SIP messages by Content-Length, RFC 3261 §18.3. Pure: octets in, messages out, in whatever
 * portions they come. Work is linear in the octets; never holds more than `maxMessage`.
 */
class StreamFramer
{
public:
    static constexpr qsizetype maxMessage = 65'000; ///< header section and body; so that a message is one segment of
                                                    ///< the record

    enum class Result : quint8 {
        NeedMore,
        Message, ///< whole, or the CR LFs of a keepalive (RFC 5626 §3.5.1)
        Junk,    ///< octets between two messages that belong to neither: they are passed over
        Broken,  ///< what there is cannot be cut: no SIP, no usable Content-Length, or too long. The stream is lost;
                 ///< `message` holds its start
    };

    void append(const QByteArray &octets) { m_buffer += octets; }
    Result next(QByteArray &message);
    /// Octets of a message that has begun and is not whole.
    qsizetype pending() const { return m_buffer.size(); }
    /// Those octets, where no more will come.
    QByteArray takePending();
    /// The same, where it may be junk and more may come: it counts as passed over. Broken: too much was.
    Result passPending(QByteArray &junk) { return passOver(m_buffer.size(), junk); }
    /// What is pending is no line yet, behind a message: it may as well be junk.
    bool mayBeJunk() const { return m_spoke && m_whole == 0 && !m_buffer.contains('\n'); }
    /// A message was cut from it.
    bool spoke() const { return m_spoke; }
    void reset() { *this = {}; }

private:
    Result take(qsizetype size, QByteArray &message);
    Result passOver(qsizetype size, QByteArray &junk);
    Result broken(QByteArray &message);
    Result resume(QByteArray &junk, bool &starts);
    Result head(QByteArray &message);
    qsizetype headEnd();

    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< no end of headers ahead of it
    qsizetype m_whole = 0;    ///< size of the message that is being waited for; 0: not known yet
    qsizetype m_junk = 0;     ///< octets that were passed over since the last message
    bool m_spoke = false;
};

} // namespace gb
