#include "core/devices/digestwords.h"

#include "core/message/deviceid.h"

#include <algorithm>

namespace gb::digestwords {
namespace {

constexpr qsizetype longest = 64; ///< characters of a value

QString shown(const QByteArray &octets)
{
    return printable(std::string_view(octets.constData(), static_cast<std::size_t>(octets.size())), longest);
}

void add(QString &text, const char *name, QString value)
{
    value.replace(u'%', QStringLiteral("%25")).replace(u';', QStringLiteral("%3b"));
    text += (text.isEmpty() ? QString() : QStringLiteral(";")) + QLatin1String(name) + u'=' + value;
}

const char *nameOf(DigestSum sum)
{
    switch (sum) {
    case DigestSum::OtherQop: return "qop";
    case DigestSum::Session: return "session";
    case DigestSum::Capitals: return "capitals";
    case DigestSum::Announced: break;
    }
    return "";
}

} // namespace

QString of(const DigestGuess &guess)
{
    QString text;
    if (guess.user)
        add(text, "user", shown(*guess.user));
    if (guess.realm)
        add(text, "realm", shown(*guess.realm));
    if (guess.uri)
        add(text, "uri", shown(*guess.uri));
    if (guess.method)
        add(text, "method", shown(*guess.method));
    if (guess.sum != DigestSum::Announced)
        add(text, "sum", QString::fromLatin1(nameOf(guess.sum)));
    if (guess.change == PasswordChange::Cut)
        add(text, "cut", QString::number(guess.cut));
    else if (guess.change != PasswordChange::None)
        add(text, "spelling", QString::number(static_cast<int>(guess.change)));
    if (guess.otherHash)
        add(text, "hash", QStringLiteral("other"));
    if (guess.half)
        add(text, "half", QStringLiteral("16"));
    return text;
}

QString of(const DigestTrial &tried)
{
    QString text;
    const auto put = [&](const char *name, qsizetype value) { add(text, name, QString::number(value)); };
    put("passwords", tried.passwords);
    put("spellings", tried.spellings);
    put("users", tried.users);
    put("realms", tried.realms);
    put("uris", tried.uris);
    put("methods", tried.methods);
    put("sums", tried.sums);
    put("digests", tried.digests);
    put("all", tried.all);
    return text;
}

Pairs read(const QString &text)
{
    Pairs pairs;
    for (const QString &one : text.split(u';')) {
        const qsizetype equals = one.indexOf(u'=');
        if (equals <= 0)
            continue;
        QString value = one.mid(equals + 1);
        value.replace(QStringLiteral("%3b"), QStringLiteral(";")).replace(QStringLiteral("%25"), QStringLiteral("%"));
        pairs.append({one.left(equals), value});
    }
    return pairs;
}

qsizetype number(const Pairs &pairs, QStringView name)
{
    const auto found = std::find_if(pairs.begin(), pairs.end(), [name](const auto &one) { return one.first == name; });
    return found == pairs.end() ? 0 : static_cast<qsizetype>(found->second.toLongLong());
}

} // namespace gb::digestwords
