#include "core/client/ask.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// What a device is set to. GB/T 28181-2022 A.2.4.7 and A.2.6.9; one Response for each type.
namespace gb {

using namespace commands;

static constexpr const char *types = "BasicParam|VideoParamOpt|SVACEncodeConfig|SVACDecodeConfig|VideoParamAttribute|"
                                     "VideoRecordPlan|VideoAlarmRecord|PictureMask|FrameMirror|AlarmReport|OSDConfig|"
                                     "SnapShot|VideoParamConfig|AudioParamOpt|AudioParamConfig";
static constexpr Parameter parameters[] = {
    {.name = "ConfigType", .path = "ConfigType", .kind = Kind::Choices, .choices = types, .preset = "BasicParam"},
};

/// Elements of a type are many, and of vendors: those of BasicParam are known by name, of others the type is.
static constexpr Part answer[] = {result};

static void judge(AskReport &report)
{
    const auto belongs = [](const QString &path, QStringView type) {
        return path == type || (path.startsWith(type) && path.size() > type.size() && path[type.size()] == u'/');
    };
    report.oddities.removeIf([&](const AskOddity &one) {
        return one.code == AskOddity::Code::Unknown
            && std::ranges::any_of(QLatin1StringView(types).tokenize(QLatin1Char('|')),
                [&](QLatin1StringView type) { return belongs(one.a, QString(type)) || one.a == u"SnapShotConfig"; });
    });
    if (report.result.compare(u"OK", Qt::CaseInsensitive) == 0 && report.fields.size() == report.parts)
        report.add(AskOddity::Code::NotSupported); // nothing but Result: A.2.6.9 has no other way to say so
}

const AskCommand &configDownloadCommand()
{
    static constexpr AskCommand command{.name = "config",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Configuration that it has"),
        .root = ManscdpRoot::Query,
        .cmdType = "ConfigDownload",
        .clause = "A.2.4.7",
        .since = Edition::V2014,
        .effect = Effect::Reads,
        .needs = Needs::Several,
        .parameters = parameters,
        .answer = answer,
        .judge = judge};
    return command;
}

} // namespace gb
