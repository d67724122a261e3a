#include "core/report/sipp/about.h"

#include "core/report/sipp/play.h"

namespace gb::sipp {
namespace {

/// For sentences that users read; in English, as all of the file.
struct Reason
{
    Left why;
    const char *text;
};
constexpr Reason reasons[] = {
    {Left::Repeats, "are repeats: sipp sends its own"},
    {Left::NoSip, "are no SIP, such as what keeps a NAT open"},
    {Left::Unreadable, "lack what a scenario needs: method, Call-ID, CSeq, From or To"},
    {Left::TooMany, "are more, or longer, than a scenario takes"},
    {Left::OfOthers, "are of other devices: choose one with --device"},
    {Left::WhoseIsUnknown, "show not which side sent them"},
    {Left::Elsewhere, "belong to the other scenarios: formats sipp-device, sipp-device-answers and sipp-platform"},
    {Left::AnsweredAlike, "are of a kind that is here already, answered in the same way"},
    {Left::AnsweredOtherwise, "are of a kind that is here already, but were ANSWERED IN ANOTHER WAY"},
    {Left::OutOfTurn,
        "come where sipp cannot send or await them, such as answers to requests that are not in the record"},
    {Left::NoRoom, "have no room: sipp reads 64 KiB of a scenario"},
};

} // namespace

QString named(const QByteArray &id, const char *otherwise)
{
    return id.isEmpty() ? QLatin1String(otherwise) : QString::fromUtf8(id);
}

QString transport(const Record &record)
{
    return record.overTcp() ? QStringLiteral("t1") : QStringLiteral("u1");
}

QByteArray whole(const Scenario &scenario, const Record &record, const QByteArray &name, QStringList about,
    const QString &removed, quint64 shortened)
{
    if (!removed.isEmpty())
        about.append(removed);
    about.append(QStringLiteral("The password is not in this file: whoever runs it gives it."));
    if (shortened > 0)
        about.append(QStringLiteral("%1 pauses are cut to %2 s.").arg(shortened).arg(Play::longestPause.count()));
    for (const Reason &reason : reasons) {
        if (const quint64 count = record.left(reason.why); count > 0)
            about.append(QStringLiteral("NOT HERE: %1 message(s) that %2.").arg(count).arg(QLatin1String(reason.text)));
    }
    if (scenario.isEmpty())
        about.append(QStringLiteral("Nothing of the record can be played by this side."));
    return scenario.write(name, about);
}

} // namespace gb::sipp
