#include "core/report/words/statisticswording.h"

#include "core/report/words/say_p.h"

namespace gb::wording {

QString statisticsTitle(StatisticsSection section)
{
    using enum StatisticsSection;
    switch (section) {
    case Requests: return say(QT_TRANSLATE_NOOP("wording", "Requests"));
    case Statuses: return say(QT_TRANSLATE_NOOP("wording", "Statuses of answers"));
    case Times: return say(QT_TRANSLATE_NOOP("wording", "Response times of first copies"));
    case Repeats: return say(QT_TRANSLATE_NOOP("wording", "Copies"));
    case AgentsOf: return say(QT_TRANSLATE_NOOP("wording", "User-Agents of the devices"));
    case Sizes: return say(QT_TRANSLATE_NOOP("wording", "Sizes in bytes"));
    case Devices: return say(QT_TRANSLATE_NOOP("wording", "Devices"));
    }
    return {};
}

QStringList statisticsColumns()
{
    return {say(QT_TRANSLATE_NOOP("wording", "Value")), say(QT_TRANSLATE_NOOP("wording", "Messages")),
        say(QT_TRANSLATE_NOOP("wording", "Share")), say(QT_TRANSLATE_NOOP("wording", "Median")),
        say(QT_TRANSLATE_NOOP("wording", "95 %")), say(QT_TRANSLATE_NOOP("wording", "Longest"))};
}

QString copyKind(const QString &name)
{
    static constexpr std::pair<const char *, const char *> kinds[] = {
        {"retransmitted", QT_TRANSLATE_NOOP("wording", "Retransmitted by a timer")},
        {"echo", QT_TRANSLATE_NOOP("wording", "Answered again because the request came again")},
        {"", QT_TRANSLATE_NOOP("wording", "Repeated by TCP")},
        {"duplicate", QT_TRANSLATE_NOOP("wording", "Captured twice")},
        {"proxycopy", QT_TRANSLATE_NOOP("wording", "The same a hop further")}};
    for (const auto &[known, words] : kinds) {
        if (name == QLatin1String(known))
            return say(words);
    }
    return name;
}

QString allDevices()
{
    return say(QT_TRANSLATE_NOOP("wording", "All devices"));
}

QString noDevice()
{
    return say(QT_TRANSLATE_NOOP("wording", "No device"));
}

QString notTold()
{
    return say(QT_TRANSLATE_NOOP("wording", "Not told"));
}

} // namespace gb::wording
