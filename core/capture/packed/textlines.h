#pragma once
#include "core/capture/hep.h"
#include "core/capture/packed/texts/layout.h"
#include "core/net/datagram.h"

#include <QFile>
#include <QHash>

#include <deque>
#include <optional>

namespace gb::packed {

/**
 * Finds whole SIP messages, and packets in hexadecimal, in a text of lines. Time and ends are those that stand ahead of
 * the message, as one of the layouts has them; ends that do not are those of its request, or those that its Via and its
 * Request-URI name, or 0.0.0.0. A time without a date is taken to be of the day on which the file was written, times
 * are those of this computer's zone where they name none. Where no time was told yet, messages stand a millisecond
 * apart in 1970: theirs is not known. A message is whole where its header section ends in an empty line, and its body
 * is as long as its Content-Length says, with the line ends and the charset that fit; what stands ahead of its first
 * line may stand ahead of the others, too.
 */
class TextLines
{
public:
    static constexpr qint64 maxLine = 16 * 1024;    ///< octets; a longer one is none of ours
    static constexpr qsizetype maxMessage = 65'000; ///< octets
    static constexpr qsizetype maxHeaderLines = 256;
    static constexpr qsizetype maxTransactions = 20'000; ///< whose ends are remembered

    struct Found
    {
        Datagram message;  ///< its time is that of the packet, too
        QByteArray packet; ///< where it stood in hexadecimal: of IP, or with the link layer ahead
    };

    explicit TextLines(const QString &path);
    bool open();
    /// False at the end, or where there is nothing in so many lines; 0: all of them.
    bool next(Found &found, int lines = 0);
    /// Messages that began, and were given up.
    quint64 notWhole() const { return m_notWhole; }
    qint64 position() const { return m_file.pos(); }

private:
    std::optional<QByteArray> line();
    void readHeading(const QByteArray &line);
    void readTime(const QString &text);
    bool unescape(const QByteArray &line);
    bool takeHex(const QByteArray &line);
    bool takeMessage(const QByteArray &line, qsizetype start, Found &found);
    std::optional<QByteArray> body(const QByteArray &ahead, bool dots, qsizetype size);
    TimePoint timeOfNext();
    bool isShownAgain(const Datagram &message);
    void fillEnds(Datagram &message);
    void giveBack(const QByteArrayList &lines);

    QFile m_file;
    std::deque<QByteArray> m_back; ///< lines that are read again
    TimePoint m_day{};             ///< of the file, and each behind it when midnight passes
    texts::Heading m_heading;
    std::optional<TimePoint> m_shownAt;
    QByteArray m_shown; ///< the last message
    QByteArray m_hex;
    quint64 m_notWhole = 0;
    qint64 m_untimed = 0;
    hep::Places m_places; ///< a text tells none of a TCP stream, either
    QHash<QByteArray, std::pair<Endpoint, Endpoint>> m_transactions;
};

} // namespace gb::packed
