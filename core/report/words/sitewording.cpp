#include "core/report/words/sitewording.h"

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
    case ListFault::NoId:
        return say(QT_TRANSLATE_NOOP("wording", "no device ID of 20 digits in \"%1\"")).arg(problem.text);
    case ListFault::IdLength:
        return say(QT_TRANSLATE_NOOP("wording", "%1 has %2 digits; a device ID has 20"))
            .arg(problem.text, QString::number(problem.text.size()));
    case ListFault::IdCharacters:
        return say(QT_TRANSLATE_NOOP("wording", "%1 has other characters than digits; a device ID has 20 digits"))
            .arg(problem.text);
    case ListFault::Spreadsheet:
        return say(
            QT_TRANSLATE_NOOP("wording",
                "%1 is an ID that a spreadsheet took for a number: format the column as text, and enter the IDs again"))
            .arg(problem.text);
    case ListFault::Rounded:
        return say(QT_TRANSLATE_NOOP("wording",
                       "%1 ends in 000000: a spreadsheet rounded it to 15 digits. Format the column as text, and enter "
                       "the IDs again"))
            .arg(problem.text);
    case ListFault::Duplicate:
        return say(QT_TRANSLATE_NOOP("wording", "%1 is in line %2 already")).arg(problem.text).arg(problem.earlier);
    case ListFault::LineTooLong:
        return say(QT_TRANSLATE_NOOP("wording", "longer than %1 characters")).arg(expectedlist::maxLine);
    case ListFault::TooMany:
        return say(QT_TRANSLATE_NOOP("wording", "more than %1 devices: this line and those behind it are not read"))
            .arg(expectedlist::maxDevices);
    case ListFault::TooLarge: break;
    }
    return say(QT_TRANSLATE_NOOP("wording", "larger than %1 MiB: this is no list of devices"))
        .arg(expectedlist::maxOctets / 1024 / 1024);
}

constexpr const char *noteTexts[] = {
    "",
    QT_TRANSLATE_NOOP("wording", "switch it on"),
    QT_TRANSLATE_NOOP("wording", "or 2022, but some cameras then register and never send a heartbeat"),
    QT_TRANSLATE_NOOP("wording", "the camera's own port: leave it as it is"),
    QT_TRANSLATE_NOOP("wording", "or TCP: this console listens to both"),
    QT_TRANSLATE_NOOP("wording", "not TCP: this console listens to UDP only"),
    QT_TRANSLATE_NOOP("wording", "not UDP: this console listens to TCP only"),
    QT_TRANSLATE_NOOP("wording", "usually the first ten digits of the server ID; here it differs"),
    QT_TRANSLATE_NOOP("wording", "a camera cannot reach this address: choose the network card that it is connected to"),
    QT_TRANSLATE_NOOP("wording", "the device ID once more"),
    QT_TRANSLATE_NOOP("wording", "leave it empty: devices register here without one"),
    QT_TRANSLATE_NOOP("wording", "not known to this console"),
    QT_TRANSLATE_NOOP("wording", "retype it with every change; tick Authentication first if there is such a box"),
    QT_TRANSLATE_NOOP("wording", "after a change the camera may restart, and go back to its defaults"),
    QT_TRANSLATE_NOOP("wording", "as it is set here: both ends must agree"),
    QT_TRANSLATE_NOOP("wording", "shorter than the heartbeats may be silent: the registration lapses first"),
    QT_TRANSLATE_NOOP("wording", "the standard wants 3600 s or more"),
    QT_TRANSLATE_NOOP("wording", "each channel has its own"),
};
static_assert(std::size(noteTexts) == static_cast<std::size_t>(CardNote::DifferentPerChannel) + 1);

} // namespace

QString cardNote(CardNote note)
{
    return note == CardNote::None ? QString() : say(noteTexts[static_cast<std::size_t>(note)]);
}

QString idProblem(IdProblem problem, IdRole role)
{
    const bool device = role == IdRole::Device;
    switch (problem) {
    case IdProblem::Empty: return say(QT_TRANSLATE_NOOP("wording", "is empty"));
    case IdProblem::Length: return say(QT_TRANSLATE_NOOP("wording", "does not have 20 digits"));
    case IdProblem::NotDigits: return say(QT_TRANSLATE_NOOP("wording", "has other characters than digits"));
    case IdProblem::Spreadsheet: return say(QT_TRANSLATE_NOOP("wording", "was taken for a number by a spreadsheet"));
    case IdProblem::IsServer: return say(QT_TRANSLATE_NOOP("wording", "is the server's own"));
    case IdProblem::InUse: return say(QT_TRANSLATE_NOOP("wording", "is in use by a device that is here"));
    case IdProblem::PlannedTwice: return say(QT_TRANSLATE_NOOP("wording", "was given to another camera just now"));
    case IdProblem::TypeForRole:
        return device
            ? say(QT_TRANSLATE_NOOP(
                "wording", "is no device's by its digits 11 to 13: 132 is a network camera, 118 a recorder"))
            : say(QT_TRANSLATE_NOOP("wording", "is no channel's by its digits 11 to 13: 131 and 132 are cameras"));
    case IdProblem::OtherCentre:
        return say(QT_TRANSLATE_NOOP("wording", "begins with other eight digits than the server ID: another centre"));
    case IdProblem::UnusualType: return say(QT_TRANSLATE_NOOP("wording", "is unusual by its digits 11 to 13"));
    case IdProblem::SameAsDevice:
        return say(QT_TRANSLATE_NOOP("wording", "is the device's own: only some cameras of one channel have it so"));
    case IdProblem::OnList: break;
    }
    return say(QT_TRANSLATE_NOOP("wording", "is on the list of expected devices"));
}

QString listProblem(const ListProblem &problem)
{
    const QString why = reason(problem);
    return problem.line == 0
        ? why
        : QCoreApplication::translate("wording", "line %1: %2").arg(QString::number(problem.line), why);
}

} // namespace gb::wording
