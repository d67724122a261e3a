#pragma once
#include <QByteArray>

#include <deque>
#include <string_view>
#include <vector>

/// What the octets of a message can be read as: each reading knows where in the message its octets came from.
namespace gb::redaction {

struct Span
{
    quint32 from = 0, to = 0; ///< octets of the message
    bool operator==(const Span &) const = default;
};

enum class Unit : quint8 { Octet, Utf16Little, Utf16Big };

/// One reading. Texts of UTF-16 are UTF-8 here.
struct View
{
    QByteArray text;
    std::vector<Span> map; ///< of each octet; empty where `whole`, or where the text is the message itself
    bool isWhole = false;  ///< no octet has a place of its own: what was inflated
    Span whole;
    Unit unit = Unit::Octet;
    int depth = 0;

    std::string_view octets() const { return {text.constData(), static_cast<std::size_t>(text.size())}; }
    Span span(std::size_t from, std::size_t to) const;
};

struct Views
{
    std::deque<View> all;         ///< the message itself first
    std::vector<Span> unreadable; ///< compressed, but too large or in an encoding that is not known here
};

/**
 * Every reading of the octets: UTF-16 of both orders at even and odd places, numbers and names of XML, percent,
 * backslashes, base64, gzip and deflate, and these within each other. At most maxDepth steps, and together at most
 * maxOctets; what is inflated is no longer than maxInflated.
 */
Views viewsOf(const QByteArray &message);

constexpr int maxDepth = 4;
constexpr std::size_t maxOctets = 8 * 1024 * 1024;
constexpr std::size_t maxInflated = 1024 * 1024;

bool containsNoCase(std::string_view text, std::string_view lowerCase);

} // namespace gb::redaction
