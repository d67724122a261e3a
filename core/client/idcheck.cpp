#include "core/client/idcheck.h"

#include "core/message/deviceid.h"

#include <algorithm>

namespace gb {
namespace {

constexpr qsizetype whole = 20, ruleB = 18, alarmCentre = 10;

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Province, city, district, base unit.
bool isArea(QStringView text)
{
    return areDigits(text) && text.size() <= 8 && text.size() % 2 == 0;
}

int typeCode(QStringView id)
{
    return areDigits(id) && id.size() == whole ? id.mid(10, 3).toInt() : -1;
}

bool isGroup(QStringView id)
{
    return typeCode(id) == 215;
}

/// Annex E table E.1, and annex D of 2016. Where the edition is not known, what one of them has is none of our
/// business.
bool isType(int code, std::optional<Edition> edition)
{
    constexpr int first = 111;
    const bool in2022 = code >= first && code != 119 && code != 504 && code != 506;
    const bool in2016 = code >= first && (code < 502 || code > 506);
    if (edition == Edition::V2022)
        return in2022;
    return edition == Edition::V2016 ? in2016 : in2016 || in2022;
}

/// What gives a picture: recorders and platforms list themselves beside their channels, and may.
bool isCamera(QStringView id)
{
    const int code = typeCode(id);
    return code == 121 || code == 122 || code == 131 || code == 132;
}

QString shown(const QString &value)
{
    return printable(value, 80);
}

QString valueOf(const QList<std::pair<QString, QString>> &values, QLatin1StringView path)
{
    for (const auto &[name, value] : values) {
        if (name == path)
            return value;
    }
    return {};
}

} // namespace

IdCheck::IdCheck(const AskCommand &command, AskReport &report, Scope scope)
    : m_command(command)
    , m_report(report)
    , m_scope(scope)
    , m_isCatalog(QLatin1StringView(command.cmdType) == QLatin1StringView("Catalog"))
{
}

/// Rule B, of 18 digits, was there until 2022; 10 digits are an alarm centre (A.2.4.6).
bool IdCheck::isId(QStringView value) const
{
    if (!areDigits(value))
        return false;
    const bool hasRuleB = m_scope.edition != Edition::V2022;
    const bool isAlarm = QLatin1StringView(m_command.cmdType) == QLatin1StringView("Alarm");
    return value.size() == whole || isArea(value) || (value.size() == ruleB && hasRuleB)
        || (value.size() == alarmCentre && isAlarm);
}

/// Each `key` once.
void IdCheck::tell(Code code, const QString &a, const QString &b, const QString &key)
{
    const QString known = QString::number(static_cast<int>(code)) + u' ' + key;
    if (m_told.size() >= maxNames || m_told.contains(known))
        return;
    m_told.insert(known);
    if (m_times[code]++ >= maxShown || !m_report.add(code, a, b))
        ++m_more;
}

void IdCheck::element(const QString &path, const QString &value)
{
    const QString text = shown(value);
    if (!isId(value))
        return tell(Code::WrongId, path, text, path + u' ' + text);
    if (value.size() == whole && !isType(typeCode(value), m_scope.edition))
        tell(Code::WrongIdType, text, value.mid(10, 3), text);
}

void IdCheck::item(const QList<std::pair<QString, QString>> &values)
{
    if (!m_isCatalog)
        return;
    const QString id = valueOf(values, QLatin1StringView("DeviceID"));
    if (const QString civil = valueOf(values, QLatin1StringView("CivilCode")); !civil.isEmpty() && !isArea(civil))
        tell(Code::WrongCivilCode, shown(civil), shown(id), shown(civil));
    parents(id, valueOf(values, QLatin1StringView("ParentID")));
    group(id, valueOf(values, QLatin1StringView("BusinessGroupID")));
    group(id, valueOf(values, QLatin1StringView("Info/BusinessGroupID")));
}

void IdCheck::parents(const QString &id, const QString &value)
{
    const bool own = id == m_report.device;
    m_ownCame = m_ownCame || own;
    for (qsizetype taken = 0; const QStringView one : QStringView(value).tokenize(u'/', Qt::SkipEmptyParts)) {
        if (++taken > maxParents)
            return;
        const QString name = one.toString(), text = shown(name);
        if (one == id)
            tell(Code::OwnParent, text, {}, text);
        else if (!isId(one))
            tell(Code::WrongId, QStringLiteral("ParentID"), text, QStringLiteral("ParentID ") + text);
        else if (own && m_ownParents.size() < maxParents)
            m_ownParents.append(name);
        else if (!own && !mayStandOutside(id, one))
            keep(Code::NoParent, name, id);
    }
}

/// Annex J: a business group names its system, an area is below shorter ones. Recorders name the platform that they
/// register with, which stands in no list of theirs.
bool IdCheck::mayStandOutside(const QString &id, QStringView parent) const
{
    const bool isPlatform = typeOf(parent.toString().toStdString()) == IdType::Platform;
    return isPlatform || (isArea(id) && isArea(parent) && id.startsWith(parent));
}

void IdCheck::group(const QString &id, const QString &value)
{
    if (value.isEmpty())
        return;
    if (isGroup(value))
        return keep(Code::NoGroup, value, id);
    const QString text = shown(value);
    tell(Code::WrongGroup, text, shown(id), text);
}

void IdCheck::keep(Code code, const QString &name, const QString &by)
{
    if (!m_scope.whole || m_outside.size() >= maxNames || m_names.contains(name))
        return;
    m_names.insert(name);
    m_outside.append({code, name, by});
}

/// Who lists itself beside its channels may. A camera that is the only one of the list, or that stands below another of
/// it, is a channel.
bool IdCheck::isChannelWithOurId(const KeySet &keys, bool complete) const
{
    if (!m_ownCame || !isCamera(m_report.device))
        return false;
    return (complete && keys.size() == 1)
        || std::any_of(
            m_ownParents.begin(), m_ownParents.end(), [&](const QString &one) { return keys.contains(one); });
}

qsizetype IdCheck::finish(const KeySet &keys, bool complete)
{
    if (m_isCatalog && isChannelWithOurId(keys, complete))
        tell(Code::OwnId, m_report.device, {}, m_report.device);
    for (const Named &one : std::as_const(m_outside)) {
        if (complete && one.name != m_report.device && !keys.contains(one.name))
            tell(one.code, shown(one.name), shown(one.by), shown(one.name));
    }
    m_outside.clear();
    return m_more;
}

} // namespace gb
