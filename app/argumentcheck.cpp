#include "app/argumentcheck.h"

#include <QSet>

#include <algorithm>

namespace gb {
namespace {

/// As it is written: "--session" or "-o".
QString spelt(const QString &name)
{
    return (name.size() > 1 ? u"--" : u"-") + name;
}

/// The option that an argument is, with or without its value; null where it is none of them.
const OptionKind *optionOf(const QString &argument, const QList<OptionKind> &options)
{
    const QString written = argument.section(u'=', 0, 0);
    const auto found = std::find_if(options.cbegin(), options.cend(), [&](const OptionKind &one) {
        return one.name.size() > 1 ? written == spelt(one.name) : argument.startsWith(spelt(one.name));
    });
    return found == options.cend() ? nullptr : &*found;
}

/// The value stands in the same argument: "--session=x", "-ox".
bool isJoined(const QString &argument, const OptionKind &option)
{
    return option.name.size() > 1 ? argument.contains(u'=') : argument.size() > 2;
}

} // namespace

QString argumentProblem(const QStringList &arguments, const QList<OptionKind> &options)
{
    QSet<QString> seen;
    for (qsizetype i = 1; i < arguments.size() && arguments.at(i) != u"--"; ++i) {
        const OptionKind *const option = optionOf(arguments.at(i), options);
        if (!option || !option->takesValue)
            continue;
        if (!option->many && seen.contains(option->name))
            return QStringLiteral("%1 is given twice").arg(spelt(option->name));
        seen.insert(option->name);
        if (isJoined(arguments.at(i), *option))
            continue;
        const QString value = arguments.value(++i);
        if (value != u"-" && optionOf(value, options))
            return QStringLiteral("%1 takes a value, and %2 is another option; write %1=%2 where that is meant")
                .arg(spelt(option->name), value);
    }
    return {};
}

} // namespace gb
