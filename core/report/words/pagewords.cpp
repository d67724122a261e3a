#include "core/report/words/pagewords.h"

#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace gb::wording::page {
namespace {

/// In the order of Word.
constexpr std::array words{
    QT_TRANSLATE_NOOP("Page", "Remarks"),
    QT_TRANSLATE_NOOP("Page", "Record and network"),
    QT_TRANSLATE_NOOP("Page", "Devices"),
    QT_TRANSLATE_NOOP("Page", "State"),
    QT_TRANSLATE_NOOP("Page", "Device"),
    QT_TRANSLATE_NOOP("Page", "What is wrong"),
    QT_TRANSLATE_NOOP("Page", "Address"),
    QT_TRANSLATE_NOOP("Page", "User-Agent"),
    QT_TRANSLATE_NOOP("Page", "Registrations"),
    QT_TRANSLATE_NOOP("Page", "Heartbeats"),
    QT_TRANSLATE_NOOP("Page", "Interval"),
    QT_TRANSLATE_NOOP("Page", "Type"),
    QT_TRANSLATE_NOOP("Page", "Edition"),
    QT_TRANSLATE_NOOP("Page", "Messages"),
    QT_TRANSLATE_NOOP("Page", "Findings"),
    QT_TRANSLATE_NOOP("Page", "Message flow"),
    QT_TRANSLATE_NOOP("Page", "How this was made"),
    QT_TRANSLATE_NOOP("Page", "Files"),
    QT_TRANSLATE_NOOP("Page", "Heartbeats are judged by"),
    QT_TRANSLATE_NOOP("Page", "Profile"),
    QT_TRANSLATE_NOOP("Page", "Redaction"),
    QT_TRANSLATE_NOOP("Page", "Program"),
    QT_TRANSLATE_NOOP("Page", "Made"),
    QT_TRANSLATE_NOOP("Page", "No device is in this record."),
    QT_TRANSLATE_NOOP("Page", "Nothing wrong was found in this record."),
    QT_TRANSLATE_NOOP("Page", "Causes that come into question"),
};

int plural(quint64 count)
{
    return static_cast<int>(std::min<quint64>(count, 1'000'000'000));
}

QString shown(quint64 number)
{
    return QLocale().toString(number);
}

/// Where lupdate finds the sentences.
struct Page
{
    Q_DECLARE_TR_FUNCTIONS(Page)
};

} // namespace

QString word(Word which)
{
    static_assert(words.size() == static_cast<std::size_t>(Word::PossibleCauses) + 1);
    return QCoreApplication::translate("Page", words.at(static_cast<std::size_t>(which)));
}

QString language()
{
    return Page::tr("en", "language of this page as HTML has it: en, zh-CN");
}

QString titleOf(const QString &device)
{
    return Page::tr("Report on %1").arg(device);
}

QString titleOf(int devices)
{
    return Page::tr("Report on %n device(s)", nullptr, devices);
}

QString period(const QStringList &files, const QString &first, const QString &last)
{
    return Page::tr("%1, %2 to %3").arg(files.isEmpty() ? Page::tr("A record") : list(files), first, last);
}

QString list(const QStringList &items)
{
    return items.join(Page::tr(", "));
}

QString counts(int errors, int warnings, int sound)
{
    return Page::tr("%1, %2, %3", "devices with an error, with a warning, with neither")
        .arg(Page::tr("%n device(s) with an error", nullptr, errors), Page::tr("%n with a warning", nullptr, warnings),
            Page::tr("%n with neither", nullptr, sound));
}

QString unread(const QString &trouble)
{
    return Page::tr("Not all of the files could be read: %1").arg(trouble);
}

QString legend(const HeartbeatPolicy &heartbeat)
{
    return Page::tr("Green: a heartbeat. Blue: a registration. Red: away, judged by %1.").arg(policy(heartbeat));
}

QString beats(qint64 count, Duration interval)
{
    return Page::tr("%1, every %2").arg(QLocale().toString(count), span(interval));
}

QString over(const QString &title)
{
    return Page::tr("%1 (over)").arg(title);
}

QString seen(quint64 times)
{
    return Page::tr("seen %n time(s)", nullptr, plural(times));
}

QString proof(const QStringList &numbers)
{
    return Page::tr("Proof: %1").arg(list(numbers));
}

QString texts(int messages)
{
    return Page::tr("Text of %n message(s)", nullptr, messages);
}

QString notShown(quint64 messages)
{
    return Page::tr("\u2026 %n message(s) not shown \u2026", nullptr, plural(messages));
}

QString messages(const gb::page::SiteReport &report)
{
    return Page::tr("%1, of them %2 retransmissions and %3 malformed; %4 requests without an answer")
        .arg(shown(report.messages), shown(report.retransmissions), shown(report.malformed), shown(report.unanswered));
}

QString stage(gb::page::Stage::Kind kind)
{
    using Kind = gb::page::Stage::Kind;
    switch (kind) {
    case Kind::Network: return Page::tr("Network");
    case Kind::Registration: return Page::tr("Registration");
    case Kind::Heartbeat: return Page::tr("Heartbeat");
    case Kind::Clock: return Page::tr("Clock");
    case Kind::Catalog: return Page::tr("Catalog");
    case Kind::Media: break;
    }
    return Page::tr("Media");
}

QString stageState(const gb::page::Stage &stage, bool first)
{
    using State = gb::page::Stage::State;
    switch (stage.state) {
    case State::Sound: return stage.kind == gb::page::Stage::Kind::Media ? Page::tr("answered") : Page::tr("works");
    case State::Doubtful: return Page::tr("doubtful");
    case State::Broken: return first ? Page::tr("broken here first") : Page::tr("broken");
    case State::NotSeen: break;
    }
    return Page::tr("not in the record");
}

} // namespace gb::wording::page
