#pragma once
#include "core/net/datagram.h"

#include <QFile>

#include <deque>
#include <optional>

namespace gb::packed {

/**
 * Finds whole SIP messages, and packets in hexadecimal, in a text of lines. Time and ends are those that stand ahead of
 * the message; ends that do not are those that its Via and its Request-URI name, or 0.0.0.0. A time without a date is
 * taken to be of the day on which the file was written, times are those of this computer's zone. A message is whole
 * where its header section ends in an empty line, and its body is as long as its Content-Length says, with the line
 * ends that fit.
 */
class TextLines
{
public:
    static constexpr qint64 maxLine = 16 * 1024;    ///< octets; a longer one is none of ours
    static constexpr qsizetype maxMessage = 65'000; ///< octets
    static constexpr qsizetype maxHeaderLines = 256;

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
    void readEnvelope(const QByteArray &line);
    bool takeHex(const QByteArray &line);
    bool takeMessage(const QByteArray &start, Found &found);
    std::optional<QByteArray> body(qsizetype size);
    void fillEnds(Datagram &message) const;
    void giveBack(const QByteArrayList &lines);

    QFile m_file;
    std::deque<QByteArray> m_back; ///< lines that are read again
    TimePoint m_day{};             ///< of the file
    TimePoint m_at{};
    Endpoint m_from, m_to;
    bool m_isTcp = false;
    QByteArray m_hex;
    quint64 m_notWhole = 0;
};

} // namespace gb::packed
