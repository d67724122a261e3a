#pragma once
#include "core/capture/recordreader.h"
#include "core/filter/expression.h"

namespace gb::filter {

/// Which conditions of a filter a message meets that have to look into it. Work is linear in the size of the message
/// for each; but for regular expressions, whose work is bounded. Not for the window's thread: a message takes some µs.
class OctetCheck
{
public:
    static constexpr qsizetype most = 64; ///< conditions

    explicit OctetCheck(const Expression &expression);

    /// Bits in the order of Expression::octetConditions().
    quint64 of(std::string_view octets);
    /// Messages on which a regular expression gave up: it is not known whether they meet it, and they are taken for
    /// messages that do not.
    quint64 gaveUp() const { return m_gaveUp; }

private:
    struct Part
    {
        Condition condition;
        std::optional<TextSearch> plain, chinese; ///< of a text without wildcards: in UTF-8, and in GB 18030
        QList<QByteArray> headers;                ///< names
    };
    struct Message;

    bool meets(const Part &part, Message &message);
    static bool hasText(const Part &part, Message &message);
    static bool hasHeader(const Part &part, const Message &message);
    static bool hasElement(const Condition &condition, Message &message);

    std::vector<Part> m_parts;
    quint64 m_gaveUp = 0;
};

} // namespace gb::filter
