#include "core/report/words/digestwording.h"

#include "core/devices/device.h"
#include "core/devices/digestwords.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>

#include <iterator>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("digest", text);
}

struct InputText
{
    const char *name, *value; ///< as DigestGuess is written; a null value is any
    const char *text;         ///< %1 is the value
};

constexpr InputText inputs[] = {
    {"user", nullptr, QT_TRANSLATE_NOOP("digest", "the user name \"%1\"")},
    {"realm", nullptr, QT_TRANSLATE_NOOP("digest", "the realm \"%1\"")},
    {"uri", nullptr, QT_TRANSLATE_NOOP("digest", "the uri \"%1\"")},
    {"method", nullptr, QT_TRANSLATE_NOOP("digest", "the method \"%1\"")},
    {"sum", "qop", QT_TRANSLATE_NOOP("digest", "the other formula (qop)")},
    {"sum", "session", QT_TRANSLATE_NOOP("digest", "the formula of MD5-sess")},
    {"sum", "capitals", QT_TRANSLATE_NOOP("digest", "hashes in capital letters")},
    {"cut", nullptr, QT_TRANSLATE_NOOP("digest", "only the first %1 characters of the password")},
    {"half", nullptr, QT_TRANSLATE_NOOP("digest", "a response that is cut to %1 digits")},
    {"hash", nullptr, QT_TRANSLATE_NOOP("digest", "another hash (MD5, SHA-256) than its header says")},
    {"spelling", nullptr, QT_TRANSLATE_NOOP("digest", "the password in another spelling")},
};

QString inputText(const QString &name, const QString &value)
{
    for (const InputText &one : inputs) {
        if (name != QLatin1String(one.name) || (one.value && value != QLatin1String(one.value)))
            continue;
        const QString text = say(one.text);
        return text.contains(u"%1") ? text.arg(value) : text;
    }
    return {};
}

} // namespace

QString digestInput(const QString &text)
{
    QStringList parts;
    for (const auto &[name, value] : digestwords::read(text)) {
        if (const QString one = inputText(name, value); !one.isEmpty())
            parts.append(one);
    }
    //: between two things that went into a digest by mistake
    return parts.join(QCoreApplication::translate("digest", " and "));
}

QString digestTried(const QString &text)
{
    const digestwords::Pairs pairs = digestwords::read(text);
    if (pairs.isEmpty())
        return {};
    const auto number = [&](QStringView name) { return digestwords::number(pairs, name); };
    const qsizetype done = number(u"digests"), all = number(u"all");
    const QString ways = say(
        QT_TRANSLATE_NOOP("digest",
            "passwords: %1, spellings: %2, user names: %3, realms: %4, forms of the uri: %5, methods: %6, "
            "formulas with and without qop: %7; up to two at a time other than in the header, "
            "%8 digests"))
                             .arg(number(u"passwords"))
                             .arg(number(u"spellings"))
                             .arg(number(u"users"))
                             .arg(number(u"realms"))
                             .arg(number(u"uris"))
                             .arg(number(u"methods"))
                             .arg(number(u"sums"))
                             .arg(done);
    return done == all ? ways : ways + say(QT_TRANSLATE_NOOP("digest", " of %1; the rest was not tried")).arg(all);
}

} // namespace gb::wording
