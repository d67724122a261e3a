#pragma once
#include "core/message/siphead.h"
#include "core/message/siptext.h"

#include <array>
#include <utility>

/// Names in a head that its scanner knows. Here for its file alone, which they make fast.
namespace gb::headnames {

enum class Name : std::uint8_t {
    Via,
    From,
    To,
    CallId,
    CSeq,
    Contact,
    Expires,
    ContentLength,
    ContentType,
    UserAgent,
    Authorization,
    Date,
    GbVersion,
    WwwAuthenticate,
    ProxyAuthorization,
    ProxyAuthenticate,
    Subject,
    Require,
    Other
};

struct NameEntry
{
    std::string_view text;
    Name name;
};

// Compact forms: RFC 3261 §7.3.3
inline constexpr NameEntry names[] = {
    {"Via", Name::Via},
    {"v", Name::Via},
    {"From", Name::From},
    {"f", Name::From},
    {"To", Name::To},
    {"t", Name::To},
    {"Call-ID", Name::CallId},
    {"i", Name::CallId},
    {"CSeq", Name::CSeq},
    {"Contact", Name::Contact},
    {"m", Name::Contact},
    {"Expires", Name::Expires},
    {"Content-Length", Name::ContentLength},
    {"l", Name::ContentLength},
    {"Content-Type", Name::ContentType},
    {"c", Name::ContentType},
    {"User-Agent", Name::UserAgent},
    {"Authorization", Name::Authorization},
    {"Date", Name::Date},
    {"X-GB-Ver", Name::GbVersion},
    {"WWW-Authenticate", Name::WwwAuthenticate},
    {"Proxy-Authorization", Name::ProxyAuthorization},
    {"Proxy-Authenticate", Name::ProxyAuthenticate},
    {"Subject", Name::Subject},
    {"s", Name::Subject},
    {"Require", Name::Require},
};

/// By size and first letter: of the names only Contact and Call-ID share a place.
constexpr std::size_t placeOf(std::size_t size, char first)
{
    return (size * 3 + static_cast<unsigned char>(first) * 7U) % 64;
}

struct NameIndex
{
    std::array<std::array<std::uint8_t, 2>, 64> places{}; ///< of names, from 1
    constexpr NameIndex()
    {
        for (std::size_t i = 0; i < std::size(names); ++i) {
            auto &place = places[placeOf(names[i].text.size(), siptext::lower(names[i].text.front()))];
            place.at(place[0] == 0 ? 0 : place[1] == 0 ? 1 : 2) = static_cast<std::uint8_t>(i + 1);
        }
    }
};

inline Name nameOf(std::string_view text)
{
    static constexpr NameIndex index;
    if (text.empty())
        return Name::Other;
    for (const std::uint8_t place : index.places[placeOf(text.size(), siptext::lower(text.front()))]) {
        if (place != 0 && (names[place - 1].text == text || equalsNoCase(names[place - 1].text, text)))
            return names[place - 1].name;
    }
    return Name::Other;
}

inline SipMethod methodOf(std::string_view text)
{
    static constexpr std::pair<std::string_view, SipMethod> methods[] = {
        {"REGISTER", SipMethod::Register},
        {"MESSAGE", SipMethod::Message},
        {"INVITE", SipMethod::Invite},
        {"ACK", SipMethod::Ack},
        {"BYE", SipMethod::Bye},
        {"CANCEL", SipMethod::Cancel},
        {"OPTIONS", SipMethod::Options},
        {"INFO", SipMethod::Info},
        {"SUBSCRIBE", SipMethod::Subscribe},
        {"NOTIFY", SipMethod::Notify},
    };
    for (const auto &[name, method] : methods) {
        if (name == text)
            return method;
    }
    return text.empty() ? SipMethod::None : SipMethod::Other;
}

} // namespace gb::headnames
