#include "core/client/batchrules.h"

namespace gb {

bool isForChannels(const AskCommand &command)
{
    static constexpr QLatin1StringView ofDevices[] = {QLatin1StringView("catalog"), QLatin1StringView("info"),
        QLatin1StringView("cards"), QLatin1StringView("restart"), QLatin1StringView("format-card"),
        QLatin1StringView("upgrade")};
    return command.needs != AskCommand::Needs::Notices
        && std::find(std::begin(ofDevices), std::end(ofDevices), QLatin1StringView(command.name))
        == std::end(ofDevices);
}

} // namespace gb
