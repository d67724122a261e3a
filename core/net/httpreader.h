#pragma once
#include <QByteArray>

#include <optional>
#include <string_view>

namespace gb {

/// What a request of HTTP/1.1 says of itself ahead of its body.
struct HttpHead
{
    QByteArray method;
    QByteArray path; ///< without the query; of an absolute target without scheme and host
    QByteArray contentType, disposition;
    std::optional<qint64> length; ///< Content-Length
    bool chunked = false;
    bool keepsOpen = true;      ///< the connection, for another request
    bool wantsContinue = false; ///< Expect: 100-continue
};

/**
 * Reads requests that bring a body, RFC 9112, one behind the other, from the octets of a connection. Pure: no socket,
 * no clock. Bounded: a head and what stands behind a chunked body have at most `head` octets each, a body `body`. After
 * Refused nothing more is read.
 */
class HttpReader
{
public:
    struct Limits
    {
        qsizetype head = 8 * 1024, body = 10'000'000;
    };
    enum class Step : quint8 {
        More,    ///< append() has to bring more
        Head,    ///< head() is there; once a request, ahead of its body
        Body,    ///< takeBody() is there
        Refused, ///< see status()
    };

    HttpReader()
        : HttpReader(Limits())
    {
    }
    explicit HttpReader(const Limits &limits)
        : m_limits(limits)
    {
    }

    void append(const QByteArray &octets);
    Step next();
    const HttpHead &head() const { return m_head; }
    QByteArray takeBody() { return std::exchange(m_body, {}); }
    /// 400, 411, 413, 417, 431, 501 or 505.
    int status() const { return m_status; }
    /// A request is begun, and not all of it came.
    bool begun() const { return m_state != State::Head || m_at < m_in.size(); }
    /// Octets in memory that are still to be used.
    qsizetype held() const { return m_in.size() - m_at + m_body.size(); }

private:
    enum class State : quint8 { Head, Size, Counted, ChunkSize, Chunk, ChunkEnd, Trailer, Over };

    std::string_view rest() const;
    Step refuse(int status);
    Step readHead();
    int parseHead(std::string_view text);
    int parseStart(std::string_view line);
    int parseField(std::string_view line);
    Step begin();
    bool readBody();
    bool readChunkSize();
    bool readChunkEnd();
    bool readTrailer();

    Limits m_limits;
    QByteArray m_in, m_body;
    qsizetype m_at = 0; ///< in m_in: what is ahead of it was read
    qint64 m_left = 0;  ///< octets of the body, or of a chunk
    qsizetype m_trailer = 0;
    State m_state = State::Head;
    HttpHead m_head;
    bool m_is10 = false;
    int m_status = 0;
};

} // namespace gb
