#include "core/report/sitewording.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

QString reason(const ListProblem &problem)
{
    switch (problem.fault) {
    case ListFault::NoId: return say(QT_TRANSLATE_NOOP("wording", "no device ID of 20 digits in \"%1\"")).arg(problem.text);
    case ListFault::IdLength: return say(QT_TRANSLATE_NOOP("wording", "%1 has %2 digits; a device ID has 20")).arg(problem.text, QString::number(problem.text.size()));
    case ListFault::IdCharacters: return say(QT_TRANSLATE_NOOP("wording", "%1 has other characters than digits; a device ID has 20 digits")).arg(problem.text);
    case ListFault::Spreadsheet:
        return say(QT_TRANSLATE_NOOP("wording", "%1 is what a spreadsheet makes of an ID that it takes for a number: format the column as text, and enter the IDs anew")).arg(problem.text);
    case ListFault::Rounded:
        return say(QT_TRANSLATE_NOOP("wording", "%1 ends in 000000: a spreadsheet has rounded it, it keeps 15 digits. Format the column as text, and enter the IDs anew")).arg(problem.text);
    case ListFault::Duplicate: return say(QT_TRANSLATE_NOOP("wording", "%1 is in line %2 already")).arg(problem.text).arg(problem.earlier);
    case ListFault::LineTooLong: return say(QT_TRANSLATE_NOOP("wording", "longer than %1 characters")).arg(expectedlist::maxLine);
    case ListFault::TooMany: return say(QT_TRANSLATE_NOOP("wording", "more than %1 devices: this line and those behind it are not read")).arg(expectedlist::maxDevices);
    case ListFault::TooLarge: break;
    }
    return say(QT_TRANSLATE_NOOP("wording", "larger than %1 MiB: this is no list of devices")).arg(expectedlist::maxOctets / 1024 / 1024);
}

} // namespace

QString listProblem(const ListProblem &problem)
{
    const QString why = reason(problem);
    return problem.line == 0 ? why : QCoreApplication::translate("wording", "line %1: %2").arg(QString::number(problem.line), why);
}

} // namespace gb::wording
