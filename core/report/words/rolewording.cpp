#include "core/report/words/rolewording.h"

#include "core/message/deviceid.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("roles", text);
}

/// In the order of Hint; %1: the other one.
constexpr const char *upTexts[] = {
    QT_TRANSLATE_NOOP("roles", "registers with %1"),
    "",
    QT_TRANSLATE_NOOP("roles", "sends heartbeats to %1"),
    QT_TRANSLATE_NOOP("roles", "is queried or controlled by %1"),
    QT_TRANSLATE_NOOP("roles", "reports to %1"),
    QT_TRANSLATE_NOOP("roles", "digits 11 to 13: a device's here, a platform's at %1"),
};
constexpr const char *downTexts[] = {
    QT_TRANSLATE_NOOP("roles", "%1 registers with it"),
    QT_TRANSLATE_NOOP("roles", "gbscope sends from here"),
    QT_TRANSLATE_NOOP("roles", "%1 sends it heartbeats"),
    QT_TRANSLATE_NOOP("roles", "queries or controls %1"),
    QT_TRANSLATE_NOOP("roles", "%1 reports to it"),
    QT_TRANSLATE_NOOP("roles", "digits 11 to 13: a platform's here, a device's at %1"),
};
static_assert(std::size(upTexts) == static_cast<std::size_t>(Hint::Count));
static_assert(std::size(downTexts) == static_cast<std::size_t>(Hint::Count));

QString because(const char *text, const Endpoint &other)
{
    const QString words = say(text);
    return words.contains(u"%1") ? words.arg(other.text()) : words;
}

} // namespace

QString role(Role role)
{
    switch (role) {
    case Role::Unknown: break;
    case Role::Device: return say(QT_TRANSLATE_NOOP("roles", "device"));
    case Role::LowerPlatform: return say(QT_TRANSLATE_NOOP("roles", "lower platform"));
    case Role::Platform: return say(QT_TRANSLATE_NOOP("roles", "platform"));
    case Role::UpperPlatform: return say(QT_TRANSLATE_NOOP("roles", "upper platform"));
    case Role::Phone: return say(QT_TRANSLATE_NOOP("roles", "SIP phone"));
    case Role::Proxy: return say(QT_TRANSLATE_NOOP("roles", "SIP proxy"));
    }
    return say(QT_TRANSLATE_NOOP("roles", "unknown"));
}

QString roleCode(Role role)
{
    switch (role) {
    case Role::Unknown: break;
    case Role::Device: return QStringLiteral("device");
    case Role::LowerPlatform: return QStringLiteral("lower-platform");
    case Role::Platform: return QStringLiteral("platform");
    case Role::UpperPlatform: return QStringLiteral("upper-platform");
    case Role::Phone: return QStringLiteral("sip-phone");
    case Role::Proxy: return QStringLiteral("sip-proxy");
    }
    return QStringLiteral("unknown");
}

QString roleBecause(const Party &party)
{
    QStringList reasons;
    if (party.role == Role::Proxy && party.up && party.down)
        return say(QT_TRANSLATE_NOOP("roles", "passes on the requests of others, and sends none of its own"));
    if (party.up && *party.up != Hint::Ours)
        reasons << because(upTexts[static_cast<std::size_t>(*party.up)], party.above);
    if (party.down)
        reasons << because(downTexts[static_cast<std::size_t>(*party.down)], party.below);
    const bool byId = party.role == Role::LowerPlatform && !party.down;
    if (byId && party.typeCode >= 0)
        reasons << say(QT_TRANSLATE_NOOP("roles", "digits 11 to 13 of its ID: %1")).arg(party.typeCode);
    if (reasons.isEmpty() && party.contradicts)
        reasons << say(QT_TRANSLATE_NOOP("roles", "both ends do the same: the record does not tell who is above"));
    if (reasons.isEmpty() && party.role == Role::Proxy)
        reasons << say(QT_TRANSLATE_NOOP("roles", "passes requests on, and says nothing of GB/T 28181"));
    if (reasons.isEmpty() && party.role == Role::Phone)
        reasons << say(QT_TRANSLATE_NOOP("roles", "speaks SIP, and says nothing of GB/T 28181"));
    return reasons.join(QStringLiteral("; "));
}

} // namespace gb::wording
