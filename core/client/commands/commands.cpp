#include "core/client/commands/commands.h"

/// The one list of what can be asked of a device, in the order in which it is offered. To add a command, write its
/// function in a file of this folder and name it here: the form and the command line follow.
namespace gb {

#define GBSCOPE_COMMANDS(COMMAND)                                                                                      \
    COMMAND(catalogCommand)                                                                                            \
    COMMAND(deviceInfoCommand)                                                                                         \
    COMMAND(deviceStatusCommand)                                                                                       \
    COMMAND(recordInfoCommand)                                                                                         \
    COMMAND(presetQueryCommand)                                                                                        \
    COMMAND(configDownloadCommand)                                                                                     \
    COMMAND(homePositionQueryCommand)                                                                                  \
    COMMAND(cruiseListCommand)                                                                                         \
    COMMAND(cruiseCommand)                                                                                             \
    COMMAND(ptzPositionCommand)                                                                                        \
    COMMAND(sdCardStatusCommand)                                                                                       \
    COMMAND(moveCommand)                                                                                               \
    COMMAND(lensCommand)                                                                                               \
    COMMAND(presetCommand)                                                                                             \
    COMMAND(cruiseControlCommand)                                                                                      \
    COMMAND(scanCommand)                                                                                               \
    COMMAND(switchCommand)                                                                                             \
    COMMAND(ptzPreciseCommand)                                                                                         \
    COMMAND(dragZoomInCommand)                                                                                         \
    COMMAND(dragZoomOutCommand)                                                                                        \
    COMMAND(targetTrackCommand)                                                                                        \
    COMMAND(homePositionCommand)                                                                                       \
    COMMAND(recordCommand)                                                                                             \
    COMMAND(guardCommand)                                                                                              \
    COMMAND(alarmResetCommand)                                                                                         \
    COMMAND(keyFrameCommand)                                                                                           \
    COMMAND(snapshotCommand)                                                                                           \
    COMMAND(setBasicCommand)                                                                                           \
    COMMAND(setMirrorCommand)                                                                                          \
    COMMAND(setAlarmReportCommand)                                                                                     \
    COMMAND(setAlarmRecordCommand)                                                                                     \
    COMMAND(setOsdCommand)                                                                                             \
    COMMAND(setMaskCommand)                                                                                            \
    COMMAND(setVideoCommand)                                                                                           \
    COMMAND(setRecordPlanCommand)                                                                                      \
    COMMAND(setSvacEncodeCommand)                                                                                      \
    COMMAND(setSvacDecodeCommand)                                                                                      \
    COMMAND(subscribeCatalogCommand)                                                                                   \
    COMMAND(subscribeAlarmCommand)                                                                                     \
    COMMAND(subscribePositionCommand)                                                                                  \
    COMMAND(subscribePtzCommand)                                                                                       \
    COMMAND(teleBootCommand)                                                                                           \
    COMMAND(formatCardCommand)                                                                                         \
    COMMAND(upgradeCommand)

#define GBSCOPE_DECLARE(make) const AskCommand &make();
GBSCOPE_COMMANDS(GBSCOPE_DECLARE)
#undef GBSCOPE_DECLARE

std::span<const AskCommand *const> askCommands()
{
#define GBSCOPE_ADDRESS(make) &make(),
    static const AskCommand *const all[] = {GBSCOPE_COMMANDS(GBSCOPE_ADDRESS)};
#undef GBSCOPE_ADDRESS
    return all;
}

} // namespace gb
