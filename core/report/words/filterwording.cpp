#include "core/report/words/filterwording.h"

#include "core/message/deviceid.h"

#include <QCoreApplication>

#include <numeric>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

/// How many columns of a terminal it takes: characters of Chinese are two wide.
qsizetype columnsOf(QStringView text)
{
    return std::accumulate(text.begin(), text.end(), qsizetype{0},
        [](qsizetype sum, QChar c) { return sum + (c.unicode() >= 0x1100 && !c.isSurrogate() ? 2 : 1); });
}

QString whatIsWrong(const filter::Problem &problem)
{
    using What = filter::Problem::What;
    switch (problem.what) {
    case What::TooLong: return say(QT_TRANSLATE_NOOP("wording", "This is longer than %1 characters."));
    case What::TooMany: return say(QT_TRANSLATE_NOOP("wording", "There are more than %1 conditions."));
    case What::TooDeep: return say(QT_TRANSLATE_NOOP("wording", "There are more than %1 brackets in each other."));
    case What::OpenQuote: return say(QT_TRANSLATE_NOOP("wording", "The closing %1 is missing."));
    case What::OpenGroup: return say(QT_TRANSLATE_NOOP("wording", "The closing bracket is missing."));
    case What::CloseGroup: return say(QT_TRANSLATE_NOOP("wording", "Nothing is open that this bracket closes."));
    case What::Nothing: return say(QT_TRANSLATE_NOOP("wording", "A condition is missing at \u201c%1\u201d."));
    case What::NoField:
        return say(QT_TRANSLATE_NOOP(
            "wording", "There is no field \u201c%1\u201d. To look for it as a text, put it into quotes."));
    case What::NoName:
        return say(QT_TRANSLATE_NOOP("wording", "\u201c%1\u201d wants a name behind it, and then its value."));
    case What::NoValue: return say(QT_TRANSLATE_NOOP("wording", "A value is missing behind \u201c%1\u201d."));
    case What::NoWord: return say(QT_TRANSLATE_NOOP("wording", "\u201c%1\u201d takes one of: %2."));
    case What::NoNumber: return say(QT_TRANSLATE_NOOP("wording", "\u201c%1\u201d takes a number."));
    case What::NoDuration:
        return say(QT_TRANSLATE_NOOP("wording", "\u201c%1\u201d takes a duration, such as 500ms, 2s, 3min."));
    case What::NoTime:
        return say(QT_TRANSLATE_NOOP(
            "wording", "\u201c%1\u201d takes a time, such as 10:23, 10:23:15.250, 2026-11-30, 2026-11-30T10:23."));
    case What::NoOrder:
        return say(QT_TRANSLATE_NOOP("wording", "\u201c%1\u201d cannot be compared like this; : compares it."));
    case What::NoPattern: return say(QT_TRANSLATE_NOOP("wording", "This is no regular expression: %2."));
    }
    return {};
}

} // namespace

QString filterProblem(const filter::Problem &problem)
{
    QString text = whatIsWrong(problem);
    if (text.contains(QLatin1String("%1")))
        text.replace(QLatin1String("%1"), printable(problem.subject, 60));
    return text.replace(QLatin1String("%2"), printable(problem.detail, 300));
}

QString filterProblemLines(const QString &text, const filter::Problem &problem)
{
    constexpr qsizetype around = 60; // characters ahead of the place, and behind it
    const qsizetype start = std::max<qsizetype>(problem.at - around, 0);
    const QString line = printable(text.mid(start, 2 * around), 2 * around);
    const qsizetype blanks = columnsOf(QStringView(line).first(std::min(problem.at - start, line.size())));
    const qsizetype marks = std::clamp<qsizetype>(columnsOf(QStringView(text)
                                                                .sliced(std::min(problem.at, text.size()))
                                                                .first(std::clamp<qsizetype>(problem.length, 0,
                                                                    std::max<qsizetype>(text.size() - problem.at, 0)))),
        1, around);
    QString told = filterProblem(problem);
    if (!problem.proposal.isEmpty())
        told += u' ' + say(QT_TRANSLATE_NOOP("wording", "Did you mean %1?")).arg(printable(problem.proposal, 200));
    return line + u'\n' + QString(blanks, u' ') + QString(marks, u'^') + u'\n' + told;
}

QString filterField(filter::Field field)
{
    using filter::Field;
    switch (field) {
    case Field::Text: return say(QT_TRANSLATE_NOOP("wording", "text anywhere in the message"));
    case Field::Pattern: return say(QT_TRANSLATE_NOOP("wording", "regular expression"));
    case Field::Device: return say(QT_TRANSLATE_NOOP("wording", "ID of the device"));
    case Field::CallId: return say(QT_TRANSLATE_NOOP("wording", "Call-ID"));
    case Field::Address: return say(QT_TRANSLATE_NOOP("wording", "address of either end"));
    case Field::Source: return say(QT_TRANSLATE_NOOP("wording", "address of the sender"));
    case Field::Target: return say(QT_TRANSLATE_NOOP("wording", "address of the receiver"));
    case Field::Port: return say(QT_TRANSLATE_NOOP("wording", "port of either end"));
    case Field::Method: return say(QT_TRANSLATE_NOOP("wording", "method, of answers, too"));
    case Field::Command: return say(QT_TRANSLATE_NOOP("wording", "CmdType"));
    case Field::Status: return say(QT_TRANSLATE_NOOP("wording", "status of an answer"));
    case Field::Sn: return say(QT_TRANSLATE_NOOP("wording", "SN; of an INVITE its SSRC"));
    case Field::ResponseTime: return say(QT_TRANSLATE_NOOP("wording", "response time"));
    case Field::Retransmission: return say(QT_TRANSLATE_NOOP("wording", "number of the retransmission"));
    case Field::Size: return say(QT_TRANSLATE_NOOP("wording", "size in bytes"));
    case Field::Number: return say(QT_TRANSLATE_NOOP("wording", "number in the record"));
    case Field::Time: return say(QT_TRANSLATE_NOOP("wording", "time of day, or date"));
    case Field::Transport: return say(QT_TRANSLATE_NOOP("wording", "UDP or TCP"));
    case Field::Way: return say(QT_TRANSLATE_NOOP("wording", "received or sent"));
    case Field::Kind: return say(QT_TRANSLATE_NOOP("wording", "kind of message"));
    case Field::State: return say(QT_TRANSLATE_NOOP("wording", "what is the matter with it"));
    case Field::From: return say(QT_TRANSLATE_NOOP("wording", "user in From"));
    case Field::To: return say(QT_TRANSLATE_NOOP("wording", "user in To"));
    case Field::CSeq: return say(QT_TRANSLATE_NOOP("wording", "number in CSeq"));
    case Field::Agent: return say(QT_TRANSLATE_NOOP("wording", "User-Agent or Server"));
    case Field::Header: return say(QT_TRANSLATE_NOOP("wording", "any header: hdr:Expires=3600"));
    case Field::Element: return say(QT_TRANSLATE_NOOP("wording", "any XML element: xml:Status=OK"));
    }
    return {};
}

} // namespace gb::wording
