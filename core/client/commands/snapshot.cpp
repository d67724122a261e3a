#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// To take pictures, which the device uploads to us by HTTP. GB/T 28181-2022 9.14 and A.2.3.2. Where to, and the
/// session, is made anew for each order: SnapshotTask. The standard has no longest Interval; ours bounds how long a
/// port is open.
namespace gb {

using namespace commands;

static constexpr Parameter parameters[] = {
    {.name = "SnapNum",
        .path = "SnapShotConfig/SnapNum",
        .kind = Kind::Integer,
        .needed = true,
        .least = 1,
        .most = 10,
        .preset = "1",
        .own = true},
    {.name = "Interval",
        .path = "SnapShotConfig/Interval",
        .kind = Kind::Integer,
        .needed = true,
        .least = 1,
        .most = 60,
        .preset = "1",
        .own = true},
};

/// A message that is only looked at says what will stand there.
static void write(ElementWriter &out, const AskValues &values, Edition)
{
    const auto leaf = [&](const char *path, const QString &value) { out.leaf(QLatin1StringView(path), value); };
    leaf("SnapShotConfig/SnapNum", values.value(QStringLiteral("SnapNum")));
    leaf("SnapShotConfig/Interval", values.value(QStringLiteral("Interval")));
    leaf("SnapShotConfig/UploadURL",
        values.value(QStringLiteral("UploadURL"), QStringLiteral("http://ADDRESS:PORT/made-when-it-is-sent")));
    leaf("SnapShotConfig/SessionID",
        values.value(QStringLiteral("SessionID"), QStringLiteral("made-when-it-is-sent-000000000000")));
}

const AskCommand &snapshotCommand()
{
    static constexpr AskCommand command{.name = "snapshot",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Take pictures: the device uploads them"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceConfig",
        .clause = "9.14",
        .since = Edition::V2022,
        .effect = Effect::Reads, // nothing moves, nothing stays set
        .needs = Needs::Pictures,
        .parameters = parameters,
        .answer = configAnswer,
        .write = write};
    return command;
}

} // namespace gb
