#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <span>

/// How programs write messages down as text: what stands ahead of them. Each is a file here and a line of all.h.
namespace gb::packed::texts {

/// What was told of the next message. Of an end that is not told the address is null.
struct Heading
{
    std::optional<TimePoint> at; ///< empty: not known
    Endpoint from, to;
    bool isTcp = false;
    bool isPacket = false; ///< of one packet, which may be shown twice
    bool dots = false;     ///< lines end in a dot, which was a CR
};

/// Looks at a line that belongs to no message; false where it is none of its own. A time with a date, and one without,
/// is read by whoever asks.
struct Layout
{
    const char *name;
    bool (*read)(const QString &line, Heading &heading);
};

std::span<const Layout *const> all();

/// "192.168.1.64:5060", "192.168.1.64.5060", "[fd00::2]:5060", "fd00::2.sip", or an address alone; null where it is
/// none.
Endpoint endIn(QString text);
/// Both of `match`, by the numbers of their groups.
void setEnds(Heading &heading, const QRegularExpressionMatch &match, int from, int to);

inline QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern));
}

#define GBSCOPE_TEXT_LAYOUT(name) extern const Layout name;
#include "core/capture/packed/texts/all.h"
#undef GBSCOPE_TEXT_LAYOUT

} // namespace gb::packed::texts
